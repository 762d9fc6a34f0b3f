/* SPDX-License-Identifier: EUPL-1.2 */
/* The same as the plate, as a tree one can read and walk through row by row. */
#pragma once

#include "rk-plate-drawing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_PLATE_TABLE (rk_plate_table_get_type ())
G_DECLARE_FINAL_TYPE (RkPlateTable, rk_plate_table, RK, PLATE_TABLE, GtkWidget)

/* Signal "box-activated" (guint box): Enter or a double click on the row of a box; one on the row
 * of an application opens its record. */
void rk_plate_table_set_drawing (RkPlateTable *self, RkPlateDrawing *drawing);

G_END_DECLS
