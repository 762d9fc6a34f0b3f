/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-refresh.h"

/* Typing changes the workspace many times a second. */
#define PAUSE_MS 150

typedef struct
{
  GtkWidget *widget;
  void (*refresh) (GtkWidget *widget);
  gboolean stale;
  guint timeout_id;
} Watch;

static void
watch_free (gpointer data)
{
  Watch *watch = data;

  g_clear_handle_id (&watch->timeout_id, g_source_remove);
  g_free (watch);
}

static void
refresh_now (Watch *watch)
{
  g_clear_handle_id (&watch->timeout_id, g_source_remove);
  watch->stale = FALSE;
  watch->refresh (watch->widget);
}

static gboolean
timeout_cb (gpointer data)
{
  Watch *watch = data;

  watch->timeout_id = 0;
  if (watch->stale && gtk_widget_get_mapped (watch->widget))
    refresh_now (watch);
  return G_SOURCE_REMOVE;
}

static void
map_cb (GtkWidget *widget, Watch *watch)
{
  if (watch->stale)
    refresh_now (watch);
}

static void
changed_cb (GtkWidget *widget)
{
  Watch *watch = g_object_get_data (G_OBJECT (widget), "rk-refresh");

  watch->stale = TRUE;
  if (watch->timeout_id == 0 && gtk_widget_get_mapped (widget))
    watch->timeout_id = g_timeout_add (PAUSE_MS, timeout_cb, watch);
}

void
rk_refresh_on_change (GtkWidget *widget, RkStore *store, void (*refresh) (GtkWidget *widget))
{
  Watch *watch = g_new0 (Watch, 1);

  watch->widget = widget;
  watch->refresh = refresh;
  watch->stale = TRUE;
  g_object_set_data_full (G_OBJECT (widget), "rk-refresh", watch, watch_free);
  g_signal_connect (widget, "map", G_CALLBACK (map_cb), watch);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), widget, G_CONNECT_SWAPPED);
}
