/* SPDX-License-Identifier: EUPL-1.2 */
/* Pages that show the workspace keep up with it, but only while somebody looks. */
#pragma once

#include "rk-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Calls @refresh when @widget is shown for the first time, and, soon after the workspace changed,
 * again: at once when it is on the screen, otherwise when it comes back. */
void rk_refresh_on_change (GtkWidget *widget, RkStore *store, void (*refresh) (GtkWidget *widget));

G_END_DECLS
