/* SPDX-License-Identifier: EUPL-1.2 */
/* The name of a form, read from its first lines: a list of questionnaires must not parse them all.
 * And forms that are open, shared: a response, its results and its review stand on one. */
#include "config.h"
#include "rk-questionnaire-private.h"

#include <libxml/xmlreader.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlTextReader, xmlFreeTextReader)

void
rk_form_head_clear (RkFormHead *head)
{
  g_clear_pointer (&head->form_id, g_free);
  g_clear_pointer (&head->version, g_free);
  g_clear_pointer (&head->title, g_free);
}

static char *
dup_attribute (xmlTextReader *reader, const char *name, const char *ns)
{
  xmlChar *text = ns != NULL ? xmlTextReaderGetAttributeNs (reader, BAD_CAST name, BAD_CAST ns)
                             : xmlTextReaderGetAttribute (reader, BAD_CAST name);
  char *copy = g_strdup ((char *) text);

  xmlFree (text);
  return copy;
}

static char *
dup_text (xmlTextReader *reader)
{
  xmlChar *text = xmlTextReaderReadString (reader);
  char *copy = g_strdup (text != NULL ? (char *) text : "");

  xmlFree (text);
  return g_strstrip (copy);
}

/* Takes what the element at hand tells; the root of the primary instance tells last. */
static void
read_element (xmlTextReader *reader, RkFormHead *head, gboolean *in_instance)
{
  const char *name = (const char *) xmlTextReaderConstLocalName (reader);
  g_autofree char *concept = NULL;

  if (*in_instance)
    {
      head->form_id = dup_attribute (reader, "id", NULL);
      head->version = dup_attribute (reader, "version", NULL);
      if (head->version == NULL)
        head->version = dup_attribute (reader, "version", "http://openrosa.org/xforms");
      if (head->form_id == NULL)
        head->form_id = g_strdup (name);
    }
  else if (g_str_equal (name, "title") && head->title == NULL)
    head->title = dup_text (reader);
  else if (g_str_equal (name, "model"))
    {
      concept = dup_attribute (reader, "concept", RK_FORM_NS);
      head->concept = g_strcmp0 (concept, "true") == 0;
    }
  *in_instance = g_str_equal (name, "instance");
}

gboolean
rk_form_head_read (GBytes *bytes, RkFormHead *head)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (xmlTextReader) reader = NULL;
  gboolean in_instance = FALSE;

  *head = (RkFormHead){ NULL };
  if (size > G_MAXINT)
    return FALSE;
  reader = xmlReaderForMemory (data, (int) size, NULL, NULL,
                               XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  while (reader != NULL && head->form_id == NULL && xmlTextReaderRead (reader) == 1)
    if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT)
      read_element (reader, head, &in_instance);
  return head->form_id != NULL;
}

char *
rk_form_hash (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/* --- shared forms ----------------------------------------------------------------------------- */

static GMutex cache_lock;
static GHashTable *cache; /* identity → GWeakRef of RkForm */

static void
free_weak_ref (gpointer ref)
{
  g_weak_ref_clear (ref);
  g_free (ref);
}

static GWeakRef *
find_slot (const char *identity)
{
  GWeakRef *slot;

  if (cache == NULL)
    cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_weak_ref);
  slot = g_hash_table_lookup (cache, identity);
  if (slot == NULL)
    {
      slot = g_new0 (GWeakRef, 1);
      g_weak_ref_init (slot, NULL);
      g_hash_table_insert (cache, g_strdup (identity), slot);
    }
  return slot;
}

RkForm *
rk_form_cache_get (RkQuestionnaire *questionnaire, GError **error)
{
  g_autofree char *identity = rk_questionnaire_dup_identity (questionnaire);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&cache_lock);
  GWeakRef *slot = find_slot (identity);
  RkForm *form = g_weak_ref_get (slot);

  if (form != NULL)
    return form;
  form = rk_questionnaire_read_form (questionnaire, NULL, error);
  if (!questionnaire->supplied) /* the next to open it reads the workspace as it is then */
    g_weak_ref_set (slot, form);
  return form;
}
