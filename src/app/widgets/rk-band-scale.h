/* SPDX-License-Identifier: EUPL-1.2 */
/* A score on the scale of its bands: numbered pieces, their limits, and a marker. */
#pragma once

#include "rk-plot.h"

G_BEGIN_DECLS

typedef struct
{
  double from;
  const char *label;
} RkScaleBand;

/* @bands ascend from 0 and are copied; without any the bar is filled up to @value. NaN as @value
 * draws no marker; @provisional a hollow one. */
RkPlot *rk_band_scale_new (const RkScaleBand *bands, guint n_bands, double maximum, double value,
                           gboolean provisional);

G_END_DECLS
