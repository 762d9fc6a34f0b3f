/* SPDX-License-Identifier: EUPL-1.2 */
/* A diagram of interfaces that was kept: around what, how far, and where everything stands in it.
 * Places belong to the diagram: the same application may stand elsewhere in another one. */
#pragma once

#include "rk-graph-layout.h"

G_BEGIN_DECLS

/* What part of the graph one looks at. */
typedef struct
{
  char *centre; /* (nullable): id of a node; NULL: everything */
  guint hops;
} RkDiagramScope;

void rk_diagram_scope_clear (RkDiagramScope *scope);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RkDiagramScope, rk_diagram_scope_clear)

/* Keeps a new diagram: its id (transfer full), NULL: an error. */
char *rk_diagram_keep (RkStore *store, const char *name, const RkDiagramScope *scope,
                       RkGraphLayout *layout, GError **error);
/* Keeps where everything stands now. */
gboolean rk_diagram_place (RkStore *store, const char *id, RkGraphLayout *layout, GError **error);
/* @scope receives what it is about; cleared by the caller. NULL: there is no such diagram. */
RkRecord *rk_diagram_read (RkStore *store, const char *id, RkDiagramScope *scope);
/* Gives the nodes of @layout the places that the diagram keeps. */
void rk_diagram_restore (RkRecord *diagram, RkGraphLayout *layout);
/* As one step that can be undone. */
gboolean rk_diagram_remove (RkStore *store, const char *id, GError **error);

G_END_DECLS
