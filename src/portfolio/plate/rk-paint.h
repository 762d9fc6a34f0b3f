/* SPDX-License-Identifier: EUPL-1.2 */
/* Colours and patterns of the palette on a cairo surface: what charts and plates are drawn with. */
#pragma once

#include "rk-colour.h"

#include <cairo.h>

G_BEGIN_DECLS

void rk_paint_use (cairo_t *cr, guint32 rgb, double alpha);
/* A rectangle with round corners as the current path. */
void rk_paint_rounded (cairo_t *cr, double x, double y, double width, double height, double radius);
/* Fills the current path with @pattern in @colour and keeps the path. */
void rk_paint_fill (cairo_t *cr, RkPalette palette, RkColour colour, RkPattern pattern);
/* Only the signs of @pattern, in @rgb, over what is there; keeps the path. */
void rk_paint_signs (cairo_t *cr, RkPattern pattern, guint32 rgb, double alpha);
/* From line to line of a step of a scale. */
double rk_paint_get_step_gap (RkPattern pattern);

G_END_DECLS
