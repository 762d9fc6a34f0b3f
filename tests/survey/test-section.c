/* SPDX-License-Identifier: EUPL-1.2 */
/* Sections, pages, headings and the grid of forms of every shape. */
#include "survey-fixture.h"

#include "rk-form-language.h"

#include <string.h>

#define FORMS "tests/ui/forms/"

static RkSection *
get_section (RkResponse *response, guint n)
{
  g_autoptr (RkSection) section = g_list_model_get_item (rk_response_get_sections (response), n);

  return section; /* the list keeps it */
}

static void
assert_titles (Fixture *f, const char *const *expected)
{
  guint n = g_list_model_get_n_items (rk_response_get_sections (f->response));

  g_assert_cmpuint (n, ==, g_strv_length ((char **) expected));
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (rk_section_get_title (get_section (f->response, i)), ==, expected[i]);
}

static RkReject
speak (Fixture *f, const char *language)
{
  return rk_form_instance_set_language (rk_response_get_instance (f->response), language);
}

static void
test_every_section_has_a_title_and_a_name_of_its_own (Fixture *f, gconstpointer data)
{
  static const char *const titles[] = {
    "Bouwproef", "Kleur van de gevel", "Huis", "Tuin", "Dank u. Lees uw antwoorden na.", NULL
  };
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpint (speak (f, "Nederlands (nl)"), ==, RK_REJECT_NONE);
  assert_titles (f, titles);
  for (guint i = 0; titles[i] != NULL; i++)
    g_assert_true (
        g_hash_table_add (ids, (gpointer) rk_section_get_id (get_section (f->response, i))));
}

static void
count_notify (RkSection *section, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_titles_and_headings_follow_the_language (Fixture *f, gconstpointer data)
{
  RkSection *house = get_section (f->response, 2);
  RkQuestion *cover = find_question (f->response, "bedekking");
  g_auto (GStrv) dutch = NULL, english = NULL;
  guint told = 0;

  speak (f, "English (en)");
  g_assert_cmpstr (rk_section_get_title (house), ==, "House");
  english = rk_question_dup_headings (cover);
  g_assert_cmpstr (english[0], ==, "Roof");
  g_signal_connect (house, "notify::title", G_CALLBACK (count_notify), &told);
  speak (f, "Nederlands (nl)");
  g_assert_cmpstr (rk_section_get_title (house), ==, "Huis");
  g_assert_cmpuint (told, ==, 1);
  dutch = rk_question_dup_headings (cover);
  g_assert_cmpstr (dutch[0], ==, "Dak");
  /* what is not translated falls back to the default language */
  speak (f, "Français (fr)");
  g_assert_cmpstr (rk_section_get_title (house), ==, "House");
}

static void
test_groups_in_groups_open_where_they_begin (Fixture *f, gconstpointer data)
{
  RkQuestion *count = find_question (f->response, "aantal");
  g_auto (GStrv) hidden = rk_question_dup_headings (count), shown = NULL;

  speak (f, "Nederlands (nl)");
  g_assert_cmpuint (g_strv_length (hidden), ==, 0);
  enter_at (f->response, "/bouw/huis/dak/bedekking", "pannen");
  shown = rk_question_dup_headings (count);
  g_assert_cmpuint (g_strv_length (shown), ==, 1);
  g_assert_cmpstr (shown[0], ==, "Zonnepanelen");
  g_assert_cmpuint (rk_question_get_heading_depth (count), ==, 1);
  g_assert_false (rk_question_opens_group (find_question (f->response, "ouderdom")));
}

static void
test_a_question_without_a_label_shows_its_name (Fixture *f, gconstpointer data)
{
  RkQuestion *second = find_question (f->response, "/bouw/zonder/naam");
  g_autofree char *label = rk_question_dup_label (second);

  g_assert_cmpstr (label, ==, "naam");
  g_assert_true (find_question (f->response, "naam") != second);
}

static void
test_a_hidden_section_is_skipped (Fixture *f, gconstpointer data)
{
  RkSection *garden = get_section (f->response, 3);

  g_assert_cmpuint (rk_section_get_shown (garden), ==, 0);
  enter_at (f->response, "/bouw/huis/heeft_tuin", "ja");
  g_assert_cmpuint (rk_section_get_shown (garden), ==, 1);
  g_assert_cmpuint (rk_section_get_total (garden), ==, 1);
}

static gboolean
is_line (Fixture *f, const char *id)
{
  return rk_question_is_in_summary (find_question (f->response, id));
}

static void
test_a_summary_has_a_line_for_what_only_tells (Fixture *f, gconstpointer data)
{
  g_assert_true (is_line (f, "kop"));
  g_assert_true (is_line (f, "prijs"));
  g_assert_true (is_line (f, "munt"));
  g_assert_false (is_line (f, "akkoord"));
  g_assert_false (is_line (f, "naam"));
  g_assert_cmpuint (rk_section_get_total (get_section (f->response, 1)), ==, 1);
}

static void
assert_page (Fixture *f, const char *id, guint page)
{
  g_assert_cmpuint (rk_question_get_page (find_question (f->response, id)), ==, page);
}

static void
test_a_field_list_is_a_page_and_so_is_each_other_question (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (g_list_model_get_n_items (rk_response_get_sections (f->response)), ==, 3);
  assert_page (f, "welkom", 0);
  assert_page (f, "wie", 1);
  assert_page (f, "straat", 0);
  assert_page (f, "nummer", 0);
  assert_page (f, "soort", 0);
  assert_page (f, "garage", 1);
  assert_page (f, "breedte", 2);
  assert_page (f, "diepte", 2);
}

static void
assert_width (Fixture *f, const char *id, guint width, guint columns)
{
  RkQuestion *question = find_question (f->response, id);

  g_assert_cmpuint (rk_question_get_width (question), ==, width);
  g_assert_cmpuint (rk_question_get_columns (question), ==, columns);
}

static void
test_the_grid_says_how_wide_questions_are (Fixture *f, gconstpointer data)
{
  assert_width (f, "voornaam", 1, 4);
  assert_width (f, "naam", 2, 4);
  assert_width (f, "a", 2, 6);
  assert_width (f, "d", 0, 0);
  assert_width (f, "e", 3, 6);
}

static void
assert_row_title (Fixture *f, RkFormNode *row, const char *expected)
{
  g_autofree char *title = rk_row_dup_trail (rk_response_get_instance (f->response), row);

  g_assert_cmpstr (title, ==, expected);
}

static void
test_what_follows_a_repeat_is_a_section_of_its_own (Fixture *f, gconstpointer data)
{
  static const char *const titles[] = { "Wie bent u?", "Kinderen", "Bent u tevreden?", NULL };

  assert_titles (f, titles);
}

static void
test_rows_have_names (Fixture *f, gconstpointer data)
{
  RkQuestion *child = find_question (f->response, "kind");
  RkFormNode *first = NULL, *second = NULL;

  g_assert_true (rk_response_add_row (f->response, rk_question_get_node (child), &first, NULL));
  g_assert_true (rk_response_add_row (f->response, rk_question_get_node (child), &second, NULL));
  assert_row_title (f, first, "Kind 1");
  assert_row_title (f, second, "Kind 2");
  /* a label that counts by itself */
  enter_at (f->response, "/gezin/aantal", "2");
  assert_row_title (f, node_at (f->response, "/gezin/kamer[2]"), "Kamer 2");
}

static void
test_rows_in_rows_are_fields_of_their_row (Fixture *f, gconstpointer data)
{
  RkQuestion *child = find_question (f->response, "kind");
  g_autoptr (GListModel) fields = NULL, inner = NULL;
  g_autoptr (RkQuestion) pet = NULL, vaccination = NULL;
  RkFormNode *row = NULL, *animal = NULL;

  g_assert_true (rk_response_add_row (f->response, rk_question_get_node (child), &row, NULL));
  fields = rk_question_list_fields (child, row);
  g_assert_cmpuint (g_list_model_get_n_items (fields), ==, 5);
  pet = g_list_model_get_item (fields, 4);
  g_assert_cmpint (rk_question_get_question_type (pet), ==, RK_QUESTION_REPEAT);
  g_assert_true (rk_response_add_row (f->response, rk_question_get_node (pet), &animal, NULL));
  inner = rk_question_list_fields (pet, animal);
  vaccination = g_list_model_get_item (inner, 2);
  g_assert_cmpint (rk_question_get_question_type (vaccination), ==, RK_QUESTION_REPEAT);
  g_assert_cmpstr (rk_form_node_get_path (rk_question_get_node (vaccination)), ==,
                   "/gezin/kind[1]/dieren/huisdier[1]/prik");
  assert_row_title (f, animal, "Kind 1 › Huisdier 1");
}

static void
test_a_row_is_a_section_of_its_fields (Fixture *f, gconstpointer data)
{
  RkQuestion *child = find_question (f->response, "kind");
  g_autoptr (RkSection) section = NULL;
  g_autoptr (RkQuestion) school = NULL;
  g_auto (GStrv) hidden = NULL, shown = NULL;
  RkFormNode *row = NULL;

  g_assert_true (rk_response_add_row (f->response, rk_question_get_node (child), &row, NULL));
  section = rk_section_new_for_row (child, row);
  g_assert_cmpstr (rk_section_get_title (section), ==, "Kind 1");
  g_assert_cmpuint (rk_section_get_total (section), ==, 3);
  school = g_list_model_get_item (rk_section_get_questions (section), 2);
  hidden = rk_question_dup_headings (school);
  g_assert_null (hidden[0]);
  enter_at (f->response, "/gezin/kind[1]/leeftijd", "7");
  g_assert_cmpuint (rk_section_get_total (section), ==, 5);
  g_assert_cmpuint (rk_section_get_answered (section), ==, 1);
  shown = rk_question_dup_headings (school);
  g_assert_cmpstr (shown[0], ==, "School");
}

static void
test_review_tells_which_row (Fixture *f, gconstpointer data)
{
  g_autoptr (JsonObject) answers =
      parse_answers ("{\"kind\": [{}, {\"naam\": \"Bo\", \"huisdier\": [{\"soort\": \"kat\"}]}]}");
  g_autoptr (GPtrArray) issues = NULL;
  const RkIssue *issue;

  g_assert_true (rk_answers_apply (f->response, answers, NULL, NULL));
  issues = rk_response_review (f->response);
  issue = g_ptr_array_index (issues, 0);
  g_assert_cmpint (issue->type, ==, RK_ISSUE_REQUIRED);
  g_assert_true (g_str_has_prefix (issue->message, "Kind 2 › Huisdier 1: Roepnaam. "));
}

static void
test_languages_are_known_by_code_and_by_name (void)
{
  static const char *const names[] = { "English (en)", "Vlaams", NULL };
  static const char *const codes[] = { "nl_BE.UTF-8", "nl_BE", "nl.UTF-8", "nl", "C", NULL };
  static const char *const french[] = { "fr_BE", "fr", "C", NULL };

  g_assert_true (rk_form_language_is ("nl", "nl"));
  g_assert_true (rk_form_language_is ("nl-BE", "nl"));
  g_assert_true (rk_form_language_is ("Nederlands (nl)", "nl"));
  g_assert_true (rk_form_language_is ("Dutch", "nl"));
  g_assert_false (rk_form_language_is ("Nlobe", "nl"));
  g_assert_false (rk_form_language_is ("Nederlands (fr)", "nl"));
  g_assert_cmpstr (rk_form_language_find (names, codes), ==, "Vlaams");
  g_assert_null (rk_form_language_find (names, french));
}

static void
test_the_language_is_kept (Fixture *f, gconstpointer data)
{
  RkFormInstance *instance = rk_response_get_instance (f->response);
  g_autofree char *form = g_build_filename (g_getenv ("RK_SOURCE_ROOT"), data, NULL);
  g_autofree char *second = NULL;
  g_autoptr (RkResponse) other = NULL;

  g_assert_cmpstr (rk_form_instance_get_language (instance), ==, "English (en)");
  g_assert_false (rk_response_set_language (f->response, "Klingon"));
  g_assert_true (rk_response_set_language (f->response, "Nederlands (nl)"));
  restart (f);
  instance = rk_response_get_instance (f->response);
  g_assert_cmpstr (rk_form_instance_get_language (instance), ==, "Nederlands (nl)");
  /* also for the next response to that form */
  second = start (f->store, form);
  other = open_response (f->store, second);
  g_assert_cmpstr (rk_form_instance_get_language (rk_response_get_instance (other)), ==,
                   "Nederlands (nl)");
}

#define ADD(path, form, func) g_test_add (path, Fixture, FORMS form, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/section/every-section-has-a-title-and-a-name-of-its-own", "structure.xml",
       test_every_section_has_a_title_and_a_name_of_its_own);
  ADD ("/section/titles-and-headings-follow-the-language", "structure.xml",
       test_titles_and_headings_follow_the_language);
  ADD ("/section/groups-in-groups-open-where-they-begin", "structure.xml",
       test_groups_in_groups_open_where_they_begin);
  ADD ("/section/a-question-without-a-label-shows-its-name", "structure.xml",
       test_a_question_without_a_label_shows_its_name);
  ADD ("/section/a-hidden-section-is-skipped", "structure.xml", test_a_hidden_section_is_skipped);
  ADD ("/section/a-summary-has-a-line-for-what-only-tells", "summary.xml",
       test_a_summary_has_a_line_for_what_only_tells);
  ADD ("/section/a-field-list-is-a-page-and-so-is-each-other-question", "pages.xml",
       test_a_field_list_is_a_page_and_so_is_each_other_question);
  ADD ("/section/the-grid-says-how-wide-questions-are", "grid.xml",
       test_the_grid_says_how_wide_questions_are);
  g_test_add ("/section/what-follows-a-repeat-is-a-section-of-its-own", Fixture,
              "tests/survey/fixtures/repeat-between.xml", set_up,
              test_what_follows_a_repeat_is_a_section_of_its_own, tear_down);
  ADD ("/section/rows-have-names", "nested.xml", test_rows_have_names);
  ADD ("/section/rows-in-rows-are-fields-of-their-row", "nested.xml",
       test_rows_in_rows_are_fields_of_their_row);
  ADD ("/section/a-row-is-a-section-of-its-fields", "nested.xml",
       test_a_row_is_a_section_of_its_fields);
  ADD ("/section/review-tells-which-row", "nested.xml", test_review_tells_which_row);
  g_test_add_func ("/section/languages-are-known-by-code-and-by-name",
                   test_languages_are_known_by_code_and_by_name);
  ADD ("/section/the-language-is-kept", "structure.xml", test_the_language_is_kept);
  return g_test_run ();
}
