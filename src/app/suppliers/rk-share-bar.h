/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include "rk-plot.h"

G_BEGIN_DECLS

/* A bar of shares, largest first, in which one stands out: what a concentration is made of. */
RkPlot *rk_share_bar_new (void);
/* @shares: percentages, @names: as many; @own: the one that stands out, -1: none. */
void rk_share_bar_set (RkPlot *bar, const char *const *names, const double *shares, guint n,
                       int own);

G_END_DECLS
