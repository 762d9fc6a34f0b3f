/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-import-page-private.h"

#include "rk-choose-file.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

typedef enum
{
  STEP_FILE,
  STEP_COLUMNS,
  STEP_REVIEW,
  STEP_RESULT,
  N_STEPS
} Step;

typedef enum
{
  PROP_SUBTITLE = 1
} RkImportPageProps;
static GParamSpec *props[PROP_SUBTITLE + 1];

static const char *const step_names[] = { "file", "columns", "review", "result" };
static const char separators[] = ";,\t|";

const char *const rk_import_page_subjects[] = {
  "application",
  "software-catalogue",
  "supplier",
  "product",
  "contract",
  "interface",
  "standards-register",
  "building-block-usage",
  "standard",
  "building_block",
  "dataset",
  "organisation",
  NULL,
};

G_DEFINE_FINAL_TYPE (RkImportPage, rk_import_page, ADW_TYPE_BIN)

void
rk_import_page_name_parts (GtkWidget *widget, const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LIST_BOX (child) || GTK_IS_LIST_VIEW (child) || GTK_IS_TOGGLE_BUTTON (child))
        gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        label, -1);
      rk_import_page_name_parts (child, label);
    }
}

/* --- where one is ----------------------------------------------------------------------------- */

static void
show_buttons (RkImportPage *self)
{
  gboolean busy = self->running != NULL;
  GtkWidget *next = GTK_WIDGET (self->next);

  gtk_widget_set_visible (GTK_WIDGET (self->back),
                          self->step > STEP_FILE && self->step < STEP_RESULT);
  gtk_widget_set_visible (next, self->step < STEP_RESULT);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->steps), !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.next", !busy && self->import != NULL);
  if (self->step < STEP_REVIEW)
    gtk_button_set_label (self->next, _ ("Next"));
}

static void
show_step (RkImportPage *self, Step step)
{
  self->step = step;
  g_free (self->subtitle);
  /* Translators: where one is in the import: "Step 2 of 4". */
  self->subtitle = g_strdup_printf (_ ("Step %u of %u"), step + 1, N_STEPS);
  gtk_stack_set_visible_child_name (self->steps, step_names[step]);
  rk_banner_hide (self->banner);
  show_buttons (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->headings[step]));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

static void
complain (RkImportPage *self, const GError *error)
{
  rk_banner_show (self->banner, RK_BANNER_ERROR, error->message, NULL, NULL);
}

/* --- jobs ------------------------------------------------------------------------------------- */

static gboolean
progress_cb (gpointer data)
{
  RkImportPage *self = data;

  gtk_progress_bar_set_fraction (self->progress, rk_import_job_get_fraction (self->job));
  return G_SOURCE_CONTINUE;
}

static void
end_job (RkImportPage *self)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_object (&self->running);
  show_buttons (self);
}

static void
begin_job (RkImportPage *self, gboolean apply, GAsyncReadyCallback callback)
{
  g_clear_object (&self->job);
  self->job =
      rk_import_job_new (self->store, self->import, apply, gtk_switch_get_active (self->whole));
  self->running = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  self->progress_id = g_timeout_add (100, progress_cb, self);
  show_buttons (self);
  rk_import_job_run_async (self->job, self->running, callback, g_object_ref (self));
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkImportPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean ok = rk_import_job_run_finish (RK_IMPORT_JOB (source), result, &error);

  if (source != (GObject *) self->job)
    return; /* the page has gone, or looks at something else by now */
  end_job (self);
  if (!ok)
    {
      complain (self, error);
      return;
    }
  if (self->step != STEP_REVIEW)
    show_step (self, STEP_REVIEW);
  rk_import_page_fill_review (self);
}

void
rk_import_page_check (RkImportPage *self)
{
  if (self->running == NULL && self->import != NULL)
    begin_job (self, FALSE, checked_cb);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkImportPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean ok = rk_import_job_run_finish (RK_IMPORT_JOB (source), result, &error);

  if (source != (GObject *) self->job)
    return;
  end_job (self);
  if (!ok)
    {
      complain (self, error);
      return;
    }
  text = rk_import_describe (self->import);
  adw_status_page_set_title (self->result, text);
  show_step (self, STEP_RESULT);
  rk_toast_show_undo (GTK_WIDGET (self), self->store, text);
}

/* --- the file --------------------------------------------------------------------------------- */

static void
get_subject (RkImportPage *self, RkImportSubject *subject)
{
  guint selected = adw_combo_row_get_selected (self->subject);

  rk_import_subject_find (rk_import_page_subjects[selected], subject);
}

/* What was recognised, and what one can say against it. */
static void
show_reading (RkImportPage *self)
{
  RkRows *rows = rk_import_get_rows (self->import);
  g_autofree char *name = g_path_get_basename (rk_rows_get_path (rows));
  g_autofree char *format = rk_rows_describe (rows);
  g_autofree char *columns =
      g_strdup_printf (ngettext ("%u column", "%u columns", rk_rows_get_n_columns (rows)),
                       rk_rows_get_n_columns (rows));
  g_autofree char *text = g_strdup_printf ("%s, %s", format, columns);
  const char *place = rk_rows_get_separator (rows) != '\0'
                          ? strchr (separators, rk_rows_get_separator (rows))
                          : NULL;

  self->filling = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file), name);
  adw_action_row_set_subtitle (self->file, text);
  gtk_widget_set_visible (self->reading, place != NULL);
  if (place != NULL)
    adw_combo_row_set_selected (self->separator, (guint) (place - separators));
  gtk_switch_set_active (self->header, rk_rows_has_header (rows));
  self->filling = FALSE;
}

static void
forget_import (RkImportPage *self)
{
  if (self->running != NULL)
    {
      g_cancellable_cancel (self->running);
      rk_import_job_take_import (self->job);
      self->import = NULL;
    }
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_object (&self->running);
  g_clear_object (&self->job);
  g_clear_pointer (&self->import, rk_import_free);
}

/* A model is no list: the plates import it. */
static gboolean
is_model (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ".xml") || g_str_has_suffix (folded, ".archimate");
}

static void
open_file (RkImportPage *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  RkImportSubject subject;
  RkRows *rows;

  rk_banner_hide (self->banner);
  if (is_model (path))
    {
      rk_banner_show (self->banner, RK_BANNER_INFO,
                      _ ("This is a model of a reference architecture. Import it on the page "
                         "Plates."),
                         _ ("To the plates"), "win.show-page::plates");
      return;
    }
  rows = rk_rows_open (path, &error);
  if (rows == NULL)
    {
      complain (self, error);
      return;
    }
  forget_import (self);
  get_subject (self, &subject);
  self->import = rk_import_new (self->store, &subject, rows);
  show_reading (self);
  show_buttons (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->next));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkImportPage) self = data;
  g_autofree char *path = rk_choose_file_finish (result);

  if (path != NULL && self->store != NULL)
    open_file (self, path);
}

static void
choose_cb (RkImportPage *self)
{
  rk_choose_file_async (GTK_WIDGET (self), RK_CHOOSE_OPEN,
                        _ ("Choose a list"), "import", NULL,
                           _ ("Lists (CSV, JSON)"), "*.csv;*.txt;*.tsv;*.json", chosen_cb,
                              g_object_ref (self));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, RkImportPage *self)
{
  GFile *file = g_value_get_object (value);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || self->step != STEP_FILE)
    return FALSE;
  open_file (self, path);
  return TRUE;
}

/* The same file, as something else. */
static void
subject_cb (RkImportPage *self)
{
  g_autofree char *path = NULL;

  if (self->filling || self->import == NULL)
    return;
  path = g_strdup (rk_rows_get_path (rk_import_get_rows (self->import)));
  open_file (self, path);
}

static void
reading_cb (RkImportPage *self)
{
  g_autoptr (GError) error = NULL;
  RkRows *rows;

  if (self->filling || self->import == NULL)
    return;
  rows = rk_import_get_rows (self->import);
  if (!rk_rows_set_separator (rows, separators[adw_combo_row_get_selected (self->separator)],
                              &error) ||
      !rk_rows_set_header (rows, gtk_switch_get_active (self->header), &error))
    complain (self, error);
  rk_import_reset_columns (self->import, self->store);
  show_reading (self);
}

/* --- from step to step ------------------------------------------------------------------------ */

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkImportPage *self = RK_IMPORT_PAGE (widget);

  if (self->import == NULL || self->running != NULL)
    return;
  if (self->step == STEP_FILE)
    {
      rk_import_page_fill_columns (self);
      show_step (self, STEP_COLUMNS);
    }
  else if (self->step == STEP_COLUMNS)
    rk_import_page_check (self);
  else if (self->step == STEP_REVIEW)
    begin_job (self, TRUE, applied_cb);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkImportPage *self = RK_IMPORT_PAGE (widget);

  if (self->running == NULL && self->step > STEP_FILE && self->step < STEP_RESULT)
    show_step (self, self->step - 1);
}

static void
again_cb (RkImportPage *self)
{
  forget_import (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file), _ ("No file chosen yet"));
  adw_action_row_set_subtitle (self->file, "");
  gtk_widget_set_visible (self->reading, FALSE);
  show_step (self, STEP_FILE);
}

static void
save_faults_cb (RkImportPage *self)
{
  rk_import_page_save_faults (self);
}

/* --- the object ------------------------------------------------------------------------------- */

static void
rk_import_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SUBTITLE)
    g_value_set_string (value, RK_IMPORT_PAGE (object)->subtitle);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rk_import_page_dispose (GObject *object)
{
  RkImportPage *self = RK_IMPORT_PAGE (object);

  forget_import (self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (rk_import_page_parent_class)->dispose (object);
}

static void
rk_import_page_finalize (GObject *object)
{
  g_free (RK_IMPORT_PAGE (object)->subtitle);
  G_OBJECT_CLASS (rk_import_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const char *const headings[] = { "heading_file", "heading_columns", "heading_review",
                                          "heading_result" };
  static const char *const lists[] = { "list_new", "list_changed", "list_unchanged",
                                       "list_faulty" };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      gtk_widget_class_bind_template_child_full (widget_class, headings[i], FALSE,
                                                 G_STRUCT_OFFSET (RkImportPage, headings) +
                                                     (gssize) (i * sizeof (GtkLabel *)));
      gtk_widget_class_bind_template_child_full (widget_class, lists[i], FALSE,
                                                 G_STRUCT_OFFSET (RkImportPage, lists) +
                                                     (gssize) (i * sizeof (GtkListBox *)));
    }
  gtk_widget_class_bind_template_child (widget_class, RkImportPage, steps);
  gtk_widget_class_bind_template_child (widget_class, RkImportPage, banner);
  gtk_widget_class_bind_template_child (widget_class, RkImportPage, back);
  gtk_widget_class_bind_template_child (widget_class, RkImportPage, next);
  gtk_widget_class_bind_template_child (widget_class, RkImportPage, progress);
  gtk_widget_class_bind_template_child (widget_class, RkImportPage, subject);
  gtk_widget_class_bind_template_child (widget_class, RkImportPage, separator);
  gtk_widget_class_bind_template_child (widget_class, RkImportPage, file);
  gtk_widget_class_bind_template_child (widget_class, RkImportPage, reading);
  gtk_widget_class_bind_template_child (widget_class, RkImportPage, header);
  gtk_widget_class_bind_template_child (widget_class, RkImportPage, columns);
  gtk_widget_class_bind_template_child (widget_class, RkImportPage, outcomes);
  gtk_widget_class_bind_template_child (widget_class, RkImportPage, made);
  gtk_widget_class_bind_template_child (widget_class, RkImportPage, whole);
  gtk_widget_class_bind_template_child (widget_class, RkImportPage, whole_row);
  gtk_widget_class_bind_template_child (widget_class, RkImportPage, save_faults);
  gtk_widget_class_bind_template_child (widget_class, RkImportPage, result);
}

static void
rk_import_page_class_init (RkImportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rk_import_page_get_property;
  object_class->dispose = rk_import_page_dispose;
  object_class->finalize = rk_import_page_finalize;
  props[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_SUBTITLE, props[PROP_SUBTITLE]);
  g_type_ensure (RK_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/importing/rk-import-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, subject_cb);
  gtk_widget_class_bind_template_callback (widget_class, reading_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_faults_cb);
  gtk_widget_class_install_action (widget_class, "import.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "import.next", NULL);
}

static void
rk_import_page_init (RkImportPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
rk_import_page_new (RkStore *store, const char *subject)
{
  RkImportPage *self = g_object_new (RK_TYPE_IMPORT_PAGE, NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  self->store = g_object_ref (store);
  self->filling = TRUE;
  for (guint i = 0; rk_import_page_subjects[i] != NULL; i++)
    {
      RkImportSubject found;

      rk_import_subject_find (rk_import_page_subjects[i], &found);
      gtk_string_list_append (labels, _ (found.label));
      if (g_strcmp0 (rk_import_page_subjects[i], subject) == 0)
        selected = i;
    }
  adw_combo_row_set_model (self->subject, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->subject, selected);
  self->filling = FALSE;
  rk_import_page_name_parts (gtk_widget_get_ancestor (GTK_WIDGET (self->file),
                                                      ADW_TYPE_PREFERENCES_GROUP),
                             _ ("File"));
  rk_import_page_name_parts (self->reading, _ ("How the file is read"));
  rk_import_page_name_parts (self->whole_row, _ ("All or nothing"));
  show_step (self, STEP_FILE);
  if (g_path_is_absolute (subject))
    open_file (self, subject);
  return GTK_WIDGET (self);
}
