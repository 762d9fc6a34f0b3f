/* SPDX-License-Identifier: EUPL-1.2 */
/* A range as stars, each of which is a choice. */
#pragma once

#include "rk-autosave.h"
#include "rk-question-widget.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_RANGE_RATING (rk_range_rating_get_type ())
G_DECLARE_FINAL_TYPE (RkRangeRating, rk_range_rating, RK, RANGE_RATING, AdwBin)

GtkWidget *rk_range_rating_new (RkAutosave *autosave, RkFormNode *node);

G_END_DECLS
