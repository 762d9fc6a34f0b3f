/* SPDX-License-Identifier: EUPL-1.2 */
/* What a chart draws with: colours, text that follows the text size of the desktop, and the signs
 * by which series are told apart without colour. */
#pragma once

#include "rk-palette.h"

G_BEGIN_DECLS

typedef struct
{
  RkPalette palette;
  PangoContext *pango;
  double scale; /* text scale: lengths in the specification times this */
} RkInk;

/* Series of a comparison, in fixed order: own, earlier, earlier still. */
#define RK_MAX_SERIES 3
RkColour rk_ink_series_colour (guint series);

typedef struct
{
  double size; /* of the base size: 1 body, 0.86 caption */
  gboolean bold;
  RkColour colour;
  double width;         /* wraps at this, 0: does not */
  PangoAlignment align; /* of the lines, when it wraps */
  gboolean one_line;    /* ends in "…" at that width instead */
} RkTextStyle;

void rk_ink_measure (const RkInk *ink, const RkTextStyle *style, const char *text, double *width,
                     double *height);
/* @anchor_x, @anchor_y: which point of the text stands at (x, y); 0 left or top, 1 right or bottom.
 */
void rk_ink_text (const RkInk *ink, const RkTextStyle *style, cairo_t *cr, const char *text,
                  double x, double y, double anchor_x, double anchor_y);
/* The same in a colour that the palette does not name: the text on a fill. */
void rk_ink_text_rgba (const RkInk *ink, const RkTextStyle *style, const GdkRGBA *rgba, cairo_t *cr,
                       const char *text, double x, double y, double anchor_x, double anchor_y);

/* Line style and point of a series: solid ●, dashed ◇, dotted □. */
void rk_ink_series_line (const RkInk *ink, guint series, cairo_t *cr);
void rk_ink_series_point (const RkInk *ink, guint series, gboolean hollow, cairo_t *cr, double x,
                          double y);
/* A box that says "unknown": hatched, with a dashed border. */
void rk_ink_unknown (const RkInk *ink, cairo_t *cr, double x, double y, double width,
                     double height);

G_END_DECLS
