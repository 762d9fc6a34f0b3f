/* SPDX-License-Identifier: EUPL-1.2 */
/* The table of who sends to whom, with the pair one stands on in words above it. */
#pragma once

#include "rk-graph.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_MATRIX_VIEW (rk_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (RkMatrixView, rk_matrix_view, RK, MATRIX_VIEW, AdwBin)

/* Opens a pair with "win.show-record"; a pair without an interface with the widget action
 * "interfaces.create-between" ((ss): ids of nodes) of the page around it. */
GtkWidget *rk_matrix_view_new (void);
void rk_matrix_view_set_graph (RkMatrixView *self, RkGraph *graph);

G_END_DECLS
