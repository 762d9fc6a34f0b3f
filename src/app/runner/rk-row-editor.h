/* SPDX-License-Identifier: EUPL-1.2 */
/* All fields of one row of a repeat, as normal questions; rows in it as tables of their own. */
#pragma once

#include "rk-autosave.h"
#include "rk-question-widget.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_ROW_EDITOR (rk_row_editor_get_type ())
G_DECLARE_FINAL_TYPE (RkRowEditor, rk_row_editor, RK, ROW_EDITOR, AdwBin)

/* @row is one of @repeat. */
GtkWidget *rk_row_editor_new (RkAutosave *autosave, RkQuestion *repeat, RkFormNode *row);
/* Where the row stands, 0-based, among @n; whether it can be removed. */
void rk_row_editor_set_place (RkRowEditor *self, guint index, guint n, gboolean removable);
/* Puts the focus in @field, also when it is in a row of a table in this row. */
gboolean rk_row_editor_show_field (RkRowEditor *self, RkFormNode *field);
/* Signal "step" (self, int): another row is asked for. Signal "remove" (self): this row should go.
 * Signal "done" (self): the editor should close. */

/* The leaves of @row that a person fills in, groups opened: (transfer full). */
GPtrArray *rk_row_list_fields (RkFormNode *row);

G_END_DECLS
