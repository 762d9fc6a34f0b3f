/* SPDX-License-Identifier: EUPL-1.2 */
/* The public face of the engine: compile once, evaluate often. */
#include "config.h"
#include "rk-xpath-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Characters of an expression that a message shows. */
#define MAX_QUOTE 120

struct _RkXPath
{
  guint ref_count;
  char *text;
  RkXPathExpr *expr;
};

G_DEFINE_QUARK (rk - xpath - error - quark, rk_xpath_error)

char *
rk_xpath_shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_QUOTE)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MAX_QUOTE);
  return g_strconcat (start, "…", NULL);
}

static RkXPath *
compile (const char *expression, gboolean late, RkXPathNamespaceFunc namespaces, gpointer user_data,
         GError **error)
{
  RkXPath *self;
  RkXPathExpr *expr;

  if (!g_utf8_validate (expression, -1, NULL))
    {
      g_set_error_literal (error, RK_XPATH_ERROR, RK_XPATH_ERROR_SYNTAX,
                           _ ("An expression of the form is not UTF-8 text."));
      return NULL;
    }
  if (strlen (expression) > RK_XPATH_MAX_TEXT)
    {
      g_autofree char *text = rk_xpath_shorten (expression);

      /* Translators: %s is the beginning of an expression of a form. */
      g_set_error (error, RK_XPATH_ERROR, RK_XPATH_ERROR_LIMIT,
                   _ ("The expression “%s” is too long."), text);
      return NULL;
    }
  expr = rk_xpath_parse (expression, late, namespaces, user_data, error);
  if (expr == NULL)
    return NULL;
  rk_xpath_mark_fixed (expr);
  self = g_new0 (RkXPath, 1);
  self->ref_count = 1;
  self->text = g_strdup (expression);
  self->expr = expr;
  return self;
}

RkXPath *
rk_xpath_compile (const char *expression, RkXPathNamespaceFunc namespaces, gpointer user_data,
                  GError **error)
{
  g_return_val_if_fail (expression != NULL, NULL);
  return compile (expression, FALSE, namespaces, user_data, error);
}

RkXPath *
rk_xpath_compile_late (const char *expression, RkXPathNamespaceFunc namespaces, gpointer user_data,
                       GError **error)
{
  g_return_val_if_fail (expression != NULL, NULL);
  return compile (expression, TRUE, namespaces, user_data, error);
}

RkXPath *
rk_xpath_ref (RkXPath *self)
{
  self->ref_count++;
  return self;
}

void
rk_xpath_free (RkXPath *self)
{
  if (self == NULL || --self->ref_count > 0)
    return;
  rk_xpath_expr_free (self->expr);
  g_free (self->text);
  g_free (self);
}

const char *
rk_xpath_get_text (const RkXPath *self)
{
  return self->text;
}

const RkXPathExpr *
rk_xpath_get_expr (const RkXPath *self)
{
  return self->expr;
}

static xmlNode *
find_root (const RkXPathContext *context, xmlNode *current)
{
  xmlNode *node = current;

  if (context->root != NULL || node == NULL)
    return context->root;
  while (rk_xpath_node_parent (node) != NULL)
    node = rk_xpath_node_parent (node);
  return node;
}

void
rk_xpath_state_init (RkXPathState *state, const RkXPathContext *context)
{
  static const RkXPathHost no_host = { NULL };

  memset (state, 0, sizeof *state);
  state->context = context;
  state->host = context->host != NULL ? context->host : &no_host;
  state->current = context->current != NULL ? context->current : context->context;
  state->root = find_root (context, state->current);
  state->tz = context->tz;
  state->work = RK_XPATH_MAX_WORK;
}

void
rk_xpath_state_clear (RkXPathState *state)
{
  if (state->owns_tz)
    g_clear_pointer (&state->tz, g_time_zone_unref);
  g_clear_error (&state->error);
}

void
rk_xpath_fail (RkXPathState *state, int code, const char *format, ...)
{
  va_list args;

  if (state->error != NULL)
    return;
  va_start (args, format);
  state->error = g_error_new_valist (RK_XPATH_ERROR, code, format, args);
  va_end (args);
}

gboolean
rk_xpath_work (RkXPathState *state, gint64 amount)
{
  if (state->error != NULL)
    return FALSE;
  state->work -= amount;
  if (state->context->budget != NULL)
    *state->context->budget -= amount;
  if (state->work >= 0 && (state->context->budget == NULL || *state->context->budget >= 0))
    return TRUE;
  rk_xpath_fail (state, RK_XPATH_ERROR_LIMIT, _ ("The expression takes too much work."));
  return FALSE;
}

gboolean
rk_xpath_evaluate (const RkXPath *self, const RkXPathContext *context, RkXPathValue *value,
                   GError **error)
{
  RkXPathState state;
  RkXPathFocus focus = { &state, context->context, 1, 1 };
  gboolean ok;

  g_return_val_if_fail (context->context != NULL, FALSE);
  rk_xpath_state_init (&state, context);
  if (context->evaluations != NULL)
    (*context->evaluations)++;
  memset (value, 0, sizeof *value);
  rk_xpath_eval (&focus, self->expr, value);
  ok = state.error == NULL;
  if (!ok)
    {
      g_autofree char *text = rk_xpath_shorten (self->text);

      rk_xpath_value_clear (value);
      /* Translators: the first %s is an expression of a form, the second a sentence on what is
       * wrong with it. */
      g_set_error (error, RK_XPATH_ERROR, state.error->code,
                   _ ("The expression “%s” cannot be computed. %s"), text, state.error->message);
    }
  rk_xpath_state_clear (&state);
  return ok;
}

double
rk_xpath_value_to_number (const RkXPathValue *value, const RkXPathContext *context)
{
  RkXPathState state;
  double number;

  rk_xpath_state_init (&state, context);
  number = rk_xpath_to_number (&state, value);
  rk_xpath_state_clear (&state);
  return number;
}

gboolean
rk_xpath_value_to_boolean (const RkXPathValue *value, const RkXPathContext *context)
{
  return rk_xpath_to_boolean (value);
}

char *
rk_xpath_value_to_string (const RkXPathValue *value, const RkXPathContext *context)
{
  RkXPathState state;
  char *text;

  rk_xpath_state_init (&state, context);
  text = rk_xpath_to_string (&state, value);
  rk_xpath_state_clear (&state);
  return text;
}
