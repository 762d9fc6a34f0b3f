/* SPDX-License-Identifier: EUPL-1.2 */
/* The sentences about scores, in one place: the page, the charts and the explanation say the same.
 * All return (transfer full) text. */
#pragma once

#include "rk-results.h"

G_BEGIN_DECLS

/* "Highest theme Law 66,2, lowest Integration 39,0."; "" with fewer than two scores. */
char *rk_words_extremes (GPtrArray *themes);
/* "7 of 7 scored questions", or why there is no score. */
char *rk_words_coverage (const RkTheme *theme);
/* "Does not count: do not know (2), not filled in (3)."; "" when all count. */
char *rk_words_missing (GPtrArray *questions);
/* "There is no value yet. Missing: not filled in (1)."; "" when all is there. */
char *rk_words_indicator_missing (const RkIndicator *indicator);
/* Why a question does not count: "do not know". */
const char *rk_words_reason (int counts);
/* The rule of a theme with its own numbers, "(2 × 50,0 + 1 × 25,0) ÷ 3 = 41,7"; "" when they are
 * too many to read, or there is no score. */
char *rk_words_theme_sum (const RkTheme *theme);
/* "B04" of "BDR.B04": what people call a question. */
const char *rk_words_question_name (const char *id);
/* "Question B04 · now: sometimes". */
char *rk_words_gain_caption (const RkScoredQuestion *question);
/* Weight: "2", "0,25". */
char *rk_words_weight (double weight);

G_END_DECLS
