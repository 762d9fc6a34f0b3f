/* SPDX-License-Identifier: EUPL-1.2 */
/* What a screen reader should say without the focus moving: one label per window, with the role of
 * a status, that nobody sees. GTK 4.8 has no other way. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_STATUS_LABEL (rk_status_label_get_type ())
G_DECLARE_FINAL_TYPE (RkStatusLabel, rk_status_label, RK, STATUS_LABEL, GtkWidget)

/* Says @text: at most one announcement a second, the last one wins. @from: any widget of the
 * window. */
void rk_announce (GtkWidget *from, const char *text);

G_END_DECLS
