/* SPDX-License-Identifier: EUPL-1.2 */
/* One question about the landscape: its figure, a chart, the answer in a sentence, what is unknown,
 * and why. */
#pragma once

#include "rk-analysis.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Below this number of applications figures and lists say more than charts. */
#define RK_ANALYSIS_CHART_FROM 5

/* @n_applications: in the landscape. */
GtkWidget *rk_analysis_card_new (const RkAnalysis *analysis, guint n_applications);
/* Whether the page shows this one; the others are opened from the card of another. */
gboolean rk_analysis_card_is_shown (const char *name);

/* Where rows lead: "analysis-rows:NAME", "analysis-rows:NAME/KEY", "analysis-rows:NAME/?UNKNOWN",
 * "analysis-rows:NAME/=COLUMN=VALUE". (transfer full) */
char *rk_analysis_location (const char *name, const char *rest);
/* A link button that opens a location. */
GtkWidget *rk_analysis_link_new (const char *label, const char *location);

G_END_DECLS
