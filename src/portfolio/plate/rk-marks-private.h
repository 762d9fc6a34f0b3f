/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include "rk-marks.h"

G_BEGIN_DECLS

struct _RkMarks
{
  RkPlateOptions options;
  RkArchitecture *architecture;
  RkLandscape *landscape; /* the one that chips are taken from */
  GArray *rows;           /* RkLegendRow */
  int gap_row;
  int overlap_row;
  int retired_row; /* of lenses that do not count what is retired; -1 */
  int unknown_row;
  GHashTable *components; /* key → RkComponentMarks */
  GStringChunk *texts;
  RkRegieScheme *scheme;
  GArray *costs; /* double: upper ends of the rows of the lens of cost */
};

/* Fills @rows with those of the lens. */
void rk_marks_make_rows (RkMarks *self);
/* The row of an application on a component, and what it is worth. */
void rk_marks_judge (RkMarks *self, const RkLandFit *fit, RkMark *mark);
/* The same when two dates are compared; @now or @then is NULL when it is not there on that date.
 * FALSE: it is on neither. */
gboolean rk_marks_compare (RkMarks *self, const RkLandFit *now, const RkLandFit *then,
                           RkMark *mark);
/* "2/3" of what a component asks for; the row and the share with it. */
void rk_marks_judge_standards (RkMarks *self, const RkLandFit *fit, RkMark *mark);
void rk_marks_judge_blocks (RkMarks *self, const RkLandFit *fit, RkMark *mark);

G_END_DECLS
