/* SPDX-License-Identifier: EUPL-1.2 */
/* A value on a scale; not filled in until it is touched. */
#pragma once

#include "rk-autosave.h"
#include "rk-question-widget.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_RANGE_SCALE (rk_range_scale_get_type ())
G_DECLARE_FINAL_TYPE (RkRangeScale, rk_range_scale, RK, RANGE_SCALE, AdwBin)

GtkWidget *rk_range_scale_new (RkAutosave *autosave, RkFormNode *node);

G_END_DECLS
