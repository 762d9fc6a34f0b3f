/* SPDX-License-Identifier: EUPL-1.2 */
/* A row of an RkFigureTable. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define RK_TYPE_FIGURE_ROW (rk_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (RkFigureRow, rk_figure_row, RK, FIGURE_ROW, GObject)

RkFigureRow *rk_figure_row_new (const char *id, const char *const *cells, const double *keys);
const char *rk_figure_row_get_id (RkFigureRow *self);
guint rk_figure_row_get_n_cells (RkFigureRow *self);
const char *rk_figure_row_get_cell (RkFigureRow *self, guint column);
/* NAN without one. */
double rk_figure_row_get_key (RkFigureRow *self, guint column);
/* By the keys of @column, by its texts where they do not differ or there are none. */
int rk_figure_row_compare (RkFigureRow *a, RkFigureRow *b, guint column);
/* Whether its cells hold @folded, a text that rk_text_fold() gave. */
gboolean rk_figure_row_matches (RkFigureRow *self, const char *folded);

G_END_DECLS
