/* SPDX-License-Identifier: EUPL-1.2 */
/* A workspace of every released version opens, keeps what it holds, and leaves a backup of how it
 * was. A release that raises the version adds fixtures/workspace-VERSION.sql. */
#include "test-kinds.h"

#include "rk-history.h"
#include "rk-search.h"
#include "rk-workspace.h"

#include <sqlite3.h>
#include <string.h>

#define LINDEN "019a0000-0000-7000-8000-000000000001"
#define ROSE "019a0000-0000-7000-8000-000000000002"

static void
make_fixture (const char *path, const char *script)
{
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  g_file_get_contents (script, &sql, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
assert_contents (RkStore *store)
{
  g_autoptr (RkRecord) rose = rk_store_get (store, "plant", ROSE, NULL);
  g_autoptr (GHashTable) drafts = rk_store_get_drafts (store, "r1", NULL);
  g_autoptr (GPtrArray) history = rk_history_list (store, "plant", ROSE, NULL);
  g_autofree char *state = rk_store_get_state (store, "section");

  g_assert_cmpint (rk_store_count (store, "plant", NULL, NULL, NULL), ==, 2);
  test_assert_value (store, "plant", LINDEN, "price", "120.50");
  test_assert_value (store, "plant", LINDEN, "remark", NULL);
  g_assert_cmpstr (rk_record_get_title (rose), ==, "Crème roos");
  g_assert_cmpstr (rk_record_get_extra (rose), ==, "{\"soil\":\"clay\"}");
  g_assert_cmpstr (g_hash_table_lookup (drafts, "q1"), ==, "half a wo");
  g_assert_cmpstr (state, ==, "3");
  g_assert_cmpuint (history->len, ==, 2);
}

static void
assert_clean (const char *path)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  rk_workspace_check (path, test_kinds, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (problems->len > 0 ? problems->pdata[0] : NULL, ==, NULL);
}

static char *
checksum (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) bytes, length);
}

static gint64
count_columns (const char *path)
{
  sqlite3 *db;
  sqlite3_stmt *stmt;
  gint64 n;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "SELECT count (*) FROM pragma_table_info ('plant')", -1, &stmt, NULL);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  n = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return n;
}

static void
test_looking_changes_nothing (gconstpointer script)
{
  g_autofree char *path = test_path ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (RkStore) store = NULL;
  g_autoptr (GError) error = NULL;

  make_fixture (path, script);
  before = checksum (path);
  store = rk_store_open (path, test_kinds, RK_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  assert_contents (store);
  g_clear_object (&store);
  after = checksum (path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_opening_migrates_after_a_backup (gconstpointer script)
{
  g_autofree char *path = test_path ();
  g_autoptr (RkStore) store = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *label = NULL;
  gint64 columns;

  make_fixture (path, script);
  columns = count_columns (path);
  store = test_open (path);
  assert_contents (store);
  test_set (store, "plant", ROSE, "remark", "Klimt tegen de gevel");
  hits = rk_search (store, "gevel", NULL, 5, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_true (rk_store_undo (store, NULL, NULL));
  g_assert_true (rk_store_undo (store, &label, NULL));
  g_assert_cmpstr (label, ==, "Rename the rose");
  test_assert_value (store, "plant", ROSE, "name", "Roos");
  g_clear_object (&store);
  assert_clean (path);
  backups = rk_workspace_list_backups (path);
  g_assert_cmpuint (backups->len, ==, 1); /* it also counts as the one of today */
  g_assert_cmpint (count_columns (((RkBackup *) backups->pdata[0])->path), ==, columns);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GPtrArray) scripts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "core", "fixtures", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    if (g_str_has_prefix (name, "workspace-") && g_str_has_suffix (name, ".sql"))
      g_ptr_array_add (scripts, g_build_filename (folder, name, NULL));
  g_assert_cmpuint (scripts->len, >, 0);
  g_ptr_array_sort (scripts, compare_names);
  for (guint i = 0; i < scripts->len; i++)
    {
      g_autofree char *name = g_path_get_basename (scripts->pdata[i]);
      g_autofree char *look = g_strdup_printf ("/migrate/%s/looking-changes-nothing", name);
      g_autofree char *open = g_strdup_printf ("/migrate/%s/opening-makes-a-backup", name);

      g_test_add_data_func (look, scripts->pdata[i], test_looking_changes_nothing);
      g_test_add_data_func (open, scripts->pdata[i], test_opening_migrates_after_a_backup);
    }
  return g_test_run ();
}
