/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-choice-columns.h"

gboolean
rk_choice_stands_apart (const RkChoice *choice)
{
  static const char *const kinds[] = { "weet_niet", "nvt", "beide", NULL };
  g_autofree char *kind = rk_choice_dup_column (choice, "kind");

  return g_strv_contains (kinds, kind);
}

gboolean
rk_choice_is_exclusive (const RkChoice *choice)
{
  g_autofree char *kind = rk_choice_dup_column (choice, "kind");

  return g_str_equal (kind, "exclusief") || rk_choice_stands_apart (choice);
}

GPtrArray *
rk_choices_in_order (RkFormNode *node, guint *n_apart)
{
  GPtrArray *all = rk_form_node_get_choices (node);
  GPtrArray *ordered = g_ptr_array_new ();
  g_autoptr (GPtrArray) apart = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      RkChoice *choice = g_ptr_array_index (all, i);

      g_ptr_array_add (rk_choice_stands_apart (choice) ? apart : ordered, choice);
    }
  if (n_apart != NULL)
    *n_apart = apart->len;
  g_ptr_array_extend (ordered, apart, NULL, NULL);
  return ordered;
}

const RkChoice *
rk_choices_find (GPtrArray *choices, const char *value)
{
  for (guint i = 0; i < choices->len; i++)
    {
      const RkChoice *choice = g_ptr_array_index (choices, i);

      if (g_str_equal (choice->value, value))
        return choice;
    }
  return NULL;
}
