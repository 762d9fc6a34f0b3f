/* SPDX-License-Identifier: EUPL-1.2 */
/* What a constraint says about how many choices there may be: "count-selected(.) <= 3" among what
 * must all be true. A view can then help before the constraint fails. */
#include "config.h"
#include "rk-form-instance-private.h"
#include "rk-xpath-private.h"

static gboolean
is_own_value (const RkXPathExpr *expr)
{
  const RkXPathStep *step;

  if (expr->kind != RK_EXPR_PATH || expr->absolute || expr->args != NULL || expr->steps->len != 1)
    return FALSE;
  step = &g_array_index (expr->steps, RkXPathStep, 0);
  return step->axis == RK_AXIS_SELF && step->test == RK_TEST_NODE && step->predicates == NULL;
}

static gboolean
is_count (const RkXPathExpr *expr)
{
  return expr->kind == RK_EXPR_CALL && g_str_equal (expr->function->name, "count-selected") &&
         is_own_value (g_ptr_array_index (expr->args, 0));
}

/* Of "count <= 3" or "3 >= count", and of the same without "equal"; 0: says nothing. */
static guint
limit_of_comparison (const RkXPathExpr *left, const RkXPathExpr *right, RkXPathOp op)
{
  double limit;

  if (is_count (right) && (op == RK_OP_GREATER || op == RK_OP_GREATER_EQUAL))
    return limit_of_comparison (right, left, op == RK_OP_GREATER ? RK_OP_LESS : RK_OP_LESS_EQUAL);
  if (!is_count (left) || right->kind != RK_EXPR_NUMBER)
    return 0;
  limit = right->number - (op == RK_OP_LESS);
  return (op == RK_OP_LESS || op == RK_OP_LESS_EQUAL) && limit >= 1 && limit < 10000 ? (guint) limit
                                                                                     : 0;
}

/* Not deeper than "a and (b and c)": people do not write more. */
static guint
limit_of (const RkXPathExpr *expr, int depth)
{
  guint limit = 0;

  if (expr->kind != RK_EXPR_CHAIN || depth > 2)
    return 0;
  if (expr->args->len == 2 && expr->ops->data[0] != RK_OP_AND)
    return limit_of_comparison (g_ptr_array_index (expr->args, 0),
                                g_ptr_array_index (expr->args, 1), expr->ops->data[0]);
  for (guint i = 0; expr->ops->data[0] == RK_OP_AND && i < expr->args->len; i++)
    {
      guint own = limit_of (g_ptr_array_index (expr->args, i), depth + 1);

      if (own > 0 && (limit == 0 || own < limit))
        limit = own;
    }
  return limit;
}

guint
rk_cell_get_max_choices (const RkCell *cell)
{
  const RkComp *comp = cell->def->comps[RK_ASPECT_CONSTRAINT];

  return comp != NULL && comp->xpath != NULL ? limit_of (rk_xpath_get_expr (comp->xpath), 0) : 0;
}
