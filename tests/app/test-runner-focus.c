/* SPDX-License-Identifier: EUPL-1.2 */
/* Where the focus goes, what stays in view, what is said, and what the picker keeps. */
#include "runner-fixture.h"

#include "rk-picker.h"
#include "rk-question-card.h"
#include "rk-question-search.h"

#define AIR 24

static GtkWidget *
find_scroller (Runner *f)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (runner_find (f->window, RK_TYPE_QUESTION_CARD),
                                                 GTK_TYPE_SCROLLED_WINDOW);

  g_assert_nonnull (scroller);
  return scroller;
}

static void
assert_focus_in_view (Runner *f)
{
  GtkWidget *scroller = find_scroller (f);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (f->window));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double value = gtk_adjustment_get_value (adjustment);
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_is_ancestor (focus, scroller));
  g_assert_true (gtk_widget_compute_bounds (focus, scroller, &bounds));
  if (value > 0)
    g_assert_cmpfloat (bounds.origin.y, >=, AIR - 1);
  if (value < end)
    g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                       gtk_widget_get_height (scroller) - AIR + 1);
}

static void
test_tab_keeps_air (Runner *f, gconstpointer data)
{
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1200, 420);
  runner_spin (300);
  for (guint i = 0; i < 40; i++)
    {
      gtk_widget_child_focus (f->window, GTK_DIR_TAB_FORWARD);
      runner_spin (20);
      if (!gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (f->window)), find_scroller (f)))
        break;
      assert_focus_in_view (f);
    }
}

/* Each question in turn: a control of its own card gets the focus, never its note. */
static void
test_jump_goes_to_the_control (Runner *f, gconstpointer data)
{
  static const char *const ids[] = {
    "T.A03", "T.A05", "T.B01", "T.B03", "T.B04", "T.B05", "T.C01",
    "T.C04", "T.C05", "T.C06", "T.C07", "T.C08", "T.C02", "T.C03"
  };

  gtk_window_set_default_size (GTK_WINDOW (f->window), 1200, 500);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      GtkWidget *focus, *card;

      rk_runner_page_show_question (f->page, ids[i]);
      runner_spin (300);
      focus = gtk_root_get_focus (GTK_ROOT (f->window));
      card = gtk_widget_get_ancestor (focus, RK_TYPE_QUESTION_CARD);
      g_assert_nonnull (card);
      g_assert_cmpstr (rk_question_get_id (rk_question_card_get_question (RK_QUESTION_CARD (card))),
                       ==, ids[i]);
      g_assert_false (GTK_IS_MENU_BUTTON (gtk_widget_get_parent (focus)));
      assert_focus_in_view (f);
    }
}

/* Who types quickly presses Enter before the list shows what was typed. */
static void
test_enter_opens_what_was_typed (Runner *f, gconstpointer data)
{
  GtkWidget *entry, *card;

  gtk_widget_activate_action (GTK_WIDGET (f->page), "runner.search", NULL);
  entry = runner_find (runner_find (f->window, RK_TYPE_QUESTION_SEARCH), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "naam");
  g_signal_emit_by_name (entry, "activate");
  runner_spin (300);
  card = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (f->window)), RK_TYPE_QUESTION_CARD);
  g_assert_nonnull (card);
  g_assert_cmpstr (rk_question_get_id (rk_question_card_get_question (RK_QUESTION_CARD (card))), ==,
                   "T.A04");
}

static RkPicker *
show_picker (Runner *f)
{
  rk_runner_page_show_question (f->page, "T.C04");
  runner_spin (100);
  return RK_PICKER (runner_find (f->window, RK_TYPE_PICKER));
}

static void
type_and_leave (Runner *f, const char *text)
{
  RkPicker *picker = RK_PICKER (runner_find (f->window, RK_TYPE_PICKER));

  gtk_editable_set_text (GTK_EDITABLE (rk_picker_get_entry (picker)), text);
  runner_spin (500);
  rk_runner_page_show_question (f->page, "T.C05");
  runner_spin (100);
}

static void
test_unlisted_text_stays_with_a_message (Runner *f, gconstpointer data)
{
  static const char message[] = "“Gentt” is not in the list. Choose a name from the list.";
  RkPicker *picker = show_picker (f);

  type_and_leave (f, "Gentt");
  g_assert_cmpstr (rk_picker_get_text (picker), ==, "Gentt");
  g_assert_nonnull (runner_find_label (f->window, message));
  runner_assert_value (f, "/T/T_S3/T_C04", "");
  runner_restart (f);
  picker = show_picker (f);
  g_assert_cmpstr (rk_picker_get_text (picker), ==, "Gentt");
  type_and_leave (f, "gent");
  runner_assert_value (f, "/T/T_S3/T_C04", "gent");
  g_assert_cmpstr (rk_picker_get_text (picker), ==, "Gent");
  g_assert_null (runner_find_label (f->window, message));
}

static void
test_emptied_picker_is_no_answer (Runner *f, gconstpointer data)
{
  RkPicker *picker = show_picker (f);

  type_and_leave (f, "Halle");
  runner_assert_value (f, "/T/T_S3/T_C04", "halle");
  show_picker (f);
  type_and_leave (f, "Hal");
  type_and_leave (f, "");
  runner_assert_value (f, "/T/T_S3/T_C04", "");
  g_assert_cmpstr (rk_picker_get_text (picker), ==, "");
}

static void
test_opening_announces_no_results (Runner *f, gconstpointer data)
{
  GtkWidget *status = runner_find (f->window, RK_TYPE_STATUS_LABEL);

  runner_spin (400);
  g_assert_null (
      strstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (status))), "result"));
}

static void
test_buttons_have_one_name (Runner *f, gconstpointer data)
{
  GtkWidget *label = runner_find_label (f->window, "Next section");
  GtkWidget *button = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);

  g_assert_false (
      gtk_test_accessible_has_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button),
                                                   GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

static void
test_share_is_rounded (Runner *f, gconstpointer data)
{
  guint answered, total, open;
  g_autofree char *percent = NULL;

  /* 2 of 3 parts of something: 66,7 is 67. */
  rk_response_get_progress (f->response, &answered, &total, &open);
  for (guint i = 0; (answered * 1000 / total) % 10 < 5 && i < 4; i++)
    {
      static const char *const paths[] = { "/T/T_S1/T_A01", "/T/T_S1/T_A02", "/T/T_S1/T_A04",
                                           "/T/T_S1/T_A05" };

      g_assert_true (rk_response_enter_value (f->response, runner_node (f, paths[i]),
                                              i == 0   ? "nee"
                                              : i == 1 ? "a"
                                                       : "x",
                                              NULL));
      rk_response_get_progress (f->response, &answered, &total, &open);
    }
  g_assert_cmpuint ((answered * 1000 / total) % 10, >=, 5);
  percent = g_strdup_printf ("%u\u00a0%%", answered * 100 / total + 1);
  runner_spin (100);
  g_assert_nonnull (runner_find_label (f->window, percent));
}

/* Ctrl+Z in an entry where nothing was typed leaves the stored answer alone. */
static void
test_stored_answer_cannot_be_typed_away (Runner *f, gconstpointer data)
{
  static const char *const answers[][3] = {
    { "T.A03", "/T/T_S1/T_A03", "12" },
    { "T.A04", "/T/T_S1/T_A04", "Gent" },
    { "T.B05", "/T/T_S2/T_B05", "2027-02-01" },
    { "T.C04", "/T/T_S3/T_C04", "gent" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    g_assert_true (
        rk_response_enter_value (f->response, runner_node (f, answers[i][1]), answers[i][2], NULL));
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      GtkWidget *focus;

      rk_runner_page_show_question (f->page, answers[i][0]);
      runner_spin (100);
      focus = gtk_root_get_focus (GTK_ROOT (f->window));
      g_assert_true (GTK_IS_TEXT (focus));
      gtk_widget_activate_action (focus, "text.undo", NULL);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (focus)), !=, "");
      runner_spin (500);
      runner_assert_value (f, answers[i][1], answers[i][2]);
    }
}

/* Toasts of the runner end above its action bar. */
static void
test_toast_stays_clear_of_the_bar (Runner *f, gconstpointer data)
{
  GtkWidget *button =
      gtk_widget_get_ancestor (runner_find_label (f->window, "Next section"), GTK_TYPE_BUTTON);
  GtkWidget *overlay = gtk_widget_get_ancestor (find_scroller (f), ADW_TYPE_TOAST_OVERLAY);

  g_assert_nonnull (overlay);
  g_assert_false (gtk_widget_is_ancestor (button, overlay));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*func) (Runner *f, gconstpointer data);
  } tests[] = {
    { "/runner/tab-keeps-air", test_tab_keeps_air },
    { "/runner/jump-goes-to-the-control", test_jump_goes_to_the_control },
    { "/runner/enter-opens-what-was-typed", test_enter_opens_what_was_typed },
    { "/runner/unlisted-text-stays-with-a-message", test_unlisted_text_stays_with_a_message },
    { "/runner/emptied-picker-is-no-answer", test_emptied_picker_is_no_answer },
    { "/runner/opening-announces-no-results", test_opening_announces_no_results },
    { "/runner/buttons-have-one-name", test_buttons_have_one_name },
    { "/runner/share-is-rounded", test_share_is_rounded },
    { "/runner/stored-answer-cannot-be-typed-away", test_stored_answer_cannot_be_typed_away },
    { "/runner/toast-stays-clear-of-the-bar", test_toast_stays_clear_of_the_bar },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Runner, NULL, runner_set_up, tests[i].func, runner_tear_down);
  return g_test_run ();
}
