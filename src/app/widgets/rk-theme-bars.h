/* SPDX-License-Identifier: EUPL-1.2 */
/* Scores of themes as bars on one scale of 0 to 100, each with its coverage in words, its number
 * and the way to what made it. */
#pragma once

#include "rk-ink.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name, *caption;   /* caption: "7 of 7 scored questions", or why there is no score */
  double values[RK_MAX_SERIES]; /* own, earlier, earlier still; NaN: unknown */
  const char *action;           /* (nullable): what «Why?» does */
  const char *target;           /* its string parameter */
} RkThemeBar;

#define RK_TYPE_THEME_BARS (rk_theme_bars_get_type ())
G_DECLARE_FINAL_TYPE (RkThemeBars, rk_theme_bars, RK, THEME_BARS, GtkWidget)

RkThemeBars *rk_theme_bars_new (const char *const *series, guint n_series);
void rk_theme_bars_add (RkThemeBars *self, const RkThemeBar *bar);
/* Property "narrow": name above bar instead of beside it. */
void rk_theme_bars_set_narrow (RkThemeBars *self, gboolean narrow);
/* Focus to the n-th theme. */
gboolean rk_theme_bars_focus (RkThemeBars *self, guint bar);

G_END_DECLS
