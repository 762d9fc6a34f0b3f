/* SPDX-License-Identifier: EUPL-1.2 */
/* One choice of many: type a part and take it from the list. */
#pragma once

#include "rk-autosave.h"
#include "rk-question-widget.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_PICKER_CHOICE (rk_picker_choice_get_type ())
G_DECLARE_FINAL_TYPE (RkPickerChoice, rk_picker_choice, RK, PICKER_CHOICE, AdwBin)

GtkWidget *rk_picker_choice_new (RkAutosave *autosave, RkFormNode *node);

G_END_DECLS
