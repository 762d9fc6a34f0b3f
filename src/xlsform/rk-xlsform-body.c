/* SPDX-License-Identifier: EUPL-1.2 */
/* What people see of the form: groups and controls. */
#include "config.h"
#include "rk-xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- labels ----------------------------------------------------------------------------------- */

static void
write_itext_reference (xmlNode *node, const char *id)
{
  g_autofree char *reference = g_strdup_printf ("jr:itext('%s')", id);

  rk_xf_set_attribute (node, "ref", reference);
}

static void
write_plain (RkXf *self, xmlNode *node, const RkXfElement *element, const RkXfText *text)
{
  const RkXfPhrase *phrase;

  if (rk_xf_text_is_empty (text))
    return;
  phrase = g_ptr_array_index (text->phrases, 0);
  rk_xf_write_words (self, node, phrase->text, element, element->row, phrase->column);
}

static void
write_label (RkXf *self, xmlNode *control, const RkXfElement *element, const char *path)
{
  g_autofree char *id = g_strconcat (path, ":label", NULL);

  if (rk_xf_label_is_itext (element))
    write_itext_reference (rk_xf_add_element (control, "label"), id);
  else if (!rk_xf_text_is_empty (&element->label))
    write_plain (self, rk_xf_add_element (control, "label"), element, &element->label);
}

static void
write_hint (RkXf *self, xmlNode *control, const RkXfElement *element, const char *path)
{
  g_autofree char *id = g_strconcat (path, ":hint", NULL);

  if (rk_xf_text_is_translated (&element->hint) || !rk_xf_text_is_empty (&element->guidance))
    write_itext_reference (rk_xf_add_element (control, "hint"), id);
  else if (!rk_xf_text_is_empty (&element->hint))
    write_plain (self, rk_xf_add_element (control, "hint"), element, &element->hint);
  else if (element->type != NULL && element->type->hint != NULL)
    xmlAddChild (rk_xf_add_element (control, "hint"),
                 xmlNewDocText (control->doc, BAD_CAST element->type->hint));
}

static void
write_attributes (RkXf *self, xmlNode *node, const RkXfElement *element)
{
  for (guint i = 0; i < element->controls->len; i++)
    {
      const RkXfRule *rule = g_ptr_array_index (element->controls, i);
      g_autofree char *value =
          rk_xf_resolve (self, rule->value, element, element->row, rule->column, FALSE, FALSE);

      if (value != NULL)
        rk_xf_set_attribute (node, rule->name, g_strstrip (value));
    }
}

/* --- choices ---------------------------------------------------------------------------------- */

/* What a list is read from, and how its values and labels are called. */
typedef struct
{
  char *nodeset;
  char *value;
  char *label;
} Source;

static void
clear_source (Source *source)
{
  g_free (source->nodeset);
  g_free (source->value);
  g_free (source->label);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, clear_source)

static char *
replace_all (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  return g_strjoinv (to, parts);
}

static char *
dup_filter (RkXf *self, const RkXfElement *element, gboolean of_answers)
{
  if (element->choice_filter == NULL)
    return NULL;
  return rk_xf_resolve (self, element->choice_filter, element, element->row,
                        rk_xf_row_column (element->row, "choice_filter"), TRUE, of_answers);
}

/* The answers given to a question in a repeat. */
static gboolean
fill_answers (RkXf *self, const RkXfElement *element, Source *source)
{
  g_autofree char *path = rk_xf_resolve (self, element->list, element, element->row,
                                         rk_xf_row_column (element->row, "type"), FALSE, TRUE);
  g_autofree char *filter = NULL, *current = NULL, *replaced = NULL;
  char *slash;

  if (path == NULL)
    return FALSE;
  g_strstrip (path);
  slash = strrchr (path, '/');
  if (slash == path)
    {
      rk_xf_error (self, "unknown-list", element->row, rk_xf_row_column (element->row, "type"),
                   _ ("The choices of “%s” are the answers to “%s”, but that is the form itself. "
                      "Name a question."),
                      element->name, slash + 1);
      return FALSE;
    }
  source->value = g_strdup (slash + 1);
  source->label = g_strdup (slash + 1);
  *slash = '\0';
  filter = dup_filter (self, element, TRUE);
  if (element->choice_filter != NULL && filter == NULL)
    return FALSE;
  if (filter == NULL)
    {
      source->nodeset = g_strdup_printf ("%s[./%s != '']", path, source->value);
      return TRUE;
    }
  current = g_strconcat ("current()/", path, NULL);
  replaced = replace_all (filter, current, ".");
  g_free (g_steal_pointer (&filter));
  filter = replace_all (replaced, path, ".");
  source->nodeset = g_strdup_printf ("%s[%s]", path, filter);
  return TRUE;
}

static gboolean
fill_list (RkXf *self, const RkXfElement *element, Source *source)
{
  const RkXfList *list = rk_xf_list_find (self, element->list);
  const char *dot = list == NULL ? strrchr (element->list, '.') : NULL;
  gboolean geojson = dot != NULL && g_str_equal (dot, ".geojson");
  g_autofree char *id =
      dot != NULL ? g_strndup (element->list, dot - element->list) : g_strdup (element->list);
  g_autofree char *filter = dup_filter (self, element, FALSE);

  if (element->choice_filter != NULL && filter == NULL)
    return FALSE;
  source->nodeset = filter != NULL ? g_strdup_printf ("instance('%s')/root/item[%s]", id, filter)
                                   : g_strdup_printf ("instance('%s')/root/item", id);
  source->value = g_strdup (element->value_ref != NULL ? element->value_ref
                            : geojson                  ? "id"
                                                       : "name");
  source->label = g_strdup (list != NULL && list->itext  ? "jr:itext(itextId)"
                            : element->label_ref != NULL ? element->label_ref
                            : geojson                    ? "title"
                                                         : "label");
  return TRUE;
}

/* randomize() around the list. */
static void
shuffle (RkXf *self, const RkXfElement *element, Source *source)
{
  g_autofree char *seed = NULL;
  char *shuffled;

  if (!element->randomize)
    return;
  if (element->seed != NULL)
    seed = rk_xf_resolve (self, element->seed, element, element->row,
                          rk_xf_row_column (element->row, "parameters"), FALSE, FALSE);
  shuffled = seed != NULL
                 ? g_strdup_printf ("randomize(%s, %s)", source->nodeset, g_strstrip (seed))
                 : g_strdup_printf ("randomize(%s)", source->nodeset);
  g_free (source->nodeset);
  source->nodeset = shuffled;
}

static void
write_itemset (RkXf *self, xmlNode *control, const RkXfElement *element)
{
  gboolean answers = rk_xf_has_reference (element->list);
  g_auto (Source) source = { 0 };
  xmlNode *itemset;

  if (!(answers ? fill_answers (self, element, &source) : fill_list (self, element, &source)))
    return;
  shuffle (self, element, &source);
  if (!rk_xf_check_expression (self, source.nodeset, element->row,
                               rk_xf_row_column (element->row, element->choice_filter != NULL
                                                                   ? "choice_filter"
                                                                   : "type")))
    return;
  itemset = rk_xf_add_element (control, "itemset");
  rk_xf_set_attribute (itemset, "nodeset", source.nodeset);
  rk_xf_set_attribute (rk_xf_add_element (itemset, "value"), "ref", source.value);
  rk_xf_set_attribute (rk_xf_add_element (itemset, "label"), "ref", source.label);
}

/* search() of ODK Collect wants the choices in the question itself. */
static void
write_items (RkXf *self, xmlNode *control, const RkXfElement *element)
{
  const RkXfList *list = rk_xf_list_find (self, element->list);

  for (guint i = 0; list != NULL && i < list->choices->len; i++)
    {
      const RkXfChoice *choice = g_ptr_array_index (list->choices, i);
      xmlNode *item = rk_xf_add_element (control, "item");
      xmlNode *label = rk_xf_add_element (item, "label");
      g_autofree char *id = g_strdup_printf ("%s-%u", list->name, i);

      if (list->itext)
        write_itext_reference (label, id);
      else
        write_plain (self, label, element, &choice->label);
      xmlAddChild (rk_xf_add_element (item, "value"),
                   xmlNewDocText (control->doc, BAD_CAST choice->name));
    }
}

/* --- triggers --------------------------------------------------------------------------------- */

/* Whatever is to be set when the answer to @element changes. */
static void
write_triggered (RkXf *self, xmlNode *control, const RkXfElement *element)
{
  const GPtrArray *targets = g_hash_table_lookup (self->triggered, element->name);

  for (guint i = 0; targets != NULL && i < targets->len; i++)
    {
      const RkXfElement *target = g_ptr_array_index (targets, i);
      const RkXfRule *rule = rk_xf_rules_find (target->binds, "calculate");
      g_autofree char *path = rk_xf_element_dup_path (target);
      g_autofree char *value = NULL;
      xmlNode *action;

      if (rule != NULL)
        value = rk_xf_resolve_expression (self, rule->value, element, target->row, rule->column,
                                          FALSE, FALSE);
      action = rk_xf_add_element (control, target->action != NULL ? target->action : "setvalue");
      rk_xf_set_attribute (action, "ref", path);
      rk_xf_set_attribute (action, "event", "xforms-value-changed");
      if (value != NULL)
        rk_xf_set_attribute (action, "value", value);
    }
}

/* --- controls --------------------------------------------------------------------------------- */

static gboolean
is_label_row (const RkXfElement *element)
{
  const RkXfRule *appearance = rk_xf_rules_find (element->controls, "appearance");

  return appearance != NULL && g_str_equal (appearance->value, "label");
}

static gboolean
is_seen (const RkXfElement *element)
{
  gboolean computed =
      element->triggers != NULL || rk_xf_rules_find (element->binds, "calculate") != NULL;

  if (element->kind != RK_XF_QUESTION || element->type->control == NULL)
    return FALSE;
  return !computed || !rk_xf_text_is_empty (&element->label) ||
         !rk_xf_text_is_empty (&element->hint);
}

static void
write_control (RkXf *self, xmlNode *parent, const RkXfElement *element)
{
  g_autofree char *path = NULL;
  xmlNode *control;

  if (!is_seen (element))
    return;
  path = rk_xf_element_dup_path (element);
  control = rk_xf_add_element (parent, element->type->control);
  rk_xf_set_attribute (control, "ref", path);
  if (element->type->mediatype != NULL)
    rk_xf_set_attribute (control, "mediatype", element->type->mediatype);
  write_attributes (self, control, element);
  write_label (self, control, element, path);
  if (control->children == NULL && is_label_row (element))
    xmlAddChild (rk_xf_add_element (control, "label"), xmlNewDocText (control->doc, BAD_CAST " "));
  write_hint (self, control, element, path);
  if (element->search)
    write_items (self, control, element);
  else if (element->list != NULL)
    write_itemset (self, control, element);
  write_triggered (self, control, element);
}

/* The group or repeat of @element; what stands in it goes to the node that is returned. */
static xmlNode *
write_section (RkXf *self, xmlNode *parent, const RkXfElement *element)
{
  g_autofree char *path = rk_xf_element_dup_path (element);
  xmlNode *group = rk_xf_add_element (parent, "group");
  xmlNode *repeat;

  rk_xf_set_attribute (group, "ref", path);
  if (element->kind == RK_XF_GROUP)
    write_attributes (self, group, element);
  write_label (self, group, element, path);
  write_hint (self, group, element, path);
  if (element->kind == RK_XF_GROUP)
    return group;
  repeat = rk_xf_add_element (group, "repeat");
  rk_xf_set_attribute (repeat, "nodeset", path);
  write_attributes (self, repeat, element);
  return repeat;
}

/* The defaults of a new row: of what stands in @repeat, but in no repeat further down. */
static void
write_row_actions (RkXf *self, xmlNode *node, const RkXfElement *repeat, const RkXfElement *element)
{
  for (guint i = 0; i < element->children->len; i++)
    {
      const RkXfElement *child = g_ptr_array_index (element->children, i);

      rk_xf_write_actions (self, node, child, TRUE);
      if (child->kind != RK_XF_REPEAT)
        write_row_actions (self, node, repeat, child);
    }
}

static void
write_children (RkXf *self, xmlNode *parent, const RkXfElement *element)
{
  for (guint i = 0; i < element->children->len; i++)
    {
      const RkXfElement *child = g_ptr_array_index (element->children, i);

      if (rk_xf_element_is_section (child))
        write_children (self, write_section (self, parent, child), child);
      else
        write_control (self, parent, child);
    }
  if (element->kind == RK_XF_REPEAT)
    write_row_actions (self, parent, element, element);
}

/* --- what triggers --------------------------------------------------------------------------- */

static void
check_trigger (RkXf *self, const RkXfElement *element, const char *name)
{
  const RkXfColumn *column = rk_xf_row_column (element->row, "trigger");
  g_autofree char *reference = g_strconcat ("${", name, "}", NULL);
  g_autofree char *path = rk_xf_resolve (self, reference, NULL, element->row, column, FALSE, FALSE);
  const RkXfElement *trigger =
      path != NULL ? g_hash_table_lookup (self->by_path, g_strstrip (path)) : NULL;

  if (trigger == NULL || is_seen (trigger))
    return;
  rk_xf_error (self, "bad-trigger", element->row, column,
               /* Translators: the name of a question. */
               _ ("People do not answer “%s” themselves, so that it cannot be a trigger. Name a "
                  "question that they see."),
                  name);
}

static void
collect_triggers (RkXf *self, RkXfElement *element)
{
  for (guint i = 0; element->triggers != NULL && i < element->triggers->len; i++)
    {
      const char *name = g_ptr_array_index (element->triggers, i);
      GPtrArray *targets = g_hash_table_lookup (self->triggered, name);

      if (targets == NULL)
        {
          targets = g_ptr_array_new ();
          g_hash_table_insert (self->triggered, g_strdup (name), targets);
        }
      g_ptr_array_add (targets, element);
      check_trigger (self, element, name);
    }
  for (guint i = 0; i < element->children->len; i++)
    collect_triggers (self, g_ptr_array_index (element->children, i));
}

void
rk_xf_write_body (RkXf *self, xmlNode *body)
{
  const char *style = rk_xf_setting (self, "style");

  if (style != NULL)
    rk_xf_set_attribute (body, "class", style);
  collect_triggers (self, self->root);
  write_children (self, body, self->root);
}
