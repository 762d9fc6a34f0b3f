/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-toast.h"

#include <adwaita.h>

#define SECONDS 5
#define SECONDS_WITH_BUTTON 10

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
  if (g_object_get_data (overlay, "rk-toast") == toast)
    g_object_set_data (overlay, "rk-toast", NULL);
}

void
rk_toast_show (GtkWidget *from, const char *text, const char *button_label,
               const char *detailed_action)
{
  GtkWidget *overlay = find_overlay (from, TRUE);
  /* texts carry names that people typed: never markup */
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);
  AdwToast *shown;

  if (overlay == NULL)
    overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
  if (overlay == NULL && gtk_widget_get_root (from) != NULL)
    overlay = find_overlay (GTK_WIDGET (gtk_widget_get_root (from)), FALSE);
  g_return_if_fail (overlay != NULL);

  adw_toast_set_timeout (toast, button_label != NULL ? SECONDS_WITH_BUTTON : SECONDS);
  adw_toast_set_button_label (toast, button_label);
  if (detailed_action != NULL)
    adw_toast_set_detailed_action_name (toast, detailed_action);
  shown = g_object_get_data (G_OBJECT (overlay), "rk-toast");
  if (shown != NULL)
    adw_toast_dismiss (shown);
  g_object_set_data_full (G_OBJECT (overlay), "rk-toast", g_object_ref (toast), g_object_unref);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (forget_toast_cb), overlay, 0);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}
