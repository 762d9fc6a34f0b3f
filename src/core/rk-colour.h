/* SPDX-License-Identifier: EUPL-1.2 */
/* The one table of colours of charts, plates and exports, as numbers: screen, SVG and PDF read the
 * same. Contrast and distance between colours were measured; change none by eye.
 *
 * A colour never stands alone: every category also has a pattern and a letter or a number. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RK_PALETTE_LIGHT,
  RK_PALETTE_DARK,
  RK_PALETTE_CONTRAST_LIGHT,
  RK_PALETTE_CONTRAST_DARK,
  RK_PALETTE_PRINT /* the light set */
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

  RK_COLOUR_PLATE,     /* what a plate lies on */
  RK_COLOUR_DOMAIN,    /* a box that holds boxes */
  RK_COLOUR_COMPONENT, /* a box of a component, on that */
  RK_COLOUR_BORDER,    /* of both: separates, says nothing */
  RK_COLOUR_FOCUS,

  RK_COLOUR_CHIP_IN_USE, /* the light fill of a chip, in the order of the statuses */
  RK_COLOUR_CHIP_UNKNOWN = RK_COLOUR_CHIP_IN_USE + 4,
  RK_COLOUR_ON_CHIP_IN_USE, /* the text on it, 4.5:1 */
  RK_COLOUR_ON_CHIP_UNKNOWN = RK_COLOUR_ON_CHIP_IN_USE + 4,
  RK_N_COLOURS
} RkColour;

typedef enum
{
  RK_PATTERN_PLAIN,
  RK_PATTERN_DOTS,    /* planned */
  RK_PATTERN_STRIPES, /* phasing out */
  RK_PATTERN_CROSS,   /* retired */
  RK_PATTERN_HATCH,   /* unknown: the colour as thin lines on the surface, and a dashed border */
  RK_PATTERN_STEP_1,  /* five steps of a scale: ever more lines */
  RK_PATTERN_STEP_5 = RK_PATTERN_STEP_1 + 4,
  RK_N_PATTERNS
} RkPattern;

/* 0xRRGGBB. */
guint32 rk_colour_get (RkPalette palette, RkColour colour);
/* Black or white, whichever reads best on @fill. */
guint32 rk_colour_text_on (guint32 fill);
/* WCAG 2 contrast ratio, 1 to 21. */
double rk_colour_contrast (guint32 a, guint32 b);
/* @share (0 to 1) of @a, the rest of @b. */
guint32 rk_colour_mix (guint32 a, guint32 b, double share);
gboolean rk_palette_is_high_contrast (RkPalette palette);
/* The five colours of bands spread over @n bands: four use 1, 2, 4, 5. */
RkColour rk_palette_band (guint band, guint n);

G_END_DECLS
