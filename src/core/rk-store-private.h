/* SPDX-License-Identifier: EUPL-1.2 */
/* What the files that make up the store share. */
#pragma once

#include "rk-sql.h"
#include "rk-store.h"

G_BEGIN_DECLS

#define RK_STORE_APPLICATION_ID 0x524b4f31 /* "RKO1" in the header of the file */

/* A kind and its table. Columns that can be journalled: "extra", the fields in the order of the
 * kind, then columns that a newer version added to this file. */
typedef struct
{
  const RkKind *kind;
  char *name;         /* quoted */
  GPtrArray *columns; /* of char* */
  GHashTable *index;  /* column name -> position in columns + 1 */
  char *select;       /* "SELECT number, id, created_at, updated_at, COLUMNS FROM TABLE" */
  char *find;         /* the same, of the record ?1 */
  char *insert;       /* "INSERT … VALUES (?1, …)", columns as in select */
  char *remove;       /* "DELETE …", of the record ?1 */
} RkTable;

struct _RkStore
{
  GObject parent_instance;
  sqlite3 *db;
  char *path;
  char *author;
  gboolean read_only;
  const RkKind *const *kinds;
  GHashTable *tables;     /* kind name -> RkTable */
  GHashTable *statements; /* SQL -> sqlite3_stmt, for what is run again and again */
  GThread *keeper;        /* (nullable): makes the daily backup */
  GSource *watch;         /* looks for changes by other processes */
  gint64 seen;            /* last mutation that "changed" has told about */
  gint64 data_version;
};

/* --- rk-store.c ------------------------------------------------------------------------------ */

RkTable *rk_store_get_table (RkStore *self, const char *kind);
/* Goes on with a copy that goes when the store does: for a store that only looks, but has to bring
 * tables up to date or to run checks that SQLite counts as writing. */
gboolean rk_store_copy_aside (RkStore *self, GError **error);
/* A statement that is kept: (transfer none), reset and without parameters. */
sqlite3_stmt *rk_store_statement (RkStore *self, const char *sql, GError **error);
/* BEGIN IMMEDIATE; fails on a store that is read-only. */
gboolean rk_store_begin (RkStore *self, GError **error);
/* COMMIT; rolls back when that fails. */
gboolean rk_store_commit (RkStore *self, GError **error);
void rk_store_rollback (RkStore *self);
/* The record of a table with this id: a statement on its row, or NULL (with or without @error).
 * (transfer none) */
sqlite3_stmt *rk_store_find_row (RkStore *self, RkTable *table, const char *id, GError **error);
/* Sets the sentence for a file that cannot be opened. */
void rk_store_set_file_error (GError **error, RkError code, const char *path);

/* --- rk-draft.c ------------------------------------------------------------------------------ */

/* rk_store_set_state() inside the transaction at hand. */
gboolean rk_store_write_state (RkStore *self, const char *key, const char *value, GError **error);

/* --- rk-store-open.c ------------------------------------------------------------------------- */

/* Opens the file after having looked that it is a workspace, whole and not newer. Nothing in or
 * beside the file changes, not even by closing the connection, until rk_store_trust(). */
sqlite3 *rk_store_connect (const char *path, RkStoreFlags flags, GError **error);
void rk_store_trust (sqlite3 *db);
/* Makes a new workspace at @path; what is there stays. */
gboolean rk_store_make_file (const char *path, const RkKind *const *kinds, GError **error);

/* --- rk-store-schema.c ----------------------------------------------------------------------- */

#define RK_STORE_VERSION 2 /* PRAGMA user_version: number of migration steps */

/* The statements that bring the tables up to date: (transfer full) (element-type utf8); empty when
 * there is nothing to do. */
GPtrArray *rk_schema_plan (sqlite3 *db, const RkKind *const *kinds, GError **error);
/* Runs the plan in one transaction. */
gboolean rk_schema_update (sqlite3 *db, const RkKind *const *kinds, GError **error);
/* Reads how the table of @kind looks in this file. */
RkTable *rk_table_new (sqlite3 *db, const RkKind *kind, GError **error);
void rk_table_free (RkTable *table);
/* The name of the full-text table of a kind, quoted: (transfer full). */
char *rk_schema_search_table (const RkKind *kind);
gboolean rk_kind_is_searchable (const RkKind *kind);

/* --- rk-store-watch.c ------------------------------------------------------------------------ */

void rk_store_watch (RkStore *self);
/* Emits "changed" for every mutation since the last time. */
void rk_store_tell (RkStore *self);

G_END_DECLS
