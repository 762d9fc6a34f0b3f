/* SPDX-License-Identifier: EUPL-1.2 */
/* Which applications exchange data, and with whom outside, as a graph.
 *
 * Nodes are applications that have an interface, and the parties outside that one names; edges are
 * interfaces. Nodes stand in the order of their names, so that the same landscape gives the same
 * drawing on every computer. */
#pragma once

#include "rk-landscape.h"

G_BEGIN_DECLS

typedef enum
{
  RK_GRAPH_FORWARD,
  RK_GRAPH_BACKWARD,
  RK_GRAPH_BOTH,
  RK_GRAPH_UNDIRECTED /* not known */
} RkGraphDirection;

typedef struct
{
  char *id; /* of the application; "outside:NAME" for a party outside */
  char *name;
  char *caption; /* (nullable): the supplier */
  gboolean outside;
  GArray *edges; /* (element-type guint): the edges that touch it */
} RkGraphNode;

typedef struct
{
  char *id; /* of the interface */
  guint source, target;
  RkGraphDirection direction;
  RkLandInterfaceType type;
  char *label; /* (nullable): what goes over it, and how */
} RkGraphEdge;

#define RK_GRAPH_N_TYPES 3 /* of RkLandInterfaceType */

typedef struct _RkGraph RkGraph;

/* The interfaces of @landscape that are not retired on its date: (transfer full). */
RkGraph *rk_graph_new_for_landscape (RkLandscape *landscape);
/* A graph to fill by hand: (transfer full). */
RkGraph *rk_graph_new (void);
RkGraph *rk_graph_ref (RkGraph *self);
void rk_graph_unref (RkGraph *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkGraph, rk_graph_unref)

/* The index of the node; the same one when there is one with this id already. */
guint rk_graph_add_node (RkGraph *self, const char *id, const char *name, const char *caption,
                         gboolean outside);
/* A party outside; names that differ in case or blanks only are the same party. */
guint rk_graph_add_outside (RkGraph *self, const char *name);
/* The id of the node of a party outside with this name: (transfer full). */
char *rk_graph_dup_outside_id (const char *name);
void rk_graph_add_edge (RkGraph *self, const char *id, guint source, guint target,
                        RkGraphDirection direction, RkLandInterfaceType type, const char *label);

guint rk_graph_get_n_nodes (RkGraph *self);
guint rk_graph_get_n_edges (RkGraph *self);
const RkGraphNode *rk_graph_get_node (RkGraph *self, guint node);
const RkGraphEdge *rk_graph_get_edge (RkGraph *self, guint edge);
/* The number of interfaces that touch @node. */
guint rk_graph_get_degree (RkGraph *self, guint node);
/* -1 when there is no such node. */
int rk_graph_find_node (RkGraph *self, const char *id);
/* Interfaces that miss an end, and so stand nowhere in the graph. */
guint rk_graph_get_n_incomplete (RkGraph *self);
/* Interfaces that are no longer in use, and so were left out. */
guint rk_graph_get_n_retired (RkGraph *self);
/* Edges of one type. */
guint rk_graph_count_type (RkGraph *self, RkLandInterfaceType type);

/* What is at most @hops steps from @node, with all edges between: (transfer full). */
RkGraph *rk_graph_neighbourhood (RkGraph *self, guint node, guint hops);

/* "BurgerPunt → Geo-Atlas: custom, file every night": (transfer full). */
char *rk_graph_dup_edge_words (RkGraph *self, guint edge);
/* "standard", "custom", "unknown", translated. */
const char *rk_graph_type_get_word (RkLandInterfaceType type);
/* "S", "M", "?": (C_) the letter of the type. */
const char *rk_graph_type_get_letter (RkLandInterfaceType type);
/* "→", "←", "↔", "–". */
const char *rk_graph_direction_get_arrow (RkGraphDirection direction);
/* From the value of the field "direction" of an interface. */
RkGraphDirection rk_graph_direction_parse (const char *value);

G_END_DECLS
