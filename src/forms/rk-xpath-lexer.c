/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-xpath-lexer.h"

#include <string.h>

typedef struct
{
  const char *symbol;
  guint level;
  RkXPathOp op;
} Operator;

/* Longer symbols stand before their beginnings. */
static const Operator operators[] = {
  { "or", 0, RK_OP_OR },      { "and", 1, RK_OP_AND },       { "!=", 2, RK_OP_NOT_EQUAL },
  { "=", 2, RK_OP_EQUAL },    { "<=", 3, RK_OP_LESS_EQUAL }, { ">=", 3, RK_OP_GREATER_EQUAL },
  { "<", 3, RK_OP_LESS },     { ">", 3, RK_OP_GREATER },     { "+", 4, RK_OP_ADD },
  { "-", 4, RK_OP_SUBTRACT }, { "*", 5, RK_OP_MULTIPLY },    { "div", 5, RK_OP_DIVIDE },
  { "mod", 5, RK_OP_MODULO }, { "|", 6, RK_OP_UNION },
};

static gboolean
is_name_start (const char *p)
{
  if ((guchar) *p < 0x80)
    return g_ascii_isalpha (*p) || *p == '_';
  return g_unichar_isalpha (g_utf8_get_char (p));
}

static gboolean
is_name_char (const char *p)
{
  gunichar c;

  if ((guchar) *p < 0x80)
    return g_ascii_isalnum (*p) || *p == '_' || *p == '-' || *p == '.';
  c = g_utf8_get_char (p);
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == 0xb7;
}

void
rk_xpath_lexer_skip_space (RkXPathLexer *self)
{
  while (*self->p == ' ' || *self->p == '\t' || *self->p == '\n' || *self->p == '\r')
    self->p++;
}

gboolean
rk_xpath_lexer_take (RkXPathLexer *self, const char *symbol)
{
  rk_xpath_lexer_skip_space (self);
  if (*self->p != *symbol || !g_str_has_prefix (self->p, symbol))
    return FALSE;
  self->p += strlen (symbol);
  return TRUE;
}

RkXPathOp
rk_xpath_lexer_take_operator (RkXPathLexer *self, guint level)
{
  rk_xpath_lexer_skip_space (self);
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    {
      const Operator *o = &operators[i];

      if (o->level != level || *self->p != *o->symbol || !g_str_has_prefix (self->p, o->symbol))
        continue;
      /* "1div1" is a division, "1 divide" is nothing */
      if (g_ascii_isalpha (*o->symbol) && is_name_start (self->p + strlen (o->symbol)))
        continue;
      self->p += strlen (o->symbol);
      return o->op;
    }
  return RK_OP_NONE;
}

gboolean
rk_xpath_lexer_skip_name (RkXPathLexer *self)
{
  if (!is_name_start (self->p))
    return FALSE;
  while (*self->p != '\0' && is_name_char (self->p))
    self->p = g_utf8_next_char (self->p);
  return TRUE;
}

char *
rk_xpath_lexer_take_name (RkXPathLexer *self)
{
  const char *start = self->p;

  return rk_xpath_lexer_skip_name (self) ? g_strndup (start, self->p - start) : NULL;
}

gboolean
rk_xpath_lexer_at_name (const RkXPathLexer *self)
{
  return is_name_start (self->p);
}

gboolean
rk_xpath_lexer_at_number (const RkXPathLexer *self)
{
  return g_ascii_isdigit (*self->p) || (*self->p == '.' && g_ascii_isdigit (self->p[1]));
}

double
rk_xpath_lexer_take_number (RkXPathLexer *self)
{
  const char *start = self->p;
  g_autofree char *digits = NULL;

  while (g_ascii_isdigit (*self->p))
    self->p++;
  if (*self->p == '.')
    for (self->p++; g_ascii_isdigit (*self->p);)
      self->p++;
  /* a copy, because strtod would read on into an exponent */
  digits = g_strndup (start, self->p - start);
  return g_ascii_strtod (digits, NULL);
}

char *
rk_xpath_lexer_take_literal (RkXPathLexer *self)
{
  const char *end = strchr (self->p + 1, *self->p);
  char *text;

  if (end == NULL)
    return NULL;
  text = g_strndup (self->p + 1, end - self->p - 1);
  self->p = end + 1;
  return text;
}
