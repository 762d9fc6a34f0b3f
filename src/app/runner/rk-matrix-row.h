/* SPDX-License-Identifier: EUPL-1.2 */
/* One statement of a matrix: its text and a radio or check button per option, one tab stop. */
#pragma once

#include "rk-autosave.h"
#include "rk-matrix-header.h"
#include "rk-question-widget.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_MATRIX_ROW (rk_matrix_row_get_type ())
G_DECLARE_FINAL_TYPE (RkMatrixRow, rk_matrix_row, RK, MATRIX_ROW, GtkBox)

GtkWidget *rk_matrix_row_new (RkAutosave *autosave, RkFormNode *node,
                              const RkMatrixColumns *columns);
/* Whether a required statement says so; not where all of them are. */
void rk_matrix_row_show_required (RkMatrixRow *self, gboolean show);
RkFormNode *rk_matrix_row_get_node (RkMatrixRow *self);
/* Signal "move" (RkMatrixRow *self, int step): the focus should go to another statement. */

G_END_DECLS
