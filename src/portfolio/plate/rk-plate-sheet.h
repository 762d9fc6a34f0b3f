/* SPDX-License-Identifier: EUPL-1.2 */
/* A plate to hang on the wall: its title, what is shown and on which day, the plate, the legend.
 * As SVG, PDF, PNG or on a printer, always in the colours for paper unless asked otherwise. */
#pragma once

#include "rk-plate-drawing.h"

G_BEGIN_DECLS

typedef struct _RkPlateSheet RkPlateSheet;

/**
 * rk_plate_sheet_new:
 * @owner: (nullable): whose plate it is: "Municipality of Voorbeeldem"
 *
 * Returns: (transfer full)
 */
RkPlateSheet *rk_plate_sheet_new (RkPlateDrawing *drawing, const char *owner);
void rk_plate_sheet_free (RkPlateSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkPlateSheet, rk_plate_sheet_free)

/* The area that it covers, in units of the plate. */
void rk_plate_sheet_get_extents (RkPlateSheet *self, cairo_rectangle_t *extents);
/* The title; and below it: what, which lens, when. (transfer none) */
const char *rk_plate_sheet_get_title (RkPlateSheet *self);
const char *rk_plate_sheet_get_subtitle (RkPlateSheet *self);
/* Draws it as large as fits in the rectangle, in the middle of it: for a printer. */
void rk_plate_sheet_draw (RkPlateSheet *self, cairo_t *cr, RkPalette palette, double x, double y,
                          double width, double height);

typedef enum
{
  RK_PAPER_A4,
  RK_PAPER_A3,
  RK_PAPER_A0
} RkPaper;

gboolean rk_paper_parse (const char *name, RkPaper *paper);

/* Each gives the same bytes for the same plate. */

/* Every box is a group with the id of its node, its definition as title, and a link to it; its
 * first rectangle stands where the node stands. */
GBytes *rk_plate_sheet_to_svg (RkPlateSheet *self, RkPalette palette);
/* One page, lying or standing as the plate does. Errors: RK_ERROR_FAILED. */
GBytes *rk_plate_sheet_to_pdf (RkPlateSheet *self, RkPaper paper, GError **error);
/* @scale: pixels to a unit; less when the picture would become larger than can be drawn. */
GBytes *rk_plate_sheet_to_png (RkPlateSheet *self, RkPalette palette, double scale, GError **error);

G_END_DECLS
