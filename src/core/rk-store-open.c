/* SPDX-License-Identifier: EUPL-1.2 */
/* Opening a file that may be anything.
 *
 * Nothing is written before the file is known to be a workspace of ours, whole and not newer: first
 * the header as bytes, then through SQLite on a connection that leaves a write-ahead log as it
 * finds it. */
#include "config.h"
#include "rk-store-private.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER_BYTES 100
/* Readers never wait for writers: who makes us wait here holds the whole file. */
#define OPEN_PATIENCE 2000
/* Up to here every page is looked at on opening; beyond, only the schema and the page count. The
 * daily backup looks at the rest. */
#define FULL_LOOK_BYTES (4 * 1024 * 1024)

static gboolean
fail (GError **error, RkError code, const char *path)
{
  rk_store_set_file_error (error, code, path);
  return FALSE;
}

static guint32
read_number (const guint8 *header, gsize offset)
{
  guint32 number;

  memcpy (&number, header + offset, sizeof number);
  return GUINT32_FROM_BE (number);
}

static gboolean
has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  struct stat info;

  return g_stat (log, &info) == 0 && (info.st_size > 0 || g_file_test (index, G_FILE_TEST_EXISTS));
}

/* The file is at least as long as the header says; only then the header's count is valid. */
static gboolean
is_whole (const guint8 *header, gint64 size)
{
  guint32 page_size = (guint32) header[16] << 8 | header[17];
  guint32 pages = read_number (header, 28);
  gboolean counted = read_number (header, 24) == read_number (header, 92);

  if (page_size == 1)
    page_size = 65536;
  if (page_size < 512 || (page_size & (page_size - 1)) != 0)
    return FALSE;
  return !counted || pages == 0 || (gint64) pages * page_size <= size;
}

static gboolean
check_header (const char *path, const guint8 *header, gint64 size, GError **error)
{
  static const char magic[] = "SQLite format 3";

  if (size < HEADER_BYTES || memcmp (header, magic, sizeof magic) != 0)
    return fail (error, RK_ERROR_FOREIGN, path);
  if (read_number (header, 68) != RK_STORE_APPLICATION_ID)
    return fail (error, RK_ERROR_FOREIGN, path);
  if (read_number (header, 60) > RK_STORE_VERSION)
    return fail (error, RK_ERROR_NEWER, path);
  /* Whoever is killed while moving the log into the file leaves a new header on a file that is
   * still short; the log has the rest. */
  return has_log (path) || is_whole (header, size) || fail (error, RK_ERROR_DAMAGED, path);
}

static gboolean
check_bytes (const char *path, gint64 *size, GError **error)
{
  guint8 header[HEADER_BYTES] = { 0 };
  struct stat info;

  if (g_stat (path, &info) != 0)
    return fail (error, errno == EACCES ? RK_ERROR_READ_ONLY : RK_ERROR_NOT_FOUND, path);
  if (!S_ISREG (info.st_mode))
    return fail (error, RK_ERROR_FOREIGN, path);
  if (!rk_sql_read_header (path, header, sizeof header, size))
    return fail (error, RK_ERROR_READ_ONLY, path);
  return check_header (path, header, *size, error);
}

/* Also the superuser respects a file that somebody has made read-only. */
static gboolean
can_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat info;

  return g_stat (path, &info) == 0 && (info.st_mode & 0222) != 0 && g_access (path, W_OK) == 0 &&
         g_access (folder, W_OK) == 0;
}

/* Without a write-ahead log the file alone is the workspace, and SQLite need not make anything
 * beside it to read it. */
static sqlite3 *
open_to_look (const char *path, GError **error)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", TRUE);
  g_autofree char *uri = g_strdup_printf ("file:%s?immutable=1", escaped);

  if (has_log (path))
    return rk_sql_open (path, SQLITE_OPEN_READONLY, error);
  return rk_sql_open (uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);
}

/* SQLite says "damaged" or "not a database" of what the bytes of the header passed as ours. */
static gboolean
as_damage (GError **error, GError *cause, const char *path)
{
  if (g_error_matches (cause, RK_ERROR, RK_ERROR_DAMAGED) ||
      g_error_matches (cause, RK_ERROR, RK_ERROR_FOREIGN))
    {
      g_error_free (cause);
      return fail (error, RK_ERROR_DAMAGED, path);
    }
  g_propagate_error (error, cause);
  return FALSE;
}

static gboolean
check_pages (sqlite3 *db, gint64 size, GError **error)
{
  const char *sql = size <= FULL_LOOK_BYTES ? "PRAGMA quick_check (1)" : "PRAGMA schema_version";
  g_autoptr (sqlite3_stmt) stmt = rk_sql_prepare (db, error, sql, "");

  if (stmt == NULL || !rk_sql_next (stmt, error))
    return FALSE;
  if (size > FULL_LOOK_BYTES || g_strcmp0 (rk_sql_text (stmt, 0), "ok") == 0)
    return TRUE;
  rk_sql_set_error (error, SQLITE_CORRUPT, 0, sqlite3_db_filename (db, "main"), "");
  return FALSE;
}

/* The same questions as check_header(), now with what stands in the write-ahead log. */
static gboolean
check_database (sqlite3 *db, const char *path, gint64 size, GError **error)
{
  GError *local_error = NULL;
  gint64 application = rk_sql_number (db, "PRAGMA application_id", -1, &local_error);
  gint64 version = rk_sql_number (db, "PRAGMA user_version", -1, local_error ? NULL : &local_error);
  gint64 tables = rk_sql_number (db,
                                 "SELECT count (*) FROM sqlite_schema WHERE name IN"
                                 " ('rk_mutation', 'rk_entry', 'rk_draft', 'rk_state')",
                                 -1, local_error ? NULL : &local_error);

  if (local_error != NULL)
    return as_damage (error, local_error, path);
  if (application != RK_STORE_APPLICATION_ID)
    return fail (error, RK_ERROR_FOREIGN, path);
  if (version > RK_STORE_VERSION)
    return fail (error, RK_ERROR_NEWER, path);
  if (tables != 4)
    return fail (error, RK_ERROR_DAMAGED, path);
  return check_pages (db, size, &local_error) || as_damage (error, local_error, path);
}

/* Opens the file and looks at it from the inside: every page when @size is small. */
static sqlite3 *
open_checked (const char *path, gboolean to_write, gint64 size, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  GError *local_error = NULL;

  db = to_write ? rk_sql_open (path, SQLITE_OPEN_READWRITE, &local_error)
                : open_to_look (path, &local_error);
  if (db == NULL)
    {
      as_damage (error, local_error, path);
      return NULL;
    }
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_busy_timeout (db, OPEN_PATIENCE);
  if (!check_database (db, path, size, error))
    return NULL;
  sqlite3_busy_timeout (db, RK_SQL_PATIENCE);
  return g_steal_pointer (&db);
}

sqlite3 *
rk_store_connect (const char *path, RkStoreFlags flags, GError **error)
{
  g_autoptr (sqlite3) look = NULL;
  gint64 size = 0;

  if (!check_bytes (path, &size, error))
    return NULL;
  if (!(flags & RK_STORE_READ_ONLY) && !can_write (path))
    {
      fail (error, RK_ERROR_READ_ONLY, path);
      return NULL;
    }
  look = open_checked (path, FALSE, size, error);
  if (look == NULL || (flags & RK_STORE_READ_ONLY))
    return g_steal_pointer (&look);
  g_clear_pointer (&look, sqlite3_close);
  return open_checked (path, TRUE, G_MAXINT64, error);
}

void
rk_store_trust (sqlite3 *db)
{
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
}

static gboolean
fill_new_file (const char *path, const RkKind *const *kinds, GError **error)
{
  g_autoptr (sqlite3) db = rk_sql_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  g_autofree char *header =
      g_strdup_printf ("PRAGMA application_id = %d; PRAGMA journal_mode = WAL;",
                       RK_STORE_APPLICATION_ID);

  return db != NULL && rk_sql_exec (db, header, error) && rk_schema_update (db, kinds, error);
}

static gboolean
put_in_place (const char *temporary, const char *path, GError **error)
{
  struct stat info;

  /* An empty file is what a file chooser leaves behind; anything else stays. */
  if (g_stat (path, &info) == 0 && info.st_size == 0 && g_rename (temporary, path) == 0)
    return TRUE;
  if (link (temporary, path) == 0)
    {
      g_unlink (temporary);
      return TRUE;
    }
  if (errno != EEXIST && !g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (temporary, path) == 0)
    return TRUE;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE; /* another process made it meanwhile; opening looks at it like at any file */
  rk_sql_set_error (error, SQLITE_IOERR, errno, path, g_strerror (errno));
  return FALSE;
}

gboolean
rk_store_make_file (const char *path, const RkKind *const *kinds, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  gboolean ok;
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      (fd = g_mkstemp_full (temporary, O_RDWR, 0600)) < 0)
    {
      rk_sql_set_error (error, SQLITE_IOERR, errno, path, g_strerror (errno));
      return FALSE;
    }
  close (fd);
  /* The whole workspace appears at once: a crash leaves a temporary file, never half a workspace.
   */
  ok = fill_new_file (temporary, kinds, error) && put_in_place (temporary, path, error);
  g_unlink (temporary);
  return ok;
}
