/* SPDX-License-Identifier: EUPL-1.2 */
/* Who sends data to whom, as a table of letters: S, M or ? where a row sends to a column.
 *
 * Names stay in sight while one scrolls; only what is in sight is drawn. The arrows go from cell to
 * cell. Goes into a GtkScrolledWindow. */
#pragma once

#include "rk-graph-matrix.h"
#include "rk-scroll-area.h"

G_BEGIN_DECLS

#define RK_TYPE_MATRIX_CANVAS (rk_matrix_canvas_get_type ())
G_DECLARE_FINAL_TYPE (RkMatrixCanvas, rk_matrix_canvas, RK, MATRIX_CANVAS, RkScrollArea)

/* Property "words" (string, only to be read, notifies): the pair one stands on or points at, and
 * what goes between them. Signal "cell-activated" (guint row, guint column). */
GtkWidget *rk_matrix_canvas_new (void);
/* Takes @matrix; (nullable). */
void rk_matrix_canvas_set_matrix (RkMatrixCanvas *self, RkGraphMatrix *matrix);
RkGraphMatrix *rk_matrix_canvas_get_matrix (RkMatrixCanvas *self);
const char *rk_matrix_canvas_get_words (RkMatrixCanvas *self);

G_END_DECLS
