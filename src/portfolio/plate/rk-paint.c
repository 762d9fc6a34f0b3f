/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-paint.h"

#include <math.h>

/* Lines at 45° over the box (x1, y1, x2, y2), @step apart; @direction 1 rises, -1 falls. */
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
        cairo_new_sub_path (cr);
        cairo_arc (cr, x, y, 1.2, 0, 2 * G_PI);
      }
  cairo_fill (cr);
}

double
rk_paint_get_step_gap (RkPattern pattern)
{
  return 12 - 1.8 * (pattern - RK_PATTERN_STEP_1 + 1);
}

/* Upright lines, ever closer: the five steps of a scale. */
static void
stroke_step (cairo_t *cr, const double box[4], RkPattern pattern)
{
  double gap = rk_paint_get_step_gap (pattern);

  for (double x = box[0] + gap / 2; x < box[2]; x += gap)
    {
      cairo_move_to (cr, x, box[1]);
      cairo_line_to (cr, x, box[3]);
    }
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
}

void
rk_paint_use (cairo_t *cr, guint32 rgb, double alpha)
{
  cairo_set_source_rgba (cr, (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0,
                         (rgb & 0xff) / 255.0, alpha);
}

void
rk_paint_rounded (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  double r = MIN (radius, MIN (width, height) / 2);

  if (r <= 0)
    {
      cairo_rectangle (cr, x, y, width, height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI / 2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

void
rk_paint_signs (cairo_t *cr, RkPattern pattern, guint32 rgb, double alpha)
{
  cairo_path_t *path;
  double box[4];

  if (pattern == RK_PATTERN_PLAIN)
    return;
  path = cairo_copy_path (cr);
  cairo_path_extents (cr, &box[0], &box[1], &box[2], &box[3]);
  cairo_save (cr);
  cairo_clip (cr);
  rk_paint_use (cr, rgb, alpha);
  if (pattern == RK_PATTERN_DOTS)
    fill_dots (cr, box);
  if (pattern == RK_PATTERN_STRIPES || pattern == RK_PATTERN_CROSS)
    stroke_lines (cr, box, 6, 1.5, 1);
  if (pattern == RK_PATTERN_CROSS)
    stroke_lines (cr, box, 6, 1.5, -1);
  if (pattern == RK_PATTERN_HATCH)
    stroke_lines (cr, box, 6, 1, -1);
  if (pattern >= RK_PATTERN_STEP_1)
    stroke_step (cr, box, pattern);
  cairo_restore (cr);
  cairo_append_path (cr, path);
  cairo_path_destroy (path);
}

void
rk_paint_fill (cairo_t *cr, RkPalette palette, RkColour colour, RkPattern pattern)
{
  guint32 fill = rk_colour_get (palette, colour);

  rk_paint_use (cr, pattern == RK_PATTERN_HATCH ? rk_colour_get (palette, RK_COLOUR_SURFACE) : fill,
                1);
  cairo_fill_preserve (cr);
  if (pattern == RK_PATTERN_HATCH)
    rk_paint_signs (cr, pattern, fill, 1);
  else
    rk_paint_signs (cr, pattern, rk_colour_text_on (fill),
                    rk_palette_is_high_contrast (palette) ? 1 : 0.55);
}
