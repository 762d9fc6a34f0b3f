/* SPDX-License-Identifier: EUPL-1.2 */
/* What one can ask the runner for, and the keys for it. */
#include "config.h"

#include "rk-runner-page-private.h"

#include "rk-adopt-dialog.h"
#include "rk-questions.h"
#include "rk-toast.h"

#include "rk-form-language.h"
#include "rk-trial.h"

#include <glib/gi18n.h>

static void
go_to_open (RkRunnerPage *self, int step)
{
  g_autoptr (RkQuestion) question =
      rk_questions_find_open (self->sections, self->question_id, step);

  if (question != NULL)
    rk_runner_page_show_question (self, rk_question_get_id (question));
  else
    rk_toast_show (GTK_WIDGET (self), _ ("Everything is filled in."), NULL, NULL);
}

static void
next_open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to_open (RK_RUNNER_PAGE (widget), 1);
}

static void
previous_open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to_open (RK_RUNNER_PAGE (widget), -1);
}

/* After a choice that goes on by itself; at the end it stays where it is. */
static void
next_question_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkRunnerPage *self = RK_RUNNER_PAGE (widget);
  g_autoptr (RkQuestion) question = rk_questions_find_next (self->sections, self->question_id);

  if (question != NULL)
    rk_runner_page_show_question (self, rk_question_get_id (question));
}

static void
next_section_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rk_runner_page_step_section (RK_RUNNER_PAGE (widget), 1);
}

static void
previous_section_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rk_runner_page_step_section (RK_RUNNER_PAGE (widget), -1);
}

static void
review_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rk_runner_page_show_review (RK_RUNNER_PAGE (widget));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!rk_runner_page_go_back (RK_RUNNER_PAGE (widget)))
    gtk_widget_activate_action (widget, "win.back", NULL);
}

static void
show_question_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkRunnerPage *self = RK_RUNNER_PAGE (widget);
  gboolean from_review = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "review") == 0;

  if (from_review)
    rk_review_page_remember (self->review, g_variant_get_string (parameter, NULL));
  rk_runner_page_show_question (self, g_variant_get_string (parameter, NULL));
  self->from_review = from_review;
}

static void
show_search (RkRunnerPage *self, RkSearchFilter filter)
{
  rk_runner_page_leave_card (self);
  gtk_stack_set_visible_child_name (self->stack, "search");
  rk_question_search_start (self->search, filter);
  rk_runner_actions_update (self);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_search (RK_RUNNER_PAGE (widget), RK_SEARCH_ALL);
}

static void
notes_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_search (RK_RUNNER_PAGE (widget), RK_SEARCH_NOTES);
}

static void
assigned_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_search (RK_RUNNER_PAGE (widget), RK_SEARCH_ASSIGNED);
}

static void
note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkRunnerPage *self = RK_RUNNER_PAGE (widget);
  RkQuestionCard *card =
      self->question_id != NULL ? rk_runner_page_find_card (self, self->question_id) : NULL;

  if (card != NULL)
    rk_question_card_open_note (card);
}

static void
pane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkRunnerPage *self = RK_RUNNER_PAGE (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->pane);
  gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD);
}

/* F6: from the sections to the questions and back. */
static void
other_pane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkRunnerPage *self = RK_RUNNER_PAGE (widget);
  RkQuestionCard *card;

  if (gtk_widget_get_focus_child (self->pane) == NULL)
    {
      pane_action (widget, name, parameter);
      return;
    }
  adw_leaflet_set_visible_child (self->leaflet, self->content_box);
  card = self->question_id != NULL ? rk_runner_page_find_card (self, self->question_id) : NULL;
  if (card == NULL || !rk_question_card_focus (card))
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
reopen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkRunnerPage *self = RK_RUNNER_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = rk_response_reopen (self->response, &error);

  if (id == NULL)
    rk_banner_show (self->banner, RK_BANNER_ERROR, error->message, NULL, NULL);
  else
    gtk_widget_activate_action (widget, "win.open-response", "s", id);
}

static void
adopt_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkRunnerPage *self = RK_RUNNER_PAGE (widget);

  rk_runner_page_leave_card (self);
  rk_adopt_dialog_present (widget, rk_response_get_store (self->response),
                           rk_response_get_id (self->response));
}

void
rk_runner_actions_add_languages (RkRunnerPage *self)
{
  RkForm *form = rk_form_instance_get_form (rk_response_get_instance (self->response));
  const char *const *languages = rk_form_get_languages (form);
  g_autoptr (GMenu) menu = g_menu_new ();

  if (languages[0] == NULL || languages[1] == NULL)
    return;
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = rk_form_language_dup_name (languages[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "runner.language", "s", languages[i]);
      g_menu_append_item (menu, item);
    }
  g_menu_append_submenu (self->menu, _ ("Language of the questionnaire"), G_MENU_MODEL (menu));
}

void
rk_runner_actions_install (GtkWidgetClass *klass)
{
  static const struct
  {
    const char *name, *type;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "runner.next-open", NULL, next_open_action },
    { "runner.previous-open", NULL, previous_open_action },
    { "runner.next-question", NULL, next_question_action },
    { "runner.next-section", NULL, next_section_action },
    { "runner.previous-section", NULL, previous_section_action },
    { "runner.review", NULL, review_action },
    { "runner.back", NULL, back_action },
    { "runner.show-question", "s", show_question_action },
    { "runner.search", NULL, search_action },
    { "runner.notes", NULL, notes_action },
    { "runner.assigned", NULL, assigned_action },
    { "runner.note", NULL, note_action },
    { "runner.show-sections", NULL, pane_action },
    { "runner.other-pane", NULL, other_pane_action },
    { "runner.reopen", NULL, reopen_action },
    { "runner.adopt", NULL, adopt_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].type, actions[i].func);
  /* With a state: the menus mark what is chosen. */
  gtk_widget_class_install_property_action (klass, "runner.mode", "mode");
  gtk_widget_class_install_property_action (klass, "runner.language", "language");
}

/* In the capture phase: an entry with the focus would otherwise eat some of these keys. */
void
rk_runner_actions_add_shortcuts (RkRunnerPage *self)
{
  static const struct
  {
    const char *keys, *action;
  } shortcuts[] = {
    { "<Control>j", "runner.next-open" },
    { "<Control><Shift>j", "runner.previous-open" },
    { "<Control>Page_Down", "runner.next-section" },
    { "<Control>Page_Up", "runner.previous-section" },
    { "<Control>m", "runner.note" },
    { "<Control>f", "runner.search" },
    { "<Control>Return", "runner.review" },
    { "F6", "runner.other-pane" },
    { "<Shift>F6", "runner.other-pane" },
    { "F9", "runner.show-sections" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (
                                                                shortcuts[i].keys),
                                                            gtk_named_action_new (
                                                                shortcuts[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
rk_runner_actions_update (RkRunnerPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = !rk_response_is_submitted (self->response);
  gboolean questions = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "questions") == 0;

  gtk_widget_action_set_enabled (widget, "runner.previous-section",
                                 questions && rk_runner_page_can_step (self, -1));
  gtk_widget_action_set_enabled (widget, "runner.next-section", questions);
  gtk_widget_action_set_enabled (widget, "runner.adopt",
                                 open && !rk_response_is_trial (self->response));
  gtk_widget_action_set_enabled (widget, "runner.reopen", !open);
  gtk_widget_set_visible (self->action_bar, questions);
  gtk_widget_set_visible (self->next_open, open);
}
