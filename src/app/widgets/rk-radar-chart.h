/* SPDX-License-Identifier: EUPL-1.2 */
/* A profile over five to eight axes from 0 to 100. What is not known is a gap in the line, never a
 * point in the middle. */
#pragma once

#include "rk-plot.h"

G_BEGIN_DECLS

#define RK_RADAR_MIN_AXES 5
#define RK_RADAR_MAX_AXES 8

typedef struct
{
  const char *label;
  double values[RK_MAX_SERIES]; /* NaN: unknown */
} RkRadarAxis;

/* Axes clockwise from the top; at most RK_MAX_SERIES series, the own one first. All is copied. */
RkPlot *rk_radar_chart_new (const RkRadarAxis *axes, guint n_axes, const char *const *series,
                            guint n_series);

G_END_DECLS
