/* SPDX-License-Identifier: EUPL-1.2 */
/* A response that is open: a live form instance on top of the answers in the workspace.
 *
 * What a person enters goes through here, so that it is in the instance (recalculated) and in the
 * store (journalled) at once. Undo, another window and a colleague come in through the store's
 * "changed" and end up in the same nodes. */
#pragma once

#include "rk-form-instance.h"
#include "rk-question.h"
#include "rk-questionnaire.h"
#include "rk-store.h"

G_BEGIN_DECLS

#define RK_TYPE_RESPONSE (rk_response_get_type ())
G_DECLARE_FINAL_TYPE (RkResponse, rk_response, RK, RESPONSE, GObject)

/* Starts a response on @questionnaire for @period (a year; NULL: this one); its id: (transfer
 * full).
 * @properties (nullable): what the form may fill in beforehand by jr:preload="property". */
char *rk_response_start (RkStore *store, RkQuestionnaire *questionnaire, const char *period,
                         GHashTable *properties, GError **error);
/* Opens a response with its answers and drafts: (transfer full). */
RkResponse *rk_response_open (RkStore *store, const char *id, GError **error);

const char *rk_response_get_id (RkResponse *self);
RkStore *rk_response_get_store (RkResponse *self);
RkRecord *rk_response_get_record (RkResponse *self);         /* (transfer none), refreshed */
RkFormInstance *rk_response_get_instance (RkResponse *self); /* (transfer none) */
GListModel *rk_response_get_sections (RkResponse *self);     /* (transfer none) of RkSection */
const char *rk_response_get_title (RkResponse *self);        /* "Bevraging digitale regie 2026" */
gboolean rk_response_is_submitted (RkResponse *self);        /* property "submitted", notifies */
void rk_response_get_progress (RkResponse *self, guint *answered, guint *total,
                               guint *required_open);

/* The language of the labels, kept for the next time; FALSE when the form does not have it. A
 * response opens in the language of the last time, else in that of the program, when the form has
 * it. */
gboolean rk_response_set_language (RkResponse *self, const char *language);

/* The node of an "answer" or "answer_row" of the workspace: (nullable) (transfer none). */
RkFormNode *rk_response_find_record (RkResponse *self, const char *kind, const char *id);
/* The question in a section that @node is an answer to, or a part of it: (nullable) (transfer
 * none). */
RkQuestion *rk_response_find_question (RkResponse *self, RkFormNode *node);

/* --- entering -------------------------------------------------------------------------------- */

/* An answer that is complete (a choice, or a text field that is left): stored and journalled. @text
 * is as people write it (numbers "1.234,5", dates "1/2/2027"). A text that does not fit is stored
 * as raw. Removes the draft. Errors: RK_ERROR_FROZEN, storage (then the answer stays in the
 * instance, and is written with the next one or by entering it again). */
gboolean rk_response_enter (RkResponse *self, RkFormNode *node, const char *text, GError **error);
/* The same for a canonical value ("1234.5", "2027-02-01"). */
gboolean rk_response_enter_value (RkResponse *self, RkFormNode *node, const char *value,
                                  GError **error);
/* A text while it is typed: on disk without a journal entry; also recalculates when it fits. */
gboolean rk_response_draft (RkResponse *self, RkFormNode *node, const char *text, GError **error);
/* What a field shows: the draft, else the raw text that does not fit, else the value as people
 * write it (numbers and dates formatted). (transfer full) */
char *rk_response_dup_text (RkResponse *self, RkFormNode *node);
/* Whether that text is half-typed: no answer yet. */
gboolean rk_response_has_draft (RkResponse *self, RkFormNode *node);
/* Whether the text shown does not fit the type of the node. */
gboolean rk_response_is_raw (RkResponse *self, RkFormNode *node);
/* Several answers as one step (clear a matrix, exclusive choices): between begin and end. */
void rk_response_begin (RkResponse *self, const char *label);
gboolean rk_response_end (RkResponse *self, GError **error);

gboolean rk_response_add_row (RkResponse *self, RkFormNode *repeat, RkFormNode **row,
                              GError **error);
gboolean rk_response_remove_row (RkResponse *self, RkFormNode *row, GError **error);
gboolean rk_response_move_row (RkResponse *self, RkFormNode *row, guint position, GError **error);

/* --- beside the answers ---------------------------------------------------------------------- */

/* Note and assignee (name of a person) of a question: (transfer full), "" when there is none. */
char *rk_response_dup_note (RkResponse *self, RkQuestion *question);
gboolean rk_response_set_note (RkResponse *self, RkQuestion *question, const char *note,
                               GError **error);
char *rk_response_dup_assignee (RkResponse *self, RkQuestion *question);
gboolean rk_response_set_assignee (RkResponse *self, RkQuestion *question, const char *name,
                                   GError **error);
/* Signal "note-changed" (RkResponse *self, RkQuestion *question). */

/* --- reviewing and submitting ----------------------------------------------------------------- */

/* One thing to look at before submitting. */
typedef enum
{
  RK_ISSUE_REQUIRED, /* blocks */
  RK_ISSUE_WRONG,    /* blocks: a constraint, or a text that does not fit */
  RK_ISSUE_WARNING,  /* a soft warning (rk:warning) */
  RK_ISSUE_OPEN      /* simply not answered */
} RkIssueType;
typedef struct
{
  RkIssueType type;
  RkQuestion *question; /* owned reference */
  RkFormNode *node;     /* owned reference: the leaf */
  char *message;
} RkIssue;
void rk_issue_free (RkIssue *issue);
/* In form order: (transfer full) (element-type RkIssue). */
GPtrArray *rk_response_review (RkResponse *self);
/* What the questionnaire could not calculate since it was opened, a sentence for each: (transfer
 * full). */
char **rk_response_dup_problems (RkResponse *self);
/* The sentence for what is wrong with @node, in plain words: the form's message, or one made from
 * type, range and unit; NULL when nothing is wrong. Required is not wrong. (transfer full) */
char *rk_response_dup_message (RkResponse *self, RkFormNode *node);

/* Freezes the response with a hash over its canonical content. Errors: RK_ERROR_INVALID when
 * something blocks. @receipt (out) (optional) (transfer full): "A4F2-91C0". */
gboolean rk_response_submit (RkResponse *self, char **receipt, GError **error);
/* The receipt of a submitted response: (transfer full) (nullable). */
char *rk_response_dup_receipt (RkResponse *self);
/* A new open version with the same answers; its id: (transfer full). */
char *rk_response_reopen (RkResponse *self, GError **error);
/* Works out again what lists show of the response @id: after an undo while nobody had it open. */
void rk_response_refresh_figures (RkStore *store, const char *id);
/* Discards the response as one step that undo brings back. */
gboolean rk_response_discard (RkStore *store, const char *id, GError **error);
/* Whether the frozen content still has the hash of its submission. */
gboolean rk_response_verify (RkResponse *self, GError **error);

/* --- leaving ---------------------------------------------------------------------------------- */

typedef enum
{
  RK_RESPONSE_XML,  /* the XForms submission: what is hidden is left out */
  RK_RESPONSE_JSON, /* metadata, "antwoorden" as ANSWERS.json (also what is hidden), "notities", and
                     * "niet_passend": texts that fit no type, by path */
  RK_RESPONSE_CSV /* question id, row or statement, question, part, code, answer in words; RFC 4180,
                   * UTF-8 with a byte order mark, for spreadsheets */
} RkResponseFormat;
GBytes *rk_response_export (RkResponse *self, RkResponseFormat format, GError **error);
/* The submission with its files, as ODK tools keep them: "submission.xml" and each file beside it
 * under its name. A zip when @target ends in ".zip", else a folder that is empty or not there yet.
 */
gboolean rk_response_export_all (RkResponse *self, const char *target, GError **error);

G_END_DECLS
