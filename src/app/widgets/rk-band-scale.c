/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-band-scale.h"

#include "rk-format.h"

#include <glib/gi18n.h>
#include <math.h>

#define MARKER_SPACE 14
#define BAR_HEIGHT 20
#define GAP 2

static const RkTextStyle tick_style = { 0.86, FALSE, RK_COLOUR_SECONDARY };

typedef struct
{
  RkScaleBand *bands;
  guint n;
  double maximum, value;
  gboolean provisional;
} Scale;

static void
scale_free (gpointer data)
{
  Scale *self = data;

  for (guint i = 0; i < self->n; i++)
    g_free ((char *) self->bands[i].label);
  g_free (self->bands);
  g_free (self);
}

static double
band_end (const Scale *self, guint i)
{
  return i + 1 < self->n ? self->bands[i + 1].from : self->maximum;
}

static double
height_for (gpointer data, const RkInk *ink, double width)
{
  double text;

  rk_ink_measure (ink, &tick_style, "0", NULL, &text);
  return (MARKER_SPACE + BAR_HEIGHT + 6) * ink->scale + text;
}

static double
marker_at (const Scale *self, const RkInk *ink, double width)
{
  double x = CLAMP (self->value, 0, self->maximum) / self->maximum * width;

  return CLAMP (x, 6 * ink->scale, width - 6 * ink->scale);
}

static char *
describe_band (const Scale *self, guint i)
{
  g_autofree char *range = rk_format_range (self->bands[i].from, band_end (self, i), -1);

  /* Translators: a band of scores: its number, its name, from and to which score. */
  return g_strdup_printf (_ ("%u: %s, %s"), i + 1, self->bands[i].label, range);
}

static void
draw_band (const Scale *self, const RkInk *ink, cairo_t *cr, guint i, double width, RkMarks *marks)
{
  g_autofree char *digit = g_strdup_printf ("%u", i + 1);
  g_autofree char *label = describe_band (self, i);
  RkTextStyle style = { 0.93, TRUE, RK_COLOUR_TEXT };
  RkColour colour = rk_palette_band (i, self->n);
  double x = self->bands[i].from / self->maximum * width + (i > 0 ? GAP / 2.0 : 0);
  double end = band_end (self, i) / self->maximum * width - (i + 1 < self->n ? GAP / 2.0 : 0);
  double y = MARKER_SPACE * ink->scale, height = BAR_HEIGHT * ink->scale;
  GdkRGBA on;

  rk_paint_rounded (cr, x + 0.5, y + 0.5, end - x - 1, height - 1, 3 * ink->scale);
  rk_palette_fill (ink->palette, colour, RK_PATTERN_PLAIN, cr);
  if (rk_palette_is_high_contrast (ink->palette))
    {
      rk_palette_use (ink->palette, RK_COLOUR_FRAME, cr);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
  rk_palette_get_text_on (ink->palette, colour, &on);
  if (fabs (marker_at (self, ink, width) - x - 12 * ink->scale) < 10 * ink->scale)
    rk_ink_text_rgba (ink, &style, &on, cr, digit, end - 8 * ink->scale, y + height / 2, 1, 0.5);
  else
    rk_ink_text_rgba (ink, &style, &on, cr, digit, x + 8 * ink->scale, y + height / 2, 0, 0.5);
  rk_marks_add (marks, x, y, end - x, height, label);
}

/* Without bands: how far the score has come. */
static void
draw_trough (const Scale *self, const RkInk *ink, cairo_t *cr, double width, RkMarks *marks)
{
  g_autofree char *label = rk_format_score (self->value);
  double y = MARKER_SPACE * ink->scale, height = BAR_HEIGHT * ink->scale;

  rk_paint_rounded (cr, 0.5, y + 0.5, width - 1, height - 1, 3 * ink->scale);
  cairo_save (cr);
  cairo_clip_preserve (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, 0, y, isfinite (self->value) ? marker_at (self, ink, width) : 0, height);
  rk_palette_fill (ink->palette, RK_COLOUR_OWN, RK_PATTERN_PLAIN, cr);
  cairo_restore (cr);
  cairo_new_path (cr);
  rk_paint_rounded (cr, 0.5, y + 0.5, width - 1, height - 1, 3 * ink->scale);
  rk_palette_use (ink->palette, RK_COLOUR_FRAME, cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  rk_marks_add (marks, 0, y, width, height, label);
}

static void
draw_ticks (const Scale *self, const RkInk *ink, cairo_t *cr, double width)
{
  double y = (MARKER_SPACE + BAR_HEIGHT + 4) * ink->scale, free_from = 0, last_width;
  g_autofree char *last = rk_format_number (self->maximum, -1);

  rk_ink_measure (ink, &tick_style, last, &last_width, NULL);
  rk_ink_text (ink, &tick_style, cr, last, width, y, 1, 0);
  for (guint i = 0; i < MAX (self->n, 1); i++)
    {
      double from = i < self->n ? self->bands[i].from : 0;
      g_autofree char *text = rk_format_number (from, -1);
      double x = from / self->maximum * width, size;

      rk_ink_measure (ink, &tick_style, text, &size, NULL);
      if (i > 0)
        x -= size / 2;
      if (x < free_from || x + size > width - last_width - 4)
        continue; /* no room: the limits are in the table */
      rk_ink_text (ink, &tick_style, cr, text, x, y, 0, 0);
      free_from = x + size + 4;
    }
}

static void
draw_marker (const Scale *self, const RkInk *ink, cairo_t *cr, double width)
{
  double s = ink->scale, x = marker_at (self, ink, width), y = MARKER_SPACE * s;

  rk_palette_use (ink->palette, RK_COLOUR_SURFACE, cr);
  cairo_rectangle (cr, x - 2 * s, y, 4 * s, BAR_HEIGHT * s + 4 * s);
  cairo_fill (cr);
  rk_palette_use (ink->palette, RK_COLOUR_TEXT, cr);
  cairo_rectangle (cr, x - s, y - 3 * s, 2 * s, (BAR_HEIGHT + 7) * s);
  cairo_fill (cr);
  cairo_move_to (cr, x - 5.5 * s, 2 * s);
  cairo_line_to (cr, x + 5.5 * s, 2 * s);
  cairo_line_to (cr, x, y - 2 * s);
  cairo_close_path (cr);
  if (self->provisional)
    {
      rk_palette_use (ink->palette, RK_COLOUR_SURFACE, cr);
      cairo_fill_preserve (cr);
      rk_palette_use (ink->palette, RK_COLOUR_TEXT, cr);
    }
  else
    cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 1.5 * s);
  cairo_stroke (cr);
}

static void
draw (gpointer data, const RkInk *ink, cairo_t *cr, double width, double height, RkMarks *marks)
{
  Scale *self = data;

  if (self->n == 0)
    draw_trough (self, ink, cr, width, marks);
  for (guint i = 0; i < self->n; i++)
    draw_band (self, ink, cr, i, width, marks);
  draw_ticks (self, ink, cr, width);
  if (isfinite (self->value))
    draw_marker (self, ink, cr, width);
}

static const RkPainter painter = { 160, 346, height_for, draw };

RkPlot *
rk_band_scale_new (const RkScaleBand *bands, guint n_bands, double maximum, double value,
                   gboolean provisional)
{
  Scale *self;

  g_return_val_if_fail (maximum > 0, NULL);

  self = g_new0 (Scale, 1);
  self->n = n_bands;
  self->maximum = maximum;
  self->value = value;
  self->provisional = provisional;
  self->bands = g_new (RkScaleBand, n_bands);
  for (guint i = 0; i < n_bands; i++)
    {
      self->bands[i].from = bands[i].from;
      self->bands[i].label = g_strdup (bands[i].label);
    }
  return rk_plot_new (&painter, self, scale_free);
}
