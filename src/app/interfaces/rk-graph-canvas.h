/* SPDX-License-Identifier: EUPL-1.2 */
/* The graph of interfaces on the screen: zoom, pan, and a node that one walks with over it.
 *
 * One focusable widget whose label says where one stands: Tab goes from node to node in reading
 * order, the arrows follow edges. A node is dragged, or moved with Ctrl and the arrows. */
#pragma once

#include "rk-graph-drawing.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_GRAPH_CANVAS (rk_graph_canvas_get_type ())
G_DECLARE_FINAL_TYPE (RkGraphCanvas, rk_graph_canvas, RK, GRAPH_CANVAS, GtkWidget)

/* Signals: "node-activated" (guint node), "edge-activated" (guint edge): to be opened;
 * "node-chosen" (guint node): its neighbours are to be shown; "placed": a node was moved. Property
 * "zoom" (double, only to be read, notifies): 1 is 100 %. Widget actions graph.zoom-in,
 * graph.zoom-out, graph.zoom-normal and graph.fit. */
GtkWidget *rk_graph_canvas_new (void);
/* @layout: (nullable): all its nodes have a place. @centre: the node that the neighbourhood is of,
 * or -1. One goes on standing on the same application. */
void rk_graph_canvas_set_layout (RkGraphCanvas *self, RkGraphLayout *layout, int centre);
/* (transfer none) (nullable) */
RkGraphDrawing *rk_graph_canvas_get_drawing (RkGraphCanvas *self);
/* The node one stands on, or -1. */
int rk_graph_canvas_get_node (RkGraphCanvas *self);
double rk_graph_canvas_get_zoom (RkGraphCanvas *self);
/* What assistive technology says before the focus is on a node. */
void rk_graph_canvas_set_summary (RkGraphCanvas *self, const char *summary);

G_END_DECLS
