/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-graph-curve.h"

#include <math.h>

/* Between two edges of the same pair, halfway. */
#define BOW 16
/* Between a box and the end of a line. */
#define AIR 2
#define STEPS 24

static guint64
get_pair (const RkGraphEdge *edge)
{
  return (guint64) MIN (edge->source, edge->target) << 32 | MAX (edge->source, edge->target);
}

double *
rk_graph_curve_bows (RkGraph *graph)
{
  guint n = rk_graph_get_n_edges (graph);
  double *bows = g_new0 (double, n + 1);
  g_autofree guint *order = g_new0 (guint, n + 1);
  g_autofree guint64 *pairs = g_new0 (guint64, n + 1);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < n; i++)
    {
      pairs[i] = get_pair (rk_graph_get_edge (graph, i));
      order[i] = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &pairs[i]));
      g_hash_table_insert (counts, &pairs[i], GUINT_TO_POINTER (order[i] + 1));
    }
  for (guint i = 0; i < n; i++)
    {
      const RkGraphEdge *edge = rk_graph_get_edge (graph, i);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &pairs[i]));

      if (edge->source == edge->target)
        bows[i] = BOW * order[i];
      else /* one side of the line, whichever way the edge runs */
        bows[i] = BOW * (order[i] - (count - 1) / 2.0) * (edge->source < edge->target ? 1 : -1);
    }
  return bows;
}

/* Where the ray from the middle of @box towards @to leaves it, with some air. */
static RkGraphPoint
leave_box (const RkGraphBox *box, RkGraphPoint to)
{
  RkGraphPoint middle = { box->x + box->width / 2, box->y + box->height / 2 };
  double dx = to.x - middle.x, dy = to.y - middle.y;
  double reach_x = dx == 0 ? INFINITY : (box->width / 2 + AIR) / fabs (dx);
  double reach_y = dy == 0 ? INFINITY : (box->height / 2 + AIR) / fabs (dy);
  double reach = MIN (reach_x, reach_y);

  return (RkGraphPoint){ middle.x + dx * reach, middle.y + dy * reach };
}

/* The point @by further from @from on the way to @to. */
static RkGraphPoint
step (RkGraphPoint from, RkGraphPoint to, double by)
{
  double length = hypot (to.x - from.x, to.y - from.y);

  if (length == 0)
    return from;
  return (RkGraphPoint){ from.x + (to.x - from.x) * by / length,
                         from.y + (to.y - from.y) * by / length };
}

static void
make_room_for_heads (RkGraphCurve *curve, RkGraphDirection direction)
{
  curve->head_at_start = direction == RK_GRAPH_BACKWARD || direction == RK_GRAPH_BOTH;
  curve->head_at_end = direction == RK_GRAPH_FORWARD || direction == RK_GRAPH_BOTH;
  curve->tip_at_start = curve->points[0];
  curve->tip_at_end = curve->points[3];
  if (curve->head_at_start)
    curve->points[0] = step (curve->points[0], curve->points[1], RK_GRAPH_HEAD_LENGTH);
  if (curve->head_at_end)
    curve->points[3] = step (curve->points[3], curve->points[2], RK_GRAPH_HEAD_LENGTH);
}

/* Over the right top corner. */
static void
make_loop (const RkGraphBox *box, double bow, RkGraphCurve *curve)
{
  double right = box->x + box->width, top = box->y, reach = 44 + bow;

  curve->points[0] = (RkGraphPoint){ right - 34, top - AIR };
  curve->points[1] = (RkGraphPoint){ right - 34, top - reach };
  curve->points[2] = (RkGraphPoint){ right + reach, top + 24 };
  curve->points[3] = (RkGraphPoint){ right + AIR, top + 24 };
}

gboolean
rk_graph_curve_get (RkGraphLayout *layout, guint edge, double bow, RkGraphCurve *curve)
{
  const RkGraphEdge *e = rk_graph_get_edge (rk_graph_layout_get_graph (layout), edge);
  RkGraphBox a = rk_graph_layout_get_box (layout, e->source);
  RkGraphBox b = rk_graph_layout_get_box (layout, e->target);
  RkGraphPoint from = rk_graph_layout_get_point (layout, e->source);
  RkGraphPoint to = rk_graph_layout_get_point (layout, e->target);
  double length = hypot (to.x - from.x, to.y - from.y);
  RkGraphPoint bend, start, end;

  if (!rk_graph_layout_is_placed (layout, e->source) ||
      !rk_graph_layout_is_placed (layout, e->target))
    return FALSE;
  if (e->source == e->target)
    {
      make_loop (&a, bow, curve);
      make_room_for_heads (curve, e->direction);
      return TRUE;
    }
  if (length < 1)
    return FALSE;
  bend = (RkGraphPoint){ (from.x + to.x) / 2 - (to.y - from.y) / length * 2 * bow,
                         (from.y + to.y) / 2 + (to.x - from.x) / length * 2 * bow };
  start = leave_box (&a, bend);
  end = leave_box (&b, bend);
  if ((end.x - start.x) * (to.x - from.x) + (end.y - start.y) * (to.y - from.y) <= 0)
    return FALSE; /* the boxes touch */
  curve->points[0] = start;
  curve->points[1] = (RkGraphPoint){ (start.x + 2 * bend.x) / 3, (start.y + 2 * bend.y) / 3 };
  curve->points[2] = (RkGraphPoint){ (end.x + 2 * bend.x) / 3, (end.y + 2 * bend.y) / 3 };
  curve->points[3] = end;
  make_room_for_heads (curve, e->direction);
  return TRUE;
}

RkGraphPoint
rk_graph_curve_at (const RkGraphCurve *curve, double t)
{
  double s = 1 - t;
  double a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
  const RkGraphPoint *p = curve->points;

  return (RkGraphPoint){ a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                         a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y };
}

static double
get_distance_to_line (RkGraphPoint a, RkGraphPoint b, double x, double y)
{
  double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
  double t = length == 0 ? 0 : CLAMP (((x - a.x) * dx + (y - a.y) * dy) / length, 0, 1);

  return hypot (a.x + t * dx - x, a.y + t * dy - y);
}

double
rk_graph_curve_distance (const RkGraphCurve *curve, double x, double y)
{
  RkGraphPoint before = curve->points[0];
  double least = INFINITY;

  for (guint i = 1; i <= STEPS; i++)
    {
      RkGraphPoint here = rk_graph_curve_at (curve, (double) i / STEPS);
      least = MIN (least, get_distance_to_line (before, here, x, y));
      before = here;
    }
  return least;
}

void
rk_graph_curve_head (RkGraphPoint base, RkGraphPoint tip, RkGraphPoint corners[2])
{
  double length = hypot (tip.x - base.x, tip.y - base.y);
  double dx = length > 0 ? (tip.x - base.x) / length * RK_GRAPH_HEAD_WIDTH : 0;
  double dy = length > 0 ? (tip.y - base.y) / length * RK_GRAPH_HEAD_WIDTH : 0;

  corners[0] = (RkGraphPoint){ base.x - dy, base.y + dx };
  corners[1] = (RkGraphPoint){ base.x + dy, base.y - dx };
}
