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
