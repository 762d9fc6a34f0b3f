/* SPDX-License-Identifier: EUPL-1.2 */
/* The rows of a repeat as a table; a row opens into its editor. */
#pragma once

#include "rk-autosave.h"
#include "rk-question-widget.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_REPEAT_TABLE (rk_repeat_table_get_type ())
G_DECLARE_FINAL_TYPE (RkRepeatTable, rk_repeat_table, RK, REPEAT_TABLE, AdwBin)

GtkWidget *rk_repeat_table_new (RkAutosave *autosave, RkQuestion *question);
/* Opens the row that @field stands in and puts the focus there. FALSE: it is in none of them. */
gboolean rk_repeat_table_show_field (RkRepeatTable *self, RkFormNode *field);

G_END_DECLS
