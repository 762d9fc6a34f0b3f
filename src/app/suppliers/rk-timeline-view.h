/* SPDX-License-Identifier: EUPL-1.2 */
/* The timeline of contracts with what belongs to it: order, zoom, and how much of it one sees. */
#pragma once

#include "rk-landscape.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_TIMELINE_VIEW (rk_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (RkTimelineView, rk_timeline_view, RK, TIMELINE_VIEW, GtkWidget)

/* Opens a contract with "win.show-record". */
GtkWidget *rk_timeline_view_new (RkStore *store);
void rk_timeline_view_set_landscape (RkTimelineView *self, RkLandscape *landscape);

G_END_DECLS
