/* SPDX-License-Identifier: EUPL-1.2 */
/* Several choices, with a maximum and with choices that exclude the others. */
#pragma once

#include "rk-autosave.h"
#include "rk-question-widget.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_MULTIPLE_CHOICE (rk_multiple_choice_get_type ())
G_DECLARE_FINAL_TYPE (RkMultipleChoice, rk_multiple_choice, RK, MULTIPLE_CHOICE, AdwBin)

/* @searched: there are many; one is added by a part of its name, and only the chosen ones show. */
GtkWidget *rk_multiple_choice_new (RkAutosave *autosave, RkFormNode *node, gboolean searched);

G_END_DECLS
