/* SPDX-License-Identifier: EUPL-1.2 */
/* The drawing of a graph: for the screen, and as SVG, PDF and PNG.
 *
 * How an interface is made is told by the line: solid follows a standard, dashed is custom, dotted
 * is unknown. Everything is vector; the same lines of text stand on screen and in files. Belongs to
 * the thread that made it. */
#pragma once

#include "rk-colour.h"
#include "rk-graph-layout.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _RkGraphDrawing RkGraphDrawing;

/* What is pointed out; -1 is nothing. */
typedef struct
{
  RkPalette palette;
  double scale;  /* pixels to a unit: text that could not be read is left away */
  int node;      /* its edges are thick */
  int edge;      /* thick, with its label */
  gboolean ring; /* the node or the edge has the focus of the keyboard */
  int centre;    /* the node that the neighbourhood is of */
} RkGraphState;

/* Shows @layout as it is at the time of drawing. */
RkGraphDrawing *rk_graph_drawing_new (RkGraphLayout *layout);
void rk_graph_drawing_free (RkGraphDrawing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkGraphDrawing, rk_graph_drawing_free)

RkGraphLayout *rk_graph_drawing_get_layout (RkGraphDrawing *self);
/* Draws what the clip of @cr lets through. */
void rk_graph_drawing_draw (RkGraphDrawing *self, cairo_t *cr, const RkGraphState *state);
/* The uppermost node at a point, or -1. */
int rk_graph_drawing_find_node (RkGraphDrawing *self, double x, double y);
/* The nearest edge at most @distance away, or -1. */
int rk_graph_drawing_find_edge (RkGraphDrawing *self, double x, double y, double distance);

/* The dashes of a line: how many numbers, at @dashes. */
int rk_graph_get_dashes (RkLandInterfaceType type, const double **dashes);
RkColour rk_graph_get_colour (RkLandInterfaceType type);

typedef enum
{
  RK_GRAPH_SVG,
  RK_GRAPH_PDF,
  RK_GRAPH_PNG
} RkGraphFormat;

/* The whole drawing in the colours for print, @title as its title, with a legend. (transfer full).
 * Errors: RK_ERROR_FAILED, RK_ERROR_TOO_LARGE for a picture of more than 64 million points. */
GBytes *rk_graph_drawing_export (RkGraphDrawing *self, RkGraphFormat format, const char *title,
                                 GError **error);

G_END_DECLS
