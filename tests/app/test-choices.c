/* SPDX-License-Identifier: EUPL-1.2 */
/* How choices are shown for each appearance and number, and what showing them costs. */
#include "runner-fixture.h"

#include "rk-choice-grid.h"
#include "rk-choice-input.h"
#include "rk-choice-row.h"
#include "rk-choice-search.h"
#include "rk-matrix-row.h"
#include "rk-matrix.h"
#include "rk-picker-choice.h"
#include "rk-range-steps.h"
#include "rk-single-choice.h"
#include "rk-words.h"

#include <string.h>

#define HEAD                                                                                       \
  "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\" "      \
  "xmlns:jr=\"http://openrosa.org/javarosa\" xmlns:odk=\"http://www.opendatakit.org/xforms\">"     \
  "<h:head><h:title>T</h:title><model><instance><t id=\"t\"><k/><v/>"                              \
  "<m><a/><b/></m></t></instance>"

/* A form with one question @control of @n choices, fewer when /t/k is "few". */
static char *
write_form (const char *control, const char *appearance, guint n)
{
  GString *form = g_string_new (HEAD "<instance id=\"l\"><root>");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (form, "<item><name>c%u</name><label>Keuze %u</label><g>%s</g></item>",
                            i, i, i < 3 ? "few" : "many");
  g_string_append_printf (
      form,
      "</root></instance><bind nodeset=\"/t/v\" type=\"string\"/></model>"
      "</h:head><h:body><input ref=\"/t/k\"/><%s ref=\"/t/v\" appearance=\"%s\">"
      "<itemset nodeset=\"instance('l')/root/item[/t/k != 'few' or g = 'few']\">"
      "<value ref=\"name\"/><label ref=\"label\"/></itemset></%s>"
      "</h:body></h:html>",
      control, appearance, control);
  return g_string_free (form, FALSE);
}

static RkFormInstance *
new_instance (const char *control, const char *appearance, guint n)
{
  g_autofree char *text = write_form (control, appearance, n);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = rk_form_new (bytes, "t.xml", NULL, NULL, &error);
  RkFormInstance *instance;

  g_assert_no_error (error);
  instance = rk_form_instance_new (form, NULL, &error);
  g_assert_no_error (error);
  return instance;
}

static void
test_appearance_and_number_decide (void)
{
  static const struct
  {
    const char *control, *appearance;
    guint n;
    RkChoiceShape shape;
    guint columns;
    gboolean bare, quick;
  } cases[] = {
    { "select1", "", 0, RK_CHOICE_LIST, 0, FALSE, FALSE },
    { "select1", "", 1, RK_CHOICE_LIST, 0, FALSE, FALSE },
    { "select1", "", 7, RK_CHOICE_LIST, 0, FALSE, FALSE },
    { "select1", "", 8, RK_CHOICE_PICKER, 0, FALSE, FALSE },
    { "select1", "", 5000, RK_CHOICE_PICKER, 0, FALSE, FALSE },
    { "select", "", 8, RK_CHOICE_LIST, 0, FALSE, FALSE },
    { "select", "", 13, RK_CHOICE_COLUMNS, 2, FALSE, FALSE },
    { "select", "", 100, RK_CHOICE_PICKER, 0, FALSE, FALSE },
    { "select1", "minimal", 2, RK_CHOICE_PICKER, 0, FALSE, FALSE },
    { "select1", "quick", 3, RK_CHOICE_LIST, 0, FALSE, TRUE },
    { "select", "quick", 3, RK_CHOICE_LIST, 0, FALSE, FALSE },
    { "select1", "autocomplete", 3, RK_CHOICE_PICKER, 0, FALSE, FALSE },
    { "select1", "columns search", 3, RK_CHOICE_PICKER, 0, FALSE, FALSE },
    { "select1", "columns", 20, RK_CHOICE_COLUMNS, 0, FALSE, FALSE },
    { "select1", "columns-4", 20, RK_CHOICE_COLUMNS, 4, FALSE, FALSE },
    { "select1", "columns-pack no-buttons", 20, RK_CHOICE_PACK, 0, TRUE, FALSE },
    { "select1", "likert", 5, RK_CHOICE_LIKERT, 0, FALSE, FALSE },
    { "select1", "likert", 12, RK_CHOICE_COLUMNS, 0, FALSE, FALSE },
    { "select1", "columns", 301, RK_CHOICE_PICKER, 0, FALSE, FALSE },
    { "select1", "horizontal", 3, RK_CHOICE_COLUMNS, 0, FALSE, FALSE },
    { "select", "horizontal-compact", 3, RK_CHOICE_PACK, 0, FALSE, FALSE },
    { "select1", "compact", 3, RK_CHOICE_PACK, 0, TRUE, FALSE },
    { "select1", "compact-2", 3, RK_CHOICE_COLUMNS, 2, TRUE, FALSE },
    { "select1", "quickcompact", 3, RK_CHOICE_PACK, 0, TRUE, TRUE },
    { "select1", "list-nolabel", 9, RK_CHOICE_LIST, 0, FALSE, FALSE },
    { "select1", "w2 no-buttons", 3, RK_CHOICE_LIST, 0, TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RkFormInstance) instance =
          new_instance (cases[i].control, cases[i].appearance, cases[i].n);
      RkChoiceLook look = rk_choice_look_of (rk_form_instance_find (instance, "/t/v"));

      g_test_message ("%s “%s” of %u", cases[i].control, cases[i].appearance, cases[i].n);
      g_assert_cmpint (look.shape, ==, cases[i].shape);
      g_assert_cmpuint (look.columns, ==, cases[i].columns);
      g_assert_cmpint (look.bare, ==, cases[i].bare);
      g_assert_cmpint (look.quick, ==, cases[i].quick);
    }
}

static void
test_words_are_told_apart (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GPtrArray) list = rk_words_split (" a  bc\td\n");

  g_assert_cmpuint (list->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (list, 1), ==, "bc");
  g_assert_true (rk_words_contain ("a bc d", "bc"));
  g_assert_false (rk_words_contain ("a bc d", "b"));
  g_assert_false (rk_words_contain ("", ""));
  g_assert_cmpuint (rk_words_count ("  "), ==, 0);
  rk_words_append (words, "x");
  rk_words_append (words, "y");
  g_assert_cmpstr (words->str, ==, "x y");
}

static void
assert_value (const RkControl *range, guint place, const char *expected)
{
  g_autofree char *value = rk_range_dup_value (rk_range_get_step (range, place));

  g_assert_cmpstr (value, ==, expected);
}

static void
test_a_range_counts_its_steps (void)
{
  const RkControl tenths = { .range_start = 0, .range_end = 0.3, .range_step = 0.1 };
  const RkControl down = { .range_start = 10, .range_end = 0, .range_step = 2 };
  const RkControl uneven = { .range_start = 1, .range_end = 10, .range_step = 4 };
  const RkControl endless = { .range_start = 0, .range_end = 1e300, .range_step = 1e-9 };

  g_assert_cmpuint (rk_range_count_steps (&tenths), ==, 4);
  assert_value (&tenths, 3, "0.3");
  g_assert_cmpuint (rk_range_count_steps (&down), ==, 6);
  assert_value (&down, 1, "8");
  g_assert_cmpuint (rk_range_count_steps (&uneven), ==, 3);
  g_assert_cmpfloat (rk_range_snap (&uneven, 10), ==, 9);
  g_assert_cmpfloat (rk_range_snap (&down, 6.9), ==, 6);
  g_assert_cmpuint (rk_range_count_steps (&endless), ==, G_MAXUINT);
}

/* --- in a window ------------------------------------------------------------------------------ */

typedef struct
{
  RkStore *store;
  RkResponse *response;
  RkAutosave *autosave;
  GtkWidget *window;
  char *path;
} Fixture;

static void
open_form (Fixture *f, const char *form)
{
  g_autofree char *id = NULL;
  g_autoptr (RkQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  f->path = g_build_filename (g_get_user_data_dir (), "t.regiekamer", NULL);
  f->store = rk_workspace_open (f->path, RK_STORE_CREATE, &error);
  g_assert_no_error (error);
  questionnaire = rk_questionnaire_find (f->store, form, &error);
  g_assert_no_error (error);
  id = rk_response_start (f->store, questionnaire, "2026", NULL, &error);
  g_assert_no_error (error);
  f->response = rk_response_open (f->store, id, &error);
  g_assert_no_error (error);
  f->autosave = rk_autosave_new (f->response);
  f->window = gtk_window_new ();
}

static void
begin (Fixture *f, const char *control, const char *appearance, guint n)
{
  g_autofree char *text = write_form (control, appearance, n);
  g_autofree char *form = g_build_filename (g_get_user_data_dir (), "t.xml", NULL);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (form, text, -1, NULL));
  open_form (f, form);
}

static void
end (Fixture *f)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_unref (f->autosave);
  g_object_unref (f->response);
  g_object_unref (f->store);
  g_unlink (f->path);
  g_free (f->path);
}

static RkFormNode *
node_of (Fixture *f, const char *path)
{
  return rk_form_instance_find (rk_response_get_instance (f->response), path);
}

static GtkWidget *
show (Fixture *f)
{
  GtkWidget *input = rk_choice_input_new (f->autosave, node_of (f, "/t/v"));

  gtk_window_set_child (GTK_WINDOW (f->window), input);
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_test_widget_wait_for_draw (f->window);
  return input;
}

static void
test_an_answer_makes_no_buttons (void)
{
  Fixture f;
  GtkWidget *grid, *first;

  begin (&f, "select", "columns", 30);
  grid = runner_find (show (&f), RK_TYPE_CHOICE_GRID);
  first = gtk_widget_get_first_child (grid);
  rk_autosave_choose (f.autosave, node_of (&f, "/t/v"), "c1 c4");
  rk_question_widget_update (RK_QUESTION_WIDGET (gtk_window_get_child (GTK_WINDOW (f.window))));
  g_assert_true (gtk_widget_get_first_child (grid) == first);
  g_assert_true (gtk_check_button_get_active (
      GTK_CHECK_BUTTON (gtk_widget_get_first_child (gtk_widget_get_next_sibling (first)))));
  end (&f);
}

static void
test_many_become_few_and_many_again (void)
{
  Fixture f;
  GtkWidget *input;

  begin (&f, "select1", "", 2000);
  input = show (&f);
  g_assert_nonnull (runner_find (input, RK_TYPE_PICKER_CHOICE));
  rk_autosave_choose (f.autosave, node_of (&f, "/t/k"), "few");
  g_assert_nonnull (runner_find (input, RK_TYPE_SINGLE_CHOICE));
  g_assert_null (runner_find (input, RK_TYPE_PICKER_CHOICE));
  rk_autosave_choose (f.autosave, node_of (&f, "/t/k"), "");
  g_assert_nonnull (runner_find (input, RK_TYPE_PICKER_CHOICE));
  end (&f);
}

/* Who asks for the choices before the others hear of it does not keep it from them; and a search
 * never goes by the list of before. */
static void
test_a_search_follows_the_choices (void)
{
  Fixture f;
  RkFormNode *node;
  GListModel *found;
  g_autoptr (RkChoiceSearch) search = NULL;

  begin (&f, "select1", "minimal", 20);
  node = node_of (&f, "/t/v");
  show (&f);
  rk_autosave_choose (f.autosave, node_of (&f, "/t/k"), "few");
  search = rk_choice_search_new (node);
  g_signal_connect_swapped (node_of (&f, "/t/k"), "notify::value",
                            G_CALLBACK (rk_form_node_get_choices), node);
  for (int i = 0; i < 2; i++)
    {
      found = rk_choice_search_find ("keuze", search);
      g_assert_cmpuint (g_list_model_get_n_items (found), ==, i == 0 ? 3 : 20);
      g_object_unref (found);
      rk_autosave_choose (f.autosave, node_of (&f, "/t/k"), i == 0 ? "" : "few");
    }
  end (&f);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_an_early_question_hides_no_change (void)
{
  guint n = 0;
  g_autoptr (RkFormInstance) instance = new_instance ("select1", "minimal", 20);
  RkFormNode *node = rk_form_instance_find (instance, "/t/v");
  RkFormNode *key = rk_form_instance_find (instance, "/t/k");

  g_assert_cmpuint (rk_form_node_get_choices (node)->len, ==, 20);
  g_signal_connect_swapped (key, "notify::value", G_CALLBACK (rk_form_node_get_choices), node);
  g_signal_connect_swapped (node, "choices-changed", G_CALLBACK (count_cb), &n);
  rk_form_instance_set_value (instance, key, "few");
  g_assert_cmpuint (rk_form_node_get_choices (node)->len, ==, 3);
  g_assert_cmpuint (n, ==, 1);
}

/* Five thousand choices: shown and first searched within the time of a few frames. The limits are
 * wide, for machines that do other things too. */
static void
test_five_thousand_are_there_at_once (void)
{
  Fixture f;
  gint64 start, shown, searched;
  g_autoptr (RkChoiceSearch) search = NULL;
  g_autoptr (GListModel) found = NULL, again = NULL;

  begin (&f, "select1", "minimal", 5000);
  start = g_get_monotonic_time ();
  show (&f);
  shown = g_get_monotonic_time ();
  search = rk_choice_search_new (node_of (&f, "/t/v"));
  found = rk_choice_search_find ("4", search);
  searched = g_get_monotonic_time ();
  again = rk_choice_search_find ("keuze 4987", search);
  g_test_message ("5,000 choices: shown %.1f ms, first letter %.1f ms, next %.1f ms",
                  (shown - start) / 1000.0, (searched - shown) / 1000.0,
                  (g_get_monotonic_time () - searched) / 1000.0);
  g_assert_cmpuint (g_list_model_get_n_items (again), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (found), >, 0);
  g_assert_cmpint (searched - shown, <, 500 * 1000);
  end (&f);
}

/* Forty statements of five options: drawn at once, and an answer makes nothing new. */
static void
test_forty_statements_are_drawn_at_once (void)
{
  Fixture f;
  g_autofree char *form =
      g_build_filename (g_getenv ("RK_SOURCE_ROOT"), "tests", "ui", "forms", "choices.xml", NULL);
  g_autoptr (RkQuestion) question = NULL;
  GtkWidget *matrix, *row;
  gint64 start;

  open_form (&f, form);
  question = rk_questions_find (rk_response_get_sections (f.response), "lang", NULL);
  g_assert_nonnull (question);
  start = g_get_monotonic_time ();
  matrix = rk_matrix_new (f.autosave, question);
  gtk_window_set_child (GTK_WINDOW (f.window), matrix);
  gtk_window_present (GTK_WINDOW (f.window));
  gtk_test_widget_wait_for_draw (f.window);
  g_test_message ("40 statements: drawn after %.1f ms", (g_get_monotonic_time () - start) / 1000.0);
  g_assert_cmpuint (runner_count (matrix, RK_TYPE_MATRIX_ROW), ==, 40);
  row = runner_find (matrix, RK_TYPE_MATRIX_ROW);
  rk_autosave_choose (f.autosave, node_of (&f, "/keuzes/lang/s1"), "2");
  g_assert_true (runner_find (matrix, RK_TYPE_MATRIX_ROW) == row);
  start = g_get_monotonic_time ();
  rk_form_instance_set_language (rk_response_get_instance (f.response), "English");
  g_test_message ("40 statements: in another language after %.1f ms",
                  (g_get_monotonic_time () - start) / 1000.0);
  g_assert_true (runner_find (matrix, RK_TYPE_MATRIX_ROW) == row);
  g_assert_nonnull (runner_find_label (matrix, "Statement 40: we do this"));
  end (&f);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/choices/appearance-and-number-decide", test_appearance_and_number_decide);
  g_test_add_func ("/choices/words-are-told-apart", test_words_are_told_apart);
  g_test_add_func ("/choices/a-range-counts-its-steps", test_a_range_counts_its_steps);
  g_test_add_func ("/choices/an-answer-makes-no-buttons", test_an_answer_makes_no_buttons);
  g_test_add_func ("/choices/many-become-few-and-many-again", test_many_become_few_and_many_again);
  g_test_add_func ("/choices/a-search-follows-the-choices", test_a_search_follows_the_choices);
  g_test_add_func ("/choices/an-early-question-hides-no-change",
                   test_an_early_question_hides_no_change);
  g_test_add_func ("/choices/five-thousand-are-there-at-once",
                   test_five_thousand_are_there_at_once);
  g_test_add_func ("/choices/forty-statements-are-drawn-at-once",
                   test_forty_statements_are_drawn_at_once);
  return g_test_run ();
}
