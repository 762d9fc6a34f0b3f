/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-graph-layout.h"

#include "rk-json.h"
#include "rk-layout-process.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NODE_WIDTH 156
#define NODE_HEIGHT 58
#define MAX_SCALE 1.6
/* Rounds of pushing apart what overlaps; each halves what is left of it or better. */
#define PUSHES 400
/* Places further out than this are no places. */
#define FARTHEST 1e6

struct _RkGraphLayout
{
  RkGraph *graph;
  RkGraphPoint *points;
  GHashTable *others; /* id → RkGraphPoint: places of what is not in the graph */
  gboolean by_graphviz;
};

RkGraphLayout *
rk_graph_layout_new (RkGraph *graph)
{
  RkGraphLayout *self = g_atomic_rc_box_new0 (RkGraphLayout);
  guint n = rk_graph_get_n_nodes (graph);

  self->graph = rk_graph_ref (graph);
  self->points = g_new (RkGraphPoint, n + 1);
  for (guint i = 0; i < n; i++)
    self->points[i] = (RkGraphPoint){ NAN, NAN };
  self->others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

static void
clear (RkGraphLayout *self)
{
  g_hash_table_unref (self->others);
  g_free (self->points);
  rk_graph_unref (self->graph);
}

RkGraphLayout *
rk_graph_layout_ref (RkGraphLayout *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
rk_graph_layout_unref (RkGraphLayout *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

RkGraph *
rk_graph_layout_get_graph (RkGraphLayout *self)
{
  return self->graph;
}

RkGraphPoint
rk_graph_layout_get_point (RkGraphLayout *self, guint node)
{
  return self->points[node];
}

void
rk_graph_layout_set_point (RkGraphLayout *self, guint node, RkGraphPoint point)
{
  self->points[node] = point;
}

gboolean
rk_graph_layout_is_placed (RkGraphLayout *self, guint node)
{
  return !isnan (self->points[node].x);
}

double
rk_graph_node_scale (RkGraph *graph, guint node)
{
  return MIN (1 + 0.15 * log2 (MAX (1, rk_graph_get_degree (graph, node))), MAX_SCALE);
}

RkGraphBox
rk_graph_layout_get_box (RkGraphLayout *self, guint node)
{
  double scale = rk_graph_node_scale (self->graph, node);
  double width = round (NODE_WIDTH * scale / 2) * 2, height = round (NODE_HEIGHT * scale / 2) * 2;

  return (RkGraphBox){ self->points[node].x - width / 2, self->points[node].y - height / 2, width,
                       height };
}

RkGraphBox
rk_graph_layout_get_bounds (RkGraphLayout *self)
{
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < rk_graph_get_n_nodes (self->graph); i++)
    {
      RkGraphBox box = rk_graph_layout_get_box (self, i);

      if (!rk_graph_layout_is_placed (self, i))
        continue;
      left = MIN (left, box.x);
      top = MIN (top, box.y);
      right = MAX (right, box.x + box.width);
      bottom = MAX (bottom, box.y + box.height);
    }
  if (left > right)
    return (RkGraphBox){ 0, 0, 2 * RK_GRAPH_MARGIN, 2 * RK_GRAPH_MARGIN };
  return (RkGraphBox){ left - RK_GRAPH_MARGIN, top - RK_GRAPH_MARGIN,
                       right - left + 2 * RK_GRAPH_MARGIN, bottom - top + 2 * RK_GRAPH_MARGIN };
}

/* --- our own arrangement --------------------------------------------------------------------- */

/* How far @a and @b are from having the gap between them; at most 0: they have. */
static double
get_overlap (const RkGraphBox *a, const RkGraphBox *b, double *dx, double *dy)
{
  *dx = (a->width + b->width) / 2 + RK_GRAPH_GAP - fabs (a->x + a->width / 2 - b->x - b->width / 2);
  *dy = (a->height + b->height) / 2 + RK_GRAPH_GAP -
        fabs (a->y + a->height / 2 - b->y - b->height / 2);
  return MIN (*dx, *dy);
}

/* Half of the overlap each, along the shorter way; ties go by index, so that it ends. */
static void
push_apart (RkGraphLayout *self, guint a, guint b, double dx, double dy)
{
  RkGraphPoint *p = &self->points[a], *q = &self->points[b];

  if (dx < dy)
    {
      double step = (dx / 2 + 0.5) * (p->x > q->x ? 1 : -1);
      p->x += step;
      q->x -= step;
    }
  else
    {
      double step = (dy / 2 + 0.5) * (p->y > q->y ? 1 : -1);
      p->y += step;
      q->y -= step;
    }
}

/* TRUE when nothing overlaps any more. */
static gboolean
separate (RkGraphLayout *self)
{
  guint n = rk_graph_get_n_nodes (self->graph);
  gboolean moved = TRUE;

  for (guint round = 0; moved && round < PUSHES; round++)
    {
      moved = FALSE;
      for (guint i = 0; i < n; i++)
        for (guint j = i + 1; j < n; j++)
          {
            RkGraphBox a = rk_graph_layout_get_box (self, i);
            RkGraphBox b = rk_graph_layout_get_box (self, j);
            double dx, dy;

            if (get_overlap (&a, &b, &dx, &dy) <= 0.5)
              continue;
            push_apart (self, i, j, dx, dy);
            moved = TRUE;
          }
    }
  return !moved;
}

static int
compare_degrees (gconstpointer a, gconstpointer b, gpointer data)
{
  guint x = *(const guint *) a, y = *(const guint *) b;
  guint degree_x = rk_graph_get_degree (data, x), degree_y = rk_graph_get_degree (data, y);

  if (degree_x != degree_y)
    return degree_x > degree_y ? -1 : 1;
  return x < y ? -1 : x > y;
}

/* The most linked in the middle, the others on rings around it, each as long as its boxes need. */
static void
arrange_in_rings (RkGraphLayout *self)
{
  guint n = rk_graph_get_n_nodes (self->graph), at = 0;
  g_autofree guint *order = g_new (guint, n + 1);
  const double cell = NODE_WIDTH * MAX_SCALE + RK_GRAPH_GAP;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof (guint), compare_degrees, self->graph);
  for (guint ring = 0; at < n; ring++)
    {
      guint places = ring == 0 ? 1 : (guint) floor (2 * G_PI * ring);
      guint used = MIN (places, n - at);

      for (guint i = 0; i < used; i++, at++)
        {
          double angle = 2 * G_PI * i / used;
          self->points[order[at]] =
              (RkGraphPoint){ ring * cell * cos (angle), ring * cell * sin (angle) };
        }
    }
  separate (self);
}

/* --- beside what has a place ----------------------------------------------------------------- */

static gboolean
is_free (RkGraphLayout *self, guint node, RkGraphPoint point)
{
  RkGraphPoint before = self->points[node];
  RkGraphBox box;
  gboolean free = TRUE;

  self->points[node] = point;
  box = rk_graph_layout_get_box (self, node);
  self->points[node] = before;
  for (guint i = 0; free && i < rk_graph_get_n_nodes (self->graph); i++)
    {
      RkGraphBox other = rk_graph_layout_get_box (self, i);
      double dx, dy;

      free = i == node || !rk_graph_layout_is_placed (self, i) ||
             get_overlap (&box, &other, &dx, &dy) <= 0;
    }
  return free;
}

/* The middle of the neighbours that have a place; of everything when none has. */
static RkGraphPoint
find_start (RkGraphLayout *self, guint node)
{
  const GArray *edges = rk_graph_get_node (self->graph, node)->edges;
  RkGraphBox bounds = rk_graph_layout_get_bounds (self);
  RkGraphPoint sum = { 0, 0 };
  guint n = 0;

  for (guint i = 0; i < edges->len; i++)
    {
      const RkGraphEdge *edge = rk_graph_get_edge (self->graph, g_array_index (edges, guint, i));
      guint other = edge->source == node ? edge->target : edge->source;

      if (!rk_graph_layout_is_placed (self, other))
        continue;
      sum.x += self->points[other].x;
      sum.y += self->points[other].y;
      n++;
    }
  if (n == 0)
    return (RkGraphPoint){ bounds.x + bounds.width / 2, bounds.y + bounds.height };
  return (RkGraphPoint){ sum.x / n, sum.y / n };
}

/* The free place nearest to @start, looked for on widening rings. There always is one: a ring
 * beyond everything is empty. */
static RkGraphPoint
find_free_place (RkGraphLayout *self, guint node, RkGraphPoint start)
{
  if (is_free (self, node, start))
    return start;
  for (guint ring = 1;; ring++)
    for (guint i = 0; i < 8 * ring; i++)
      {
        double angle = 2 * G_PI * i / (8 * ring);
        RkGraphPoint point = { round (start.x + ring * 60 * cos (angle)),
                               round (start.y + ring * 40 * sin (angle)) };

        if (is_free (self, node, point))
          return point;
      }
}

/* --- arranging ------------------------------------------------------------------------------- */

static void
move_to_origin (RkGraphLayout *self)
{
  RkGraphBox bounds = rk_graph_layout_get_bounds (self);

  for (guint i = 0; i < rk_graph_get_n_nodes (self->graph); i++)
    {
      self->points[i].x = round (self->points[i].x - bounds.x);
      self->points[i].y = round (self->points[i].y - bounds.y);
    }
}

static gboolean
arrange_all (RkGraphLayout *self, guint seed, GCancellable *cancellable, GError **error)
{
  guint n = rk_graph_get_n_nodes (self->graph);
  g_autofree RkGraphPoint *points = g_new (RkGraphPoint, n + 1);
  g_autoptr (GError) failure = NULL;

  self->by_graphviz = rk_layout_process_run (self, seed, points, cancellable, &failure);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->by_graphviz)
    {
      memcpy (self->points, points, n * sizeof (RkGraphPoint));
      self->by_graphviz = separate (self);
    }
  else
    g_info ("Arranging without Graphviz: %s", failure->message);
  if (!self->by_graphviz)
    arrange_in_rings (self);
  move_to_origin (self);
  return TRUE;
}

gboolean
rk_graph_layout_arrange (RkGraphLayout *self, guint seed, GCancellable *cancellable, GError **error)
{
  guint n = rk_graph_get_n_nodes (self->graph), n_placed = 0;

  if (n > RK_GRAPH_MAX_NODES)
    {
      g_set_error (error, RK_ERROR, RK_ERROR_TOO_LARGE,
                   ngettext ("The diagram cannot be drawn: it would have more than %d "
                             "application. Choose one application and look at its neighbours.",
                             "The diagram cannot be drawn: it would have more than %d "
                             "applications. Choose one application and look at its neighbours.",
                             RK_GRAPH_MAX_NODES),
                   RK_GRAPH_MAX_NODES);
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    n_placed += rk_graph_layout_is_placed (self, i);
  if (n_placed == 0)
    return n == 0 || arrange_all (self, seed, cancellable, error);
  for (guint i = 0; i < n; i++)
    if (!rk_graph_layout_is_placed (self, i))
      self->points[i] = find_free_place (self, i, find_start (self, i));
  return TRUE;
}

gboolean
rk_graph_layout_was_arranged_by_graphviz (RkGraphLayout *self)
{
  return self->by_graphviz;
}

typedef struct
{
  RkGraphLayout *layout;
  guint seed;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  rk_graph_layout_unref (job->layout);
  g_free (job);
}

static void
arrange_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (rk_graph_layout_arrange (job->layout, job->seed, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
rk_graph_layout_arrange_async (RkGraphLayout *self, guint seed, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->layout = rk_graph_layout_ref (self);
  job->seed = seed;
  g_task_set_source_tag (task, rk_graph_layout_arrange_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, arrange_thread);
}

gboolean
rk_graph_layout_arrange_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- JSON ------------------------------------------------------------------------------------ */

static void
add_point (JsonBuilder *builder, const char *id, const RkGraphPoint *point)
{
  json_builder_set_member_name (builder, id);
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, (gint64) round (point->x));
  json_builder_add_int_value (builder, (gint64) round (point->y));
  json_builder_end_array (builder);
}

char *
rk_graph_layout_to_json (RkGraphLayout *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GList) ids = g_hash_table_get_keys (self->others);

  json_builder_begin_object (builder);
  for (guint i = 0; i < rk_graph_get_n_nodes (self->graph); i++)
    if (rk_graph_layout_is_placed (self, i))
      add_point (builder, rk_graph_get_node (self->graph, i)->id, &self->points[i]);
  ids = g_list_sort (ids, (GCompareFunc) strcmp);
  for (GList *l = ids; l != NULL; l = l->next)
    add_point (builder, l->data, g_hash_table_lookup (self->others, l->data));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static gboolean
read_point (JsonNode *node, RkGraphPoint *point)
{
  JsonArray *pair =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (pair == NULL || json_array_get_length (pair) != 2 ||
      !JSON_NODE_HOLDS_VALUE (json_array_get_element (pair, 0)) ||
      !JSON_NODE_HOLDS_VALUE (json_array_get_element (pair, 1)))
    return FALSE;
  point->x = json_array_get_double_element (pair, 0);
  point->y = json_array_get_double_element (pair, 1);
  return fabs (point->x) < FARTHEST && fabs (point->y) < FARTHEST;
}

gboolean
rk_graph_layout_read_json (RkGraphLayout *self, const char *json)
{
  g_autoptr (JsonNode) root = json != NULL ? rk_json_parse (json, strlen (json), NULL) : NULL;
  JsonObjectIter iter;
  const char *id;
  JsonNode *value;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &id, &value))
    {
      int node = rk_graph_find_node (self->graph, id);
      RkGraphPoint point;

      if (!read_point (value, &point))
        continue;
      if (node >= 0)
        self->points[node] = point;
      else
        g_hash_table_insert (self->others, g_strdup (id),
                             g_memdup2 (&point, sizeof (RkGraphPoint)));
    }
  return TRUE;
}
