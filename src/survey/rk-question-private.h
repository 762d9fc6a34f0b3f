/* SPDX-License-Identifier: EUPL-1.2 */
/* What the builder of sections and the words of answers need of a question. */
#pragma once

#include "rk-question.h"

G_BEGIN_DECLS

/* @control: the one that asks; @label_control: (nullable): the group around it that carries the
 * label; @heading: (nullable): of the group it stands in; @row: (nullable): the row it is a field
 * of. */
RkQuestion *rk_question_new (RkFormInstance *instance, const RkControl *control,
                             const RkControl *label_control, RkFormNode *node, RkQuestionType type,
                             const char *heading, RkFormNode *row);
RkFormInstance *rk_question_get_instance (RkQuestion *self);
const RkControl *rk_question_get_control (RkQuestion *self);
void rk_question_add_addition (RkQuestion *self, RkQuestion *addition);
/* The heading of its group, whether it is shown with this question or another. */
const char *rk_question_get_group_heading (RkQuestion *self);
void rk_question_place (RkQuestion *self, guint number, gboolean shows_heading);
/* Looks at the nodes again; notifies what changed. */
void rk_question_refresh (RkQuestion *self);

/* Adds the questions below @parent to @questions, fields of @row (NULL: of the form). */
void rk_question_build (RkFormInstance *instance, const RkControl *parent, RkFormNode *row,
                        GListStore *questions);
/* Adds the questions of @control alone. */
void rk_question_build_control (RkFormInstance *instance, const RkControl *control,
                                GListStore *questions);

G_END_DECLS
