/* SPDX-License-Identifier: EUPL-1.2 */
/* What counts as a question, and what is said about it. */
#include "survey-fixture.h"

#include <string.h>

static RkSection *
get_section (RkResponse *response, guint n)
{
  g_autoptr (RkSection) section = g_list_model_get_item (rk_response_get_sections (response), n);

  return section; /* the list keeps it */
}

static void
test_sections_follow_the_form (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (g_list_model_get_n_items (rk_response_get_sections (f->response)), ==, 3);
  g_assert_cmpstr (rk_section_get_title (get_section (f->response, 0)), ==, "Tuinmeting");
  g_assert_cmpuint (rk_section_get_total (get_section (f->response, 0)), ==, 0);
  g_assert_cmpstr (rk_section_get_title (get_section (f->response, 1)), ==, "Grond");
  g_assert_cmpstr (rk_section_get_id (get_section (f->response, 1)), ==, "grond");
  g_assert_cmpuint (rk_section_get_total (get_section (f->response, 1)), ==, 5);
  g_assert_cmpstr (rk_section_get_title (get_section (f->response, 2)), ==, "Planten");
  g_assert_cmpuint (rk_section_get_total (get_section (f->response, 2)), ==, 5);
}

static void
assert_type (Fixture *f, const char *id, RkQuestionType type)
{
  g_assert_cmpint (rk_question_get_question_type (find_question (f->response, id)), ==, type);
}

static void
test_types_are_told_apart (Fixture *f, gconstpointer data)
{
  assert_type (f, "intro", RK_QUESTION_NOTE);
  assert_type (f, "tuin.opp", RK_QUESTION_NUMBER);
  assert_type (f, "tuin.diepte", RK_QUESTION_NUMBER);
  assert_type (f, "tuin.soort", RK_QUESTION_SINGLE);
  assert_type (f, "tuin.water", RK_QUESTION_LEVEL);
  assert_type (f, "tuin.aanleg", RK_QUESTION_DATE);
  assert_type (f, "tuin.keuze", RK_QUESTION_MULTIPLE);
  assert_type (f, "tuin.stel", RK_QUESTION_MATRIX);
  assert_type (f, "tuin.top", RK_QUESTION_RANKING);
  assert_type (f, "bed", RK_QUESTION_REPEAT);
  assert_type (f, "tuin.nota", RK_QUESTION_LONG_TEXT);
}

static void
count_notify (RkSection *section, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_progress_respects_skip_logic (Fixture *f, gconstpointer data)
{
  RkSection *section = get_section (f->response, 1);
  RkQuestion *water = find_question (f->response, "tuin.water");
  guint answered, total, required_open, notified = 0;

  g_signal_connect (section, "notify::total", G_CALLBACK (count_notify), &notified);
  g_assert_cmpuint (rk_question_get_number (water), ==, 4);
  enter_at (f->response, "/tuin/grond/tuin_soort", "klei");
  g_assert_cmpuint (rk_section_get_total (section), ==, 4);
  g_assert_cmpuint (rk_section_get_answered (section), ==, 1);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_false (rk_question_get_visible (water));
  g_assert_cmpuint (rk_question_get_number (water), ==, 0);
  g_assert_cmpuint (rk_question_get_number (find_question (f->response, "tuin.aanleg")), ==, 4);
  rk_response_get_progress (f->response, &answered, &total, &required_open);
  g_assert_cmpuint (answered, ==, 1);
  g_assert_cmpuint (total, ==, 9);
  g_assert_cmpuint (required_open, ==, 2); /* the surface and the statements */
}

static void
test_a_matrix_is_answered_when_its_required_parts_are (Fixture *f, gconstpointer data)
{
  RkQuestion *matrix = find_question (f->response, "tuin.stel");

  enter_at (f->response, "/tuin/planten/tuin_stel/tuin_stel_a", "1");
  g_assert_false (rk_question_get_answered (matrix));
  enter_at (f->response, "/tuin/planten/tuin_stel/tuin_stel_b", "x");
  g_assert_true (rk_question_get_answered (matrix));
  g_assert_true (rk_question_get_required (matrix));
}

static void
test_an_addition_belongs_to_its_question (Fixture *f, gconstpointer data)
{
  RkQuestion *question = find_question (f->response, "tuin.soort");
  GPtrArray *additions = rk_question_get_additions (question);
  g_autofree char *answer = NULL;

  g_assert_cmpuint (additions->len, ==, 1);
  enter_at (f->response, "/tuin/grond/tuin_soort", "ander");
  g_assert_true (rk_question_get_visible (g_ptr_array_index (additions, 0)));
  g_assert_false (rk_question_get_answered (question));
  enter_at (f->response, "/tuin/grond/tuin_soort_ander_tekst", "zand");
  g_assert_true (rk_question_get_answered (question));
  answer = rk_question_dup_answer_text (question);
  g_assert_cmpstr (answer, ==, "Andere – zand");
}

static void
assert_heading (Fixture *f, const char *id, const char *expected)
{
  g_auto (GStrv) headings = rk_question_dup_headings (find_question (f->response, id));

  g_assert_cmpstr (headings[0], ==, expected);
}

static void
test_a_heading_stands_at_the_first_visible_question (Fixture *f, gconstpointer data)
{
  assert_heading (f, "tuin.soort", "Soort en water");
  assert_heading (f, "tuin.water", NULL);
  assert_heading (f, "tuin.opp", NULL);
}

static void
test_fields_of_a_row_are_questions (Fixture *f, gconstpointer data)
{
  RkQuestion *beds = find_question (f->response, "bed");
  g_autoptr (GListModel) fields = NULL;
  g_autoptr (RkQuestion) name = NULL, inner = NULL;
  g_autofree char *label = rk_question_dup_label (beds), *field_label = NULL;
  RkFormNode *row = NULL;

  g_assert_cmpstr (label, ==, "Bedden");
  g_assert_true (rk_response_add_row (f->response, rk_question_get_node (beds), &row, NULL));
  g_assert_false (rk_question_get_answered (beds));
  fields = rk_question_list_fields (beds, row);
  g_assert_cmpuint (g_list_model_get_n_items (fields), ==, 3);
  name = g_list_model_get_item (fields, 0);
  inner = g_list_model_get_item (fields, 2);
  field_label = rk_question_dup_label (name);
  g_assert_cmpstr (field_label, ==, "Naam");
  g_assert_cmpint (rk_question_get_question_type (inner), ==, RK_QUESTION_REPEAT);
  enter_at (f->response, "/tuin/planten/bed[1]/naam", "rozen");
  g_assert_true (rk_question_get_answered (name));
  g_assert_true (rk_question_get_answered (beds));
  /* the fields of a row that is gone stay quiet */
  g_assert_true (rk_response_remove_row (f->response, row, NULL));
  enter_at (f->response, "/tuin/grond/tuin_opp", "5");
  g_assert_false (rk_question_get_answered (name));
  g_assert_false (rk_question_get_visible (name));
}

static void
assert_answer (Fixture *f, const char *id, const char *expected)
{
  g_autofree char *answer = rk_question_dup_answer_text (find_question (f->response, id));

  g_assert_cmpstr (answer, ==, expected);
}

static void
test_answers_are_in_words (Fixture *f, gconstpointer data)
{
  assert_answer (f, "tuin.opp", "");
  apply (f->response, "{\"tuin.opp\": 1200, \"tuin.diepte\": 12.5, \"tuin.soort\": \"wn\","
                      " \"tuin.keuze\": [\"lis\", \"roos\"], \"tuin.top\": [\"lis\", \"roos\"],"
                      " \"tuin.aanleg\": \"2020-04-01\","
                      " \"bed\": [{\"naam\": \"a\"}, {\"naam\": \"b\"}]}");
  assert_answer (f, "tuin.opp", "1.200\302\240m²");
  assert_answer (f, "tuin.diepte", "12,5\302\240cm");
  assert_answer (f, "tuin.soort", "Weet niet");
  assert_answer (f, "tuin.keuze", "Roos; Lis");
  assert_answer (f, "tuin.top", "1. Lis; 2. Roos");
  assert_answer (f, "tuin.aanleg", "01/04/2020");
  assert_answer (f, "bed", "2 rows");
}

/* --- review ----------------------------------------------------------------------------------- */

static char *
review (Fixture *f)
{
  static const char *const names[] = { "required", "wrong", "warning", "open" };
  g_autoptr (GPtrArray) issues = rk_response_review (f->response);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < issues->len; i++)
    {
      const RkIssue *issue = g_ptr_array_index (issues, i);

      g_string_append_printf (text, "%s %s\n", names[issue->type],
                              rk_form_node_get_name (issue->node));
    }
  return g_string_free (text, FALSE);
}

static void
test_the_review_names_every_kind (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  apply (f->response, "{\"tuin.opp\": 20000, \"tuin.keuze\": [\"roos\", \"geen\"],"
                      " \"tuin.stel\": {\"a\": \"1\"}, \"bed\": [{\"aantal\": 2}]}");
  enter_at (f->response, "/tuin/grond/tuin_diepte", "diep");
  text = review (f);
  g_assert_cmpstr (text, ==,
                   "warning tuin_opp\n"
                   "wrong tuin_diepte\n"
                   "required tuin_soort\n"
                   "open tuin_water\n"
                   "open tuin_aanleg\n"
                   "wrong tuin_keuze\n"
                   "required tuin_stel_b\n"
                   "open tuin_top\n"
                   "warning bed\n"
                   "required naam\n"
                   "open tuin_nota\n");
}

static void
assert_message (Fixture *f, const char *path, const char *text, const char *message)
{
  g_autofree char *found = NULL;

  enter_at (f->response, path, text);
  found = rk_response_dup_message (f->response, node_at (f->response, path));
  g_assert_cmpstr (found, ==, message);
}

static void
test_messages_say_what_to_do (Fixture *f, gconstpointer data)
{
  assert_message (f, "/tuin/grond/tuin_opp", "0", "Vul een oppervlakte in van 1 tot 50.000.");
  assert_message (f, "/tuin/grond/tuin_opp", "12,5",
                  "Fill in a whole number, without letters or decimals. Example: 12.");
  assert_message (f, "/tuin/grond/tuin_diepte", "diep",
                  "Fill in a number, without letters. Example: 12,5.");
  assert_message (f, "/tuin/grond/tuin_diepte", "-1",
                  "This answer does not fit the question. Look at it again.");
  assert_message (f, "/tuin/grond/tuin_aanleg", "ooit", "Fill in a date. Example: 31/12/2027.");
  assert_message (f, "/tuin/grond/tuin_aanleg", "31/02/2026",
                  "31 February 2026 does not exist. Fill in another date. Example: 31/12/2027.");
  assert_message (f, "/tuin/grond/tuin_opp", "12", NULL);
  assert_message (f, "/tuin/grond/tuin_opp", "", NULL); /* open is not wrong */
}

static void
test_our_forms_have_their_questions (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *form;
    guint sections, questions;
  } forms[] = { { "BDR", 7, 60 }, { "MAT", 8, 64 }, { "IVG", 7, 30 } };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *id = start (f->store, forms[i].form);
      g_autoptr (RkResponse) response = open_response (f->store, id);
      GListModel *sections = rk_response_get_sections (response);
      guint questions = 0;

      g_assert_cmpuint (g_list_model_get_n_items (sections), ==, forms[i].sections);
      for (guint s = 0; s < forms[i].sections; s++)
        {
          GListModel *list = rk_section_get_questions (get_section (response, s));

          for (guint q = 0; q < g_list_model_get_n_items (list); q++)
            {
              g_autoptr (RkQuestion) question = g_list_model_get_item (list, q);

              questions += rk_question_counts (question);
            }
        }
      g_assert_cmpuint (questions, ==, forms[i].questions);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/question/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("sections-follow-the-form", test_sections_follow_the_form);
  ADD ("types-are-told-apart", test_types_are_told_apart);
  ADD ("progress-respects-skip-logic", test_progress_respects_skip_logic);
  ADD ("a-matrix-is-answered-when-its-required-parts-are",
       test_a_matrix_is_answered_when_its_required_parts_are);
  ADD ("an-addition-belongs-to-its-question", test_an_addition_belongs_to_its_question);
  ADD ("a-heading-stands-at-the-first-visible-question",
       test_a_heading_stands_at_the_first_visible_question);
  ADD ("fields-of-a-row-are-questions", test_fields_of_a_row_are_questions);
  ADD ("answers-are-in-words", test_answers_are_in_words);
  ADD ("the-review-names-every-kind", test_the_review_names_every_kind);
  ADD ("messages-say-what-to-do", test_messages_say_what_to_do);
  ADD ("our-forms-have-their-questions", test_our_forms_have_their_questions);
  return g_test_run ();
}
