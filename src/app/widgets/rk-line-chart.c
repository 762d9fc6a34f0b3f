/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-line-chart.h"

#include "rk-format.h"

#include <glib/gi18n.h>
#include <math.h>

#define PLOT_HEIGHT 78

static const RkTextStyle tick_style = { 0.82, FALSE, RK_COLOUR_SECONDARY };
static const RkTextStyle value_style = { 0.86, TRUE, RK_COLOUR_TEXT };

typedef struct
{
  RkLinePoint *points;
  guint n;
  double from, to; /* of the axis */
} Line;

typedef struct
{
  double left, right, top, bottom;
} Box;

static void
line_free (gpointer data)
{
  Line *self = data;

  for (guint i = 0; i < self->n; i++)
    g_free ((char *) self->points[i].label);
  g_free (self->points);
  g_free (self);
}

/* Twenty points at least, so that a small change does not look like a leap. */
static void
set_axis (Line *self)
{
  double low = INFINITY, high = -INFINITY;

  for (guint i = 0; i < self->n; i++)
    if (isfinite (self->points[i].value))
      {
        low = MIN (low, self->points[i].value);
        high = MAX (high, self->points[i].value);
      }
  if (low > high)
    low = high = 50;
  self->from = MAX (floor ((low - 6) / 10) * 10, 0);
  self->to = MIN (ceil ((high + 6) / 10) * 10, 100);
  if (fmod (self->to - self->from, 20) == 0)
    return;
  if (self->to < 100) /* so that the middle is a ten too */
    self->to += 10;
  else
    self->from -= 10;
}

static double
height_for (gpointer data, const RkInk *ink, double width)
{
  double tick, value;

  rk_ink_measure (ink, &tick_style, "0", NULL, &tick);
  rk_ink_measure (ink, &value_style, "0", NULL, &value);
  return PLOT_HEIGHT * ink->scale + tick * 1.5 + value + 8 * ink->scale;
}

static double
x_at (const Line *self, const Box *box, guint i)
{
  double step = (box->right - box->left) / self->n;

  return box->left + step * (i + 0.5);
}

static double
y_at (const Line *self, const Box *box, double value)
{
  return box->bottom - (value - self->from) / (self->to - self->from) * (box->bottom - box->top);
}

static void
draw_grid (const Line *self, const RkInk *ink, cairo_t *cr, const Box *box)
{
  double middle = (self->from + self->to) / 2;
  const double ticks[] = { self->from, middle, self->to };

  for (guint i = 0; i < G_N_ELEMENTS (ticks); i++)
    {
      g_autofree char *text = rk_format_number (ticks[i], -1);
      double y = floor (y_at (self, box, ticks[i])) + 0.5;

      rk_palette_use (ink->palette, RK_COLOUR_GRID, cr);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, box->left, y);
      cairo_line_to (cr, box->right, y);
      cairo_stroke (cr);
      rk_ink_text (ink, &tick_style, cr, text, box->left - 6 * ink->scale, y, 1, 0.5);
    }
}

static void
draw_line (const Line *self, const RkInk *ink, cairo_t *cr, const Box *box)
{
  for (guint i = 0; i + 1 < self->n; i++)
    if (isfinite (self->points[i].value) && isfinite (self->points[i + 1].value))
      {
        cairo_move_to (cr, x_at (self, box, i), y_at (self, box, self->points[i].value));
        cairo_line_to (cr, x_at (self, box, i + 1), y_at (self, box, self->points[i + 1].value));
      }
  rk_ink_series_line (ink, 0, cr);
  cairo_stroke (cr);
}

static char *
describe_point (const RkLinePoint *point)
{
  g_autofree char *value = rk_format_score (point->value);

  if (point->provisional)
    /* Translators: a year and the score of that year. */
    return g_strdup_printf (_ ("%s: %s, provisional"), point->label, value);
  return g_strdup_printf ("%s: %s", point->label, value);
}

static void
draw_point (const Line *self, const RkInk *ink, cairo_t *cr, const Box *box, guint i,
            RkMarks *marks)
{
  const RkLinePoint *point = &self->points[i];
  g_autofree char *value = rk_format_score (point->value);
  g_autofree char *label = describe_point (point);
  gboolean known = isfinite (point->value);
  double s = ink->scale, x = x_at (self, box, i);
  double y = known ? y_at (self, box, point->value) : (box->top + box->bottom) / 2;

  if (known)
    rk_ink_series_point (ink, 0, point->provisional, cr, x, y);
  else
    rk_ink_unknown (ink, cr, x - 9 * s, y - 6 * s, 18 * s, 12 * s);
  rk_ink_text (ink, &value_style, cr, value, x, y - 7 * s, 0.5, 1);
  rk_ink_text (ink, &tick_style, cr, point->label, x, box->bottom + 6 * s, 0.5, 0);
  rk_marks_add (marks, x - 18 * s, y - 22 * s, 36 * s, 30 * s, label);
}

static void
draw (gpointer data, const RkInk *ink, cairo_t *cr, double width, double height, RkMarks *marks)
{
  Line *self = data;
  Box box = { 0, width, 0, 0 };
  double tick, tick_width, value;

  rk_ink_measure (ink, &tick_style, "100", &tick_width, &tick);
  rk_ink_measure (ink, &value_style, "0", NULL, &value);
  box.left = tick_width + 8 * ink->scale;
  box.top = value / 2 + 4 * ink->scale;
  box.bottom = height - tick - 8 * ink->scale;
  draw_grid (self, ink, cr, &box);
  draw_line (self, ink, cr, &box);
  for (guint i = 0; i < self->n; i++)
    draw_point (self, ink, cr, &box, i, marks);
}

static const RkPainter painter = { 160, 266, height_for, draw };

RkPlot *
rk_line_chart_new (const RkLinePoint *points, guint n_points)
{
  Line *self;

  g_return_val_if_fail (n_points > 0, NULL);

  self = g_new0 (Line, 1);
  self->n = n_points;
  self->points = g_memdup2 (points, sizeof *points * n_points);
  for (guint i = 0; i < n_points; i++)
    self->points[i].label = g_strdup (points[i].label);
  set_axis (self);
  return rk_plot_new (&painter, self, line_free);
}
