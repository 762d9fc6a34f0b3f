/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-viewport.h"

#include <math.h>

RkViewport
rk_viewport_zoom (RkViewport view, double scale, double at_x, double at_y)
{
  RkViewport zoomed;

  zoomed.scale = CLAMP (scale, RK_VIEWPORT_MIN_SCALE, RK_VIEWPORT_MAX_SCALE);
  zoomed.x = view.x + at_x / view.scale - at_x / zoomed.scale;
  zoomed.y = view.y + at_y / view.scale - at_y / zoomed.scale;
  return zoomed;
}

RkViewport
rk_viewport_centre (RkViewport view, double x, double y, double width, double height)
{
  view.x = x - width / 2 / view.scale;
  view.y = y - height / 2 / view.scale;
  return view;
}

RkViewport
rk_viewport_fit (const cairo_rectangle_t *plate, double width, double height, double margin,
                 double most)
{
  RkViewport view = { 0, 0, 1 };
  double across = MAX (width - 2 * margin, 1) / MAX (plate->width, 1);
  double down = MAX (height - 2 * margin, 1) / MAX (plate->height, 1);

  view.scale = CLAMP (MIN (across, down), RK_VIEWPORT_MIN_SCALE, most);
  return rk_viewport_centre (view, plate->x + plate->width / 2, plate->y + plate->height / 2, width,
                             height);
}

/* One side: where the view starts. */
static double
clamp_side (double start, double scale, double from, double length, double room, double margin)
{
  double seen = room / scale, edge = margin / scale;

  if (length + 2 * edge <= seen)
    return from + length / 2 - seen / 2;
  return CLAMP (start, from - edge, from + length + edge - seen);
}

RkViewport
rk_viewport_clamp (RkViewport view, const cairo_rectangle_t *plate, double width, double height,
                   double margin)
{
  view.x = clamp_side (view.x, view.scale, plate->x, plate->width, width, margin);
  view.y = clamp_side (view.y, view.scale, plate->y, plate->height, height, margin);
  return view;
}

static double
reveal_side (double start, double scale, double from, double length, double room, double air)
{
  double seen = room / scale, around = air / scale;

  if (from + length + around > start + seen)
    start = from + length + around - seen;
  return MIN (start, from - around);
}

RkViewport
rk_viewport_reveal (RkViewport view, const cairo_rectangle_t *box, double width, double height,
                    double air)
{
  view.x = reveal_side (view.x, view.scale, box->x, box->width, width, air);
  view.y = reveal_side (view.y, view.scale, box->y, box->height, height, air);
  return view;
}

cairo_rectangle_t
rk_viewport_get_visible (RkViewport view, double width, double height)
{
  return (cairo_rectangle_t){ view.x, view.y, width / view.scale, height / view.scale };
}

cairo_rectangle_t
rk_viewport_map (RkViewport view, const cairo_rectangle_t *box)
{
  return (cairo_rectangle_t){ (box->x - view.x) * view.scale, (box->y - view.y) * view.scale,
                              box->width * view.scale, box->height * view.scale };
}

RkViewport
rk_viewport_between (RkViewport from, RkViewport to, double part)
{
  double scale = from.scale * pow (to.scale / from.scale, part);
  double way = part; /* of the corner: the same as of the length of what one sees */

  if (fabs (to.scale - from.scale) > 1e-9)
    way = (1 / scale - 1 / from.scale) / (1 / to.scale - 1 / from.scale);
  return (RkViewport){ from.x + (to.x - from.x) * way, from.y + (to.y - from.y) * way, scale };
}
