/* SPDX-License-Identifier: EUPL-1.2 */
/* The documents of OpenRosa: the list of forms (of version 1.0, and the one before), the manifest
 * of media, and the answer to a submission. What comes in is read without entities and without
 * network, and names are taken only when they are safe as the name of a file. */
#include "config.h"
#include "rk-odk-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

#define MAX_TEXT 4000
#define MAX_NAME 240
#define MAX_MESSAGE 500

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

static void
quiet_cb (void *data, xmlErrorPtr error)
{
}

static xmlDoc *
parse (GBytes *bytes)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  xmlParserCtxt *context = size > 0 && size <= G_MAXINT ? xmlNewParserCtxt () : NULL;
  xmlDoc *doc;

  if (context == NULL)
    return NULL;
  xmlSetStructuredErrorFunc (context, quiet_cb);
  doc = xmlCtxtReadMemory (context, text, (int) size, NULL, NULL,
                           XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_NOERROR |
                               XML_PARSE_NOWARNING | XML_PARSE_NOBLANKS);
  xmlSetStructuredErrorFunc (context, NULL);
  xmlFreeParserCtxt (context);
  if (doc != NULL && doc->intSubset != NULL) /* none of these documents has one: no entities */
    g_clear_pointer (&doc, xmlFreeDoc);
  return doc;
}

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, BAD_CAST name);
}

/* The text of the child @name, whatever its namespace, without blanks around it: (transfer full)
 * (nullable). Too long a text counts as none. */
static char *
dup_child (xmlNode *node, const char *name)
{
  for (xmlNode *n = node->children; n != NULL; n = n->next)
    if (is_named (n, name))
      {
        xmlChar *content = xmlNodeGetContent (n);
        char *text = g_strstrip (g_strdup ((const char *) content));

        xmlFree (content);
        if (*text == '\0' || strlen (text) > MAX_TEXT)
          g_clear_pointer (&text, g_free);
        return text;
      }
  return NULL;
}

/* An absolute address from the child @name: (transfer full) (nullable). */
static char *
dup_address (xmlNode *node, const char *name, GUri *base)
{
  g_autofree char *text = dup_child (node, name);
  g_autoptr (GUri) uri = text != NULL ? rk_odk_uri_resolve (base, text) : NULL;

  return uri != NULL ? g_uri_to_string (uri) : NULL;
}

/* --- the list of forms ------------------------------------------------------------------------ */

RkOdkForm *
rk_odk_form_copy (const RkOdkForm *form)
{
  RkOdkForm *copy = g_new0 (RkOdkForm, 1);

  copy->form_id = g_strdup (form->form_id);
  copy->name = g_strdup (form->name);
  copy->version = g_strdup (form->version);
  copy->hash = g_strdup (form->hash);
  copy->url = g_strdup (form->url);
  copy->manifest_url = g_strdup (form->manifest_url);
  copy->media_hash = g_strdup (form->media_hash);
  return copy;
}

void
rk_odk_form_free (RkOdkForm *form)
{
  g_free (form->form_id);
  g_free (form->name);
  g_free (form->version);
  g_free (form->hash);
  g_free (form->url);
  g_free (form->manifest_url);
  g_free (form->media_hash);
  g_free (form);
}

static void
add_form (GPtrArray *forms, xmlNode *node, GUri *base)
{
  RkOdkForm *form = g_new0 (RkOdkForm, 1);

  form->form_id = dup_child (node, "formID");
  form->name = dup_child (node, "name");
  form->version = dup_child (node, "version");
  form->hash = dup_child (node, "hash");
  form->url = dup_address (node, "downloadUrl", base);
  form->manifest_url = dup_address (node, "manifestUrl", base);
  if (form->version == NULL)
    form->version = g_strdup ("");
  if (form->name == NULL)
    form->name = g_strdup (form->form_id);
  if (form->form_id != NULL && form->url != NULL)
    g_ptr_array_add (forms, form);
  else
    rk_odk_form_free (form);
}

/* <form url="…">Name</form>: the list of before version 1.0. */
static void
add_old_form (GPtrArray *forms, xmlNode *node, GUri *base)
{
  xmlChar *url = xmlGetNoNsProp (node, BAD_CAST "url");
  g_autoptr (GUri) uri = url != NULL ? rk_odk_uri_resolve (base, (const char *) url) : NULL;
  xmlChar *content = xmlNodeGetContent (node);
  RkOdkForm *form;

  if (uri != NULL && strlen ((const char *) content) <= MAX_TEXT)
    {
      form = g_new0 (RkOdkForm, 1);
      form->form_id = g_strdup ("");
      form->version = g_strdup ("");
      form->name = g_strstrip (g_strdup ((const char *) content));
      form->url = g_uri_to_string (uri);
      g_ptr_array_add (forms, form);
    }
  xmlFree (content);
  xmlFree (url);
}

static void
add_group (GPtrArray *lists, xmlNode *node, GUri *base)
{
  g_autofree char *address = dup_address (node, "listUrl", base);

  if (address != NULL)
    g_ptr_array_add (lists, g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL));
}

gboolean
rk_odk_list_parse (GBytes *bytes, GUri *base, GPtrArray *forms, GPtrArray *lists, GError **error)
{
  g_autoptr (xmlDoc) doc = parse (bytes);
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  g_autofree char *name = rk_odk_uri_dup_name (base);

  if (!is_named (root, "xforms") && !is_named (root, "forms"))
    {
      /* Translators: the name of a server */
      g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_NOT_ODK,
                   _ ("The server %s does not answer with a list of questionnaires. Look at the "
                      "address again, and whether your network asks you to sign in first."),
                      name);
      return FALSE;
    }
  for (xmlNode *n = root->children; n != NULL && forms->len <= RK_ODK_MAX_FORMS; n = n->next)
    if (is_named (n, "xform"))
      add_form (forms, n, base);
    else if (is_named (n, "form"))
      add_old_form (forms, n, base);
    else if (is_named (n, "xforms-group"))
      add_group (lists, n, base);
  if (forms->len <= RK_ODK_MAX_FORMS)
    return TRUE;
  /* Translators: the name of a server, then a number */
  g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_TOO_LARGE,
               _ ("The server %s lists more than %d questionnaires. Use an address with fewer."),
                  name, RK_ODK_MAX_FORMS);
  return FALSE;
}

/* --- the manifest ----------------------------------------------------------------------------- */

static void
free_media (gpointer data)
{
  RkOdkMedia *media = data;

  g_free (media->name);
  g_free (media->md5);
  g_free (media->url);
  g_free (media);
}

/* A relative path that leads nowhere else. */
static gboolean
is_safe_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);

  if (strlen (name) > MAX_NAME || strpbrk (name, "\\:*?\"<>|") != NULL)
    return FALSE;
  for (const char *c = name; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] == '\0' || g_str_equal (parts[i], ".") || g_str_equal (parts[i], ".."))
      return FALSE;
  return TRUE;
}

static RkOdkMedia *
read_media (xmlNode *node, GUri *base)
{
  RkOdkMedia *media = g_new0 (RkOdkMedia, 1);
  g_autofree char *hash = dup_child (node, "hash");

  media->name = dup_child (node, "filename");
  media->url = dup_address (node, "downloadUrl", base);
  if (hash != NULL && g_str_has_prefix (hash, "md5:"))
    media->md5 = g_ascii_strdown (hash + strlen ("md5:"), -1);
  if (media->name != NULL && media->url != NULL && is_safe_name (media->name))
    return media;
  free_media (media);
  return NULL;
}

GPtrArray *
rk_odk_manifest_parse (GBytes *bytes, GUri *base, GError **error)
{
  g_autoptr (xmlDoc) doc = parse (bytes);
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_media);
  g_autofree char *name = rk_odk_uri_dup_name (base);
  gboolean sound = is_named (root, "manifest");

  for (xmlNode *n = sound ? root->children : NULL; n != NULL && sound; n = n->next)
    if (is_named (n, "mediaFile"))
      {
        RkOdkMedia *media = read_media (n, base);

        sound = media != NULL && list->len < RK_ODK_MAX_MEDIA_FILES;
        if (media != NULL)
          g_ptr_array_add (list, media);
      }
  if (sound)
    return g_steal_pointer (&list);
  /* Translators: the name of a server */
  g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_DAMAGED,
               _ ("The list of files that go with the questionnaire cannot be read. Nothing was "
                  "added. Tell the administrator of the server %s."),
                  name);
  return NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(RkOdkMedia *const *) a)->name, (*(RkOdkMedia *const *) b)->name);
}

char *
rk_odk_manifest_hash (GPtrArray *list)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);

  g_ptr_array_sort (list, compare_names); /* the order means nothing */
  for (guint i = 0; i < list->len; i++)
    {
      const RkOdkMedia *media = g_ptr_array_index (list, i);
      g_autofree char *line =
          g_strdup_printf ("%s %s\n", media->md5 != NULL ? media->md5 : "-", media->name);

      g_checksum_update (checksum, (const guchar *) line, -1);
    }
  return g_strconcat ("md5:", g_checksum_get_string (checksum), NULL);
}

/* --- the answer to a submission --------------------------------------------------------------- */

char *
rk_odk_reply_dup_message (GBytes *body)
{
  g_autoptr (xmlDoc) doc = body != NULL ? parse (body) : NULL;
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  g_autofree char *text = is_named (root, "OpenRosaResponse") ? dup_child (root, "message") : NULL;
  g_auto (GStrv) words = NULL;
  char *line;

  if (text == NULL)
    return NULL;
  words = g_strsplit_set (text, " \t\r\n", -1);
  line = g_strjoinv (" ", words);
  if (g_utf8_strlen (line, -1) > MAX_MESSAGE)
    *g_utf8_offset_to_pointer (line, MAX_MESSAGE) = '\0';
  return line;
}
