/* SPDX-License-Identifier: EUPL-1.2 */
/* A plate in the list: its picture, name, model, and how much of it is filled in. The picture is
 * asked for when one sees it, and no longer waited for when the tile shows another plate. */
#pragma once

#include "rk-plate-source.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_PLATE_TILE (rk_plate_tile_get_type ())
G_DECLARE_FINAL_TYPE (RkPlateTile, rk_plate_tile, RK, PLATE_TILE, GtkWidget)

GtkWidget *rk_plate_tile_new (RkPlateSource *source);
/* @item: (nullable) */
void rk_plate_tile_set_item (RkPlateTile *self, RkPlateItem *item);

G_END_DECLS
