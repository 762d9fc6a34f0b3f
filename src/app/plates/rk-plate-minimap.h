/* SPDX-License-Identifier: EUPL-1.2 */
/* The whole plate, small, with a frame around what the canvas shows: drag the frame, or click where
 * one wants to look. The keyboard has the arrows of the canvas for that. */
#pragma once

#include "rk-plate-canvas.h"

G_BEGIN_DECLS

#define RK_TYPE_PLATE_MINIMAP (rk_plate_minimap_get_type ())
G_DECLARE_FINAL_TYPE (RkPlateMinimap, rk_plate_minimap, RK, PLATE_MINIMAP, GtkWidget)

void rk_plate_minimap_set_canvas (RkPlateMinimap *self, RkPlateCanvas *canvas);

G_END_DECLS
