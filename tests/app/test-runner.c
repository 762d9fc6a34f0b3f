/* SPDX-License-Identifier: EUPL-1.2 */
/* The runner around the questions: sections, autosave, messages, skip logic, coming back. */
#include "runner-fixture.h"

#include "rk-note-popover.h"
#include "rk-question-card.h"
#include "rk-review-page.h"
#include "rk-section-row.h"

/* The card with the label @label. */
static GtkWidget *
find_card (GtkWidget *root, const char *label)
{
  GtkWidget *hit = NULL;

  if (RK_IS_QUESTION_CARD (root) && runner_find_label (root, label) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && hit == NULL;
       child = gtk_widget_get_next_sibling (child))
    hit = find_card (child, label);
  return hit;
}

static GtkWidget *
find_entry (Runner *f, const char *label)
{
  GtkWidget *card = find_card (f->window, label);

  g_assert_nonnull (card);
  return runner_find (card, GTK_TYPE_ENTRY);
}

static guint
count_drafts (Runner *f)
{
  g_autoptr (GHashTable) drafts = rk_store_get_drafts (f->store, f->id, NULL);

  return g_hash_table_size (drafts);
}

static void
test_only_open_section_has_widgets (Runner *f, gconstpointer data)
{
  g_assert_cmpuint (runner_count (f->window, RK_TYPE_SECTION_ROW), ==, 3);
  g_assert_cmpuint (runner_count (f->window, RK_TYPE_QUESTION_CARD), ==, 6);
  gtk_widget_activate_action (GTK_WIDGET (f->page), "runner.next-section", NULL);
  runner_spin (100);
  g_assert_cmpuint (runner_count (f->window, RK_TYPE_QUESTION_CARD), ==, 6);
  g_assert_null (find_card (f->window, "Wat is de naam?"));
  g_assert_nonnull (find_card (f->window, "Bent u het eens?"));
}

static void
test_typing_is_draft_then_answer (Runner *f, gconstpointer data)
{
  GtkWidget *entry = find_entry (f, "Wat is de naam?");

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Burger");
  g_assert_cmpuint (count_drafts (f), ==, 0);
  runner_spin (500);
  g_assert_cmpuint (count_drafts (f), ==, 1);
  gtk_widget_grab_focus (find_entry (f, "Welk aandeel?"));
  runner_spin (50);
  g_assert_cmpuint (count_drafts (f), ==, 0);
  runner_assert_value (f, "/T/T_S1/T_A04", "Burger");
}

static void
test_restart_finds_place_and_text (Runner *f, gconstpointer data)
{
  GtkWidget *entry, *focus;

  gtk_widget_activate_action (GTK_WIDGET (f->page), "runner.show-question", "s", "T.B05");
  runner_spin (100);
  entry = find_entry (f, "Wanneer?");
  g_assert_true (
      gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry)))));
  gtk_editable_set_text (GTK_EDITABLE (entry), "1/2/20");
  runner_spin (600);
  runner_restart (f);
  g_assert_nonnull (runner_find_label (f->window, "Section 2 of 3"));
  entry = find_entry (f, "Wanneer?");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "01/02/2020");
  focus = gtk_root_get_focus (GTK_ROOT (f->window));
  g_assert_true (gtk_widget_is_ancestor (focus, entry));
}

static void
test_message_waits_for_leaving (Runner *f, gconstpointer data)
{
  static const char message[] = "Vul een percentage in van 0 tot 100.";
  GtkWidget *entry = find_entry (f, "Welk aandeel?");

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "120");
  runner_spin (500);
  g_assert_null (runner_find_label (f->window, message));
  gtk_widget_grab_focus (find_entry (f, "Wat is de naam?"));
  runner_spin (100);
  g_assert_nonnull (runner_find_label (f->window, message));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       message);
  /* kept, and gone as soon as it is right, also while typing */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "120");
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "12");
  runner_spin (500);
  g_assert_null (runner_find_label (f->window, message));
}

static void
test_skip_logic_tells_counts (Runner *f, gconstpointer data)
{
  GtkWidget *card = find_card (f->window, "Werkt u digitaal?");
  GtkWidget *yes = runner_find (card, GTK_TYPE_CHECK_BUTTON);

  g_assert_null (find_card (f->window, "Sinds wanneer?"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (yes), TRUE);
  runner_spin (300);
  g_assert_nonnull (find_card (f->window, "Sinds wanneer?"));
  g_assert_nonnull (runner_find_label (f->window, "2 questions were added"));
  rk_response_enter_value (f->response, runner_node (f, "/T/T_S1/T_A01"), "nee", NULL);
  runner_spin (300);
  g_assert_null (find_card (f->window, "Sinds wanneer?"));
  g_assert_nonnull (runner_find_label (f->window, "2 questions drop out because of your answer"));
}

static void
test_required_shows_after_leaving_forward (Runner *f, gconstpointer data)
{
  g_assert_null (runner_find_label (f->window, "Still to be filled in"));
  gtk_widget_activate_action (GTK_WIDGET (f->page), "runner.next-section", NULL);
  gtk_widget_activate_action (GTK_WIDGET (f->page), "runner.previous-section", NULL);
  runner_spin (100);
  g_assert_nonnull (runner_find_label (f->window, "Still to be filled in"));
}

static void
test_next_open_goes_round (Runner *f, gconstpointer data)
{
  GListModel *sections = rk_response_get_sections (f->response);
  g_autoptr (RkQuestion) first = rk_questions_find_open (sections, NULL, 1);
  g_autoptr (RkQuestion) last = rk_questions_find_open (sections, "T.A01", -1);
  g_autoptr (RkQuestion) around = rk_questions_find_open (sections, "T.C03", 1);

  g_assert_cmpstr (rk_question_get_id (first), ==, "T.A01");
  g_assert_cmpstr (rk_question_get_id (last), ==, "T.C03");
  g_assert_cmpstr (rk_question_get_id (around), ==, "T.A01");
}

static void
test_modes_show_what_they_say (Runner *f, gconstpointer data)
{
  rk_response_enter_value (f->response, runner_node (f, "/T/T_S1/T_A04"), "x", NULL);
  gtk_widget_activate_action (GTK_WIDGET (f->page), "runner.mode", "s", "open");
  runner_spin (100);
  g_assert_null (find_card (f->window, "Wat is de naam?"));
  g_assert_nonnull (find_card (f->window, "Vertel meer."));
  gtk_widget_activate_action (GTK_WIDGET (f->page), "runner.mode", "s", "all");
  runner_spin (100);
  g_assert_nonnull (find_card (f->window, "Wat is de naam?"));
  g_assert_nonnull (runner_find_label (f->window, "Tweede deel"));
}

static void
test_review_lists_and_submits (Runner *f, gconstpointer data)
{
  GtkWidget *review;

  rk_runner_page_show_review (f->page);
  runner_spin (100);
  review = runner_find (f->window, RK_TYPE_REVIEW_PAGE);
  g_assert_nonnull (runner_find_label (review, "3 required questions to go"));
  g_assert_nonnull (runner_find_label (review, "• Welk aandeel?"));
  g_assert_nonnull (runner_find_label (review, "First fill in the 3 required questions."));
}

static void
fill_required (Runner *f)
{
  static const char *const values[][2] = {
    { "/T/T_S1/T_A01", "ja" },          { "/T/T_S1/T_A03", "12" },
    { "/T/T_S2/T_B01/T_B01_a", "1" },   { "/T/T_S2/T_B01/T_B01_b", "2" },
    { "/T/T_S2/T_B01/T_B01_c", "nvt" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_true (
        rk_response_enter_value (f->response, runner_node (f, values[i][0]), values[i][1], NULL));
}

static void
test_frozen_is_read_only (Runner *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fill_required (f);
  g_assert_true (rk_response_submit (f->response, NULL, &error));
  g_assert_no_error (error);
  runner_spin (500);
  /* What was written can still be selected and copied. */
  g_assert_true (gtk_widget_is_sensitive (find_entry (f, "Wat is de naam?")));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (find_entry (f, "Wat is de naam?"))));
  g_assert_false (gtk_widget_is_sensitive (runner_find (f->window, GTK_TYPE_CHECK_BUTTON)));
  g_assert_nonnull (
      runner_find_label (f->window, "This survey has been submitted and can no longer change."));
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  GtkWidget *hit = NULL;

  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && hit == NULL;
       child = gtk_widget_get_next_sibling (child))
    hit = find_button (child, label);
  return hit;
}

static void
click (GtkWidget *root, const char *label)
{
  g_signal_emit_by_name (find_button (root, label), "clicked");
}

static GtkWindow *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window; /* the list keeps it */
    }
  return NULL;
}

static void
test_submit_asks_first (Runner *f, gconstpointer data)
{
  GtkWidget *submit;

  fill_required (f);
  rk_runner_page_show_review (f->page);
  runner_spin (100);
  submit = find_button (runner_find (f->window, RK_TYPE_REVIEW_PAGE), "_Submit");
  g_assert_true (gtk_widget_is_sensitive (submit));
  g_signal_emit_by_name (submit, "clicked");
  runner_spin (100);
  click (GTK_WIDGET (find_dialog ()), "_Cancel");
  runner_spin (100);
  g_assert_false (rk_response_is_submitted (f->response));
  g_signal_emit_by_name (submit, "clicked");
  runner_spin (100);
  g_assert_nonnull (runner_find_label (GTK_WIDGET (find_dialog ()), "Submit the survey?"));
  click (GTK_WIDGET (find_dialog ()), "Keep as final");
  runner_spin (300);
  g_assert_true (rk_response_is_submitted (f->response));
}

/* The year after: what differs from the year before says so. */
static void
test_review_tells_what_changed (Runner *f, gconstpointer data)
{
  g_autoptr (RkQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *review;

  fill_required (f);
  g_assert_true (rk_response_submit (f->response, NULL, &error));
  questionnaire = rk_questionnaire_find (f->store, "T", &error);
  g_assert_no_error (error);
  g_free (f->id);
  f->id = rk_response_start (f->store, questionnaire, "2027", NULL, &error);
  g_assert_no_error (error);
  runner_restart (f);
  fill_required (f);
  rk_response_enter_value (f->response, runner_node (f, "/T/T_S1/T_A03"), "30", NULL);
  rk_runner_page_show_review (f->page);
  runner_spin (100);
  review = runner_find (f->window, RK_TYPE_REVIEW_PAGE);
  g_assert_nonnull (runner_find_label (review, "30\u00a0% · was 12\u00a0% in 2026"));
  g_assert_nonnull (runner_find_label (review, "Ja"));
}

/* A note that was being typed when the program stopped is open again, with the focus in it. */
static void
test_note_is_open_again (Runner *f, gconstpointer data)
{
  g_autofree char *scope = g_strconcat ("note:", f->id, NULL);
  GtkWidget *popover, *view;

  g_assert_true (rk_store_set_draft (f->store, scope, "T.A04", "Vraag dit aan Tom", NULL));
  runner_restart (f);
  popover = runner_find (f->window, RK_TYPE_NOTE_POPOVER);
  g_assert_nonnull (popover);
  g_assert_true (gtk_widget_get_mapped (popover));
  view = runner_find (popover, GTK_TYPE_TEXT_VIEW);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == view);

  /* GTK 4.8 shows a tooltip half a second later, also for a popover that is gone by then. */
  gtk_popover_popdown (GTK_POPOVER (popover));
  runner_spin (700);
}

static void
test_heading_stands_above_its_group (Runner *f, gconstpointer data)
{
  rk_runner_page_show_question (f->page, "T.C02");
  runner_spin (100);
  g_assert_nonnull (runner_find_label (f->window, "Plaats en maat"));
}

static void
test_card_is_named_group (Runner *f, gconstpointer data)
{
  GtkWidget *card = find_card (f->window, "Werkt u digitaal?");
  GtkWidget *entry = find_entry (f, "Wat is de naam?");

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Werkt u digitaal?");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Wat is de naam?");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*func) (Runner *f, gconstpointer data);
  } tests[] = {
    { "/runner/only-open-section-has-widgets", test_only_open_section_has_widgets },
    { "/runner/typing-is-draft-then-answer", test_typing_is_draft_then_answer },
    { "/runner/restart-finds-place-and-text", test_restart_finds_place_and_text },
    { "/runner/message-waits-for-leaving", test_message_waits_for_leaving },
    { "/runner/skip-logic-tells-counts", test_skip_logic_tells_counts },
    { "/runner/required-shows-after-leaving-forward", test_required_shows_after_leaving_forward },
    { "/runner/next-open-goes-round", test_next_open_goes_round },
    { "/runner/modes-show-what-they-say", test_modes_show_what_they_say },
    { "/runner/review-lists-and-submits", test_review_lists_and_submits },
    { "/runner/frozen-is-read-only", test_frozen_is_read_only },
    { "/runner/submit-asks-first", test_submit_asks_first },
    { "/runner/review-tells-what-changed", test_review_tells_what_changed },
    { "/runner/note-is-open-again", test_note_is_open_again },
    { "/runner/heading-stands-above-its-group", test_heading_stands_above_its_group },
    { "/runner/card-is-named-group", test_card_is_named_group },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Runner, NULL, runner_set_up, tests[i].func, runner_tear_down);
  return g_test_run ();
}
