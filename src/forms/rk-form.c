/* SPDX-License-Identifier: EUPL-1.2 */
/* Reads a form: finds its parts, hands each to the file that knows it, and refuses the form when
 * one of them had to report an error. */
#include "config.h"
#include "rk-form-private.h"

#include <glib/gi18n-lib.h>

#define MAX_MESSAGES 1000
#define XHTML_NS "http://www.w3.org/1999/xhtml"

G_DEFINE_QUARK (rk - form - error - quark, rk_form_error)
G_DEFINE_FINAL_TYPE (RkForm, rk_form, G_TYPE_OBJECT)

void
rk_form_message_free (RkFormMessage *message)
{
  g_free (message->sheet);
  g_free (message->column);
  g_free (message->ref);
  g_free (message->message);
  g_free (message);
}

char *
rk_form_message_dup_place (const RkFormMessage *message)
{
  if (message->sheet == NULL)
    /* Translators: a line number. */
    return message->line > 0 ? g_strdup_printf (_ ("line %d"), message->line) : NULL;
  if (message->line <= 0)
    /* Translators: the name of a sheet of a spreadsheet. */
    return g_strdup_printf (_ ("sheet %s"), message->sheet);
  if (message->column == NULL)
    /* Translators: the name of a sheet of a spreadsheet, the number of a row. */
    return g_strdup_printf (_ ("sheet %s, row %d"), message->sheet, message->line);
  /* Translators: the name of a sheet of a spreadsheet, the number of a row, the header of a
   * column. */
  return g_strdup_printf (_ ("sheet %s, row %d, column %s"), message->sheet, message->line,
                             message->column);
}

void
rk_form_report (RkForm *self, RkFormSeverity severity, const char *code, int line, const char *ref,
                const char *format, ...)
{
  RkFormMessage *message;
  va_list args;

  if (self->messages->len >= (severity == RK_FORM_SEVERITY_ERROR ? 2 : 1) * MAX_MESSAGES)
    return; /* nobody reads more */
  message = g_new0 (RkFormMessage, 1);
  message->severity = severity;
  message->code = code;
  message->line = line;
  message->ref = g_strdup (ref);
  va_start (args, format);
  message->message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->messages, message);
}

static const char *
find_namespace (const char *prefix, gpointer element)
{
  xmlNode *node = element;
  xmlNs *ns = xmlSearchNs (node->doc, node, BAD_CAST prefix);

  return ns != NULL ? (const char *) ns->href : NULL;
}

static const char *
code_of (const GError *error)
{
  switch (error->code)
    {
    case RK_XPATH_ERROR_FUNCTION: return "unknown-function";
    case RK_XPATH_ERROR_ARITY: return "arity";
    case RK_XPATH_ERROR_PREFIX: return "unknown-prefix";
    case RK_XPATH_ERROR_LIMIT: return "xpath-limit";
    default: return "xpath-syntax";
    }
}

/* Forms say the same over and over; prefixes mean the same below one element that declares some. */
static char *
expression_key (const char *text, const xmlNode *element)
{
  while (element != NULL && element->type == XML_ELEMENT_NODE && element->nsDef == NULL)
    element = element->parent;
  return g_strdup_printf ("%p %s", (const void *) element, text);
}

RkXPath *
rk_form_compile (RkForm *self, const char *text, xmlNode *element, const char *what,
                 const char *ref)
{
  g_autofree char *key = expression_key (text, element);
  g_autoptr (GError) error = NULL;
  RkXPath *xpath = g_hash_table_lookup (self->expressions, key);

  if (xpath != NULL)
    return rk_xpath_ref (xpath);
  xpath = rk_xpath_compile (text, find_namespace, element, &error);
  if (xpath != NULL)
    g_hash_table_insert (self->expressions, g_steal_pointer (&key), rk_xpath_ref (xpath));
  else
    rk_form_report (self, RK_FORM_SEVERITY_ERROR, code_of (error), rk_xml_line (element), ref,
                    /* Translators: attribute name, path of a question, what is wrong with it. */
                    _ ("The “%s” of %s cannot be used. %s"), what,
                       ref != NULL ? ref : _ ("the form"), error->message);
  return xpath;
}

/* --- finding the parts ------------------------------------------------------------------------ */

static xmlNode *
find_child (xmlNode *parent, const char *ns, const char *name)
{
  for (xmlNode *n = parent != NULL ? rk_xml_next_element (parent->children) : NULL; n != NULL;
       n = rk_xml_next_element (n->next))
    if (rk_xml_is (n, ns, name))
      return n;
  return NULL;
}

/* @where: what should have it. */
static void
report_missing (RkForm *self, const char *code, const xmlNode *where, const char *what)
{
  rk_form_report (self, RK_FORM_SEVERITY_ERROR, code, rk_xml_line (where), NULL,
                  /* Translators: an element name such as “model”. */
                  _ ("This is not an ODK XForm: the element “%s” is missing. Choose a form that "
                     "was made with XLSForm or another ODK tool."),
                     what);
}

static gboolean
find_parts (RkForm *self)
{
  xmlNode *html = xmlDocGetRootElement (self->doc);

  if (!rk_xml_is (html, XHTML_NS, "html"))
    {
      report_missing (self, "not-a-form", html, "h:html");
      return FALSE;
    }
  self->head = find_child (html, XHTML_NS, "head");
  self->body_element = find_child (html, XHTML_NS, "body");
  self->model = find_child (self->head, RK_XFORMS_NS, "model");
  if (self->model == NULL)
    report_missing (self, "no-model", self->head != NULL ? self->head : html, "model");
  if (self->body_element == NULL)
    report_missing (self, "no-body", html, "h:body");
  return self->model != NULL && self->body_element != NULL;
}

/* The primary instance is the first one; it has exactly one root, which carries the form's id. */
static gboolean
find_primary (RkForm *self)
{
  xmlNode *instance = find_child (self->model, RK_XFORMS_NS, "instance");
  xmlNode *root = instance != NULL ? rk_xml_next_element (instance->children) : NULL;
  xmlNode *second = root != NULL ? rk_xml_next_element (root->next) : NULL;

  if (root == NULL)
    report_missing (self, "no-root", instance != NULL ? instance : self->model, "instance");
  else if (second != NULL)
    rk_form_report (self, RK_FORM_SEVERITY_ERROR, "multiple-roots", rk_xml_line (second), NULL,
                    /* Translators: two element names. */
                    _ ("The first instance has more than one root: “%s” and “%s”. Keep one of "
                       "them."),
                       root->name, second->name);
  self->primary = second == NULL ? root : NULL;
  if (root != NULL)
    self->primary_id = rk_xml_dup_attribute (instance, NULL, "id");
  return self->primary != NULL;
}

static void
read_identity (RkForm *self)
{
  xmlNode *title = find_child (self->head, XHTML_NS, "title");
  xmlChar *text = title != NULL ? xmlNodeGetContent (title) : NULL;

  self->id = rk_xml_dup_attribute (self->primary, NULL, "id");
  self->version = rk_xml_dup_attribute (self->primary, NULL, "version");
  if (self->version == NULL)
    self->version = rk_xml_dup_attribute (self->primary, RK_ORX_NS, "version");
  if (self->version == NULL)
    self->version = g_strdup ("");
  if (self->id == NULL)
    rk_form_report (self, RK_FORM_SEVERITY_ERROR, "no-id", rk_xml_line (self->primary), NULL,
                    /* Translators: an element name. */
                    _ ("The root “%s” of the first instance has no id. Give it an attribute “id” "
                       "with the name of the form."),
                       self->primary->name);
  self->title = g_strstrip (g_strdup (text != NULL ? (char *) text : ""));
  if (*self->title == '\0')
    {
      g_free (self->title);
      self->title = g_strdup (self->id != NULL ? self->id : "");
    }
  xmlFree (text);
}

/* A key asks for answers that only its owner can read. That is not what happens to them here. */
static void
check_submission (RkForm *self)
{
  xmlNode *submission = find_child (self->model, RK_XFORMS_NS, "submission");
  g_autofree char *key =
      submission != NULL ? rk_xml_dup_attribute (submission, NULL, "base64RsaPublicKey") : NULL;

  if (key != NULL && *g_strstrip (key) != '\0')
    rk_form_report (self, RK_FORM_SEVERITY_WARNING, "not-encrypted", rk_xml_line (submission), NULL,
                    _ ("The form asks to encrypt its answers, which is not done: they are kept and "
                       "sent as they are. Send them over a secure connection only."));
}

/* Loads everything there is to load, as far as each part makes sense without the former. */
static void
load (RkForm *self)
{
  if (!find_parts (self) || !find_primary (self))
    return;
  read_identity (self);
  check_submission (self);
  rk_form_load_instances (self);
  rk_form_load_itext (self);
  if (!rk_form_load_defs (self))
    return;
  rk_form_load_binds (self);
  rk_form_load_body (self);
  rk_form_load_actions (self);
  rk_form_link (self);
  g_hash_table_remove_all (self->expressions);
}

/* --- vfuncs ----------------------------------------------------------------------------------- */

static void
rk_form_finalize (GObject *object)
{
  RkForm *self = RK_FORM (object);

  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_clear_pointer (&self->comps, g_ptr_array_unref);
  g_clear_pointer (&self->ordered, g_ptr_array_unref);
  g_clear_pointer (&self->anywhere, g_ptr_array_unref);
  g_clear_pointer (&self->controls, g_ptr_array_unref);
  g_clear_pointer (&self->bind_by_nodeset, g_hash_table_unref);
  g_clear_pointer (&self->binds, g_ptr_array_unref);
  g_clear_pointer (&self->by_nodeset, g_hash_table_unref);
  g_clear_pointer (&self->defs, g_ptr_array_unref);
  g_clear_pointer (&self->instances, g_hash_table_unref);
  g_clear_pointer (&self->last_saved, g_hash_table_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
  g_clear_pointer (&self->folders, g_ptr_array_unref);
  g_clear_pointer (&self->itext, g_ptr_array_unref);
  g_clear_pointer (&self->itext_outputs, g_hash_table_unref);
  g_clear_pointer (&self->languages, g_ptr_array_unref);
  g_clear_pointer (&self->messages, g_ptr_array_unref);
  g_clear_pointer (&self->expressions, g_hash_table_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->doc, xmlFreeDoc);
  g_free (self->name);
  g_free (self->id);
  g_free (self->version);
  g_free (self->title);
  g_free (self->primary_id);
  G_OBJECT_CLASS (rk_form_parent_class)->finalize (object);
}

static void
rk_form_class_init (RkFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rk_form_finalize;
}

static void
free_document (gpointer doc)
{
  xmlFreeDoc (doc);
}

static void
rk_form_init (RkForm *self)
{
  self->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_form_message_free);
  self->expressions =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) rk_xpath_free);
  self->languages = g_ptr_array_new_with_free_func (g_free);
  self->itext = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  self->itext_outputs = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) rk_xpath_free, NULL);
  self->folders = g_ptr_array_new_with_free_func (g_free);
  self->attachments = g_ptr_array_new_with_free_func (g_free);
  self->documents = g_ptr_array_new_with_free_func (free_document);
  self->instances = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->last_saved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->defs = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_def_free);
  self->by_nodeset = g_hash_table_new (g_str_hash, g_str_equal);
  self->binds = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_bind_free);
  self->bind_by_nodeset = g_hash_table_new (g_str_hash, g_str_equal);
  self->controls = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_control_def_free);
  self->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_action_free);
  self->comps = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_comp_free);
  self->ordered = g_ptr_array_new ();
  self->anywhere = g_ptr_array_new ();
}

/* --- making ----------------------------------------------------------------------------------- */

static RkFormError
error_of (const char *code)
{
  const char *const no_form[] = { "not-a-form", "no-model", "no-body", "no-root", NULL };

  return g_strv_contains (no_form, code) ? RK_FORM_ERROR_NOT_FORM : RK_FORM_ERROR_INVALID;
}

/* Hands the findings to the caller; FALSE when one of them is an error. */
static gboolean
settle_messages (RkForm *self, GPtrArray *messages, GError **error)
{
  const RkFormMessage *first = NULL;

  for (guint i = 0; i < self->messages->len && first == NULL; i++)
    {
      const RkFormMessage *message = g_ptr_array_index (self->messages, i);

      first = message->severity == RK_FORM_SEVERITY_ERROR ? message : NULL;
    }
  if (first != NULL && first->line > 0)
    g_set_error (error, RK_FORM_ERROR, error_of (first->code),
                 /* Translators: file name, line number, what is wrong there. */
                 _ ("“%s”, line %d: %s"), self->name, first->line, first->message);
  else if (first != NULL)
    g_set_error (error, RK_FORM_ERROR, error_of (first->code),
                 /* Translators: file name, what is wrong with it. */
                 _ ("“%s”: %s"), self->name, first->message);
  while (messages != NULL && self->messages->len > 0)
    g_ptr_array_add (messages, g_ptr_array_steal_index (self->messages, 0));
  return first == NULL;
}

/* Reads the form that @self stands for; takes @self. */
static RkForm *
read_form (RkForm *reading, GPtrArray *messages, GError **error)
{
  g_autoptr (RkForm) self = reading;
  g_autoptr (GError) problem = NULL;
  gsize length;
  const char *text = g_bytes_get_data (self->bytes, &length);
  int line = 0;

  self->doc = rk_form_parse_form (text, length, self->name, &line, &problem);
  if (self->doc == NULL)
    {
      rk_form_report (self, RK_FORM_SEVERITY_ERROR,
                      problem->code == RK_FORM_ERROR_TOO_LARGE ? "too-large" : "not-xml", line,
                      NULL, "%s", problem->message);
      settle_messages (self, messages, NULL);
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  load (self);
  if (!settle_messages (self, messages, error))
    return NULL;
  g_ptr_array_add (self->languages, NULL);
  g_ptr_array_add (self->attachments, NULL);
  self->loader = NULL;
  return g_steal_pointer (&self);
}

static RkForm *
begin_form (GBytes *bytes, const char *name)
{
  RkForm *self = g_object_new (RK_TYPE_FORM, NULL);

  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  return self;
}

RkForm *
rk_form_new (GBytes *bytes, const char *name, const char *const *folders, GPtrArray *messages,
             GError **error)
{
  RkForm *self = begin_form (bytes, name);

  for (guint i = 0; folders != NULL && folders[i] != NULL; i++)
    g_ptr_array_add (self->folders, g_strdup (folders[i]));
  return read_form (self, messages, error);
}

RkForm *
rk_form_new_with_loader (GBytes *bytes, const char *name, RkFormLoader loader, gpointer data,
                         GPtrArray *messages, GError **error)
{
  RkForm *self = begin_form (bytes, name);

  self->loader = loader;
  self->loader_data = data;
  return read_form (self, messages, error);
}

/* A form of which the attachments stand in a folder of its own name beside it. */
static gboolean
has_form_suffix (const char *path)
{
  return g_str_has_suffix (path, ".xml") || g_str_has_suffix (path, ".xlsx");
}

char **
rk_form_list_folders (const char *path, const char *extra_folder)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *stem =
      has_form_suffix (path) ? g_strndup (path, strrchr (path, '.') - path) : g_strdup (path);
  char **folders = g_new0 (char *, 5);

  folders[0] = g_strdup (folder);
  folders[1] = g_build_filename (folder, "attachments", NULL);
  folders[2] = g_strconcat (stem, "-media", NULL);
  folders[3] = g_strdup (extra_folder);
  return folders;
}

GBytes *
rk_form_load_bytes (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  gsize length;
  char *text = rk_form_read_file (path, name, &length, error);

  if (text == NULL)
    return NULL;
  return g_bytes_new_take (text, length);
}

RkForm *
rk_form_new_from_file (const char *path, const char *extra_folder, GPtrArray *messages,
                       GError **error)
{
  g_auto (GStrv) folders = rk_form_list_folders (path, extra_folder);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = rk_form_load_bytes (path, error);

  if (bytes == NULL)
    return NULL;
  return rk_form_new (bytes, name, (const char *const *) folders, messages, error);
}

/* --- asking ----------------------------------------------------------------------------------- */

const char *
rk_form_get_id (RkForm *self)
{
  g_return_val_if_fail (RK_IS_FORM (self), NULL);
  return self->id;
}

const char *
rk_form_get_version (RkForm *self)
{
  g_return_val_if_fail (RK_IS_FORM (self), NULL);
  return self->version;
}

const char *
rk_form_get_title (RkForm *self)
{
  g_return_val_if_fail (RK_IS_FORM (self), NULL);
  return self->title;
}

GBytes *
rk_form_get_bytes (RkForm *self)
{
  g_return_val_if_fail (RK_IS_FORM (self), NULL);
  return self->bytes;
}

const char *const *
rk_form_get_languages (RkForm *self)
{
  g_return_val_if_fail (RK_IS_FORM (self), NULL);
  return (const char *const *) self->languages->pdata;
}

const char *const *
rk_form_get_attachments (RkForm *self)
{
  g_return_val_if_fail (RK_IS_FORM (self), NULL);
  return (const char *const *) self->attachments->pdata;
}

xmlNode *
rk_form_get_instance (RkForm *self, const char *id)
{
  g_return_val_if_fail (RK_IS_FORM (self), NULL);
  return g_hash_table_lookup (self->instances, id);
}

gboolean
rk_form_reads_last_saved (RkForm *self)
{
  g_return_val_if_fail (RK_IS_FORM (self), FALSE);
  return g_hash_table_size (self->last_saved) > 0;
}

const char *
rk_form_get_bind_attribute (RkForm *self, const char *nodeset, const char *name)
{
  return rk_form_get_bind_attribute_ns (self, nodeset, RK_FORM_NS, name);
}

const char *
rk_form_get_bind_attribute_ns (RkForm *self, const char *nodeset, const char *ns, const char *name)
{
  const RkBind *bind;
  xmlAttr *attribute;

  g_return_val_if_fail (RK_IS_FORM (self), NULL);
  bind = g_hash_table_lookup (self->bind_by_nodeset, nodeset);
  if (bind == NULL)
    return NULL;
  attribute = xmlHasNsProp (bind->element, BAD_CAST name, BAD_CAST ns);
  if (attribute == NULL || attribute->children == NULL)
    return NULL;
  return (const char *) attribute->children->content;
}

const RkControl *
rk_form_get_body (RkForm *self)
{
  g_return_val_if_fail (RK_IS_FORM (self), NULL);
  return g_ptr_array_index (self->controls, 0);
}

gboolean
rk_control_has_appearance (const RkControl *control, const char *word)
{
  g_auto (GStrv) words = g_strsplit_set (control->appearance, " \t\n", -1);

  return g_strv_contains ((const char *const *) words, word);
}
