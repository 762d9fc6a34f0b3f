/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-network.h"

struct _RkNetwork
{
  GPtrArray *neighbours; /* of GArray of guint */
  GHashTable *edges;     /* set of from * n + to */
};

RkNetwork *
rk_network_new (guint n_nodes)
{
  RkNetwork *self = g_new0 (RkNetwork, 1);

  self->neighbours = g_ptr_array_new_full (n_nodes, (GDestroyNotify) g_array_unref);
  self->edges = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < n_nodes; i++)
    g_ptr_array_add (self->neighbours, g_array_new (FALSE, FALSE, sizeof (guint)));
  return self;
}

void
rk_network_free (RkNetwork *self)
{
  g_ptr_array_unref (self->neighbours);
  g_hash_table_unref (self->edges);
  g_free (self);
}

gboolean
rk_network_add_edge (RkNetwork *self, guint from, guint to)
{
  gint64 *key;

  g_return_val_if_fail (from < self->neighbours->len && to < self->neighbours->len, FALSE);

  if (from == to)
    return FALSE;
  key = g_new (gint64, 1);
  *key = (gint64) from * self->neighbours->len + to;
  if (!g_hash_table_add (self->edges, key))
    return FALSE;
  g_array_append_val (rk_network_get_neighbours (self, from), to);
  return TRUE;
}

guint
rk_network_get_n_nodes (RkNetwork *self)
{
  return self->neighbours->len;
}

GArray *
rk_network_get_neighbours (RkNetwork *self, guint node)
{
  return g_ptr_array_index (self->neighbours, node);
}

/* --- betweenness ----------------------------------------------------------------------------- */

/* What a search from one node finds. */
typedef struct
{
  guint *order; /* nodes, nearest first */
  guint n_order;
  int *distance; /* -1: not reached */
  double *paths; /* number of shortest paths */
  double *share; /* of what depends on the node */
} Search;

static void
search_from (RkNetwork *self, Search *search, guint source)
{
  guint n = self->neighbours->len;

  for (guint i = 0; i < n; i++)
    {
      search->distance[i] = -1;
      search->paths[i] = search->share[i] = 0;
    }
  search->distance[source] = 0;
  search->paths[source] = 1;
  search->order[0] = source;
  search->n_order = 1;
  for (guint head = 0; head < search->n_order; head++)
    {
      guint node = search->order[head];
      GArray *neighbours = rk_network_get_neighbours (self, node);

      for (guint i = 0; i < neighbours->len; i++)
        {
          guint next = g_array_index (neighbours, guint, i);

          if (search->distance[next] < 0)
            {
              search->distance[next] = search->distance[node] + 1;
              search->order[search->n_order++] = next;
            }
          if (search->distance[next] == search->distance[node] + 1)
            search->paths[next] += search->paths[node];
        }
    }
}

/* From the farthest back: a node answers for the share of each node behind it. */
static void
add_shares (RkNetwork *self, Search *search, guint source, double *betweenness)
{
  for (guint i = search->n_order; i-- > 0;)
    {
      guint node = search->order[i];
      GArray *neighbours = rk_network_get_neighbours (self, node);

      for (guint j = 0; j < neighbours->len; j++)
        {
          guint next = g_array_index (neighbours, guint, j);

          if (search->distance[next] == search->distance[node] + 1)
            search->share[node] +=
                search->paths[node] / search->paths[next] * (1 + search->share[next]);
        }
      if (node != source)
        betweenness[node] += search->share[node];
    }
}

double *
rk_network_betweenness (RkNetwork *self)
{
  guint n = self->neighbours->len;
  double *betweenness = g_new0 (double, n + 1);
  g_autofree guint *order = g_new (guint, n + 1);
  g_autofree int *distance = g_new (int, n + 1);
  g_autofree double *paths = g_new (double, n + 1), *share = g_new (double, n + 1);
  Search search = { order, 0, distance, paths, share };

  for (guint source = 0; source < n; source++)
    {
      search_from (self, &search, source);
      add_shares (self, &search, source, betweenness);
    }
  return betweenness;
}

/* --- articulation points --------------------------------------------------------------------- */

/* A step of the depth-first search, kept on the heap: a chain of thousands must not fill the stack.
 */
typedef struct
{
  guint node;
  guint parent; /* n: none */
  guint next;   /* which neighbour comes */
} Step;

typedef struct
{
  guint *found; /* when each node was found, 0: not yet */
  guint *low;   /* the earliest that can be reached from below it */
  guint time;
  GArray *stack;
} Depth;

static void
enter (Depth *depth, guint node, guint parent)
{
  Step step = { node, parent, 0 };

  depth->found[node] = depth->low[node] = ++depth->time;
  g_array_append_val (depth->stack, step);
}

/* Goes one step on. Leaving a child that cannot get above its parent makes that parent one. */
static void
advance (RkNetwork *self, Depth *depth, guint root, guint *root_children, gboolean *points)
{
  Step *step = &g_array_index (depth->stack, Step, depth->stack->len - 1);
  GArray *neighbours = rk_network_get_neighbours (self, step->node);
  guint node = step->node, parent = step->parent;

  if (step->next < neighbours->len)
    {
      guint next = g_array_index (neighbours, guint, step->next++);

      if (depth->found[next] == 0)
        enter (depth, next, node);
      else if (next != parent)
        depth->low[node] = MIN (depth->low[node], depth->found[next]);
      return;
    }
  g_array_set_size (depth->stack, depth->stack->len - 1);
  if (depth->stack->len == 0)
    return;
  depth->low[parent] = MIN (depth->low[parent], depth->low[node]);
  if (parent == root)
    (*root_children)++;
  else if (depth->low[node] >= depth->found[parent])
    points[parent] = TRUE;
}

gboolean *
rk_network_articulation_points (RkNetwork *self)
{
  guint n = self->neighbours->len;
  gboolean *points = g_new0 (gboolean, n + 1);
  g_autofree guint *found = g_new0 (guint, n + 1), *low = g_new0 (guint, n + 1);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Step));
  Depth depth = { found, low, 0, stack };

  for (guint root = 0; root < n; root++)
    {
      guint children = 0;

      if (found[root] != 0)
        continue;
      enter (&depth, root, n);
      while (stack->len > 0)
        advance (self, &depth, root, &children, points);
      if (children > 1)
        points[root] = TRUE;
    }
  return points;
}

/* --- reach ----------------------------------------------------------------------------------- */

GArray *
rk_network_reach (RkNetwork *self, guint from, guint hops)
{
  GArray *reached = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *seen = g_new0 (gboolean, self->neighbours->len + 1);
  guint begin = 0;

  g_return_val_if_fail (from < self->neighbours->len, reached);

  seen[from] = TRUE;
  g_array_append_val (reached, from);
  for (guint hop = 0; hop < hops; hop++)
    {
      guint end = reached->len;

      for (; begin < end; begin++)
        {
          GArray *neighbours =
              rk_network_get_neighbours (self, g_array_index (reached, guint, begin));

          for (guint i = 0; i < neighbours->len; i++)
            {
              guint next = g_array_index (neighbours, guint, i);

              if (!seen[next])
                {
                  seen[next] = TRUE;
                  g_array_append_val (reached, next);
                }
            }
        }
    }
  g_array_remove_index (reached, 0);
  return reached;
}
