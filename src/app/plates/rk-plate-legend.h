/* SPDX-License-Identifier: EUPL-1.2 */
/* What the signs on a plate mean and how often they are there. A row that is pressed shows only the
 * applications it counts. */
#pragma once

#include "rk-plate-drawing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_PLATE_LEGEND (rk_plate_legend_get_type ())
G_DECLARE_FINAL_TYPE (RkPlateLegend, rk_plate_legend, RK, PLATE_LEGEND, GtkWidget)

/* Property "rows" (uint64, notifies): a bit for each row that is pressed; 0: none, all is shown. */
/* @what: what the rows are about: the name of a lens. */
void rk_plate_legend_set_drawing (RkPlateLegend *self, RkPlateDrawing *drawing, const char *what);
guint64 rk_plate_legend_get_rows (RkPlateLegend *self);
void rk_plate_legend_clear (RkPlateLegend *self);

/* The sign of a row: decoration, the words stand beside it. What @row points to must live as long
 * as the widget. */
GtkWidget *rk_plate_sign_new (const RkLegendRow *row);

G_END_DECLS
