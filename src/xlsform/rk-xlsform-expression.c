/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading expressions as XLSForm writes them, no further than the conversion needs: where ${name}
 * stands, whether a default is to be computed, where a list is read inside a label. */
#include "config.h"
#include "rk-xlsform-private.h"

#include <string.h>

typedef enum
{
  TOKEN_END,
  TOKEN_BLANK,
  TOKEN_NUMBER, /* dates and times too */
  TOKEN_OPERATOR,
  TOKEN_STRING,
  TOKEN_NAME,
  TOKEN_CALL, /* a name and its ( */
  TOKEN_LINK, /* https:// */
  TOKEN_REFERENCE,
  TOKEN_PATH, /* / */
  TOKEN_OPEN, /* [ */
  TOKEN_CLOSE,
  TOKEN_OTHER
} TokenType;

typedef struct
{
  TokenType type;
  gsize start, end;
} Token;

/* --- references ------------------------------------------------------------------------------- */

#define LAST_SAVED "last-saved#"

static gsize
skip_blanks (const char *text, gsize at)
{
  while (text[at] == ' ')
    at++;
  return at;
}

static gsize
name_end (const char *text, gsize at)
{
  gboolean colon = FALSE;

  for (gsize start = at;; at = (gsize) (g_utf8_next_char (text + at) - text))
    {
      gunichar c = text[at] != '\0' ? g_utf8_get_char (text + at) : 0;
      gboolean letter = c == '_' || (c < 0x80 ? g_ascii_isalpha ((char) c) : g_unichar_isalpha (c));
      gboolean other = c == '-' || c == '.' || g_unichar_isdigit (c) || g_unichar_ismark (c);

      if (c == ':' && !colon && at > start &&
          (g_ascii_isalpha (text[at + 1]) || text[at + 1] == '_'))
        colon = TRUE;
      else if (c == 0 || !(letter || (other && at > start)))
        return at;
    }
}

/* The end of the reference at @at ("${name}"), or @at when there is none. */
static gsize
reference_end (const char *text, gsize at, gsize *from, gsize *to, gboolean *last_saved)
{
  gsize start, end;

  if (text[at] != '$' || text[at + 1] != '{')
    return at;
  start = skip_blanks (text, at + 2);
  *last_saved = g_str_has_prefix (text + start, LAST_SAVED);
  if (*last_saved)
    start += strlen (LAST_SAVED);
  end = name_end (text, start);
  if (end == start || text[skip_blanks (text, end)] != '}')
    return at;
  *from = start;
  *to = end;
  return skip_blanks (text, end) + 1;
}

gboolean
rk_xf_next_reference (const char *text, gsize *start, gsize *end, char **name, gboolean *last_saved)
{
  for (gsize at = *start; text[at] != '\0'; at++)
    {
      gsize from = 0, to = 0;
      gsize after = reference_end (text, at, &from, &to, last_saved);

      if (after == at)
        continue;
      *start = at;
      *end = after;
      *name = g_strndup (text + from, to - from);
      return TRUE;
    }
  return FALSE;
}

gboolean
rk_xf_has_reference (const char *text)
{
  gsize start = 0, end;
  gboolean last_saved;
  g_autofree char *name = NULL;

  return rk_xf_next_reference (text, &start, &end, &name, &last_saved);
}

gboolean
rk_xf_reference_is_broken (const char *text)
{
  for (gsize at = 0; text[at] != '\0'; at++)
    {
      gsize from, to;
      gboolean last_saved;

      if (text[at] == '$' && text[at + 1] == '{' &&
          reference_end (text, at, &from, &to, &last_saved) == at)
        return TRUE;
    }
  return FALSE;
}

char *
rk_xf_dup_only_reference (const char *text)
{
  gsize start = 0, end;
  gboolean last_saved;
  g_autofree char *name = NULL;
  g_autofree char *plain = g_strstrip (g_strdup (text));

  if (!rk_xf_next_reference (plain, &start, &end, &name, &last_saved) || last_saved || start > 0 ||
      plain[end] != '\0')
    return NULL;
  return g_steal_pointer (&name);
}

/* --- tokens ----------------------------------------------------------------------------------- */

/* How many characters of @text are digits with @pattern's other characters between: "0000-00-00".
 */
static gsize
match_pattern (const char *text, const char *pattern)
{
  gsize i;

  for (i = 0; pattern[i] != '\0'; i++)
    if (pattern[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
      return 0;
  return i;
}

static gsize
time_end (const char *text)
{
  gsize n = match_pattern (text, "00:00:00");

  if (n == 0)
    return 0;
  if (text[n] == '.')
    while (g_ascii_isdigit (text[++n]))
      ;
  if (text[n] == 'Z')
    return n + 1;
  if (text[n] == '+' || text[n] == '-')
    n += match_pattern (text + n + 1, "00:00") > 0 ? 6 : 0;
  return n;
}

/* The length of the number, date or time at the start of @text, or 0. */
static gsize
number_end (const char *text)
{
  gsize sign = *text == '-';
  gsize date = match_pattern (text + sign, "0000-00-00");
  gsize n = sign;

  if (date > 0)
    {
      date += sign;
      if (text[date] == 'T')
        {
          gsize time = time_end (text + date + 1);

          return time > 0 ? date + 1 + time : date;
        }
      return date;
    }
  if (time_end (text) > 0)
    return time_end (text);
  while (g_ascii_isdigit (text[n]))
    n++;
  if (text[n] == '.' && (n > sign || g_ascii_isdigit (text[n + 1])))
    while (g_ascii_isdigit (text[++n]))
      ;
  return n > sign ? n : 0;
}

static gsize
string_end (const char *text)
{
  const char *end = *text == '"' || *text == '\'' ? strchr (text + 1, *text) : NULL;

  return end != NULL ? (gsize) (end - text) + 1 : 0;
}

static gboolean
is_word_operator (const char *text)
{
  return g_str_has_prefix (text, " mod ") || g_str_has_prefix (text, " div ");
}

static void
next_token (const char *text, Token *token)
{
  const char *at = text + token->end;
  gsize from, to, length;
  gboolean last_saved;

  token->start = token->end;
  token->type = TOKEN_OTHER;
  length = 1;
  if (*at == '\0')
    {
      token->type = TOKEN_END;
      return;
    }
  if (number_end (at) > 0)
    {
      token->type = TOKEN_NUMBER;
      length = number_end (at);
    }
  else if (is_word_operator (at))
    {
      token->type = TOKEN_OPERATOR;
      length = 5;
    }
  else if (strchr ("*+-|", *at) != NULL)
    token->type = TOKEN_OPERATOR;
  else if (g_ascii_isspace (*at))
    token->type = TOKEN_BLANK;
  else if (string_end (at) > 0)
    {
      token->type = TOKEN_STRING;
      length = string_end (at);
    }
  else if (reference_end (text, token->start, &from, &to, &last_saved) > token->start)
    {
      token->type = TOKEN_REFERENCE;
      length = reference_end (text, token->start, &from, &to, &last_saved) - token->start;
    }
  else if (name_end (at, 0) > 0)
    {
      length = name_end (at, 0);
      token->type = at[length] == '('                       ? TOKEN_CALL
                    : g_str_has_prefix (at + length, "://") ? TOKEN_LINK
                                                            : TOKEN_NAME;
      length += token->type == TOKEN_CALL ? 1 : token->type == TOKEN_LINK ? 3 : 0;
    }
  else if (*at == '/')
    token->type = TOKEN_PATH;
  else if (*at == '[')
    token->type = TOKEN_OPEN;
  else if (*at == ']')
    token->type = TOKEN_CLOSE;
  else
    length = (gsize) (g_utf8_next_char (at) - at);
  token->end = token->start + length;
}

gboolean
rk_xf_is_dynamic (const char *text, const char *type)
{
  static const char *const with_hyphens[] = { "date",     "dateTime", "datetime", "geopoint",
                                              "geotrace", "geoshape", NULL };
  gboolean hyphens = g_strv_contains (with_hyphens, type);
  Token token = { 0 };

  for (next_token (text, &token); token.type != TOKEN_END; next_token (text, &token))
    {
      if (hyphens && token.type == TOKEN_OPERATOR && text[token.start] == '-')
        return FALSE;
      if (token.type == TOKEN_OPERATOR || token.type == TOKEN_REFERENCE || token.type == TOKEN_CALL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_operator_word (const char *text, const Token *token)
{
  static const char *const words[] = { "and", "or", "div", "mod" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (token->end - token->start == strlen (words[i]) &&
        strncmp (text + token->start, words[i], strlen (words[i])) == 0)
      return TRUE;
  return FALSE;
}

/* Whether more of a path or call follows, as in "a/b" or "f (x)". */
static gboolean
goes_on (const char *text, gsize at)
{
  at = skip_blanks (text, at);
  return text[at] != '\0' && strchr ("/([:", text[at]) != NULL;
}

gboolean
rk_xf_next_name (const char *text, gsize *start, gsize *end)
{
  Token token = { .end = *start };
  gboolean after_path = FALSE;
  guint depth = 0;

  for (next_token (text, &token); token.type != TOKEN_END; next_token (text, &token))
    {
      if (token.type == TOKEN_NAME && !after_path && depth == 0 &&
          !is_operator_word (text, &token) && !goes_on (text, token.end))
        {
          *start = token.start;
          *end = token.end;
          return TRUE;
        }
      depth += token.type == TOKEN_OPEN;
      depth -= token.type == TOKEN_CLOSE && depth > 0;
      after_path = token.type == TOKEN_PATH || strchr ("@$:.", text[token.start]) != NULL;
    }
  return FALSE;
}

/* --- lists in labels -------------------------------------------------------------------------- */

/* From instance( on: the call, and a path whose predicates may hold anything. */
static gsize
instance_end (const char *text, Token token)
{
  guint depth = 0, parentheses = 1;
  gsize end;

  while (parentheses > 0)
    {
      next_token (text, &token);
      if (token.type == TOKEN_END)
        return 0;
      parentheses += token.type == TOKEN_CALL || text[token.start] == '(';
      parentheses -= text[token.start] == ')';
    }
  for (end = token.end;; end = token.end)
    {
      next_token (text, &token);
      if (token.type == TOKEN_END)
        return depth == 0 ? end : 0;
      depth += token.type == TOKEN_OPEN;
      if (depth == 0 && token.type != TOKEN_PATH && token.type != TOKEN_NAME &&
          text[token.start] != '.')
        return end;
      depth -= token.type == TOKEN_CLOSE && depth > 0;
    }
}

gboolean
rk_xf_next_instance (const char *text, gsize *start, gsize *end)
{
  Token token = { .end = *start };

  for (next_token (text, &token); token.type != TOKEN_END; next_token (text, &token))
    {
      gsize after;

      if (token.type != TOKEN_CALL || !g_str_has_prefix (text + token.start, "instance("))
        continue;
      after = instance_end (text, token);
      if (after == 0)
        continue;
      while (text[after - 1] == '.')
        after--; /* of the sentence */
      *start = token.start;
      *end = after;
      return TRUE;
    }
  return FALSE;
}
