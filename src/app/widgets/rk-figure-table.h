/* SPDX-License-Identifier: EUPL-1.2 */
/* A table of rows that are worked out, not read: each has the id of the record that it opens. One
 * sorts it by its heads, filters it by a word and by the values of a column, and in a narrow window
 * the columns leave that matter least. */
#pragma once

#include "rk-data-table.h"

G_BEGIN_DECLS

#define RK_TYPE_FIGURE_TABLE (rk_figure_table_get_type ())
G_DECLARE_FINAL_TYPE (RkFigureTable, rk_figure_table, RK, FIGURE_TABLE, GtkWidget)

/* @one, @many: what a row is, as a title: "Supplier", "Suppliers". Signals: "opened" (const char
 * *id): a row was activated; "removed" (const char *id): Delete on a row. */
GtkWidget *rk_figure_table_new (const char *one, const char *many);
/* @width: at least, at text scale 1; 0: takes what is left. @leaves: 1 leaves first when there is
 * no room, 0 never. Columns come before rows; the first column with RK_COLUMN_TEXT names the row.
 */
void rk_figure_table_add_column (RkFigureTable *self, const char *title, RkColumnType type,
                                 int width, int leaves);
/* The cells of @column are the sign of a status: their key is an RkLifecycle. */
void rk_figure_table_set_status_column (RkFigureTable *self, guint column);
/* A list of the values of a column, to choose one. @all: what it says when none is chosen. */
void rk_figure_table_add_filter (RkFigureTable *self, guint column, const char *all);
/* Takes all rows away; until rk_figure_table_end() nothing shows. */
void rk_figure_table_begin (RkFigureTable *self);
/* @cells: one per column. @keys: (nullable): the number to sort by, per column; NAN: last. */
void rk_figure_table_add_row (RkFigureTable *self, const char *id, const char *const *cells,
                              const double *keys);
void rk_figure_table_end (RkFigureTable *self);
/* Selects a row and brings it into view; filters that hide it are taken away. */
void rk_figure_table_select (RkFigureTable *self, const char *id);
/* Puts the focus where one types what to search. */
void rk_figure_table_find (RkFigureTable *self);
/* The rows that the filters let through. */
guint rk_figure_table_get_n_shown (RkFigureTable *self);

G_END_DECLS
