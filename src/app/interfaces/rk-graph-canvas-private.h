/* SPDX-License-Identifier: EUPL-1.2 */
/* What the files of the canvas share. */
#pragma once

#include "rk-graph-canvas.h"
#include "rk-viewport.h"

G_BEGIN_DECLS

/* Air around a node that is brought into view, and past the edge of the drawing. */
#define RK_GRAPH_AIR 24

struct _RkGraphCanvas
{
  GtkWidget parent_instance;
  RkGraphDrawing *drawing; /* (nullable) */
  char *summary;           /* (nullable) */
  RkViewport view;
  gboolean begun;  /* it was looked at since it came */
  gboolean fitted; /* the whole drawing, also after a resize */
  int centre;      /* -1: none */
  int node;        /* where one stands; -1: nowhere */
  int edge;        /* that one followed, or points at; -1: none */
  double pointer_x, pointer_y;
  RkViewport start;       /* of a drag or a pinch */
  int dragged;            /* node; -1: the drawing itself */
  RkGraphPoint picked_up; /* where it was */
  guint zoom_id;          /* the zoom will be told */
  GtkWidget *menu;        /* (nullable) */
};

RkGraphLayout *rk_graph_canvas_get_layout (RkGraphCanvas *self);
RkGraph *rk_graph_canvas_get_graph (RkGraphCanvas *self);
/* Looks at another part; one does not leave the drawing. */
void rk_graph_canvas_look (RkGraphCanvas *self, RkViewport view);
/* @edge: the one that led there, -1: none. @reveal: brings it into view. */
void rk_graph_canvas_stand_on (RkGraphCanvas *self, int node, int edge, gboolean reveal);
/* Points at an edge, or at none. */
void rk_graph_canvas_point_at (RkGraphCanvas *self, int edge);
void rk_graph_canvas_move_node (RkGraphCanvas *self, guint node, RkGraphPoint point);
void rk_graph_canvas_activate_node (RkGraphCanvas *self, guint node);
void rk_graph_canvas_activate_edge (RkGraphCanvas *self, guint edge);
void rk_graph_canvas_choose_node (RkGraphCanvas *self, guint node);
void rk_graph_canvas_say_placed (RkGraphCanvas *self);
/* The next node in reading order, @by 1 or -1, from -1 the first or last; -1 past the end. */
int rk_graph_canvas_next (RkGraphCanvas *self, int node, int by);

/* Input. */
void rk_graph_canvas_add_controllers (RkGraphCanvas *self);
void rk_graph_canvas_install_input (GtkWidgetClass *klass);
gboolean rk_graph_canvas_move_focus (GtkWidget *widget, GtkDirectionType direction);

G_END_DECLS
