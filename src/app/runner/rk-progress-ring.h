/* SPDX-License-Identifier: EUPL-1.2 */
/* A ring of 16 pixels that shows a share; full, it is a tick. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_PROGRESS_RING (rk_progress_ring_get_type ())
G_DECLARE_FINAL_TYPE (RkProgressRing, rk_progress_ring, RK, PROGRESS_RING, GtkWidget)

GtkWidget *rk_progress_ring_new (void);
/* @total 0: nothing is asked, which is full. */
void rk_progress_ring_set_share (RkProgressRing *self, guint answered, guint total);

G_END_DECLS
