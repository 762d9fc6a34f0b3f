/* SPDX-License-Identifier: EUPL-1.2 */
/* Yes or no, or neither yet. */
#pragma once

#include "rk-autosave.h"
#include "rk-question-widget.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_YES_NO (rk_yes_no_get_type ())
G_DECLARE_FINAL_TYPE (RkYesNo, rk_yes_no, RK, YES_NO, AdwBin)

GtkWidget *rk_yes_no_new (RkAutosave *autosave, RkFormNode *node);

G_END_DECLS
