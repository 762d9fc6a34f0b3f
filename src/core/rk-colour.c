/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-colour.h"

#include <math.h>

#define BLACK 0x000000
#define WHITE 0xffffff
/* The same several times: high contrast tells by border, pattern and number. */
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
    0xf1f1f2, WHITE, 0xfafafa, 0xdcdcdc, 0x1c71d8,
    0xd5ebe4, 0xdbe9fb, 0xfbe3cb, 0xe6e6e8, WHITE,
    0x0b5345, 0x174a8c, 0x7a3a00, 0x4a4a50, 0x4a4a50,
  },
  [RK_PALETTE_DARK] = {
    0x363636, WHITE, 0xc8c8c8, 0x525252, 0x9a9a9e,
    0x3fe0a8, 0x4a96f0, 0xe08a2e, 0x8f8a90, 0xdcdcde,
    0x3fe0a8, 0x4a96f0, 0xd8692b, 0xe9d8f0, 0xf5c211, 0x8f8a90,
    0xc65a17, 0xf0b071, 0xb9b9bd, 0x8fbcf0, 0x3d83d8,
    0x17393d, 0x22646c, 0x3a939c, 0x74bfc5, 0xc2e6e8,
    0x62a0ea, 0xf0a25a, 0xc0bfbc,
    0x1e1e1e, 0x2a2a2a, 0x333333, 0x4a4a4a, 0x62a0ea,
    0x12493c, 0x1d3f6e, 0x5c3510, 0x47474b, 0x2a2a2a,
    0xc9f5e6, 0xd6e7fd, 0xffe2c2, 0xdcdcde, 0xdcdcde,
  },
  [RK_PALETTE_CONTRAST_LIGHT] = {
    WHITE, BLACK, BLACK, 0x767676, BLACK,
    FIVE (BLACK), SIX (BLACK), FIVE (WHITE), FIVE (WHITE), BLACK, BLACK, BLACK,
    WHITE, WHITE, WHITE, BLACK, BLACK, FIVE (WHITE), FIVE (BLACK),
  },
  [RK_PALETTE_CONTRAST_DARK] = {
    0x363636, WHITE, WHITE, 0x9a9a9a, WHITE,
    FIVE (WHITE), SIX (WHITE), FIVE (0x363636), FIVE (0x363636), WHITE, WHITE, WHITE,
    BLACK, BLACK, BLACK, WHITE, WHITE, FIVE (BLACK), FIVE (WHITE),
  },
};
/* clang-format on */

static double
linear (guint channel)
{
  double value = channel / 255.0;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (guint32 rgb)
{
  return 0.2126 * linear (rgb >> 16 & 0xff) + 0.7152 * linear (rgb >> 8 & 0xff) +
         0.0722 * linear (rgb & 0xff);
}

guint32
rk_colour_get (RkPalette palette, RkColour colour)
{
  return colours[palette == RK_PALETTE_PRINT ? RK_PALETTE_LIGHT : palette][colour];
}

double
rk_colour_contrast (guint32 a, guint32 b)
{
  double x = luminance (a) + 0.05, y = luminance (b) + 0.05;

  return MAX (x, y) / MIN (x, y);
}

guint32
rk_colour_text_on (guint32 fill)
{
  return rk_colour_contrast (fill, WHITE) > rk_colour_contrast (fill, BLACK) ? WHITE : BLACK;
}

guint32
rk_colour_mix (guint32 a, guint32 b, double share)
{
  guint32 mixed = 0;

  for (int shift = 0; shift <= 16; shift += 8)
    {
      double x = a >> shift & 0xff, y = b >> shift & 0xff;

      mixed |= (guint32) lround (x * share + y * (1 - share)) << shift;
    }
  return mixed;
}

gboolean
rk_palette_is_high_contrast (RkPalette palette)
{
  return palette == RK_PALETTE_CONTRAST_LIGHT || palette == RK_PALETTE_CONTRAST_DARK;
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
