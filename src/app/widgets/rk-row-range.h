/* SPDX-License-Identifier: EUPL-1.2 */
/* What a table says below it: which of its rows one sees. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "25 suppliers". @one, @many: what is counted, as its title says it. */
char *rk_row_range_dup_count (guint n, const char *one, const char *many);
/* "1 to 15 of 25 suppliers": the rows in sight, from the place of the scroll bar. */
char *rk_row_range_dup (GtkScrolledWindow *scroller, guint n, const char *one, const char *many);
/* Calls @changed (@data) when other rows come in sight; also in the middle of a layout. */
void rk_row_range_watch (GtkScrolledWindow *scroller, GCallback changed, gpointer data);

G_END_DECLS
