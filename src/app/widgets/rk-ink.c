/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-ink.h"

RkColour
rk_ink_series_colour (guint series)
{
  static const RkColour colour[RK_MAX_SERIES] = { RK_COLOUR_OWN, RK_COLOUR_EARLIER,
                                                  RK_COLOUR_PEERS };

  return colour[MIN (series, RK_MAX_SERIES - 1)];
}

/* --- text ------------------------------------------------------------------------------------ */

static PangoLayout *
make_layout (const RkInk *ink, const RkTextStyle *style, const char *text)
{
  PangoLayout *layout = pango_layout_new (ink->pango);
  g_autoptr (PangoFontDescription) font =
      pango_font_description_copy (pango_context_get_font_description (ink->pango));
  int size = (int) (pango_font_description_get_size (font) * style->size);

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size);
  else
    pango_font_description_set_size (font, size);
  if (style->bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  if (style->width > 0)
    {
      pango_layout_set_width (layout, (int) (style->width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_alignment (layout, style->align);
      if (style->one_line)
        pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

void
rk_ink_measure (const RkInk *ink, const RkTextStyle *style, const char *text, double *width,
                double *height)
{
  g_autoptr (PangoLayout) layout = make_layout (ink, style, text);
  PangoRectangle area;

  pango_layout_get_extents (layout, NULL, &area);
  if (width != NULL)
    *width = (double) area.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) area.height / PANGO_SCALE;
}

void
rk_ink_text_rgba (const RkInk *ink, const RkTextStyle *style, const GdkRGBA *rgba, cairo_t *cr,
                  const char *text, double x, double y, double anchor_x, double anchor_y)
{
  g_autoptr (PangoLayout) layout = make_layout (ink, style, text);
  PangoRectangle area;

  pango_layout_get_extents (layout, NULL, &area);
  gdk_cairo_set_source_rgba (cr, rgba);
  cairo_move_to (cr, x - (area.x + area.width * anchor_x) / PANGO_SCALE,
                 y - area.height * anchor_y / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}

void
rk_ink_text (const RkInk *ink, const RkTextStyle *style, cairo_t *cr, const char *text, double x,
             double y, double anchor_x, double anchor_y)
{
  GdkRGBA rgba;

  rk_palette_get (ink->palette, style->colour, &rgba);
  rk_ink_text_rgba (ink, style, &rgba, cr, text, x, y, anchor_x, anchor_y);
}

/* --- signs ----------------------------------------------------------------------------------- */

void
rk_ink_series_line (const RkInk *ink, guint series, cairo_t *cr)
{
  const double dash[] = { 7 * ink->scale, 4 * ink->scale };
  const double dots[] = { 1.5 * ink->scale, 4 * ink->scale };

  rk_palette_use (ink->palette, rk_ink_series_colour (series), cr);
  cairo_set_line_width (cr, (series == 0 ? 2.75 : 2) * ink->scale);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (series == 0)
    cairo_set_dash (cr, NULL, 0, 0);
  else
    cairo_set_dash (cr, series == 1 ? dash : dots, 2, 0);
}

void
rk_ink_series_point (const RkInk *ink, guint series, gboolean hollow, cairo_t *cr, double x,
                     double y)
{
  double r = (series == 0 ? 5 : series == 1 ? 6 : 4.5) * ink->scale;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (series == 0)
    cairo_arc (cr, x, y, r, 0, 2 * G_PI);
  else if (series == 1)
    {
      cairo_move_to (cr, x, y - r);
      cairo_line_to (cr, x + r, y);
      cairo_line_to (cr, x, y + r);
      cairo_line_to (cr, x - r, y);
      cairo_close_path (cr);
    }
  else
    cairo_rectangle (cr, x - r, y - r, 2 * r, 2 * r);
  hollow = hollow || series > 0;
  rk_palette_use (ink->palette, hollow ? RK_COLOUR_SURFACE : RK_COLOUR_OWN, cr);
  cairo_fill_preserve (cr);
  rk_palette_use (ink->palette, hollow ? rk_ink_series_colour (series) : RK_COLOUR_SURFACE, cr);
  cairo_set_line_width (cr, (hollow ? 2 : 1) * ink->scale);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
rk_ink_unknown (const RkInk *ink, cairo_t *cr, double x, double y, double width, double height)
{
  const double dash[] = { 4, 3 };

  cairo_save (cr);
  cairo_new_path (cr);
  rk_paint_rounded (cr, x + 0.5, y + 0.5, width - 1, height - 1, 3 * ink->scale);
  rk_palette_fill (ink->palette, RK_COLOUR_UNKNOWN, RK_PATTERN_HATCH, cr);
  cairo_set_dash (cr, dash, 2, 0);
  cairo_set_line_width (cr, rk_palette_is_high_contrast (ink->palette) ? 2 : 1);
  rk_palette_use (ink->palette, RK_COLOUR_UNKNOWN, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}
