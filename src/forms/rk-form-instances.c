/* SPDX-License-Identifier: EUPL-1.2 */
/* Secondary instances: inside the form, or a file beside it that is found by its base name. */
#include "config.h"
#include "rk-form-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GBytes *
read_file (const char *path, const char *name, GError **error)
{
  gsize length;
  char *text = rk_form_read_file (path, name, &length, error);

  return text != NULL ? g_bytes_new_take (text, length) : NULL;
}

/* The first file called @name in the folders of the form, or what its loader finds: (transfer full)
 * (nullable); NULL without an error when it is not there. */
static GBytes *
read_attachment (RkForm *self, const char *name, GError **error)
{
  if (self->loader != NULL)
    return self->loader (name, self->loader_data);
  for (guint i = 0; i < self->folders->len; i++)
    {
      g_autofree char *path = g_build_filename (g_ptr_array_index (self->folders, i), name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return read_file (path, name, error);
    }
  return NULL;
}

static xmlDoc *
parse_attachment (GBytes *bytes, const char *name, GError **error)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (text == NULL)
    text = "";
  if (g_str_has_suffix (folded, ".csv"))
    return rk_form_csv_to_xml (text, length, error);
  if (g_str_has_suffix (folded, ".geojson"))
    return rk_form_geojson_to_xml (text, length, error);
  return rk_form_parse_xml (text, length, name, error);
}

/* What stands for a file that is not there. */
static xmlDoc *
blank_document (void)
{
  xmlDoc *doc = xmlNewDoc (BAD_CAST "1.0");

  xmlDocSetRootElement (doc, xmlNewDocNode (doc, NULL, BAD_CAST "root", NULL));
  return doc;
}

char *
rk_form_dup_media_name (const char *src)
{
  const char *slash = strrchr (src, '/');
  char *name = g_uri_unescape_string (slash != NULL ? slash + 1 : src, "/");

  /* An encoded slash: no file has such a name. */
  return name != NULL ? name : g_strdup (slash != NULL ? slash + 1 : src);
}

static xmlDoc *
load_external (RkForm *self, const char *src, int line)
{
  g_autofree char *name = rk_form_dup_media_name (src);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  xmlDoc *doc;

  if (g_str_has_prefix (src, "jr://instance/"))
    return blank_document ();
  bytes = read_attachment (self, name, &error);
  if (bytes == NULL && error == NULL)
    {
      g_ptr_array_add (self->attachments, g_strconcat ("MISSING:", name, NULL));
      rk_form_report (self, RK_FORM_SEVERITY_WARNING, "missing-attachment", line, NULL,
                      /* Translators: a file name. */
                      _ ("The file “%s” is not there; its list stays empty. Put it in the folder "
                         "of the form."),
                         name);
      return blank_document ();
    }
  g_ptr_array_add (self->attachments, g_strdup (name));
  doc = bytes != NULL ? parse_attachment (bytes, name, &error) : NULL;
  if (doc != NULL)
    return doc;
  rk_form_report (self, RK_FORM_SEVERITY_ERROR, "bad-attachment", line, NULL,
                  /* Translators: a file name, the reason. */
                  _ ("The file “%s” cannot be used: %s"), name, error->message);
  return blank_document ();
}

static void
load_instance (RkForm *self, xmlNode *element)
{
  g_autofree char *id = rk_xml_dup_attribute (element, NULL, "id");
  g_autofree char *src = rk_xml_dup_attribute (element, NULL, "src");
  xmlNode *root = rk_xml_next_element (element->children);

  if (id == NULL)
    return;
  if (g_hash_table_contains (self->instances, id) || g_strcmp0 (id, self->primary_id) == 0)
    {
      rk_form_report (self, RK_FORM_SEVERITY_ERROR, "duplicate-instance", rk_xml_line (element),
                      NULL, _ ("There are two instances called “%s”. Rename one of them."), id);
      return;
    }
  if (src != NULL)
    {
      xmlDoc *doc = load_external (self, src, rk_xml_line (element));

      g_ptr_array_add (self->documents, doc);
      root = xmlDocGetRootElement (doc);
    }
  if (g_strcmp0 (src, "jr://instance/last-saved") == 0)
    g_hash_table_add (self->last_saved, g_strdup (id));
  if (root != NULL)
    g_hash_table_insert (self->instances, g_steal_pointer (&id), root);
}

void
rk_form_load_instances (RkForm *self)
{
  for (xmlNode *n = rk_xml_next_element (self->model->children); n != NULL;
       n = rk_xml_next_element (n->next))
    if (rk_xml_is (n, RK_XFORMS_NS, "instance") &&
        rk_xml_next_element (n->children) != self->primary)
      load_instance (self, n);
}
