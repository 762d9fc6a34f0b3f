/* SPDX-License-Identifier: EUPL-1.2 */
/* Functions on numbers. */
#include "config.h"
#include "rk-xpath-private.h"

#include <math.h>
#include <string.h>

static void
call_number (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_auto (RkXPathValue) value = { 0 };
  g_autofree char *text = NULL;
  double number;

  if (rk_xpath_n_args (call) > 0)
    rk_xpath_eval (focus, rk_xpath_arg (call, 0), &value);
  else
    rk_xpath_return_string (&value, rk_xpath_arg_text (focus, call));
  if (focus->state->error != NULL)
    return;
  number = rk_xpath_to_number (focus->state, &value);
  text = rk_xpath_to_string (focus->state, &value);
  rk_xpath_return_number (result, number);
  /* a date has a "-" behind its year */
  result->is_date = value.is_date || (value.type != RK_XPATH_NUMBER && strlen (text) > 4 &&
                                      text[4] == '-' && !isnan (number));
}

/* The numbers of all arguments; node-sets give one per node. */
static GArray *
get_numbers (const RkXPathFocus *focus, const RkXPathExpr *call)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < rk_xpath_n_args (call) && focus->state->error == NULL; i++)
    {
      g_auto (RkXPathValue) value = { 0 };
      double number;

      rk_xpath_eval (focus, rk_xpath_arg (call, i), &value);
      if (value.type != RK_XPATH_NODE_SET)
        {
          number = rk_xpath_to_number (focus->state, &value);
          g_array_append_val (numbers, number);
          continue;
        }
      for (guint j = 0; j < value.nodes->len; j++)
        {
          g_autofree char *owned = NULL;

          number = rk_xpath_text_to_number (focus->state,
                                            rk_xpath_node_text (focus->state, value.nodes->pdata[j],
                                                                &owned));
          g_array_append_val (numbers, number);
        }
    }
  return numbers;
}

/* The largest (@sign 1) or smallest (-1); NaN when there are none or one is no number. */
static double
find_extreme (GArray *numbers, int sign)
{
  double best = NAN;

  for (guint i = 0; i < numbers->len; i++)
    {
      double number = g_array_index (numbers, double, i);

      if (isnan (number))
        return NAN;
      if (i == 0 || sign * number > sign * best)
        best = number;
    }
  return best;
}

static void
call_max (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autoptr (GArray) numbers = get_numbers (focus, call);

  rk_xpath_return_number (result, find_extreme (numbers, 1));
}

static void
call_min (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autoptr (GArray) numbers = get_numbers (focus, call);

  rk_xpath_return_number (result, find_extreme (numbers, -1));
}

static void
call_sum (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autoptr (GPtrArray) nodes = rk_xpath_eval_nodes (focus, rk_xpath_arg (call, 0), "sum()");
  double sum = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      g_autofree char *owned = NULL;

      sum += rk_xpath_text_to_number (focus->state,
                                      rk_xpath_node_text (focus->state, nodes->pdata[i], &owned));
    }
  rk_xpath_return_number (result, sum);
}

/* Half away from zero, at a decimal place; through the text of the number, so that 2.15 rounds as
 * it reads and not as it is stored. */
static double
round_at (double x, int digits)
{
  g_autofree char *text = rk_xpath_number_to_string (fabs (x));
  g_autofree char *moved = g_strdup_printf ("%se%d", text, digits);
  double scaled = floor (g_ascii_strtod (moved, NULL) + 0.5);
  g_autofree char *whole = rk_xpath_number_to_string (scaled);
  g_autofree char *back = g_strdup_printf ("%se%d", whole, -digits);

  if (isinf (scaled))
    return x; /* so many places that there is nothing to round */
  return copysign (g_ascii_strtod (back, NULL), x);
}

static void
call_round (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  double x = rk_xpath_arg_number (focus, call, 0);
  double digits = call->args->len > 1 ? trunc (rk_xpath_arg_number (focus, call, 1)) : 0;

  if (isnan (digits))
    x = NAN;
  else if (isfinite (x) && digits == 0)
    x = round (x);
  else if (isfinite (x))
    x = round_at (x, (int) CLAMP (digits, -400, 400));
  rk_xpath_return_number (result, x);
}

static void
call_pow (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  double x = rk_xpath_arg_number (focus, call, 0);
  double y = rk_xpath_arg_number (focus, call, 1);

  rk_xpath_return_number (result, pow (x, y));
}

static void
call_atan2 (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  double y = rk_xpath_arg_number (focus, call, 0);
  double x = rk_xpath_arg_number (focus, call, 1);

  rk_xpath_return_number (result, atan2 (y, x));
}

static void
call_pi (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  rk_xpath_return_number (result, G_PI);
}

static double
raise_ten (double x)
{
  return pow (10, x);
}

/* A function of C from one number to one number. */
#define DEFINE_MATH(name, function)                                                                \
  static void call_##name (const RkXPathFocus *focus, const RkXPathExpr *call,                     \
                           RkXPathValue *result)                                                   \
  {                                                                                                \
    rk_xpath_return_number (result, function (rk_xpath_arg_number (focus, call, 0)));              \
  }

DEFINE_MATH (int, trunc)
DEFINE_MATH (floor, floor)
DEFINE_MATH (ceiling, ceil)
DEFINE_MATH (abs, fabs)
DEFINE_MATH (log, log)
DEFINE_MATH (log10, log10)
DEFINE_MATH (sin, sin)
DEFINE_MATH (cos, cos)
DEFINE_MATH (tan, tan)
DEFINE_MATH (asin, asin)
DEFINE_MATH (acos, acos)
DEFINE_MATH (atan, atan)
DEFINE_MATH (sqrt, sqrt)
DEFINE_MATH (exp, exp)
DEFINE_MATH (exp10, raise_ten)

const RkXPathFunction rk_xpath_number_functions[] = {
  { "number", 0, 1, call_number, .reads_context = TRUE },
  { "int", 1, 1, call_int },
  { "sum", 1, 1, call_sum, RK_XPATH_READ_POSITION, RK_REPEATS_ALL, .aggregates = TRUE },
  { "max", 0, -1, call_max, RK_XPATH_READ_POSITION, RK_REPEATS_ALL, .aggregates = TRUE },
  { "min", 0, -1, call_min, RK_XPATH_READ_POSITION, RK_REPEATS_ALL, .aggregates = TRUE },
  { "round", 1, 2, call_round },
  { "floor", 1, 1, call_floor },
  { "ceiling", 1, 1, call_ceiling },
  { "abs", 1, 1, call_abs },
  { "log", 1, 1, call_log },
  { "log10", 1, 1, call_log10 },
  { "sin", 1, 1, call_sin },
  { "cos", 1, 1, call_cos },
  { "tan", 1, 1, call_tan },
  { "asin", 1, 1, call_asin },
  { "acos", 1, 1, call_acos },
  { "atan", 1, 1, call_atan },
  { "atan2", 2, 2, call_atan2 },
  { "sqrt", 1, 1, call_sqrt },
  { "exp", 1, 1, call_exp },
  { "exp10", 1, 1, call_exp10 },
  { "pow", 2, 2, call_pow },
  { "pi", 0, 0, call_pi },
  { NULL },
};
