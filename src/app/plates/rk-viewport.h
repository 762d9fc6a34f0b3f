/* SPDX-License-Identifier: EUPL-1.2 */
/* Where one looks on a plate, as arithmetic without widgets.
 *
 * A plate has its own lengths (those of the model); a view is a window on it: which point of the
 * plate stands in its corner, and how many pixels one length of the plate is. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

#define RK_VIEWPORT_MIN_SCALE 0.05
#define RK_VIEWPORT_MAX_SCALE 4.0

typedef struct
{
  double x, y; /* of the plate, in the upper left corner of the view */
  double scale;
} RkViewport;

/* Zooms to @scale, as far as that is allowed, while the point of the plate under (@at_x, @at_y) of
 * the view stays where it is. */
RkViewport rk_viewport_zoom (RkViewport view, double scale, double at_x, double at_y);
/* All of @plate in the middle of @width × @height, with @margin around it; at most at scale @most.
 */
RkViewport rk_viewport_fit (const cairo_rectangle_t *plate, double width, double height,
                            double margin, double most);
/* The point (@x, @y) of the plate in the middle of the view. */
RkViewport rk_viewport_centre (RkViewport view, double x, double y, double width, double height);
/* Brings back a view that left the plate: a side on which the plate is smaller than the view has it
 * in the middle, on the other one stops @margin past its edge. */
RkViewport rk_viewport_clamp (RkViewport view, const cairo_rectangle_t *plate, double width,
                              double height, double margin);
/* Moves as little as is needed to show @box with @air pixels around it; its upper left corner when
 * it is larger than the view. */
RkViewport rk_viewport_reveal (RkViewport view, const cairo_rectangle_t *box, double width,
                               double height, double air);
/* The part of the plate that the view shows. */
cairo_rectangle_t rk_viewport_get_visible (RkViewport view, double width, double height);
/* From the plate to the view. */
cairo_rectangle_t rk_viewport_map (RkViewport view, const cairo_rectangle_t *box);
/* Part of the way from one view to another, 0 to 1: scales in equal steps for the eye, around the
 * point that both have in the same place. */
RkViewport rk_viewport_between (RkViewport from, RkViewport to, double part);

G_END_DECLS
