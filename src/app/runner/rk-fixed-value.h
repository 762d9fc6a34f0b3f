/* SPDX-License-Identifier: EUPL-1.2 */
/* A value that is shown and not asked: calculated or read-only. */
#pragma once

#include "rk-autosave.h"
#include "rk-question-widget.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_FIXED_VALUE (rk_fixed_value_get_type ())
G_DECLARE_FINAL_TYPE (RkFixedValue, rk_fixed_value, RK, FIXED_VALUE, AdwBin)

GtkWidget *rk_fixed_value_new (RkAutosave *autosave, RkFormNode *node);
/* Only the value, without telling where it comes from. */
void rk_fixed_value_set_plain (RkFixedValue *self);

G_END_DECLS
