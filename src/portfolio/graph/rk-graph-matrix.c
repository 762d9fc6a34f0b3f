/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-graph-matrix.h"

#include <glib/gi18n-lib.h>

struct _RkGraphMatrix
{
  RkGraph *graph;
  GArray *rows, *columns; /* guint: nodes */
  GHashTable *cells;      /* from << 32 | to → GArray of guint: edges */
};

static gint64
get_key (guint from, guint to)
{
  return (gint64) from << 32 | to;
}

static void
add_cell (RkGraphMatrix *self, guint from, guint to, guint edge)
{
  gint64 key = get_key (from, to);
  GArray *edges = g_hash_table_lookup (self->cells, &key);

  if (edges == NULL)
    {
      edges = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->cells, g_memdup2 (&key, sizeof key), edges);
    }
  g_array_append_val (edges, edge);
}

RkGraphMatrix *
rk_graph_matrix_new (RkGraph *graph)
{
  RkGraphMatrix *self = g_new0 (RkGraphMatrix, 1);
  guint n = rk_graph_get_n_nodes (graph);
  g_autofree gboolean *sends = g_new0 (gboolean, n + 1), *receives = g_new0 (gboolean, n + 1);

  self->graph = rk_graph_ref (graph);
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->cells =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < rk_graph_get_n_edges (graph); i++)
    {
      const RkGraphEdge *edge = rk_graph_get_edge (graph, i);
      gboolean there = edge->direction != RK_GRAPH_BACKWARD;
      gboolean back = edge->direction == RK_GRAPH_BACKWARD || edge->direction == RK_GRAPH_BOTH;

      if (there)
        add_cell (self, edge->source, edge->target, i);
      if (back && (edge->source != edge->target || !there))
        add_cell (self, edge->target, edge->source, i);
      sends[edge->source] |= there;
      sends[edge->target] |= back;
      receives[edge->target] |= there;
      receives[edge->source] |= back;
    }
  for (guint i = 0; i < n; i++)
    {
      if (sends[i])
        g_array_append_val (self->rows, i);
      if (receives[i])
        g_array_append_val (self->columns, i);
    }
  return self;
}

void
rk_graph_matrix_free (RkGraphMatrix *self)
{
  g_hash_table_unref (self->cells);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  rk_graph_unref (self->graph);
  g_free (self);
}

RkGraph *
rk_graph_matrix_get_graph (RkGraphMatrix *self)
{
  return self->graph;
}

guint
rk_graph_matrix_get_n_rows (RkGraphMatrix *self)
{
  return self->rows->len;
}

guint
rk_graph_matrix_get_n_columns (RkGraphMatrix *self)
{
  return self->columns->len;
}

guint
rk_graph_matrix_get_row (RkGraphMatrix *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, 0);
  return g_array_index (self->rows, guint, row);
}

guint
rk_graph_matrix_get_column (RkGraphMatrix *self, guint column)
{
  g_return_val_if_fail (column < self->columns->len, 0);
  return g_array_index (self->columns, guint, column);
}

const GArray *
rk_graph_matrix_get_edges (RkGraphMatrix *self, guint row, guint column)
{
  gint64 key =
      get_key (rk_graph_matrix_get_row (self, row), rk_graph_matrix_get_column (self, column));

  return g_hash_table_lookup (self->cells, &key);
}

gboolean
rk_graph_matrix_get_type (RkGraphMatrix *self, guint row, guint column, RkLandInterfaceType *type)
{
  const GArray *edges = rk_graph_matrix_get_edges (self, row, column);

  *type = RK_LAND_INTERFACE_STANDARD;
  for (guint i = 0; edges != NULL && i < edges->len; i++)
    {
      const RkGraphEdge *edge = rk_graph_get_edge (self->graph, g_array_index (edges, guint, i));

      if (edge->type == RK_LAND_INTERFACE_CUSTOM ||
          (edge->type == RK_LAND_INTERFACE_UNKNOWN && *type == RK_LAND_INTERFACE_STANDARD))
        *type = edge->type;
    }
  return edges != NULL;
}

char *
rk_graph_matrix_dup_words (RkGraphMatrix *self, guint row, guint column)
{
  const GArray *edges = rk_graph_matrix_get_edges (self, row, column);
  const RkGraphNode *from = rk_graph_get_node (self->graph, rk_graph_matrix_get_row (self, row));
  const RkGraphNode *to =
      rk_graph_get_node (self->graph, rk_graph_matrix_get_column (self, column));
  GString *text = g_string_new (NULL);

  if (edges == NULL)
    g_string_append_printf (text, _ ("%s → %s: no interface"), from->name, to->name);
  for (guint i = 0; edges != NULL && i < edges->len; i++)
    {
      g_autofree char *words =
          rk_graph_dup_edge_words (self->graph, g_array_index (edges, guint, i));
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", words);
    }
  return g_string_free (text, FALSE);
}
