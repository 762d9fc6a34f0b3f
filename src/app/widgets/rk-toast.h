/* SPDX-License-Identifier: EUPL-1.2 */
/* A short message at the bottom of the window that goes away by itself. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rk_toast_show:
 * @from: any widget of the window
 * @text: at most some 60 characters
 * @button_label: (nullable): the one button
 * @detailed_action: (nullable): what the button does: "win.undo", "win.results::ID"
 *
 * The newest replaces the one before it. With a button it stays 10 seconds, without one 5.
 */
void rk_toast_show (GtkWidget *from, const char *text, const char *button_label,
                    const char *detailed_action);

G_END_DECLS
