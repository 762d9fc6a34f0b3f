/* SPDX-License-Identifier: EUPL-1.2 */
/* One choice of a few: buttons arranged as the form says. */
#pragma once

#include "rk-autosave.h"
#include "rk-question-widget.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_SINGLE_CHOICE (rk_single_choice_get_type ())
G_DECLARE_FINAL_TYPE (RkSingleChoice, rk_single_choice, RK, SINGLE_CHOICE, AdwBin)

GtkWidget *rk_single_choice_new (RkAutosave *autosave, RkFormNode *node);

G_END_DECLS
