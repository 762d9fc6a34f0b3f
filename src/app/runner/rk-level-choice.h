/* SPDX-License-Identifier: EUPL-1.2 */
/* A level from 0 to 5: cards with the anchor text of each level. */
#pragma once

#include "rk-autosave.h"
#include "rk-question-widget.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_LEVEL_CHOICE (rk_level_choice_get_type ())
G_DECLARE_FINAL_TYPE (RkLevelChoice, rk_level_choice, RK, LEVEL_CHOICE, AdwBin)

GtkWidget *rk_level_choice_new (RkAutosave *autosave, RkFormNode *node);

G_END_DECLS
