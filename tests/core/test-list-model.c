/* SPDX-License-Identifier: EUPL-1.2 */
#include "test-kinds.h"

#include "rk-figure.h"
#include "rk-list-model.h"
#include "rk-search.h"

#ifdef __SANITIZE_ADDRESS__
#define MANY 10000 /* each allocation is slow there, and the promise is proved without */
#else
#define MANY 100000
#endif
#define MAX_CACHED 1024

typedef struct
{
  char *path;
  RkStore *store;
  RkListModel *model;
  GPtrArray *shadow; /* ids, kept only by what "items-changed" says */
} Fixture;

static char *
dup_id_at (RkListModel *model, guint position)
{
  g_autoptr (RkRecord) record = g_list_model_get_item (G_LIST_MODEL (model), position);

  return g_strdup (rk_record_get_id (record));
}

static void
follow_cb (GListModel *model, guint position, guint removed, guint added, Fixture *f)
{
  if (removed > 0)
    g_ptr_array_remove_range (f->shadow, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (f->shadow, (int) (position + i),
                        dup_id_at (RK_LIST_MODEL (model), position + i));
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->path = test_path ();
  f->store = test_open (f->path);
  f->model = rk_list_model_new (f->store, "plant");
  f->shadow = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (f->model, "items-changed", G_CALLBACK (follow_cb), f);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->model)), ==, 0);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->model);
  g_assert_finalize_object (f->store);
  g_ptr_array_unref (f->shadow);
  g_free (f->path);
}

static void
assert_shadow (Fixture *f)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (f->model));

  g_assert_cmpuint (f->shadow->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = dup_id_at (f->model, i);

      g_assert_cmpstr (id, ==, f->shadow->pdata[i]);
    }
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
fill (Fixture *f, guint n)
{
  g_autoptr (RkChange) change = rk_change_new (f->store, "Fill");
  g_autoptr (GError) error = NULL;

  rk_change_set_bulk (change, TRUE);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%06u", i);
      g_autofree char *name = g_strdup_printf ("Plant %06u", n - i);

      rk_change_set (change, "plant", id, "name", name, "remark", i % 10 ? "gewoon" : "Zeldzaam é",
                     NULL);
    }
  rk_change_apply (change, &error);
  g_assert_no_error (error);
}

static void
test_many_rows_without_loading_them (Fixture *f, gconstpointer data)
{
  GListModel *list = G_LIST_MODEL (f->model);
  g_autoptr (GError) error = NULL;

  g_signal_handlers_disconnect_by_func (f->model, follow_cb, f);
  fill (f, MANY);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, MANY);
  rk_list_model_set_query (f->model, NULL, NULL, "name", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < MANY; i += 61)
    {
      g_autoptr (RkRecord) record = g_list_model_get_item (list, i);
      g_autofree char *name = g_strdup_printf ("Plant %06u", i + 1);

      g_assert_cmpstr (rk_record_get_title (record), ==, name);
      g_assert_cmpuint (rk_list_model_get_cached_rows (f->model), <=, MAX_CACHED);
    }
  g_assert_null (g_list_model_get_item (list, MANY));
  rk_list_model_set_query (f->model, "zeld E", "name > 'Plant 005'", "name DESC", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, (MANY - 5000 + 1 + 9) / 10);
}

static void
test_changes_arrive_as_they_are (Fixture *f, gconstpointer data)
{
  fill (f, 200);
  settle ();
  assert_shadow (f);
  rk_list_model_set_query (f->model, NULL, NULL, "name", NULL);
  assert_shadow (f);
  test_set (f->store, "plant", "p000100", "name", "Aaa");
  test_set (f->store, "plant", "p000003", "name", "Zzz");
  settle ();
  assert_shadow (f);
  g_assert_cmpstr (f->shadow->pdata[0], ==, "p000100");
  g_assert_cmpstr (f->shadow->pdata[199], ==, "p000003");
  rk_store_undo (f->store, NULL, NULL);
  rk_store_undo (f->store, NULL, NULL);
  settle ();
  assert_shadow (f);
  g_assert_cmpstr (f->shadow->pdata[0], ==, "p000199");
  rk_store_undo (f->store, NULL, NULL);
  settle ();
  g_assert_cmpuint (f->shadow->len, ==, 0);
  assert_shadow (f);
}

static void
note_position_cb (GListModel *model, guint position, guint removed, guint added, GString *seen)
{
  g_string_append_printf (seen, "%u-%u+%u ", position, removed, added);
}

/* A query right after a change does not wait for the main loop to see it. */
static void
test_query_sees_the_last_change (Fixture *f, gconstpointer data)
{
  fill (f, 10);
  rk_list_model_set_query (f->model, "plant", NULL, "name", NULL);
  assert_shadow (f);
  g_assert_cmpuint (f->shadow->len, ==, 10);
  test_set (f->store, "plant", "p000001", "name", "Ander");
  rk_list_model_set_query (f->model, "plant", NULL, "name", NULL);
  g_assert_cmpuint (f->shadow->len, ==, 9);
}

static void
test_one_row_changes_alone (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (RkRecord) record = NULL;

  fill (f, 200);
  settle ();
  g_signal_connect (f->model, "items-changed", G_CALLBACK (note_position_cb), seen);
  test_set (f->store, "plant", "p000050", "height", "3");
  settle ();
  g_assert_cmpstr (seen->str, ==, "50-1+1 ");
  record = g_list_model_get_item (G_LIST_MODEL (f->model), 50);
  g_assert_cmpint (rk_record_get_int (record, "height", 0), ==, 3);
  g_string_truncate (seen, 0);
  test_set (f->store, "garden", "g1", "name", "x");
  settle ();
  g_assert_cmpstr (seen->str, ==, "");
}

static void
test_wrong_query_keeps_the_list (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fill (f, 10);
  settle ();
  g_assert_false (rk_list_model_set_query (f->model, NULL, "nonsense = 1", NULL, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_FAILED);
  assert_shadow (f);
  g_assert_cmpuint (f->shadow->len, ==, 10);
}

/* --- search --------------------------------------------------------------------------------- */

static void
assert_hits (Fixture *f, const char *text, const char *ids)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = rk_search (f->store, text, NULL, 10, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", ((RkSearchHit *) hits->pdata[i])->id);
  g_assert_cmpstr (found->str, ==, ids);
}

static void
test_search_folds_and_completes (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = NULL;
  RkSearchHit *hit;

  test_set (f->store, "plant", "p1", "name", "Crème brûlée-roos");
  test_set (f->store, "plant", "p2", "name", "Eik");
  test_set (f->store, "plant", "p2", "remark", "Staat naast de creme roos van het gemeentehuis");
  test_set (f->store, "garden", "g1", "name", "Cremetuin");
  assert_hits (f, "CRÈM", "p1 p2 g1");
  assert_hits (f, "creme roos", "p1 p2");
  assert_hits (f, "brulee-r", "p1");
  assert_hits (f, "gemeente", "p2");
  assert_hits (f, "huis", "");
  hits = rk_search (f->store, "creme", "plant", 10, NULL);
  hit = hits->pdata[0];
  g_assert_cmpstr (hit->title, ==, "Crème brûlée-roos");
  g_assert_cmpstr (hit->context, ==, "\002Crème\003 brûlée-roos");
  test_set (f->store, "plant", "p1", "name", "Roos");
  assert_hits (f, "brulee", "");
  rk_store_undo (f->store, NULL, NULL);
  assert_hits (f, "brulee", "p1");
}

static void
test_search_takes_anything_typed (Fixture *f, gconstpointer data)
{
  static const char *const typed[] = { "\"",   "' OR 1=1 --", "a AND", "NEAR(", "*",        "^x",
                                       "{a}:", "name:x",      "(",     "-",     "\xff\xfe", "a\"b",
                                       "",     "   ",         "a*b\"", "\x01" };

  test_set (f->store, "plant", "p1", "name", "NEAR and far");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) hits = rk_search (f->store, typed[i], NULL, 10, &error);

      g_assert_no_error (error);
      g_assert_nonnull (hits);
      g_assert_true (rk_list_model_set_query (f->model, typed[i], NULL, NULL, &error));
      g_assert_no_error (error);
    }
  assert_hits (f, "NEAR(", "p1");
}

/* The garden's name beside the plant, and its figure. */
static const RkDerivedColumn plant_columns[] = {
  { "garden_name", "SELECT name FROM garden WHERE id = r.garden", "garden" },
  { "yield", RK_FIGURE_SQL ("yield"), NULL },
  { NULL },
};

static void
use_derived (Fixture *f)
{
  g_signal_handlers_disconnect_by_func (f->model, follow_cb, f);
  g_object_unref (f->model);
  f->model = rk_list_model_new (f->store, "plant");
  rk_list_model_set_derived (f->model, plant_columns);
  g_signal_connect (f->model, "items-changed", G_CALLBACK (follow_cb), f);
  test_set (f->store, "garden", "g1", "name", "Éden");
  test_set (f->store, "garden", "g2", "name", "Zoo");
  test_set (f->store, "plant", "p1", "name", "Ash");
  test_set (f->store, "plant", "p1", "garden", "g2");
  test_set (f->store, "plant", "p2", "name", "beech");
  test_set (f->store, "plant", "p2", "garden", "g1");
  test_set (f->store, "plant", "p3", "name", "Cedar");
}

static void
assert_order (Fixture *f, const char *first, const char *second, const char *third)
{
  const char *const expected[] = { first, second, third };

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = dup_id_at (f->model, i);

      g_assert_cmpstr (id, ==, expected[i]);
    }
}

static void
test_derived_columns_sort_and_filter (Fixture *f, gconstpointer data)
{
  const char *const parameters[] = { "g1", NULL };
  g_autoptr (RkRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  use_derived (f);
  g_assert_true (rk_list_model_set_query (f->model, NULL, NULL,
                                          "garden_name IS NULL, rk_fold (garden_name)", &error));
  g_assert_no_error (error);
  assert_order (f, "p2", "p1", "p3"); /* É before Z, what is not known last */
  record = g_list_model_get_item (G_LIST_MODEL (f->model), 0);
  g_assert_cmpstr (rk_record_get_derived (record, "garden_name"), ==, "Éden");
  g_assert_cmpstr (rk_record_get (record, "name"), ==, "beech");
  g_assert_null (rk_record_get_derived (record, "yield"));

  test_set (f->store, "garden", "g1", "name", "Zzz"); /* another kind moves the rows */
  settle ();
  assert_order (f, "p1", "p2", "p3");

  g_assert_true (
      rk_list_model_set_filter (f->model, NULL, "garden = ?1", parameters, "name", &error));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->model)), ==, 1);
  g_assert_cmpint (rk_list_model_find (f->model, "p2"), ==, 0);
  g_assert_cmpint (rk_list_model_find (f->model, "p1"), ==, -1);
}

static void
test_figures_sort (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (RkRecord) record = NULL;

  use_derived (f);
  g_hash_table_insert (values, (char *) "p1", (char *) "7");
  g_hash_table_insert (values, (char *) "p3", (char *) "12");
  g_assert_true (rk_store_set_figures (f->store, "yield", values, NULL));
  g_assert_true (rk_list_model_set_query (f->model, NULL, NULL, "CAST (yield AS REAL) DESC", NULL));
  assert_order (f, "p3", "p1", "p2");

  g_hash_table_remove_all (values);
  g_hash_table_insert (values, (char *) "p2", (char *) "1");
  g_assert_true (rk_store_set_figures (f->store, "yield", values, NULL));
  rk_list_model_reload (f->model);
  assert_order (f, "p2", "p1", "p3");
  record = g_list_model_get_item (G_LIST_MODEL (f->model), 0);
  g_assert_cmpstr (rk_record_get_derived (record, "yield"), ==, "1");
}

static void
test_list_counts_and_sums (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) counts = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  const RkValueCount *first;
  gint64 n_known;
  double sum;

  use_derived (f);
  test_set (f->store, "plant", "p1", "height", "7");
  test_set (f->store, "plant", "p2", "height", "5");
  test_set (f->store, "plant", "p3", "garden", "g1");
  counts = rk_list_model_count_values (f->model, "garden_name", NULL, NULL, 10, NULL);
  g_assert_cmpuint (counts->len, ==, 2);
  first = g_ptr_array_index (counts, 0);
  g_assert_cmpstr (first->value, ==, "Éden");
  g_assert_cmpint (first->n, ==, 2);

  g_assert_true (rk_list_model_set_query (f->model, NULL, NULL, "name", NULL));
  g_assert_true (rk_list_model_sum (f->model, "height", &sum, &n_known, NULL));
  g_assert_cmpfloat (sum, ==, 12);
  g_assert_cmpint (n_known, ==, 2);
  g_assert_true (rk_list_model_set_query (f->model, "bee", NULL, "name", NULL));
  g_assert_true (rk_list_model_sum (f->model, "height", &sum, &n_known, NULL));
  g_assert_cmpfloat (sum, ==, 5);
  ids = rk_list_model_list_ids (f->model);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpstr (ids->pdata[0], ==, "p2");
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/list/many-rows-without-loading-them", test_many_rows_without_loading_them);
  ADD ("/list/changes-arrive-as-they-are", test_changes_arrive_as_they_are);
  ADD ("/list/query-sees-the-last-change", test_query_sees_the_last_change);
  ADD ("/list/one-row-changes-alone", test_one_row_changes_alone);
  ADD ("/list/wrong-query-keeps-the-list", test_wrong_query_keeps_the_list);
  ADD ("/list/derived-columns-sort-and-filter", test_derived_columns_sort_and_filter);
  ADD ("/list/figures-sort", test_figures_sort);
  ADD ("/list/counts-and-sums", test_list_counts_and_sums);
  ADD ("/search/folds-and-completes", test_search_folds_and_completes);
  ADD ("/search/takes-anything-typed", test_search_takes_anything_typed);
  return g_test_run ();
}
