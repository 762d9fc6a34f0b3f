/* SPDX-License-Identifier: EUPL-1.2 */
/* The line of an edge: from the border of one box to that of the other, bowed where several run
 * between the same two, a loop where both ends are the same. */
#pragma once

#include "rk-graph-layout.h"

G_BEGIN_DECLS

/* Length and half the width of an arrow head. */
#define RK_GRAPH_HEAD_LENGTH 11
#define RK_GRAPH_HEAD_WIDTH 5

/* A cubic Bézier curve. Where there is a head the curve ends at its base; the tip follows. */
typedef struct
{
  RkGraphPoint points[4];
  gboolean head_at_start, head_at_end;
  RkGraphPoint tip_at_start, tip_at_end;
} RkGraphCurve;

/* How far each edge bows: one number per edge, to be freed by the caller. It follows from the graph
 * alone, not from the places. */
double *rk_graph_curve_bows (RkGraph *graph);
/* FALSE: both boxes lie so that there is nothing to draw between them. */
gboolean rk_graph_curve_get (RkGraphLayout *layout, guint edge, double bow, RkGraphCurve *curve);
/* Point at @t, 0 to 1. */
RkGraphPoint rk_graph_curve_at (const RkGraphCurve *curve, double t);
/* Distance from a point to the curve. */
double rk_graph_curve_distance (const RkGraphCurve *curve, double x, double y);
/* The triangle of a head: @tip and the two corners of its base. */
void rk_graph_curve_head (RkGraphPoint base, RkGraphPoint tip, RkGraphPoint corners[2]);

G_END_DECLS
