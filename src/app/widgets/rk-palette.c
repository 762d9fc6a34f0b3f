/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-palette.h"

#include <adwaita.h>
#include <math.h>

static void
unpack (guint32 rgb, GdkRGBA *rgba)
{
  rgba->red = (float) (rgb >> 16 & 0xff) / 255;
  rgba->green = (float) (rgb >> 8 & 0xff) / 255;
  rgba->blue = (float) (rgb & 0xff) / 255;
  rgba->alpha = 1;
}

static guint32
pack (const GdkRGBA *rgba)
{
  return (guint32) lroundf (rgba->red * 255) << 16 | (guint32) lroundf (rgba->green * 255) << 8 |
         (guint32) lroundf (rgba->blue * 255);
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
  unpack (rk_colour_get (palette, colour), rgba);
}

double
rk_palette_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  return rk_colour_contrast (pack (a), pack (b));
}

void
rk_palette_get_text_on (RkPalette palette, RkColour colour, GdkRGBA *rgba)
{
  unpack (rk_colour_text_on (rk_colour_get (palette, colour)), rgba);
}

void
rk_palette_use (RkPalette palette, RkColour colour, cairo_t *cr)
{
  rk_paint_use (cr, rk_colour_get (palette, colour), 1);
}

void
rk_palette_fill (RkPalette palette, RkColour colour, RkPattern pattern, cairo_t *cr)
{
  rk_paint_fill (cr, palette, colour, pattern);
}
