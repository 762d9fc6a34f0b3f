/* SPDX-License-Identifier: EUPL-1.2 */
/* A matrix one statement at a time, for narrow windows. */
#pragma once

#include "rk-autosave.h"
#include "rk-question-widget.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_MATRIX_STEPS (rk_matrix_steps_get_type ())
G_DECLARE_FINAL_TYPE (RkMatrixSteps, rk_matrix_steps, RK, MATRIX_STEPS, AdwBin)

GtkWidget *rk_matrix_steps_new (RkAutosave *autosave, GPtrArray *statements);

G_END_DECLS
