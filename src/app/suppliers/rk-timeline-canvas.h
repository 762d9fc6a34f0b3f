/* SPDX-License-Identifier: EUPL-1.2 */
/* Contracts as bars in time. Names and dates stay in sight while one scrolls; ↑ and ↓ go from row
 * to row, ← and → along what stands on a row. Goes into a GtkScrolledWindow. */
#pragma once

#include "rk-scroll-area.h"
#include "rk-timeline.h"

G_BEGIN_DECLS

#define RK_TYPE_TIMELINE_CANVAS (rk_timeline_canvas_get_type ())
G_DECLARE_FINAL_TYPE (RkTimelineCanvas, rk_timeline_canvas, RK, TIMELINE_CANVAS, RkScrollArea)

/* Signal "row-activated" (guint row). Property "years" (int, notifies): how many years one sees at
 * once: 1, 2 or 5. Widget actions timeline.zoom-in and timeline.zoom-out. */
GtkWidget *rk_timeline_canvas_new (void);
/* Takes @timeline; (nullable). One goes on standing on the same contract. */
void rk_timeline_canvas_set_timeline (RkTimelineCanvas *self, RkTimeline *timeline);
RkTimeline *rk_timeline_canvas_get_timeline (RkTimelineCanvas *self);
void rk_timeline_canvas_set_years (RkTimelineCanvas *self, int years);
int rk_timeline_canvas_get_years (RkTimelineCanvas *self);
/* Stands on the row of a contract; FALSE when it has none. */
gboolean rk_timeline_canvas_stand_on (RkTimelineCanvas *self, const char *contract);

G_END_DECLS
