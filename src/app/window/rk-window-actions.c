/* SPDX-License-Identifier: EUPL-1.2 */
/* What one can ask the window for. */
#include "config.h"
#include "rk-window-private.h"

#include "rk-toast.h"

#include <glib/gi18n.h>

static void
show_page_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;

  rk_navigation_choose (self->navigation, g_variant_get_string (parameter, NULL));
}

static void
back_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;

  if (!rk_navigation_back (self->navigation) && adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
forward_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;

  rk_navigation_forward (self->navigation);
}

static void
show_toast_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rk_toast_show (data, g_variant_get_string (parameter, NULL), NULL, NULL);
}

static void
show_sidebar_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;

  adw_leaflet_set_visible_child (self->leaflet, self->sidebar);
  gtk_widget_child_focus (GTK_WIDGET (self->entries), GTK_DIR_TAB_FORWARD);
}

void
rk_window_add_actions (RkWindow *self)
{
  static const GActionEntry entries[] = {
    { "show-page", show_page_action, "s" },  { "back", back_action },
    { "forward", forward_action },           { "toast", show_toast_action, "s" },
    { "show-sidebar", show_sidebar_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
