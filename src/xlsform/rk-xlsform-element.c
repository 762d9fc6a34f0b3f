/* SPDX-License-Identifier: EUPL-1.2 */
/* The tree of what a form asks: groups, repeats and questions with their rules. */
#include "config.h"
#include "rk-xlsform-private.h"

#include <string.h>

RkXfRule *
rk_xf_rule_new (const char *name, const char *value, const RkXfColumn *column)
{
  RkXfRule *rule = g_new0 (RkXfRule, 1);

  rule->name = g_strdup (name);
  rule->value = g_strdup (value);
  rule->column = column;
  return rule;
}

void
rk_xf_rule_free (RkXfRule *rule)
{
  g_free (rule->name);
  g_free (rule->value);
  g_free (rule);
}

static GPtrArray *
rules_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) rk_xf_rule_free);
}

RkXfElement *
rk_xf_element_new (RkXfKind kind, const char *name, RkXfElement *parent)
{
  RkXfElement *element = g_new0 (RkXfElement, 1);

  element->kind = kind;
  element->name = g_strdup (name);
  element->parent = parent;
  element->children = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_xf_element_free);
  element->binds = rules_new ();
  element->controls = rules_new ();
  element->instances = rules_new ();
  if (parent != NULL)
    g_ptr_array_add (parent->children, element);
  return element;
}

void
rk_xf_element_free (RkXfElement *element)
{
  RkXfText *texts[] = { &element->label,
                        &element->hint,
                        &element->guidance,
                        &element->constraint_message,
                        &element->required_message,
                        &element->no_app_message };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    rk_xf_text_clear (texts[i]);
  for (guint i = 0; i < RK_XF_N_MEDIA; i++)
    rk_xf_text_clear (&element->media[i]);
  g_ptr_array_unref (element->children);
  g_ptr_array_unref (element->binds);
  g_ptr_array_unref (element->controls);
  g_ptr_array_unref (element->instances);
  g_clear_pointer (&element->triggers, g_ptr_array_unref);
  g_free (element->name);
  g_free (element->default_value);
  g_free (element->list);
  g_free (element->choice_filter);
  g_free (element->seed);
  g_free (element->value_ref);
  g_free (element->label_ref);
  g_free (element->action_quality);
  g_free (element);
}

/* --- rules ------------------------------------------------------------------------------------ */

const RkXfRule *
rk_xf_rules_find (GPtrArray *rules, const char *name)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const RkXfRule *rule = g_ptr_array_index (rules, i);

      if (g_str_equal (rule->name, name))
        return rule;
    }
  return NULL;
}

void
rk_xf_rules_set (GPtrArray *rules, const char *name, const char *value, const RkXfColumn *column)
{
  RkXfRule *rule = (RkXfRule *) rk_xf_rules_find (rules, name);

  if (rule == NULL)
    {
      g_ptr_array_add (rules, rk_xf_rule_new (name, value, column));
      return;
    }
  g_free (rule->value);
  rule->value = g_strdup (value);
  rule->column = column;
}

void
rk_xf_element_set_bind (RkXfElement *element, const char *name, const char *value,
                        const RkXfColumn *column)
{
  rk_xf_rules_set (element->binds, name, value, column);
}

void
rk_xf_element_set_control (RkXfElement *element, const char *name, const char *value,
                           const RkXfColumn *column)
{
  rk_xf_rules_set (element->controls, name, value, column);
}

/* --- places ----------------------------------------------------------------------------------- */

char *
rk_xf_element_dup_path (const RkXfElement *element)
{
  GString *path = g_string_new (NULL);

  for (; element != NULL; element = element->parent)
    {
      g_string_prepend (path, element->name);
      g_string_prepend (path, element->kind == RK_XF_ATTRIBUTE ? "/@" : "/");
    }
  return g_string_free (path, FALSE);
}

gboolean
rk_xf_element_is_section (const RkXfElement *element)
{
  return element->kind == RK_XF_GROUP || element->kind == RK_XF_REPEAT;
}

RkXfElement *
rk_xf_element_get_repeat (const RkXfElement *element)
{
  RkXfElement *around = element->parent;

  while (around != NULL && around->kind != RK_XF_REPEAT)
    around = around->parent;
  return around;
}
