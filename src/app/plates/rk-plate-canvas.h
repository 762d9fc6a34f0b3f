/* SPDX-License-Identifier: EUPL-1.2 */
/* A plate on the screen: zoom, pan, and a box that one walks with over it.
 *
 * One focusable widget: GTK 4.8 knows no children that are no widgets, so its label says what box
 * one stands on. The letters of the keyboard go to the actions plate.zoom-in, plate.zoom-out,
 * plate.zoom-normal, plate.fit and plate.next-lens of a widget around it. */
#pragma once

#include "rk-plate-drawing.h"
#include "rk-viewport.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_PLATE_CANVAS (rk_plate_canvas_get_type ())
G_DECLARE_FINAL_TYPE (RkPlateCanvas, rk_plate_canvas, RK, PLATE_CANVAS, GtkWidget)

/* Properties, both only to be read and notifying: "box" (int; -1: none) and "scale" (double).
 * Signals: "box-activated" (guint box): a click, Enter or Space; "record-activated" (guint box): a
 * double click or Ctrl+Enter; "moved": what one sees of the plate is another part. */
GtkWidget *rk_plate_canvas_new (void);

/* @same_plate: only what is on it changed: one keeps looking at the same part, at the same box. */
void rk_plate_canvas_set_drawing (RkPlateCanvas *self, RkPlateDrawing *drawing,
                                  gboolean same_plate);
RkPlateDrawing *rk_plate_canvas_get_drawing (RkPlateCanvas *self);

/* Rows of the legend to show, a bit each; 0: all. */
void rk_plate_canvas_set_rows (RkPlateCanvas *self, guint64 rows);
/* @matches: (nullable): int indices of boxes; the others fade. */
void rk_plate_canvas_set_matches (RkPlateCanvas *self, GArray *matches);

int rk_plate_canvas_get_box (RkPlateCanvas *self);
/* Stands on @box (or on none, -1) and brings it into view. */
void rk_plate_canvas_set_box (RkPlateCanvas *self, int box);

/* What one sees. The text size of the desktop is part of the scale: 100 % is plate units times
 * that.
 */
RkViewport rk_plate_canvas_get_viewport (RkPlateCanvas *self);
/* At once, and the whole plate no longer follows the size of the widget. */
void rk_plate_canvas_set_viewport (RkPlateCanvas *self, RkViewport viewport);
/* The same with the point (@x, @y) of the plate in the middle, and a zoom as people see it; also
 * before the canvas has a size. */
void rk_plate_canvas_look_at (RkPlateCanvas *self, double x, double y, double zoom);
/* The point of the plate in the middle of what one sees. */
void rk_plate_canvas_get_middle (RkPlateCanvas *self, double *x, double *y);
/* Zoom as people see it: 1 is 100 %. */
double rk_plate_canvas_get_zoom (RkPlateCanvas *self);
/* Zooms around the box one stands on, when it is in sight, else the middle. */
void rk_plate_canvas_zoom_to (RkPlateCanvas *self, double zoom);
/* A step in or out: @steps 1 or -1. */
void rk_plate_canvas_zoom_by (RkPlateCanvas *self, int steps);
/* The whole plate; it stays so when the widget is resized, until one zooms or pans. */
void rk_plate_canvas_fit (RkPlateCanvas *self);
gboolean rk_plate_canvas_is_fitted (RkPlateCanvas *self);

G_END_DECLS
