/* SPDX-License-Identifier: EUPL-1.2 */
/* Where questions stand: names that must not be taken twice, the grid of a form, places in a
 * repeat. */
#include "config.h"
#include "rk-question-private.h"

#include <string.h>

#define NAMES_KEY "rk-question-names"
#define DEFAULT_COLUMNS 4 /* of a grid that says nothing else */

/* --- names ------------------------------------------------------------------------------------ */

static void
collect_names (GHashTable *names, const RkControl *control)
{
  const char *name = control->nodeset != NULL ? strrchr (control->nodeset, '/') : NULL;

  if (name != NULL && !g_hash_table_contains (names, name + 1))
    g_hash_table_insert (names, g_strdup (name + 1), g_strdup (control->nodeset));
  for (guint i = 0; control->type != RK_CONTROL_REPEAT && i < control->children->len; i++)
    collect_names (names, g_ptr_array_index (control->children, i));
}

gboolean
rk_form_names_are_first (RkForm *form, RkFormNode *node)
{
  GHashTable *names = g_object_get_data (G_OBJECT (form), NAMES_KEY);
  const char *first;

  if (names == NULL)
    {
      names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      collect_names (names, rk_form_get_body (form));
      g_object_set_data_full (G_OBJECT (form), NAMES_KEY, names,
                              (GDestroyNotify) g_hash_table_unref);
    }
  first = g_hash_table_lookup (names, rk_form_node_get_name (node));
  return first == NULL || g_str_equal (first, rk_form_node_get_nodeset (node));
}

/* --- rows ------------------------------------------------------------------------------------- */

guint
rk_row_get_position (RkFormNode *row)
{
  const char *path, *bracket;

  g_return_val_if_fail (RK_IS_FORM_NODE (row), 0);
  path = rk_form_node_get_path (row);
  bracket = path != NULL ? strrchr (path, '[') : NULL;
  return bracket != NULL ? (guint) g_ascii_strtoull (bracket + 1, NULL, 10) : 0;
}

/* The label of the repeat, which the group around it may carry; NULL: none. */
static char *
dup_repeat_label (RkFormInstance *instance, RkFormNode *row)
{
  RkFormNode *repeat = rk_form_node_get_parent (row);
  const RkControl *control = repeat != NULL ? rk_form_node_get_control (repeat) : NULL;
  const RkControl *around = control != NULL ? control->parent : NULL;
  g_autofree char *label = NULL;

  if (control != NULL)
    label = rk_form_instance_dup_control_label (instance, control, row);
  if ((label == NULL || *label == '\0') && around != NULL && around->children->len == 1)
    {
      g_free (label);
      label = rk_form_instance_dup_control_label (instance, around, row);
    }
  return label != NULL && *label != '\0' ? g_steal_pointer (&label) : NULL;
}

char *
rk_row_dup_title (RkFormInstance *instance, RkFormNode *row)
{
  g_autofree char *label = NULL, *number = NULL;
  guint position;

  g_return_val_if_fail (RK_IS_FORM_INSTANCE (instance), NULL);
  g_return_val_if_fail (RK_IS_FORM_NODE (row), NULL);
  position = rk_row_get_position (row);
  number = g_strdup_printf ("%u", position);
  label = dup_repeat_label (instance, row);
  if (label == NULL)
    return g_strdup_printf ("%s %u", rk_form_node_get_name (row), position);
  /* A label that tells the rows apart itself: "Child 2 of 3". */
  if (strstr (label, number) != NULL)
    return g_steal_pointer (&label);
  return g_strdup_printf ("%s %u", label, position);
}

char *
rk_row_dup_trail (RkFormInstance *instance, RkFormNode *row)
{
  GString *trail = g_string_new (NULL);

  for (RkFormNode *node = row; node != NULL; node = rk_form_node_get_parent (node))
    if (rk_form_node_get_node_type (node) == RK_NODE_ROW)
      {
        g_autofree char *title = rk_row_dup_title (instance, node);

        if (trail->len > 0)
          g_string_prepend (trail, " › ");
        g_string_prepend (trail, title);
      }
  return g_string_free (trail, FALSE);
}

/* --- the grid --------------------------------------------------------------------------------- */

guint
rk_control_get_width (const RkControl *control)
{
  static const char *const words[] = {
    "w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "w9", "w10"
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (rk_control_has_appearance (control, words[i]))
      return i + 1;
  return 0;
}

/* The outermost group, or the repeat, says how many units a row has. */
guint
rk_control_get_columns (RkForm *form, const RkControl *control)
{
  const RkControl *body = rk_form_get_body (form), *container = control;
  guint columns;

  if (!rk_control_has_appearance (body, "theme-grid"))
    return 0;
  while (container->type != RK_CONTROL_REPEAT && container->parent != NULL &&
         container->parent != body)
    container = container->parent;
  columns = container->children->len > 0 ? rk_control_get_width (container) : 0;
  if (columns == 0 && container->type == RK_CONTROL_REPEAT && container->parent != NULL)
    columns = rk_control_get_width (container->parent);
  return columns > 0 ? columns : DEFAULT_COLUMNS;
}
