/* SPDX-License-Identifier: EUPL-1.2 */
/* What the files of RkResponse share.
 *
 * The idea: the instance holds what is, a table of leaves and rows holds what the workspace has,
 * and rk_response_save() writes the difference as one step. So an action of the form that sets
 * another value is saved like the answer that set it off, and what a full disk refused is written
 * with the next answer. */
#pragma once

#include "rk-answers.h"
#include "rk-audit-private.h"
#include "rk-change.h"
#include "rk-response-file.h"

G_BEGIN_DECLS

/* A leaf of the instance, known by a path in which rows have ids instead of positions. */
typedef struct
{
  RkFormNode *node; /* NULL while its row is not there */
  char *path;
  char *id;                    /* of its answer record */
  char *value;                 /* in the workspace; NULL: none */
  char *stored_raw;            /* in the workspace; NULL: none */
  char *raw;                   /* now; NULL: none */
  char *draft;                 /* half-typed text; NULL: none */
  gboolean drafted;            /* a draft in the workspace is to be removed at the next save */
  gboolean entered;            /* by a person, also when it is calculated */
  RkResponseFile *file;        /* what the answer names; NULL: none */
  RkResponseFile *stored_file; /* in the workspace */
  gboolean file_pending;       /* the file is newer than the workspace */
  guint seen;
} RkLeaf;

typedef struct
{
  RkFormNode *node;
  char *id;              /* of its answer_row record; "#1" when the form counts the rows */
  char *path;            /* of its repeat */
  char *position;        /* sort key */
  char *stored_position; /* in the workspace; NULL: not there yet */
  gboolean counted;      /* the form says how many rows there are */
  guint seen;
} RkRow;

struct _RkResponse
{
  GObject parent_instance;
  RkStore *store;
  char *id;
  RkRecord *record;
  RkFormInstance *instance;
  GListModel *sections;
  GHashTable *leaves;  /* path → RkLeaf */
  GHashTable *by_node; /* RkFormNode → RkLeaf */
  GHashTable *by_id;   /* answer id → RkLeaf */
  GHashTable *rows;    /* RkFormNode → RkRow */
  GHashTable *repeats; /* path → RkFormNode, of the last look */
  GPtrArray *gone;     /* RkRow that are to be deleted at the next save */
  guint generation;
  guint depth;          /* of begin and end */
  char *label;          /* of the step under way */
  gboolean discarding;  /* what is not saved may go */
  guint figures_source; /* figures to be written again */
  RkAudit *audit;       /* NULL: the form asks for none */
};

/* @properties (nullable): for preloads, when the response is new (not @restored); @last_saved
 * (nullable): the hash of the submission of before. */
RkResponse *rk_response_new (RkStore *store, const char *id, RkForm *form, gboolean restored,
                             GHashTable *properties, const char *last_saved, GError **error);
/* --- rk-response-meta.c: what a response says about itself. */
/* The node of meta with this local name: (nullable) (transfer none). */
RkFormNode *rk_response_find_meta (RkResponse *self, const char *name);
/* Fills in what a new response says and its form does not fill in. */
void rk_response_begin_meta (RkResponse *self);
/* The same at its submission. */
void rk_response_end_meta (RkResponse *self);
/* Adds to @change that the response @id is called what its form calls it (instanceName). */
void rk_response_collect_title (RkResponse *self, const char *id, const char *title,
                                RkChange *change);
/* Adds to @change what the new version @id of this response says of itself. */
void rk_response_renew_meta (RkResponse *self, const char *id, RkChange *change);
/* Keeps the submission that was saved last on the form @form_id, for
 * jr://instance/last-saved: its hash, (transfer full); NULL without error when there is none. */
char *rk_response_keep_last_saved (RkStore *store, const char *form_id, GError **error);
/* The submission, with what a server needs to know it by. (transfer full) */
char *rk_response_dup_submission (RkResponse *self);
/* Brings the table of leaves and rows in line with the tree of the instance. */
void rk_response_look (RkResponse *self);
/* Whether the workspace does not have yet what the instance holds at @leaf. */
gboolean rk_response_is_unsaved (const RkLeaf *leaf);
/* Right after the instance is there: before anybody asks for a label. */
void rk_response_choose_language (RkResponse *self);
/* Brings the tree in line with the workspace. */
gboolean rk_response_load (RkResponse *self, GError **error);
/* One answer record that somebody else changed; NULL: it was deleted. */
void rk_response_load_leaf (RkResponse *self, RkLeaf *leaf, RkRecord *record);
gboolean rk_response_load_drafts (RkResponse *self, GError **error);
/* Gives @node the row id of the record that says where it is. */
void rk_response_adopt_row (RkResponse *self, RkFormNode *node, const char *path, RkRecord *record);
/* A row that is removed: it and the rows in it are deleted, with their answers, at the next save.
 */
void rk_response_bury_row (RkResponse *self, RkFormNode *node);
/* Adds to @change what the workspace does not have yet; then tells that it has. */
void rk_response_collect (RkResponse *self, RkChange *change);
void rk_response_mark_saved (RkResponse *self);
/* --- rk-response-file.c: the files of leaves. */
gboolean rk_response_load_files (RkResponse *self, GError **error);
/* One file record that changed, or was deleted. */
void rk_response_follow_file (RkResponse *self, const char *id);
/* Adds to @change what the workspace does not have yet of the file of @leaf; @gone: nothing of it
 * remains. */
void rk_response_collect_file (RkResponse *self, const RkLeaf *leaf, gboolean gone,
                               RkChange *change);
void rk_response_mark_file_saved (RkLeaf *leaf);
void rk_response_free_leaf_files (RkLeaf *leaf);
/* Makes the log of how it was filled in the file that meta/audit names, without saving. */
gboolean rk_response_stage_audit (RkResponse *self, GError **error);
/* Makes a file whose content is in the workspace the answer at @leaf, under a name that is free,
 * without saving; takes @file. FALSE: the question takes no answer. */
gboolean rk_response_stage_file (RkResponse *self, RkLeaf *leaf, RkResponseFile *file,
                                 GError **error);
/* The file in the answer called @name: (nullable) (transfer none). */
const RkResponseFile *rk_response_find_file (RkResponse *self, const char *name);
/* The file at @leaf now: (nullable) (transfer none). */
const RkResponseFile *rk_response_peek_file (const RkLeaf *leaf);
RkResponseFile *rk_response_file_copy (const RkResponseFile *file);
/* The file at @path, its content in the workspace; refused when @node does not take that kind of
 * file: (transfer full). */
RkResponseFile *rk_response_take_path (RkResponse *self, RkFormNode *node, const char *path,
                                       GError **error);
/* Writes the difference as one step. */
gboolean rk_response_save (RkResponse *self, const char *label, GError **error);
/* RK_ERROR_FROZEN when it has been submitted. */
gboolean rk_response_check_open (RkResponse *self, GError **error);
RkLeaf *rk_response_find_leaf (RkResponse *self, RkFormNode *node);
/* The path of a node with row ids: (transfer full). */
char *rk_response_dup_path (RkResponse *self, RkFormNode *node);
void rk_response_refresh_record (RkResponse *self);
/* "Answer to “…”" for the question that @node belongs to: (transfer full). */
char *rk_response_dup_step_label (RkResponse *self, RkFormNode *node);
/* TRUE, with a sentence, when a row could not be added, removed or moved. */
gboolean rk_response_refuse_row (RkReject reject, GError **error);
/* What a person typed as a canonical value, or NULL when it cannot be one: (transfer full). */
char *rk_response_read_text (RkFormNode *node, const char *text);
/* Why @text is no value for @node, and what to fill in instead: (transfer full). */
char *rk_response_dup_type_message (RkFormNode *node, const char *text);
/* Whether the engine would take @value as it is. */
gboolean rk_response_fits (RkResponse *self, RkFormNode *node, const char *value);
/* Calls @visit for each question that is in a section, and for the additions of each. */
typedef void (*RkQuestionVisit) (RkQuestion *question, gpointer user_data);
void rk_response_visit_questions (RkResponse *self, RkQuestionVisit visit, gpointer user_data);
/* Calls @visit for each value that the questionnaire fills in itself, in the order of the form. */
typedef void (*RkCalculatedVisit) (RkFormNode *leaf, gpointer user_data);
void rk_response_visit_calculated (RkResponse *self, RkCalculatedVisit visit, gpointer user_data);
/* The row of a table that @node is in, "2.1" in a table of a row; "" when it is in none: (transfer
 * full). */
char *rk_response_dup_row_number (RkFormNode *node);
/* SHA-256 over the canonical content in the workspace: (transfer full). */
char *rk_response_hash (RkStore *store, RkRecord *response, GError **error);
/* Progress and index as lists show them, kept as state of the workspace under this key. */
char *rk_response_figures_key (const char *id);
/* The figures of @self, for the response @id. */
void rk_response_add_figures (RkResponse *self, const char *id, RkChange *change);
void rk_response_write_figures (RkResponse *self);
/* Writes them soon, after a change that came from elsewhere. */
void rk_response_update_figures (RkResponse *self);

G_END_DECLS
