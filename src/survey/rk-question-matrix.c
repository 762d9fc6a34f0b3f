/* SPDX-License-Identifier: EUPL-1.2 */
/* Which controls make a matrix together: a group that says so, or what XLSForm writes for one: a
 * row of labels (appearance "label"), then the statements without (appearance "list-nolabel"). */
#include "config.h"
#include "rk-question-private.h"

#include <string.h>

/* The input in which XLSForm puts the label of the whole table. */
#define TITLE_PREFIX "generated_table_list_label_"
/* The row of labels that XLSForm makes of a group "table-list". */
#define HEADER_PREFIX "reserved_name_for_field_list_labels_"

static const RkControl *
get_child (const RkControl *parent, guint index)
{
  return index < parent->children->len ? g_ptr_array_index (parent->children, index) : NULL;
}

static gboolean
is_select (const RkControl *control, const char *appearance)
{
  return control != NULL && control->nodeset != NULL &&
         (control->type == RK_CONTROL_SELECT1 || control->type == RK_CONTROL_SELECT) &&
         rk_control_has_appearance (control, appearance);
}

static gboolean
is_named (const RkControl *control, const char *prefix)
{
  const char *name = control->nodeset != NULL ? strrchr (control->nodeset, '/') : NULL;

  return name != NULL && g_str_has_prefix (name + 1, prefix);
}

static gboolean
is_title (const RkControl *control)
{
  return control != NULL && control->type == RK_CONTROL_INPUT && is_named (control, TITLE_PREFIX);
}

/* The row of labels comes right before the first select: notes of the group stand before it. Counts
 * them from @index. */
static guint
count_lead (const RkControl *parent, guint index)
{
  guint at = index;
  const RkControl *control = get_child (parent, at);

  while (control != NULL && control->type == RK_CONTROL_INPUT)
    control = get_child (parent, ++at);
  return is_select (control, "label") && is_named (control, HEADER_PREFIX) ? at - index : 0;
}

gboolean
rk_matrix_match (const RkControl *parent, guint index, RkMatrixMatch *match)
{
  guint at = index;

  memset (match, 0, sizeof *match);
  if (is_title (get_child (parent, at)))
    match->title = get_child (parent, at++);
  match->lead = at;
  if (index == 0)
    match->n_lead = count_lead (parent, at);
  at += match->n_lead;
  if (is_select (get_child (parent, at), "label"))
    match->header = get_child (parent, at++);
  match->first = at;
  for (const RkControl *row = get_child (parent, at);
       is_select (row, "list-nolabel") && row->type == get_child (parent, match->first)->type;
       row = get_child (parent, ++at))
    continue;
  match->n_rows = at - match->first;
  match->whole = index == 0 && at == parent->children->len && parent->type == RK_CONTROL_GROUP &&
                 parent->nodeset != NULL;
  if (match->header != NULL)
    return match->n_rows > 0;
  return match->title == NULL && match->whole && match->n_rows > 1;
}

gboolean
rk_matrix_is_group (const RkControl *group)
{
  RkMatrixMatch match;
  RkControlType type;

  if (rk_matrix_match (group, 0, &match))
    return match.whole;
  if (group->nodeset == NULL || group->children->len == 0 ||
      !rk_control_has_appearance (group, "table-list"))
    return FALSE;
  type = get_child (group, 0)->type;
  for (guint i = 0; i < group->children->len; i++)
    if (get_child (group, i)->type != type)
      return FALSE;
  return type == RK_CONTROL_SELECT1 || type == RK_CONTROL_SELECT;
}

static gboolean
offers (RkFormNode *node, const char *value)
{
  GPtrArray *choices = rk_form_node_get_choices (node);

  for (guint i = 0; i < choices->len; i++)
    if (g_str_equal (((const RkChoice *) g_ptr_array_index (choices, i))->value, value))
      return TRUE;
  return FALSE;
}

gboolean
rk_matrix_agrees (GPtrArray *rows)
{
  RkFormNode *first = g_ptr_array_index (rows, 0);
  guint n = rk_form_node_get_choices (first)->len;

  for (guint i = 1; i < rows->len; i++)
    {
      GPtrArray *choices = rk_form_node_get_choices (g_ptr_array_index (rows, i));

      if (choices->len != n)
        return FALSE;
      for (guint c = 0; c < n; c++)
        if (!offers (first, ((const RkChoice *) g_ptr_array_index (choices, c))->value))
          return FALSE;
    }
  return TRUE;
}
