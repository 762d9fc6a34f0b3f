/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-radar-chart.h"

#include "rk-format.h"

#include <glib/gi18n.h>
#include <math.h>

#define MIN_RADIUS 84
#define MAX_RADIUS 150
#define LABEL_GAP 8

typedef struct
{
  double x, y;
} Point;

typedef struct
{
  RkRadarAxis *axes;
  guint n, n_series;
  char **series;
} Radar;

/* Where the drawing stands: made anew for each size. */
typedef struct
{
  const Radar *radar;
  const RkInk *ink;
  double width, radius;
  Point centre;
} Frame;

static void
radar_free (gpointer data)
{
  Radar *self = data;

  for (guint i = 0; i < self->n; i++)
    g_free ((char *) self->axes[i].label);
  g_free (self->axes);
  g_strfreev (self->series);
  g_free (self);
}

/* --- geometry -------------------------------------------------------------------------------- */

static double
axis_angle (const Radar *self, guint axis)
{
  return 2 * G_PI * axis / self->n - G_PI / 2;
}

static Point
point_at (const Frame *f, guint axis, double value)
{
  double angle = axis_angle (f->radar, axis % f->radar->n), r = f->radius * value / 100;
  Point p = { f->centre.x + r * cos (angle), f->centre.y + r * sin (angle) };

  return p;
}

/* Nearly level axes have their label beside the point, the others above or below it. */
static gboolean
is_level (const Radar *self, guint axis)
{
  return fabs (sin (axis_angle (self, axis))) < 0.3;
}

static double
label_width (const RkInk *ink, double width, double radius)
{
  return MAX (72 * ink->scale, MIN (160 * ink->scale, width / 2 - radius * 0.4));
}

/* A name breaks between its words only. */
static double
widest_word (const RkInk *ink, const RkTextStyle *style, const char *label)
{
  g_auto (GStrv) words = g_strsplit (label, " ", -1);
  double widest = 0;

  for (char **word = words; *word != NULL; word++)
    {
      double width, height;

      rk_ink_measure (ink, style, *word, &width, &height);
      widest = MAX (widest, width);
    }
  return ceil (widest) + 1;
}

static RkTextStyle
name_style (const RkInk *ink, double width, double radius, const char *label)
{
  RkTextStyle style = { 0.93, FALSE, RK_COLOUR_TEXT, 0, PANGO_ALIGN_CENTER };

  style.width =
      MIN (width, MAX (label_width (ink, width, radius), widest_word (ink, &style, label)));
  return style;
}

static const RkTextStyle value_style = { 0.93, TRUE, RK_COLOUR_TEXT };

/* Size of the block of a name and a value under it. */
static void
measure_label (const RkInk *ink, const RkTextStyle *style, const RkRadarAxis *axis, double *width,
               double *name_height, double *height)
{
  g_autofree char *value = rk_format_score (axis->values[0]);
  double value_width, value_height, name_width;

  rk_ink_measure (ink, style, axis->label, &name_width, name_height);
  rk_ink_measure (ink, &value_style, value, &value_width, &value_height);
  if (!isfinite (axis->values[0]))
    value_width += 22 * ink->scale;
  *width = MAX (name_width, value_width);
  *height = *name_height + value_height;
}

static double
fit_radius (const Radar *self, const RkInk *ink, double width)
{
  double beside = 56 * ink->scale;

  for (guint i = 0; i < self->n; i++)
    if (is_level (self, i))
      {
        RkTextStyle style = name_style (ink, width, width / 2, self->axes[i].label);
        double label, name, height;

        measure_label (ink, &style, &self->axes[i], &label, &name, &height);
        beside = MAX (beside, label + LABEL_GAP * ink->scale);
      }
  return CLAMP (width / 2 - beside, MIN_RADIUS * ink->scale, MAX_RADIUS * ink->scale);
}

/* Whether (x, y) is nearer to the centre than the outermost ring. */
static gboolean
is_inside (const Frame *f, double x, double y)
{
  for (guint i = 0; i < f->radar->n; i++)
    {
      Point a = point_at (f, i, 100), b = point_at (f, i + 1, 100);

      if ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) < 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
touches_rings (const Frame *f, double x, double y, double width, double height)
{
  double gap = 4 * f->ink->scale;

  for (int i = 0; i <= 8; i++)
    if (is_inside (f, x + width * i / 8, y - gap) ||
        is_inside (f, x + width * i / 8, y + height + gap))
      return TRUE;
  return FALSE;
}

/* Where the label of an axis stands: outside the rings, inside the width. */
typedef struct
{
  double x, y, width, height, name_height;
} LabelBox;

static LabelBox
place_alone (const Frame *f, guint axis)
{
  RkTextStyle style = name_style (f->ink, f->width, f->radius, f->radar->axes[axis].label);
  double angle = axis_angle (f->radar, axis), gap = LABEL_GAP * f->ink->scale;
  int outward = sin (angle) > 0.05 ? 1 : -1;
  Point end = point_at (f, axis, 100);
  LabelBox box;

  measure_label (f->ink, &style, &f->radar->axes[axis], &box.width, &box.name_height, &box.height);
  box.x =
      CLAMP (end.x - box.width / 2 + cos (angle) * box.width / 2, 0, MAX (f->width - box.width, 0));
  if (is_level (f->radar, axis))
    {
      box.x = cos (angle) > 0 ? MIN (end.x + gap, f->width - box.width)
                              : MAX (end.x - gap - box.width, 0);
      box.y = end.y - box.height / 2;
      return box;
    }
  box.y = outward > 0 ? end.y + gap : end.y - box.height - gap;
  for (int i = 0; i < 60 && touches_rings (f, box.x, box.y, box.width, box.height); i++)
    box.y += 2 * outward;
  return box;
}

/* As high as the label on the other side: the one that needs most distance decides. */
static LabelBox
place_label (const Frame *f, guint axis)
{
  LabelBox box = place_alone (f, axis), other;
  double bottom;

  if (axis == 0 || is_level (f->radar, axis))
    return box;
  other = place_alone (f, f->radar->n - axis);
  bottom = MIN (box.y + box.height, other.y + other.height);
  box.y = sin (axis_angle (f->radar, axis)) > 0 ? MAX (box.y, other.y) : bottom - box.height;
  return box;
}

/* A frame whose centre is as high as its labels allow; @height (out). */
static Frame
make_frame (const Radar *self, const RkInk *ink, double width, double *height)
{
  Frame f = { self, ink, width, fit_radius (self, ink, width), { width / 2, 0 } };
  double top = -f.radius, bottom = 0;

  for (guint i = 0; i < self->n; i++)
    {
      LabelBox box = place_label (&f, i);

      top = MIN (top, box.y);
      bottom = MAX (bottom, box.y + box.height);
    }
  f.centre.y = -top;
  *height = bottom - top;
  return f;
}

static double
height_for (gpointer data, const RkInk *ink, double width)
{
  double height;

  make_frame (data, ink, width, &height);
  return height;
}

/* --- drawing --------------------------------------------------------------------------------- */

static void
draw_rings (const Frame *f, cairo_t *cr)
{
  cairo_set_line_width (cr, 1);
  rk_palette_use (f->ink->palette, RK_COLOUR_GRID, cr);
  for (int ring = 25; ring <= 100; ring += 25)
    {
      cairo_new_sub_path (cr);
      for (guint i = 0; i < f->radar->n; i++)
        {
          Point p = point_at (f, i, ring);

          cairo_line_to (cr, p.x, p.y);
        }
      cairo_close_path (cr);
    }
  for (guint i = 0; i < f->radar->n; i++)
    {
      Point p = point_at (f, i, 100);

      cairo_move_to (cr, f->centre.x, f->centre.y);
      cairo_line_to (cr, p.x, p.y);
    }
  cairo_stroke (cr);
}

static void
draw_ring_numbers (const Frame *f, cairo_t *cr)
{
  const RkTextStyle style = { 0.8, FALSE, RK_COLOUR_SECONDARY };

  for (int ring = 25; ring <= 100; ring += 25)
    {
      g_autofree char *text = g_strdup_printf ("%d", ring);
      Point p = point_at (f, 0, ring);
      double width, height, x = p.x + 5 * f->ink->scale;

      rk_ink_measure (f->ink, &style, text, &width, &height);
      rk_palette_use (f->ink->palette, RK_COLOUR_SURFACE, cr);
      cairo_rectangle (cr, x - 2, p.y - 1, width + 4, height);
      cairo_fill (cr);
      rk_ink_text (f->ink, &style, cr, text, x, p.y - 1, 0, 0);
    }
}

/* Only between neighbours that are both known. */
static void
draw_series (const Frame *f, cairo_t *cr, guint series)
{
  const RkRadarAxis *axes = f->radar->axes;
  guint n = f->radar->n;

  for (guint i = 0; i < n; i++)
    {
      double from = axes[i].values[series], to = axes[(i + 1) % n].values[series];
      Point a = point_at (f, i, from), b = point_at (f, i + 1, to);

      if (!isfinite (from) || !isfinite (to))
        continue;
      cairo_move_to (cr, a.x, a.y);
      cairo_line_to (cr, b.x, b.y);
    }
  rk_ink_series_line (f->ink, series, cr);
  cairo_stroke (cr);
  for (guint i = 0; i < n; i++)
    if (isfinite (axes[i].values[series]))
      {
        Point p = point_at (f, i, axes[i].values[series]);

        rk_ink_series_point (f->ink, series, FALSE, cr, p.x, p.y);
      }
}

static void
fill_own (const Frame *f, cairo_t *cr)
{
  const RkRadarAxis *axes = f->radar->axes;
  GdkRGBA rgba;

  for (guint i = 0; i < f->radar->n; i++)
    {
      double from = axes[i].values[0], to = axes[(i + 1) % f->radar->n].values[0];
      Point a = point_at (f, i, from), b = point_at (f, i + 1, to);

      if (!isfinite (from) || !isfinite (to))
        continue;
      cairo_move_to (cr, f->centre.x, f->centre.y);
      cairo_line_to (cr, a.x, a.y);
      cairo_line_to (cr, b.x, b.y);
      cairo_close_path (cr);
    }
  rk_palette_get (f->ink->palette, RK_COLOUR_OWN, &rgba);
  rgba.alpha = rk_palette_is_high_contrast (f->ink->palette) ? 0 : 0.14F;
  gdk_cairo_set_source_rgba (cr, &rgba);
  cairo_fill (cr);
}

static char *
describe_axis (const Radar *self, guint axis)
{
  GString *text = g_string_new (self->axes[axis].label);

  for (guint s = 0; s < self->n_series; s++)
    {
      g_autofree char *value = rk_format_score (self->axes[axis].values[s]);

      g_string_append (text, s == 0 ? ": " : "; ");
      g_string_append_printf (text, "%s %s", self->series[s], value);
    }
  return g_string_free (text, FALSE);
}

static void
draw_label (const Frame *f, cairo_t *cr, guint axis, RkMarks *marks)
{
  const RkRadarAxis *a = &f->radar->axes[axis];
  g_autofree char *value = rk_format_score (a->values[0]);
  g_autofree char *description = describe_axis (f->radar, axis);
  RkTextStyle style = name_style (f->ink, f->width, f->radius, f->radar->axes[axis].label);
  LabelBox box = place_label (f, axis);
  double s = f->ink->scale, middle = box.x + box.width / 2, width, height, aside = 0;

  style.width = box.width + 1;
  rk_ink_text (f->ink, &style, cr, a->label, middle, box.y, 0.5, 0);
  if (!isfinite (a->values[0]))
    {
      aside = 11 * s;
      rk_ink_measure (f->ink, &value_style, value, &width, &height);
      rk_ink_unknown (f->ink, cr, middle - width / 2 - aside,
                      box.y + box.name_height + height / 2 - 6 * s, 18 * s, 12 * s);
    }
  rk_ink_text (f->ink, &value_style, cr, value, middle + aside, box.y + box.name_height, 0.5, 0);
  rk_marks_add (marks, box.x, box.y, box.width, box.height, description);
}

static void
draw (gpointer data, const RkInk *ink, cairo_t *cr, double width, double height, RkMarks *marks)
{
  Radar *self = data;
  double needed;
  Frame f = make_frame (self, ink, width, &needed);

  draw_rings (&f, cr);
  fill_own (&f, cr);
  draw_ring_numbers (&f, cr);
  for (guint s = self->n_series; s > 0; s--)
    draw_series (&f, cr, s - 1);
  for (guint i = 0; i < self->n; i++)
    draw_label (&f, cr, i, marks);
}

static const RkPainter painter = { 300, 348, height_for, draw };

RkPlot *
rk_radar_chart_new (const RkRadarAxis *axes, guint n_axes, const char *const *series,
                    guint n_series)
{
  Radar *self;

  g_return_val_if_fail (n_axes >= RK_RADAR_MIN_AXES && n_axes <= RK_RADAR_MAX_AXES, NULL);
  g_return_val_if_fail (n_series >= 1 && n_series <= RK_MAX_SERIES, NULL);

  self = g_new0 (Radar, 1);
  self->n = n_axes;
  self->n_series = n_series;
  self->axes = g_memdup2 (axes, sizeof *axes * n_axes);
  for (guint i = 0; i < n_axes; i++)
    self->axes[i].label = g_strdup (axes[i].label);
  self->series = g_new0 (char *, n_series + 1);
  for (guint i = 0; i < n_series; i++)
    self->series[i] = g_strdup (series[i]);
  return rk_plot_new (&painter, self, radar_free);
}
