/* SPDX-License-Identifier: EUPL-1.2 */
/* Coming back to a page means coming back to where one was on it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Remembers what in @page has the focus while it is shown. */
void rk_focus_memory_track (GtkWidget *page);
/* For the focus() of @page: gives the focus back; FALSE when there is nothing to give it to, or the
 * focus is in the page already. */
gboolean rk_focus_memory_restore (GtkWidget *page);

G_END_DECLS
