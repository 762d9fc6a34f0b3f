/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-preferences.h"

#include "rk-change.h"
#include "rk-format.h"
#include "rk-preferences-private.h"
#include "rk-profile.h"
#include "rk-refresh.h"
#include "rk-settings.h"
#include "rk-workspace-job.h"
#include "rk-workspace.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _RkPreferences
{
  AdwPreferencesWindow parent_instance;
  RkStore *store;
  GPtrArray *people_rows;
  GPtrArray *backup_rows;
  gboolean filling; /* the rows change because we fill them */

  AdwComboRow *scheme_row;
  AdwComboRow *language_row;
  AdwPreferencesPage *administration_page;
  GtkEditable *name_row;
  AdwComboRow *type_row;
  GtkEditable *nis_row;
  GtkEditable *kbo_row;
  AdwPreferencesPage *people_page;
  AdwPreferencesGroup *people_group;
  GtkEditable *person_row;
  AdwPreferencesPage *scores_page;
  AdwPreferencesPage *data_page;
  AdwActionRow *file_row;
  GtkLabel *check_label;
  GtkWidget *check_button;
  AdwPreferencesGroup *backups_group;
};

#define RK_TYPE_PREFERENCES (rk_preferences_get_type ())
G_DECLARE_FINAL_TYPE (RkPreferences, rk_preferences, RK, PREFERENCES, AdwPreferencesWindow)
G_DEFINE_FINAL_TYPE (RkPreferences, rk_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
complain (RkPreferences *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (escaped));
}

static AdwActionRow *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return ADW_ACTION_ROW (row);
}

static void
clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

/* --- general ---------------------------------------------------------------------------------- */

static void
scheme_cb (RkPreferences *self)
{
  if (!self->filling)
    g_settings_set_enum (rk_settings_get (), "color-scheme",
                         (int) adw_combo_row_get_selected (self->scheme_row));
}

static void
language_cb (RkPreferences *self)
{
  if (!self->filling)
    g_settings_set_enum (rk_settings_get (), "language",
                         (int) adw_combo_row_get_selected (self->language_row));
}

/* --- the administration ----------------------------------------------------------------------- */

static guint
find_type (const char *value)
{
  for (guint i = 0; rk_administration_types[i].value != NULL; i++)
    if (g_strcmp0 (rk_administration_types[i].value, value) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
fill_administration (RkPreferences *self)
{
  g_autoptr (RkRecord) record = rk_profile_get_administration (self->store, NULL);
  g_autoptr (GtkStringList) types = gtk_string_list_new (NULL);

  if (record == NULL)
    return;
  for (const RkEnumValue *type = rk_administration_types; type->value != NULL; type++)
    gtk_string_list_append (types, _ (type->label));
  adw_combo_row_set_model (self->type_row, G_LIST_MODEL (types));
  adw_combo_row_set_selected (self->type_row, find_type (rk_record_get (record, "type")));
  gtk_editable_set_text (self->name_row, or_empty (rk_record_get (record, "name")));
  gtk_editable_set_text (self->nis_row, or_empty (rk_record_get (record, "nis")));
  gtk_editable_set_text (self->kbo_row, or_empty (rk_record_get (record, "kbo")));
}

static void
apply_administration_cb (RkPreferences *self)
{
  g_autoptr (GError) error = NULL;
  guint type = adw_combo_row_get_selected (self->type_row);
  const char *nis = gtk_editable_get_text (self->nis_row);
  const char *kbo = gtk_editable_get_text (self->kbo_row);

  if (self->filling || self->store == NULL || type == GTK_INVALID_LIST_POSITION)
    return;
  if (!rk_profile_set_administration (self->store, &error, gtk_editable_get_text (self->name_row),
                                      rk_administration_types[type].value, nis, kbo))
    complain (self, error);
}

/* --- people --------------------------------------------------------------------------------------
 */

static void
undo_cb (AdwToast *toast, RkPreferences *self)
{
  g_autoptr (GError) error = NULL;

  rk_store_undo_step (self->store, g_object_get_data (G_OBJECT (toast), "rk-step"), NULL, &error);
  if (error != NULL)
    complain (self, error);
}

static void
remove_person_cb (GtkButton *button, RkPreferences *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), "id");
  g_autoptr (RkRecord) person = rk_store_get (self->store, "person", id, NULL);
  g_autoptr (RkChange) change = rk_change_new (self->store, _ ("Remove a name"));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  rk_change_delete (change, "person", id);
  if (person == NULL || !rk_change_apply (change, &error))
    {
      if (error != NULL)
        complain (self, error);
      return;
    }
  /* Translators: the name of a person */
  text = g_strdup_printf (_ ("%s removed"), rk_record_get_title (person));
  escaped = g_markup_escape_text (text, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_timeout (toast, 10);
  adw_toast_set_button_label (toast, _ ("Undo"));
  g_object_set_data_full (G_OBJECT (toast), "rk-step", rk_store_peek_undo_id (self->store), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, 0);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), toast);
}

static void
add_person_row (RkPreferences *self, RkRecord *person)
{
  AdwActionRow *row =
      make_row (rk_record_get_title (person), or_empty (rk_record_get (person, "department")));
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: the name of a person */
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), rk_record_get_title (person));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (rk_record_get_id (person)), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_person_cb), self);
  adw_action_row_add_suffix (row, button);
  adw_preferences_group_add (self->people_group, GTK_WIDGET (row));
  g_ptr_array_add (self->people_rows, row);
}

static void
refresh_people (GtkWidget *group)
{
  RkPreferences *self = RK_PREFERENCES (gtk_widget_get_root (group));
  g_autoptr (GPtrArray) people = rk_profile_list_people (self->store, NULL);

  clear_rows (self->people_group, self->people_rows);
  for (guint i = 0; people != NULL && i < people->len; i++)
    add_person_row (self, g_ptr_array_index (people, i));
}

static void
add_person_cb (RkPreferences *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->person_row)));
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  if (*name == '\0')
    return;
  id = rk_profile_add_person (self->store, name, &error);
  if (id == NULL)
    complain (self, error);
  gtk_editable_set_text (self->person_row, "");
}

/* --- data ----------------------------------------------------------------------------------------
 */

static void
restore_cb (GtkButton *button, RkPreferences *self)
{
  g_autofree char *path = g_strdup (g_object_get_data (G_OBJECT (button), "path"));
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.restore-backup", "s", path);
}

static void
add_backup_row (RkPreferences *self, const RkBackup *backup)
{
  g_autofree char *stamp = g_date_time_format_iso8601 (backup->at);
  g_autofree char *moment = rk_format_relative (stamp, NULL);
  g_autofree char *size = g_format_size ((guint64) backup->bytes);
  GtkWidget *button = gtk_button_new_with_label (_ ("Put back…"));
  AdwActionRow *row = make_row (moment, size);
  /* Translators: the moment of a backup */
  g_autofree char *label = g_strdup_printf (_ ("Put back the backup of %s"), moment);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (backup->path), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (restore_cb), self);
  adw_action_row_add_suffix (row, button);
  adw_preferences_group_add (self->backups_group, GTK_WIDGET (row));
  g_ptr_array_add (self->backup_rows, row);
}

static void
fill_backups (RkPreferences *self)
{
  g_autoptr (GPtrArray) backups = rk_workspace_list_backups (rk_store_get_path (self->store));

  clear_rows (self->backups_group, self->backup_rows);
  for (guint i = 0; i < backups->len; i++)
    add_backup_row (self, g_ptr_array_index (backups, i));
  if (backups->len == 0)
    {
      AdwActionRow *row = make_row (_ ("No backups yet"), "");
      adw_preferences_group_add (self->backups_group, GTK_WIDGET (row));
      g_ptr_array_add (self->backup_rows, row);
    }
}

static void
backup_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RkPreferences *self = RK_PREFERENCES (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = rk_workspace_job_finish (result, &error);

  if (self->store == NULL)
    return; /* closed meanwhile */
  if (path == NULL)
    complain (self, error);
  fill_backups (self);
}

static void
backup_cb (RkPreferences *self)
{
  rk_workspace_job_async (self, RK_JOB_BACKUP, self->store, NULL, backup_made_cb, NULL);
}

static void
export_cb (RkPreferences *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.export-all", NULL);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RkPreferences *self = RK_PREFERENCES (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *problems = rk_workspace_job_finish (result, &error);

  if (self->store == NULL)
    return; /* closed meanwhile */
  if (problems == NULL)
    gtk_label_set_label (self->check_label, error->message);
  else
    gtk_label_set_label (self->check_label,
                         *problems == '\0' ? _ ("Everything is whole. Nothing needs to be done.")
                                           : problems);
  gtk_widget_set_sensitive (self->check_button, TRUE);
}

static void
check_cb (RkPreferences *self)
{
  gtk_label_set_label (self->check_label, _ ("Checking…"));
  gtk_widget_set_visible (GTK_WIDGET (self->check_label), TRUE);
  gtk_widget_set_sensitive (self->check_button, FALSE);
  rk_workspace_job_async (self, RK_JOB_CHECK, self->store, NULL, checked_cb, NULL);
}

/* --- the window ----------------------------------------------------------------------------------
 */

/* libadwaita 1.2 leaves the lists inside its rows, and its search button, without a name. */
static void
name_widgets (GtkWidget *widget, const char *title)
{
  const char *name = NULL;

  if (ADW_IS_PREFERENCES_PAGE (widget))
    title = adw_preferences_page_get_title (ADW_PREFERENCES_PAGE (widget));
  else if (ADW_IS_PREFERENCES_ROW (widget))
    title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  if (GTK_IS_LIST_BOX (widget) || GTK_IS_LIST_VIEW (widget))
    name = title != NULL && *title != '\0' ? title : _ ("Preferences");
  else if (GTK_IS_TOGGLE_BUTTON (widget) &&
           g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "edit-find-symbolic") == 0)
    name = _ ("Search");
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_widgets (child, title);
}

static void
rk_preferences_dispose (GObject *object)
{
  RkPreferences *self = RK_PREFERENCES (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->people_rows, g_ptr_array_unref);
  g_clear_pointer (&self->backup_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (rk_preferences_parent_class)->dispose (object);
}

static void
rk_preferences_class_init (RkPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_preferences_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/preferences/rk-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, RkPreferences, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, RkPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, RkPreferences, administration_page);
  gtk_widget_class_bind_template_child (widget_class, RkPreferences, name_row);
  gtk_widget_class_bind_template_child (widget_class, RkPreferences, type_row);
  gtk_widget_class_bind_template_child (widget_class, RkPreferences, nis_row);
  gtk_widget_class_bind_template_child (widget_class, RkPreferences, kbo_row);
  gtk_widget_class_bind_template_child (widget_class, RkPreferences, people_page);
  gtk_widget_class_bind_template_child (widget_class, RkPreferences, people_group);
  gtk_widget_class_bind_template_child (widget_class, RkPreferences, person_row);
  gtk_widget_class_bind_template_child (widget_class, RkPreferences, scores_page);
  gtk_widget_class_bind_template_child (widget_class, RkPreferences, data_page);
  gtk_widget_class_bind_template_child (widget_class, RkPreferences, file_row);
  gtk_widget_class_bind_template_child (widget_class, RkPreferences, check_label);
  gtk_widget_class_bind_template_child (widget_class, RkPreferences, check_button);
  gtk_widget_class_bind_template_child (widget_class, RkPreferences, backups_group);
  gtk_widget_class_bind_template_callback (widget_class, scheme_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_administration_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_person_cb);
  gtk_widget_class_bind_template_callback (widget_class, backup_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
}

static void
rk_preferences_init (RkPreferences *self)
{
  self->people_rows = g_ptr_array_new ();
  self->backup_rows = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_selected (self->scheme_row,
                              (guint) g_settings_get_enum (rk_settings_get (), "color-scheme"));
  adw_combo_row_set_selected (self->language_row,
                              (guint) g_settings_get_enum (rk_settings_get (), "language"));
}

static void
fill (RkPreferences *self)
{
  g_autoptr (RkRecord) administration = rk_profile_get_administration (self->store, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->administration_page), administration != NULL);
  fill_administration (self);
  rk_refresh_on_change (GTK_WIDGET (self->people_group), self->store, refresh_people);
  rk_preferences_fill_scores (self->scores_page, self->store);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->file_row), FALSE);
  adw_action_row_set_subtitle (self->file_row, rk_store_get_path (self->store));
  fill_backups (self);
}

void
rk_preferences_show (GtkWindow *parent, RkStore *store)
{
  RkPreferences *self = g_object_new (RK_TYPE_PREFERENCES, "transient-for", parent, NULL);
  AdwPreferencesWindow *window = ADW_PREFERENCES_WINDOW (self);

  if (store != NULL)
    {
      self->store = g_object_ref (store);
      fill (self);
    }
  else
    {
      adw_preferences_window_remove (window, self->administration_page);
      adw_preferences_window_remove (window, self->people_page);
      adw_preferences_window_remove (window, self->scores_page);
      adw_preferences_window_remove (window, self->data_page);
    }
  self->filling = FALSE;
  name_widgets (GTK_WIDGET (self), _ ("Preferences"));
  gtk_window_present (GTK_WINDOW (self));
}
