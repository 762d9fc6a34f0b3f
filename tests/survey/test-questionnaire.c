/* SPDX-License-Identifier: EUPL-1.2 */
/* Questionnaires: those of the program, those in the workspace, and what is kept of them. */
#include "survey-fixture.h"

#include <string.h>

static void
test_three_come_with_the_program (Fixture *f, gconstpointer data)
{
  static const char *const ids[] = { "BDR", "IVG", "MAT" };
  g_autoptr (GListModel) list = rk_questionnaire_list (NULL, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (RkQuestionnaire) item = g_list_model_get_item (list, i);

      g_assert_cmpstr (rk_questionnaire_get_form_id (item), ==, ids[i]);
      g_assert_cmpstr (rk_questionnaire_get_version (item), ==, "1.0");
      g_assert_true (rk_questionnaire_is_concept (item));
      g_assert_true (rk_questionnaire_is_built_in (item));
      g_assert_nonnull (rk_questionnaire_get_form (item, NULL));
    }
}

static void
test_an_added_one_is_listed_after_them (Fixture *f, gconstpointer data)
{
  g_autoptr (GListModel) list = rk_questionnaire_list (f->store, NULL);
  g_autoptr (RkQuestionnaire) last = g_list_model_get_item (list, 3);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 4);
  g_assert_cmpstr (rk_questionnaire_get_title (last), ==, "Tuinmeting");
  g_assert_false (rk_questionnaire_is_built_in (last));
  g_assert_false (rk_questionnaire_is_concept (last));
}

static void
test_a_form_is_kept_once (Fixture *f, gconstpointer data)
{
  g_autofree char *form = find_form ("other.xml"), *again = start (f->store, form);

  g_assert_cmpint (rk_store_count (f->store, "questionnaire", NULL, NULL, NULL), ==, 1);
}

static void
test_a_newer_version_replaces_the_older_in_the_list (Fixture *f, gconstpointer data)
{
  g_autofree char *form = find_form ("other.xml"), *text = NULL, *id = NULL;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "newer.xml", NULL);
  char *version;
  g_autoptr (GListModel) list = NULL;
  g_autoptr (RkQuestionnaire) last = NULL;

  g_assert_true (g_file_get_contents (form, &text, NULL, NULL));
  version = strstr (text, "version=\"3\"");
  version[strlen ("version=\"")] = '4';
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_object_unref (rk_questionnaire_add (f->store, path, NULL, NULL));
  list = rk_questionnaire_list (f->store, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 4);
  last = g_list_model_get_item (list, 3);
  g_assert_cmpstr (rk_questionnaire_get_version (last), ==, "4");
  /* what was begun goes on with the form it was begun on */
  restart (f);
  g_assert_cmpstr (rk_form_get_version (
                       rk_form_instance_get_form (rk_response_get_instance (f->response))),
                   ==, "3");
}

static void
test_lists_beside_a_form_are_kept_with_it (Fixture *f, gconstpointer data)
{
  const char *xml =
      "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml'>"
      "<h:head><h:title>Wijken</h:title><model><instance><w id='wijken'><wijk/></w></instance>"
      "<instance id='lijst' src='jr://file-csv/lijst.csv'/>"
      "<bind nodeset='/w/wijk' type='string'/></model></h:head><h:body><select1 ref='/w/wijk'>"
      "<label>Wijk</label><itemset nodeset=\"instance('lijst')/root/item\"><value ref='name'/>"
      "<label ref='label'/></itemset></select1></h:body></h:html>";
  g_autofree char *form = g_build_filename (g_get_user_data_dir (), "wijken.xml", NULL);
  g_autofree char *list = g_build_filename (g_get_user_data_dir (), "lijst.csv", NULL);
  g_autofree char *id = NULL, *answer = NULL;
  g_autoptr (RkResponse) response = NULL;

  g_assert_true (g_file_set_contents (form, xml, -1, NULL));
  g_assert_true (g_file_set_contents (list, "name,label\nz,Zuid\nn,Noord\n", -1, NULL));
  id = start (f->store, form);
  g_remove (form);
  g_remove (list);
  response = open_response (f->store, id);
  apply (response, "{\"wijk\": \"n\"}");
  answer = rk_question_dup_answer_text (find_question (response, "wijk"));
  g_assert_cmpstr (answer, ==, "Noord");
}

static void
test_what_is_not_there_is_said (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rk_questionnaire_find (f->store, "XYZ", &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "BDR, IVG, MAT, tuinmeting"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/questionnaire/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("three-come-with-the-program", test_three_come_with_the_program);
  ADD ("an-added-one-is-listed-after-them", test_an_added_one_is_listed_after_them);
  ADD ("a-form-is-kept-once", test_a_form_is_kept_once);
  ADD ("a-newer-version-replaces-the-older-in-the-list",
       test_a_newer_version_replaces_the_older_in_the_list);
  ADD ("lists-beside-a-form-are-kept-with-it", test_lists_beside_a_form_are_kept_with_it);
  ADD ("what-is-not-there-is-said", test_what_is_not_there_is_said);
  return g_test_run ();
}
