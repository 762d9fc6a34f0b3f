/* SPDX-License-Identifier: EUPL-1.2 */
/* The results of a response beside those of earlier ones, theme by theme. */
#pragma once

#include "rk-ink.h"
#include "rk-results.h"

G_BEGIN_DECLS

#define RK_TYPE_COMPARISON (rk_comparison_get_type ())
G_DECLARE_FINAL_TYPE (RkComparison, rk_comparison, RK, COMPARISON, GObject)

/* Of @response now; NULL with @error, or without when the form describes no scores.
 * (transfer full) */
RkComparison *rk_comparison_new (RkResponse *response, GError **error);
/* Works out the own results again, after answers changed. */
gboolean rk_comparison_refresh (RkComparison *self, GError **error);
/* Earlier responses one can compare with, newest first: (transfer none) (element-type RkSurveyRow).
 */
GPtrArray *rk_comparison_get_earlier (RkComparison *self);
/* Adds or takes away the @i-th earlier response; at most RK_MAX_SERIES series. */
gboolean rk_comparison_set_compared (RkComparison *self, guint i, gboolean compared,
                                     GError **error);
gboolean rk_comparison_is_compared (RkComparison *self, guint i);

RkResults *rk_comparison_get_own (RkComparison *self);
RkResponse *rk_comparison_get_response (RkComparison *self);
/* The year of the own response: "" when it has none. */
const char *rk_comparison_get_period (RkComparison *self);
guint rk_comparison_get_n_series (RkComparison *self);
/* "Our administration 2026"; the own one is first, then earlier ones, newest first. */
const char *rk_comparison_get_label (RkComparison *self, guint series);
/* "2026". */
const char *rk_comparison_get_short_label (RkComparison *self, guint series);
double rk_comparison_get_index (RkComparison *self, guint series);
/* Score of the theme with the id of @theme; NaN when that form had none, or no score. */
double rk_comparison_get_score (RkComparison *self, guint series, const RkTheme *theme);

G_END_DECLS
