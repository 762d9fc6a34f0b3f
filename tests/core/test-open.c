/* SPDX-License-Identifier: EUPL-1.2 */
/* Whatever is wrong with a file, it has its own sentence and the file stays as it was. */
#include "test-kinds.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

typedef struct
{
  char *path;
  char *folder;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->path = test_path ();
  f->folder = g_path_get_dirname (f->path);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_free (f->path);
  g_free (f->folder);
}

/* A workspace with some records, closed. */
static void
make_workspace (Fixture *f)
{
  g_autoptr (RkStore) store = test_open (f->path);
  g_autoptr (RkChange) change = rk_change_new (store, "Fill");

  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      rk_change_set (change, "plant", id, "name", id, "remark", "Some words to fill the pages",
                     NULL);
    }
  g_assert_true (rk_change_apply (change, NULL));
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Every file of the folder with its checksum: (transfer full). */
static char *
describe_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      g_autofree char *sum = NULL;
      gsize length = 0;

      /* The index of the log holds only locks and hints, and is made anew by whoever comes. */
      if (g_str_has_suffix (name, "-shm"))
        continue;
      if (g_file_get_contents (path, &contents, &length, NULL))
        sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) contents, length);
      g_ptr_array_add (lines, g_strdup_printf ("%s %s\n", name, sum));
    }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append (text, lines->pdata[i]);
  return g_string_free (text, FALSE);
}

static void
assert_refused (Fixture *f, RkStoreFlags flags, RkError code, const char *words)
{
  g_autofree char *before = describe_folder (f->folder);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RkStore) store = rk_store_open (f->path, test_kinds, flags, &error);

  g_assert_null (store);
  g_assert_error (error, RK_ERROR, (gint) code);
  g_assert_nonnull (strstr (error->message, words));
  after = describe_folder (f->folder);
  g_assert_cmpstr (after, ==, before);
}

static void
assert_refused_always (Fixture *f, RkError code, const char *words)
{
  assert_refused (f, RK_STORE_OPEN_EXISTING, code, words);
  assert_refused (f, RK_STORE_CREATE, code, words);
  assert_refused (f, RK_STORE_READ_ONLY, code, words);
}

static void
test_missing (Fixture *f, gconstpointer data)
{
  assert_refused (f, RK_STORE_OPEN_EXISTING, RK_ERROR_NOT_FOUND, "test.regiekamer");
  assert_refused (f, RK_STORE_READ_ONLY, RK_ERROR_NOT_FOUND, "test.regiekamer");
}

static void
test_foreign (Fixture *f, gconstpointer data)
{
  static const char words[] = "not a Regiekamer workspace";
  g_autofree char *noise = g_strnfill (5000, 'x');

  g_file_set_contents (f->path, noise, -1, NULL);
  assert_refused_always (f, RK_ERROR_FOREIGN, words);
  g_file_set_contents (f->path, "short", -1, NULL);
  assert_refused_always (f, RK_ERROR_FOREIGN, words);
  g_unlink (f->path);
  run_sql (f->path, "CREATE TABLE mine (x); INSERT INTO mine VALUES (1)");
  assert_refused_always (f, RK_ERROR_FOREIGN, words);
  run_sql (f->path, "PRAGMA application_id = 42; PRAGMA journal_mode = WAL");
  assert_refused_always (f, RK_ERROR_FOREIGN, words);
  g_unlink (f->path);
  g_assert_cmpint (g_mkdir (f->path, 0700), ==, 0);
  assert_refused_always (f, RK_ERROR_FOREIGN, words);
}

static void
test_empty_file_is_not_ours_but_may_become_it (Fixture *f, gconstpointer data)
{
  g_autoptr (RkStore) store = NULL;

  g_file_set_contents (f->path, "", 0, NULL);
  assert_refused (f, RK_STORE_OPEN_EXISTING, RK_ERROR_FOREIGN, "not a Regiekamer workspace");
  store = test_open (f->path);
  test_set (store, "garden", "g1", "name", "A");
}

static void
test_newer (Fixture *f, gconstpointer data)
{
  make_workspace (f);
  run_sql (f->path, "PRAGMA user_version = 1000");
  assert_refused_always (f, RK_ERROR_NEWER, "Update Regiekamer");
}

/* Leaves the file as a killed process does: what @sql writes is only in the log. */
static void
leave_log (Fixture *f, const char *sql)
{
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autofree char *file_bytes = NULL;
  g_autofree char *log_bytes = NULL;
  gsize file_length, log_length;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, NULL);
  g_assert_true (g_file_get_contents (f->path, &file_bytes, &file_length, NULL));
  g_assert_true (g_file_get_contents (log, &log_bytes, &log_length, NULL));
  sqlite3_close (db);
  g_file_set_contents (f->path, file_bytes, (gssize) file_length, NULL);
  g_file_set_contents (log, log_bytes, (gssize) log_length, NULL);
}

/* What a newer version wrote just before it was killed is only in the log. */
static void
test_newer_in_the_log (Fixture *f, gconstpointer data)
{
  make_workspace (f);
  leave_log (f, "PRAGMA user_version = 1000");
  assert_refused_always (f, RK_ERROR_NEWER, "Update Regiekamer");
}

/* Without a backup there is no migration, and the log stays where it is. */
static void
test_no_migration_without_backup (Fixture *f, gconstpointer data)
{
  static const RkKind *const fewer[] = { &garden, NULL };
  g_autofree char *backups = g_build_filename (f->folder, "backups", NULL);
  g_autofree char *moved = g_build_filename (f->folder, "moved", NULL);

  g_object_unref (rk_store_open (f->path, fewer, RK_STORE_CREATE, NULL));
  leave_log (f, "INSERT INTO rk_state VALUES ('a', 'b')");
  g_assert_cmpint (g_rename (backups, moved), ==, 0);
  g_file_set_contents (backups, "in the way", -1, NULL);
  assert_refused (f, RK_STORE_OPEN_EXISTING, RK_ERROR_FAILED, "Nothing was changed");
}

static void
damage (Fixture *f, gsize from, gsize length, int byte)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (f->path, &bytes, &size, NULL));
  g_assert_cmpuint (from + length, <=, size);
  memset (bytes + from, byte, length);
  g_file_set_contents (f->path, bytes, (gssize) size, NULL);
}

static void
test_damaged (Fixture *f, gconstpointer data)
{
  g_autofree char *whole = NULL;
  gsize size;

  make_workspace (f);
  g_assert_true (g_file_get_contents (f->path, &whole, &size, NULL));
  g_file_set_contents (f->path, whole, (gssize) size / 2, NULL);
  assert_refused_always (f, RK_ERROR_DAMAGED, "damaged");
  g_file_set_contents (f->path, whole, 100, NULL);
  assert_refused_always (f, RK_ERROR_DAMAGED, "damaged");
  g_file_set_contents (f->path, whole, (gssize) size, NULL);
  damage (f, 100, 4000, 0xff); /* the schema */
  assert_refused_always (f, RK_ERROR_DAMAGED, "damaged");
  g_file_set_contents (f->path, whole, (gssize) size, NULL);
  damage (f, size / 2, 8192, 0x5a); /* somewhere in the records */
  assert_refused_always (f, RK_ERROR_DAMAGED, "damaged");
  g_file_set_contents (f->path, whole, (gssize) size, NULL);
  damage (f, 16, 2, 0x03); /* no page has that size */
  assert_refused_always (f, RK_ERROR_DAMAGED, "damaged");
}

static void
test_damaged_names_the_last_backup (Fixture *f, gconstpointer data)
{
  make_workspace (f); /* closing waits for the first daily backup */
  damage (f, 100, 4000, 0xff);
  assert_refused (f, RK_STORE_OPEN_EXISTING, RK_ERROR_DAMAGED, "The last good backup is from");
}

static void
test_without_our_tables (Fixture *f, gconstpointer data)
{
  make_workspace (f);
  run_sql (f->path, "DROP TABLE rk_entry");
  assert_refused_always (f, RK_ERROR_DAMAGED, "damaged");
}

static void
test_read_only_file (Fixture *f, gconstpointer data)
{
  g_autoptr (RkStore) store = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  make_workspace (f);
  g_chmod (f->path, 0400);
  assert_refused (f, RK_STORE_OPEN_EXISTING, RK_ERROR_READ_ONLY, "Save a copy");
  before = describe_folder (f->folder);
  store = rk_store_open (f->path, test_kinds, RK_STORE_READ_ONLY, NULL);
  g_assert_nonnull (store);
  test_assert_value (store, "plant", "p7", "name", "p7");
  g_clear_object (&store);
  after = describe_folder (f->folder);
  g_assert_cmpstr (after, ==, before);
}

static void
test_read_only_store_writes_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (RkStore) store = NULL;
  g_autoptr (RkChange) change = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  make_workspace (f);
  before = describe_folder (f->folder);
  store = rk_store_open (f->path, test_kinds, RK_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (rk_store_is_read_only (store));
  change = rk_change_new (store, "No");
  rk_change_set (change, "garden", "g1", "name", "A", NULL);
  g_assert_false (rk_change_apply (change, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (rk_store_set_draft (store, "a", "b", "c", &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (rk_store_undo (store, NULL, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_READ_ONLY);
  g_clear_pointer (&change, rk_change_free);
  g_clear_object (&store);
  after = describe_folder (f->folder);
  g_assert_cmpstr (after, ==, before);
}

/* A store that only looks sees what an open writer has committed. */
static void
test_read_only_sees_the_log (Fixture *f, gconstpointer data)
{
  g_autoptr (RkStore) writer = test_open (f->path);
  g_autoptr (RkStore) reader = NULL;

  test_set (writer, "garden", "g1", "name", "A");
  reader = rk_store_open (f->path, test_kinds, RK_STORE_READ_ONLY, NULL);
  g_assert_nonnull (reader);
  test_assert_value (reader, "garden", "g1", "name", "A");
  test_set (writer, "garden", "g1", "name", "B");
  test_assert_value (reader, "garden", "g1", "name", "B");
}

static void
test_busy (Fixture *f, gconstpointer data)
{
  sqlite3 *db;

  make_workspace (f);
  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", NULL, NULL,
                                 NULL),
                   ==, SQLITE_OK);
  assert_refused (f, RK_STORE_OPEN_EXISTING, RK_ERROR_BUSY, "test.regiekamer");
  sqlite3_close (db);
  g_object_unref (test_open (f->path));
}

static void
test_new_folder_is_private (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (f->folder, "a", "b", NULL);
  g_autofree char *path = g_build_filename (folder, "x.regiekamer", NULL);
  g_autoptr (RkStore) store = test_open (path);
  g_autofree char *names = NULL;
  GStatBuf info;

  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_clear_object (&store);
  names = describe_folder (folder);
  g_assert_true (g_str_has_prefix (names, "backups "));
  g_assert_null (strstr (names, "x.regiekamer."));
}

#define ADD(name, function) g_test_add ("/open/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("missing", test_missing);
  ADD ("foreign", test_foreign);
  ADD ("empty-file", test_empty_file_is_not_ours_but_may_become_it);
  ADD ("newer", test_newer);
  ADD ("newer-in-the-log", test_newer_in_the_log);
  ADD ("no-migration-without-backup", test_no_migration_without_backup);
  ADD ("damaged", test_damaged);
  ADD ("damaged-names-the-last-backup", test_damaged_names_the_last_backup);
  ADD ("without-our-tables", test_without_our_tables);
  ADD ("read-only-file", test_read_only_file);
  ADD ("read-only-store-writes-nothing", test_read_only_store_writes_nothing);
  ADD ("read-only-sees-the-log", test_read_only_sees_the_log);
  ADD ("busy", test_busy);
  ADD ("new-folder-is-private", test_new_folder_is_private);
  return g_test_run ();
}
