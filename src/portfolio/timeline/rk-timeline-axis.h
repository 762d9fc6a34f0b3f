/* SPDX-License-Identifier: EUPL-1.2 */
/* From dates to places on the axis of a timeline, as arithmetic without widgets. */
#pragma once

#include "rk-timeline.h"

G_BEGIN_DECLS

typedef struct
{
  GDate first, last; /* first day of a month, last day of a year */
  double day;        /* pixels */
} RkTimelineAxis;

/* An axis that holds today with some past, and every end of @timeline within fifteen years;
 * @years take @room pixels. */
void rk_timeline_axis_init (RkTimelineAxis *self, RkTimeline *timeline, int years, double room);
/* How long it is. */
double rk_timeline_axis_get_length (const RkTimelineAxis *self);
/* Where an ISO date begins; what lies before the axis stands at 0, what lies after it at its end.
 */
double rk_timeline_axis_get_x (const RkTimelineAxis *self, const char *date);
/* The first days of the months that are ticks from @month (0: the first one) on: FALSE past the
 * end. */
gboolean rk_timeline_axis_get_month (const RkTimelineAxis *self, guint month, GDate *date,
                                     double *x);

G_END_DECLS
