/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-application.h"

#include "rk-about.h"
#include "rk-preferences.h"
#include "rk-open-file.h"
#include "rk-settings.h"
#include "rk-toast.h"
#include "rk-window.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

struct _RkApplication
{
  AdwApplication parent_instance;
  gboolean crashed; /* the last time it was not closed in the ordinary way */
};

G_DEFINE_FINAL_TYPE (RkApplication, rk_application, ADW_TYPE_APPLICATION)

static RkWindow *
get_window (RkApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return RK_IS_WINDOW (window) ? RK_WINDOW (window) : rk_window_new (self);
}

/* Told once, when the window is there to tell it. */
static void
tell_crash (RkApplication *self, RkWindow *window)
{
  if (self->crashed)
    rk_toast_show (GTK_WIDGET (window),
                   _ ("Regiekamer stopped unexpectedly. Everything you filled in is kept."), NULL,
                      NULL);
  self->crashed = FALSE;
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (data);

  if (RK_IS_WINDOW (window))
    rk_window_save_state (RK_WINDOW (window));
  g_application_quit (data);
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rk_about_show (gtk_application_get_active_window (data));
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (data);

  if (RK_IS_WINDOW (window))
    rk_preferences_show (window, rk_window_get_store (RK_WINDOW (window)));
}

/* 0 system, 1 light, 2 dark: the values of the setting. */
static void
apply_color_scheme (GSettings *settings)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[g_settings_get_enum (settings, "color-scheme")]);
}

/* Made when first asked for: GTK would build it before the first frame. */
static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (data);
  GtkApplicationWindow *main;

  if (!RK_IS_WINDOW (window))
    return;
  main = GTK_APPLICATION_WINDOW (window);
  if (gtk_application_window_get_help_overlay (main) == NULL)
    {
      g_autoptr (GtkBuilder) builder =
          gtk_builder_new_from_resource ("/io/github/regiekamer/Regiekamer/window/help-overlay.ui");
      GObject *overlay = gtk_builder_get_object (builder, "help_overlay");

      gtk_application_window_set_help_overlay (main, GTK_SHORTCUTS_WINDOW (overlay));
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
}

static gboolean
terminate_cb (gpointer data)
{
  g_action_group_activate_action (data, "quit", NULL);
  return G_SOURCE_CONTINUE;
}

static void
set_accels (RkApplication *self)
{
  static const struct
  {
    const char *action;
    const char *accels[3];
  } table[] = {
    { "app.quit", { "<Control>q" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.shortcuts", { "<Control>question", "F1" } },
    { "win.back", { "<Alt>Left" } },
    { "win.forward", { "<Alt>Right" } },
    { "win.search", { "<Control>k" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z" } },
    { "win.show-sidebar", { "F9" } },
    { "win.next-pane", { "F6", "<Shift>F6" } },
    { "win.show-page::overview", { "<Control>1" } },
    { "win.show-page::surveys", { "<Control>2" } },
    { "win.show-page::applications", { "<Control>3" } },
    { "win.show-page::interfaces", { "<Control>5" } },
    { "win.show-page::suppliers", { "<Control>6" } },
    { "win.create", { "<Control>n" } },
    { "window.close", { "<Control>w" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), table[i].action,
                                           table[i].accels);
}

static void
rk_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "quit", quit_action },
    { "about", about_action },
    { "preferences", preferences_action },
    { "shortcuts", shortcuts_action },
  };

  G_APPLICATION_CLASS (rk_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  set_accels (RK_APPLICATION (application));
  apply_color_scheme (rk_settings_get ());
  g_signal_connect (rk_settings_get (), "changed::color-scheme", G_CALLBACK (apply_color_scheme),
                    NULL);
  RK_APPLICATION (application)->crashed = g_settings_get_boolean (rk_settings_get (), "running");
  g_settings_set_boolean (rk_settings_get (), "running", TRUE);
  g_unix_signal_add (SIGTERM, terminate_cb, application);
  g_unix_signal_add (SIGINT, terminate_cb, application);
}

static void
rk_application_activate (GApplication *application)
{
  RkApplication *self = RK_APPLICATION (application);
  RkWindow *window = get_window (self);

  if (rk_window_get_store (window) == NULL && !gtk_widget_get_mapped (GTK_WIDGET (window)))
    rk_window_start (window);
  gtk_window_present (GTK_WINDOW (window));
  tell_crash (self, window);
}

static void
rk_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  RkApplication *self = RK_APPLICATION (application);
  RkWindow *window = get_window (self);

  /* one window, one workspace: the last one asked for */
  rk_window_open_file (window, g_file_peek_path (files[n_files - 1]));
  gtk_window_present (GTK_WINDOW (window));
  tell_crash (self, window);
}

/* --workspace FILE is another way to say FILE. */
static int
rk_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  const char *path;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Regiekamer %s\n", RK_VERSION);
      return 0;
    }
  if (!g_variant_dict_lookup (options, "workspace", "^&ay", &path))
    return -1;
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("regiekamer: %s\n", error->message);
      return 1;
    }
  file = g_file_new_for_commandline_arg (path);
  g_application_open (application, &file, 1, "");
  /* a first instance runs on with that file; a second one has passed it on */
  return g_application_get_is_remote (application) ? 0 : -1;
}

static void
rk_application_shutdown (GApplication *application)
{
  g_settings_set_boolean (rk_settings_get (), "running", FALSE);
  g_settings_sync ();
  rk_open_file_clean ();
  G_APPLICATION_CLASS (rk_application_parent_class)->shutdown (application);
}

static void
rk_application_class_init (RkApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = rk_application_startup;
  application_class->activate = rk_application_activate;
  application_class->open = rk_application_open;
  application_class->handle_local_options = rk_application_handle_local_options;
  application_class->shutdown = rk_application_shutdown;
}

static void
rk_application_init (RkApplication *self)
{
  const GOptionEntry entries[] = {
    { "workspace", 'w', 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open this workspace"), N_ ("FILE") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

RkApplication *
rk_application_new (void)
{
  return g_object_new (RK_TYPE_APPLICATION, "application-id", APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/io/github/regiekamer/Regiekamer", NULL);
}
