/* SPDX-License-Identifier: EUPL-1.2 */
/* Something to confirm having read. */
#pragma once

#include "rk-autosave.h"
#include "rk-question-widget.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_TRIGGER_CHECK (rk_trigger_check_get_type ())
G_DECLARE_FINAL_TYPE (RkTriggerCheck, rk_trigger_check, RK, TRIGGER_CHECK, AdwBin)

GtkWidget *rk_trigger_check_new (RkAutosave *autosave, RkFormNode *node);

G_END_DECLS
