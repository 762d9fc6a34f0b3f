/* SPDX-License-Identifier: EUPL-1.2 */
/* A form as people see it: sections, and in them questions.
 *
 * A section is a top-level group of the body; what stands between groups makes one of its own. A
 * question is a control, or a whole matrix, ranking or repeat: what counts as one in progress. */
#pragma once

#include "rk-form-instance.h"

G_BEGIN_DECLS

typedef enum
{
  RK_QUESTION_SINGLE,   /* select1 */
  RK_QUESTION_LEVEL,    /* select1 with appearance rk-level: 0–5 with anchors, and n.v.t. */
  RK_QUESTION_MULTIPLE, /* select */
  RK_QUESTION_MATRIX,   /* select1 or select under each other: table-list, list-nolabel */
  RK_QUESTION_REPEAT,
  RK_QUESTION_RANKING, /* group rk-ranking, or an ODK rank */
  RK_QUESTION_NUMBER,  /* int, decimal */
  RK_QUESTION_TEXT,
  RK_QUESTION_LONG_TEXT,
  RK_QUESTION_DATE,
  RK_QUESTION_TIME,
  RK_QUESTION_DATE_TIME,
  RK_QUESTION_RANGE,
  RK_QUESTION_TRIGGER,
  RK_QUESTION_UPLOAD,
  RK_QUESTION_PLACE,
  RK_QUESTION_NOTE,      /* text only */
  RK_QUESTION_CALCULATED /* shown, not asked */
} RkQuestionType;

#define RK_TYPE_QUESTION (rk_question_get_type ())
G_DECLARE_FINAL_TYPE (RkQuestion, rk_question, RK, QUESTION, GObject)

RkQuestionType rk_question_get_question_type (RkQuestion *self);
/* Question id as the content writes it ("BDR.A03"): the element name, in which the '_' after the
 * name of the root ("BDR_A03") is a '.'. The path when an earlier question has that name. */
const char *rk_question_get_id (RkQuestion *self);
/* The leaf, or the group of a matrix or ranking, or the repeat: (transfer none). */
RkFormNode *rk_question_get_node (RkQuestion *self);
/* Labels in the current language of the groups that open before this question inside its section,
 * outermost first, on the first visible question of those groups; empty for others. (transfer
 * full) */
char **rk_question_dup_headings (RkQuestion *self);
/* Whether there are any, without working out their words; and how deep the first of them is nested,
 * 0 for a group right in the section. */
gboolean rk_question_opens_group (RkQuestion *self);
guint rk_question_get_heading_depth (RkQuestion *self);
/* 0-based page of its section, for forms that are filled in page by page: a group "field-list" is a
 * page, and so is each question outside of one. */
guint rk_question_get_page (RkQuestion *self);
/* Units that it takes of the rk_question_get_columns() in a row of a form with the style
 * "theme-grid"; both 0 when it takes the whole row. */
guint rk_question_get_width (RkQuestion *self);
guint rk_question_get_columns (RkQuestion *self);
/* 1-based number among the visible questions of its section; 0 when it has none (note) or is
 * hidden. Property "number", notifies. */
guint rk_question_get_number (RkQuestion *self);
/* Properties "visible", "answered", "required", notify. A matrix or repeat is answered when its
 * required parts are, and something is filled in. */
gboolean rk_question_get_visible (RkQuestion *self);
gboolean rk_question_get_answered (RkQuestion *self);
gboolean rk_question_get_required (RkQuestion *self);
/* Whether some statements of a matrix are required and others not: each tells for itself. Notifies
 * "required". */
gboolean rk_question_is_partly_required (RkQuestion *self);
/* Whether it counts in progress (not a note, not calculated). */
gboolean rk_question_counts (RkQuestion *self);
/* Whether it only tells, in a group with the appearance "summary": its label and its value are then
 * a line of one overview. What such a group asks stays a question like any other. */
gboolean rk_question_is_in_summary (RkQuestion *self);
/* Whether an answer in it violates a constraint. */
gboolean rk_question_is_wrong (RkQuestion *self);
/* The answer in words, for review and reports: "46,3 %", "Ja; Nee", "3 rijen". (transfer full). ""
 * when there is none. */
char *rk_question_dup_answer_text (RkQuestion *self);
/* Unit of the bind: (nullable). */
const char *rk_question_get_unit (RkQuestion *self);
gboolean rk_question_is_confidential (RkQuestion *self);
/* The label in the current language, else the name of the element; "" for a note without words.
 * (transfer full) */
char *rk_question_dup_label (RkQuestion *self);
/* The hint, likewise. */
char *rk_question_dup_hint (RkQuestion *self);
/* The rows of a matrix and the places of a ranking group, in order: their leaves. The leaf itself
 * for other types; none for a repeat. (transfer container) (element-type RkFormNode) */
GPtrArray *rk_question_list_leaves (RkQuestion *self);
/* Fields that belong to this question and are shown with it, such as the text beside "other" or the
 * evidence: questions that are in no section's list. (transfer none) (element-type RkQuestion) */
GPtrArray *rk_question_get_additions (RkQuestion *self);
/* The fields of one row of a repeat question, as questions, kept up to date like the sections:
 * (transfer full) (element-type RkQuestion). */
GListModel *rk_question_list_fields (RkQuestion *self, RkFormNode *row);

/* What a row is called: "Kind 2"; and with the rows it is in: "Kind 2 › Huisdier 1". (transfer
 * full) */
char *rk_row_dup_title (RkFormInstance *instance, RkFormNode *row);
char *rk_row_dup_trail (RkFormInstance *instance, RkFormNode *row);
/* 1-based among the rows of its repeat; 0 for a row that is gone. */
guint rk_row_get_position (RkFormNode *row);

/* What the form says about a choice beside its name and label ("kind", "score", "anchor"; content
 * conventions): (transfer full), "" when it says nothing. */
char *rk_choice_dup_column (const RkChoice *choice, const char *column);

#define RK_TYPE_SECTION (rk_section_get_type ())
G_DECLARE_FINAL_TYPE (RkSection, rk_section, RK, SECTION, GObject)

const char *rk_section_get_id (RkSection *self);
/* In the current language, property "title", notifies. A section without a label is called after
 * what is in it. */
const char *rk_section_get_title (RkSection *self);
/* The group's node: (nullable) (transfer none). */
RkFormNode *rk_section_get_node (RkSection *self);
/* All questions, also hidden ones: (transfer none) (element-type RkQuestion). */
GListModel *rk_section_get_questions (RkSection *self);
/* Properties "total" and "answered": visible questions that count; notify. */
guint rk_section_get_total (RkSection *self);
guint rk_section_get_answered (RkSection *self);
/* Questions and notes that show, property "shown", notifies; 0 for a section that is skipped. */
guint rk_section_get_shown (RkSection *self);

/* The fields of one row of @repeat as a section of their own: its title is that of the row.
 * (transfer full) */
RkSection *rk_section_new_for_row (RkQuestion *repeat, RkFormNode *row);

/* The sections of @instance, kept up to date as answers change: (transfer full) (element-type
 * RkSection). The model keeps the instance alive; bind to the
 * sections' properties. */
GListModel *rk_section_list_new (RkFormInstance *instance);

G_END_DECLS
