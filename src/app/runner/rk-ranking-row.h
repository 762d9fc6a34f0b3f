/* SPDX-License-Identifier: EUPL-1.2 */
/* One thing to rank: placed, with its number, or still to choose. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_RANKING_ROW (rk_ranking_row_get_type ())
G_DECLARE_FINAL_TYPE (RkRankingRow, rk_ranking_row, RK, RANKING_ROW, GtkListBoxRow)

/* @place is 1-based; 0: not placed yet. What a person does with the row ends in the action
 * "ranking.place" ((si): value, 0-based place, -1 takes it out). */
GtkWidget *rk_ranking_row_new (const char *value, const char *label, guint place);
const char *rk_ranking_row_get_value (RkRankingRow *self);

G_END_DECLS
