/* SPDX-License-Identifier: EUPL-1.2 */
/* An order: what is placed, and what is still to choose; by drag, keys and buttons. */
#pragma once

#include "rk-autosave.h"
#include "rk-question-widget.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_RANKING (rk_ranking_get_type ())
G_DECLARE_FINAL_TYPE (RkRanking, rk_ranking, RK, RANKING, AdwBin)

GtkWidget *rk_ranking_new (RkAutosave *autosave, RkFormNode *node);

G_END_DECLS
