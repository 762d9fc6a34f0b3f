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

/* A matrix that consists of controls one after the other. */
typedef struct
{
  const RkControl *title;  /* (nullable): carries the label of the whole */
  const RkControl *header; /* (nullable): carries the labels of the choices */
  guint first, n_rows;     /* the statements, among the children of their group */
  gboolean whole;          /* it is all there is in that group */
} RkMatrixMatch;
/* Whether a matrix starts at the child @index of @parent. */
gboolean rk_matrix_match (const RkControl *parent, guint index, RkMatrixMatch *match);
/* Whether @group as a whole is a matrix. */
gboolean rk_matrix_is_group (const RkControl *group);
/* Whether the statements @rows (element-type RkFormNode) offer the same choices. */
gboolean rk_matrix_agrees (GPtrArray *rows);
/* The statements of a matrix that is not a node of its own. */
void rk_question_set_rows (RkQuestion *self, GPtrArray *rows);
/* The nodes that hold its answer: its own node, or the statements of a matrix without one.
 * (transfer container) (element-type RkFormNode) */
GPtrArray *rk_question_list_parts (RkQuestion *self);

/* Adds the questions below @parent to @questions, fields of @row (NULL: of the form). */
void rk_question_build (RkFormInstance *instance, const RkControl *parent, RkFormNode *row,
                        GListStore *questions);
/* Adds the questions of @control alone. */
void rk_question_build_control (RkFormInstance *instance, const RkControl *control,
                                GListStore *questions);

G_END_DECLS
