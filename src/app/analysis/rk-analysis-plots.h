/* SPDX-License-Identifier: EUPL-1.2 */
/* The drawings of the analyses. Each mark opens what made it: "mark-activated" tells which. */
#pragma once

#include "rk-plot.h"

G_BEGIN_DECLS

/* One bar, column or point. @value NAN is unknown: hatched. */
typedef struct
{
  const char *label;
  const char *text; /* the value as people read it */
  double value;
  gboolean unknown; /* counts what is not known: hatched */
} RkAnalysisBar;

/* Lying bars, from 0 to @maximum (0: the largest). */
RkPlot *rk_bars_plot_new (const RkAnalysisBar *bars, guint n_bars, double maximum);
/* Standing columns in time, with the number above each; 0 is printed too. */
RkPlot *rk_columns_plot_new (const RkAnalysisBar *columns, guint n_columns);

typedef struct
{
  const char *label;
  double value;
  RkColour colour;
  RkPattern pattern;
  const char *sign; /* one letter or digit */
} RkAnalysisSegment;

/* One bar of parts, each at least wide enough to see. */
RkPlot *rk_segments_plot_new (const RkAnalysisSegment *segments, guint n_segments);

typedef struct
{
  const char *label;
  const char *sign; /* the criticality */
  double x, y;      /* 0 to 100 */
} RkAnalysisPoint;

/* Functional (to the right) beside technical (up), cut at 50, with the advice in the corners. */
RkPlot *rk_quadrant_plot_new (const RkAnalysisPoint *points, guint n_points);

G_END_DECLS
