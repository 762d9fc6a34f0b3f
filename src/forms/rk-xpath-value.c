/* SPDX-License-Identifier: EUPL-1.2 */
/* Values and how one type becomes another. */
#include "config.h"
#include "rk-xpath-private.h"

#include <math.h>
#include <string.h>

void
rk_xpath_value_clear (RkXPathValue *value)
{
  g_clear_pointer (&value->string, g_free);
  g_clear_pointer (&value->nodes, g_ptr_array_unref);
}

static void
start_result (RkXPathValue *result, RkXPathType type)
{
  memset (result, 0, sizeof *result);
  result->type = type;
}

void
rk_xpath_return_number (RkXPathValue *result, double number)
{
  start_result (result, RK_XPATH_NUMBER);
  result->number = number;
}

void
rk_xpath_return_boolean (RkXPathValue *result, gboolean boolean)
{
  start_result (result, RK_XPATH_BOOLEAN);
  result->boolean = boolean != FALSE;
}

void
rk_xpath_return_string (RkXPathValue *result, char *string)
{
  start_result (result, RK_XPATH_STRING);
  result->string = string;
}

void
rk_xpath_return_nodes (RkXPathValue *result, GPtrArray *nodes)
{
  start_result (result, RK_XPATH_NODE_SET);
  result->nodes = nodes;
}

/* Digits and exponent of "d.ddde±xx" as a plain decimal. */
static char *
write_plain (const char *scientific)
{
  GString *out = g_string_new (*scientific == '-' ? "-" : "");
  g_autofree char *digits = g_malloc0 (strlen (scientific) + 1);
  const char *e = strchr (scientific, 'e');
  int exponent = (int) g_ascii_strtoll (e + 1, NULL, 10);
  int n = 0;

  for (const char *p = scientific; p < e; p++)
    if (g_ascii_isdigit (*p))
      digits[n++] = *p;
  while (n > 1 && digits[n - 1] == '0')
    n--;
  if (exponent < 0)
    g_string_append (out, "0.");
  for (int i = exponent; i < -1; i++)
    g_string_append_c (out, '0');
  for (int i = 0; i < MAX (n, exponent + 1); i++)
    {
      if (exponent >= 0 && i == exponent + 1)
        g_string_append_c (out, '.');
      g_string_append_c (out, i < n ? digits[i] : '0');
    }
  return g_string_free (out, FALSE);
}

char *
rk_xpath_number_to_string (double number)
{
  char buffer[64];
  const char *const formats[] = { "%.14e", "%.15e", "%.16e" };

  if (isnan (number))
    return g_strdup ("NaN");
  if (isinf (number))
    return g_strdup (number > 0 ? "Infinity" : "-Infinity");
  if (number == 0)
    return g_strdup ("0");
  if (number == trunc (number) && fabs (number) < 1e15)
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) number);
  /* the shortest text that reads back as the same number */
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  return write_plain (buffer);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* '-'? (Digits ('.' Digits?)? | '.' Digits) between blanks, and nothing else. */
static gboolean
parse_number (const char *text, double *number)
{
  const char *p = text;
  const char *start;
  guint digits = 0;

  while (is_space (*p))
    p++;
  start = p;
  p += *p == '-';
  for (; g_ascii_isdigit (*p); p++)
    digits++;
  p += *p == '.';
  for (; g_ascii_isdigit (*p); p++)
    digits++;
  while (is_space (*p))
    p++;
  if (digits == 0 || *p != '\0')
    return FALSE;
  *number = g_ascii_strtod (start, NULL);
  return TRUE;
}

double
rk_xpath_text_to_number (RkXPathState *state, const char *text)
{
  double number;

  return parse_number (text, &number) ? number : rk_xpath_parse_moment (state, text, FALSE);
}

double
rk_xpath_to_number (RkXPathState *state, const RkXPathValue *value)
{
  g_autofree char *owned = NULL;

  switch (value->type)
    {
    case RK_XPATH_NUMBER: return value->number;
    case RK_XPATH_BOOLEAN: return value->boolean ? 1 : 0;
    case RK_XPATH_STRING:
      return value->is_date ? value->number : rk_xpath_text_to_number (state, value->string);
    case RK_XPATH_NODE_SET:
      if (value->nodes->len == 0)
        return NAN;
      return rk_xpath_text_to_number (state,
                                      rk_xpath_node_text (state,
                                                          g_ptr_array_index (value->nodes, 0),
                                                          &owned));
    default: g_return_val_if_reached (NAN);
    }
}

gboolean
rk_xpath_to_boolean (const RkXPathValue *value)
{
  switch (value->type)
    {
    case RK_XPATH_NUMBER: return value->number != 0 && !isnan (value->number);
    case RK_XPATH_BOOLEAN: return value->boolean;
    case RK_XPATH_STRING: return value->is_date ? !isnan (value->number) : *value->string != '\0';
    case RK_XPATH_NODE_SET: return value->nodes->len > 0;
    default: g_return_val_if_reached (FALSE);
    }
}

char *
rk_xpath_to_string (RkXPathState *state, const RkXPathValue *value)
{
  switch (value->type)
    {
    case RK_XPATH_NUMBER: /* number(date) reads as whole days */
      return rk_xpath_number_to_string (value->is_date ? floor (value->number) : value->number);
    case RK_XPATH_BOOLEAN: return g_strdup (value->boolean ? "true" : "false");
    case RK_XPATH_STRING: return g_strdup (value->string);
    case RK_XPATH_NODE_SET:
      if (value->nodes->len == 0)
        return g_strdup ("");
      return rk_xpath_dup_node_text (state, g_ptr_array_index (value->nodes, 0));
    default: g_return_val_if_reached (g_strdup (""));
    }
}
