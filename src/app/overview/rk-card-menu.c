/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-card-menu.h"

#include <glib/gi18n.h>

static void
append_move (GMenu *menu, const char *label, const char *id, int by)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "overview.move-card", "(si)", id, by);
  g_menu_append_item (menu, item);
}

static void
popup_cb (GtkMenuButton *button)
{
  gtk_menu_button_popup (button);
}

void
rk_card_menu_fill (GtkWidget *card, GtkMenuButton *button, const char *id, const char *title)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenuItem) hide = g_menu_item_new (_ ("Hide the card"), NULL);
  GtkGesture *click = gtk_gesture_click_new ();
  /* Translators: the name of a menu for a screen reader; the title of a card */
  g_autofree char *label = g_strdup_printf (_ ("Menu of %s"), title);

  g_menu_item_set_action_and_target (hide, "overview.hide-card", "s", id);
  g_menu_append_item (menu, hide);
  append_move (order, _ ("Earlier"), id, -1);
  append_move (order, _ ("Later"), id, 1);
  g_menu_append_submenu (menu, _ ("Change the order"), G_MENU_MODEL (order));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (popup_cb), button, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (click));
}
