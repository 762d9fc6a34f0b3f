/* SPDX-License-Identifier: EUPL-1.2 */
/* Records of the portfolio from anywhere: in the page that lists their kind, or on a page of their
 * own. */
#include "config.h"
#include "rk-window-private.h"

/* Pages that list a kind, ended by NULL. They have the widget action "records.select" with the id.
 */
static const struct
{
  const char *kind;
  const char *page;
} homes[] = {
  { "application", "applications" },
  { NULL },
};

const char *
rk_window_get_page_name (const char *location)
{
  for (guint i = 0; homes[i].kind != NULL; i++)
    if (rk_location_is (location, homes[i].page))
      return homes[i].page;
  return location;
}

void
rk_window_select_record (RkWindow *self, const char *location, GtkWidget *page)
{
  if (rk_window_get_page_name (location) != location)
    gtk_widget_activate_action (page, "records.select", "s", rk_location_get_argument (location));
}

static void
show_record_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;
  g_autofree char *location = NULL;
  const char *kind, *id;

  g_variant_get (parameter, "(&s&s)", &kind, &id);
  for (guint i = 0; homes[i].kind != NULL; i++)
    if (g_str_equal (homes[i].kind, kind))
      location = g_strdup_printf ("%s:%s", homes[i].page, id);
  if (location == NULL)
    location = g_strdup_printf ("record:%s/%s", kind, id);
  rk_navigation_push (self->navigation, location);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
}

static void
import_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;

  if (self->store == NULL)
    return;
  rk_navigation_push (self->navigation, "import:application");
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
}

/* From a file that was handed over. */
static void
import_file_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;
  g_autofree char *location = g_strconcat ("import:", g_variant_get_string (parameter, NULL), NULL);

  if (self->store == NULL)
    return;
  rk_navigation_push (self->navigation, location);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
}

/* What it showed is no more. */
static void
forget_location_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;

  rk_navigation_forget (self->navigation, g_variant_get_string (parameter, NULL));
}

void
rk_window_add_record_actions (RkWindow *self)
{
  static const GActionEntry entries[] = {
    { "show-record", show_record_action, "(ss)" },
    { "import", import_action },
    { "import-file", import_file_action, "s" },
    { "forget-location", forget_location_action, "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
