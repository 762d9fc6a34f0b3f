/* SPDX-License-Identifier: EUPL-1.2 */
/* The one table of colours of charts, plates and exports, and the patterns that say the same
 * without colour. Contrast and distance between colours were measured; change none by eye. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  RK_PALETTE_LIGHT,
  RK_PALETTE_DARK,
  RK_PALETTE_CONTRAST_LIGHT,
  RK_PALETTE_CONTRAST_DARK,
  RK_PALETTE_PRINT
} RkPalette;

typedef enum
{
  RK_COLOUR_SURFACE,
  RK_COLOUR_TEXT,
  RK_COLOUR_SECONDARY, /* text that matters less, still 4.5:1 */
  RK_COLOUR_GRID,
  RK_COLOUR_FRAME, /* borders of marks, 3:1 */

  RK_COLOUR_IN_USE, /* status of an application */
  RK_COLOUR_PLANNED,
  RK_COLOUR_PHASING_OUT,
  RK_COLOUR_RETIRED,
  RK_COLOUR_UNKNOWN,

  RK_COLOUR_CATEGORY_1,
  RK_COLOUR_CATEGORY_6 = RK_COLOUR_CATEGORY_1 + 5,
  RK_COLOUR_BAND_1,
  RK_COLOUR_BAND_5 = RK_COLOUR_BAND_1 + 4,
  RK_COLOUR_HEAT_1,
  RK_COLOUR_HEAT_5 = RK_COLOUR_HEAT_1 + 4,

  RK_COLOUR_OWN, /* series of a comparison */
  RK_COLOUR_EARLIER,
  RK_COLOUR_PEERS,
  RK_N_COLOURS
} RkColour;

typedef enum
{
  RK_PATTERN_PLAIN,
  RK_PATTERN_DOTS,    /* planned */
  RK_PATTERN_STRIPES, /* phasing out */
  RK_PATTERN_CROSS,   /* retired */
  RK_PATTERN_HATCH    /* unknown: the colour as thin lines on the surface, and a dashed border */
} RkPattern;

/* The palette of the screen now: dark and high contrast as the person set them. */
RkPalette rk_palette_current (void);
void rk_palette_get (RkPalette palette, RkColour colour, GdkRGBA *rgba);
/* Black or white, whichever reads best on @colour. */
void rk_palette_get_text_on (RkPalette palette, RkColour colour, GdkRGBA *rgba);
gboolean rk_palette_is_high_contrast (RkPalette palette);
/* WCAG 2 contrast ratio, 1 to 21. */
double rk_palette_contrast (const GdkRGBA *a, const GdkRGBA *b);

void rk_palette_use (RkPalette palette, RkColour colour, cairo_t *cr);
/* Fills the current path and keeps it. */
void rk_palette_fill (RkPalette palette, RkColour colour, RkPattern pattern, cairo_t *cr);

/* The five colours of bands spread over @n bands: four use 1, 2, 4, 5. */
RkColour rk_palette_band (guint band, guint n);

G_END_DECLS
