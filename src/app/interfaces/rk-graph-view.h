/* SPDX-License-Identifier: EUPL-1.2 */
/* The graph of interfaces with what belongs to it: which part of it one looks at, diagrams that
 * were kept, zoom, export, and the legend. */
#pragma once

#include "rk-graph.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_GRAPH_VIEW (rk_graph_view_get_type ())
G_DECLARE_FINAL_TYPE (RkGraphView, rk_graph_view, RK, GRAPH_VIEW, GtkWidget)

GtkWidget *rk_graph_view_new (RkStore *store);
/* Shows @graph, after a change too: what has a place keeps it. */
void rk_graph_view_set_graph (RkGraphView *self, RkGraph *graph);
/* Shows the neighbours of an application or party outside, by the id of its node. */
void rk_graph_view_look_around (RkGraphView *self, const char *id);
/* Puts the focus where one chooses what to look at. */
void rk_graph_view_find (RkGraphView *self);

G_END_DECLS
