/* SPDX-License-Identifier: EUPL-1.2 */
/* A container that Tab enters once: on the chosen radio in it, else on the first. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_TAB_STOP (rk_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (RkTabStop, rk_tab_stop, RK, TAB_STOP, GtkBox)

GtkWidget *rk_tab_stop_new (GtkOrientation orientation, int spacing);
/* Focuses the chosen radio, else the first. FALSE when there is none. */
gboolean rk_tab_stop_focus (RkTabStop *self);

G_END_DECLS
