/* SPDX-License-Identifier: EUPL-1.2 */
/* What the builder of sections and the words of answers need of a question. */
#pragma once

#include "rk-question.h"

G_BEGIN_DECLS

/* Where a question stands in the form. */
typedef struct
{
  GPtrArray *groups; /* (element-type RkControl): around it inside the section, outermost first */
  guint page;
  guint columns; /* 0: no grid */
} RkQuestionPlace;

/* @control: the one that asks; @label_control: (nullable): the group around it that carries the
 * label; @row: (nullable): the row it is a field of. */
RkQuestion *rk_question_new (RkFormInstance *instance, const RkControl *control,
                             const RkControl *label_control, RkFormNode *node, RkQuestionType type,
                             const RkQuestionPlace *place, RkFormNode *row);
RkFormInstance *rk_question_get_instance (RkQuestion *self);
const RkControl *rk_question_get_control (RkQuestion *self);
void rk_question_add_addition (RkQuestion *self, RkQuestion *addition);
/* How many of its groups, from the outside, @other is in too. */
guint rk_question_count_shared_groups (RkQuestion *self, RkQuestion *other);
/* @first: the first of its groups that opens with it. */
void rk_question_place (RkQuestion *self, guint number, guint first);
/* Looks at the nodes again; notifies what changed. */
void rk_question_refresh (RkQuestion *self);

/* A matrix that consists of controls one after the other. */
typedef struct
{
  const RkControl *title;  /* (nullable): carries the label of the whole */
  const RkControl *header; /* (nullable): carries the labels of the choices */
  guint lead, n_lead;      /* what stands between the title and the header, mostly notes */
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
/* Whether no earlier question outside of rows has the name of @node. */
gboolean rk_form_names_are_first (RkForm *form, RkFormNode *node);
/* Whether @control is one question, with everything in it. */
gboolean rk_control_is_question (const RkControl *control);
/* A repeat, or the group around it that carries its label. */
gboolean rk_control_is_repeat (const RkControl *control);
/* The units in a row of the grid at @control; 0 without a grid. */
guint rk_control_get_columns (RkForm *form, const RkControl *control);
/* Units by the appearance w1 to w10; 0: none. */
guint rk_control_get_width (const RkControl *control);

G_END_DECLS
