/* SPDX-License-Identifier: EUPL-1.2 */
/* Taking over records from a list that somebody else made: which column is which field, what is new
 * and what changes, what is wrong with which line, and all of it as one step.
 *
 * Rows are read one at a time. An empty cell leaves a field as it is. A record is known again by
 * its id, its Object ID, or what people know it by (its name; for a contract its number). What is
 * referred to is found by name; a supplier, product, version, standard, building block or dataset
 * that is not there is made. An end of an interface that is no application of ours stays as a name.
 */
#pragma once

#include "rk-import-names.h"
#include "rk-rows.h"
#include "rk-store.h"

G_BEGIN_DECLS

typedef struct _RkImport RkImport;

/* What becomes of a row. */
typedef enum
{
  RK_IMPORT_NEW,
  RK_IMPORT_CHANGED,
  RK_IMPORT_UNCHANGED,
  RK_IMPORT_FAULTY,
  RK_IMPORT_LEFT_OUT, /* on purpose: another organisation, or skipped by choice */
  RK_IMPORT_N_OUTCOMES
} RkImportOutcome;

/* One field of a row that differs from what is there; words for people, names for references. */
typedef struct
{
  const RkField *field; /* (nullable): a reference component that is added */
  char *old;            /* (nullable) */
  char *now;
} RkImportDifference;

#define RK_IMPORT_NO_COLUMN G_MAXUINT

/* What is wrong with a cell, or with the row (RK_IMPORT_NO_COLUMN), and what to do. A warning does
 * not keep the row out. */
typedef struct
{
  guint column;
  char *value;
  char *message;
  gboolean is_warning;
} RkImportFault;

typedef struct
{
  RkImportOutcome outcome;
  guint line;
  char *title;
  GPtrArray *differences; /* of RkImportDifference */
  GPtrArray *faults;      /* of RkImportFault */
  char *similar;          /* (nullable): a new row has almost the name of this record */
} RkImportRow;

/* (transfer full): of a row that is to be kept. */
RkImportRow *rk_import_row_copy (const RkImportRow *row);
void rk_import_row_free (RkImportRow *row);

/* What to do with a row that a person looked at. */
typedef enum
{
  RK_IMPORT_AS_FOUND,
  RK_IMPORT_SKIP,
  RK_IMPORT_MERGE /* it is the record with the similar name */
} RkImportChoice;

/* --- what is what ----------------------------------------------------------------------------- */

/* @rows: taken over. Columns get the target that was remembered for a column of this name, or else
 * the one that its name suggests. (transfer full) */
RkImport *rk_import_new (RkStore *store, const RkImportSubject *subject, RkRows *rows);
void rk_import_free (RkImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkImport, rk_import_free)

const RkImportSubject *rk_import_get_subject (RkImport *self);
RkRows *rk_import_get_rows (RkImport *self);
/* After the separator or the header of the rows was changed. */
void rk_import_reset_columns (RkImport *self, RkStore *store);
/* Name of a field, RK_IMPORT_ID, RK_IMPORT_COMPONENTS or NULL: not taken over. */
const char *rk_import_get_target (RkImport *self, guint column);
/* A target belongs to one column: another that had it loses it. FALSE: there is no such target. */
gboolean rk_import_set_target (RkImport *self, guint column, const char *target);
/* The targets there are, NULL at the end: (transfer container). */
const char **rk_import_list_targets (RkImport *self);
/* What people call a target, translated: (transfer none). */
const char *rk_import_get_target_label (RkImport *self, const char *target);
/* Keeps the columns for the next list of this subject. */
gboolean rk_import_remember (RkImport *self, RkStore *store, GError **error);

/* Reference components: folded name or key → key, and key → name (both nullable: no architecture).
 * (element-type utf8 utf8) */
void rk_import_set_components (RkImport *self, GHashTable *components, GHashTable *names);
/* What the own administration is called (name, NIS code …): rows of others are left out. */
void rk_import_set_own_names (RkImport *self, const char *const *names);
/* Replaces the cell of a line, as corrected by a person. */
void rk_import_set_cell (RkImport *self, guint line, guint column, const char *text);
void rk_import_set_choice (RkImport *self, guint line, RkImportChoice choice);

/* --- looking and doing ------------------------------------------------------------------------ */

/* Told of every row while it is looked at; @fraction: how much of the file was read. */
typedef void (*RkImportFunc) (const RkImportRow *row, double fraction, gpointer data);

/* Looks at every row; nothing is written. FALSE: the file cannot be read to its end. */
gboolean rk_import_check (RkImport *self, RkStore *store, RkImportFunc function, gpointer data,
                          GCancellable *cancellable, GError **error);
/* Takes the rows over, in one step. Faulty rows stay behind, or with @all_or_nothing keep back all:
 * then the error is RK_ERROR_INVALID and nothing was written. */
gboolean rk_import_apply (RkImport *self, RkStore *store, gboolean all_or_nothing,
                          RkImportFunc function, gpointer data, GCancellable *cancellable,
                          GError **error);
/* Of the last look. */
guint rk_import_count (RkImport *self, RkImportOutcome outcome);
guint rk_import_count_warnings (RkImport *self);
/* Records that are made because rows refer to them: (nullable) kind after kind; @count receives how
 * many of the @i-th kind. */
const RkKind *rk_import_get_made (RkImport *self, guint i, guint *count);
/* "202 applications taken over": (transfer full). */
char *rk_import_describe (RkImport *self);

G_END_DECLS
