/* SPDX-License-Identifier: EUPL-1.2 */
/* Who sends data to whom, as a table: a row for each node that sends, a column for each that
 * receives, both in the order of their names. An interface that goes both ways stands twice. */
#pragma once

#include "rk-graph.h"

G_BEGIN_DECLS

typedef struct _RkGraphMatrix RkGraphMatrix;

RkGraphMatrix *rk_graph_matrix_new (RkGraph *graph);
void rk_graph_matrix_free (RkGraphMatrix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkGraphMatrix, rk_graph_matrix_free)

RkGraph *rk_graph_matrix_get_graph (RkGraphMatrix *self);
guint rk_graph_matrix_get_n_rows (RkGraphMatrix *self);
guint rk_graph_matrix_get_n_columns (RkGraphMatrix *self);
/* The node of a row or a column. */
guint rk_graph_matrix_get_row (RkGraphMatrix *self, guint row);
guint rk_graph_matrix_get_column (RkGraphMatrix *self, guint column);
/* The edges from the row to the column: (nullable) (element-type guint). */
const GArray *rk_graph_matrix_get_edges (RkGraphMatrix *self, guint row, guint column);
/* The type of the cell: custom when one of its interfaces is, else unknown when one is, else
 * standard. FALSE: nothing goes from the one to the other. */
gboolean rk_graph_matrix_get_type (RkGraphMatrix *self, guint row, guint column,
                                   RkLandInterfaceType *type);
/* "BurgerPunt → Geo-Atlas: custom, file every night", a line for each interface, or that there is
 * none: (transfer full). */
char *rk_graph_matrix_dup_words (RkGraphMatrix *self, guint row, guint column);

G_END_DECLS
