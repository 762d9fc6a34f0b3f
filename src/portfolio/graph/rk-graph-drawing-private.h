/* SPDX-License-Identifier: EUPL-1.2 */
/* What the writers of files share with the drawing. */
#pragma once

#include "rk-graph-curve.h"
#include "rk-graph-drawing.h"

G_BEGIN_DECLS

/* Size of the text of a node. */
#define RK_GRAPH_CAPTION_SIZE 12
#define RK_GRAPH_LINE_HEIGHT 1.25
#define RK_GRAPH_RADIUS 8
/* Height of the legend below an exported drawing, and what a row of it begins with. */
#define RK_GRAPH_LEGEND_HEIGHT 48
#define RK_GRAPH_SAMPLE 44

/* The lines that a node shows. */
typedef struct
{
  GStrv name;
  char *caption; /* (nullable) */
  double size;   /* of the name */
} RkGraphWords;

const RkGraphWords *rk_graph_drawing_get_words (RkGraphDrawing *self, guint node);
gboolean rk_graph_drawing_get_curve (RkGraphDrawing *self, guint edge, RkGraphCurve *curve);
/* Corner of the box of a node: a party outside is round. */
double rk_graph_drawing_get_radius (RkGraphDrawing *self, guint node);
/* "custom (12)": a row of the legend. (transfer full) */
char *rk_graph_drawing_dup_legend (RkGraphDrawing *self, RkLandInterfaceType type);
/* Where the row of @type begins, from the left of the drawing. */
double rk_graph_drawing_get_legend_x (RkLandInterfaceType type);
/* How large the whole is, with the legend. */
RkGraphBox rk_graph_drawing_get_page (RkGraphDrawing *self);

/* The drawing as SVG, with an id and a title for each node and edge: (transfer full). */
GBytes *rk_graph_drawing_to_svg (RkGraphDrawing *self, const char *title);

G_END_DECLS
