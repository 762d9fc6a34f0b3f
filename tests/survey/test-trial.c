/* SPDX-License-Identifier: EUPL-1.2 */
/* Trying a questionnaire out: all of it works, and nothing of it stays. */
#include "survey-fixture.h"

#include "rk-trial.h"

static RkTrial *
try_form (Fixture *f, const char *name)
{
  g_autofree char *path = find_form (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkQuestionnaire) questionnaire = rk_questionnaire_find (f->store, path, &error);
  RkTrial *trial;

  g_assert_no_error (error);
  trial = rk_trial_new (questionnaire, survey_test_kinds, NULL, &error);
  g_assert_no_error (error);
  return trial;
}

static void
test_answers_are_not_kept (Fixture *f, gconstpointer data)
{
  gint64 responses = rk_store_count (f->store, "response", NULL, NULL, NULL);
  gint64 forms = rk_store_count (f->store, "questionnaire", NULL, NULL, NULL);
  g_autoptr (RkTrial) trial = try_form (f, "other.xml");
  RkResponse *response = rk_trial_get_response (trial);
  g_autofree char *path = g_strdup (rk_store_get_path (rk_response_get_store (response)));
  g_autofree char *folder = g_path_get_dirname (path);
  RkFormNode *node =
      rk_form_instance_find (rk_response_get_instance (response), "/tuin/grond/tuin_opp");
  g_autoptr (GError) error = NULL;

  g_assert_true (rk_response_is_trial (response));
  g_assert_false (rk_response_is_trial (f->response));
  g_assert_nonnull (node);
  g_assert_true (rk_response_enter (response, node, "120", &error));
  g_assert_no_error (error);
  g_assert_true (rk_store_undo (rk_response_get_store (response), NULL, NULL));
  g_assert_cmpint (rk_store_count (f->store, "response", NULL, NULL, NULL), ==, responses);
  g_assert_cmpint (rk_store_count (f->store, "questionnaire", NULL, NULL, NULL), ==, forms);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_object (&trial);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_files_of_the_form_are_there (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("rk-trial-XXXXXX", NULL);
  g_autofree char *source = find_form ("files.xml");
  g_autofree char *form = g_build_filename (folder, "files.xml", NULL);
  g_autofree char *list = NULL, *text = NULL, *id = NULL;
  g_autoptr (RkQuestionnaire) questionnaire = NULL;
  g_autoptr (GPtrArray) files = NULL, again = NULL;
  g_autoptr (RkTrial) trial = NULL;
  g_autoptr (RkQuestionnaire) copy = NULL;
  g_autoptr (GListModel) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (source, &text, NULL, &error);
  g_assert_no_error (error);
  g_file_set_contents (form, text, -1, &error);
  questionnaire = rk_questionnaire_new_from_file (form, NULL, &error);
  g_assert_no_error (error);
  files = rk_questionnaire_list_media (questionnaire, &error);
  g_assert_cmpuint (files->len, >, 0);
  list = g_build_filename (folder, ((RkFormFile *) g_ptr_array_index (files, 0))->name, NULL);
  g_file_set_contents (list, "name,label\na,A\n", -1, &error);
  g_clear_object (&questionnaire);
  questionnaire = rk_questionnaire_new_from_file (form, NULL, &error);
  g_assert_no_error (error);
  trial = rk_trial_new (questionnaire, survey_test_kinds, NULL, &error);
  g_assert_no_error (error);
  kept = rk_questionnaire_list (rk_response_get_store (rk_trial_get_response (trial)), &error);
  copy = g_list_model_get_item (kept, g_list_model_get_n_items (kept) - 1);
  again = rk_questionnaire_list_media (copy, &error);
  g_assert_cmpint (((RkFormFile *) g_ptr_array_index (again, 0))->size, ==, 15);
  /* The questionnaire itself was not bound to the workspace of the trial. */
  g_clear_object (&trial);
  id = rk_questionnaire_keep (questionnaire, f->store, &error);
  g_assert_no_error (error);
  g_assert_nonnull (id);
  g_remove (list);
  g_remove (form);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/trial/answers-are-not-kept", Fixture, NULL, set_up, test_answers_are_not_kept,
              tear_down);
  g_test_add ("/trial/files-of-the-form-are-there", Fixture, NULL, set_up,
              test_files_of_the_form_are_there, tear_down);
  return g_test_run ();
}
