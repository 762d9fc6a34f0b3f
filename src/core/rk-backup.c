/* SPDX-License-Identifier: EUPL-1.2 */
/* Backups: whole copies beside the workspace, in "backups/NAME/", each named by its moment in UTC.
 *
 * The last of each of the last seven days with a backup stays, and the last of each of the four
 * weeks before; today's all stay. Only a copy of a whole workspace counts as a backup: a damaged
 * file never pushes a good backup out. */
#include "config.h"
#include "rk-backup-private.h"
#include "rk-store-private.h"
#include "rk-workspace.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define SUFFIX ".regiekamer"
#define KEEP_DAYS 7
#define KEEP_WEEKS 4
#define MAX_TRIES 1000 /* names for one backup */

char *
rk_backup_dup_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return g_build_filename (folder, "backups", name, NULL);
}

static char *
dup_path_at (const char *folder, GDateTime *at)
{
  g_autofree char *time = g_date_time_format (at, "%Y%m%dT%H%M%S");
  g_autofree char *name =
      g_strdup_printf ("%s%03dZ" SUFFIX, time, g_date_time_get_microsecond (at) / 1000);

  return g_build_filename (folder, name, NULL);
}

char *
rk_backup_dup_new_path (const char *path, GError **error)
{
  g_autofree char *folder = rk_backup_dup_folder (path);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return dup_path_at (folder, now);
  rk_sql_set_error (error, SQLITE_IOERR, errno, folder, g_strerror (errno));
  return NULL;
}

static gboolean
copy_pages (sqlite3 *from, sqlite3 *to, GError **error)
{
  sqlite3_backup *copy = sqlite3_backup_init (to, "main", from, "main");

  if (copy == NULL)
    return rk_sql_fail (to, error);
  sqlite3_backup_step (copy, -1);
  return sqlite3_backup_finish (copy) == SQLITE_OK || rk_sql_fail (to, error);
}

/* The copy is one file that needs nothing beside it, and whole. */
static gboolean
finish_copy (sqlite3 *to, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (!rk_sql_exec (to, "PRAGMA journal_mode = DELETE", error))
    return FALSE;
  stmt = rk_sql_prepare (to, error, "PRAGMA quick_check (1)", "");
  if (stmt == NULL || !rk_sql_next (stmt, error))
    return FALSE;
  if (g_strcmp0 (rk_sql_text (stmt, 0), "ok") == 0)
    return TRUE;
  rk_sql_set_error (error, SQLITE_CORRUPT, 0, sqlite3_db_filename (to, "main"), "");
  return FALSE;
}

static gboolean
copy_to (sqlite3 *db, const char *temporary, GError **error)
{
  g_autoptr (sqlite3) to = rk_sql_open (temporary, SQLITE_OPEN_READWRITE, error);

  return to != NULL && copy_pages (db, to, error) && finish_copy (to, error);
}

void
rk_backup_sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/* A whole copy beside @target that has no name of its own yet: (transfer full). */
static char *
copy_beside (sqlite3 *db, const char *target, GError **error)
{
  g_autofree char *temporary = g_strconcat (target, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_RDWR, 0600);

  if (fd < 0)
    {
      rk_sql_set_error (error, SQLITE_IOERR, errno, target, g_strerror (errno));
      return NULL;
    }
  close (fd);
  if (copy_to (db, temporary, error))
    return g_steal_pointer (&temporary);
  g_unlink (temporary);
  return NULL;
}

/* Where a file cannot have two names, such as on a memory stick: the name is taken first. */
static gboolean
place_by_rename (const char *temporary, const char *target)
{
  int fd = g_open (target, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  int failure;

  if (fd < 0)
    return FALSE;
  close (fd);
  if (g_rename (temporary, target) == 0)
    return TRUE;
  failure = errno;
  g_unlink (target);
  errno = failure;
  return FALSE;
}

/* Gives @temporary its name, and never takes that of another file: sets errno, EEXIST then. */
static gboolean
place (const char *temporary, const char *target)
{
  if (link (temporary, target) != 0)
    return errno != EEXIST && place_by_rename (temporary, target);
  g_unlink (temporary);
  return TRUE;
}

static void
set_exists_error (const char *target, GError **error)
{
  g_autofree char *name = g_path_get_basename (target);

  g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
               /* Translators: %s is the name of a file. */
               _ ("“%s” exists already. Nothing was written. Choose another name."), name);
}

gboolean
rk_backup_copy (sqlite3 *db, const char *target, GError **error)
{
  g_autofree char *temporary = copy_beside (db, target, error);

  if (temporary == NULL)
    return FALSE;
  if (place (temporary, target))
    {
      rk_backup_sync_folder (target);
      return TRUE;
    }
  if (errno == EEXIST)
    set_exists_error (target, error);
  else
    rk_sql_set_error (error, SQLITE_IOERR, errno, target, g_strerror (errno));
  g_unlink (temporary);
  return FALSE;
}

/* The name of the first millisecond from now that no other backup has. */
static char *
place_now (const char *temporary, const char *folder)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  for (int i = 0; i < MAX_TRIES; i++)
    {
      g_autoptr (GDateTime) at = g_date_time_add (now, i * G_TIME_SPAN_MILLISECOND);
      g_autofree char *target = dup_path_at (folder, at);

      if (place (temporary, target))
        return g_steal_pointer (&target);
      if (errno != EEXIST)
        return NULL;
    }
  return NULL;
}

char *
rk_backup_copy_new (sqlite3 *db, const char *path, GError **error)
{
  g_autofree char *name = rk_backup_dup_new_path (path, error);
  g_autofree char *folder = name != NULL ? g_path_get_dirname (name) : NULL;
  g_autofree char *temporary = name != NULL ? copy_beside (db, name, error) : NULL;
  g_autofree char *target = NULL;

  if (temporary == NULL)
    return NULL;
  target = place_now (temporary, folder);
  if (target == NULL)
    {
      rk_sql_set_error (error, SQLITE_IOERR, errno, folder, g_strerror (errno));
      g_unlink (temporary);
      return NULL;
    }
  rk_backup_sync_folder (target);
  return g_steal_pointer (&target);
}

gboolean
rk_backup_before_change (sqlite3 *db, const char *path, GError **error)
{
  g_autofree char *target = rk_backup_copy_new (db, path, error);

  return target != NULL;
}

void
rk_backup_free (RkBackup *backup)
{
  g_date_time_unref (backup->at);
  g_free (backup->path);
  g_free (backup);
}

/* The moment in a file name "20261202T180000123Z.regiekamer": (transfer full) (nullable). */
static GDateTime *
parse_name (const char *name)
{
  g_autofree char *iso = NULL;

  if (strlen (name) != strlen ("20261202T180000123Z" SUFFIX) || !g_str_has_suffix (name, SUFFIX))
    return NULL;
  iso = g_strdup_printf ("%.15s.%.3sZ", name, name + 15);
  return g_date_time_new_from_iso8601 (iso, NULL);
}

static RkBackup *
read_backup (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GDateTime *at = parse_name (name);
  GStatBuf info;
  RkBackup *backup;

  if (at == NULL || g_stat (path, &info) != 0)
    {
      g_clear_pointer (&at, g_date_time_unref);
      return NULL;
    }
  backup = g_new0 (RkBackup, 1);
  backup->path = g_steal_pointer (&path);
  backup->at = at;
  backup->bytes = info.st_size;
  return backup;
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const RkBackup *first = *(RkBackup *const *) a;
  const RkBackup *second = *(RkBackup *const *) b;

  return g_date_time_compare (second->at, first->at);
}

GPtrArray *
rk_workspace_list_backups (const char *path)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_backup_free);
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = rk_backup_dup_folder (full);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = dir ? g_dir_read_name (dir) : NULL; name; name = g_dir_read_name (dir))
    {
      RkBackup *backup = read_backup (folder, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_newest);
  return backups;
}

static int
get_day (GDateTime *at)
{
  GDate date;
  int year, month, day;

  g_date_time_get_ymd (at, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (int) g_date_get_julian (&date);
}

/* Removes what the rotation does not keep. */
static void
rotate (const char *path)
{
  g_autoptr (GPtrArray) backups = rk_workspace_list_backups (path);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  int today = get_day (now);
  int last_day = G_MAXINT;
  int last_week = G_MAXINT;
  int days = 0;
  int weeks = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      RkBackup *backup = g_ptr_array_index (backups, i);
      int day = get_day (backup->at);
      int week = day / 7;
      gboolean keep = day >= today;

      if (!keep && day != last_day && days < KEEP_DAYS)
        {
          keep = TRUE;
          days++;
          last_day = day;
          last_week = week;
        }
      else if (!keep && day != last_day && week != last_week && weeks < KEEP_WEEKS)
        {
          keep = TRUE;
          weeks++;
          last_week = week;
        }
      if (!keep)
        g_unlink (backup->path);
    }
}

static gpointer
daily_thread (gpointer data)
{
  g_autofree char *path = data;
  g_autofree char *target = NULL;
  g_autoptr (sqlite3) db = rk_sql_open (path, SQLITE_OPEN_READWRITE, NULL);

  if (db != NULL)
    target = rk_backup_copy_new (db, path, NULL);
  /* Without a good copy the older ones all stay; the next opening tries again. */
  if (target != NULL)
    rotate (path);
  return NULL;
}

GThread *
rk_backup_daily (const char *path)
{
  g_autoptr (GPtrArray) backups = rk_workspace_list_backups (path);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  if (backups->len > 0 &&
      get_day (((RkBackup *) g_ptr_array_index (backups, 0))->at) >= get_day (now))
    return NULL;
  return g_thread_new ("rk-backup", daily_thread, g_strdup (path));
}

/* Told before the work of copying; placing the copy decides. */
static gboolean
is_free (const char *target, GError **error)
{
  if (!g_file_test (target, G_FILE_TEST_EXISTS))
    return TRUE;
  set_exists_error (target, error);
  return FALSE;
}

char *
rk_workspace_backup (RkStore *store, const char *target, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (RK_IS_STORE (store), NULL);
  if (target == NULL)
    return rk_backup_copy_new (store->db, store->path, error);
  path = g_canonicalize_filename (target, NULL);
  if (!is_free (path, error) || !rk_backup_copy (store->db, path, error))
    return NULL;
  return g_steal_pointer (&path);
}
