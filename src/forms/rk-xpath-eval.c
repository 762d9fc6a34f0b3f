/* SPDX-License-Identifier: EUPL-1.2 */
/* Evaluates every expression but paths: operators, comparisons, calls, arguments. */
#include "config.h"
#include "rk-xpath-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
compare_numbers (RkXPathOp op, double a, double b)
{
  switch (op)
    {
    case RK_OP_EQUAL: return a == b;
    case RK_OP_NOT_EQUAL: return a != b;
    case RK_OP_LESS: return a < b;
    case RK_OP_LESS_EQUAL: return a <= b;
    case RK_OP_GREATER: return a > b;
    case RK_OP_GREATER_EQUAL: return a >= b;
    default: g_return_val_if_reached (FALSE);
    }
}

static gboolean
is_equality (RkXPathOp op)
{
  return op == RK_OP_EQUAL || op == RK_OP_NOT_EQUAL;
}

/* Neither is a node-set. */
static gboolean
compare_scalars (RkXPathState *state, RkXPathOp op, const RkXPathValue *a, const RkXPathValue *b)
{
  if (is_equality (op) && (a->type == RK_XPATH_BOOLEAN || b->type == RK_XPATH_BOOLEAN))
    return (rk_xpath_to_boolean (a) == rk_xpath_to_boolean (b)) == (op == RK_OP_EQUAL);
  if (is_equality (op) && a->type == RK_XPATH_STRING && b->type == RK_XPATH_STRING && !a->is_date &&
      !b->is_date)
    return g_str_equal (a->string, b->string) == (op == RK_OP_EQUAL);
  return compare_numbers (op, rk_xpath_to_number (state, a), rk_xpath_to_number (state, b));
}

static RkXPathOp
mirror (RkXPathOp op)
{
  switch (op)
    {
    case RK_OP_LESS: return RK_OP_GREATER;
    case RK_OP_LESS_EQUAL: return RK_OP_GREATER_EQUAL;
    case RK_OP_GREATER: return RK_OP_LESS;
    case RK_OP_GREATER_EQUAL: return RK_OP_LESS_EQUAL;
    default: return op;
    }
}

/* True when it holds for one node of @nodes. */
static gboolean
compare_nodes (RkXPathState *state, RkXPathOp op, GPtrArray *nodes, const RkXPathValue *b)
{
  for (guint i = 0; i < nodes->len && rk_xpath_work (state, 1); i++)
    {
      g_autofree char *owned = NULL;
      RkXPathValue a = { .type = RK_XPATH_STRING };

      a.string = (char *) rk_xpath_node_text (state, g_ptr_array_index (nodes, i), &owned);
      if (b->type == RK_XPATH_NODE_SET ? compare_nodes (state, mirror (op), b->nodes, &a)
                                       : compare_scalars (state, op, &a, b))
        return TRUE;
    }
  return FALSE;
}

gboolean
rk_xpath_compare (RkXPathState *state, RkXPathOp op, const RkXPathValue *a, const RkXPathValue *b)
{
  if (a->type != RK_XPATH_NODE_SET && b->type != RK_XPATH_NODE_SET)
    return compare_scalars (state, op, a, b);
  if (is_equality (op) && (a->type == RK_XPATH_BOOLEAN || b->type == RK_XPATH_BOOLEAN))
    {
      const RkXPathValue x = { .type = RK_XPATH_BOOLEAN, .boolean = rk_xpath_to_boolean (a) };
      const RkXPathValue y = { .type = RK_XPATH_BOOLEAN, .boolean = rk_xpath_to_boolean (b) };

      return compare_scalars (state, op, &x, &y);
    }
  if (a->type == RK_XPATH_NODE_SET)
    return compare_nodes (state, op, a->nodes, b);
  return compare_nodes (state, mirror (op), b->nodes, a);
}

static double
compute (RkXPathOp op, double a, double b)
{
  switch (op)
    {
    case RK_OP_ADD: return a + b;
    case RK_OP_SUBTRACT: return a - b;
    case RK_OP_MULTIPLY: return a * b;
    case RK_OP_DIVIDE: return a / b;
    case RK_OP_MODULO: return fmod (a, b);
    default: g_return_val_if_reached (NAN);
    }
}

/* "or" and "and" stop at the first operand that settles them. */
static void
eval_logic (const RkXPathFocus *focus, const RkXPathExpr *chain, RkXPathValue *result)
{
  gboolean settles = chain->ops->data[0] == RK_OP_OR;

  for (guint i = 0; i < chain->args->len; i++)
    if (rk_xpath_eval_boolean (focus, rk_xpath_arg (chain, i)) == settles)
      {
        rk_xpath_return_boolean (result, settles);
        return;
      }
  rk_xpath_return_boolean (result, !settles);
}

static void
eval_arithmetic (const RkXPathFocus *focus, const RkXPathExpr *chain, RkXPathValue *result)
{
  double number = rk_xpath_arg_number (focus, chain, 0);

  for (guint i = 1; i < chain->args->len; i++)
    number = compute (chain->ops->data[i - 1], number, rk_xpath_arg_number (focus, chain, i));
  rk_xpath_return_number (result, number);
}

static void
eval_comparison (const RkXPathFocus *focus, const RkXPathExpr *chain, RkXPathValue *result)
{
  rk_xpath_eval (focus, rk_xpath_arg (chain, 0), result);
  for (guint i = 1; i < chain->args->len && focus->state->error == NULL; i++)
    {
      g_auto (RkXPathValue) right = { 0 };
      gboolean holds;

      rk_xpath_eval (focus, rk_xpath_arg (chain, i), &right);
      if (focus->state->error != NULL)
        return;
      holds = rk_xpath_compare (focus->state, chain->ops->data[i - 1], result, &right);
      rk_xpath_value_clear (result);
      rk_xpath_return_boolean (result, holds);
    }
}

static void
eval_union (const RkXPathFocus *focus, const RkXPathExpr *chain, RkXPathValue *result)
{
  GPtrArray *nodes = rk_xpath_eval_nodes (focus, rk_xpath_arg (chain, 0), "|");

  for (guint i = 1; i < chain->args->len; i++)
    {
      g_autoptr (GPtrArray) more = rk_xpath_eval_nodes (focus, rk_xpath_arg (chain, i), "|");

      g_ptr_array_extend (nodes, more, NULL, NULL);
    }
  rk_xpath_sort_nodes (focus->state, nodes);
  rk_xpath_return_nodes (result, nodes);
}

static void
eval_chain (const RkXPathFocus *focus, const RkXPathExpr *chain, RkXPathValue *result)
{
  RkXPathOp op = chain->ops->data[0];

  if (op == RK_OP_UNION)
    eval_union (focus, chain, result);
  else if (op == RK_OP_OR || op == RK_OP_AND)
    eval_logic (focus, chain, result);
  else if (op >= RK_OP_ADD)
    eval_arithmetic (focus, chain, result);
  else
    eval_comparison (focus, chain, result);
}

static void
eval_path_value (const RkXPathFocus *focus, const RkXPathExpr *path, RkXPathValue *result)
{
  rk_xpath_return_nodes (result, g_ptr_array_new ());
  rk_xpath_eval_path (focus, path, result->nodes);
}

void
rk_xpath_eval (const RkXPathFocus *focus, const RkXPathExpr *expr, RkXPathValue *result)
{
  rk_xpath_work (focus->state, 4); /* takes as long as some nodes */
  rk_xpath_return_boolean (result, FALSE);
  if (focus->state->error != NULL)
    return;
  switch (expr->kind)
    {
    case RK_EXPR_NUMBER: rk_xpath_return_number (result, expr->number); break;
    case RK_EXPR_STRING:
      rk_xpath_work (focus->state, (gint64) (strlen (expr->text) / 64));
      rk_xpath_return_string (result, g_strdup (expr->text));
      break;
    case RK_EXPR_CALL:
      if (expr->place != NULL)
        rk_xpath_eval_aggregate (focus, expr, result);
      else
        expr->function->call (focus, expr, result);
      break;
    case RK_EXPR_PATH: eval_path_value (focus, expr, result); break;
    case RK_EXPR_FILTER:
      rk_xpath_return_nodes (result, rk_xpath_eval_nodes (focus, rk_xpath_arg (expr, 0), "[]"));
      rk_xpath_filter (focus, expr->predicates, 0, result->nodes);
      break;
    case RK_EXPR_NEGATE:
      rk_xpath_return_number (result, expr->number * rk_xpath_arg_number (focus, expr, 0));
      break;
    case RK_EXPR_CHAIN: eval_chain (focus, expr, result); break;
    default: g_return_if_reached ();
    }
}

double
rk_xpath_eval_number (const RkXPathFocus *focus, const RkXPathExpr *expr)
{
  g_auto (RkXPathValue) value = { 0 };

  if (expr->kind == RK_EXPR_NUMBER)
    return expr->number;
  if (expr->kind == RK_EXPR_PATH && expr->streams)
    {
      g_autofree char *owned = NULL;
      xmlNode *node = rk_xpath_eval_first (focus, expr);

      return node == NULL
                 ? NAN
                 : rk_xpath_text_to_number (focus->state,
                                            rk_xpath_node_text (focus->state, node, &owned));
    }
  rk_xpath_eval (focus, expr, &value);
  return focus->state->error == NULL ? rk_xpath_to_number (focus->state, &value) : NAN;
}

gboolean
rk_xpath_eval_boolean (const RkXPathFocus *focus, const RkXPathExpr *expr)
{
  g_auto (RkXPathValue) value = { 0 };

  if (expr->kind == RK_EXPR_PATH && expr->streams)
    return rk_xpath_eval_first (focus, expr) != NULL;
  rk_xpath_eval (focus, expr, &value);
  return focus->state->error == NULL && rk_xpath_to_boolean (&value);
}

char *
rk_xpath_eval_string (const RkXPathFocus *focus, const RkXPathExpr *expr)
{
  g_auto (RkXPathValue) value = { 0 };

  if (expr->kind == RK_EXPR_STRING)
    {
      rk_xpath_work (focus->state, (gint64) (strlen (expr->text) / 64));
      return g_strdup (expr->text);
    }
  if (expr->kind == RK_EXPR_PATH && expr->streams)
    {
      xmlNode *node = rk_xpath_eval_first (focus, expr);

      return node != NULL ? rk_xpath_dup_node_text (focus->state, node) : g_strdup ("");
    }
  rk_xpath_eval (focus, expr, &value);
  if (focus->state->error != NULL)
    return g_strdup ("");
  if (value.type == RK_XPATH_STRING)
    return g_steal_pointer (&value.string);
  return rk_xpath_to_string (focus->state, &value);
}

GPtrArray *
rk_xpath_eval_nodes (const RkXPathFocus *focus, const RkXPathExpr *expr, const char *what)
{
  g_auto (RkXPathValue) value = { 0 };

  rk_xpath_eval (focus, expr, &value);
  if (focus->state->error == NULL && value.type == RK_XPATH_NODE_SET)
    return g_steal_pointer (&value.nodes);
  /* Translators: %s is a function or an operator of an expression. */
  rk_xpath_fail (focus->state, RK_XPATH_ERROR_TYPE, _ ("“%s” needs nodes of the form."), what);
  return g_ptr_array_new ();
}

double
rk_xpath_arg_number (const RkXPathFocus *focus, const RkXPathExpr *call, guint i)
{
  return rk_xpath_eval_number (focus, rk_xpath_arg (call, i));
}

char *
rk_xpath_arg_string (const RkXPathFocus *focus, const RkXPathExpr *call, guint i)
{
  return rk_xpath_eval_string (focus, rk_xpath_arg (call, i));
}

char *
rk_xpath_arg_text (const RkXPathFocus *focus, const RkXPathExpr *call)
{
  return rk_xpath_n_args (call) > 0 ? rk_xpath_arg_string (focus, call, 0)
                                    : rk_xpath_dup_node_text (focus->state, focus->node);
}

GPtrArray *
rk_xpath_arg_texts (const RkXPathFocus *focus, const RkXPathExpr *call, guint first)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = first; i < rk_xpath_n_args (call); i++)
    {
      g_auto (RkXPathValue) value = { 0 };

      rk_xpath_eval (focus, rk_xpath_arg (call, i), &value);
      if (focus->state->error != NULL)
        return texts;
      if (value.type != RK_XPATH_NODE_SET)
        g_ptr_array_add (texts, rk_xpath_to_string (focus->state, &value));
      else
        for (guint j = 0; j < value.nodes->len; j++)
          g_ptr_array_add (texts, rk_xpath_dup_node_text (focus->state,
                                                          g_ptr_array_index (value.nodes, j)));
    }
  return texts;
}
