/* SPDX-License-Identifier: EUPL-1.2 */
/* Putting a backup back: only a backup that is whole, only after the present has been kept, and in
 * one rename, so that there is always a workspace at the path. */
#include "config.h"
#include "rk-backup-private.h"
#include "rk-store-private.h"
#include "rk-workspace.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Another program that has the workspace open keeps it open; waiting long is no use. */
#define PATIENCE 1000

static gboolean
check_whole (sqlite3 *db, const char *path, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = rk_sql_prepare (db, error, "PRAGMA integrity_check (1)", "");

  if (stmt == NULL || !rk_sql_next (stmt, error))
    return FALSE;
  if (g_strcmp0 (rk_sql_text (stmt, 0), "ok") == 0)
    return TRUE;
  rk_store_set_file_error (error, RK_ERROR_DAMAGED, path);
  return FALSE;
}

static sqlite3 *
open_backup (const char *backup, GError **error)
{
  g_autofree char *full = g_canonicalize_filename (backup, NULL);
  g_autoptr (sqlite3) db = rk_store_connect (full, RK_STORE_READ_ONLY, error);

  if (db == NULL || !check_whole (db, full, error))
    return NULL;
  return g_steal_pointer (&db);
}

static gboolean
copy_file (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) local_error = NULL;

  if (g_file_copy (source, target, G_FILE_COPY_NOFOLLOW_SYMLINKS, NULL, NULL, NULL, &local_error))
    return TRUE;
  rk_sql_set_error (error, SQLITE_IOERR, 0, to, local_error->message);
  return FALSE;
}

/* A damaged file cannot be copied by SQLite; its bytes, and those of its log, are kept beside the
 * backups for whoever can still read something in them. */
static char *
keep_bytes (const char *path, GError **error)
{
  g_autofree char *target = rk_backup_dup_new_path (path, error);
  g_autofree char *kept = target != NULL ? g_strconcat (target, ".damaged", NULL) : NULL;
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *kept_log = g_strconcat (kept, "-wal", NULL);

  if (kept == NULL || !copy_file (path, kept, error))
    return NULL;
  if (g_file_test (log, G_FILE_TEST_EXISTS) && !copy_file (log, kept_log, error))
    return NULL;
  return g_steal_pointer (&kept);
}

/* Leaving WAL succeeds only when nobody else has the file open; it also empties the log. */
static gboolean
take_alone (sqlite3 *db, GError **error)
{
  sqlite3_busy_timeout (db, PATIENCE);
  return rk_sql_exec (db, "PRAGMA journal_mode = DELETE", error) &&
         rk_sql_exec (db, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", error);
}

static gboolean
back_to_normal (sqlite3 *db)
{
  sqlite3_exec (db, "ROLLBACK; PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = WAL", NULL, NULL,
                NULL);
  return FALSE;
}

static void
remove_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);

  g_unlink (log);
  g_unlink (index);
}

static gboolean
put_in_place (sqlite3 *backup, const char *path, GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".restored", NULL);
  g_autoptr (sqlite3) db = NULL;

  if (!rk_backup_copy (backup, temporary, error))
    return FALSE;
  db = rk_sql_open (temporary, SQLITE_OPEN_READWRITE, error);
  if (db == NULL || !rk_sql_exec (db, "PRAGMA journal_mode = WAL", error))
    return FALSE;
  g_clear_pointer (&db, sqlite3_close);
  remove_log (path); /* a log belongs to the file that it was written for */
  if (g_rename (temporary, path) == 0)
    {
      rk_backup_sync_folder (path);
      return TRUE;
    }
  rk_sql_set_error (error, SQLITE_IOERR, errno, path, g_strerror (errno));
  g_unlink (temporary);
  return FALSE;
}

static gboolean
restore_over_whole (sqlite3 *present, sqlite3 *backup, const char *path, char **former,
                    GError **error)
{
  g_autofree char *kept = rk_backup_copy_new (present, path, error);

  if (kept == NULL)
    return FALSE;
  if (!take_alone (present, error) || !put_in_place (backup, path, error))
    {
      back_to_normal (present);
      return FALSE;
    }
  *former = g_steal_pointer (&kept);
  return TRUE;
}

static gboolean
restore_over (sqlite3 *backup, const char *path, char **former, GError **error)
{
  GError *local_error = NULL;
  g_autoptr (sqlite3) present = rk_store_connect (path, RK_STORE_OPEN_EXISTING, &local_error);
  gboolean missing = g_error_matches (local_error, RK_ERROR, RK_ERROR_NOT_FOUND);

  if (present != NULL && check_whole (present, path, &local_error))
    return restore_over_whole (present, backup, path, former, error);
  if (!missing && !g_error_matches (local_error, RK_ERROR, RK_ERROR_DAMAGED))
    {
      g_propagate_error (error, local_error); /* not ours, newer, or in use: that stays */
      return FALSE;
    }
  g_error_free (local_error);
  g_clear_pointer (&present, sqlite3_close);
  if (!missing)
    *former = keep_bytes (path, error);
  return (missing || *former != NULL) && put_in_place (backup, path, error);
}

gboolean
rk_workspace_replace (const char *path, const char *backup, char **former, GError **error)
{
  g_autofree char *full = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (sqlite3) db = NULL;

  g_return_val_if_fail (path != NULL && backup != NULL, FALSE);
  full = g_canonicalize_filename (path, NULL);
  db = open_backup (backup, error);
  if (db == NULL || !restore_over (db, full, &kept, error))
    return FALSE;
  if (former != NULL)
    *former = g_steal_pointer (&kept);
  return TRUE;
}

gboolean
rk_workspace_restore (const char *path, const char *backup, GError **error)
{
  return rk_workspace_replace (path, backup, NULL, error);
}

char *
rk_workspace_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "regiekamer", "werkbestand.regiekamer", NULL);
}
