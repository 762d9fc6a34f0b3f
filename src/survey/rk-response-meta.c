/* SPDX-License-Identifier: EUPL-1.2 */
/* What a response says about itself: its number, the number it comes in the place of, its name,
 * when it was begun and ended, and what was saved before it. */
#include "config.h"
#include "rk-blob.h"
#include "rk-response-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

static gboolean
has_local_name (RkFormNode *node, const char *name)
{
  const char *own = rk_form_node_get_name (node);
  const char *colon = strchr (own, ':');

  return g_str_equal (colon != NULL ? colon + 1 : own, name);
}

static RkFormNode *
find_child (RkFormNode *parent, const char *name)
{
  GListModel *children = rk_form_node_get_children (parent);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);

      if (has_local_name (child, name))
        return child;
    }
  return NULL;
}

RkFormNode *
rk_response_find_meta (RkResponse *self, const char *name)
{
  RkFormNode *meta = find_child (rk_form_instance_get_root (self->instance), "meta");

  if (meta == NULL || rk_form_node_get_node_type (meta) != RK_NODE_GROUP)
    return NULL;
  return find_child (meta, name);
}

static char *
new_instance_id (void)
{
  g_autofree char *uuid = g_uuid_string_random ();

  return g_strconcat ("uuid:", uuid, NULL);
}

static char *
dup_moment (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *seconds = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");
  g_autofree char *offset = g_date_time_format (now, "%:z");

  return g_strdup_printf ("%s.%03d%s", seconds, g_date_time_get_microsecond (now) / 1000, offset);
}

/* Takes @value. */
static void
fill_in (RkResponse *self, const char *name, char *value)
{
  g_autofree char *own = value;
  RkFormNode *node = rk_response_find_meta (self, name);

  if (node != NULL && !rk_form_node_is_calculated (node) &&
      *rk_form_node_get_stored_value (node) == '\0')
    rk_form_instance_restore_value (self->instance, node, own);
}

void
rk_response_begin_meta (RkResponse *self)
{
  RkFormNode *id = rk_response_find_meta (self, "instanceID");
  RkLeaf *leaf;

  fill_in (self, "instanceID", new_instance_id ());
  fill_in (self, "timeStart", dup_moment ());
  rk_response_look (self);
  leaf = id != NULL ? rk_response_find_leaf (self, id) : NULL;
  if (leaf != NULL) /* a form that calculates it would make another one each time */
    leaf->entered = TRUE;
}

void
rk_response_end_meta (RkResponse *self)
{
  fill_in (self, "timeEnd", dup_moment ());
}

/* "Tevredenheid 2026 – Jan": what @name says by itself is seldom clear in a list. @title: of a
 * response that begins, which has no name yet. */
static char *
dup_full_title (RkResponse *self, const char *title, const char *name)
{
  const char *form = rk_form_get_title (rk_form_instance_get_form (self->instance));
  const char *period = self->record != NULL ? rk_record_get (self->record, "period") : NULL;
  g_autofree char *plain = NULL;

  if (form != NULL && strstr (name, form) != NULL)
    return g_strdup (name);
  plain = self->record == NULL
              ? g_strdup (title)
              : g_strdup_printf ("%s %s", form != NULL ? form : "", period != NULL ? period : "");
  return g_strdup_printf ("%s – %s", g_strstrip (plain), name);
}

void
rk_response_collect_title (RkResponse *self, const char *id, const char *title, RkChange *change)
{
  RkFormNode *name = rk_response_find_meta (self, "instanceName");
  g_autofree char *text =
      name != NULL ? g_strstrip (g_strdup (rk_form_node_get_value (name))) : NULL;

  g_autofree char *full = NULL;

  if (text == NULL || *text == '\0')
    return;
  full = dup_full_title (self, title, text);
  if (g_strcmp0 (full, title) != 0)
    rk_change_set (change, "response", id, "title", full, NULL);
}

static void
set_answer (RkResponse *self, RkFormNode *node, const char *id, const char *value, RkChange *change)
{
  g_autofree char *path = rk_response_dup_path (self, node);
  g_autofree char *answer_id = rk_store_name_id (id, path, NULL);

  rk_change_set (change, "answer", answer_id, "response", id, "path", path, "value", value, NULL);
}

/* A new version is another instance, that comes in the place of the former. */
void
rk_response_renew_meta (RkResponse *self, const char *id, RkChange *change)
{
  RkFormNode *own = rk_response_find_meta (self, "instanceID");
  RkFormNode *former = rk_response_find_meta (self, "deprecatedID");
  RkFormNode *end = rk_response_find_meta (self, "timeEnd");
  g_autofree char *fresh = new_instance_id ();

  if (own != NULL)
    set_answer (self, own, id, fresh, change);
  if (own != NULL && former != NULL)
    set_answer (self, former, id, rk_form_node_get_stored_value (own), change);
  if (end != NULL && !rk_form_node_is_calculated (end))
    set_answer (self, end, id, NULL, change);
}

/* --- what was saved before -------------------------------------------------------------------- */

/* The response to the form @form_id that was changed last: (transfer full) (nullable). */
static char *
find_last_saved (RkStore *store, const char *form_id, GError **error)
{
  g_autoptr (GPtrArray) answers =
      rk_store_list (store, "answer", "response IN (SELECT id FROM response WHERE form_id = ?1)",
                     "updated_at DESC, number DESC LIMIT 1", error, form_id, NULL);

  if (answers == NULL || answers->len == 0)
    return NULL;
  return g_strdup (rk_record_get (g_ptr_array_index (answers, 0), "response"));
}

char *
rk_response_keep_last_saved (RkStore *store, const char *form_id, GError **error)
{
  g_autofree char *id = find_last_saved (store, form_id, error);
  g_autofree char *xml = NULL;
  g_autoptr (RkResponse) last = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (id == NULL)
    return NULL;
  last = rk_response_open (store, id, NULL);
  if (last == NULL) /* one that does not open any more must not stop a new one */
    return NULL;
  xml = rk_form_instance_to_xml (last->instance, FALSE);
  bytes = g_bytes_new (xml, strlen (xml));
  return rk_blob_put (store, bytes, error);
}

/* --- the submission --------------------------------------------------------------------------- */

static xmlNode *
find_element (xmlNode *parent, const char *name)
{
  for (xmlNode *n = parent->children; n != NULL; n = n->next)
    if (n->type == XML_ELEMENT_NODE && xmlStrEqual (n->name, BAD_CAST name))
      return n;
  return NULL;
}

/* The number of the response that this one continues: (transfer full) (nullable). */
static char *
dup_deprecated_id (RkResponse *self)
{
  RkFormNode *own = rk_response_find_meta (self, "instanceID");
  const char *previous = self->record != NULL ? rk_record_get (self->record, "previous") : NULL;
  g_autofree char *path = NULL, *id = NULL;
  g_autoptr (RkRecord) answer = NULL;

  if (own == NULL || previous == NULL)
    return NULL;
  path = rk_response_dup_path (self, own);
  id = rk_store_name_id (previous, path, NULL);
  answer = rk_store_get (self->store, "answer", id, NULL);
  return answer != NULL ? g_strdup (rk_record_get (answer, "value")) : NULL;
}

static char *
dump (xmlDoc *doc)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  char *text;

  xmlNodeDump (buffer, doc, xmlDocGetRootElement (doc), 0, 0);
  text = g_strdup ((const char *) xmlBufferContent (buffer));
  xmlBufferFree (buffer);
  return text;
}

char *
rk_response_dup_submission (RkResponse *self)
{
  g_autofree char *xml = rk_form_instance_to_xml (self->instance, FALSE);
  g_autofree char *deprecated = dup_deprecated_id (self);
  g_autoptr (xmlDoc) doc = NULL;
  xmlNode *meta, *id;

  if (deprecated == NULL)
    return g_steal_pointer (&xml);
  doc = xmlReadMemory (xml, (int) strlen (xml), NULL, NULL,
                       XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE);
  meta = doc != NULL ? find_element (xmlDocGetRootElement (doc), "meta") : NULL;
  id = meta != NULL ? find_element (meta, "instanceID") : NULL;
  if (id == NULL || find_element (meta, "deprecatedID") != NULL)
    return g_steal_pointer (&xml);
  xmlAddNextSibling (id,
                     xmlNewDocRawNode (doc, id->ns, BAD_CAST "deprecatedID", BAD_CAST deprecated));
  return dump (doc);
}
