/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-sql.h"
#include "rk-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdarg.h>

static gboolean
is_full (int code, int system_errno)
{
  if (code == SQLITE_FULL)
    return TRUE;
  /* A quota or a size limit is a full disk to the person who meets it. */
  return code == SQLITE_IOERR &&
         (system_errno == ENOSPC || system_errno == EDQUOT || system_errno == EFBIG);
}

static RkError
classify (int code, int system_errno)
{
  if (is_full (code, system_errno))
    return RK_ERROR_FULL;
  if (system_errno == EROFS || system_errno == EACCES || system_errno == EPERM)
    return RK_ERROR_READ_ONLY;
  switch (code)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return RK_ERROR_BUSY;
    case SQLITE_CORRUPT: return RK_ERROR_DAMAGED;
    case SQLITE_NOTADB: return RK_ERROR_FOREIGN;
    case SQLITE_READONLY:
    case SQLITE_PERM: return RK_ERROR_READ_ONLY;
    default: return RK_ERROR_FAILED;
    }
}

static char *
explain (RkError kind, const char *name, const char *detail)
{
  switch (kind)
    {
    case RK_ERROR_FULL:
      return g_strdup (_ ("The disk is full. Your last change is not on disk yet. Make room and "
                          "try again."));
    case RK_ERROR_BUSY:
      /* Translators: %s is the name of a file. */
      return g_strdup_printf (_ ("Another program is using the workspace “%s”. Nothing was changed. "
                                 "Wait a moment and try again."),
          name);
    case RK_ERROR_DAMAGED:
      /* Translators: %s is the name of a file. */
      return g_strdup_printf (_ ("The workspace “%s” is damaged. Open a backup."), name);
    case RK_ERROR_FOREIGN:
      return g_strdup (_ ("This file is not a Regiekamer workspace. Choose a file that ends in "
                          ".regiekamer."));
    case RK_ERROR_READ_ONLY:
      return g_strdup (_ ("You can only read this file. Save a copy to change it."));
    case RK_ERROR_NEWER:
    case RK_ERROR_NOT_FOUND:
    case RK_ERROR_INVALID:
    case RK_ERROR_FROZEN:
    case RK_ERROR_TOO_LARGE:
    case RK_ERROR_FAILED:
    default:
      /* Translators: the first %s is the name of a file, the second a technical cause. */
      return g_strdup_printf (_ ("The workspace “%s” could not be read or written: %s. Nothing was "
                                 "changed. Check the disk and try again."),
                                 name, detail);
    }
}

void
rk_sql_set_error (GError **error, int code, int system_errno, const char *path, const char *detail)
{
  RkError kind = classify (code & 0xff, system_errno);
  g_autofree char *name = g_path_get_basename (path != NULL && *path != '\0' ? path : "?");
  g_autofree char *message = explain (kind, name, detail);

  g_set_error_literal (error, RK_ERROR, (gint) kind, message);
}

/* What the system said about the last failure. SQLite forgets it when it was the log that could not
 * be written, so the files are asked as well. */
static int
find_system_errno (sqlite3 *db)
{
  int number = sqlite3_system_errno (db);
  sqlite3_file *log = NULL;

  if (number == 0)
    sqlite3_file_control (db, "main", SQLITE_FCNTL_LAST_ERRNO, &number);
  if (number == 0)
    sqlite3_file_control (db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
  if (log != NULL && log->pMethods != NULL)
    log->pMethods->xFileControl (log, SQLITE_FCNTL_LAST_ERRNO, &number);
  return number;
}

gboolean
rk_sql_fail (sqlite3 *db, GError **error)
{
  int code = sqlite3_extended_errcode (db) & 0xff;
  gboolean system = code == SQLITE_IOERR || code == SQLITE_CANTOPEN;

  rk_sql_set_error (error, code, system ? find_system_errno (db) : 0,
                    sqlite3_db_filename (db, "main"), sqlite3_errmsg (db));
  return FALSE;
}

gboolean
rk_sql_exec (sqlite3 *db, const char *sql, GError **error)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK || rk_sql_fail (db, error);
}

static void
fold_function (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text == NULL)
    sqlite3_result_null (context);
  else
    sqlite3_result_text (context, rk_text_fold (text), -1, g_free);
}

sqlite3 *
rk_sql_open (const char *path, int flags, GError **error)
{
  g_autoptr (sqlite3) db = NULL;

  if (sqlite3_open_v2 (path, &db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    {
      rk_sql_fail (db, error);
      return NULL;
    }
  sqlite3_busy_timeout (db, RK_SQL_PATIENCE);
  /* A workspace can come from anybody. (The schema stays trusted: our triggers write to full-text
   * tables, and the one function of ours only folds text.) */
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_create_function (db, "rk_fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                           NULL, fold_function, NULL, NULL);
  if (!rk_sql_exec (db,
                    "PRAGMA cell_size_check = ON; PRAGMA synchronous = FULL;"
                    "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000;",
                    error))
    return NULL;
  return g_steal_pointer (&db);
}

gboolean
rk_sql_read_header (const char *path, void *header, int length, gint64 *size)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", TRUE);
  g_autofree char *uri = g_strdup_printf ("file:%s?immutable=1", escaped);
  g_autoptr (sqlite3) db = NULL;
  sqlite3_file *file = NULL;
  sqlite3_int64 bytes = 0;
  int rc;

  if (sqlite3_open_v2 (uri, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL) != SQLITE_OK ||
      sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
      file->pMethods == NULL)
    return FALSE;
  rc = file->pMethods->xRead (file, header, length, 0);
  if (rc != SQLITE_OK && rc != SQLITE_IOERR_SHORT_READ)
    return FALSE;
  if (file->pMethods->xFileSize (file, &bytes) != SQLITE_OK)
    return FALSE;
  *size = bytes;
  return TRUE;
}

sqlite3_stmt *
rk_sql_prepare (sqlite3 *db, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean ok;
  va_list args;

  ok = sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) == SQLITE_OK;
  va_start (args, types);
  for (int i = 1; ok && types[i - 1] != '\0'; i++)
    switch (types[i - 1])
      {
      case 's':
        ok = !sqlite3_bind_text (stmt, i, va_arg (args, char *), -1, SQLITE_TRANSIENT);
        break;
      case 'i': ok = !sqlite3_bind_int64 (stmt, i, va_arg (args, gint64)); break;
      default: g_assert_not_reached ();
      }
  va_end (args);
  if (!ok)
    {
      rk_sql_fail (db, error);
      return NULL;
    }
  return g_steal_pointer (&stmt);
}

gboolean
rk_sql_next (sqlite3_stmt *stmt, GError **error)
{
  int rc = sqlite3_step (stmt);

  if (rc == SQLITE_ROW)
    return TRUE;
  if (rc != SQLITE_DONE)
    rk_sql_fail (sqlite3_db_handle (stmt), error);
  return FALSE;
}

gboolean
rk_sql_run (sqlite3_stmt *stmt, GError **error)
{
  int rc = sqlite3_step (stmt);
  gboolean ok = rc == SQLITE_DONE || rc == SQLITE_ROW;

  if (!ok)
    rk_sql_fail (sqlite3_db_handle (stmt), error);
  sqlite3_reset (stmt);
  return ok;
}

const char *
rk_sql_text (sqlite3_stmt *stmt, int column)
{
  return (const char *) sqlite3_column_text (stmt, column);
}

gint64
rk_sql_number (sqlite3 *db, const char *sql, gint64 otherwise, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = rk_sql_prepare (db, error, sql, "");

  if (stmt == NULL || !rk_sql_next (stmt, error))
    return otherwise;
  return sqlite3_column_int64 (stmt, 0);
}

char *
rk_sql_quote (const char *name)
{
  GString *quoted = g_string_new ("\"");

  for (const char *p = name; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (quoted, '"');
      g_string_append_c (quoted, *p);
    }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}
