/* SPDX-License-Identifier: EUPL-1.2 */
/* SQLite as the rest of core sees it: statements that clean up after themselves and errors that are
 * sentences. No other file knows SQLite's error codes. */
#pragma once

#include "rk-error.h"

#include <sqlite3.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/* Milliseconds that a writer waits for its turn. */
#define RK_SQL_PATIENCE 10000

/* Opens @path, a file name, with SQLITE_OPEN_ flags, safe settings and no file made by itself. Its
 * SQL knows rk_fold (text), rk_text_fold(): to compare and sort as people do. */
sqlite3 *rk_sql_open (const char *path, int flags, GError **error);

/* Reads @length bytes from the start of a file that may be a database, and its size. Through
 * SQLite, because POSIX drops all locks of a process on a file when any descriptor of it is closed:
 * opening a workspace a second time must not unlock the first. */
gboolean rk_sql_read_header (const char *path, void *header, int length, gint64 *size);

/* Sets @error from the last failure of @db. Returns FALSE. */
gboolean rk_sql_fail (sqlite3 *db, GError **error);
/* The same for a result code without a connection's state: @path is the file it is about. */
void rk_sql_set_error (GError **error, int code, int system_errno, const char *path,
                       const char *detail);

/* Runs statements without parameters. */
gboolean rk_sql_exec (sqlite3 *db, const char *sql, GError **error);
/* Binds @types: s text (NULL binds SQL NULL), i gint64. (transfer full) */
sqlite3_stmt *rk_sql_prepare (sqlite3 *db, GError **error, const char *sql, const char *types, ...);
/* TRUE: a row is ready; FALSE: no more rows, or @error is set. */
gboolean rk_sql_next (sqlite3_stmt *stmt, GError **error);
/* Runs an INSERT, UPDATE or DELETE, and makes the statement ready for the next time. */
gboolean rk_sql_run (sqlite3_stmt *stmt, GError **error);

/* Text of a column: (nullable), until the next step. */
const char *rk_sql_text (sqlite3_stmt *stmt, int column);
/* The first column of the first row of @sql, as a number; @otherwise without a row or after a
 * failure. */
gint64 rk_sql_number (sqlite3 *db, const char *sql, gint64 otherwise, GError **error);
/* @name as an SQL identifier: (transfer full). */
char *rk_sql_quote (const char *name);

G_END_DECLS
