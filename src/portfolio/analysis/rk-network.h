/* SPDX-License-Identifier: EUPL-1.2 */
/* Measures of a graph of which the nodes are 0 to n - 1. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A graph with each edge once per direction: from one node to its neighbours. */
typedef struct _RkNetwork RkNetwork;

RkNetwork *rk_network_new (guint n_nodes);
void rk_network_free (RkNetwork *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkNetwork, rk_network_free)
/* An edge that is there already, or from a node to itself, is not added: FALSE. */
gboolean rk_network_add_edge (RkNetwork *self, guint from, guint to);
guint rk_network_get_n_nodes (RkNetwork *self);
/* (element-type guint): (transfer none). */
GArray *rk_network_get_neighbours (RkNetwork *self, guint node);

/* Betweenness of each node by the algorithm of Brandes: over all ordered pairs of other nodes, the
 * share of the shortest paths that pass through it. In a graph with each edge both ways, halve it
 * for pairs without order. (transfer full) */
double *rk_network_betweenness (RkNetwork *self);
/* For a graph with each edge both ways: whether it falls apart without the node. (transfer full) */
gboolean *rk_network_articulation_points (RkNetwork *self);
/* The nodes that can be reached from @from in at most @hops steps, without itself, nearest first:
 * (transfer full) (element-type guint). */
GArray *rk_network_reach (RkNetwork *self, guint from, guint hops);

G_END_DECLS
