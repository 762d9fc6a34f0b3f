/* SPDX-License-Identifier: EUPL-1.2 */
/* The journal: every step with what it changed, field by field, written in the transaction that
 * changes the records. It is the outbox of sync, the source of undo and the history.
 *
 * rk_mutation  one row per step: ordinal, id (UUIDv7), label, author, at, role, reverts
 * rk_entry     one row per field: operation, kind, record, field, field_group, base, value
 *
 * A created or deleted record also has a row without a field. A bulk step has one row, of which the
 * value is a JSON array of all its entries. */
#pragma once

#include "rk-store-private.h"

G_BEGIN_DECLS

/* Names in the journal of what is not a field: needed to bring a deleted record back as it was. */
#define RK_ENTRY_NUMBER "number"
#define RK_ENTRY_CREATED_AT "created_at"

typedef enum
{
  RK_OPERATION_CREATE,
  RK_OPERATION_UPDATE,
  RK_OPERATION_DELETE
} RkOperation;

typedef struct
{
  RkOperation operation;
  const char *kind; /* interned */
  char *record;
  const char *field; /* interned; "" for the record itself */
  char *base;        /* (nullable) */
  char *value;       /* (nullable) */
} RkEntry;

typedef enum
{
  RK_ROLE_DO,
  RK_ROLE_UNDO,
  RK_ROLE_REDO,
  RK_ROLE_ASIDE /* undo and redo pass over it */
} RkRole;

/* A step that is being written. */
typedef struct
{
  const char *label;
  RkRole role;
  gint64 reverts; /* ordinal of the step that this one takes back, or 0 */
  gboolean bulk;
  gboolean final; /* undo stops here */
  GPtrArray *entries;
} RkStep;

void rk_step_init (RkStep *step, const char *label);
void rk_step_clear (RkStep *step);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RkStep, rk_step_clear)
void rk_step_add (RkStep *step, RkOperation operation, const char *kind, const char *record,
                  const char *field, const char *base, const char *value);
/* Writes the step into the journal, in the transaction that is open. */
gboolean rk_step_write (RkStep *step, RkStore *store, GError **error);
/* The entries of a step, in order: (transfer full) (element-type RkEntry). */
GPtrArray *rk_journal_read (sqlite3 *db, gint64 ordinal, GError **error);
/* Calls @function for every entry from the beginning; @bulk: the entry is of a bulk step, which
 * does not say what a created record holds. */
typedef void (*RkJournalFunc) (const RkEntry *entry, gboolean bulk, gpointer data);
gboolean rk_journal_foreach (sqlite3 *db, RkJournalFunc function, gpointer data, GError **error);

G_END_DECLS
