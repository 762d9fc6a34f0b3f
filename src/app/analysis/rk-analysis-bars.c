/* SPDX-License-Identifier: EUPL-1.2 */
/* Lying bars, standing columns and a bar of parts. */
#include "config.h"
#include "rk-analysis-plots.h"

#include <math.h>

#define BAR_HEIGHT 12
#define COLUMNS_HEIGHT 150
#define SEGMENT_HEIGHT 18
#define LEAST 3 /* of what is not nothing */

static const RkTextStyle label_style = { 0.92, FALSE, RK_COLOUR_TEXT };
static const RkTextStyle value_style = { 0.92, TRUE, RK_COLOUR_TEXT };
static const RkTextStyle tick_style = { 0.82, FALSE, RK_COLOUR_SECONDARY };

typedef struct
{
  RkAnalysisBar *bars;
  guint n;
  double maximum;
} Bars;

static void
free_bars (gpointer data)
{
  Bars *self = data;

  for (guint i = 0; i < self->n; i++)
    {
      g_free ((char *) self->bars[i].label);
      g_free ((char *) self->bars[i].text);
    }
  g_free (self->bars);
  g_free (self);
}

static Bars *
keep_bars (const RkAnalysisBar *bars, guint n, double maximum)
{
  Bars *self = g_new0 (Bars, 1);

  self->bars = g_new0 (RkAnalysisBar, n + 1);
  self->n = n;
  self->maximum = maximum;
  for (guint i = 0; i < n; i++)
    {
      self->bars[i].label = g_strdup (bars[i].label);
      self->bars[i].text = g_strdup (bars[i].text);
      self->bars[i].value = bars[i].value;
      self->bars[i].unknown = bars[i].unknown;
      if (maximum <= 0 && bars[i].value > self->maximum)
        self->maximum = bars[i].value;
    }
  return self;
}

static void
add_mark (RkMarks *marks, const RkAnalysisBar *bar, double x, double y, double width, double height)
{
  g_autofree char *label = g_strdup_printf ("%s: %s", bar->label, bar->text);

  rk_marks_add (marks, x, y, width, height, label);
}

/* --- lying bars ------------------------------------------------------------------------------ */

/* The name stands above its bar, so that it has all the width there is. */
static double
measure_row (const Bars *self, const RkInk *ink, guint i, double width, double *value_width)
{
  RkTextStyle style = label_style;
  double text;

  rk_ink_measure (ink, &value_style, self->bars[i].text, value_width, NULL);
  style.width = MAX (width - *value_width - 12 * ink->scale, 40);
  rk_ink_measure (ink, &style, self->bars[i].label, NULL, &text);
  return text + (BAR_HEIGHT + 2) * ink->scale;
}

static double
bars_height_for (gpointer data, const RkInk *ink, double width)
{
  const Bars *self = data;
  double height = 0, value;

  for (guint i = 0; i < self->n; i++)
    height += measure_row (self, ink, i, width, &value) + 10 * ink->scale;
  return height;
}

static void
draw_one_bar (const Bars *self, const RkInk *ink, cairo_t *cr, const RkAnalysisBar *bar, double y,
              double width)
{
  double thick = BAR_HEIGHT * ink->scale, length;

  if (isnan (bar->value))
    {
      rk_ink_unknown (ink, cr, 0, y, width, thick);
      return;
    }
  rk_palette_use (ink->palette, RK_COLOUR_GRID, cr);
  cairo_rectangle (cr, 0, y + thick - 1, width, 1);
  cairo_fill (cr);
  length = self->maximum > 0 ? bar->value / self->maximum * width : 0;
  if (bar->unknown)
    {
      rk_ink_unknown (ink, cr, 0, y, MAX (length, LEAST), thick);
      return;
    }
  rk_paint_rounded (cr, 0, y, bar->value > 0 ? MAX (length, LEAST) : 1, thick, 2 * ink->scale);
  rk_palette_fill (ink->palette, RK_COLOUR_OWN, RK_PATTERN_PLAIN, cr);
  cairo_new_path (cr);
}

static void
draw_bars (gpointer data, const RkInk *ink, cairo_t *cr, double width, double height,
           RkMarks *marks)
{
  const Bars *self = data;
  double y = 0;

  for (guint i = 0; i < self->n; i++)
    {
      RkTextStyle style = label_style;
      double value, row = measure_row (self, ink, i, width, &value);

      style.width = MAX (width - value - 12 * ink->scale, 40);
      rk_ink_text (ink, &style, cr, self->bars[i].label, 0, y, 0, 0);
      rk_ink_text (ink, &value_style, cr, self->bars[i].text, width, y, 1, 0);
      draw_one_bar (self, ink, cr, &self->bars[i], y + row - BAR_HEIGHT * ink->scale, width);
      add_mark (marks, &self->bars[i], 0, y, width, row);
      y += row + 10 * ink->scale;
    }
}

static const RkPainter bars_painter = { 120, 320, bars_height_for, draw_bars };

RkPlot *
rk_bars_plot_new (const RkAnalysisBar *bars, guint n_bars, double maximum)
{
  return rk_plot_new (&bars_painter, keep_bars (bars, n_bars, maximum), free_bars);
}

/* --- columns --------------------------------------------------------------------------------- */

static double
columns_height_for (gpointer data, const RkInk *ink, double width)
{
  double text;

  rk_ink_measure (ink, &tick_style, "0\n0", NULL, &text);
  return COLUMNS_HEIGHT * ink->scale + text;
}

static void
draw_columns (gpointer data, const RkInk *ink, cairo_t *cr, double width, double height,
              RkMarks *marks)
{
  const Bars *self = data;
  double gap = 8 * ink->scale, step = width / self->n, thick = MIN (step - gap, 56 * ink->scale);
  double value_height, tick_height, base, room;

  rk_ink_measure (ink, &value_style, "0", NULL, &value_height);
  rk_ink_measure (ink, &tick_style, "0\n0", NULL, &tick_height);
  base = height - tick_height - 4 * ink->scale;
  room = base - value_height - 6 * ink->scale;
  rk_palette_use (ink->palette, RK_COLOUR_FRAME, cr);
  cairo_rectangle (cr, 0, base, width, 1);
  cairo_fill (cr);
  for (guint i = 0; i < self->n; i++)
    {
      const RkAnalysisBar *column = &self->bars[i];
      RkTextStyle style = tick_style;
      double x = step * (i + 0.5);
      double tall = self->maximum > 0 ? column->value / self->maximum * room : 0;

      tall = column->value > 0 ? MAX (tall, LEAST) : 0;
      cairo_new_path (cr);
      cairo_rectangle (cr, x - thick / 2, base - tall, thick, tall);
      rk_palette_fill (ink->palette, RK_COLOUR_OWN, RK_PATTERN_PLAIN, cr);
      cairo_new_path (cr);
      rk_ink_text (ink, &value_style, cr, column->text, x, base - tall - 3 * ink->scale, 0.5, 1);
      style.width = step;
      style.align = PANGO_ALIGN_CENTER;
      rk_ink_text (ink, &style, cr, column->label, x, base + 4 * ink->scale, 0.5, 0);
      add_mark (marks, column, x - step / 2, 0, step, height);
    }
}

static const RkPainter columns_painter = { 280, 480, columns_height_for, draw_columns };

RkPlot *
rk_columns_plot_new (const RkAnalysisBar *columns, guint n_columns)
{
  return rk_plot_new (&columns_painter, keep_bars (columns, n_columns, 0), free_bars);
}

/* --- parts ----------------------------------------------------------------------------------- */

typedef struct
{
  RkAnalysisSegment *segments;
  guint n;
  double total;
} Segments;

static void
free_segments (gpointer data)
{
  Segments *self = data;

  for (guint i = 0; i < self->n; i++)
    {
      g_free ((char *) self->segments[i].label);
      g_free ((char *) self->segments[i].sign);
    }
  g_free (self->segments);
  g_free (self);
}

static double
segments_height_for (gpointer data, const RkInk *ink, double width)
{
  return (SEGMENT_HEIGHT + 4) * ink->scale;
}

static void
draw_segment (const RkInk *ink, cairo_t *cr, const RkAnalysisSegment *segment, double x, double y,
              double width, double height)
{
  GdkRGBA text;
  double room;

  rk_paint_rounded (cr, x, y, width, height, 2 * ink->scale);
  rk_palette_fill (ink->palette, segment->colour, segment->pattern, cr);
  rk_palette_use (ink->palette, segment->colour, cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  rk_ink_measure (ink, &value_style, segment->sign, &room, NULL);
  if (room + 6 > width || segment->pattern != RK_PATTERN_PLAIN)
    return;
  rk_palette_get_text_on (ink->palette, segment->colour, &text);
  rk_ink_text_rgba (ink, &value_style, &text, cr, segment->sign, x + width / 2, y + height / 2, 0.5,
                    0.5);
}

static void
draw_segments (gpointer data, const RkInk *ink, cairo_t *cr, double width, double height,
               RkMarks *marks)
{
  const Segments *self = data;
  double gap = 2, least = 4 * ink->scale, x = 1, room = width - 2;
  guint shown = 0;

  for (guint i = 0; i < self->n; i++)
    shown += self->segments[i].value > 0;
  room -= shown * (gap + least);
  for (guint i = 0; i < self->n; i++)
    {
      const RkAnalysisSegment *segment = &self->segments[i];
      double part = least + segment->value / self->total * room;
      g_autofree char *label = g_strdup_printf ("%s: %.0f", segment->label, segment->value);

      if (segment->value > 0)
        {
          draw_segment (ink, cr, segment, x, 2, part, SEGMENT_HEIGHT * ink->scale);
          rk_marks_add (marks, x, 0, part, height, label);
          x += part + gap;
        }
      else
        rk_marks_add (marks, 0, 0, 0, 0, label);
    }
}

static const RkPainter segments_painter = { 100, 300, segments_height_for, draw_segments };

RkPlot *
rk_segments_plot_new (const RkAnalysisSegment *segments, guint n_segments)
{
  Segments *self = g_new0 (Segments, 1);

  self->segments = g_memdup2 (segments, n_segments * sizeof *segments);
  self->n = n_segments;
  for (guint i = 0; i < n_segments; i++)
    {
      self->segments[i].label = g_strdup (segments[i].label);
      self->segments[i].sign = g_strdup (segments[i].sign);
      self->total += segments[i].value;
    }
  self->total = MAX (self->total, 1);
  return rk_plot_new (&segments_painter, self, free_segments);
}
