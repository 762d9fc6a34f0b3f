/* SPDX-License-Identifier: EUPL-1.2 */
/* One row of a repeat as the table shows it: its first fields and how full it is. */
#pragma once

#include "rk-autosave.h"
#include "rk-question-widget.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_REPEAT_ROW (rk_repeat_row_get_type ())
G_DECLARE_FINAL_TYPE (RkRepeatRow, rk_repeat_row, RK, REPEAT_ROW, AdwBin)

/* @node is the row. @columns (of GtkSizeGroup) is that of the table: filled as needed. */
GtkWidget *rk_repeat_row_new (RkAutosave *autosave, RkFormNode *node, GPtrArray *columns);
RkFormNode *rk_repeat_row_get_node (RkRepeatRow *self);
/* The heading row above rows such as @node. */
GtkWidget *rk_repeat_row_new_header (RkFormNode *node, GPtrArray *columns);
/* What a cell of @node says: (transfer full). */
char *rk_repeat_row_dup_cell (RkAutosave *autosave, RkFormNode *node);
/* Signal "open" (self): the editor of this row is asked for. Signal "move" (self, int): up or down.
 * Signal "remove" (self). */

G_END_DECLS
