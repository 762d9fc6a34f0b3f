/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-addition.h"

gboolean
rk_addition_is (RkFormNode *node)
{
  return rk_form_node_get_attribute (node, "addition-to") != NULL;
}

GPtrArray *
rk_addition_list (RkFormNode *node)
{
  GPtrArray *list = g_ptr_array_new ();
  const char *name = rk_form_node_get_name (node);
  RkFormNode *parent = rk_form_node_get_parent (node);
  GListModel *children = parent != NULL ? rk_form_node_get_children (parent) : NULL;

  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);

      if (g_strcmp0 (rk_form_node_get_attribute (child, "addition-to"), name) == 0)
        g_ptr_array_add (list, child); /* its parent keeps it */
    }
  return list;
}

static gboolean
belongs_to_choice (RkFormNode *addition, RkFormNode *node, const char *value)
{
  g_autofree char *prefix = g_strdup_printf ("%s_%s_", rk_form_node_get_name (node), value);

  return g_str_has_prefix (rk_form_node_get_name (addition), prefix);
}

RkFormNode *
rk_addition_find (RkFormNode *node, const char *value)
{
  g_autoptr (GPtrArray) list = rk_addition_list (node);

  for (guint i = 0; i < list->len; i++)
    if (belongs_to_choice (g_ptr_array_index (list, i), node, value))
      return g_ptr_array_index (list, i);
  return NULL;
}

GPtrArray *
rk_addition_list_general (RkFormNode *node)
{
  GPtrArray *list = rk_addition_list (node);
  GPtrArray *choices = rk_form_node_get_choices (node);

  for (guint i = 0; i < choices->len; i++)
    {
      const RkChoice *choice = g_ptr_array_index (choices, i);
      RkFormNode *addition = rk_addition_find (node, choice->value);

      if (addition != NULL)
        g_ptr_array_remove (list, addition);
    }
  return list;
}
