/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-graph.h"

#include "rk-portfolio-kinds.h"

#include <glib/gi18n-lib.h>

struct _RkGraph
{
  GPtrArray *nodes;  /* RkGraphNode */
  GPtrArray *edges;  /* RkGraphEdge */
  GHashTable *by_id; /* id → index + 1 */
  guint n_incomplete, n_retired;
};

static void
node_free (gpointer data)
{
  RkGraphNode *node = data;

  g_free (node->id);
  g_free (node->name);
  g_free (node->caption);
  g_array_unref (node->edges);
  g_free (node);
}

static void
edge_free (gpointer data)
{
  RkGraphEdge *edge = data;

  g_free (edge->id);
  g_free (edge->label);
  g_free (edge);
}

RkGraph *
rk_graph_new (void)
{
  RkGraph *self = g_atomic_rc_box_new0 (RkGraph);

  self->nodes = g_ptr_array_new_with_free_func (node_free);
  self->edges = g_ptr_array_new_with_free_func (edge_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

static void
clear (RkGraph *self)
{
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->edges);
  g_ptr_array_unref (self->nodes);
}

RkGraph *
rk_graph_ref (RkGraph *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
rk_graph_unref (RkGraph *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

guint
rk_graph_add_node (RkGraph *self, const char *id, const char *name, const char *caption,
                   gboolean outside)
{
  int known = rk_graph_find_node (self, id);
  RkGraphNode *node;

  if (known >= 0)
    return (guint) known;
  node = g_new0 (RkGraphNode, 1);
  node->id = g_strdup (id);
  node->name = g_strdup (name);
  node->caption = g_strdup (caption);
  node->outside = outside;
  node->edges = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->nodes, node);
  g_hash_table_insert (self->by_id, node->id, GUINT_TO_POINTER (self->nodes->len));
  return self->nodes->len - 1;
}

char *
rk_graph_dup_outside_id (const char *name)
{
  g_autofree char *plain = g_strstrip (g_strdup (name));
  g_autofree char *folded = g_utf8_casefold (plain, -1);

  return g_strconcat ("outside:", folded, NULL);
}

guint
rk_graph_add_outside (RkGraph *self, const char *name)
{
  g_autofree char *plain = g_strstrip (g_strdup (name));
  g_autofree char *id = rk_graph_dup_outside_id (name);

  return rk_graph_add_node (self, id, plain, NULL, TRUE);
}

void
rk_graph_add_edge (RkGraph *self, const char *id, guint source, guint target,
                   RkGraphDirection direction, RkLandInterfaceType type, const char *label)
{
  RkGraphEdge *edge;
  guint index = self->edges->len;

  g_return_if_fail (source < self->nodes->len && target < self->nodes->len);
  edge = g_new0 (RkGraphEdge, 1);
  edge->id = g_strdup (id);
  edge->source = source;
  edge->target = target;
  edge->direction = direction;
  edge->type = type;
  edge->label = g_strdup (label);
  g_ptr_array_add (self->edges, edge);
  g_array_append_val (((RkGraphNode *) g_ptr_array_index (self->nodes, source))->edges, index);
  if (target != source)
    g_array_append_val (((RkGraphNode *) g_ptr_array_index (self->nodes, target))->edges, index);
}

guint
rk_graph_get_n_nodes (RkGraph *self)
{
  return self->nodes->len;
}

guint
rk_graph_get_n_edges (RkGraph *self)
{
  return self->edges->len;
}

const RkGraphNode *
rk_graph_get_node (RkGraph *self, guint node)
{
  g_return_val_if_fail (node < self->nodes->len, NULL);
  return g_ptr_array_index (self->nodes, node);
}

const RkGraphEdge *
rk_graph_get_edge (RkGraph *self, guint edge)
{
  g_return_val_if_fail (edge < self->edges->len, NULL);
  return g_ptr_array_index (self->edges, edge);
}

guint
rk_graph_get_degree (RkGraph *self, guint node)
{
  return rk_graph_get_node (self, node)->edges->len;
}

int
rk_graph_find_node (RkGraph *self, const char *id)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id)) - 1;
}

guint
rk_graph_get_n_incomplete (RkGraph *self)
{
  return self->n_incomplete;
}

guint
rk_graph_get_n_retired (RkGraph *self)
{
  return self->n_retired;
}

guint
rk_graph_count_type (RkGraph *self, RkLandInterfaceType type)
{
  guint n = 0;

  for (guint i = 0; i < self->edges->len; i++)
    n += rk_graph_get_edge (self, i)->type == type;
  return n;
}

/* --- from the landscape ---------------------------------------------------------------------- */

/* Index of the node at one end. */
static guint
add_end (RkGraph *self, const RkLandApplication *application, const char *name)
{
  if (application == NULL)
    return rk_graph_add_outside (self, name);
  return rk_graph_add_node (self, application->id, application->name,
                            application->supplier != NULL ? application->supplier->name : NULL,
                            FALSE);
}

static const char *
get_transport_label (const char *transport)
{
  const RkKind *kind = &rk_kind_interface;
  const RkEnumValue *value = kind->fields[rk_kind_find_field (kind, "transport")].values;

  for (; transport != NULL && value->value != NULL; value++)
    if (g_str_equal (value->value, transport))
      return _ (value->label);
  return NULL;
}

static void
append_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  g_string_append (text, text->len > 0 ? ", " : "");
  g_string_append (text, part);
}

/* How and what, as far as it is known: "file transfer, addresses"; (nullable). */
static char *
dup_label (const RkLandInterface *interface)
{
  GString *text = g_string_new (NULL);

  append_part (text, get_transport_label (interface->transport));
  if (text->len > 0)
    *text->str = g_ascii_tolower (*text->str);
  append_part (text, interface->frequency);
  append_part (text, interface->data);
  return g_string_free (text, text->len == 0);
}

static void
add_interface (RkGraph *self, const RkLandInterface *interface)
{
  g_autofree char *label = NULL;
  guint from, to;

  if (interface->status == RK_LIFECYCLE_RETIRED)
    {
      self->n_retired++;
      return;
    }
  if ((interface->source == NULL && interface->source_name == NULL) ||
      (interface->target == NULL && interface->target_name == NULL))
    {
      self->n_incomplete++;
      return;
    }
  from = add_end (self, interface->source, interface->source_name);
  to = add_end (self, interface->target, interface->target_name);
  label = dup_label (interface);
  rk_graph_add_edge (self, interface->id, from, to, rk_graph_direction_parse (interface->direction),
                     interface->type, label);
}

/* --- part of it ------------------------------------------------------------------------------ */

/* A copy with the nodes @order of it, in that order, and the edges between them. */
static RkGraph *
copy_nodes (RkGraph *self, const guint *order, guint n)
{
  RkGraph *copy = rk_graph_new ();
  g_autofree gboolean *chosen = g_new0 (gboolean, self->nodes->len + 1);

  copy->n_incomplete = self->n_incomplete;
  copy->n_retired = self->n_retired;
  for (guint i = 0; i < n; i++)
    {
      const RkGraphNode *node = rk_graph_get_node (self, order[i]);
      chosen[order[i]] = TRUE;
      rk_graph_add_node (copy, node->id, node->name, node->caption, node->outside);
    }
  for (guint i = 0; i < self->edges->len; i++)
    {
      const RkGraphEdge *edge = rk_graph_get_edge (self, i);
      const char *source = rk_graph_get_node (self, edge->source)->id;
      const char *target = rk_graph_get_node (self, edge->target)->id;

      if (chosen[edge->source] && chosen[edge->target])
        rk_graph_add_edge (copy, edge->id, (guint) rk_graph_find_node (copy, source),
                           (guint) rk_graph_find_node (copy, target), edge->direction, edge->type,
                           edge->label);
    }
  return copy;
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  RkGraph *self = data;
  const RkGraphNode *x = rk_graph_get_node (self, *(const guint *) a);
  const RkGraphNode *y = rk_graph_get_node (self, *(const guint *) b);
  g_autofree char *folded_x = g_utf8_casefold (x->name, -1);
  g_autofree char *folded_y = g_utf8_casefold (y->name, -1);
  int order = strcmp (folded_x, folded_y);

  return order != 0 ? order : strcmp (x->id, y->id);
}

RkGraph *
rk_graph_new_for_landscape (RkLandscape *landscape)
{
  g_autoptr (RkGraph) raw = rk_graph_new ();
  g_autofree guint *order = NULL;
  guint n;

  for (guint i = 0; i < landscape->interfaces->len; i++)
    add_interface (raw, g_ptr_array_index (landscape->interfaces, i));
  n = raw->nodes->len;
  order = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof (guint), compare_names, raw);
  return copy_nodes (raw, order, n);
}

RkGraph *
rk_graph_neighbourhood (RkGraph *self, guint node, guint hops)
{
  g_autofree guint *distance = NULL, *order = NULL;
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = 0;

  g_return_val_if_fail (node < self->nodes->len, NULL);
  distance = g_new0 (guint, self->nodes->len); /* plus one; 0 is "not reached" */
  distance[node] = 1;
  g_array_append_val (queue, node);
  for (guint at = 0; at < queue->len; at++)
    {
      guint here = g_array_index (queue, guint, at);
      const GArray *edges = rk_graph_get_node (self, here)->edges;

      for (guint i = 0; distance[here] <= hops && i < edges->len; i++)
        {
          const RkGraphEdge *edge = rk_graph_get_edge (self, g_array_index (edges, guint, i));
          guint next = edge->source == here ? edge->target : edge->source;

          if (distance[next] != 0)
            continue;
          distance[next] = distance[here] + 1;
          g_array_append_val (queue, next);
        }
    }
  order = g_new (guint, self->nodes->len);
  for (guint i = 0; i < self->nodes->len; i++)
    if (distance[i] != 0)
      order[n++] = i;
  return copy_nodes (self, order, n);
}

/* --- words ----------------------------------------------------------------------------------- */

const char *
rk_graph_type_get_word (RkLandInterfaceType type)
{
  switch (type)
    {
    case RK_LAND_INTERFACE_STANDARD: return C_ ("interface", "standard");
    case RK_LAND_INTERFACE_CUSTOM: return C_ ("interface", "custom");
    case RK_LAND_INTERFACE_UNKNOWN:
    default: return C_ ("interface", "unknown");
    }
}

const char *
rk_graph_type_get_letter (RkLandInterfaceType type)
{
  switch (type)
    {
    /* Translators: the letter of an interface that follows a standard */
    case RK_LAND_INTERFACE_STANDARD: return C_ ("interface", "S");
    /* Translators: the letter of an interface that was custom made */
    case RK_LAND_INTERFACE_CUSTOM: return C_ ("interface", "C");
    case RK_LAND_INTERFACE_UNKNOWN:
    default: return "?";
    }
}

const char *
rk_graph_direction_get_arrow (RkGraphDirection direction)
{
  switch (direction)
    {
    case RK_GRAPH_FORWARD: return "→";
    case RK_GRAPH_BACKWARD: return "←";
    case RK_GRAPH_BOTH: return "↔";
    case RK_GRAPH_UNDIRECTED:
    default: return "–";
    }
}

RkGraphDirection
rk_graph_direction_parse (const char *value)
{
  if (g_strcmp0 (value, "forward") == 0)
    return RK_GRAPH_FORWARD;
  if (g_strcmp0 (value, "backward") == 0)
    return RK_GRAPH_BACKWARD;
  if (g_strcmp0 (value, "both") == 0)
    return RK_GRAPH_BOTH;
  return RK_GRAPH_UNDIRECTED;
}

char *
rk_graph_dup_edge_words (RkGraph *self, guint edge)
{
  const RkGraphEdge *e = rk_graph_get_edge (self, edge);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s %s: %s", rk_graph_get_node (self, e->source)->name,
                          rk_graph_direction_get_arrow (e->direction),
                          rk_graph_get_node (self, e->target)->name,
                          rk_graph_type_get_word (e->type));
  append_part (text, e->label);
  return g_string_free (text, FALSE);
}
