/* SPDX-License-Identifier: EUPL-1.2 */
/* A short message at the bottom of the window that goes away by itself. */
#pragma once

#include "rk-store.h"

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

/**
 * rk_toast_show_undo:
 * @from: any widget of the window
 * @store: where the step was just taken that the button undoes
 * @text: what was done
 *
 * The button undoes that step alone ("win.undo-step::ID"): a toast that one looks at later must not
 * take back what was done since. It goes away as soon as undo would take another step.
 */
void rk_toast_show_undo (GtkWidget *from, RkStore *store, const char *text);

/* Takes away the toast that lies over everything in @root: it tells of the page that one leaves. A
 * page with toasts of its own takes those along. */
void rk_toast_dismiss (GtkWidget *root);

G_END_DECLS
