/* SPDX-License-Identifier: EUPL-1.2 */
/* The quadrant: each application a dot with its criticality, its name beside it where there is
 * room. Names never lie on each other or on a dot. */
#include "config.h"
#include "rk-analysis-plots.h"

#include <glib/gi18n.h>
#include <math.h>

#define RADIUS 9
#define AXIS 18
#define LEAST 360

static const RkTextStyle sign_style = { 0.82, TRUE, RK_COLOUR_TEXT };
static const RkTextStyle name_style = { 0.82, FALSE, RK_COLOUR_TEXT };
static const RkTextStyle corner_style = { 1, TRUE, RK_COLOUR_SECONDARY };
static const RkTextStyle axis_style = { 0.86, FALSE, RK_COLOUR_SECONDARY };

typedef struct
{
  double x, y, width, height;
} Area;

typedef struct
{
  RkAnalysisPoint *points;
  guint n;
} Quadrant;

static void
free_quadrant (gpointer data)
{
  Quadrant *self = data;

  for (guint i = 0; i < self->n; i++)
    {
      g_free ((char *) self->points[i].label);
      g_free ((char *) self->points[i].sign);
    }
  g_free (self->points);
  g_free (self);
}

static double
height_for (gpointer data, const RkInk *ink, double width)
{
  return CLAMP (width * 0.6, LEAST * ink->scale, 520 * ink->scale);
}

static Area
find_field (const RkInk *ink, double width, double height)
{
  double axis = AXIS * ink->scale, edge = (RADIUS + 2) * ink->scale;

  return (Area){ axis + edge, edge, width - axis - 2 * edge, height - axis - 2 * edge };
}

static void
draw_frame (const RkInk *ink, cairo_t *cr, const Area *field, double width, double height)
{
  double middle_x = floor (field->x + field->width / 2) + 0.5;
  double middle_y = floor (field->y + field->height / 2) + 0.5;
  double edge = (RADIUS + 2) * ink->scale;

  rk_palette_use (ink->palette, RK_COLOUR_FRAME, cr);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, field->x - edge + 0.5, field->y - edge + 0.5,
                   floor (field->width + 2 * edge) - 1, floor (field->height + 2 * edge) - 1);
  cairo_move_to (cr, middle_x, field->y - edge);
  cairo_line_to (cr, middle_x, field->y + field->height + edge);
  cairo_move_to (cr, field->x - edge, middle_y);
  cairo_line_to (cr, field->x + field->width + edge, middle_y);
  cairo_stroke (cr);
  rk_ink_text (ink, &axis_style, cr, _ ("Does what is needed →"), width, height, 1, 1);
  cairo_save (cr);
  cairo_translate (cr, 0, field->y - edge);
  cairo_rotate (cr, -G_PI / 2);
  rk_ink_text (ink, &axis_style, cr, _ ("Technically sound →"), 0, 0, 1, 0);
  cairo_restore (cr);
}

static gboolean
overlaps (const Area *a, const Area *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

static gboolean
is_free (GArray *taken, const Area *area, double width, double height)
{
  if (area->x < 0 || area->y < 0 || area->x + area->width > width ||
      area->y + area->height > height)
    return FALSE;
  for (guint i = 0; i < taken->len; i++)
    if (overlaps (area, &g_array_index (taken, Area, i)))
      return FALSE;
  return TRUE;
}

/* At the left of each part: most dots are at the right. */
static void
draw_corners (const RkInk *ink, cairo_t *cr, const Area *field, GArray *taken)
{
  const char *const names[] = { _ ("Tolerate"), _ ("Invest"), _ ("Eliminate"), _ ("Migrate") };

  for (int i = 0; i < 4; i++)
    {
      double right = i % 2, bottom = i / 2, width, height;
      Area area;

      rk_ink_measure (ink, &corner_style, names[i], &width, &height);
      area = (Area){ field->x + right * (field->width / 2 + 6 * ink->scale),
                     field->y + bottom * (field->height - height), width, height };
      rk_ink_text (ink, &corner_style, cr, names[i], area.x, area.y, 0, 0);
      g_array_append_val (taken, area);
    }
}

static void
draw_dot (const RkInk *ink, cairo_t *cr, const RkAnalysisPoint *point, const Area *area)
{
  double r = area->width / 2;

  cairo_new_path (cr);
  cairo_arc (cr, area->x + r, area->y + r, r, 0, 2 * G_PI);
  rk_palette_use (ink->palette, RK_COLOUR_SURFACE, cr);
  cairo_fill_preserve (cr);
  rk_palette_use (ink->palette, RK_COLOUR_OWN, cr);
  cairo_set_line_width (cr, 2 * ink->scale);
  cairo_stroke (cr);
  rk_ink_text (ink, &sign_style, cr, point->sign, area->x + r, area->y + r, 0.5, 0.5);
}

static void
draw_name (const RkInk *ink, cairo_t *cr, const char *name, const Area *dot, GArray *taken,
           double width, double height)
{
  double gap = 3 * ink->scale;
  Area area;

  rk_ink_measure (ink, &name_style, name, &area.width, &area.height);
  for (int side = 0; side < 4; side++)
    {
      area.x = side == 0   ? dot->x + dot->width + gap
               : side == 1 ? dot->x - gap - area.width
                           : dot->x + (dot->width - area.width) / 2;
      area.y = side < 2    ? dot->y + (dot->height - area.height) / 2
               : side == 2 ? dot->y - area.height
                           : dot->y + dot->height;
      if (!is_free (taken, &area, width, height))
        continue;
      rk_ink_text (ink, &name_style, cr, name, area.x, area.y, 0, 0);
      g_array_append_val (taken, area);
      return;
    }
}

static void
draw (gpointer data, const RkInk *ink, cairo_t *cr, double width, double height, RkMarks *marks)
{
  const Quadrant *self = data;
  Area field = find_field (ink, width, height);
  double r = RADIUS * ink->scale;
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Area));

  draw_frame (ink, cr, &field, width, height);
  draw_corners (ink, cr, &field, taken);
  for (guint i = 0; i < self->n; i++)
    {
      const RkAnalysisPoint *point = &self->points[i];
      double x = field.x + CLAMP (point->x, 0, 100) / 100 * field.width;
      double y = field.y + (1 - CLAMP (point->y, 0, 100) / 100) * field.height;
      Area dot = { x - r, y - r, 2 * r, 2 * r };

      g_array_append_val (taken, dot);
    }
  for (guint i = 0; i < self->n; i++)
    {
      const RkAnalysisPoint *point = &self->points[i];
      Area dot = g_array_index (taken, Area, 4 + i);
      g_autofree char *label = g_strdup_printf ("%s: %.0f, %.0f", point->label, point->x, point->y);

      draw_dot (ink, cr, point, &dot);
      rk_marks_add (marks, dot.x, dot.y, dot.width, dot.height, label);
    }
  for (guint i = 0; i < self->n; i++)
    {
      Area dot = g_array_index (taken, Area, 4 + i);

      draw_name (ink, cr, self->points[i].label, &dot, taken, width, height - AXIS * ink->scale);
    }
}

static const RkPainter painter = { LEAST, 620, height_for, draw };

RkPlot *
rk_quadrant_plot_new (const RkAnalysisPoint *points, guint n_points)
{
  Quadrant *self = g_new0 (Quadrant, 1);

  self->points = g_memdup2 (points, n_points * sizeof *points);
  self->n = n_points;
  for (guint i = 0; i < n_points; i++)
    {
      self->points[i].label = g_strdup (points[i].label);
      self->points[i].sign = g_strdup (points[i].sign);
    }
  return rk_plot_new (&painter, self, free_quadrant);
}
