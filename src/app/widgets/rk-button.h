/* SPDX-License-Identifier: EUPL-1.2 */
/* Buttons with a mnemonic in their label. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* GTK 4.8 gives a button with a label two names at once: "_Next Next". Leaves the one that reads
 * well. To be called after each change of the label. */
void rk_button_mend_name (GtkButton *button);
/* What assistive technology calls a drop-down: GTK 4.8 leaves the button in it without a name. */
void rk_drop_down_set_name (GtkDropDown *drop_down, const char *name);
/* Sets the label and mends the name. */
void rk_button_set_label (GtkButton *button, const char *label);

G_END_DECLS
