/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-button.h"

/* The label inside names the button already, without the underscore. */
void
rk_button_mend_name (GtkButton *button)
{
  g_return_if_fail (GTK_IS_BUTTON (button));
  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

void
rk_button_set_label (GtkButton *button, const char *label)
{
  g_return_if_fail (GTK_IS_BUTTON (button));
  gtk_button_set_label (button, label);
  rk_button_mend_name (button);
}

void
rk_drop_down_set_name (GtkDropDown *drop_down, const char *name)
{
  GtkWidget *button;

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));
  button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}
