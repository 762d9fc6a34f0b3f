/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include "rk-plate-private.h"
#include "rk-plate-sheet.h"

G_BEGIN_DECLS

struct _RkPlateSheet
{
  RkPlateDrawing *drawing;
  char *title;
  char *subtitle;
  double unit; /* text of title and legend grows with the plate */
  cairo_rectangle_t extents;
  RkTypesetter *typesetter;
  GArray *items; /* Item of the legend */
};

void rk_plate_sheet_paint (RkPlateSheet *self, RkPen *pen, RkPalette palette);

G_END_DECLS
