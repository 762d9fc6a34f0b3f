/* SPDX-License-Identifier: EUPL-1.2 */
/* Reads the words of an expression. What a word means depends on where it stands ("div" and "*" are
 * operators only after an operand), so the parser asks for what may come. */
#pragma once

#include "rk-xpath-private.h"

G_BEGIN_DECLS

typedef struct
{
  const char *text;
  const char *p;
} RkXPathLexer;

void rk_xpath_lexer_skip_space (RkXPathLexer *self);
/* Takes @symbol when it comes next. */
gboolean rk_xpath_lexer_take (RkXPathLexer *self, const char *symbol);
/* An operator of the given level (0: or … 5: * div mod, 6: |), or RK_OP_NONE. */
RkXPathOp rk_xpath_lexer_take_operator (RkXPathLexer *self, guint level);
/* Takes a name without colon when it comes next. */
gboolean rk_xpath_lexer_skip_name (RkXPathLexer *self);
/* A name without colon: (transfer full) (nullable). */
char *rk_xpath_lexer_take_name (RkXPathLexer *self);
gboolean rk_xpath_lexer_at_name (const RkXPathLexer *self);
gboolean rk_xpath_lexer_at_number (const RkXPathLexer *self);
double rk_xpath_lexer_take_number (RkXPathLexer *self);
/* A text between quotes: (transfer full); NULL when the closing quote is missing. */
char *rk_xpath_lexer_take_literal (RkXPathLexer *self);

G_END_DECLS
