/* SPDX-License-Identifier: EUPL-1.2 */
/* The cards of the page of results, each made from a comparison and from nothing else. All return a
 * floating RkCard, or NULL when the form gives nothing to show in it. */
#pragma once

#include "rk-chart.h"
#include "rk-comparison.h"
#include "rk-theme-bars.h"

G_BEGIN_DECLS

GtkWidget *rk_index_card_new (RkComparison *comparison);
GtkWidget *rk_profile_card_new (RkComparison *comparison);
/* @compare_button: (nullable); @bars (out) (transfer none): what draws the themes. */
GtkWidget *rk_themes_card_new (RkComparison *comparison, GtkWidget *compare_button,
                               RkThemeBars **bars);
GtkWidget *rk_gains_card_new (RkComparison *comparison);
GtkWidget *rk_evolution_card_new (RkComparison *comparison);
GtkWidget *rk_indicators_card_new (RkComparison *comparison);

/* The chart in a card: (transfer none) (nullable). */
RkChart *rk_card_get_chart (GtkWidget *card);

G_END_DECLS
