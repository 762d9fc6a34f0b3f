/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-toast.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define SECONDS 5
#define SECONDS_WITH_BUTTON 10
#define COMING_MS 400

/* The innermost one (of those that show): a page with a bar below keeps toasts clear of it. */
static GtkWidget *
find_overlay (GtkWidget *widget, gboolean shown)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_overlay (child, shown);

      if (found != NULL)
        return found;
    }
  return ADW_IS_TOAST_OVERLAY (widget) && (!shown || gtk_widget_get_mapped (widget)) ? widget
                                                                                     : NULL;
}

static void
forget_toast_cb (AdwToast *toast, GObject *overlay)
{
  g_object_set_data (G_OBJECT (toast), "rk-gone", toast);
  if (g_object_get_data (overlay, "rk-toast") == toast)
    g_object_set_data (overlay, "rk-toast", NULL);
}

static gboolean
dismiss_cb (gpointer data)
{
  /* libadwaita 1.2 fails on a toast that is dismissed twice. */
  if (g_object_get_data (data, "rk-gone") == NULL)
    adw_toast_dismiss (data);
  return G_SOURCE_REMOVE;
}

/* Soon: its own button may be what takes it away, and still has to finish its click. Nor before it
 * has come in: libadwaita 1.2 then frees what its coming in still uses. */
static void
dismiss_soon (AdwToast *toast)
{
  const gint64 *shown_at = g_object_get_data (G_OBJECT (toast), "rk-shown-at");
  gint64 wait = (*shown_at - g_get_monotonic_time ()) / 1000 + COMING_MS;

  g_timeout_add_full (G_PRIORITY_DEFAULT, (guint) MAX (wait, 0), dismiss_cb, g_object_ref (toast),
                      g_object_unref);
}

static void
dismiss_of (GtkWidget *overlay)
{
  AdwToast *shown = g_object_get_data (G_OBJECT (overlay), "rk-toast");

  if (shown != NULL)
    dismiss_soon (shown);
}

static AdwToast *
show (GtkWidget *from, const char *text, const char *button_label, const char *detailed_action)
{
  GtkWidget *overlay = find_overlay (from, TRUE);
  /* texts carry names that people typed: never markup */
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  gint64 *shown_at;
  AdwToast *toast;

  if (overlay == NULL)
    overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
  if (overlay == NULL && gtk_widget_get_root (from) != NULL)
    overlay = find_overlay (GTK_WIDGET (gtk_widget_get_root (from)), FALSE);
  g_return_val_if_fail (overlay != NULL, NULL);

  toast = adw_toast_new (escaped);
  shown_at = g_new (gint64, 1);
  *shown_at = g_get_monotonic_time ();
  adw_toast_set_timeout (toast, button_label != NULL ? SECONDS_WITH_BUTTON : SECONDS);
  adw_toast_set_button_label (toast, button_label);
  if (detailed_action != NULL)
    adw_toast_set_detailed_action_name (toast, detailed_action);
  g_object_set_data_full (G_OBJECT (toast), "rk-shown-at", shown_at, g_free);
  dismiss_of (overlay);
  g_object_set_data_full (G_OBJECT (overlay), "rk-toast", g_object_ref (toast), g_object_unref);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (forget_toast_cb), overlay, 0);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  return toast;
}

void
rk_toast_show (GtkWidget *from, const char *text, const char *button_label,
               const char *detailed_action)
{
  show (from, text, button_label, detailed_action);
}

static void
store_changed_cb (AdwToast *toast, const char *kind, const char *id, RkStore *store)
{
  g_autofree char *last = rk_store_peek_undo_id (store);

  if (g_strcmp0 (last, g_object_get_data (G_OBJECT (toast), "rk-step")) == 0)
    return;
  g_signal_handlers_disconnect_by_func (store, store_changed_cb, toast);
  dismiss_soon (toast);
}

void
rk_toast_show_undo (GtkWidget *from, RkStore *store, const char *text)
{
  g_autofree char *step = NULL, *action = NULL;
  AdwToast *toast;

  g_return_if_fail (RK_IS_STORE (store));
  step = rk_store_peek_undo_id (store);
  if (step == NULL)
    {
      show (from, text, NULL, NULL);
      return;
    }
  action = g_strconcat ("win.undo-step::", step, NULL);
  toast = show (from, text, _ ("Undo"), action);
  g_return_if_fail (toast != NULL);
  g_object_set_data_full (G_OBJECT (toast), "rk-step", g_steal_pointer (&step), g_free);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), toast,
                           G_CONNECT_SWAPPED);
}

void
rk_toast_dismiss (GtkWidget *root)
{
  if (ADW_IS_TOAST_OVERLAY (root))
    {
      dismiss_of (root);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    rk_toast_dismiss (child);
}
