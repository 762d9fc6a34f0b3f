/* SPDX-License-Identifier: EUPL-1.2 */
/* Marks what has one value wherever in a predicate it is computed: it reads neither the node nor
 * its place there, and is not left to chance. */
#include "config.h"
#include "rk-xpath-private.h"

static gboolean mark (RkXPathExpr *expr);

/* Notes of @expr what holds of a predicate in it. What else that reads is its own. */
static void
mark_predicates (RkXPathExpr *expr, GPtrArray *predicates)
{
  for (guint i = 0; predicates != NULL && i < predicates->len; i++)
    {
      RkXPathExpr *predicate = g_ptr_array_index (predicates, i);

      mark (predicate);
      expr->random |= predicate->random;
      expr->own |= predicate->own;
    }
}

static gboolean
mark_path (RkXPathExpr *path)
{
  gboolean fixed = path->args != NULL ? rk_xpath_arg (path, 0)->fixed : path->absolute;

  for (guint i = 0; i < path->steps->len; i++)
    mark_predicates (path, g_array_index (path->steps, RkXPathStep, i).predicates);
  return fixed;
}

static gboolean
is_fixed_call (const RkXPathExpr *call)
{
  static const char *const fixed[] = { "true", "false", "current", "today", "now", "pi", NULL };
  static const char *const reading[] = { "once", "lang", NULL };

  if (call->function == NULL)
    return FALSE;
  if (rk_xpath_n_args (call) == 0)
    return g_strv_contains (fixed, call->function->name);
  return !g_strv_contains (reading, call->function->name);
}

/* Whether @call asks for current(), or for what may be filled in as seen from there. */
static gboolean
asks_for_own (const RkXPathExpr *call)
{
  static const char *const own[] = { "current", "jr:choice-name", "jr:itext", NULL };

  return call->function == NULL || g_strv_contains (own, call->function->name);
}

/* The path that @call reads when it only descends by unprefixed names: (nullable). */
static char *
dup_place (const RkXPathExpr *call)
{
  const RkXPathExpr *path = rk_xpath_n_args (call) == 1 ? rk_xpath_arg (call, 0) : NULL;
  GString *place;

  if (call->function == NULL || !call->function->aggregates || path == NULL ||
      path->kind != RK_EXPR_PATH || path->args != NULL || !path->absolute)
    return NULL;
  place = g_string_new (NULL);
  for (guint i = 0; i < path->steps->len; i++)
    {
      const RkXPathStep *step = &g_array_index (path->steps, RkXPathStep, i);

      if (step->axis != RK_AXIS_CHILD || step->test != RK_TEST_NAME || step->prefix != NULL ||
          step->predicates != NULL)
        return g_string_free (place, TRUE);
      g_string_append_c (place, '/');
      g_string_append (place, step->name);
    }
  return g_string_free (place, FALSE);
}

static gboolean
mark (RkXPathExpr *expr)
{
  gboolean args_fixed = TRUE;

  for (guint i = 0; i < rk_xpath_n_args (expr); i++)
    {
      RkXPathExpr *arg = g_ptr_array_index (expr->args, i);

      args_fixed &= mark (arg);
      expr->random |= arg->random;
      expr->own |= arg->own;
    }
  if (expr->kind == RK_EXPR_CALL && expr->function != NULL &&
      (expr->function->reads & RK_XPATH_READ_RANDOM) != 0)
    expr->random = TRUE;
  switch (expr->kind)
    {
    case RK_EXPR_PATH: expr->fixed = mark_path (expr); break;
    case RK_EXPR_CALL:
      expr->own |= asks_for_own (expr);
      expr->fixed = args_fixed && is_fixed_call (expr);
      expr->place = dup_place (expr);
      break;
    case RK_EXPR_FILTER:
      mark_predicates (expr, expr->predicates);
      expr->fixed = args_fixed;
      break;
    default: expr->fixed = args_fixed;
    }
  expr->fixed = expr->fixed && !expr->random;
  return expr->fixed;
}

gboolean
rk_xpath_is_same_everywhere (const RkXPath *self)
{
  const RkXPathExpr *expr = rk_xpath_get_expr (self);

  return expr->fixed && !expr->own;
}

void
rk_xpath_mark_fixed (RkXPathExpr *expr)
{
  mark (expr);
}
