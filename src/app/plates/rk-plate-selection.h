/* SPDX-License-Identifier: EUPL-1.2 */
/* The box one stands on: what it is, which applications are there, and a way to put one there or
 * take it away. */
#pragma once

#include "rk-plate-drawing.h"
#include "rk-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_PLATE_SELECTION (rk_plate_selection_get_type ())
G_DECLARE_FINAL_TYPE (RkPlateSelection, rk_plate_selection, RK, PLATE_SELECTION, GtkWidget)

GtkWidget *rk_plate_selection_new (void);
void rk_plate_selection_set_store (RkPlateSelection *self, RkStore *store);
/* @box: -1: none. */
void rk_plate_selection_show (RkPlateSelection *self, RkPlateDrawing *drawing, int box);
/* The focus on the first thing to do here; FALSE: there is nothing. */
gboolean rk_plate_selection_focus (RkPlateSelection *self);

G_END_DECLS
