/* SPDX-License-Identifier: EUPL-1.2 */
/* One value of a range, found in a list. */
#pragma once

#include "rk-autosave.h"
#include "rk-question-widget.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_RANGE_PICKER (rk_range_picker_get_type ())
G_DECLARE_FINAL_TYPE (RkRangePicker, rk_range_picker, RK, RANGE_PICKER, AdwBin)

GtkWidget *rk_range_picker_new (RkAutosave *autosave, RkFormNode *node);

G_END_DECLS
