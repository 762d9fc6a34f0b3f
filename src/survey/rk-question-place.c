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

guint
rk_row_get_position (RkFormNode *row)
{
  const char *path = rk_form_node_get_path (row), *bracket = strrchr (path, '[');

  return bracket != NULL ? (guint) g_ascii_strtoull (bracket + 1, NULL, 10) : 0;
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
