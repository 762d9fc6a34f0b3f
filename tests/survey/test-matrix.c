/* SPDX-License-Identifier: EUPL-1.2 */
/* Which controls make one matrix, and how its answer goes in and out. */
#include "survey-fixture.h"

#define FORM "../../ui/forms/choices.xml"
#define NOTES "table-list.xml"

static void
assert_matrix (Fixture *f, const char *id, const char *label, guint rows)
{
  RkQuestion *question = find_question (f->response, id);
  g_autofree char *shown = rk_question_dup_label (question);
  g_autoptr (GPtrArray) leaves = rk_question_list_leaves (question);

  g_assert_cmpint (rk_question_get_question_type (question), ==, RK_QUESTION_MATRIX);
  g_assert_cmpstr (shown, ==, label);
  g_assert_cmpuint (leaves->len, ==, rows);
}

static void
test_labels_above_statements_make_one_question (Fixture *f, gconstpointer data)
{
  assert_matrix (f, "koppen", "Wat vindt u hiervan?", 3);
  assert_matrix (f, "tabel", "Hoe tevreden bent u?", 2);
  assert_matrix (f, "lang", "Veertig stellingen", 40);
}

static void
test_ticks_make_a_matrix_too (Fixture *f, gconstpointer data)
{
  g_autofree char *out = NULL;

  assert_matrix (f, "vinken", "Waar gebruikt u dit?", 2);
  apply (f->response, "{\"vinken\": {\"werk\": [\"ja\", \"soms\"]}}");
  g_assert_cmpstr (value_at (f->response, "/keuzes/vinken/werk"), ==, "ja soms");
  out = rk_question_dup_answer_text (find_question (f->response, "vinken"));
  g_assert_cmpstr (out, ==, "Op het werk: Ja; Soms");
}

static void
test_what_stands_beside_a_matrix_stays_a_question (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (rk_question_get_question_type (find_question (f->response, "waarom")), ==,
                   RK_QUESTION_TEXT);
  g_assert_false (rk_question_get_answered (find_question (f->response, "koppen")));
  enter_at (f->response, "/keuzes/hand/vlot", "4");
  g_assert_true (rk_question_get_answered (find_question (f->response, "koppen")));
  g_assert_false (rk_question_get_answered (find_question (f->response, "waarom")));
}

static void
test_the_answer_goes_out_as_it_came_in (Fixture *f, gconstpointer data)
{
  g_autoptr (JsonObject) answers = NULL;
  JsonObject *table;

  apply (f->response, "{\"tabel\": {\"prijs\": \"2\", \"dienst\": \"5\"}}");
  g_assert_cmpstr (value_at (f->response, "/keuzes/tabel/dienst"), ==, "5");
  answers = rk_answers_collect (f->response);
  table = json_object_get_object_member (answers, "tabel");
  g_assert_cmpstr (json_object_get_string_member (table, "prijs"), ==, "2");
  g_assert_cmpuint (json_object_get_size (answers), ==, 1);
}

static void
test_the_title_follows_the_language (Fixture *f, gconstpointer data)
{
  rk_form_instance_set_language (rk_response_get_instance (f->response), "English");
  assert_matrix (f, "koppen", "What do you think?", 3);
  assert_matrix (f, "tabel", "How satisfied are you?", 2);
}

/* The group's label, else the note that stands for it: never a name that XLSForm made up. */
static void
test_a_note_above_a_table_is_no_question (Fixture *f, gconstpointer data)
{
  assert_matrix (f, "met", "Tevredenheid", 2);
  assert_matrix (f, "zonder", "Hoe vlot reist u?", 2);
  g_assert_cmpint (rk_question_get_question_type (find_question (f->response, "nota")), ==,
                   RK_QUESTION_NOTE);
}

static void
test_a_statement_is_answered_alone (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) csv = NULL;
  const char *text;

  apply (f->response, "{\"met\": {\"veilig\": 1}, \"groen\": 2}");
  g_assert_cmpstr (value_at (f->response, "/tabel/met/groen"), ==, "2");
  g_assert_cmpstr (value_at (f->response, "/tabel/met/veilig"), ==, "1");
  csv = rk_response_export (f->response, RK_RESPONSE_CSV, NULL);
  text = g_bytes_get_data (csv, NULL);
  g_assert_nonnull (strstr (text, "met,groen,Tevredenheid,Het groen,2,Goed"));
  apply (f->response, "{\"groen\": null}");
  g_assert_cmpstr (value_at (f->response, "/tabel/met/groen"), ==, "");
  g_assert_cmpstr (value_at (f->response, "/tabel/met/veilig"), ==, "1");
}

static void
test_what_is_missing_is_named (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) issues = rk_response_review (f->response);
  const RkIssue *issue = g_ptr_array_index (issues, 0);

  g_assert_cmpuint (issues->len, ==, 3);
  g_assert_true (g_str_has_prefix (issue->message, "De veiligheid: "));
}

/* A matrix is required when each statement is. */
static void
test_a_matrix_of_which_a_part_is_required (Fixture *f, gconstpointer data)
{
  g_assert_true (rk_question_get_required (find_question (f->response, "met")));
  g_assert_true (rk_question_is_partly_required (find_question (f->response, "met")));
  g_assert_true (rk_question_get_required (find_question (f->response, "zonder")));
  g_assert_false (rk_question_is_partly_required (find_question (f->response, "zonder")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/matrix/labels-above-statements-make-one-question", Fixture, FORM, set_up,
              test_labels_above_statements_make_one_question, tear_down);
  g_test_add ("/matrix/ticks-make-a-matrix-too", Fixture, FORM, set_up,
              test_ticks_make_a_matrix_too, tear_down);
  g_test_add ("/matrix/what-stands-beside-a-matrix-stays-a-question", Fixture, FORM, set_up,
              test_what_stands_beside_a_matrix_stays_a_question, tear_down);
  g_test_add ("/matrix/the-answer-goes-out-as-it-came-in", Fixture, FORM, set_up,
              test_the_answer_goes_out_as_it_came_in, tear_down);
  g_test_add ("/matrix/the-title-follows-the-language", Fixture, FORM, set_up,
              test_the_title_follows_the_language, tear_down);
  g_test_add ("/matrix/a-note-above-a-table-is-no-question", Fixture, NOTES, set_up,
              test_a_note_above_a_table_is_no_question, tear_down);
  g_test_add ("/matrix/a-statement-is-answered-alone", Fixture, NOTES, set_up,
              test_a_statement_is_answered_alone, tear_down);
  g_test_add ("/matrix/what-is-missing-is-named", Fixture, NOTES, set_up,
              test_what_is_missing_is_named, tear_down);
  g_test_add ("/matrix/a-matrix-of-which-a-part-is-required", Fixture, NOTES, set_up,
              test_a_matrix_of_which_a_part_is_required, tear_down);
  return g_test_run ();
}
