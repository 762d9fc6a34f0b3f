/* SPDX-License-Identifier: EUPL-1.2 */
/* The rules of the form: binds, and the actions that fill in by themselves. */
#include "config.h"
#include "rk-xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_expression (const char *name)
{
  static const char *const names[] = { "relevant", "constraint", "calculate",
                                       "required", "readonly",   NULL };

  return g_strv_contains (names, name);
}

/* --- binds ------------------------------------------------------------------------------------ */

static void
write_rule (RkXf *self, xmlNode *bind, const RkXfElement *element, const RkXfRule *rule)
{
  g_autofree char *value = NULL;

  /* A calculation with a trigger is an action. */
  if (g_str_equal (rule->name, "calculate") && element->triggers != NULL)
    return;
  if (is_expression (rule->name))
    value = rk_xf_resolve_expression (self, rk_xf_condition (rule->value), element, element->row,
                                      rule->column, FALSE, FALSE);
  else
    value = rk_xf_resolve (self, rule->value, element, element->row, rule->column, FALSE, FALSE);
  if (value != NULL)
    rk_xf_set_attribute (bind, rule->name, value);
}

static void
write_message (xmlNode *bind, const char *path, const char *name, const RkXfText *text)
{
  g_autofree char *reference = NULL;

  if (rk_xf_text_is_empty (text))
    return;
  if (rk_xf_text_is_translated (text) || rk_xf_text_has_reference (text))
    reference = g_strdup_printf ("jr:itext('%s:%s')", path, name);
  rk_xf_set_attribute (bind, name,
                       reference != NULL
                           ? reference
                           : ((RkXfPhrase *) g_ptr_array_index (text->phrases, 0))->text);
}

static void
write_type (xmlNode *bind, const RkXfElement *element)
{
  const RkXfType *type = element->type;

  if (type == NULL)
    return;
  if (type->type != NULL)
    rk_xf_set_attribute (bind, "type", type->type);
  if (type->preload != NULL)
    {
      rk_xf_set_attribute (bind, "jr:preload", type->preload);
      rk_xf_set_attribute (bind, "jr:preloadParams", type->params);
    }
  if (type->constraint != NULL)
    rk_xf_set_attribute (bind, "constraint", type->constraint);
  if (type->fixed)
    rk_xf_set_attribute (bind, "readonly", "true()");
}

static gboolean
has_message (const RkXfElement *element)
{
  return !rk_xf_text_is_empty (&element->constraint_message) ||
         !rk_xf_text_is_empty (&element->required_message) ||
         !rk_xf_text_is_empty (&element->no_app_message);
}

static void
check_save_to (RkXf *self, const RkXfElement *element)
{
  const RkXfRule *rule = rk_xf_rules_find (element->binds, "entities:saveto");
  g_autofree char *lower = rule != NULL ? g_ascii_strdown (rule->value, -1) : NULL;

  if (rule == NULL)
    return;
  if (self->entities == NULL)
    rk_xf_error (self, "no-entities", element->row, rule->column,
                 _ ("An answer can only be saved to an entity when the sheet entities declares "
                    "one. Add the sheet, or empty the cell."));
  else if (rk_xf_element_is_section (element))
    rk_xf_error (self, "bad-save-to", element->row, rule->column,
                 _ ("A group or repeat cannot be saved to an entity. Empty the cell."));
  else if (!rk_xf_is_name (rule->value) || g_str_has_prefix (rule->value, "__") ||
           g_str_equal (lower, "name") || g_str_equal (lower, "label"))
    rk_xf_error (self, "bad-save-to", element->row, rule->column,
                 /* Translators: a name. */
                 _ ("“%s” cannot be the name of a property of an entity. Choose another name."),
                    rule->value);
}

static void
write_bind (RkXf *self, xmlNode *model, const RkXfElement *element)
{
  g_autofree char *path = rk_xf_element_dup_path (element);
  xmlNode *bind;

  check_save_to (self, element);
  if (element->kind == RK_XF_EXTERNAL ||
      (element->type == NULL && element->binds->len == 0 && !has_message (element)))
    return;
  bind = rk_xf_add_element (model, "bind");
  rk_xf_set_attribute (bind, "nodeset", path);
  write_type (bind, element);
  write_message (bind, path, "jr:constraintMsg", &element->constraint_message);
  write_message (bind, path, "jr:requiredMsg", &element->required_message);
  write_message (bind, path, "jr:noAppErrorString", &element->no_app_message);
  for (guint i = 0; i < element->binds->len; i++)
    write_rule (self, bind, element, g_ptr_array_index (element->binds, i));
}

/* --- actions ---------------------------------------------------------------------------------- */

static void
write_sensor (xmlNode *parent, const RkXfElement *element, const char *path)
{
  xmlNode *action = rk_xf_add_element (parent, element->action);

  rk_xf_set_attribute (action, "ref", path);
  rk_xf_set_attribute (action, "event", element->action_event);
  if (element->action_quality != NULL)
    rk_xf_set_attribute (action, "odk:quality", element->action_quality);
}

/* In the model for a new response, in the repeat for a new row. */
static void
write_default (RkXf *self, xmlNode *parent, const RkXfElement *element, const char *path,
               gboolean in_repeat)
{
  const RkXfColumn *column = rk_xf_row_column (element->row, "default");
  g_autofree char *value = rk_xf_resolve_expression (self, element->default_value, element,
                                                     element->row, column, FALSE, FALSE);
  xmlNode *action;

  if (value == NULL)
    return;
  action = rk_xf_add_element (parent, "setvalue");
  rk_xf_set_attribute (action, "ref", path);
  rk_xf_set_attribute (action, "event", in_repeat ? "odk-new-repeat" : "odk-instance-first-load");
  rk_xf_set_attribute (action, "value", value);
}

void
rk_xf_write_actions (RkXf *self, xmlNode *parent, const RkXfElement *element, gboolean in_repeat)
{
  g_autofree char *path = rk_xf_element_dup_path (element);

  if (element->action != NULL && !in_repeat && element->triggers == NULL)
    write_sensor (parent, element, path);
  if (element->dynamic && !in_repeat)
    write_default (self, parent, element, path, FALSE);
  if (element->dynamic && in_repeat && rk_xf_element_get_repeat (element) != NULL)
    write_default (self, parent, element, path, TRUE);
}

void
rk_xf_write_binds (RkXf *self, xmlNode *model)
{
  g_autoptr (GPtrArray) pending = g_ptr_array_new ();

  g_ptr_array_add (pending, self->root);
  while (pending->len > 0)
    {
      const RkXfElement *element = g_ptr_array_steal_index (pending, pending->len - 1);

      if (element != self->root)
        {
          write_bind (self, model, element);
          rk_xf_write_actions (self, model, element, FALSE);
        }
      for (guint i = element->children->len; i > 0; i--)
        g_ptr_array_add (pending, g_ptr_array_index (element->children, i - 1));
    }
}
