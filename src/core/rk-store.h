/* SPDX-License-Identifier: EUPL-1.2 */
/* The workspace: one SQLite file NAME.regiekamer, its records and its journal.
 *
 * Every change is one transaction that writes the records and their journal rows together. A
 * change is built in an RkChange (rk-change.h) and applied as a whole or not at all. Reading never
 * blocks on a writer, also not on one in another process; a writer waits for its turn. */
#pragma once

#include "rk-error.h"
#include "rk-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define RK_TYPE_STORE (rk_store_get_type ())
G_DECLARE_FINAL_TYPE (RkStore, rk_store, RK, STORE, GObject)

typedef enum
{
  RK_STORE_OPEN_EXISTING = 0,
  RK_STORE_CREATE = 1 << 0,   /* make the file when it is missing; never over another one */
  RK_STORE_READ_ONLY = 1 << 1 /* look only: nothing in or beside the file changes */
} RkStoreFlags;

/* Never open the file of a store by other means in the same process, not even to copy it: closing
 * it again would drop the locks that keep other processes from removing the log.
 * rk_workspace_backup() makes a copy. A store belongs to the thread that opened it. */

/**
 * rk_store_open:
 * @path: the workspace file
 * @kinds: the kinds it holds, ended by NULL; borrowed for the life of the store
 *
 * Opens a workspace, brings its tables up to date (after a backup) and makes the daily backup.
 * Errors: RK_ERROR_FOREIGN, _NEWER, _DAMAGED, _READ_ONLY, _NOT_FOUND, _BUSY; in all these cases the
 * file is as it was.
 *
 * Returns: (transfer full)
 */
RkStore *rk_store_open (const char *path, const RkKind *const *kinds, RkStoreFlags flags,
                        GError **error);

const char *rk_store_get_path (RkStore *self);
gboolean rk_store_is_read_only (RkStore *self);
const RkKind *rk_store_get_kind (RkStore *self, const char *name);
const RkKind *const *rk_store_get_kinds (RkStore *self);

/* Who writes: the name that the journal records; "" when nobody is named. */
void rk_store_set_author (RkStore *self, const char *name);
const char *rk_store_get_author (RkStore *self);

/* The record @id: (transfer full) (nullable); NULL without error when there is none (or deleted).
 */
RkRecord *rk_store_get (RkStore *self, const char *kind, const char *id, GError **error);

/**
 * rk_store_list:
 * @where: (nullable): an SQL condition over field names with ?1, ?2 …; NULL for all
 * @order: (nullable): field names with ASC/DESC; NULL for the order of making
 * @...: the texts to bind, ended by NULL
 *
 * A whole list at once, for the few (rows of a response, questionnaires). Lists that can grow long
 * use RkListModel.
 *
 * Returns: (transfer full) (element-type RkRecord)
 */
GPtrArray *rk_store_list (RkStore *self, const char *kind, const char *where, const char *order,
                          GError **error, ...) G_GNUC_NULL_TERMINATED;
/* Calls @function for every record of @kind, one at a time and in the order of making, for what
 * goes through all of a long list. It returns FALSE, perhaps with an error, to stop: then this does
 * too. The store must not be written meanwhile. */
typedef gboolean (*RkRecordFunc) (RkRecord *record, gpointer data, GError **error);
gboolean rk_store_foreach (RkStore *self, const char *kind, RkRecordFunc function, gpointer data,
                           GError **error);
/* Number of records that meet @where, or -1. */
gint64 rk_store_count (RkStore *self, const char *kind, const char *where, GError **error,
                       ...) G_GNUC_NULL_TERMINATED;

/* Undo and redo of this workspace's own last changes. @label receives the name of the change that
 * was undone (transfer full). FALSE without an error: there was nothing to undo. */
gboolean rk_store_undo (RkStore *self, char **label, GError **error);
gboolean rk_store_redo (RkStore *self, char **label, GError **error);
/* Undoes the step @id, as long as it is the one that undo would take; FALSE without an error: it is
 * not, and nothing changes. */
gboolean rk_store_undo_step (RkStore *self, const char *id, char **label, GError **error);
/* The id of the step that undo would take: (transfer full) (nullable). */
char *rk_store_peek_undo_id (RkStore *self);
/* The name of what undo or redo would do: (transfer full) (nullable). */
char *rk_store_peek_undo (RkStore *self);
char *rk_store_peek_redo (RkStore *self);

/* Drafts: half-typed text, on disk but in no journal; gone when the value is entered. @scope and
 * @key are the caller's (a response and a question). NULL text removes the draft. */
gboolean rk_store_set_draft (RkStore *self, const char *scope, const char *key, const char *text,
                             GError **error);
/* (transfer full): key → text. */
GHashTable *rk_store_get_drafts (RkStore *self, const char *scope, GError **error);

/* State of the interface that belongs to the workspace (section, scroll, filter): not journalled,
 * not synced. */
gboolean rk_store_set_state (RkStore *self, const char *key, const char *value, GError **error);
char *rk_store_get_state (RkStore *self, const char *key);

/* Signal "changed" (RkStore *self, const char *kind, const char *id): after each committed change
 * of a record, also by undo, and by another process (seen within a second; then kind and id may be
 * "" for "look again"). */

/* A new UUIDv7: (transfer full). */
char *rk_store_new_id (void);
/* A UUIDv8 derived from @names, the same for the same names anywhere: the id of a record whose
 * identity is what it belongs to (the answer to a question of a response). (transfer full) */
char *rk_store_name_id (const char *first, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
