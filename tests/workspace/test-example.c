/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-example.h"

#include "rk-profile.h"
#include "rk-results.h"
#include "rk-survey-list.h"
#include "rk-workspace.h"
#include "rk-workspace-kinds.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <math.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

/* The example that the tests which only look share: making one is slow with sanitizers. */
static Fixture shared;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_build_filename (g_get_user_data_dir (), "XXXXXX", NULL);
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_nonnull (g_mkdtemp (f->folder));
  f->path = g_build_filename (f->folder, "voorbeeld.regiekamer", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_free (f->path);
  g_free (f->folder);
}

static RkStore *
create (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  RkStore *store = rk_example_create (f->path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
set_up_shared (void)
{
  g_autoptr (GError) error = NULL;

  shared.folder = g_dir_make_tmp ("rk-example-XXXXXX", &error);
  g_assert_no_error (error);
  shared.path = g_build_filename (shared.folder, "voorbeeld.regiekamer", NULL);
  g_object_unref (create (&shared));
}

static RkStore *
open_shared (void)
{
  g_autoptr (GError) error = NULL;
  RkStore *store = rk_workspace_open (shared.path, RK_STORE_OPEN_EXISTING, &error);

  g_assert_no_error (error);
  return store;
}

static JsonNode *
load_data (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("RK_SOURCE_ROOT"), "data", "demo", "example.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_node_copy (json_parser_get_root (parser));
}

/* The row of the list for a form and a year: it lives as long as @rows. */
static RkSurveyRow *
find_row (GPtrArray *rows, const char *form, const char *period)
{
  for (guint i = 0; i < rows->len; i++)
    {
      RkSurveyRow *row = rows->pdata[i];

      if (g_str_equal (row->form_id, form) && g_str_equal (row->period, period))
        return row;
    }
  g_error ("no %s %s in the example", form, period);
}

static void
check_response (RkStore *store, RkSurveyRow *row, JsonObject *about)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkResponse) response = rk_response_open (store, row->id, &error);
  g_autoptr (RkResults) results = rk_results_new (response, &error);
  gboolean submitted = json_object_has_member (about, "submitted_at");

  g_assert_no_error (error);
  g_assert_cmpfloat (rk_score_round (rk_results_get_index (results)), ==,
                     json_object_get_double_member (about, "index"));
  g_assert_cmpint (rk_response_is_submitted (response), ==, submitted);
  if (!submitted)
    return;
  g_assert_cmpstr (row->submitted_at, ==, json_object_get_string_member (about, "submitted_at"));
  g_assert_cmpstr (row->submitted_by, ==, json_object_get_string_member (about, "submitted_by"));
  g_assert_true (rk_response_verify (response, &error));
  g_assert_no_error (error);
}

static void
test_scores_are_as_the_data_says (void)
{
  g_autoptr (RkStore) store = open_shared ();
  g_autoptr (JsonNode) about = load_data ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = rk_survey_list (store, &error);
  JsonArray *responses = json_object_get_array_member (json_node_get_object (about), "responses");

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, json_array_get_length (responses));
  for (guint i = 0; i < json_array_get_length (responses); i++)
    {
      JsonObject *one = json_array_get_object_element (responses, i);

      check_response (store,
                      find_row (rows, json_object_get_string_member (one, "form"),
                                json_object_get_string_member (one, "period")),
                      one);
    }
}

static void
test_lists_know_three_years (void)
{
  g_autoptr (RkStore) store = open_shared ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = rk_survey_list (store, &error);
  RkSurveyRow *now = find_row (rows, "BDR", "2026");
  g_autoptr (GPtrArray) earlier = rk_survey_list_earlier (store, now->id, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat (rk_score_round (find_row (rows, "BDR", "2024")->index), ==, 39.3);
  g_assert_cmpfloat (rk_score_round (find_row (rows, "BDR", "2025")->index), ==, 46.9);
  g_assert_cmpfloat (rk_score_round (now->index), ==, 53.2);
  g_assert_cmpint (now->band, ==, 2);
  g_assert_cmpstr (find_row (rows, "BDR", "2025")->band_label, ==, "Gedeeltelijke regie");
  g_assert_cmpuint (earlier->len, ==, 2);
}

static void
test_this_year_is_under_way (void)
{
  g_autoptr (RkStore) store = open_shared ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = rk_survey_list (store, &error);
  RkSurveyRow *now = find_row (rows, "BDR", "2026");

  g_assert_cmpstr (now->status, ==, "open");
  g_assert_cmpstr (now->deadline, ==, "2026-12-15");
  g_assert_cmpuint (now->answered, ==, 40);
  g_assert_cmpuint (now->total, ==, 58);
  g_assert_cmpuint (now->required_open, ==, 4);
  g_assert_cmpint (rk_store_count (store, "question_note", NULL, &error, NULL), ==, 7);
}

static void
test_the_file_is_sound_and_not_undone (void)
{
  g_autoptr (RkStore) store = open_shared ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *made = g_strconcat (shared.path, ".new", NULL);
  g_autoptr (GPtrArray) backups = rk_workspace_list_backups (made);

  g_assert_true (rk_example_is (store));
  g_assert_null (rk_store_peek_undo (store));
  g_assert_cmpstr (rk_store_get_author (store), ==, "");
  g_assert_finalize_object (g_steal_pointer (&store));
  g_assert_true (rk_workspace_check (shared.path, rk_workspace_kinds, problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (backups->len, ==, 0);
  g_assert_false (g_file_test (made, G_FILE_TEST_EXISTS));
}

static void
test_replaces_the_example_only (Fixture *f, gconstpointer data)
{
  g_autofree char *own = g_build_filename (f->folder, "eigen.regiekamer", NULL);
  g_autofree char *text = g_build_filename (f->folder, "brief.txt", NULL);
  g_autofree char *content = NULL, *person = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RkStore) store = create (f);

  person = rk_profile_add_person (store, "Iemand Anders", &error);
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&store));
  store = create (f);
  g_assert_cmpint (rk_store_count (store, "person", "name = ?1", &error, "Iemand Anders", NULL), ==,
                   0);
  g_clear_object (&store);

  store = rk_workspace_open (own, RK_STORE_CREATE, &error);
  g_assert_true (rk_profile_set_administration (store, &error, "Gent", "gemeente", "44021", NULL));
  g_clear_object (&store);
  g_assert_null (rk_example_create (own, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
  g_clear_error (&error);
  store = rk_workspace_open (own, RK_STORE_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rk_store_count (store, "administration", NULL, &error, NULL), ==, 1);

  g_file_set_contents (text, "Beste Lien", -1, NULL);
  g_assert_null (rk_example_create (text, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_FOREIGN);
  g_file_get_contents (text, &content, NULL, NULL);
  g_assert_cmpstr (content, ==, "Beste Lien");
}

static void
assert_count (RkStore *store, const char *kind, const char *where, gint64 expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (rk_store_count (store, kind, where, &error, NULL), ==, expected);
  g_assert_no_error (error);
}

static void
test_landscape_is_believable (void)
{
  g_autoptr (RkStore) store = open_shared ();
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  assert_count (store, "application", NULL, 80);
  assert_count (store, "supplier", NULL, 25);
  assert_count (store, "interface", NULL, 60);
  assert_count (store, "contract", NULL, 45);
  /* Some things nobody knows, one component is filled in twice, others are not. */
  assert_count (store, "application", "status IS NULL", 2);
  assert_count (store, "contract", "end_date IS NULL", 1);
  assert_count (store, "fit", "component = 'RC.FO.KASSA'", 2);
  assert_count (store, "fit", "component = 'RC.FO.CALL'", 0);
  /* An answer is known by what it answers. */
  assert_count (store, "regie_answer",
                "question = 'D1' AND application IN (SELECT id FROM application WHERE name ="
                " 'BurgerPunt')",
                1);
  g_assert_true (rk_workspace_check_references (shared.path, rk_workspace_kinds, warnings, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (warnings->len, ==, 0);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  set_up_shared ();
#define ADD(name, function)                                                                        \
  g_test_add ("/example/" name, Fixture, NULL, set_up, function, tear_down)
  g_test_add_func ("/example/landscape-is-believable", test_landscape_is_believable);
  g_test_add_func ("/example/scores-are-as-the-data-says", test_scores_are_as_the_data_says);
  g_test_add_func ("/example/lists-know-three-years", test_lists_know_three_years);
  g_test_add_func ("/example/this-year-is-under-way", test_this_year_is_under_way);
  g_test_add_func ("/example/the-file-is-sound-and-not-undone",
                   test_the_file_is_sound_and_not_undone);
  ADD ("replaces-the-example-only", test_replaces_the_example_only);
  result = g_test_run ();
  remove_tree (shared.folder);
  tear_down (&shared, NULL);
  return result;
}
