/* SPDX-License-Identifier: EUPL-1.2 */
/* The data of the form: an empty response, and the lists it chooses from. */
#include "config.h"
#include "rk-xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- XML -------------------------------------------------------------------------------------- */

static xmlNs *
find_ns (xmlNode *node, const char *name, const char **local)
{
  const char *colon = strchr (name, ':');
  g_autofree char *prefix = colon != NULL ? g_strndup (name, colon - name) : NULL;

  *local = colon != NULL ? colon + 1 : name;
  return xmlSearchNs (node->doc, node, BAD_CAST prefix);
}

void
rk_xf_set_attribute (xmlNode *node, const char *name, const char *value)
{
  const char *local;
  xmlNs *ns = strchr (name, ':') != NULL ? find_ns (node, name, &local) : NULL;

  if (ns != NULL)
    xmlSetNsProp (node, ns, BAD_CAST local, BAD_CAST value);
  else
    xmlSetProp (node, BAD_CAST name, BAD_CAST value);
}

xmlNode *
rk_xf_add_element (xmlNode *parent, const char *name)
{
  const char *local;
  xmlNs *ns = find_ns (parent, name, &local);
  xmlNode *node = xmlNewDocNode (parent->doc, ns, BAD_CAST local, NULL);

  return xmlAddChild (parent, node);
}

static void
set_text (xmlNode *node, const char *text)
{
  xmlAddChild (node, xmlNewDocText (node->doc, BAD_CAST text));
}

/* --- the empty response ----------------------------------------------------------------------- */

static void
write_attributes (RkXf *self, xmlNode *node, const RkXfElement *element)
{
  for (guint i = 0; i < element->instances->len; i++)
    {
      const RkXfRule *rule = g_ptr_array_index (element->instances, i);
      g_autofree char *value =
          rk_xf_resolve (self, rule->value, element, element->row, rule->column, FALSE, FALSE);

      if (value != NULL)
        rk_xf_set_attribute (node, rule->name, value);
    }
}

static xmlNode *
write_node (RkXf *self, xmlNode *parent, const RkXfElement *element)
{
  xmlNode *node = rk_xf_add_element (parent, element->name);

  write_attributes (self, node, element);
  if (element->default_value != NULL && !element->dynamic)
    set_text (node, element->default_value);
  return node;
}

/* Writes @element and what it holds. The first time a repeat is met it gets a template beside its
 * first row (@templates); what stands in a template is itself one. */
static void
write_tree (RkXf *self, xmlNode *parent, const RkXfElement *element, gboolean is_template,
            gboolean templates)
{
  xmlNode *node;

  if (element->kind == RK_XF_EXTERNAL)
    return;
  if (element->kind == RK_XF_ATTRIBUTE)
    {
      rk_xf_set_attribute (parent, element->name,
                           element->default_value != NULL && !element->dynamic
                               ? element->default_value
                               : "");
      return;
    }
  node = write_node (self, parent, element);
  if (is_template)
    rk_xf_set_attribute (node, "jr:template", "");
  for (guint i = 0; i < element->children->len; i++)
    {
      const RkXfElement *child = g_ptr_array_index (element->children, i);

      if (child->kind == RK_XF_REPEAT && (is_template || templates))
        write_tree (self, node, child, TRUE, TRUE);
      if (child->kind == RK_XF_REPEAT && !is_template)
        write_tree (self, node, child, FALSE, FALSE);
      if (child->kind != RK_XF_REPEAT)
        write_tree (self, node, child, FALSE, is_template || templates);
    }
}

void
rk_xf_write_instance (RkXf *self, xmlNode *model)
{
  xmlNode *instance = rk_xf_add_element (model, "instance");
  const char *ns = rk_xf_setting (self, "instance_xmlns");

  write_tree (self, instance, self->root, FALSE, TRUE);
  if (ns != NULL)
    rk_xf_set_attribute (instance->children, "xmlns", ns);
}

/* --- lists ------------------------------------------------------------------------------------ */

/* Declares the list @id that is read from @source ("": it stands in the form). FALSE when it is
 * declared already. */
static gboolean
declare (RkXf *self, const char *id, const char *source, const RkXfRow *row,
         const RkXfColumn *column)
{
  const char *before = g_hash_table_lookup (self->instances, id);

  if (before == NULL)
    {
      g_hash_table_insert (self->instances, g_strdup (id), g_strdup (source));
      return TRUE;
    }
  if (*source != '\0' && !g_str_equal (before, source))
    rk_xf_error (self, "duplicate-instance", row, column,
                 /* Translators: a name, two addresses of files. */
                 _ ("The name “%s” stands for two lists: %s and %s. Rename one of the files."), id,
                    before, source);
  return FALSE;
}

static void
write_source (RkXf *self, xmlNode *model, const char *id, const char *source, const RkXfRow *row,
              const RkXfColumn *column)
{
  xmlNode *instance;

  if (!declare (self, id, source, row, column))
    return;
  instance = rk_xf_add_element (model, "instance");
  rk_xf_set_attribute (instance, "id", id);
  rk_xf_set_attribute (instance, "src", source);
}

static void
write_file (RkXf *self, xmlNode *model, const RkXfElement *element)
{
  const char *dot = strrchr (element->list, '.');
  g_autofree char *id = g_strndup (element->list, dot - element->list);
  g_autofree char *source =
      g_strconcat (g_str_equal (dot, ".csv") ? "jr://file-csv/" : "jr://file/", element->list,
                   NULL);

  write_source (self, model, id, source, element->row, rk_xf_row_column (element->row, "type"));
}

static void
write_external (RkXf *self, xmlNode *model, const RkXfElement *element)
{
  gboolean csv = g_str_equal (element->type->name, "csv-external");
  g_autofree char *source = g_strconcat (csv ? "jr://file-csv/" : "jr://file/", element->name,
                                         csv ? ".csv" : ".xml", NULL);

  write_source (self, model, element->name, source, element->row,
                rk_xf_row_column (element->row, "name"));
}

/* pulldata('fruits', …) reads the file fruits.csv. */
static void
write_pulldata (RkXf *self, xmlNode *model, const RkXfElement *element, const char *text,
                const RkXfColumn *column)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("pulldata\\s*\\(\\s*['\"]([^'\"]+)['\"]\\s*,", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (text == NULL || strstr (text, "pulldata") == NULL)
    return;
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *id = g_match_info_fetch (match, 1);
      g_autofree char *source = g_strconcat ("jr://file-csv/", id, ".csv", NULL);

      write_source (self, model, id, source, element->row, column);
    }
}

static void
write_sources (RkXf *self, xmlNode *model, const RkXfElement *element)
{
  if (element->kind == RK_XF_EXTERNAL)
    write_external (self, model, element);
  else if (element->list != NULL && strchr (element->list, '.') != NULL &&
           rk_xf_list_find (self, element->list) == NULL && !rk_xf_has_reference (element->list))
    write_file (self, model, element);
  for (guint i = 0; i < element->binds->len; i++)
    {
      const RkXfRule *rule = g_ptr_array_index (element->binds, i);

      write_pulldata (self, model, element, rule->value, rule->column);
    }
  write_pulldata (self, model, element, element->choice_filter,
                  rk_xf_row_column (element->row, "choice_filter"));
  write_pulldata (self, model, element, element->default_value,
                  rk_xf_row_column (element->row, "default"));
  for (guint i = 0; i < element->children->len; i++)
    write_sources (self, model, g_ptr_array_index (element->children, i));
}

static void
write_choice (RkXf *self, xmlNode *root, const RkXfList *list, guint position)
{
  const RkXfChoice *choice = g_ptr_array_index (list->choices, position);
  xmlNode *item = rk_xf_add_element (root, "item");

  if (list->itext)
    {
      g_autofree char *id = g_strdup_printf ("%s-%u", list->name, position);

      set_text (rk_xf_add_element (item, "itextId"), id);
    }
  set_text (rk_xf_add_element (item, "name"), choice->name);
  if (!list->itext && !rk_xf_text_is_empty (&choice->label))
    set_text (rk_xf_add_element (item, "label"),
              ((RkXfPhrase *) g_ptr_array_index (choice->label.phrases, 0))->text);
  for (guint i = 0; i < choice->extra->len; i++)
    {
      const RkXfRule *extra = g_ptr_array_index (choice->extra, i);

      set_text (rk_xf_add_element (item, extra->name), extra->value);
    }
}

static void
write_list (RkXf *self, xmlNode *model, const RkXfList *list)
{
  const RkXfChoice *first = g_ptr_array_index (list->choices, 0);
  xmlNode *instance, *root;

  if (!declare (self, list->name, "", first->row, NULL))
    return;
  instance = rk_xf_add_element (model, "instance");
  rk_xf_set_attribute (instance, "id", list->name);
  root = rk_xf_add_element (instance, "root");
  for (guint i = 0; i < list->choices->len; i++)
    write_choice (self, root, list, i);
}

void
rk_xf_write_lists (RkXf *self, xmlNode *model)
{
  write_sources (self, model, self->root);
  if (self->last_saved)
    write_source (self, model, "__last-saved", "jr://instance/last-saved", NULL, NULL);
  for (guint i = 0; i < self->lists->len; i++)
    {
      const RkXfList *list = g_ptr_array_index (self->lists, i);

      if (!list->inlined && list->choices->len > 0)
        write_list (self, model, list);
    }
}
