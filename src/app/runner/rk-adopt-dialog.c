/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-adopt-dialog.h"

#include "rk-response-adopt.h"
#include "rk-survey-list.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

#define MAX_SHOWN 100 /* of each list; a preview is no report */

struct _RkAdoptDialog
{
  AdwWindow parent_instance;
  RkStore *store;
  char *id;
  GPtrArray *earlier; /* of RkSurveyRow, newest first */

  GtkWidget *from_group, *missed_group, *taken_group, *take;
  AdwComboRow *from;
  GtkLabel *summary;
  GtkListBox *missed, *taken;
};

G_DEFINE_FINAL_TYPE (RkAdoptDialog, rk_adopt_dialog, ADW_TYPE_WINDOW)

/* --- what would be taken ---------------------------------------------------------------------- */

static void
add_row (GtkListBox *list, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  gtk_list_box_append (list, row);
}

static void
fill (GtkListBox *list, GtkWidget *group, GPtrArray *answers)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; i < MIN (answers->len, MAX_SHOWN); i++)
    {
      const RkAdoptedAnswer *answer = g_ptr_array_index (answers, i);

      add_row (list, *answer->label != '\0' ? answer->label : answer->id, answer->answer);
    }
  if (answers->len > MAX_SHOWN)
    {
      guint more = answers->len - MAX_SHOWN;
      g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", more), more);

      add_row (list, text, "");
    }
  gtk_widget_set_visible (group, answers->len > 0);
}

static const RkSurveyRow *
get_chosen (RkAdoptDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->from);

  return selected < self->earlier->len ? g_ptr_array_index (self->earlier, selected) : NULL;
}

static char *
dup_prospect (const RkAdoption *adoption)
{
  guint n = adoption->taken->len;

  if (n == 0)
    return g_strdup (_ ("All questions of then have an answer already."));
  return g_strdup_printf (ngettext ("%u answer is taken over. What has an answer already keeps it.",
                                    "%u answers are taken over. What has an answer already keeps "
                                    "it.",
                                    n),
                          n);
}

static void
preview_cb (RkAdoptDialog *self)
{
  const RkSurveyRow *row = self->earlier != NULL ? get_chosen (self) : NULL;
  g_autoptr (RkAdoption) adoption = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *prospect = NULL;

  if (row == NULL)
    return;
  adoption = rk_response_preview_adoption (self->store, self->id, row->id, &error);
  gtk_widget_set_sensitive (self->take, adoption != NULL && adoption->taken->len > 0);
  gtk_widget_set_visible (self->missed_group, adoption != NULL);
  gtk_widget_set_visible (self->taken_group, adoption != NULL);
  if (adoption == NULL)
    {
      gtk_label_set_label (self->summary, error->message);
      return;
    }
  prospect = dup_prospect (adoption);
  gtk_label_set_label (self->summary, prospect);
  fill (self->missed, self->missed_group, adoption->missed);
  fill (self->taken, self->taken_group, adoption->taken);
}

/* --- taking ----------------------------------------------------------------------------------- */

static void
tell (RkAdoptDialog *self, const RkAdoption *adoption, const char *period)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autofree char *text = NULL;

  /* Translators: %s is a year. */
  text = adoption->missed->len == 0
      ? g_strdup_printf (_ ("Answers of %s adopted. Look them over."), period)
      : rk_adoption_dup_summary (adoption);
  if (parent != NULL)
    rk_toast_show_undo (parent, self->store, text);
}

/* The response may be open in the window too: it follows what is written here. */
static void
take_cb (RkAdoptDialog *self)
{
  const RkSurveyRow *row = get_chosen (self);
  g_autoptr (RkAdoption) adoption = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RkResponse) response = rk_response_open (self->store, self->id, &error);

  if (response != NULL)
    adoption = rk_response_adopt_from (response, row->id, &error);
  if (adoption == NULL)
    {
      gtk_label_set_label (self->summary, error->message);
      gtk_widget_set_visible (self->missed_group, FALSE);
      gtk_widget_set_visible (self->taken_group, FALSE);
      return;
    }
  tell (self, adoption, row->period);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- making ----------------------------------------------------------------------------------- */

static void
rk_adopt_dialog_finalize (GObject *object)
{
  RkAdoptDialog *self = RK_ADOPT_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  g_free (self->id);
  G_OBJECT_CLASS (rk_adopt_dialog_parent_class)->finalize (object);
}

static void
rk_adopt_dialog_class_init (RkAdoptDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rk_adopt_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/runner/rk-adopt-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RkAdoptDialog, from_group);
  gtk_widget_class_bind_template_child (widget_class, RkAdoptDialog, missed_group);
  gtk_widget_class_bind_template_child (widget_class, RkAdoptDialog, taken_group);
  gtk_widget_class_bind_template_child (widget_class, RkAdoptDialog, take);
  gtk_widget_class_bind_template_child (widget_class, RkAdoptDialog, from);
  gtk_widget_class_bind_template_child (widget_class, RkAdoptDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, RkAdoptDialog, missed);
  gtk_widget_class_bind_template_child (widget_class, RkAdoptDialog, taken);
  gtk_widget_class_bind_template_callback (widget_class, preview_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
}

static void
rk_adopt_dialog_init (RkAdoptDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_choices (RkAdoptDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->earlier->len; i++)
    {
      const RkSurveyRow *row = g_ptr_array_index (self->earlier, i);

      gtk_string_list_append (names, row->title);
    }
  adw_combo_row_set_model (self->from, G_LIST_MODEL (names));
  gtk_widget_set_visible (self->from_group, self->earlier->len > 1);
}

void
rk_adopt_dialog_present (GtkWidget *from, RkStore *store, const char *id)
{
  g_autoptr (GPtrArray) earlier = NULL;
  GtkRoot *root;
  RkAdoptDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (from) && RK_IS_STORE (store) && id != NULL);
  earlier = rk_survey_list_earlier (store, id, NULL);
  if (earlier == NULL || earlier->len == 0)
    {
      rk_toast_show (from, _ ("There is no earlier response to this questionnaire."), NULL, NULL);
      return;
    }
  root = gtk_widget_get_root (from);
  self = g_object_new (RK_TYPE_ADOPT_DIALOG, "transient-for",
                       GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
  self->store = g_object_ref (store);
  self->id = g_strdup (id);
  self->earlier = g_steal_pointer (&earlier);
  fill_choices (self);
  preview_cb (self);
  gtk_widget_grab_focus (self->take);
  gtk_window_present (GTK_WINDOW (self));
}
