/* SPDX-License-Identifier: EUPL-1.2 */
/* The workspace of the window: which one is open, what is shown when none can be. */
#include "config.h"
#include "rk-window-private.h"

#include "rk-ask.h"
#include "rk-choose-file.h"
#include "rk-empty.h"
#include "rk-example.h"
#include "rk-format.h"
#include "rk-profile.h"
#include "rk-settings.h"
#include "rk-survey-list.h"
#include "rk-toast.h"
#include "rk-welcome-page.h"
#include "rk-workspace-job.h"
#include "rk-workspace-kinds.h"
#include "rk-workspace.h"

#include <glib/gi18n.h>

#define BUSY_MS 300

static char *
get_example_path (void)
{
  g_autofree char *usual = rk_workspace_get_default_path ();
  g_autofree char *folder = g_path_get_dirname (usual);

  return g_build_filename (folder, "voorbeeld.regiekamer", NULL);
}

/* --- what the sidebar says ----------------------------------------------------------------------
 */

static void
show_administration (RkWindow *self)
{
  g_autoptr (RkRecord) administration =
      self->store != NULL ? rk_profile_get_administration (self->store, NULL) : NULL;
  const char *name = administration != NULL ? rk_record_get_title (administration) : "";

  adw_window_title_set_subtitle (self->workspace_title, name);
  gtk_label_set_label (self->administration_label, name);
  gtk_label_set_label (self->file_label, self->path != NULL ? self->path : "");
  gtk_widget_set_visible (self->example_box, self->store != NULL && rk_example_is (self->store));
}

static void
show_survey_count (RkWindow *self)
{
  gint64 open = self->store != NULL
                    ? rk_store_count (self->store, "response", "status = 'open'", NULL, NULL)
                    : 0;
  g_autofree char *text = rk_format_number ((double) MAX (open, 0), 0);
  g_autofree char *name = NULL;

  gtk_label_set_label (self->surveys_count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->surveys_count), open > 0);
  if (open > 0)
    /* Translators: the name of the page in the sidebar for a screen reader */
    name = g_strdup_printf (ngettext ("Surveys, %d open", "Surveys, %d open", (gulong) open),
                            (int) open);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->surveys_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : _ ("Surveys"), -1);
}

static gboolean
refresh_cb (gpointer data)
{
  RkWindow *self = data;

  self->refresh_id = 0;
  show_administration (self);
  show_survey_count (self);
  rk_window_fill_undo_menu (self);
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (RkWindow *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (refresh_cb, self);
}

/* --- opening
 * -------------------------------------------------------------------------------------- */

static void
take_store (RkWindow *self, RkStore *store)
{
  g_autofree char *usual = rk_workspace_get_default_path ();
  const char *path = rk_store_get_path (store);

  rk_window_drop_pages (self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, store_changed_cb, self);
  rk_window_stop_sender (self);
  g_set_object (&self->store, store);
  rk_window_start_sender (self);
  g_free (self->path);
  self->path = g_strdup (path);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_settings_set_string (rk_settings_get (), "last-workspace",
                         g_str_equal (path, usual) ? "" : path);
  refresh_cb (self);
}

/* The remedy for each kind of trouble, and the way back. */
static void
show_file_error (RkWindow *self, const char *path, const GError *error)
{
  GtkWidget *page = rk_empty_new ("rk-error-symbolic", _ ("The workspace cannot be opened"), NULL);
  g_autofree char *message = g_markup_escape_text (error->message, -1);
  g_autoptr (GPtrArray) backups = rk_workspace_list_backups (path);

  g_free (self->path);
  self->path = g_strdup (path);
  g_object_set (page, "description", message, NULL);
  rk_empty_set_details (RK_EMPTY (page), path);
  if (g_error_matches (error, RK_ERROR, RK_ERROR_DAMAGED) && backups->len > 0)
    {
      RkBackup *newest = g_ptr_array_index (backups, 0);
      g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (newest->path));
      g_autofree char *action = g_action_print_detailed_name ("win.restore-backup", target);

      rk_empty_set_button (RK_EMPTY (page), _ ("Open the backup"), action);
    }
  else if (g_error_matches (error, RK_ERROR, RK_ERROR_READ_ONLY))
    rk_empty_set_button (RK_EMPTY (page), _ ("Keep a copy…"), "win.keep-copy");
  else if (g_error_matches (error, RK_ERROR, RK_ERROR_BUSY))
    rk_empty_set_button (RK_EMPTY (page), _ ("Try again"), "win.retry");
  else
    rk_empty_set_button (RK_EMPTY (page), _ ("Choose another file"), "win.open-workspace");
  rk_empty_set_link (RK_EMPTY (page), _ ("To the start"), "win.home");
  rk_window_show_plain (self, page);
}

static void
show_store (RkWindow *self, RkStore *store)
{
  g_autoptr (RkRecord) administration = rk_profile_get_administration (store, NULL);

  take_store (self, store);
  if (administration == NULL)
    rk_window_show_welcome (self);
  else
    rk_window_show_location (self);
}

gboolean
rk_window_open_file (RkWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkStore) store = rk_workspace_open (path, RK_STORE_OPEN_EXISTING, &error);

  if (store == NULL)
    {
      show_file_error (self, path, error);
      return FALSE;
    }
  if (!self->restoring)
    rk_navigation_reset (self->navigation, "overview");
  show_store (self, store);
  return TRUE;
}

void
rk_window_start (RkWindow *self)
{
  g_autofree char *last = g_settings_get_string (rk_settings_get (), "last-workspace");
  g_autofree char *page = g_settings_get_string (rk_settings_get (), "last-page");
  g_autofree char *usual = rk_workspace_get_default_path ();
  const char *path = *last != '\0' && g_file_test (last, G_FILE_TEST_EXISTS) ? last : usual;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      rk_window_show_welcome (self);
      return;
    }
  self->restoring = TRUE;
  rk_navigation_restore (self->navigation, page);
  rk_window_open_file (self, path);
  self->restoring = FALSE;
}

void
rk_window_show_welcome (RkWindow *self)
{
  GtkWidget *page = rk_welcome_page_new ();

  rk_window_show_plain (self, page);
  gtk_widget_grab_focus (page);
}

/* --- actions
 * ---------------------------------------------------------------------------------------- */

/* Where a new workspace goes: the one that is open and not set up yet, the usual place, or, when
 * that is taken, one of its own beside it. */
static RkStore *
open_for_set_up (RkWindow *self, GError **error)
{
  g_autofree char *usual = rk_workspace_get_default_path ();
  g_autofree char *folder = g_path_get_dirname (usual);
  g_autoptr (RkRecord) administration = NULL;

  if (self->store != NULL)
    administration = rk_profile_get_administration (self->store, NULL);
  if (self->store != NULL && administration == NULL)
    return g_object_ref (self->store);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, RK_ERROR, RK_ERROR_FAILED, _ ("The folder “%s” cannot be made."), folder);
      return NULL;
    }
  return rk_workspace_open (usual, RK_STORE_CREATE, error);
}

static void
set_up_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;
  const char *name, *type, *nis, *kbo;
  g_autoptr (GError) error = NULL;
  g_autoptr (RkStore) store = open_for_set_up (self, &error);

  g_variant_get (parameter, "(&s&s&s&s)", &name, &type, &nis, &kbo);
  if (store == NULL || !rk_profile_set_administration (store, &error, name, type, nis, kbo))
    {
      rk_window_complain (self, error);
      return;
    }
  rk_navigation_reset (self->navigation, "overview");
  show_store (self, store);
}

static void
open_example_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;
  g_autofree char *path = get_example_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkStore) store = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    store = rk_workspace_open (path, RK_STORE_OPEN_EXISTING, NULL);
  if (store == NULL)
    store = rk_example_create (path, &error);
  if (store == NULL)
    {
      rk_window_complain (self, error);
      return;
    }
  rk_navigation_reset (self->navigation, "overview");
  show_store (self, store);
}

/* From the example to one's own: the usual workspace when there is one, else the welcome page. */
static void
set_up_own_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;
  g_autofree char *usual = rk_workspace_get_default_path ();

  if (g_file_test (usual, G_FILE_TEST_EXISTS))
    rk_window_open_file (self, usual);
  else
    rk_window_show_welcome (self);
}

static void
home_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;

  if (self->store != NULL)
    {
      g_free (self->path);
      self->path = g_strdup (rk_store_get_path (self->store));
      rk_window_show_location (self);
    }
  else
    rk_window_show_welcome (self);
}

static void
retry_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;
  g_autofree char *path = g_strdup (self->path);

  if (path != NULL)
    rk_window_open_file (self, path);
}

static void
open_file_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rk_window_open_file (data, g_variant_get_string (parameter, NULL));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *path = rk_choose_file_finish (result);

  if (path != NULL)
    rk_window_open_file (RK_WINDOW (source), path);
}

static void
open_workspace_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rk_choose_file_async (data, RK_CHOOSE_OPEN,
                        _ ("Open a workspace"), "workspace", NULL,
                           _ ("Workspaces of Regiekamer"), "*.regiekamer", file_chosen_cb, NULL);
}

/* A path that ends as workspaces do. */
static char *
complete_name (char *path)
{
  char *complete;

  if (g_str_has_suffix (path, ".regiekamer"))
    return path;
  complete = g_strconcat (path, ".regiekamer", NULL);
  g_free (path);
  return complete;
}

static void
create_workspace (RkWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkStore) store = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (&error, RK_ERROR, RK_ERROR_INVALID,
                   _ ("“%s” exists already. Choose another name."), path);
      rk_window_complain (self, error);
      return;
    }
  store = rk_workspace_open (path, RK_STORE_CREATE, &error);
  if (store == NULL)
    {
      rk_window_complain (self, error);
      return;
    }
  rk_navigation_reset (self->navigation, "overview");
  show_store (self, store);
}

static void
new_name_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *path = rk_choose_file_finish (result);

  if (path != NULL)
    {
      path = complete_name (path);
      create_workspace (RK_WINDOW (source), path);
    }
}

static void
new_workspace_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rk_choose_file_async (data, RK_CHOOSE_SAVE,
                        _ ("New workspace"), "workspace",
                           _ ("Our administration.regiekamer"), _ ("Workspaces of Regiekamer"),
                                                                   "*.regiekamer",
                                                                   new_name_chosen_cb, NULL);
}

static void
copy_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RkWindow *self = RK_WINDOW (source);
  g_autofree char *target = rk_choose_file_finish (result);
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RkStore) store = NULL;

  if (target == NULL)
    return;
  target = complete_name (target);
  store = rk_workspace_open (self->path, RK_STORE_READ_ONLY, &error);
  if (store != NULL)
    written = rk_workspace_backup (store, target, &error);
  if (written == NULL)
    rk_window_complain (self, error);
  else
    rk_window_open_file (self, written);
}

static void
keep_copy_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;
  g_autofree char *name = self->path != NULL ? g_path_get_basename (self->path) : NULL;

  rk_choose_file_async (data, RK_CHOOSE_SAVE,
                        _ ("Keep a copy"), "workspace", name,
                           _ ("Workspaces of Regiekamer"), "*.regiekamer", copy_chosen_cb, NULL);
}

/* --- work that may take a while --------------------------------------------------------------- */

static gboolean
show_busy_cb (gpointer data)
{
  RkWindow *self = data;

  self->busy_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->busy), TRUE);
  gtk_spinner_start (self->busy);
  return G_SOURCE_REMOVE;
}

/* What is done sooner than BUSY_MS needs no spinner. The program stays until it is done. */
static void
start_job (RkWindow *self, RkWorkspaceJob job, const char *target, GAsyncReadyCallback callback)
{
  if (self->jobs++ == 0)
    self->busy_id = g_timeout_add (BUSY_MS, show_busy_cb, self);
  g_application_hold (g_application_get_default ());
  rk_workspace_job_async (self, job, self->store, target, callback, NULL);
}

/* (transfer full) (nullable): what the job gave; what failed is said. */
static char *
end_job (RkWindow *self, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  char *given = rk_workspace_job_finish (result, &error);

  if (--self->jobs == 0)
    {
      g_clear_handle_id (&self->busy_id, g_source_remove);
      if (self->store != NULL)
        {
          gtk_spinner_stop (self->busy);
          gtk_widget_set_visible (GTK_WIDGET (self->busy), FALSE);
        }
    }
  if (given == NULL && self->store != NULL)
    rk_window_complain (self, error);
  g_application_release (g_application_get_default ());
  return given;
}

static void
backup_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RkWindow *self = RK_WINDOW (source);
  g_autofree char *path = end_job (self, result);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format_iso8601 (now);
  g_autofree char *time = rk_format_time (stamp);
  g_autofree char *text = NULL;

  if (path == NULL || self->store == NULL)
    return;
  /* Translators: the placeholder is a time: "10.42 uur" */
  text = g_strdup_printf (_ ("Backup made at %s"), time);
  rk_toast_show (GTK_WIDGET (self), text, NULL, NULL);
}

static void
backup_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;

  if (self->store != NULL)
    start_job (self, RK_JOB_BACKUP, NULL, backup_made_cb);
}

static void
restore_backup (RkWindow *self, const char *backup)
{
  g_autofree char *path = g_strdup (self->path);
  g_autoptr (GError) error = NULL;

  rk_window_drop_pages (self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, store_changed_cb, self);
  rk_window_stop_sender (self);
  g_clear_object (&self->store);
  if (!rk_workspace_restore (path, backup, &error))
    {
      show_file_error (self, path, error);
      return;
    }
  if (rk_window_open_file (self, path))
    rk_toast_show (GTK_WIDGET (self), _ ("The backup was put back"), NULL, NULL);
}

static void
restore_confirmed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *backup = data;

  if (rk_ask_finish (result))
    restore_backup (RK_WINDOW (source), backup);
}

static void
restore_backup_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;
  const char *backup = g_variant_get_string (parameter, NULL);
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *moment = NULL;
  g_autofree char *body = NULL;

  if (self->path == NULL)
    return;
  backups = rk_workspace_list_backups (self->path);
  for (guint i = 0; i < backups->len; i++)
    {
      RkBackup *entry = g_ptr_array_index (backups, i);
      g_autofree char *stamp = g_date_time_format_iso8601 (entry->at);
      if (g_str_equal (entry->path, backup))
        moment = rk_format_relative (stamp, NULL);
    }
  if (moment == NULL)
    return;
  /* Translators: the placeholder is a moment: "vandaag 08.12 uur", "2 december 2026" */
  body = g_strdup_printf (_ ("You go back to %s. The present state is kept as a backup first."),
                             moment);
  rk_ask_async (GTK_WIDGET (self), _ ("Put the workspace back?"), body,
                                      _ ("_Put back"), TRUE, restore_confirmed_cb,
                                         g_strdup (backup));
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RkWindow *self = RK_WINDOW (source);
  g_autofree char *target = end_job (self, result);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (target == NULL || self->store == NULL)
    return;
  name = g_path_get_basename (target);
  /* Translators: the placeholder is the name of a file */
  text = g_strdup_printf (_ ("Everything exported as %s"), name);
  rk_toast_show (GTK_WIDGET (self), text, NULL, NULL);
}

static void
export_all (RkWindow *self, const char *target)
{
  start_job (self, RK_JOB_EXPORT, target, exported_cb);
}

static void
export_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *path = rk_choose_file_finish (result);
  g_autofree char *target = NULL;

  if (path == NULL || RK_WINDOW (source)->store == NULL)
    return;
  target = g_str_has_suffix (path, ".zip") ? g_strdup (path) : g_strconcat (path, ".zip", NULL);
  export_all (RK_WINDOW (source), target);
}

static void
export_all_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;

  if (self->store != NULL)
    rk_choose_file_async (data, RK_CHOOSE_SAVE,
                          _ ("Export everything"), "export",
                             _ ("Regiekamer.zip"), _ ("Zip files"), "*.zip", export_chosen_cb,
                                                      NULL);
}

static void
export_file_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;

  if (self->store != NULL)
    export_all (self, g_variant_get_string (parameter, NULL));
}

void
rk_window_add_workspace_actions (RkWindow *self)
{
  static const GActionEntry entries[] = {
    { "set-up", set_up_action, "(ssss)" },
    { "open-example", open_example_action },
    { "set-up-own", set_up_own_action },
    { "home", home_action },
    { "retry", retry_action },
    { "open-file", open_file_action, "s" },
    { "open-workspace", open_workspace_action },
    { "new-workspace", new_workspace_action },
    { "keep-copy", keep_copy_action },
    { "backup", backup_action },
    { "restore-backup", restore_backup_action, "s" },
    { "export-all", export_all_action },
    { "export-file", export_file_action, "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

RkStore *
rk_window_get_store (RkWindow *self)
{
  g_return_val_if_fail (RK_IS_WINDOW (self), NULL);
  return self->store;
}
