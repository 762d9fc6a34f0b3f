/* SPDX-License-Identifier: EUPL-1.2 */
/* The conversion as a whole: read the sheets, build the form, write it, and let the engine look at
 * the result. */
#include "config.h"
#include "rk-xlsform.h"

#include "rk-xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define XFORMS_NS "http://www.w3.org/2002/xforms"
#define ENTITIES_NS "http://www.opendatakit.org/xforms/entities"
#define XFORMS_VERSION "1.0.0"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

static RkXf *
xf_new (const char *file)
{
  RkXf *self = g_new0 (RkXf, 1);

  self->file = file;
  self->clean = TRUE;
  self->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_form_message_free);
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_xf_list_free);
  self->list_by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_path = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->prefixes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->instances = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->triggered =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->itext = rk_xf_itext_new ();
  return self;
}

static void
xf_free (RkXf *self)
{
  g_ptr_array_unref (self->messages);
  g_ptr_array_unref (self->lists);
  g_hash_table_unref (self->list_by_name);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->by_path);
  g_hash_table_unref (self->prefixes);
  g_hash_table_unref (self->instances);
  g_hash_table_unref (self->triggered);
  rk_xf_itext_free (self->itext);
  g_clear_pointer (&self->root, rk_xf_element_free);
  g_clear_pointer (&self->survey, rk_xf_table_free);
  g_clear_pointer (&self->choices, rk_xf_table_free);
  g_clear_pointer (&self->settings, rk_xf_table_free);
  g_clear_pointer (&self->external, rk_xf_table_free);
  g_clear_pointer (&self->entities, rk_xf_table_free);
  g_free (self->default_language);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkXf, xf_free)

/* --- writing ---------------------------------------------------------------------------------- */

static xmlNode *
write_root (RkXf *self, xmlDoc *doc)
{
  xmlNode *html = xmlNewDocNode (doc, NULL, BAD_CAST "html", NULL);
  g_autoptr (GList) prefixes =
      g_list_sort (g_hash_table_get_keys (self->prefixes), (GCompareFunc) strcmp);

  xmlDocSetRootElement (doc, html);
  xmlNewNs (html, BAD_CAST XFORMS_NS, NULL);
  for (const GList *l = prefixes; l != NULL; l = l->next)
    xmlNewNs (html, g_hash_table_lookup (self->prefixes, l->data), l->data);
  xmlSetNs (html, xmlSearchNs (doc, html, BAD_CAST "h"));
  return html;
}

/* Lists stand before the rules that read them, though it is the rules that ask for them. */
static void
move_lists (xmlNode *before)
{
  xmlNode *next;

  for (xmlNode *node = before; node != NULL; node = next)
    {
      next = node->next;
      if (g_str_equal (node->name, "instance"))
        xmlAddPrevSibling (before, node);
    }
}

static void
write_submission (RkXf *self, xmlNode *model)
{
  static const struct
  {
    const char *setting, *attribute;
  } parts[] = { { "submission_url", "action" },
                { "public_key", "base64RsaPublicKey" },
                { "auto_send", "orx:auto-send" },
                { "auto_delete", "orx:auto-delete" } };
  xmlNode *submission = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *value = rk_xf_setting (self, parts[i].setting);

      if (value == NULL)
        continue;
      if (submission == NULL)
        submission = rk_xf_add_element (model, "submission");
      rk_xf_set_attribute (submission, parts[i].attribute, value);
      if (i == 0)
        rk_xf_set_attribute (submission, "method", "post");
    }
  if (!rk_xf_setting_is_on (self, "client_editable"))
    return;
  if (submission == NULL)
    submission = rk_xf_add_element (model, "submission");
  rk_xf_set_attribute (submission, "odk:client-editable", "true");
}

static void
write_form (RkXf *self, xmlDoc *doc)
{
  const char *title = rk_xf_setting (self, "title");
  const RkXfRule *id = rk_xf_rules_find (self->root->instances, "id");
  xmlNode *html, *head, *model, *instance;

  if (self->entities_version != NULL)
    g_hash_table_replace (self->prefixes, g_strdup ("entities"), g_strdup (ENTITIES_NS));
  html = write_root (self, doc);
  head = rk_xf_add_element (html, "h:head");
  xmlAddChild (rk_xf_add_element (head, "h:title"),
               xmlNewDocText (doc, BAD_CAST (title != NULL ? title : id->value)));
  model = rk_xf_add_element (head, "model");
  rk_xf_set_attribute (model, "odk:xforms-version", XFORMS_VERSION);
  if (self->entities_version != NULL)
    rk_xf_set_attribute (model, "entities:entities-version", self->entities_version);
  write_submission (self, model);
  rk_xf_itext_collect (self);
  rk_xf_itext_write (self, model);
  rk_xf_write_instance (self, model);
  instance = xmlGetLastChild (model);
  rk_xf_write_body (self, rk_xf_add_element (html, "h:body"));
  rk_xf_write_binds (self, model);
  rk_xf_write_lists (self, model);
  move_lists (instance->next);
}

static GBytes *
dump (xmlDoc *doc)
{
  xmlChar *text = NULL;
  int length = 0;
  GBytes *bytes;

  xmlDocDumpFormatMemoryEnc (doc, &text, &length, "UTF-8", 1);
  bytes = g_bytes_new (text, (gsize) length);
  xmlFree (text);
  return bytes;
}

/* --- the whole way ---------------------------------------------------------------------------- */

/* (nullable): there is nothing to write */
static GBytes *
convert (RkXf *self, const RkXlsx *book)
{
  g_autoptr (xmlDoc) doc = NULL;

  rk_xf_tables_load (self, book);
  if (self->survey == NULL)
    return NULL;
  rk_xf_settings_load (self);
  rk_xf_choices_load (self);
  rk_xf_survey_load (self);
  if (self->root->children->len == 0)
    return NULL;
  rk_xf_names_collect (self);
  rk_xf_advise (self);
  doc = xmlNewDoc (BAD_CAST "1.0");
  write_form (self, doc);
  return dump (doc);
}

/* Errors first, and each kind from the top. */
static int
compare_messages (gconstpointer a, gconstpointer b)
{
  const RkFormMessage *one = *(RkFormMessage *const *) a, *other = *(RkFormMessage *const *) b;
  int order;

  if (one->severity != other->severity)
    return one->severity == RK_FORM_SEVERITY_ERROR ? -1 : 1;
  order = g_strcmp0 (other->sheet, one->sheet); /* survey, settings, choices */
  return order != 0 ? order : one->line - other->line;
}

static void
set_error (RkXf *self, GError **error)
{
  const RkFormMessage *first = g_ptr_array_index (self->messages, 0);
  g_autofree char *place = rk_form_message_dup_place (first);

  if (place != NULL)
    g_set_error (error, RK_FORM_ERROR, RK_FORM_ERROR_INVALID,
                 /* Translators: file name, place ("sheet survey, row 12"), what is wrong there. */
                 _ ("“%s”, %s: %s"), self->file, place, first->message);
  else
    g_set_error (error, RK_FORM_ERROR, RK_FORM_ERROR_INVALID,
                 /* Translators: file name, what is wrong. */
                 _ ("“%s”: %s"), self->file, first->message);
}

/* Lets the engine look at the form, and puts what it finds on the sheet. */
static RkForm *
check (RkXf *self, GBytes *form, const char *const *folders)
{
  g_autoptr (GPtrArray) findings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rk_form_message_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) result = rk_form_new (form, self->file, folders, findings, &error);

  rk_xf_findings_map (self, findings);
  if (result == NULL && !self->failed)
    rk_xf_report (self, RK_FORM_SEVERITY_ERROR, "refused", NULL, 0, NULL, "%s", error->message);
  return self->failed ? NULL : g_steal_pointer (&result);
}

RkForm *
rk_xlsform_new (GBytes *bytes, const char *name, const char *const *folders, GPtrArray *messages,
                GError **error)
{
  g_autoptr (RkXlsx) book = NULL;
  g_autoptr (RkXf) self = NULL;
  g_autoptr (GBytes) form = NULL;
  g_autoptr (RkForm) result = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  book = rk_xlsx_new (bytes, name, error);
  if (book == NULL)
    return NULL;
  self = xf_new (name);
  form = convert (self, book);
  if (form != NULL)
    result = check (self, form, folders);
  g_ptr_array_sort (self->messages, compare_messages);
  if (result == NULL)
    set_error (self, error);
  while (messages != NULL && self->messages->len > 0)
    g_ptr_array_add (messages, g_ptr_array_steal_index (self->messages, 0));
  return g_steal_pointer (&result);
}

RkForm *
rk_xlsform_open (const char *path, const char *extra_folder, GPtrArray *messages, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_auto (GStrv) folders = NULL;
  g_autoptr (GBytes) bytes = rk_form_load_bytes (path, error);

  if (bytes == NULL)
    return NULL;
  folders = rk_form_list_folders (path, extra_folder);
  /* What is called a spreadsheet and is none is told so, instead of what would be wrong as XML. */
  if (rk_xlsx_is_spreadsheet (bytes) || rk_xlsx_is_named_so (name))
    return rk_xlsform_new (bytes, name, (const char *const *) folders, messages, error);
  return rk_form_new (bytes, name, (const char *const *) folders, messages, error);
}
