/* SPDX-License-Identifier: EUPL-1.2 */
/* A score as a small bar and a number: in tables, lists and details. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_SCORE_BAR (rk_score_bar_get_type ())
G_DECLARE_FINAL_TYPE (RkScoreBar, rk_score_bar, RK, SCORE_BAR, GtkWidget)

/* @wide: 170 for details, else 34 for tables; @decimals of the number. */
GtkWidget *rk_score_bar_new (gboolean wide, int decimals);
/* @score 0–100, NaN is unknown: hatched. */
void rk_score_bar_set_score (RkScoreBar *self, double score);

G_END_DECLS
