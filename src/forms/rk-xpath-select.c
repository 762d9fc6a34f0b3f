/* SPDX-License-Identifier: EUPL-1.2 */
/* Functions on choices (lists of words), conditions and texts of the form. */
#include "config.h"
#include "rk-xpath-private.h"

#include <math.h>
#include <string.h>

#define BLANKS " \t\r\n"

/* Calls for each word of a list: the @n-th (from 0) word, or the one equal to @want; its length in
 * @length. NULL: there is none. */
static const char *
find_word (const char *list, const char *want, gint64 n, gsize *length)
{
  for (const char *p = list + strspn (list, BLANKS); *p != '\0'; p += strspn (p, BLANKS))
    {
      *length = strcspn (p, BLANKS);
      if (want != NULL ? strlen (want) == *length && strncmp (p, want, *length) == 0 : n-- == 0)
        return p;
      p += *length;
    }
  return NULL;
}

static void
call_selected (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *list = rk_xpath_arg_string (focus, call, 0);
  g_autofree char *value = rk_xpath_arg_string (focus, call, 1);
  gsize length;

  g_strstrip (value);
  /* an empty list has the empty value in it: forms ask so whether there is an answer */
  rk_xpath_return_boolean (result, *value == '\0' ? find_word (list, NULL, 0, &length) == NULL
                                                  : find_word (list, value, 0, &length) != NULL);
}

static void
call_selected_at (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *list = rk_xpath_arg_string (focus, call, 0);
  double n = trunc (rk_xpath_arg_number (focus, call, 1));
  gsize length = 0;
  const char *word = n >= 0 && n < 1e9 ? find_word (list, NULL, (gint64) n, &length) : NULL;

  rk_xpath_return_string (result, g_strndup (word != NULL ? word : "", length));
}

static void
call_count_selected (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *list = rk_xpath_arg_string (focus, call, 0);
  const char *p = list;
  gsize length;
  guint n = 0;

  for (; (p = find_word (p, NULL, 0, &length)) != NULL; p += length)
    n++;
  rk_xpath_return_number (result, n);
}

static void
call_choice_name (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  const RkXPathHost *host = focus->state->host;
  g_autofree char *value = rk_xpath_arg_string (focus, call, 0);
  g_autofree char *path = rk_xpath_arg_string (focus, call, 1);
  char *name = NULL;

  if (host->choice_name != NULL)
    name = host->choice_name (value, path, focus->state->current, host->user_data);
  rk_xpath_return_string (result, name != NULL ? name : g_strdup (""));
}

static void
call_itext (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  const RkXPathHost *host = focus->state->host;
  g_autofree char *id = rk_xpath_arg_string (focus, call, 0);
  char *text = host->itext != NULL ? host->itext (id, host->user_data) : NULL;

  rk_xpath_return_string (result, text != NULL ? text : g_strdup (""));
}

/* Only the branch that is taken is computed. */
static void
call_if (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  gboolean holds = rk_xpath_eval_boolean (focus, rk_xpath_arg (call, 0));

  rk_xpath_eval (focus, rk_xpath_arg (call, holds ? 1 : 2), result);
}

static gboolean
is_blank (RkXPathState *state, const RkXPathValue *value)
{
  g_autofree char *text = NULL;

  if (value->type == RK_XPATH_NUMBER)
    return isnan (value->number);
  text = rk_xpath_to_string (state, value);
  return *text == '\0';
}

static void
call_coalesce (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  rk_xpath_eval (focus, rk_xpath_arg (call, 0), result);
  if (focus->state->error != NULL || !is_blank (focus->state, result))
    return;
  rk_xpath_value_clear (result);
  rk_xpath_eval (focus, rk_xpath_arg (call, 1), result);
}

/* The value that the node has already; only an empty node gets a new one. */
static void
call_once (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *owned = NULL;
  const char *text = rk_xpath_node_text (focus->state, focus->node, &owned);

  if (*text != '\0')
    rk_xpath_return_string (result, g_strdup (text));
  else
    rk_xpath_eval (focus, rk_xpath_arg (call, 0), result);
  if (focus->state->error == NULL && is_blank (focus->state, result))
    {
      rk_xpath_value_clear (result);
      rk_xpath_return_string (result, g_strdup (""));
    }
}

static void
call_true (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  rk_xpath_return_boolean (result, TRUE);
}

static void
call_false (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  rk_xpath_return_boolean (result, FALSE);
}

static void
call_boolean (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  rk_xpath_return_boolean (result, rk_xpath_eval_boolean (focus, rk_xpath_arg (call, 0)));
}

static void
call_not (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  rk_xpath_return_boolean (result, !rk_xpath_eval_boolean (focus, rk_xpath_arg (call, 0)));
}

static void
call_boolean_from_string (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *text = rk_xpath_arg_string (focus, call, 0);

  rk_xpath_return_boolean (result, g_str_equal (text, "true") || g_str_equal (text, "1"));
}

/* Whether an argument holds; a node-set gives one answer per node, which holds when it has text. */
static void
add_holds (const RkXPathFocus *focus, const RkXPathExpr *arg, GArray *holds)
{
  g_auto (RkXPathValue) value = { 0 };
  gboolean one;

  rk_xpath_eval (focus, arg, &value);
  if (focus->state->error != NULL)
    return;
  if (value.type != RK_XPATH_NODE_SET)
    {
      one = rk_xpath_to_boolean (&value);
      g_array_append_val (holds, one);
      return;
    }
  for (guint i = 0; i < value.nodes->len; i++)
    {
      g_autofree char *owned = NULL;

      one = *rk_xpath_node_text (focus->state, value.nodes->pdata[i], &owned) != '\0';
      g_array_append_val (holds, one);
    }
}

static void
add_weights (const RkXPathFocus *focus, const RkXPathExpr *arg, GArray *weights)
{
  g_auto (RkXPathValue) value = { 0 };
  double weight;

  rk_xpath_eval (focus, arg, &value);
  if (focus->state->error != NULL)
    return;
  if (value.type != RK_XPATH_NODE_SET)
    {
      weight = rk_xpath_to_number (focus->state, &value);
      g_array_append_val (weights, weight);
      return;
    }
  for (guint i = 0; i < value.nodes->len; i++)
    {
      g_autofree char *owned = NULL;

      weight = rk_xpath_text_to_number (focus->state,
                                        rk_xpath_node_text (focus->state, value.nodes->pdata[i],
                                                            &owned));
      g_array_append_val (weights, weight);
    }
}

/* Whether @sum lies between the first two arguments; -1 for the upper one means no bound. */
static void
return_within (const RkXPathFocus *focus, const RkXPathExpr *call, double sum, RkXPathValue *result)
{
  double min = rk_xpath_arg_number (focus, call, 0);
  double max = rk_xpath_arg_number (focus, call, 1);

  rk_xpath_return_boolean (result, (min < 0 || sum >= min) && (max < 0 || sum <= max));
}

static void
call_checklist (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autoptr (GArray) holds = g_array_new (FALSE, FALSE, sizeof (gboolean));
  double sum = 0;

  for (guint i = 2; i < call->args->len; i++)
    add_holds (focus, rk_xpath_arg (call, i), holds);
  for (guint i = 0; i < holds->len; i++)
    sum += g_array_index (holds, gboolean, i);
  return_within (focus, call, sum, result);
}

static void
call_weighted_checklist (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autoptr (GArray) holds = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (double));
  double sum = 0;

  for (guint i = 2; i + 1 < call->args->len; i += 2)
    {
      add_holds (focus, rk_xpath_arg (call, i), holds);
      add_weights (focus, rk_xpath_arg (call, i + 1), weights);
    }
  for (guint i = 0; i < holds->len && i < weights->len; i++)
    if (g_array_index (holds, gboolean, i))
      sum += g_array_index (weights, double, i);
  return_within (focus, call, sum, result);
}

const RkXPathFunction rk_xpath_select_functions[] = {
  { "selected", 2, 2, call_selected },
  { "selected-at", 2, 2, call_selected_at },
  { "count-selected", 1, 1, call_count_selected },
  { "jr:choice-name", 2, 2, call_choice_name, RK_XPATH_READ_LANGUAGE },
  { "jr:itext", 1, 1, call_itext, RK_XPATH_READ_LANGUAGE },
  { "if", 3, 3, call_if },
  { "coalesce", 2, 2, call_coalesce },
  { "once", 1, 1, call_once, .reads_context = TRUE },
  { "true", 0, 0, call_true },
  { "false", 0, 0, call_false },
  { "boolean", 1, 1, call_boolean },
  { "not", 1, 1, call_not },
  { "boolean-from-string", 1, 1, call_boolean_from_string },
  { "checklist", 2, -1, call_checklist, .repeats = RK_REPEATS_ALL },
  { "weighted-checklist", 2, -1, call_weighted_checklist, .repeats = RK_REPEATS_ALL },
  { NULL },
};
