/* SPDX-License-Identifier: EUPL-1.2 */
/* Which drawing an analysis gets. */
#pragma once

#include "rk-analysis.h"
#include "rk-plot.h"

G_BEGIN_DECLS

/* More than this are left out. */
#define RK_DRAWING_MAX_BARS 8

typedef enum
{
  RK_DRAWING_BARS,    /* a bar per row, of @column */
  RK_DRAWING_GROUPS,  /* a bar per text in @column: how many rows have it */
  RK_DRAWING_COLUMNS, /* a column per quarter of the date in @column */
  RK_DRAWING_QUADRANT,
  RK_DRAWING_BANDS /* one bar of parts: how many rows are in each band of control */
} RkDrawingType;

/**
 * RkDrawing:
 * @name: of the analysis
 * @table: the columns of the table of the card, at most four; ended by NULL
 * @other: (nullable): an analysis that goes with it, with @other_label
 * @remedy: (nullable): what to fill in when nothing is known, as a button: @remedy_location
 * @legend: (nullable): what a bar counts; NULL: the name of @column says it
 */
typedef struct
{
  const char *name;
  RkDrawingType type;
  const char *column;
  const char *table[5];
  const char *other;
  const char *other_label;
  const char *remedy;
  const char *remedy_location;
  const char *legend;
} RkDrawing;

/* (nullable): analyses without one have no card. */
const RkDrawing *rk_drawing_find (const char *name);

/* Quarters since the year 0 of a date, or of "2027-Q3". */
int rk_drawing_count_quarters (const char *text);
/* The bars there would be if none were left out. */
guint rk_drawing_count_bars (const RkDrawing *self, const RkAnalysis *analysis);
/* The plot, and in @locations (element-type utf8) where each of its marks leads. NULL when there is
 * nothing to draw. */
RkPlot *rk_drawing_make (const RkDrawing *self, const RkAnalysis *analysis, GPtrArray *locations);

G_END_DECLS
