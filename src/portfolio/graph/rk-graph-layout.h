/* SPDX-License-Identifier: EUPL-1.2 */
/* Where the nodes of a graph stand.
 *
 * Graphviz does the arranging, in a process of its own (rk-layout): its state is global, a graph
 * may be slow and a defect in it must not take the window along. Only numbers go over, and the seed
 * is fixed, so that the same graph is always arranged the same way. When that process is not there
 * or fails, a plain arrangement of our own takes its place. Sizes do not depend on fonts. */
#pragma once

#include "rk-graph.h"

G_BEGIN_DECLS

/* Centre of a node; NAN as long as it has no place. */
typedef struct
{
  double x, y;
} RkGraphPoint;

typedef struct
{
  double x, y, width, height;
} RkGraphBox;

typedef struct _RkGraphLayout RkGraphLayout;

/* Free space around the whole, and between two nodes. */
#define RK_GRAPH_MARGIN 36
#define RK_GRAPH_GAP 24
/* The seed that screen, exports and command line share. */
#define RK_GRAPH_SEED 7
/* More than this is not arranged: nobody could read it. */
#define RK_GRAPH_MAX_NODES 2000

/* No node has a place yet. */
RkGraphLayout *rk_graph_layout_new (RkGraph *graph);
RkGraphLayout *rk_graph_layout_ref (RkGraphLayout *self);
void rk_graph_layout_unref (RkGraphLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkGraphLayout, rk_graph_layout_unref)

RkGraph *rk_graph_layout_get_graph (RkGraphLayout *self);
RkGraphPoint rk_graph_layout_get_point (RkGraphLayout *self, guint node);
void rk_graph_layout_set_point (RkGraphLayout *self, guint node, RkGraphPoint point);
gboolean rk_graph_layout_is_placed (RkGraphLayout *self, guint node);
/* The box of @node around its place. Boxes grow with the number of links. */
RkGraphBox rk_graph_layout_get_box (RkGraphLayout *self, guint node);
/* How much larger than one without links a node is drawn: 1 to 1.6. */
double rk_graph_node_scale (RkGraph *graph, guint node);
/* What all boxes take, with the margin; begins at 0, 0 after an arrangement. */
RkGraphBox rk_graph_layout_get_bounds (RkGraphLayout *self);

/**
 * rk_graph_layout_arrange:
 * @seed: the same seed gives the same arrangement
 *
 * Gives each node that has no place one: all of them by Graphviz, or, where some have one already,
 * the others beside what they are linked with. May take a while; no two boxes touch afterwards,
 * unless the places that were there did. Errors: G_IO_ERROR_CANCELLED, and RK_ERROR_TOO_LARGE for
 * more than RK_GRAPH_MAX_NODES nodes.
 */
gboolean rk_graph_layout_arrange (RkGraphLayout *self, guint seed, GCancellable *cancellable,
                                  GError **error);
/* The same in a thread; @self must be left alone meanwhile. */
void rk_graph_layout_arrange_async (RkGraphLayout *self, guint seed, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
gboolean rk_graph_layout_arrange_finish (GAsyncResult *result, GError **error);
/* Whether the last arrangement was Graphviz's; FALSE: our own. */
gboolean rk_graph_layout_was_arranged_by_graphviz (RkGraphLayout *self);

/* Places as the JSON object {"id": [x, y]} that a diagram keeps. What was read of nodes that are
 * not in this graph is written again: an application that is away for a while keeps its place. */
char *rk_graph_layout_to_json (RkGraphLayout *self);
/* Takes the places of the nodes that it names. FALSE: not such an object; nothing changes. */
gboolean rk_graph_layout_read_json (RkGraphLayout *self, const char *json);

G_END_DECLS
