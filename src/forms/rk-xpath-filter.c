/* SPDX-License-Identifier: EUPL-1.2 */
/* Predicates. What is the same for all nodes that a predicate is tried on is computed once, and a
 * row that is asked for by its number is looked up. */
#include "config.h"
#include "rk-xpath-private.h"

static gboolean
is_comparison (const RkXPathExpr *expr)
{
  RkXPathOp op = expr->kind == RK_EXPR_CHAIN ? expr->ops->data[0] : RK_OP_NONE;

  return op >= RK_OP_EQUAL && op <= RK_OP_GREATER_EQUAL && expr->args->len == 2;
}

static gboolean
is_call_of (const RkXPathExpr *expr, const char *name)
{
  return expr->kind == RK_EXPR_CALL && expr->function != NULL && rk_xpath_n_args (expr) == 0 &&
         g_str_equal (expr->function->name, name);
}

/* Whether @expr holds for a node; @by_position: a number means a place. */
static gboolean
holds (const RkXPathFocus *focus, const RkXPathExpr *expr, gboolean by_position)
{
  g_auto (RkXPathValue) value = { 0 };

  rk_xpath_eval (focus, expr, &value);
  if (focus->state->error != NULL)
    return FALSE;
  return by_position && value.type == RK_XPATH_NUMBER ? value.number == focus->position
                                                      : rk_xpath_to_boolean (&value);
}

static void
keep_position (GPtrArray *nodes, double position)
{
  gpointer node = NULL;

  if (position >= 1 && position <= nodes->len && position == (guint) position)
    node = g_ptr_array_index (nodes, (guint) position - 1);
  g_ptr_array_set_size (nodes, 0);
  if (node != NULL)
    g_ptr_array_add (nodes, node);
}

/* The operand of a comparison that is the same for all nodes: 0 or 1; 2: there is none, or they all
 * are. */
static guint
find_fixed_operand (const RkXPathExpr *expr)
{
  if (!is_comparison (expr) || rk_xpath_arg (expr, 0)->fixed == rk_xpath_arg (expr, 1)->fixed)
    return 2;
  return rk_xpath_arg (expr, 0)->fixed ? 0 : 1;
}

/* Compares something of each node with the operand @fixed, which is computed once. */
static void
compare_all (const RkXPathFocus *focus, const RkXPathExpr *expr, guint fixed, GPtrArray *nodes)
{
  RkXPathFocus inner = { focus->state, NULL, 0, nodes->len };
  g_auto (RkXPathValue) same = { 0 };
  guint kept = 0;

  rk_xpath_eval (focus, rk_xpath_arg (expr, fixed), &same);
  for (guint i = 0; i < nodes->len && focus->state->error == NULL; i++)
    {
      g_auto (RkXPathValue) own = { 0 };

      inner.node = nodes->pdata[i];
      inner.position = i + 1;
      rk_xpath_eval (&inner, rk_xpath_arg (expr, 1 - fixed), &own);
      if (focus->state->error == NULL &&
          rk_xpath_compare (focus->state, expr->ops->data[0], fixed == 0 ? &same : &own,
                            fixed == 0 ? &own : &same))
        nodes->pdata[kept++] = inner.node;
    }
  g_ptr_array_set_size (nodes, kept);
}

static void
keep_holding (const RkXPathFocus *focus, const RkXPathExpr *expr, gboolean by_position,
              GPtrArray *nodes)
{
  RkXPathFocus inner = { focus->state, NULL, 0, nodes->len };
  guint fixed = find_fixed_operand (expr);
  guint kept = 0;

  if (fixed < 2 && nodes->len > 1)
    {
      compare_all (focus, expr, fixed, nodes);
      return;
    }
  for (guint i = 0; i < nodes->len && focus->state->error == NULL; i++)
    {
      inner.node = nodes->pdata[i];
      inner.position = i + 1;
      if (holds (&inner, expr, by_position))
        nodes->pdata[kept++] = inner.node;
    }
  g_ptr_array_set_size (nodes, kept);
}

gboolean
rk_xpath_counts_positions (const RkXPathExpr *expr)
{
  if (expr->kind == RK_EXPR_CALL &&
      (expr->function == NULL || g_str_equal (expr->function->name, "position") ||
       g_str_equal (expr->function->name, "last")))
    return TRUE;
  for (guint i = 0; i < rk_xpath_n_args (expr); i++)
    if (rk_xpath_counts_positions (rk_xpath_arg (expr, i)))
      return TRUE;
  return FALSE;
}

static void
apply_predicate (const RkXPathFocus *focus, const RkXPathExpr *predicate, GPtrArray *nodes)
{
  if (predicate->kind == RK_EXPR_NUMBER)
    keep_position (nodes, predicate->number);
  else if (predicate->kind == RK_EXPR_CHAIN && predicate->ops->data[0] == RK_OP_AND &&
           !rk_xpath_counts_positions (predicate))
    for (guint i = 0; i < predicate->args->len; i++)
      keep_holding (focus, rk_xpath_arg (predicate, i), FALSE, nodes);
  else
    keep_holding (focus, predicate, TRUE, nodes);
}

void
rk_xpath_filter (const RkXPathFocus *focus, GPtrArray *predicates, guint first, GPtrArray *nodes)
{
  for (guint i = first; predicates != NULL && i < predicates->len; i++)
    apply_predicate (focus, g_ptr_array_index (predicates, i), nodes);
}

/* The number in `[3]` or `[position() = X]` when it is the same for all nodes: FALSE for others. */
static gboolean
get_wanted_position (const RkXPathFocus *focus, const RkXPathExpr *predicate, double *number)
{
  g_auto (RkXPathValue) value = { 0 };
  guint fixed = find_fixed_operand (predicate);

  if (predicate->kind == RK_EXPR_NUMBER)
    {
      *number = predicate->number;
      return TRUE;
    }
  if (fixed == 2 || predicate->ops->data[0] != RK_OP_EQUAL ||
      !is_call_of (rk_xpath_arg (predicate, 1 - fixed), "position"))
    return FALSE;
  rk_xpath_eval (focus, rk_xpath_arg (predicate, fixed), &value);
  if (focus->state->error != NULL || value.type != RK_XPATH_NUMBER)
    return FALSE;
  *number = value.number;
  return TRUE;
}

gboolean
rk_xpath_row_step (const RkXPathFocus *focus, xmlNode *parent, const RkXPathStep *step,
                   GPtrArray *nodes)
{
  const RkXPathHost *host = focus->state->host;
  xmlNode *row = NULL;
  double number;

  if (host->nth_row == NULL || step->axis != RK_AXIS_CHILD || step->test != RK_TEST_NAME ||
      step->uri != NULL || step->predicates == NULL || parent->type != XML_ELEMENT_NODE ||
      !host->nth_row (parent, step->name, 1, &row, host->user_data) ||
      !get_wanted_position (focus, step->predicates->pdata[0], &number))
    return FALSE;
  host->nth_row (parent, step->name, number, &row, host->user_data);
  if (row != NULL)
    g_ptr_array_add (nodes, row);
  rk_xpath_filter (focus, step->predicates, 1, nodes);
  return TRUE;
}
