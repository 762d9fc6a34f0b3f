/* SPDX-License-Identifier: EUPL-1.2 */
#include "test-kinds.h"

#include "rk-store-private.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

typedef struct
{
  char *path;
  RkStore *store;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->path = test_path ();
  f->store = test_open (f->path);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->store);
  g_free (f->path);
}

static void
reopen (Fixture *f)
{
  g_assert_finalize_object (f->store);
  f->store = test_open (f->path);
}

static void
test_values_survive_reopening (Fixture *f, gconstpointer data)
{
  g_autoptr (RkChange) change = rk_change_new (f->store, "Plant a tree");
  g_autoptr (RkRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  rk_change_set (change, "plant", "p1", "name", "Eik", "height", "2400", "price", "12.50",
                 "planted_on", "2024-02-29", "watered_at", "2026-07-31T08:12:00.5Z", "evergreen",
                 "false", "growth", "tree", "garden", "g1", "uses", "herb tree", NULL);
  rk_change_apply (change, &error);
  g_assert_no_error (error);
  g_clear_pointer (&change, rk_change_free);
  reopen (f);
  record = rk_store_get (f->store, "plant", "p1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rk_record_get_title (record), ==, "Eik");
  g_assert_cmpstr (rk_record_get (record, "price"), ==, "12.50");
  g_assert_cmpint (rk_record_get_int (record, "height", 0), ==, 2400);
  g_assert_cmpstr (rk_record_get (record, "watered_at"), ==, "2026-07-31T08:12:00.5Z");
  g_assert_cmpstr (rk_record_get (record, "uses"), ==, "herb tree");
  g_assert_null (rk_record_get (record, "remark"));
  g_assert_null (rk_store_get (f->store, "plant", "p2", &error));
  g_assert_no_error (error);
}

static void
test_empty_text_is_no_value (Fixture *f, gconstpointer data)
{
  test_set (f->store, "garden", "g1", "name", "Kruidtuin");
  test_set (f->store, "garden", "g1", "order", "");
  test_assert_value (f->store, "garden", "g1", "order", NULL);
}

static void
test_lists_filter_and_sort (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  test_set (f->store, "garden", "g1", "name", "B");
  test_set (f->store, "garden", "g2", "name", "A");
  test_set (f->store, "garden", "g3", "name", "A'; DROP TABLE garden; --");
  test_set (f->store, "garden", "g1", "order", "10");
  test_set (f->store, "garden", "g2", "order", "9");
  records =
      rk_store_list (f->store, "garden", "\"order\" >= ?1", "\"order\" DESC", &error, "9", NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 2);
  g_assert_cmpstr (rk_record_get_id (records->pdata[0]), ==, "g1");
  g_assert_cmpint (rk_store_count (f->store, "garden", "name = ?1", &error,
                                   "A'; DROP TABLE garden; --", NULL),
                   ==, 1);
  g_assert_cmpint (rk_store_count (f->store, "garden", NULL, &error, NULL), ==, 3);
  g_assert_no_error (error);
}

static void
test_wrong_value_writes_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (RkChange) change = rk_change_new (f->store, "Wrong");
  g_autoptr (GError) error = NULL;

  rk_change_set (change, "garden", "g1", "name", "Moestuin", NULL);
  rk_change_set (change, "plant", "p1", "name", "Den", "height", "hoog", NULL);
  g_assert_false (rk_change_apply (change, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Height"));
  test_assert_value (f->store, "garden", "g1", "name", NULL);
  g_assert_null (rk_store_peek_undo (f->store));
}

static void
test_required_field_is_named (Fixture *f, gconstpointer data)
{
  g_autoptr (RkChange) change = rk_change_new (f->store, "Empty");
  g_autoptr (GError) error = NULL;

  rk_change_set (change, "plant", "p1", "height", "1", NULL);
  g_assert_false (rk_change_apply (change, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Name"));
}

static void
test_no_change_writes_no_step (Fixture *f, gconstpointer data)
{
  g_autofree char *label = NULL;

  test_set (f->store, "garden", "g2", "name", "Moestuin");
  test_set (f->store, "garden", "g2", "name", "Moestuin");
  g_assert_true (rk_store_undo (f->store, &label, NULL));
  g_assert_false (rk_store_undo (f->store, NULL, NULL));
  test_assert_value (f->store, "garden", "g2", "name", NULL);
}

static void
test_drafts_and_state_stay (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) drafts = NULL;
  g_autoptr (RkChange) change = NULL;
  g_autofree char *state = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (rk_store_set_draft (f->store, "r1", "q1", "half a wo", &error));
  g_assert_true (rk_store_set_draft (f->store, "r1", "q2", "", &error));
  g_assert_true (rk_store_set_draft (f->store, "r2", "q1", "other", &error));
  g_assert_true (rk_store_set_state (f->store, "section", "3", &error));
  g_assert_no_error (error);
  reopen (f);
  drafts = rk_store_get_drafts (f->store, "r1", &error);
  g_assert_cmpuint (g_hash_table_size (drafts), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (drafts, "q1"), ==, "half a wo");
  state = rk_store_get_state (f->store, "section");
  g_assert_cmpstr (state, ==, "3");
  change = rk_change_new (f->store, "Answer");
  rk_change_set (change, "garden", "g1", "name", "half a word", NULL);
  rk_change_clear_draft (change, "r1", "q1");
  rk_change_set_state (change, "figures", "3 of 5");
  g_assert_true (rk_change_apply (change, &error));
  g_free (state);
  state = rk_store_get_state (f->store, "figures");
  g_assert_cmpstr (state, ==, "3 of 5");
  g_assert_true (rk_store_set_draft (f->store, "r1", "q2", NULL, &error));
  g_clear_pointer (&drafts, g_hash_table_unref);
  drafts = rk_store_get_drafts (f->store, "r1", &error);
  g_assert_cmpuint (g_hash_table_size (drafts), ==, 0);
}

static void
note_change_cb (RkStore *store, const char *kind, const char *id, GString *seen)
{
  g_string_append_printf (seen, "%s/%s ", kind, id);
}

static void
test_changed_tells_each_record (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (RkChange) change = rk_change_new (f->store, "Two");

  g_signal_connect (f->store, "changed", G_CALLBACK (note_change_cb), seen);
  rk_change_set (change, "garden", "g1", "name", "A", "order", "1", NULL);
  rk_change_set (change, "plant", "p1", "name", "B", NULL);
  g_assert_true (rk_change_apply (change, NULL));
  g_assert_cmpstr (seen->str, ==, "garden/g1 plant/p1 ");
  g_string_truncate (seen, 0);
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  g_assert_cmpstr (seen->str, ==, "garden/g1 plant/p1 ");
}

static void
test_file_is_private (Fixture *f, gconstpointer data)
{
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  g_autofree char *shared = g_strconcat (f->path, "-shm", NULL);
  const char *files[] = { f->path, log, shared };
  GStatBuf info;

  test_set (f->store, "garden", "g1", "name", "A");
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_assert_cmpint (g_stat (files[i], &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
    }
}

/* What kill -9 cannot show: an acknowledged change is on the disk, not in its cache. */
static void
test_commits_reach_the_disk (Fixture *f, gconstpointer data)
{
  g_autoptr (sqlite3_stmt) mode = rk_sql_prepare (f->store->db, NULL, "PRAGMA journal_mode", "");

  g_assert_cmpint (rk_sql_number (f->store->db, "PRAGMA synchronous", -1, NULL), ==, 2);
  g_assert_true (rk_sql_next (mode, NULL));
  g_assert_cmpstr (rk_sql_text (mode, 0), ==, "wal");
}

static void
test_unknown_fields_survive (Fixture *f, gconstpointer data)
{
  g_autoptr (RkChange) change = rk_change_new (f->store, "Received");
  g_autoptr (RkRecord) record = NULL;
  const char *extra = "{\"colour\" : [\"green\", 1.50]}";

  rk_change_set (change, "garden", "g1", "name", "A", NULL);
  rk_change_set_extra (change, "garden", "g1", extra);
  g_assert_true (rk_change_apply (change, NULL));
  test_set (f->store, "garden", "g1", "name", "B");
  g_clear_pointer (&change, rk_change_free);
  change = rk_change_new (f->store, "Delete");
  rk_change_delete (change, "garden", "g1");
  g_assert_true (rk_change_apply (change, NULL));
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  record = rk_store_get (f->store, "garden", "g1", NULL);
  g_assert_cmpstr (rk_record_get_extra (record), ==, extra);
  g_assert_cmpstr (rk_record_get_title (record), ==, "B");
}

static void
test_column_of_newer_version_survives (Fixture *f, gconstpointer data)
{
  g_autofree char *found = NULL;
  sqlite3 *db;
  sqlite3_stmt *stmt;

  test_set (f->store, "garden", "g1", "name", "A");
  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "ALTER TABLE garden ADD COLUMN soil TEXT;"
                                 "UPDATE garden SET soil = 'clay'",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  reopen (f);
  {
    g_autoptr (RkChange) change = rk_change_new (f->store, "Delete");

    rk_change_delete (change, "garden", "g1");
    g_assert_true (rk_change_apply (change, NULL));
  }
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  sqlite3_prepare_v2 (db, "SELECT soil FROM garden", -1, &stmt, NULL);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (stmt, 0), ==, "clay");
  sqlite3_finalize (stmt);
  sqlite3_close (db);
}

static void
test_ids_sort_by_making (void)
{
  g_autofree char *last = rk_store_new_id ();

  for (guint i = 0; i < 10000; i++)
    {
      char *id = rk_store_new_id ();

      g_assert_cmpstr (last, <, id);
      g_assert_true (g_uuid_string_is_valid (id));
      g_assert_cmpint (id[14], ==, '7');
      g_free (last);
      last = id;
    }
}

static void
test_name_ids_depend_on_names (void)
{
  g_autofree char *a = rk_store_name_id ("ab", "c", NULL);
  g_autofree char *b = rk_store_name_id ("a", "bc", NULL);

  g_assert_cmpstr (a, ==, "629c2f14-f654-8026-886f-2aefe1855533");
  g_assert_cmpstr (a, !=, b);
  g_assert_true (g_uuid_string_is_valid (b));
}

#define ADD(name, function) g_test_add ("/store/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("values-survive-reopening", test_values_survive_reopening);
  ADD ("empty-text-is-no-value", test_empty_text_is_no_value);
  ADD ("lists-filter-and-sort", test_lists_filter_and_sort);
  ADD ("wrong-value-writes-nothing", test_wrong_value_writes_nothing);
  ADD ("required-field-is-named", test_required_field_is_named);
  ADD ("no-change-writes-no-step", test_no_change_writes_no_step);
  ADD ("drafts-and-state-stay", test_drafts_and_state_stay);
  ADD ("changed-tells-each-record", test_changed_tells_each_record);
  ADD ("file-is-private", test_file_is_private);
  ADD ("commits-reach-the-disk", test_commits_reach_the_disk);
  ADD ("unknown-fields-survive", test_unknown_fields_survive);
  ADD ("column-of-newer-version-survives", test_column_of_newer_version_survives);
  g_test_add_func ("/id/sort-by-making", test_ids_sort_by_making);
  g_test_add_func ("/id/depend-on-names", test_name_ids_depend_on_names);
  return g_test_run ();
}
