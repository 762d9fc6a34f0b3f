/* SPDX-License-Identifier: EUPL-1.2 */
/* One question as a card: number, label, hint, control, message, note and who fills it in. */
#pragma once

#include "rk-adaptive-bin.h"
#include "rk-autosave.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_QUESTION_CARD (rk_question_card_get_type ())
G_DECLARE_FINAL_TYPE (RkQuestionCard, rk_question_card, RK, QUESTION_CARD, AdwBin)

GtkWidget *rk_question_card_new (RkAutosave *autosave, RkQuestion *question);
RkQuestion *rk_question_card_get_question (RkQuestionCard *self);
void rk_question_card_set_size_class (RkQuestionCard *self, RkSizeClass size_class);
/* A field of a row: without a number, a frame and what belongs to a question as a whole. */
void rk_question_card_set_inner (RkQuestionCard *self);
/* Puts the focus where one answers. */
gboolean rk_question_card_focus (RkQuestionCard *self);
/* Opens the row that @field stands in, when this is a table, and puts the focus in that field. */
gboolean rk_question_card_show_field (RkQuestionCard *self, RkFormNode *field);
/* What was typed is complete, wherever the focus goes. */
void rk_question_card_leave (RkQuestionCard *self);
/* Marks quietly what is required and open. */
void rk_question_card_show_open (RkQuestionCard *self, gboolean show);
void rk_question_card_open_note (RkQuestionCard *self);
/* Signal "focused" (RkQuestionCard *self): the focus came in. */

G_END_DECLS
