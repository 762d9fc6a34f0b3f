/* SPDX-License-Identifier: EUPL-1.2 */
/* Files in the workspace: nothing is lost, doubled or believed that was not checked. */
#include "rk-blob.h"
#include "rk-change.h"
#include "rk-workspace.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define FOOBAR "c3ab8ff13720e8ad9047dd39466b3c8974e592c2fa383d4a3960714caef0c4f2"
#define MIB (1024 * 1024)

static const RkField scan_fields[] = {
  { "name", "Name", RK_FIELD_TEXT, RK_FIELD_REQUIRED },
  { "hash", "Checksum", RK_FIELD_TEXT, RK_FIELD_BLOB },
  { NULL },
};
static const RkKind scan = { "scan", "scan", "scans", "name", scan_fields };
static const RkKind *const kinds[] = { &scan, NULL };

typedef struct
{
  char *folder;
  char *path;
  RkStore *store;
} Fixture;

static RkStore *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  RkStore *store = rk_store_open (path, kinds, RK_STORE_CREATE, &error);

  g_assert_no_error (error);
  return store;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_build_filename (g_get_user_data_dir (), "XXXXXX", NULL);
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_nonnull (g_mkdtemp (f->folder));
  f->path = g_build_filename (f->folder, "test.regiekamer", NULL);
  f->store = open_store (f->path);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->store);
  g_free (f->path);
  g_free (f->folder);
}

/* --- helpers ---------------------------------------------------------------------------------- */

static char *
put_text (RkStore *store, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  char *hash = rk_blob_put (store, bytes, &error);

  g_assert_no_error (error);
  return hash;
}

/* A file of @size bytes that are not all alike: its path. */
static char *
make_file (Fixture *f, const char *name, gsize size)
{
  char *path = g_build_filename (f->folder, name, NULL);
  g_autofree char *content = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    content[i] = (char) (i * 31 >> 7);
  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));
  return path;
}

static char *
checksum_of (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) content, length);
}

static gint64
run_sql (const char *path, const char *sql)
{
  sqlite3 *db;
  sqlite3_stmt *stmt;
  gint64 number = 0;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  if (sqlite3_step (stmt) == SQLITE_ROW)
    number = sqlite3_column_int64 (stmt, 0);
  g_assert_cmpint (sqlite3_finalize (stmt), ==, SQLITE_OK);
  sqlite3_close (db);
  return number;
}

static void
assert_problems (const char *path, const char *words)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  rk_workspace_check (path, kinds, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, words != NULL ? 1 : 0);
  if (words != NULL && strstr (problems->pdata[0], words) == NULL)
    g_error ("“%s” does not say “%s”", (char *) problems->pdata[0], words);
}

static void
name_blob (RkStore *store, const char *id, const char *hash)
{
  g_autoptr (RkChange) change = rk_change_new (store, "Scan");
  g_autoptr (GError) error = NULL;

  rk_change_set (change, "scan", id, "name", "brief.pdf", "hash", hash, NULL);
  rk_change_apply (change, &error);
  g_assert_no_error (error);
}

/* --- in and out ------------------------------------------------------------------------------- */

static void
test_bytes_come_back_by_their_hash (Fixture *f, gconstpointer data)
{
  g_autofree char *hash = put_text (f->store, "foobar");
  g_autofree char *again = put_text (f->store, "foobar");
  g_autofree char *empty = put_text (f->store, "");
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GBytes) nothing = NULL;

  g_assert_cmpstr (hash, ==, FOOBAR);
  g_assert_cmpstr (again, ==, FOOBAR);
  g_clear_object (&f->store);
  g_assert_cmpint (run_sql (f->path, "SELECT count (*) FROM rk_blob"), ==, 2);
  f->store = open_store (f->path);
  back = rk_blob_get (f->store, hash, NULL);
  nothing = rk_blob_get (f->store, empty, NULL);
  g_assert_cmpmem (g_bytes_get_data (back, NULL), g_bytes_get_size (back), "foobar", 6);
  g_assert_cmpuint (g_bytes_get_size (nothing), ==, 0);
  g_assert_true (rk_blob_exists (f->store, hash));
}

static void
test_large_files_stream_in_and_out (Fixture *f, gconstpointer data)
{
  g_autofree char *path = make_file (f, "in.bin", 5 * MIB + 3);
  g_autofree char *out = g_build_filename (f->folder, "uit.bin", NULL);
  g_autofree char *expected = checksum_of (path);
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = rk_blob_put_file (f->store, path, 0, &error);
  GStatBuf info;

  g_assert_no_error (error);
  g_assert_cmpstr (hash, ==, expected);
  g_assert_true (g_file_set_contents (out, "old", -1, NULL));
  g_assert_true (rk_blob_export (f->store, hash, out, &error));
  g_assert_no_error (error);
  copy = checksum_of (out);
  g_assert_cmpstr (copy, ==, expected);
  g_assert_cmpint (g_stat (out, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_what_cannot_be_kept_is_said (Fixture *f, gconstpointer data)
{
  g_autofree char *path = make_file (f, "groot.bin", 2 * MIB);
  g_autofree char *none = g_build_filename (f->folder, "weg.bin", NULL);
  g_autofree char *out = g_build_filename (f->folder, "geen", "map", NULL);
  g_autofree char *hash = put_text (f->store, "foobar");
  g_autoptr (GError) large = NULL, missing = NULL, folder = NULL, unknown = NULL, place = NULL;

  g_assert_null (rk_blob_put_file (f->store, path, MIB, &large));
  g_assert_error (large, RK_ERROR, RK_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (large->message, "“groot.bin” is larger than 1 MB"));
  g_assert_null (rk_blob_put_file (f->store, none, 0, &missing));
  g_assert_error (missing, RK_ERROR, RK_ERROR_NOT_FOUND);
  g_assert_null (rk_blob_put_file (f->store, f->folder, 0, &folder));
  g_assert_error (folder, RK_ERROR, RK_ERROR_INVALID);
  g_assert_null (rk_blob_get (f->store, "abc", &unknown));
  g_assert_error (unknown, RK_ERROR, RK_ERROR_NOT_FOUND);
  g_assert_false (rk_blob_exists (f->store, "abc"));
  g_assert_false (rk_blob_export (f->store, hash, out, &place));
  g_assert_error (place, RK_ERROR, RK_ERROR_FAILED);
}

static void
test_over_a_hundred_mebibytes_is_refused (Fixture *f, gconstpointer data)
{
  g_autofree char *path = make_file (f, "film.mp4", 1);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (truncate (path, RK_BLOB_MAX + 1), ==, 0);
  g_assert_null (rk_blob_put_file (f->store, path, G_MAXOFFSET, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "larger than 100 MB"));
}

static void
test_a_read_only_workspace_takes_nothing (Fixture *f, gconstpointer data)
{
  g_autofree char *hash = put_text (f->store, "foobar");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&f->store);
  f->store = rk_store_open (f->path, kinds, RK_STORE_READ_ONLY, NULL);
  back = rk_blob_get (f->store, hash, NULL);
  g_assert_nonnull (back);
  g_assert_null (rk_blob_put (f->store, bytes, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_READ_ONLY);
}

/* --- check, export, undo ---------------------------------------------------------------------- */

static void
test_check_finds_what_is_not_what_it_was (Fixture *f, gconstpointer data)
{
  g_autofree char *hash = put_text (f->store, "foobar");

  name_blob (f->store, "s1", hash);
  assert_problems (f->path, NULL);
  run_sql (f->path, "UPDATE rk_blob SET content = CAST ('foobaz' AS BLOB)");
  assert_problems (f->path, FOOBAR);
  run_sql (f->path, "DELETE FROM rk_blob");
  assert_problems (f->path, "scan “brief.pdf” (s1) is not there");
}

static void
test_undo_and_redo_keep_the_content (Fixture *f, gconstpointer data)
{
  g_autofree char *hash = put_text (f->store, "foobar");

  name_blob (f->store, "s1", hash);
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  assert_problems (f->path, NULL);
  g_assert_true (rk_blob_exists (f->store, hash));
  g_assert_true (rk_store_redo (f->store, NULL, NULL));
  assert_problems (f->path, NULL);
}

static void
test_export_writes_every_file (Fixture *f, gconstpointer data)
{
  g_autofree char *hash = put_text (f->store, "foobar");
  g_autofree char *folder = g_build_filename (f->folder, "alles", NULL);
  g_autofree char *zip = g_build_filename (f->folder, "alles.zip", NULL);
  g_autofree char *path = g_build_filename (folder, "files", hash, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (rk_workspace_export (f->store, folder, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "foobar");
  g_assert_true (rk_workspace_export (f->store, zip, &error));
  g_assert_no_error (error);
}

static void
test_a_backup_holds_the_files (Fixture *f, gconstpointer data)
{
  g_autofree char *hash = put_text (f->store, "foobar");
  g_autofree char *target = g_build_filename (f->folder, "copy.regiekamer", NULL);
  g_autofree char *backup = rk_workspace_backup (f->store, target, NULL);
  g_autoptr (RkStore) copy = rk_store_open (backup, kinds, RK_STORE_READ_ONLY, NULL);

  g_assert_true (rk_blob_exists (copy, hash));
}

/* --- full disk, sudden end -------------------------------------------------------------------- */

static void
wait_for (pid_t child, int signal)
{
  int status;

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (signal != 0)
    g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == signal);
  else
    g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

/* In a child, with as little room as @bytes for any file. */
static void
put_without_room (Fixture *f, const char *path, rlim_t bytes)
{
  struct rlimit limit = { bytes, bytes };
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;
  RkStore *store = open_store (f->path);

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  hash = rk_blob_put_file (store, path, 0, &error);
  g_assert_null (hash);
  g_assert_error (error, RK_ERROR, RK_ERROR_FULL);
  /* It still works for what fits. */
  g_clear_error (&error);
  hash = put_text (store, "foobar");
  _exit (g_strcmp0 (hash, FOOBAR));
}

static void
test_a_full_disk_takes_nothing_and_breaks_nothing (Fixture *f, gconstpointer data)
{
  g_autofree char *path = make_file (f, "groot.bin", 12 * MIB);
  g_autofree char *expected = checksum_of (path);
  g_autofree char *hash = NULL;
  pid_t child;

  g_clear_object (&f->store);
  child = fork ();
  if (child == 0)
    put_without_room (f, path, 4 * MIB);
  wait_for (child, 0);
  assert_problems (f->path, NULL);
  f->store = open_store (f->path);
  g_assert_true (rk_blob_exists (f->store, FOOBAR));
  g_assert_false (rk_blob_exists (f->store, expected));
  hash = rk_blob_put_file (f->store, path, 0, NULL);
  g_assert_cmpstr (hash, ==, expected);
}

/* Keeps a file after a file, and says on a pipe which are kept. */
static void
put_many (Fixture *f, int out)
{
  RkStore *store = open_store (f->path);
  g_autofree char *content = g_malloc0 (MIB);

  for (guint i = 0;; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *hash = NULL;

      memcpy (content, &i, sizeof i);
      bytes = g_bytes_new (content, MIB);
      hash = rk_blob_put (store, bytes, NULL);
      if (hash == NULL || write (out, hash, 64) != 64)
        _exit (1);
    }
}

static void
test_a_sudden_end_loses_nothing_that_was_kept (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->store);
  for (guint round = 0; round < 5; round++)
    {
      char hash[65] = "";
      int ends[2];
      pid_t child;
      guint n = 0;

      g_assert_cmpint (pipe (ends), ==, 0);
      child = fork ();
      if (child == 0)
        put_many (f, ends[1]);
      close (ends[1]);
      g_assert_cmpint (read (ends[0], hash, 64), ==, 64);
      g_usleep (20000 + 9000 * round);
      kill (child, SIGKILL);
      wait_for (child, SIGKILL);
      f->store = open_store (f->path);
      do
        {
          g_assert_true (rk_blob_exists (f->store, hash));
          n++;
        }
      while (read (ends[0], hash, 64) == 64);
      close (ends[0]);
      g_clear_object (&f->store);
      assert_problems (f->path, NULL);
      g_assert_cmpuint (n, >, 0);
    }
}

#define ADD(path, test) g_test_add ("/blob/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("bytes-come-back-by-their-hash", test_bytes_come_back_by_their_hash);
  ADD ("large-files-stream-in-and-out", test_large_files_stream_in_and_out);
  ADD ("what-cannot-be-kept-is-said", test_what_cannot_be_kept_is_said);
  ADD ("over-a-hundred-mebibytes-is-refused", test_over_a_hundred_mebibytes_is_refused);
  ADD ("a-read-only-workspace-takes-nothing", test_a_read_only_workspace_takes_nothing);
  ADD ("check-finds-what-is-not-what-it-was", test_check_finds_what_is_not_what_it_was);
  ADD ("undo-and-redo-keep-the-content", test_undo_and_redo_keep_the_content);
  ADD ("export-writes-every-file", test_export_writes_every_file);
  ADD ("a-backup-holds-the-files", test_a_backup_holds_the_files);
  ADD ("a-full-disk-takes-nothing-and-breaks-nothing",
       test_a_full_disk_takes_nothing_and_breaks_nothing);
  ADD ("a-sudden-end-loses-nothing-that-was-kept", test_a_sudden_end_loses_nothing_that_was_kept);
  return g_test_run ();
}
