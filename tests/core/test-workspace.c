/* SPDX-License-Identifier: EUPL-1.2 */
#include "test-kinds.h"

#include "rk-workspace.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <sqlite3.h>
#include <string.h>

typedef struct
{
  char *path;
  char *folder;
  RkStore *store;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->path = test_path ();
  f->folder = g_path_get_dirname (f->path);
  f->store = test_open (f->path);
  test_set (f->store, "garden", "g1", "name", "Kruidtuin");
  test_set (f->store, "plant", "p1", "name", "Munt");
  test_set (f->store, "plant", "p1", "garden", "g1");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->store);
  g_free (f->path);
  g_free (f->folder);
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* --- check ----------------------------------------------------------------------------------- */

static void
assert_problems (const char *path, const char *words)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  rk_workspace_check (path, test_kinds, problems, &error);
  g_assert_no_error (error);
  if (words == NULL)
    {
      g_assert_cmpstr (problems->len > 0 ? problems->pdata[0] : NULL, ==, NULL);
      return;
    }
  g_assert_cmpuint (problems->len, ==, 1);
  if (strstr (problems->pdata[0], words) == NULL)
    g_error ("“%s” does not say “%s”", (char *) problems->pdata[0], words);
}

static void
test_check_finds_what_bypassed_the_journal (Fixture *f, gconstpointer data)
{
  g_autoptr (RkChange) change = rk_change_new (f->store, "Import");

  rk_change_set_bulk (change, TRUE);
  rk_change_set (change, "plant", "b1", "name", "Bulk", "height", "3", NULL);
  g_assert_true (rk_change_apply (change, NULL));
  test_set (f->store, "plant", "b1", "remark", "later");
  rk_store_undo (f->store, NULL, NULL);
  rk_store_redo (f->store, NULL, NULL);
  assert_problems (f->path, NULL);
  run_sql (f->path, "UPDATE plant SET height = 9 WHERE id = 'p1'");
  assert_problems (f->path, "“Height” of Plant “p1”");
  run_sql (f->path, "UPDATE plant SET height = NULL WHERE id = 'p1'");
  assert_problems (f->path, NULL);
  run_sql (f->path, "DELETE FROM garden");
  assert_problems (f->path, "tells of Garden “g1”, but it is not there");
  run_sql (f->path, "INSERT INTO garden (id, created_at, updated_at, name) VALUES ('g1', '', '',"
                    " 'Kruidtuin'), ('g2', '', '', 'Nieuw')");
  assert_problems (f->path, "does not know Garden “g2”");
}

static void
test_check_finds_a_wrong_index (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->store);
  run_sql (f->path, "INSERT INTO rk_search_plant (rk_search_plant, rowid, name, remark) VALUES"
                    " ('delete', 1, 'Munt', NULL)");
  assert_problems (f->path, "Searching in Plants");
}

static void
test_dangling_references_are_named (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (rk_workspace_check_references (f->path, test_kinds, warnings, NULL));
  g_assert_cmpuint (warnings->len, ==, 0);
  test_set (f->store, "plant", "p1", "garden", "g9");
  g_assert_true (rk_workspace_check_references (f->path, test_kinds, warnings, NULL));
  g_assert_cmpuint (warnings->len, ==, 1);
  g_assert_nonnull (strstr (warnings->pdata[0], "g9"));
  assert_problems (f->path, NULL);
}

/* --- backups --------------------------------------------------------------------------------- */

static void
test_opening_makes_one_backup_a_day (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  RkBackup *backup;
  GStatBuf info;

  for (guint i = 0; i < 3; i++)
    {
      g_clear_object (&f->store);
      f->store = test_open (f->path);
    }
  g_clear_object (&f->store);
  backups = rk_workspace_list_backups (f->path);
  g_assert_cmpuint (backups->len, ==, 1);
  backup = backups->pdata[0];
  g_assert_cmpint (g_stat (backup->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (backup->bytes, ==, info.st_size);
}

static void
test_rotation_keeps_days_and_weeks (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (f->folder, "backups", "test", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  RkBackup *oldest;
  RkBackup *seventh;

  g_clear_object (&f->store);
  before = rk_workspace_list_backups (f->path);
  g_unlink (((RkBackup *) before->pdata[0])->path);
  for (int days = 1; days <= 100; days++)
    for (int hour = 1; hour <= 2; hour++)
      {
        g_autoptr (GDateTime) at = g_date_time_add_days (now, -days);
        g_autofree char *day = g_date_time_format (at, "%Y%m%d");
        g_autofree char *name = g_strdup_printf ("%sT%02d0000000Z.regiekamer", day, hour);
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_file_set_contents (path, "x", 1, NULL);
      }
  f->store = test_open (f->path);
  g_clear_object (&f->store); /* waits for the backup */
  backups = rk_workspace_list_backups (f->path);
  g_assert_cmpuint (backups->len, ==, 1 + 7 + 4);
  seventh = backups->pdata[7];
  g_assert_cmpint (g_date_time_difference (now, seventh->at) / G_TIME_SPAN_DAY, <=, 7);
  g_assert_cmpint (g_date_time_get_hour (seventh->at), ==, 2);
  oldest = backups->pdata[11];
  g_assert_cmpint (g_date_time_difference (now, oldest->at) / G_TIME_SPAN_DAY, >, 21);
  g_assert_cmpint (g_date_time_difference (now, oldest->at) / G_TIME_SPAN_DAY, <, 43);
}

static void
test_damaged_file_pushes_no_backup_out (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *bytes = NULL;
  gsize size;
  g_autoptr (RkChange) change = rk_change_new (f->store, "Fill");
  g_autofree char *long_text = g_strnfill (6000, 'a');

  for (guint i = 0; i < 1000; i++) /* more than opening looks through */
    {
      g_autofree char *id = g_strdup_printf ("f%u", i);

      rk_change_set (change, "plant", id, "name", id, "remark", long_text, NULL);
    }
  rk_change_set_bulk (change, TRUE);
  g_assert_true (rk_change_apply (change, NULL));
  g_clear_pointer (&change, rk_change_free);
  g_clear_object (&f->store);
  backups = rk_workspace_list_backups (f->path);
  g_assert_cmpuint (backups->len, ==, 1);
  g_unlink (((RkBackup *) backups->pdata[0])->path);
  g_assert_true (g_file_get_contents (f->path, &bytes, &size, NULL));
  memset (bytes + size / 2, 0x5a, 40960);
  g_file_set_contents (f->path, bytes, (gssize) size, NULL);
  g_object_unref (test_open (f->path));
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = rk_workspace_list_backups (f->path);
  g_assert_cmpuint (backups->len, ==, 0);
}

#define AT_ONCE 12

typedef struct
{
  const char *path;
  int *waiting;
  char *made;
} Maker;

/* All begin in the same moment, as a backup by hand beside that of the day may. */
static gpointer
make_thread (gpointer data)
{
  Maker *maker = data;
  g_autoptr (RkStore) store = test_open (maker->path);

  g_atomic_int_add (maker->waiting, -1);
  while (g_atomic_int_get (maker->waiting) > 0)
    g_thread_yield ();
  maker->made = rk_workspace_backup (store, NULL, NULL);
  return NULL;
}

static void
test_backups_at_once_each_stay (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  GThread *threads[AT_ONCE];
  Maker makers[AT_ONCE];

  g_object_unref (test_open (f->path)); /* the one of today */
  before = rk_workspace_list_backups (f->path);
  for (guint round = 0; round < 4; round++)
    {
      int waiting = AT_ONCE;

      for (guint i = 0; i < AT_ONCE; i++)
        {
          makers[i] = (Maker){ f->path, &waiting, NULL };
          threads[i] = g_thread_new ("backup", make_thread, &makers[i]);
        }
      for (guint i = 0; i < AT_ONCE; i++)
        {
          g_thread_join (threads[i]);
          g_assert_nonnull (makers[i].made);
          g_assert_true (g_hash_table_add (made, makers[i].made));
        }
    }
  after = rk_workspace_list_backups (f->path);
  g_assert_cmpuint (after->len, ==, before->len + g_hash_table_size (made));
}

static void
test_a_copy_never_replaces_a_file (Fixture *f, gconstpointer data)
{
  g_autofree char *target = g_build_filename (f->folder, "mine.regiekamer", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (target, "mine", -1, NULL);
  g_assert_null (rk_workspace_backup (f->store, target, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
  g_assert_true (g_file_get_contents (target, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");
}

/* --- restore --------------------------------------------------------------------------------- */

static void
test_restore_keeps_the_present (Fixture *f, gconstpointer data)
{
  g_autofree char *backup = rk_workspace_backup (f->store, NULL, NULL);
  g_autofree char *former = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (backup);
  test_set (f->store, "plant", "p1", "name", "Salie");
  g_clear_object (&f->store);
  g_assert_true (rk_workspace_replace (f->path, backup, &former, &error));
  g_assert_no_error (error);
  f->store = test_open (f->path);
  test_assert_value (f->store, "plant", "p1", "name", "Munt");
  g_clear_object (&f->store);
  assert_problems (f->path, NULL);
  g_assert_true (rk_workspace_restore (f->path, former, &error));
  f->store = test_open (f->path);
  test_assert_value (f->store, "plant", "p1", "name", "Salie");
}

static void
test_restore_over_a_damaged_file_keeps_its_bytes (Fixture *f, gconstpointer data)
{
  g_autofree char *backup = rk_workspace_backup (f->store, NULL, NULL);
  g_autofree char *former = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  gsize size, kept_size;

  g_clear_object (&f->store);
  g_assert_true (g_file_get_contents (f->path, &bytes, &size, NULL));
  memset (bytes + 100, 0xff, 3000);
  g_file_set_contents (f->path, bytes, (gssize) size, NULL);
  g_file_set_contents (log, "old log", -1, NULL);
  g_assert_true (rk_workspace_replace (f->path, backup, &former, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (former, &kept, &kept_size, NULL));
  g_assert_cmpmem (kept, kept_size, bytes, size);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  f->store = test_open (f->path);
  test_assert_value (f->store, "plant", "p1", "name", "Munt");
}

static void
test_restore_refuses (Fixture *f, gconstpointer data)
{
  g_autofree char *backup = rk_workspace_backup (f->store, NULL, NULL);
  g_autofree char *other = g_build_filename (f->folder, "other.txt", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (rk_workspace_restore (f->path, backup, &error)); /* our own store is open on it */
  g_assert_error (error, RK_ERROR, RK_ERROR_BUSY);
  g_clear_error (&error);
  test_set (f->store, "plant", "p1", "name", "Salie");
  g_clear_object (&f->store);
  f->store = test_open (f->path);
  test_assert_value (f->store, "plant", "p1", "name", "Salie");
  g_clear_object (&f->store);
  g_file_set_contents (other, "not a backup", -1, NULL);
  g_assert_false (rk_workspace_restore (f->path, other, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_false (rk_workspace_restore (other, backup, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_FOREIGN);
  g_assert_true (g_file_get_contents (other, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "not a backup");
}

/* --- export ---------------------------------------------------------------------------------- */

static char *
read_export (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  return contents;
}

static void
fill_for_export (Fixture *f)
{
  g_autoptr (RkChange) change = rk_change_new (f->store, "Tricky");

  rk_change_set (change, "plant", "p2", "name", "=1+1", "remark", "a \"b\",\nc; é \\ \t", "price",
                 "12.50", "height", "3", "evergreen", "true", "uses", "herb tree", NULL);
  rk_change_set_extra (change, "plant", "p2", "{\"x\": [1.50]}");
  g_assert_true (rk_change_apply (change, NULL));
  rk_store_set_draft (f->store, "s", "k", "half", NULL);
  run_sql (f->path, "CREATE TABLE later (number INTEGER PRIMARY KEY, id, created_at, updated_at,"
                    " extra, what); INSERT INTO later VALUES (1, 'l1', 't', 't', NULL, 'new')");
}

static void
test_export_holds_everything (Fixture *f, gconstpointer data)
{
  g_autofree char *target = g_build_filename (f->folder, "out", NULL);
  g_autofree char *csv = NULL;
  g_autofree char *json = NULL;
  g_autofree char *later = NULL;
  g_autofree char *readme = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *drafts = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *record;

  fill_for_export (f);
  rk_workspace_export (f->store, target, &error);
  g_assert_no_error (error);
  csv = read_export (target, "plant.csv");
  g_assert_nonnull (strstr (csv, "number,id,created_at,updated_at,extra,name,remark,height"));
  g_assert_nonnull (
      strstr (csv, ",\"{\"\"x\"\": [1.50]}\",=1+1,\"a \"\"b\"\",\nc; é \\ \t\",3,12.50"));
  json = read_export (target, "plant.json");
  root = json_from_string (json, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (root)), ==, 2);
  record = json_array_get_object_element (json_node_get_array (root), 1);
  g_assert_cmpstr (json_object_get_string_member (record, "remark"), ==, "a \"b\",\nc; é \\ \t");
  g_assert_cmpint (json_object_get_int_member (record, "height"), ==, 3);
  g_assert_true (json_object_get_boolean_member (record, "evergreen"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (record, "uses")), ==, 2);
  g_assert_true (json_object_has_member (json_object_get_object_member (record, "extra"), "x"));
  g_assert_false (json_object_has_member (record, "garden"));
  later = read_export (target, "later.csv");
  g_assert_nonnull (strstr (later, "1,l1,t,t,,new\r\n"));
  journal = read_export (target, "journal.jsonl");
  g_assert_nonnull (strstr (journal, "\"value\": \"Kruidtuin\"}\n"));
  drafts = read_export (target, "drafts.csv");
  g_assert_nonnull (strstr (drafts, ",half\r\n"));
  readme = read_export (target, "README.txt");
  g_assert_nonnull (strstr (readme, "Er is niets weggelaten"));
  g_assert_nonnull (strstr (readme, "Nothing is left out"));
  g_assert_false (rk_workspace_export (f->store, target, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
}

static void
test_export_as_zip (Fixture *f, gconstpointer data)
{
  g_autofree char *target = g_build_filename (f->folder, "out.zip", NULL);
  g_autofree char *folder = g_build_filename (f->folder, "out", NULL);
  g_autoptr (GError) error = NULL;
  struct archive *zip = archive_read_new ();
  struct archive_entry *entry;
  guint n = 0;

  fill_for_export (f);
  rk_workspace_export (f->store, target, &error);
  g_assert_no_error (error);
  rk_workspace_export (f->store, target, &error); /* a zip is replaced whole */
  g_assert_no_error (error);
  g_assert_true (rk_workspace_export (f->store, folder, NULL));
  archive_read_support_format_zip (zip);
  g_assert_cmpint (archive_read_open_filename (zip, target, 65536), ==, ARCHIVE_OK);
  while (archive_read_next_header (zip, &entry) == ARCHIVE_OK)
    {
      g_autofree char *expected = read_export (folder, archive_entry_pathname (entry));
      char bytes[65536] = "";
      la_ssize_t length = archive_read_data (zip, bytes, sizeof bytes - 1);

      g_assert_cmpint (length, >=, 0);
      g_assert_cmpstr (bytes, ==, expected);
      n++;
    }
  g_assert_cmpuint (n, ==, 3 * 2 + 5 + 1);
  archive_read_free (zip);
}

static void
test_export_of_no_place_leaves_nothing (Fixture *f, gconstpointer data)
{
  g_autofree char *taken = g_build_filename (f->path, "out.zip", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (rk_workspace_export (f->store, taken, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_FAILED);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/workspace/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("check-finds-what-bypassed-the-journal", test_check_finds_what_bypassed_the_journal);
  ADD ("check-finds-a-wrong-index", test_check_finds_a_wrong_index);
  ADD ("dangling-references-are-named", test_dangling_references_are_named);
  ADD ("opening-makes-one-backup-a-day", test_opening_makes_one_backup_a_day);
  ADD ("rotation-keeps-days-and-weeks", test_rotation_keeps_days_and_weeks);
  ADD ("damaged-file-pushes-no-backup-out", test_damaged_file_pushes_no_backup_out);
  ADD ("backups-at-once-each-stay", test_backups_at_once_each_stay);
  ADD ("a-copy-never-replaces-a-file", test_a_copy_never_replaces_a_file);
  ADD ("restore-keeps-the-present", test_restore_keeps_the_present);
  ADD ("restore-over-a-damaged-file", test_restore_over_a_damaged_file_keeps_its_bytes);
  ADD ("restore-refuses", test_restore_refuses);
  ADD ("export-holds-everything", test_export_holds_everything);
  ADD ("export-as-zip", test_export_as_zip);
  ADD ("export-of-no-place-leaves-nothing", test_export_of_no_place_leaves_nothing);
  return g_test_run ();
}
