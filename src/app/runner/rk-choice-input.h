/* SPDX-License-Identifier: EUPL-1.2 */
/* The control for a question with choices. Which one fits depends on how many there are, and that
 * may change with other answers. */
#pragma once

#include "rk-autosave.h"
#include "rk-question-widget.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_CHOICE_INPUT (rk_choice_input_get_type ())
G_DECLARE_FINAL_TYPE (RkChoiceInput, rk_choice_input, RK, CHOICE_INPUT, AdwBin)

GtkWidget *rk_choice_input_new (RkAutosave *autosave, RkFormNode *node);

G_END_DECLS
