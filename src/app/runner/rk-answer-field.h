/* SPDX-License-Identifier: EUPL-1.2 */
/* The control for one leaf with its message under it, and when that message speaks: never while
 * typing. */
#pragma once

#include "rk-autosave.h"
#include "rk-question-widget.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_ANSWER_FIELD (rk_answer_field_get_type ())
G_DECLARE_FINAL_TYPE (RkAnswerField, rk_answer_field, RK, ANSWER_FIELD, AdwBin)

/* Picks the control that fits the type of @node. */
GtkWidget *rk_answer_field_new (RkAutosave *autosave, RkFormNode *node);
/* Around a control that was made for @node already. */
GtkWidget *rk_answer_field_new_for_input (RkAutosave *autosave, RkFormNode *node, GtkWidget *input);
/* What assistive technology calls the control, and where it finds the explanation (nullable). */
void rk_answer_field_set_label (RkAnswerField *self, const char *label);
void rk_answer_field_set_description (RkAnswerField *self, const char *description);
/* The input consists of other parts now: tells them what they are called. */
void rk_answer_field_renew (RkAnswerField *self);
RkFormNode *rk_answer_field_get_node (RkAnswerField *self);
GtkWidget *rk_answer_field_get_input (RkAnswerField *self);

G_END_DECLS
