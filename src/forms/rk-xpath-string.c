/* SPDX-License-Identifier: EUPL-1.2 */
/* Functions on texts. */
#include "config.h"
#include "rk-xpath-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_PATTERN 4096
#define MAX_MATCH_STEPS 200000

static void
call_string (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  rk_xpath_return_string (result, rk_xpath_arg_text (focus, call));
}

/* All texts with @separator between them. */
static void
return_joined (RkXPathState *state, GPtrArray *texts, const char *separator, RkXPathValue *result)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < texts->len && all->len <= RK_XPATH_MAX_STRING; i++)
    {
      if (i > 0)
        g_string_append (all, separator);
      g_string_append (all, g_ptr_array_index (texts, i));
    }
  if (all->len > RK_XPATH_MAX_STRING)
    rk_xpath_fail (state, RK_XPATH_ERROR_LIMIT,
                   _ ("The text that concat() or join() makes is too long."));
  rk_xpath_work (state, all->len / 64);
  rk_xpath_return_string (result, g_string_free (all, FALSE));
}

static void
call_concat (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autoptr (GPtrArray) texts = rk_xpath_arg_texts (focus, call, 0);

  return_joined (focus->state, texts, "", result);
}

static void
call_join (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *separator = rk_xpath_arg_string (focus, call, 0);
  g_autoptr (GPtrArray) texts = rk_xpath_arg_texts (focus, call, 1);

  return_joined (focus->state, texts, separator, result);
}

/* Characters @from up to @to, clamped to the text. */
static char *
cut (const char *text, double from, double to)
{
  double length = g_utf8_strlen (text, -1);

  from = CLAMP (from, 0, length);
  to = CLAMP (to, 0, length);
  return to > from ? g_utf8_substring (text, (glong) from, (glong) to) : g_strdup ("");
}

/* substr(text, start from 0, end): a negative place counts from the end. */
static void
call_substr (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *text = rk_xpath_arg_string (focus, call, 0);
  double length = g_utf8_strlen (text, -1);
  double from = trunc (rk_xpath_arg_number (focus, call, 1));
  double to = call->args->len > 2 ? trunc (rk_xpath_arg_number (focus, call, 2)) : length;

  from = isnan (from) ? 0 : from;
  to = isnan (to) ? 0 : to;
  rk_xpath_return_string (result,
                          cut (text, from < 0 ? from + length : from, to < 0 ? to + length : to));
}

/* Rounding of XPath 1.0: half goes up. */
static double
round_up (double x)
{
  return floor (x + 0.5);
}

static void
call_substring (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *text = rk_xpath_arg_string (focus, call, 0);
  double from = round_up (rk_xpath_arg_number (focus, call, 1));
  double to = INFINITY;

  if (call->args->len > 2)
    to = from + round_up (rk_xpath_arg_number (focus, call, 2));
  if (isnan (from) || isnan (to))
    rk_xpath_return_string (result, g_strdup (""));
  else
    rk_xpath_return_string (result, cut (text, from - 1, to - 1));
}

static void
call_substring_before (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *text = rk_xpath_arg_string (focus, call, 0);
  g_autofree char *part = rk_xpath_arg_string (focus, call, 1);
  const char *found = strstr (text, part);

  rk_xpath_return_string (result, found != NULL ? g_strndup (text, found - text) : g_strdup (""));
}

static void
call_substring_after (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *text = rk_xpath_arg_string (focus, call, 0);
  g_autofree char *part = rk_xpath_arg_string (focus, call, 1);
  const char *found = strstr (text, part);

  rk_xpath_return_string (result, g_strdup (found != NULL ? found + strlen (part) : ""));
}

static void
call_translate (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *text = rk_xpath_arg_string (focus, call, 0);
  g_autofree char *from = rk_xpath_arg_string (focus, call, 1);
  g_autofree char *to = rk_xpath_arg_string (focus, call, 2);
  glong n = g_utf8_strlen (to, -1);
  GString *out = g_string_new (NULL);

  rk_xpath_work (focus->state, strlen (text) / 8 * (1 + strlen (from) / 8));
  for (const char *p = text; *p != '\0' && focus->state->error == NULL; p = g_utf8_next_char (p))
    {
      const char *found = g_utf8_strchr (from, -1, g_utf8_get_char (p));
      glong i = found != NULL ? g_utf8_pointer_to_offset (from, found) : 0;

      if (found == NULL)
        g_string_append_unichar (out, g_utf8_get_char (p));
      else if (i < n)
        g_string_append_unichar (out, g_utf8_get_char (g_utf8_offset_to_pointer (to, i)));
    }
  rk_xpath_return_string (result, g_string_free (out, FALSE));
}

static void
call_string_length (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *text = rk_xpath_arg_text (focus, call);

  rk_xpath_return_number (result, g_utf8_strlen (text, -1));
}

static void
call_normalize_space (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *text = rk_xpath_arg_text (focus, call);
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0';)
    {
      gsize blank = strspn (p, " \t\r\n");
      gsize word = strcspn (p + blank, " \t\r\n");

      if (blank > 0 && word > 0 && out->len > 0)
        g_string_append_c (out, ' ');
      g_string_append_len (out, p + blank, word);
      p += blank + word;
    }
  rk_xpath_return_string (result, g_string_free (out, FALSE));
}

static void
call_contains (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *text = rk_xpath_arg_string (focus, call, 0);
  g_autofree char *part = rk_xpath_arg_string (focus, call, 1);

  rk_xpath_return_boolean (result, strstr (text, part) != NULL);
}

static void
call_starts_with (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *text = rk_xpath_arg_string (focus, call, 0);
  g_autofree char *part = rk_xpath_arg_string (focus, call, 1);

  rk_xpath_return_boolean (result, g_str_has_prefix (text, part));
}

static void
call_ends_with (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *text = rk_xpath_arg_string (focus, call, 0);
  g_autofree char *part = rk_xpath_arg_string (focus, call, 1);

  rk_xpath_return_boolean (result, g_str_has_suffix (text, part));
}

/* The class that an escape of JavaScript and Java stands for, which know ASCII only: between "["
 * and
 * "]" when @inside. NULL: PCRE means the same by it. */
static const char *
ascii_class (char escape, gboolean inside)
{
  switch (escape)
    {
    case 'd': return inside ? "0-9" : "[0-9]";
    case 'w': return inside ? "A-Za-z0-9_" : "[A-Za-z0-9_]";
    case 'D': return inside ? NULL : "[^0-9]";
    case 'W': return inside ? NULL : "[^A-Za-z0-9_]";
    default: return NULL;
    }
}

/* Writes an escape that begins at @p as PCRE has it, and moves on: (transfer none). */
static const char *
append_escape (GString *out, const char *p, gboolean inside)
{
  const char *class = ascii_class (p[1], inside);
  gboolean unicode = p[1] == 'u';

  for (int i = 2; unicode && i < 6; i++)
    unicode = g_ascii_isxdigit (p[i]);
  if (unicode)
    g_string_append_printf (out, "\\x{%.4s}", p + 2);
  else if (class != NULL)
    g_string_append (out, class);
  else
    g_string_append_len (out, p, p[1] != '\0' ? 2 : 1);
  return p + (unicode ? 6 : p[1] != '\0' ? 2 : 1);
}

/* A pattern as forms write it, for PCRE: (transfer full). */
static char *
adapt_pattern (const char *pattern)
{
  GString *out = g_string_new (NULL);
  gboolean inside = FALSE;

  for (const char *p = pattern; *p != '\0';)
    {
      if (*p == '\\')
        {
          p = append_escape (out, p, inside);
          continue;
        }
      inside = inside ? *p != ']' : *p == '[';
      g_string_append_c (out, *p++);
    }
  return g_string_free (out, FALSE);
}

/* A pattern of a form may be one that explodes: PCRE is told to give up after so many steps. FALSE:
 * it did. */
static gboolean
match (RkXPathState *state, const char *pattern, const char *text, guint steps,
       RkXPathValue *result)
{
  g_autofree char *adapted = adapt_pattern (pattern);
  g_autofree char *limited =
      g_strdup_printf ("(*LIMIT_MATCH=%u)(*LIMIT_HEAP=65536)%s", steps, adapted);
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = NULL;

  if (strlen (pattern) <= MAX_PATTERN)
    regex = g_regex_new (limited, G_REGEX_DOLLAR_ENDONLY, 0, NULL);
  if (regex == NULL)
    {
      g_autofree char *shown = rk_xpath_shorten (pattern);

      /* Translators: %s is a regular expression in a form. */
      rk_xpath_fail (state, RK_XPATH_ERROR_TYPE,
                     _ ("The function regex() cannot read the pattern “%s”."), shown);
      return TRUE;
    }
  rk_xpath_return_boolean (result, g_regex_match_full (regex, text, -1, 0, 0, NULL, &error));
  return error == NULL;
}

/* Nobody tells how many steps a match took: it is tried with few, then with more, and each try
 * counts as the work that it may have been. */
static void
match_in_stages (RkXPathState *state, const char *pattern, const char *text, RkXPathValue *result)
{
  g_autofree char *shown = NULL;

  for (guint steps = 2000; steps <= MAX_MATCH_STEPS; steps *= 10)
    if (!rk_xpath_work (state, steps + (gint64) (strlen (text) / 64)) ||
        match (state, pattern, text, steps, result))
      return;
  shown = rk_xpath_shorten (pattern);
  /* Translators: %s is a regular expression in a form. */
  rk_xpath_fail (state, RK_XPATH_ERROR_LIMIT,
                 _ ("The function regex() takes too much work for the pattern “%s”."), shown);
}

static void
call_regex (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *text = rk_xpath_arg_string (focus, call, 0);
  g_autofree char *pattern = rk_xpath_arg_string (focus, call, 1);

  rk_xpath_return_boolean (result, FALSE);
  match_in_stages (focus->state, pattern, text, result);
}

const RkXPathFunction rk_xpath_string_functions[] = {
  { "string", 0, 1, call_string, .reads_context = TRUE },
  { "concat", 0, -1, call_concat },
  { "join", 1, -1, call_join, .repeats = RK_REPEATS_ALL },
  { "substr", 2, 3, call_substr },
  { "substring", 2, 3, call_substring },
  { "substring-before", 2, 2, call_substring_before },
  { "substring-after", 2, 2, call_substring_after },
  { "translate", 3, 3, call_translate },
  { "string-length", 0, 1, call_string_length, .reads_context = TRUE },
  { "normalize-space", 0, 1, call_normalize_space, .reads_context = TRUE },
  { "contains", 2, 2, call_contains },
  { "starts-with", 2, 2, call_starts_with },
  { "ends-with", 2, 2, call_ends_with },
  { "regex", 2, 2, call_regex },
  { NULL },
};
