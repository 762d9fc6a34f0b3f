/* SPDX-License-Identifier: EUPL-1.2 */
/* What one can ask the window about surveys. */
#include "config.h"
#include "rk-window-private.h"

#include "rk-adopt-dialog.h"
#include "rk-choose-file.h"
#include "rk-questionnaire-page.h"
#include "rk-runner-page.h"
#include "rk-survey-list.h"
#include "rk-survey-words.h"
#include "rk-surveys-page.h"
#include "rk-toast.h"
#include "rk-workspace-properties.h"

#include <glib/gi18n.h>

static void
go (RkWindow *self, const char *kind, const char *id)
{
  g_autofree char *location = g_strdup_printf ("%s:%s", kind, id);

  rk_navigation_push (self->navigation, location);
}

/* The runner of this survey, brought to the front: (nullable). */
static RkRunnerPage *
show_runner (RkWindow *self, const char *id)
{
  g_autofree char *location = g_strdup_printf ("runner:%s", id);

  rk_navigation_push (self->navigation, location);
  return (RkRunnerPage *) gtk_stack_get_child_by_name (self->outer, location);
}

static void
open_question_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *id, *question;
  RkRunnerPage *page;

  g_variant_get (parameter, "(&s&s)", &id, &question);
  page = show_runner (data, id);
  if (page != NULL)
    rk_runner_page_show_question (page, question);
}

static void
review_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkRunnerPage *page = show_runner (data, g_variant_get_string (parameter, NULL));

  if (page != NULL)
    rk_runner_page_show_review (page);
}

static void
results_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go (data, "results", g_variant_get_string (parameter, NULL));
}

static void
theme_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *id, *theme;
  g_autofree char *argument = NULL;

  g_variant_get (parameter, "(&s&s)", &id, &theme);
  argument = g_strdup_printf ("%s/%s", id, theme);
  go (data, "theme", argument);
}

static void
open_response_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go (data, "runner", g_variant_get_string (parameter, NULL));
}

/* The survey on the form @form_id that is under way: (transfer full) (nullable). */
static char *
find_open (RkStore *store, const char *form_id)
{
  g_autoptr (GPtrArray) rows = rk_survey_list (store, NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const RkSurveyRow *row = g_ptr_array_index (rows, i);
      if (g_ascii_strcasecmp (row->form_id, form_id) == 0 &&
          g_strcmp0 (row->status, "submitted") != 0)
        return g_strdup (row->id);
    }
  return NULL;
}

static void
start_survey_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;
  const char *form_id = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkQuestionnaire) questionnaire = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GHashTable) properties = NULL;
  g_autofree char *period = NULL;
  g_autofree char *id = NULL;

  if (self->store == NULL)
    return;
  id = find_open (self->store, form_id);
  if (id == NULL)
    {
      rows = rk_survey_list (self->store, &error);
      if (rows != NULL)
        questionnaire = rk_questionnaire_find (self->store, form_id, &error);
      if (questionnaire != NULL)
        {
          period = rk_survey_words_period (rows, form_id, NULL);
          properties = rk_workspace_dup_properties (self->store);
          id = rk_response_start (self->store, questionnaire, period, properties, &error);
        }
    }
  if (id == NULL)
    rk_window_complain (self, error);
  else
    go (self, "runner", id);
}

static void
discard_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkRecord) record = NULL;
  g_autofree char *text = NULL;
  static const char *const kinds[] = { "runner", "results", "review" };

  if (self->store == NULL)
    return;
  record = rk_store_get (self->store, "response", id, NULL);
  if (record == NULL || !rk_response_discard (self->store, id, &error))
    {
      if (error != NULL)
        rk_window_complain (self, error);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *location = g_strdup_printf ("%s:%s", kinds[i], id);
      if (rk_navigation_holds (self->navigation, location))
        rk_navigation_forget (self->navigation, location);
    }
  /* Translators: the title of a survey */
  text = g_strdup_printf (_ ("%s discarded"), rk_record_get_title (record));
  rk_toast_show_undo (GTK_WIDGET (self), self->store, text);
}

static void
adopt_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;

  if (self->store != NULL)
    rk_adopt_dialog_present (GTK_WIDGET (self), self->store,
                             g_variant_get_string (parameter, NULL));
}

static char *
make_location (const char *path)
{
  return g_strconcat ("questionnaire:", path, NULL);
}

/* Shows what is in the file @path, read anew. */
static void
preview_questionnaire (RkWindow *self, const char *path)
{
  g_autofree char *location = make_location (path);

  if (self->store == NULL)
    return;
  if (rk_navigation_holds (self->navigation, location))
    rk_navigation_forget (self->navigation, location);
  rk_navigation_choose (self->navigation, "surveys");
  while (rk_navigation_back (self->navigation))
    ;
  rk_navigation_push (self->navigation, location);
}

static void
keep_questionnaire_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;
  g_autofree char *location = make_location (g_variant_get_string (parameter, NULL));
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, location);
  g_autoptr (RkQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;
  gint64 before;

  if (page == NULL)
    return;
  questionnaire =
      g_object_ref (rk_questionnaire_page_get_questionnaire (RK_QUESTIONNAIRE_PAGE (page)));
  before = rk_store_count (self->store, "questionnaire", NULL, NULL, NULL);
  id = rk_questionnaire_keep (questionnaire, self->store, &error);
  if (id == NULL)
    {
      rk_window_complain (self, error);
      return;
    }
  rk_navigation_forget (self->navigation, location);
  page = gtk_stack_get_visible_child (self->pages);
  if (RK_IS_SURVEYS_PAGE (page))
    rk_surveys_page_focus_questionnaire (RK_SURVEYS_PAGE (page),
                                         rk_questionnaire_get_form_id (questionnaire));
  /* Translators: the title of a questionnaire */
  text =
      g_strdup_printf (_ ("Questionnaire “%s” added"), rk_questionnaire_get_title (questionnaire));
  if (rk_store_count (self->store, "questionnaire", NULL, NULL, NULL) > before)
    rk_toast_show_undo (GTK_WIDGET (self), self->store, text);
  else
    rk_toast_show (GTK_WIDGET (self), _ ("This questionnaire was there already."), NULL, NULL);
}

static void
add_questionnaire_file_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  preview_questionnaire (data, g_variant_get_string (parameter, NULL));
}

static void
try_questionnaire_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go (data, "trial", g_variant_get_string (parameter, NULL));
}

static void
questionnaire_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *path = rk_choose_file_finish (result);

  if (path != NULL)
    preview_questionnaire (RK_WINDOW (source), path);
}

static void
add_questionnaire_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rk_choose_file_async (data, RK_CHOOSE_OPEN,
                        _ ("Add a questionnaire"), "questionnaire", NULL,
                           _ ("Questionnaires (XForm, XLSForm)"), "*.xml;*.xlsx",
                              questionnaire_chosen_cb, NULL);
}

void
rk_window_add_survey_actions (RkWindow *self)
{
  static const GActionEntry entries[] = {
    { "results", results_action, "s" },
    { "open-question", open_question_action, "(ss)" },
    { "review", review_action, "s" },
    { "theme", theme_action, "(ss)" },
    { "open-response", open_response_action, "s" },
    { "start-survey", start_survey_action, "s" },
    { "discard-response", discard_action, "s" },
    { "adopt", adopt_action, "s" },
    { "add-questionnaire", add_questionnaire_action },
    { "add-questionnaire-file", add_questionnaire_file_action, "s" },
    { "keep-questionnaire", keep_questionnaire_action, "s" },
    { "try-questionnaire", try_questionnaire_action, "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
