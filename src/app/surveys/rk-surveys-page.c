/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-surveys-page.h"

#include "rk-adaptive-bin.h"
#include "rk-empty.h"
#include "rk-questionnaire.h"
#include "rk-refresh.h"
#include "rk-survey-line.h"
#include "rk-survey-words.h"

#include <glib/gi18n.h>

/* Above this many submitted surveys the last FEW_ROWS are shown, and a button for all. */
#define MANY_ROWS 20
#define FEW_ROWS 5

struct _RkSurveysPage
{
  AdwBin parent_instance;
  RkStore *store;
  gboolean all;
  const char *wanted; /* (nullable): the form to focus, while the rows are made */

  GtkWidget *empty;
  GtkWidget *open_group;
  GtkListBox *open_list;
  GtkWidget *submitted_group;
  GtkListBox *submitted_list;
  GtkButton *all_button;
  GtkListBox *other_list;
};

G_DEFINE_FINAL_TYPE (RkSurveysPage, rk_surveys_page, ADW_TYPE_BIN)

static int
find_focused (GtkListBox *list)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (list))));
  GtkWidget *row = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (list))
                       ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW)
                       : NULL;

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* After a row has gone, the next one has the focus. */
static void
restore_focus (GtkListBox *list, int index)
{
  GtkListBoxRow *row = NULL;

  for (; index >= 0 && row == NULL; index--)
    row = gtk_list_box_get_row_at_index (list, index);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
has_earlier (RkSurveysPage *self, const RkSurveyRow *row)
{
  g_autoptr (GPtrArray) earlier = rk_survey_list_earlier (self->store, row->id, NULL);

  return earlier != NULL && earlier->len > 0;
}

static void
fill_open (RkSurveysPage *self, GPtrArray *rows)
{
  g_autoptr (GPtrArray) open = rk_survey_words_list_open (rows, NULL);
  int focused = find_focused (self->open_list);

  clear_list (self->open_list);
  for (guint i = 0; i < open->len; i++)
    {
      const RkSurveyRow *row = g_ptr_array_index (open, i);
      RkSurveyLineFlags flags = RK_SURVEY_LINE_MENU;

      if (i == 0)
        flags |= RK_SURVEY_LINE_SUGGESTED;
      if (has_earlier (self, row))
        flags |= RK_SURVEY_LINE_EARLIER;
      gtk_list_box_append (self->open_list, rk_survey_line_new (row, flags));
    }
  gtk_widget_set_visible (self->open_group, open->len > 0);
  restore_focus (self->open_list, focused);
}

static void
append_submitted (RkSurveysPage *self, const RkSurveyRow *row)
{
  GtkWidget *line = rk_survey_line_new (row, RK_SURVEY_LINE_MENU);
  g_autoptr (GPtrArray) items = rk_exchange_list (self->store, row->id, NULL);
  g_autofree char *server_name = rk_exchange_dup_target_name (self->store, row->id);

  rk_survey_line_show_exchange (RK_SURVEY_LINE (line), row->id,
                                items != NULL && items->len > 0
                                    ? g_ptr_array_index (items, items->len - 1)
                                    : NULL,
                                server_name);
  gtk_list_box_append (self->submitted_list, line);
}

static void
fill_submitted (RkSurveysPage *self, GPtrArray *rows)
{
  g_autoptr (GPtrArray) submitted = g_ptr_array_new ();
  g_autofree char *label = NULL;
  int focused = find_focused (self->submitted_list);
  guint shown;

  for (guint i = 0; i < rows->len; i++)
    {
      RkSurveyRow *row = g_ptr_array_index (rows, i);
      if (g_strcmp0 (row->status, "submitted") == 0)
        g_ptr_array_add (submitted, row);
    }
  shown = self->all || submitted->len <= MANY_ROWS ? submitted->len : FEW_ROWS;
  clear_list (self->submitted_list);
  for (guint i = 0; i < shown; i++)
    append_submitted (self, g_ptr_array_index (submitted, i));
  label = g_strdup_printf (ngettext ("Show all %u", "Show all %u", submitted->len), submitted->len);
  gtk_button_set_label (self->all_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), shown < submitted->len);
  gtk_widget_set_visible (self->submitted_group, submitted->len > 0);
  restore_focus (self->submitted_list, focused);
}

static void
append_questionnaire (RkSurveysPage *self, RkQuestionnaire *questionnaire, GPtrArray *rows)
{
  const char *form_id = rk_questionnaire_get_form_id (questionnaire);
  g_autofree char *period = rk_survey_words_period (rows, form_id, NULL);
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (form_id));
  g_autofree char *action = g_action_print_detailed_name ("win.start-survey", target);
  g_autofree char *caption = NULL;
  GtkWidget *line;

  if (rk_survey_words_is_open (rows, form_id))
    return;
  /* Translators: the version of a questionnaire, then the year it would be filled in for */
  caption = g_strdup_printf (_ ("version %s · for %s"),
                                rk_questionnaire_get_version (questionnaire), period);
  line =
      rk_survey_line_new_plain (NULL, rk_questionnaire_get_title (questionnaire), caption,
                                rk_questionnaire_is_concept (questionnaire), _ ("Begin"), action);
  rk_survey_line_offer (RK_SURVEY_LINE (line), _ ("Look at an example"), "win.try-questionnaire",
                                                  form_id);
  gtk_list_box_append (self->other_list, line);
  if (self->wanted != NULL && g_str_equal (form_id, self->wanted))
    gtk_widget_grab_focus (line);
}

static void
fill_other (RkSurveysPage *self, GPtrArray *rows)
{
  g_autoptr (GListModel) questionnaires = rk_questionnaire_list (self->store, NULL);
  int focused = find_focused (self->other_list);
  guint n = questionnaires != NULL ? g_list_model_get_n_items (questionnaires) : 0;

  clear_list (self->other_list);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RkQuestionnaire) questionnaire = g_list_model_get_item (questionnaires, i);
      append_questionnaire (self, questionnaire, rows);
    }
  gtk_list_box_append (self->other_list,
                       rk_survey_line_new_plain ("rk-add-symbolic",
                                                 _ ("Add a questionnaire…"),
                                                    _ ("A spreadsheet (.xlsx) or an XForm (.xml)"),
                                                       FALSE, NULL, "win.add-questionnaire"));
  gtk_list_box_append (
      self->other_list,
      rk_survey_line_new_plain ("rk-add-symbolic",
                                _ ("Fetch a questionnaire from a server…"),
                                   _ ("ODK Central, KoboToolbox or another ODK server"), FALSE,
                                      NULL, "win.fetch-questionnaires::"));
  if (self->wanted == NULL)
    restore_focus (self->other_list, focused);
}

static void
refresh (GtkWidget *widget)
{
  RkSurveysPage *self = RK_SURVEYS_PAGE (widget);
  g_autoptr (GPtrArray) rows = rk_survey_list (self->store, NULL);

  if (rows == NULL)
    return;
  gtk_widget_set_visible (self->empty, rows->len == 0);
  fill_open (self, rows);
  fill_submitted (self, rows);
  fill_other (self, rows);
}

void
rk_surveys_page_focus_questionnaire (RkSurveysPage *self, const char *form_id)
{
  g_return_if_fail (RK_IS_SURVEYS_PAGE (self));
  self->wanted = form_id;
  refresh (GTK_WIDGET (self));
  self->wanted = NULL;
}

static void
show_all_cb (RkSurveysPage *self)
{
  self->all = TRUE;
  refresh (GTK_WIDGET (self));
}

static void
rk_surveys_page_dispose (GObject *object)
{
  g_clear_object (&RK_SURVEYS_PAGE (object)->store);
  G_OBJECT_CLASS (rk_surveys_page_parent_class)->dispose (object);
}

static void
rk_surveys_page_class_init (RkSurveysPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_surveys_page_dispose;
  g_type_ensure (RK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (RK_TYPE_EMPTY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/surveys/rk-surveys-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RkSurveysPage, empty);
  gtk_widget_class_bind_template_child (widget_class, RkSurveysPage, open_group);
  gtk_widget_class_bind_template_child (widget_class, RkSurveysPage, open_list);
  gtk_widget_class_bind_template_child (widget_class, RkSurveysPage, submitted_group);
  gtk_widget_class_bind_template_child (widget_class, RkSurveysPage, submitted_list);
  gtk_widget_class_bind_template_child (widget_class, RkSurveysPage, all_button);
  gtk_widget_class_bind_template_child (widget_class, RkSurveysPage, other_list);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
rk_surveys_page_init (RkSurveysPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rk_surveys_page_new (RkStore *store)
{
  RkSurveysPage *self = g_object_new (RK_TYPE_SURVEYS_PAGE, NULL);

  self->store = g_object_ref (store);
  rk_refresh_on_change (GTK_WIDGET (self), store, refresh);
  return GTK_WIDGET (self);
}
