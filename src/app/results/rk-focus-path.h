/* SPDX-License-Identifier: EUPL-1.2 */
/* Keeps the focus in its place while a page is made anew around it: the same row of the same table,
 * by position. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The place of the focus inside @page: (transfer full) (nullable) when it is elsewhere. */
GArray *rk_focus_path_save (GtkWidget *page);
/* Gives the focus to what stands there now, once the tables are filled; takes @path. */
void rk_focus_path_restore (GtkWidget *page, GArray *path);

G_END_DECLS
