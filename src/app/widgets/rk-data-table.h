/* SPDX-License-Identifier: EUPL-1.2 */
/* A small table: the one beside each chart, and the one that explains a score. Where it is too
 * narrow for its columns, each row becomes a line with a caption. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_DATA_TABLE (rk_data_table_get_type ())
G_DECLARE_FINAL_TYPE (RkDataTable, rk_data_table, RK, DATA_TABLE, GtkWidget)

typedef enum
{
  RK_COLUMN_TEXT,
  RK_COLUMN_NUMBER /* right-aligned, as narrow as it can be */
} RkColumnType;

/* @label: what a screen reader calls it. */
RkDataTable *rk_data_table_new (const char *label);
/* Columns come before rows. */
void rk_data_table_add_column (RkDataTable *self, const char *title, RkColumnType type);
/* As many cells as columns; returns the row. */
guint rk_data_table_add_row (RkDataTable *self, const char *const *cells);
/* What opening @row does; (transfer floating) @target. Without it the row cannot be opened. */
void rk_data_table_set_row_action (RkDataTable *self, guint row, const char *action,
                                   GVariant *target);
guint rk_data_table_get_n_rows (RkDataTable *self);
guint rk_data_table_get_n_columns (RkDataTable *self);
const char *rk_data_table_get_cell (RkDataTable *self, guint row, guint column);
gboolean rk_data_table_get_compact (RkDataTable *self);
/* Semicolons, quoted where needed, CRLF: what spreadsheets here open as columns. */
char *rk_data_table_to_csv (RkDataTable *self);

G_END_DECLS
