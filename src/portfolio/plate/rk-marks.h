/* SPDX-License-Identifier: EUPL-1.2 */
/* What a lens says about every application on a component: its row in the legend, and a value. */
#pragma once

#include "rk-plate-drawing.h"

G_BEGIN_DECLS

typedef struct
{
  const char *application; /* id */
  const char *name;
  RkLifecycle status; /* on this component; after the change when two dates are compared */
  guint row;
  const char *value; /* "" for none */
  double share;      /* of a whole, when the value is "2/3"; -1 */
} RkMark;

typedef struct
{
  GArray *marks; /* RkMark, what is in use first */
  gboolean gap;
  gboolean overlap;
  guint n_products; /* different ones in use */
  guint n_in_use;
} RkComponentMarks;

typedef struct _RkMarks RkMarks;

RkMarks *rk_marks_new (RkArchitecture *architecture, const RkPlateOptions *options);
void rk_marks_free (RkMarks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkMarks, rk_marks_free)

/* Rows of the lens, without counts; gap and overlap last. RkLegendRow, to be counted in. */
GArray *rk_marks_get_rows (RkMarks *self);
/* Positions of those two; -1 when there are no landscapes to tell. */
int rk_marks_get_gap_row (RkMarks *self);
int rk_marks_get_overlap_row (RkMarks *self);
/* The worse a row, the higher: what a box is filled with that is too small for more. */
guint rk_marks_get_badness (RkMarks *self, guint row);
/* Of the component with this key: (transfer none). */
const RkComponentMarks *rk_marks_look (RkMarks *self, const char *component);

G_END_DECLS
