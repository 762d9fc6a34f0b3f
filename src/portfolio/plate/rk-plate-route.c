/* SPDX-License-Identifier: EUPL-1.2 */
/* Connections: from edge to edge of the boxes that they join, through their bendpoints, with the
 * line and the ends of ArchiMate. The end of one may be the middle of another. */
#include "config.h"
#include "rk-plate-private.h"

#include <math.h>

#define MAX_DEPTH 8 /* of connections on connections on … */
#define HEAD 9.0

typedef enum
{
  END_NONE,
  END_OPEN,     /* > */
  END_FILLED,   /* a filled arrow */
  END_TRIANGLE, /* a hollow arrow */
  END_DIAMOND,
  END_FILLED_DIAMOND,
  END_BALL
} EndSign;

static const struct
{
  const char *type;
  RkDash dash;
  EndSign source, target;
} notations[] = {
  { "Composition", RK_DASH_NONE, END_FILLED_DIAMOND, END_NONE },
  { "Aggregation", RK_DASH_NONE, END_DIAMOND, END_NONE },
  { "Assignment", RK_DASH_NONE, END_BALL, END_FILLED },
  { "Realization", RK_DASH_DOTS, END_NONE, END_TRIANGLE },
  { "Serving", RK_DASH_NONE, END_NONE, END_OPEN },
  { "Access", RK_DASH_DOTS, END_NONE, END_OPEN },
  { "Influence", RK_DASH_LINE, END_NONE, END_OPEN },
  { "Triggering", RK_DASH_NONE, END_NONE, END_FILLED },
  { "Flow", RK_DASH_LINE, END_NONE, END_FILLED },
  { "Specialization", RK_DASH_NONE, END_NONE, END_TRIANGLE },
};

/* --- routes ----------------------------------------------------------------------------------- */

static RkPoint
middle_of (const cairo_rectangle_t *b)
{
  return (RkPoint){ b->x + b->width / 2, b->y + b->height / 2 };
}

/* Where the line from the middle of @b to @to leaves it. */
static RkPoint
leave (const cairo_rectangle_t *b, RkPoint to)
{
  RkPoint m = middle_of (b);
  double dx = to.x - m.x, dy = to.y - m.y, share = 1;

  if (fabs (dx) > b->width / 2)
    share = b->width / 2 / fabs (dx);
  if (fabs (dy) * share > b->height / 2)
    share = b->height / 2 / fabs (dy);
  return (RkPoint){ m.x + dx * share, m.y + dy * share };
}

/* Where the line to the bendpoint @to leaves @b: straight ahead when @to lies before an edge. */
static RkPoint
leave_to_bend (const cairo_rectangle_t *b, RkPoint to)
{
  double right = b->x + b->width, bottom = b->y + b->height;

  if (to.x >= b->x && to.x <= right && (to.y <= b->y || to.y >= bottom))
    return (RkPoint){ to.x, to.y <= b->y ? b->y : bottom };
  if (to.y >= b->y && to.y <= bottom && (to.x <= b->x || to.x >= right))
    return (RkPoint){ to.x <= b->x ? b->x : right, to.y };
  return leave (b, to);
}

static RkPoint
halfway (const RkPoint *points, guint n)
{
  double whole = 0, walked = 0;

  for (guint i = 1; i < n; i++)
    whole += hypot (points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
  for (guint i = 1; i < n; i++)
    {
      double step = hypot (points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);

      if (step > 0 && walked + step >= whole / 2)
        {
          double share = (whole / 2 - walked) / step;

          return (RkPoint){ points[i - 1].x + (points[i].x - points[i - 1].x) * share,
                            points[i - 1].y + (points[i].y - points[i - 1].y) * share };
        }
      walked += step;
    }
  return points[0];
}

static guint trace (RkPlateDrawing *self, GHashTable *by_id, guint at, guint depth);

/* The middle of what a connection begins or ends at; FALSE when that is nowhere. */
static gboolean
find_anchor (RkPlateDrawing *self, GHashTable *by_id, int node, const char *id, guint depth,
             RkPoint *anchor)
{
  gpointer at;
  RkRoute *route;

  if (node >= 0)
    {
      *anchor = middle_of (&rk_plate_box (self, (guint) node)->box.bounds);
      return TRUE;
    }
  if (id == NULL || depth >= MAX_DEPTH || !g_hash_table_lookup_extended (by_id, id, NULL, &at))
    return FALSE;
  if (trace (self, by_id, GPOINTER_TO_UINT (at), depth + 1) < 2)
    return FALSE;
  route = &g_array_index (self->routes, RkRoute, GPOINTER_TO_UINT (at));
  *anchor = halfway (route->points, route->n_points);
  return TRUE;
}

static guint
trace (RkPlateDrawing *self, GHashTable *by_id, guint at, guint depth)
{
  RkRoute *route = &g_array_index (self->routes, RkRoute, at);
  const RkViewConnection *c = route->connection;
  RkPoint source, target;
  guint n = c->n_bendpoints + 2;

  if (route->n_points > 0)
    return route->n_points;
  if (!find_anchor (self, by_id, c->source_node, c->source, depth, &source) ||
      !find_anchor (self, by_id, c->target_node, c->target, depth, &target))
    return 0;
  route->points = g_new (RkPoint, n);
  route->n_points = n;
  for (guint i = 0; i < c->n_bendpoints; i++)
    route->points[i + 1] = (RkPoint){ c->bendpoints[i].x, c->bendpoints[i].y };
  route->points[0] = source;
  route->points[n - 1] = target;
  if (c->source_node >= 0)
    route->points[0] =
        (n > 2 ? leave_to_bend : leave) (&rk_plate_box (self, (guint) c->source_node)->box.bounds,
                                         route->points[1]);
  if (c->target_node >= 0)
    route->points[n - 1] =
        (n > 2 ? leave_to_bend : leave) (&rk_plate_box (self, (guint) c->target_node)->box.bounds,
                                         n > 2 ? route->points[n - 2] : source);
  return n;
}

static void
finish_route (RkPlateDrawing *self, RkRoute *route)
{
  RkPoint low, high;

  if (route->n_points < 2)
    return;
  low = high = route->points[0];
  for (guint i = 1; i < route->n_points; i++)
    {
      low = (RkPoint){ MIN (low.x, route->points[i].x), MIN (low.y, route->points[i].y) };
      high = (RkPoint){ MAX (high.x, route->points[i].x), MAX (high.y, route->points[i].y) };
    }
  route->extents = (cairo_rectangle_t){ low.x - 80, low.y - HEAD, high.x - low.x + 160,
                                        high.y - low.y + 2 * HEAD };
  if (route->connection->name != NULL && *route->connection->name != '\0')
    {
      RkPoint m = halfway (route->points, route->n_points);
      const RkTextBlock *block = rk_typesetter_set (self->typesetter, route->connection->name, 10.5,
                                                    RK_TYPE_PLAIN, 140, 2);

      route->name = (RkPlacedText){ block, m.x, m.y - block->height / 2, 0.5 };
    }
}

void
rk_plate_route (RkPlateDrawing *self)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  const RkViewConnection *connections;
  guint n;

  connections = rk_view_get_connections (self->view, &n);
  for (guint i = 0; i < n; i++)
    {
      RkRoute route = { .connection = &connections[i] };

      g_array_append_val (self->routes, route);
      if (connections[i].id != NULL)
        g_hash_table_insert (by_id, (gpointer) connections[i].id, GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < n; i++)
    trace (self, by_id, i, 0);
  for (guint i = 0; i < n; i++)
    finish_route (self, &g_array_index (self->routes, RkRoute, i));
}

/* --- painting --------------------------------------------------------------------------------- */

/* The sign at @tip of the line that comes from @from. */
static void
paint_end (RkPen *pen, EndSign sign, RkPoint tip, RkPoint from, guint32 rgb, guint32 paper)
{
  double length = hypot (tip.x - from.x, tip.y - from.y), size = HEAD;
  double ux = length > 0 ? (tip.x - from.x) / length : 1;
  double uy = length > 0 ? (tip.y - from.y) / length : 0;
  RkPoint back = { tip.x - ux * size, tip.y - uy * size };
  const RkPoint arrow[] = { { back.x - uy * size / 2, back.y + ux * size / 2 },
                            tip,
                            { back.x + uy * size / 2, back.y - ux * size / 2 } };
  const RkPoint diamond[] = { tip,
                              { tip.x - ux * 7 - uy * 4, tip.y - uy * 7 + ux * 4 },
                              { tip.x - ux * 14, tip.y - uy * 14 },
                              { tip.x - ux * 7 + uy * 4, tip.y - uy * 7 - ux * 4 } };
  RkShape shape = { .points = arrow,
                    .n_points = 3,
                    .closed = sign != END_OPEN,
                    .has_fill = sign != END_OPEN,
                    .line = 1,
                    .colour = rgb };

  if (sign == END_NONE)
    return;
  shape.fill = sign == END_FILLED || sign == END_FILLED_DIAMOND || sign == END_BALL ? rgb : paper;
  if (sign == END_DIAMOND || sign == END_FILLED_DIAMOND)
    {
      shape.points = diamond;
      shape.n_points = 4;
    }
  if (sign == END_BALL)
    shape = (RkShape){
      .box = { tip.x - 2.5, tip.y - 2.5, 5, 5 }, .radius = 2.5, .has_fill = TRUE, .fill = rgb
    };
  rk_pen_shape (pen, &shape);
}

static guint32
line_colour (RkPlateDrawing *self, const RkPlateState *state, const RkRoute *route)
{
  const RkViewStyle *style = route->connection->style;
  guint32 paper = rk_colour_get (state->palette, RK_COLOUR_PLATE), rgb;

  if (style == NULL || !style->has_line)
    return rk_colour_get (state->palette, RK_COLOUR_SECONDARY);
  rgb = (guint32) lround (style->line.red * 255) << 16 |
        (guint32) lround (style->line.green * 255) << 8 | (guint32) lround (style->line.blue * 255);
  return rk_colour_contrast (rgb, paper) >= 3 ? rgb
                                              : rk_colour_get (state->palette, RK_COLOUR_SECONDARY);
}

static void
paint_name (RkPen *pen, const RkPlateState *state, const RkRoute *route)
{
  const RkTextBlock *block = route->name.block;
  RkShape paper = { .has_fill = TRUE,
                    .fill = rk_colour_get (state->palette, RK_COLOUR_PLATE),
                    .radius = 3 };

  if (block == NULL || block->n_lines == 0 ||
      (state->scale > 0 && block->size * state->scale < 4.5))
    return;
  paper.box = (cairo_rectangle_t){ route->name.x - block->width / 2 - 2, route->name.y - 1,
                                   block->width + 4, block->height + 2 };
  rk_pen_shape (pen, &paper);
  rk_pen_text (pen, block, route->name.x, route->name.y, 0.5,
               rk_colour_get (state->palette, RK_COLOUR_TEXT));
}

void
rk_plate_paint_route (RkPlateDrawing *self, RkPen *pen, const RkPlateState *state,
                      const RkRoute *route)
{
  guint32 rgb = line_colour (self, state, route);
  guint32 paper = rk_colour_get (state->palette, RK_COLOUR_SURFACE);
  RkShape line = { .points = route->points, .n_points = route->n_points, .line = 1, .colour = rgb };
  RkPenGroup group = {
    .id = route->connection->id, .class = "connection", .title = route->connection->name, .alpha = 1
  };
  const RkPoint *p = route->points;
  guint n = route->n_points;
  EndSign source = END_NONE, target = END_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (notations); i++)
    if (g_strcmp0 (route->connection->type, notations[i].type) == 0)
      {
        line.dash = notations[i].dash;
        source = notations[i].source;
        target = notations[i].target;
      }
  rk_pen_begin (pen, &group);
  rk_pen_shape (pen, &line);
  if (state->scale <= 0 || state->scale > 0.2)
    {
      paint_end (pen, source, p[0], p[1], rgb, paper);
      paint_end (pen, target, p[n - 1], p[n - 2], rgb, paper);
    }
  paint_name (pen, state, route);
  rk_pen_end (pen);
}
