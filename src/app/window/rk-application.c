/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-application.h"

#include "rk-about.h"
#include "rk-settings.h"
#include "rk-window.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

struct _RkApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (RkApplication, rk_application, ADW_TYPE_APPLICATION)

static RkWindow *
get_window (RkApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return RK_IS_WINDOW (window) ? RK_WINDOW (window) : rk_window_new (self);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  for (GList *l = gtk_application_get_windows (data); l != NULL;
       l = gtk_application_get_windows (data))
    {
      GtkWindow *window = l->data;
      gtk_window_close (window);
      if (gtk_application_get_windows (data) == l)
        break;
    }
  g_application_quit (data);
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rk_about_show (gtk_application_get_active_window (data));
}

static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (data);

  if (window != NULL)
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
    { "win.show-page::overview", { "<Control>1" } },
    { "win.show-page::surveys", { "<Control>2" } },
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
    { "shortcuts", shortcuts_action },
  };

  G_APPLICATION_CLASS (rk_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  set_accels (RK_APPLICATION (application));
  g_unix_signal_add (SIGTERM, terminate_cb, application);
  g_unix_signal_add (SIGINT, terminate_cb, application);
}

static void
rk_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (get_window (RK_APPLICATION (application))));
}

static void
rk_application_class_init (RkApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = rk_application_startup;
  application_class->activate = rk_application_activate;
}

static void
rk_application_init (RkApplication *self)
{
}

RkApplication *
rk_application_new (void)
{
  return g_object_new (RK_TYPE_APPLICATION, "application-id", APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/io/github/regiekamer/Regiekamer", NULL);
}
