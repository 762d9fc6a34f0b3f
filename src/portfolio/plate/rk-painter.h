/* SPDX-License-Identifier: EUPL-1.2 */
/* One painting of a plate: what its parts share. */
#pragma once

#include "rk-plate-private.h"

G_BEGIN_DECLS

/* What was not searched or filtered for. */
#define RK_PAINTER_FILTERED 0.3

typedef struct
{
  RkPlateDrawing *self;
  RkPen *pen;
  const RkPlateState *state;
  RkDetail detail;
  gboolean strong; /* high contrast */
} RkPainter;

guint32 rk_painter_colour (const RkPainter *p, RkColour which);
/* Draws nothing when it would be too small to read. */
void rk_painter_text (const RkPainter *p, const RkPlacedText *text, guint32 rgb);
void rk_painter_rectangle (const RkPainter *p, cairo_rectangle_t box, double radius, guint32 fill,
                           double line, guint32 rgb, RkDash dash);
/* Whether the legend filters this row out. */
gboolean rk_painter_hides_row (const RkPainter *p, guint row);
/* The applications of a component. */
void rk_painter_chips (const RkPainter *p, const RkBox *box);

G_END_DECLS
