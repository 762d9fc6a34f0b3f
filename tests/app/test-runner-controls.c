/* SPDX-License-Identifier: EUPL-1.2 */
/* The controls of the runner, one by one, as a person at the keyboard uses them. */
#include "runner-fixture.h"

#include "rk-autosave.h"
#include "rk-choice-grid.h"
#include "rk-choice-row.h"
#include "rk-level-choice.h"
#include "rk-matrix-row.h"
#include "rk-matrix-steps.h"
#include "rk-matrix.h"
#include "rk-multiple-choice.h"
#include "rk-number-entry.h"
#include "rk-place-field.h"
#include "rk-range-scale.h"
#include "rk-ranking-row.h"
#include "rk-ranking.h"
#include "rk-repeat-row.h"
#include "rk-repeat-table.h"
#include "rk-row-editor.h"
#include "rk-single-choice.h"
#include "rk-trigger-check.h"

#include <sys/resource.h>
#include <signal.h>

static GtkWidget *
show_question (Runner *f, const char *id, GType type)
{
  GtkWidget *hit;

  rk_runner_page_show_question (f->page, id);
  runner_spin (100);
  hit = runner_find (f->window, type);
  g_assert_nonnull (hit);
  return hit;
}

/* The row of @value below @root. */
static GtkWidget *
find_choice (GtkWidget *root, const char *value)
{
  GtkWidget *hit = NULL;

  if (GTK_IS_CHECK_BUTTON (root) && g_strcmp0 (rk_choice_row_get_value (root), value) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && hit == NULL;
       child = gtk_widget_get_next_sibling (child))
    hit = find_choice (child, value);
  return hit;
}

static void
tick (GtkWidget *root, const char *value, gboolean on)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_choice (root, value)), on);
}

static GtkWidget *
nth_of_type (GtkWidget *root, GType type, guint *n)
{
  GtkWidget *hit = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (*n)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && hit == NULL;
       child = gtk_widget_get_next_sibling (child))
    hit = nth_of_type (child, type, n);
  return hit;
}

static GtkWidget *
nth (GtkWidget *root, GType type, guint n)
{
  return nth_of_type (root, type, &n);
}

static void
test_single_opens_text_and_clears (Runner *f, gconstpointer data)
{
  GtkWidget *single = show_question (f, "T.A01", RK_TYPE_SINGLE_CHOICE);
  GtkWidget *grid = runner_find (single, RK_TYPE_CHOICE_GRID), *last;

  tick (single, "ander", TRUE);
  runner_spin (400);
  runner_assert_value (f, "/T/T_S1/T_A01", "ander");
  g_assert_true (gtk_widget_get_mapped (runner_find (single, GTK_TYPE_ENTRY)));
  /* "do not know" stands last, after a line */
  last = gtk_widget_get_last_child (grid);
  g_assert_cmpstr (rk_choice_row_get_value (gtk_widget_get_first_child (last)), ==, "weet");
  g_assert_true (GTK_IS_SEPARATOR (gtk_widget_get_prev_sibling (last)));
  gtk_widget_grab_focus (find_choice (single, "ander"));
  g_assert_true (runner_press (single, GDK_KEY_Delete, 0));
  runner_assert_value (f, "/T/T_S1/T_A01", "");
}

static void
test_multiple_excludes_and_limits (Runner *f, gconstpointer data)
{
  GtkWidget *multiple = show_question (f, "T.A02", RK_TYPE_MULTIPLE_CHOICE);

  tick (multiple, "a", TRUE);
  tick (multiple, "b", TRUE);
  runner_assert_value (f, "/T/T_S1/T_A02", "a b");
  tick (multiple, "c", TRUE);
  runner_assert_value (f, "/T/T_S1/T_A02", "a b");
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_choice (multiple, "c"))));
  g_assert_nonnull (runner_find_label (multiple, "You can choose at most 2. Take one away first."));
  g_assert_nonnull (runner_find_label (multiple, "2 of at most 2 chosen"));
  tick (multiple, "geen", TRUE);
  runner_assert_value (f, "/T/T_S1/T_A02", "geen");
  tick (multiple, "b", TRUE);
  runner_assert_value (f, "/T/T_S1/T_A02", "b");
}

static void
test_level_takes_digits (Runner *f, gconstpointer data)
{
  GtkWidget *level = show_question (f, "T.B04", RK_TYPE_LEVEL_CHOICE);

  g_assert_true (runner_press (level, GDK_KEY_2, 0));
  runner_assert_value (f, "/T/T_S2/T_B04", "2");
  g_assert_false (runner_press (level, GDK_KEY_9, 0));
  g_assert_nonnull (runner_find_label (level, "Er is iets."));
  g_assert_true (runner_press (level, GDK_KEY_Delete, 0));
  runner_assert_value (f, "/T/T_S2/T_B04", "");
}

static void
test_matrix_by_keyboard (Runner *f, gconstpointer data)
{
  GtkWidget *matrix = show_question (f, "T.B01", RK_TYPE_MATRIX);
  GtkWidget *first = nth (matrix, RK_TYPE_MATRIX_ROW, 0);
  GtkWidget *second = nth (matrix, RK_TYPE_MATRIX_ROW, 1);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Het gaat vlot.");
  /* down goes on without choosing */
  gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD);
  g_assert_true (runner_press (first, GDK_KEY_Down, 0));
  runner_assert_value (f, "/T/T_S2/T_B01/T_B01_a", "");
  g_assert_nonnull (gtk_widget_get_focus_child (second));
  /* arrows choose */
  g_assert_true (runner_press (second, GDK_KEY_Right, 0));
  runner_assert_value (f, "/T/T_S2/T_B01/T_B01_b", "2");
  /* a digit chooses and goes down */
  g_assert_true (runner_press (second, GDK_KEY_Up, 0));
  g_assert_true (runner_press (first, GDK_KEY_3, 0));
  runner_assert_value (f, "/T/T_S2/T_B01/T_B01_a", "3");
  g_assert_nonnull (gtk_widget_get_focus_child (second));
  /* one tab stop: from the chosen option straight out */
  g_assert_false (gtk_widget_child_focus (second, GTK_DIR_TAB_FORWARD));
}

static void
test_matrix_tells_open_rows_after_leaving (Runner *f, gconstpointer data)
{
  GtkWidget *matrix = show_question (f, "T.B01", RK_TYPE_MATRIX);
  GtkWidget *first = nth (matrix, RK_TYPE_MATRIX_ROW, 0);

  gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD);
  runner_press (first, GDK_KEY_1, 0);
  runner_spin (50);
  g_assert_null (runner_find_label (matrix, "Still to be filled in"));
  rk_runner_page_show_question (f->page, "T.B04");
  runner_spin (50);
  g_assert_nonnull (runner_find_label (matrix, "Still to be filled in"));
}

static void
test_matrix_steps_when_narrow (Runner *f, gconstpointer data)
{
  GtkWidget *matrix = show_question (f, "T.B01", RK_TYPE_MATRIX), *steps;

  rk_question_widget_set_narrow (RK_QUESTION_WIDGET (matrix), TRUE);
  runner_spin (50);
  steps = runner_find (matrix, RK_TYPE_MATRIX_STEPS);
  g_assert_nonnull (runner_find_label (steps, "statement 1 of 3"));
  tick (steps, "2", TRUE);
  runner_assert_value (f, "/T/T_S2/T_B01/T_B01_a", "2");
  g_assert_nonnull (runner_find_label (steps, "statement 1 of 3"));
}

static void
test_repeat_adds_edits_removes (Runner *f, gconstpointer data)
{
  GtkWidget *table = show_question (f, "T.B02", RK_TYPE_REPEAT_TABLE), *editor, *entry, *row;

  g_assert_nonnull (runner_find_label (table, "No rows yet."));
  g_signal_emit_by_name (runner_find (table, GTK_TYPE_BUTTON), "clicked");
  runner_spin (100);
  editor = runner_find (table, RK_TYPE_ROW_EDITOR);
  g_assert_nonnull (editor);
  entry = runner_find (editor, GTK_TYPE_ENTRY);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (f->window)), entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "BurgerPunt");
  entry = nth (editor, GTK_TYPE_ENTRY, 1);
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "203");
  gtk_widget_grab_focus (nth (editor, GTK_TYPE_ENTRY, 2));
  runner_spin (100);
  row = runner_find (table, RK_TYPE_REPEAT_ROW);
  runner_assert_value (f, "/T/T_S2/T_B02[1]/naam", "BurgerPunt");
  g_assert_nonnull (runner_find_label (row, "BurgerPunt"));
  g_assert_nonnull (runner_find_label (row, "2 of 3"));
  g_assert_nonnull (
      runner_find_label (row, "Vul een jaar in van 2020 tot 2050, bijvoorbeeld 2028."));
  g_assert_nonnull (runner_find_label (table, "1 row · recommended: 2 or more"));
  g_assert_true (runner_press (row, GDK_KEY_Delete, 0));
  runner_spin (100);
  g_assert_null (runner_find (table, RK_TYPE_REPEAT_ROW));
}

static void
test_row_is_kept_when_the_section_goes (Runner *f, gconstpointer data)
{
  GtkWidget *table = show_question (f, "T.B02", RK_TYPE_REPEAT_TABLE), *entry;

  g_signal_emit_by_name (runner_find (table, GTK_TYPE_BUTTON), "clicked");
  runner_spin (100);
  entry = runner_find (runner_find (table, RK_TYPE_ROW_EDITOR), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Half");
  gtk_widget_activate_action (GTK_WIDGET (f->page), "runner.next-section", NULL);
  runner_spin (50);
  runner_assert_value (f, "/T/T_S2/T_B02[1]/naam", "Half");
}

/* A long table is shown a page at a time; what one goes to is on the page that shows. */
static void
test_repeat_of_many_rows (Runner *f, gconstpointer data)
{
  RkFormNode *repeat = runner_node (f, "/T/T_S2/T_B02"), *row = NULL;
  GtkWidget *table = show_question (f, "T.B02", RK_TYPE_REPEAT_TABLE);

  for (guint i = 0; i < 60; i++)
    g_assert_true (rk_response_add_row (f->response, repeat, &row, NULL));
  runner_spin (100);
  g_assert_cmpuint (runner_count (table, RK_TYPE_REPEAT_ROW), ==, 50);
  g_assert_nonnull (runner_find_label (table, "Rows 1 to 50 of 60 · recommended: 2 or more"));
  g_signal_emit_by_name (gtk_widget_get_ancestor (runner_find_label (table, "Later rows"),
                                                  GTK_TYPE_BUTTON),
                         "clicked");
  runner_spin (100);
  g_assert_cmpuint (runner_count (table, RK_TYPE_REPEAT_ROW), ==, 10);
  g_signal_emit_by_name (gtk_widget_get_ancestor (runner_find_label (table, "Earlier rows"),
                                                  GTK_TYPE_BUTTON),
                         "clicked");
  /* a new row is the last one, and opens */
  g_signal_emit_by_name (gtk_widget_get_ancestor (runner_find_label (table, "Add row"),
                                                  GTK_TYPE_BUTTON),
                         "clicked");
  runner_spin (100);
  g_assert_cmpuint (runner_count (table, RK_TYPE_REPEAT_ROW), ==, 11);
  g_assert_nonnull (runner_find (table, RK_TYPE_ROW_EDITOR));
}

/* From the review one gets to the very field, on whatever page its row is. */
static void
test_repeat_shows_a_field (Runner *f, gconstpointer data)
{
  RkFormNode *repeat = runner_node (f, "/T/T_S2/T_B02"), *node = NULL, *field;
  GtkWidget *table, *entry, *focus;

  for (guint i = 0; i < 60; i++)
    g_assert_true (rk_response_add_row (f->response, repeat, &node, NULL));
  field = runner_node (f, "/T/T_S2/T_B02[57]/einde");
  rk_runner_page_show_field (f->page, "T.B02", field);
  runner_spin (100);
  table = runner_find (f->window, RK_TYPE_REPEAT_TABLE);
  entry = nth (runner_find (table, RK_TYPE_ROW_EDITOR), GTK_TYPE_ENTRY, 1);
  focus = gtk_root_get_focus (GTK_ROOT (f->window));
  g_assert_true (focus == entry || gtk_widget_is_ancestor (focus, entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "2031");
  gtk_widget_grab_focus (nth (runner_find (table, RK_TYPE_ROW_EDITOR), GTK_TYPE_ENTRY, 2));
  runner_spin (100);
  runner_assert_value (f, "/T/T_S2/T_B02[57]/einde", "2031");
}

/* Rows can come and go by the hundred: what is not on the page is not drawn, and a page is made
 * once. */
static void
test_repeat_makes_a_page_once (Runner *f, gconstpointer data)
{
  RkFormNode *repeat = runner_node (f, "/T/T_S2/T_B02"), *node = NULL;
  GtkWidget *table = show_question (f, "T.B02", RK_TYPE_REPEAT_TABLE), *row;

  for (guint i = 0; i < 50; i++)
    g_assert_true (rk_response_add_row (f->response, repeat, &node, NULL));
  row = runner_find (table, RK_TYPE_REPEAT_ROW);
  for (guint i = 0; i < 30; i++)
    g_assert_true (rk_response_add_row (f->response, repeat, &node, NULL));
  runner_spin (100);
  g_assert_true (runner_find (table, RK_TYPE_REPEAT_ROW) == row);
  g_assert_nonnull (runner_find_label (table, "Rows 1 to 50 of 80 · recommended: 2 or more"));
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (RkFormNode) first = g_list_model_get_item (rk_form_node_get_children (repeat), 0);

      g_assert_true (rk_response_remove_row (f->response, first, NULL));
      g_assert_true (runner_find (table, RK_TYPE_REPEAT_ROW) == row);
    }
  runner_spin (100);
  g_assert_cmpuint (runner_count (table, RK_TYPE_REPEAT_ROW), ==, 40);
  g_assert_true (rk_repeat_row_get_node (RK_REPEAT_ROW (nth (table, RK_TYPE_REPEAT_ROW, 39))) ==
                 node);
  g_assert_nonnull (runner_find_label (table, "40 rows · recommended: 2 or more"));
}

/* The words of a column start where its cells do; amounts end there. */
static void
test_repeat_columns_line_up (Runner *f, gconstpointer data)
{
  GtkWidget *table = show_question (f, "T.B02", RK_TYPE_REPEAT_TABLE);
  RkFormNode *row = NULL;
  static const char *const headers[] = { "Naam", "Einde", "Kost" };
  static const char *const cells[] = { "Een heel lange naam", "2027", "€\u00a048.500" };
  static const char *const names[] = { "naam", "einde", "kost" };
  static const char *const values[] = { "Een heel lange naam", "2027", "48500" };

  g_assert_true (rk_response_add_row (f->response, runner_node (f, "/T/T_S2/T_B02"), &row, NULL));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *path = g_strconcat ("/T/T_S2/T_B02[1]/", names[i], NULL);

      g_assert_true (rk_response_enter_value (f->response, runner_node (f, path), values[i], NULL));
    }
  runner_spin (300);
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *header = runner_find_label (table, headers[i]);
      GtkWidget *cell = runner_find_label (table, cells[i]);
      graphene_rect_t above, below;
      float end = i == 2; /* 1: compare where they end */

      g_assert_nonnull (header);
      g_assert_nonnull (cell);
      g_assert_true (gtk_widget_compute_bounds (header, table, &above));
      g_assert_true (gtk_widget_compute_bounds (cell, table, &below));
      g_assert_cmpfloat_with_epsilon (above.origin.x + end * above.size.width,
                                      below.origin.x + end * below.size.width, 1.1);
    }
}

static void
test_repeat_moves_rows (Runner *f, gconstpointer data)
{
  static const char *const names[] = { "Een", "Twee" };
  RkFormNode *repeat, *row;
  GtkWidget *table = show_question (f, "T.B02", RK_TYPE_REPEAT_TABLE);
  g_autoptr (RkQuestion) question =
      rk_questions_find (rk_response_get_sections (f->response), "T.B02", NULL);

  repeat = rk_question_get_node (question);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/T/T_S2/T_B02[%u]/naam", i + 1);

      g_assert_true (rk_response_add_row (f->response, repeat, &row, NULL));
      rk_response_enter (f->response, runner_node (f, path), names[i], NULL);
    }
  runner_spin (100);
  g_assert_true (runner_press (nth (table, RK_TYPE_REPEAT_ROW, 1), GDK_KEY_Up, GDK_ALT_MASK));
  runner_spin (100);
  runner_assert_value (f, "/T/T_S2/T_B02[1]/naam", "Twee");
  g_assert_true (gtk_widget_has_focus (nth (table, RK_TYPE_REPEAT_ROW, 0)));
}

static void
test_ranking_by_keyboard (Runner *f, gconstpointer data)
{
  GtkWidget *ranking = show_question (f, "T.B03", RK_TYPE_RANKING), *row;

  row = nth (ranking, RK_TYPE_RANKING_ROW, 1); /* Banaan: nothing is placed yet */
  gtk_widget_grab_focus (row);
  g_assert_true (runner_press (row, GDK_KEY_Return, 0));
  runner_assert_value (f, "/T/T_S2/T_B03/T_B03_1", "b");
  row = nth (ranking, RK_TYPE_RANKING_ROW, 1); /* Appel */
  gtk_widget_grab_focus (row);
  g_assert_true (runner_press (row, GDK_KEY_Return, 0));
  runner_assert_value (f, "/T/T_S2/T_B03/T_B03_2", "a");
  row = nth (ranking, RK_TYPE_RANKING_ROW, 1);
  g_assert_true (gtk_widget_has_focus (row));
  g_assert_true (runner_press (row, GDK_KEY_Up, GDK_ALT_MASK));
  runner_assert_value (f, "/T/T_S2/T_B03/T_B03_1", "a");
  runner_assert_value (f, "/T/T_S2/T_B03/T_B03_2", "b");
  g_assert_nonnull (runner_find_label (ranking, "Your order is complete: 2 places."));
  g_assert_true (runner_press (nth (ranking, RK_TYPE_RANKING_ROW, 0), GDK_KEY_Delete, 0));
  runner_assert_value (f, "/T/T_S2/T_B03/T_B03_1", "b");
  runner_assert_value (f, "/T/T_S2/T_B03/T_B03_2", "");
}

static void
test_number_is_written_as_here (Runner *f, gconstpointer data)
{
  GtkWidget *number = show_question (f, "T.A03", RK_TYPE_NUMBER_ENTRY);
  GtkEditable *entry = GTK_EDITABLE (runner_find (number, GTK_TYPE_ENTRY));

  gtk_editable_set_text (entry, "1 234");
  rk_runner_page_show_question (f->page, "T.A04");
  runner_spin (50);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "1.234");
  runner_assert_value (f, "/T/T_S1/T_A03", "1234");
}

static void
test_range_is_empty_until_touched (Runner *f, gconstpointer data)
{
  GtkWidget *range = show_question (f, "T.C02", RK_TYPE_RANGE_SCALE);
  GtkWidget *scale = runner_find (range, GTK_TYPE_SCALE);

  runner_assert_value (f, "/T/T_S3/T_C02", "");
  g_assert_true (gtk_widget_has_css_class (scale, "rk-untouched"));
  gtk_range_set_value (GTK_RANGE (scale), 7);
  runner_assert_value (f, "/T/T_S3/T_C02", "7");
  g_assert_false (gtk_widget_has_css_class (scale, "rk-untouched"));
}

static void
test_trigger_and_place (Runner *f, gconstpointer data)
{
  GtkWidget *trigger = show_question (f, "T.C01", RK_TYPE_TRIGGER_CHECK);
  GtkWidget *place = show_question (f, "T.C03", RK_TYPE_PLACE_FIELD);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (runner_find (trigger, GTK_TYPE_CHECK_BUTTON)),
                               TRUE);
  runner_assert_value (f, "/T/T_S3/T_C01", "OK");
  gtk_editable_set_text (GTK_EDITABLE (nth (place, GTK_TYPE_ENTRY, 0)), "51,05");
  gtk_editable_set_text (GTK_EDITABLE (nth (place, GTK_TYPE_ENTRY, 1)), "3,72");
  rk_question_widget_leave (RK_QUESTION_WIDGET (place));
  g_assert_true (g_str_has_prefix (rk_form_node_get_stored_value (runner_node (f, "/T/T_S3/T_C03")),
                                   "51.05 3.72"));
}

static void
test_every_control_has_a_name (Runner *f, gconstpointer data)
{
  static const char *const ids[] = { "T.A01", "T.B01", "T.C01" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      guint n = 0;
      GtkWidget *button;

      rk_runner_page_show_question (f->page, ids[i]);
      runner_spin (50);
      while ((button = nth (f->window, GTK_TYPE_CHECK_BUTTON, n++)) != NULL)
        g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (button),
                                                         GTK_ACCESSIBLE_PROPERTY_LABEL));
    }
}

/* A full disk: the answer waits, the page says so, and it is written when there is room. */
static void
test_full_disk_is_told_and_tried_again (Runner *f, gconstpointer data)
{
  g_autoptr (RkAutosave) autosave = rk_autosave_new (f->response);
  RkFormNode *node = runner_node (f, "/T/T_S1/T_A04");
  struct rlimit none = { 0, RLIM_INFINITY }, all;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &all), ==, 0);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &none), ==, 0);
  rk_autosave_enter (autosave, node, "niet kwijt");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &all), ==, 0);
  g_assert_true (rk_autosave_get_failed (autosave));
  g_assert_true (g_str_has_prefix (rk_autosave_get_message (autosave), "Not saved"));
  g_assert_true (
      g_str_has_prefix (rk_autosave_get_reason (autosave), "Your last answer is not on disk yet."));
  runner_spin (5700);
  g_assert_false (rk_autosave_get_failed (autosave));
  runner_restart (f);
  runner_assert_value (f, "/T/T_S1/T_A04", "niet kwijt");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*func) (Runner *f, gconstpointer data);
  } tests[] = {
    { "/runner/single-opens-text-and-clears", test_single_opens_text_and_clears },
    { "/runner/multiple-excludes-and-limits", test_multiple_excludes_and_limits },
    { "/runner/level-takes-digits", test_level_takes_digits },
    { "/runner/matrix-by-keyboard", test_matrix_by_keyboard },
    { "/runner/matrix-tells-open-rows-after-leaving", test_matrix_tells_open_rows_after_leaving },
    { "/runner/matrix-steps-when-narrow", test_matrix_steps_when_narrow },
    { "/runner/repeat-adds-edits-removes", test_repeat_adds_edits_removes },
    { "/runner/row-is-kept-when-the-section-goes", test_row_is_kept_when_the_section_goes },
    { "/runner/repeat-moves-rows", test_repeat_moves_rows },
    { "/runner/repeat-of-many-rows", test_repeat_of_many_rows },
    { "/runner/repeat-shows-a-field", test_repeat_shows_a_field },
    { "/runner/repeat-makes-a-page-once", test_repeat_makes_a_page_once },
    { "/runner/repeat-columns-line-up", test_repeat_columns_line_up },
    { "/runner/ranking-by-keyboard", test_ranking_by_keyboard },
    { "/runner/number-is-written-as-here", test_number_is_written_as_here },
    { "/runner/range-is-empty-until-touched", test_range_is_empty_until_touched },
    { "/runner/trigger-and-place", test_trigger_and_place },
    { "/runner/every-control-has-a-name", test_every_control_has_a_name },
    { "/runner/full-disk-is-told-and-tried-again", test_full_disk_is_told_and_tried_again },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Runner, NULL, runner_set_up, tests[i].func, runner_tear_down);
  return g_test_run ();
}
