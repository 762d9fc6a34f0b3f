/* SPDX-License-Identifier: EUPL-1.2 */
/* Lays out one row of a table: children that expand share what the others leave, in equal parts.
 * Rows of one width, with the others in size groups, so have their columns in line. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_COLUMNS_LAYOUT (rk_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (RkColumnsLayout, rk_columns_layout, RK, COLUMNS_LAYOUT, GtkLayoutManager)

GtkLayoutManager *rk_columns_layout_new (int spacing);

G_END_DECLS
