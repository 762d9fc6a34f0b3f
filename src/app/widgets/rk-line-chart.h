/* SPDX-License-Identifier: EUPL-1.2 */
/* A few scores in time: three points or more; two are better told as two numbers. */
#pragma once

#include "rk-plot.h"

G_BEGIN_DECLS

typedef struct
{
  const char *label;    /* "2026" */
  double value;         /* NaN: a gap */
  gboolean provisional; /* hollow */
} RkLinePoint;

/* Oldest first, copied. The axis runs over the tens around the values and says so. */
RkPlot *rk_line_chart_new (const RkLinePoint *points, guint n_points);

G_END_DECLS
