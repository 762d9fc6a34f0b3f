/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-palette.h"

#include <adwaita.h>
#include <math.h>

#define BLACK 0x000000
#define WHITE 0xffffff
/* Five and six times the same: high contrast tells by border, pattern and number. */
#define FIVE(c) c, c, c, c, c
#define SIX(c) c, c, c, c, c, c

/* clang-format off */
static const guint32 colours[][RK_N_COLOURS] = {
  [RK_PALETTE_LIGHT] = {
    WHITE, 0x2e2e32, 0x5f5f5f, 0xd9d9d9, 0x76767c,
    0x0b5345, 0x2f7fe0, 0xc96a00, 0x85878f, 0x4a4a50,
    0x0b5345, 0x2f7fe0, 0xa8480a, 0x7a3a95, 0xb98500, 0x85878f,
    0x8f3606, 0xcc7426, 0x85878f, 0x4a8ad4, 0x12407a,
    0xd7ecec, 0x9fcfd1, 0x5aa7ad, 0x267c86, 0x0b4f5a,
    0x1c71d8, 0xa8480a, 0x5e5c64,
  },
  [RK_PALETTE_DARK] = {
    0x363636, WHITE, 0xc8c8c8, 0x525252, 0x9a9a9e,
    0x3fe0a8, 0x4a96f0, 0xe08a2e, 0x8f8a90, 0xdcdcde,
    0x3fe0a8, 0x4a96f0, 0xd8692b, 0xe9d8f0, 0xf5c211, 0x8f8a90,
    0xc65a17, 0xf0b071, 0xb9b9bd, 0x8fbcf0, 0x3d83d8,
    0x17393d, 0x22646c, 0x3a939c, 0x74bfc5, 0xc2e6e8,
    0x62a0ea, 0xf0a25a, 0xc0bfbc,
  },
  [RK_PALETTE_CONTRAST_LIGHT] = {
    WHITE, BLACK, BLACK, 0x767676, BLACK,
    FIVE (BLACK), SIX (BLACK), FIVE (WHITE), FIVE (WHITE), BLACK, BLACK, BLACK,
  },
  [RK_PALETTE_CONTRAST_DARK] = {
    0x363636, WHITE, WHITE, 0x9a9a9a, WHITE,
    FIVE (WHITE), SIX (WHITE), FIVE (0x363636), FIVE (0x363636), WHITE, WHITE, WHITE,
  },
};
/* clang-format on */

static guint32
get_rgb (RkPalette palette, RkColour colour)
{
  return colours[palette == RK_PALETTE_PRINT ? RK_PALETTE_LIGHT : palette][colour];
}

static void
unpack (guint32 rgb, GdkRGBA *rgba)
{
  rgba->red = (float) (rgb >> 16 & 0xff) / 255;
  rgba->green = (float) (rgb >> 8 & 0xff) / 255;
  rgba->blue = (float) (rgb & 0xff) / 255;
  rgba->alpha = 1;
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *c)
{
  return 0.2126 * linear (c->red) + 0.7152 * linear (c->green) + 0.0722 * linear (c->blue);
}

RkPalette
rk_palette_current (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? RK_PALETTE_CONTRAST_DARK : RK_PALETTE_CONTRAST_LIGHT;
  return dark ? RK_PALETTE_DARK : RK_PALETTE_LIGHT;
}

void
rk_palette_get (RkPalette palette, RkColour colour, GdkRGBA *rgba)
{
  unpack (get_rgb (palette, colour), rgba);
}

double
rk_palette_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double x = luminance (a) + 0.05, y = luminance (b) + 0.05;

  return MAX (x, y) / MIN (x, y);
}

void
rk_palette_get_text_on (RkPalette palette, RkColour colour, GdkRGBA *rgba)
{
  GdkRGBA fill, white;

  rk_palette_get (palette, colour, &fill);
  unpack (WHITE, &white);
  unpack (BLACK, rgba);
  if (rk_palette_contrast (&fill, &white) > rk_palette_contrast (&fill, rgba))
    *rgba = white;
}

gboolean
rk_palette_is_high_contrast (RkPalette palette)
{
  return palette == RK_PALETTE_CONTRAST_LIGHT || palette == RK_PALETTE_CONTRAST_DARK;
}

void
rk_palette_use (RkPalette palette, RkColour colour, cairo_t *cr)
{
  GdkRGBA rgba;

  rk_palette_get (palette, colour, &rgba);
  gdk_cairo_set_source_rgba (cr, &rgba);
}

/* --- patterns -------------------------------------------------------------------------------- */

/* Lines at 45° over the rectangle, @step apart; @direction 1 rises, -1 falls. */
static void
stroke_lines (cairo_t *cr, const double box[4], double step, double width, int direction)
{
  double height = box[3] - box[1];

  for (double x = floor ((box[0] - height) / step) * step; x < box[2] + height; x += step)
    {
      cairo_move_to (cr, x, direction > 0 ? box[3] : box[1]);
      cairo_line_to (cr, x + height, direction > 0 ? box[1] : box[3]);
    }
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
fill_dots (cairo_t *cr, const double box[4])
{
  for (double y = box[1] + 3; y < box[3]; y += 6)
    for (double x = box[0] + 3; x < box[2]; x += 6)
      {
        cairo_arc (cr, x, y, 1.2, 0, 2 * G_PI);
        cairo_fill (cr);
      }
}

void
rk_palette_fill (RkPalette palette, RkColour colour, RkPattern pattern, cairo_t *cr)
{
  cairo_path_t *path = cairo_copy_path (cr);
  GdkRGBA signs;
  double box[4];

  cairo_path_extents (cr, &box[0], &box[1], &box[2], &box[3]);
  cairo_save (cr);
  rk_palette_use (palette, pattern == RK_PATTERN_HATCH ? RK_COLOUR_SURFACE : colour, cr);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  rk_palette_get_text_on (palette, colour, &signs);
  signs.alpha = rk_palette_is_high_contrast (palette) ? 1 : 0.55F;
  gdk_cairo_set_source_rgba (cr, &signs);
  if (pattern == RK_PATTERN_DOTS)
    fill_dots (cr, box);
  if (pattern == RK_PATTERN_STRIPES || pattern == RK_PATTERN_CROSS)
    stroke_lines (cr, box, 6, 1.5, 1);
  if (pattern == RK_PATTERN_CROSS)
    stroke_lines (cr, box, 6, 1.5, -1);
  if (pattern == RK_PATTERN_HATCH)
    {
      rk_palette_use (palette, colour, cr);
      stroke_lines (cr, box, 6, 1, -1);
    }
  cairo_restore (cr);
  cairo_append_path (cr, path);
  cairo_path_destroy (path);
}

RkColour
rk_palette_band (guint band, guint n)
{
  static const guint8 spread[][5] = {
    { 2 }, { 0, 4 }, { 0, 2, 4 }, { 0, 1, 3, 4 }, { 0, 1, 2, 3, 4 }
  };

  n = CLAMP (n, 1, 5);
  return RK_COLOUR_BAND_1 + spread[n - 1][MIN (band, n - 1)];
}
