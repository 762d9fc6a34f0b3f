/* SPDX-License-Identifier: EUPL-1.2 */
/* Statements with the same options: a table, or one statement at a time where that does not fit. */
#pragma once

#include "rk-autosave.h"
#include "rk-question-widget.h"
#include "rk-question.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_MATRIX (rk_matrix_get_type ())
G_DECLARE_FINAL_TYPE (RkMatrix, rk_matrix, RK, MATRIX, AdwBin)

GtkWidget *rk_matrix_new (RkAutosave *autosave, RkQuestion *question);

G_END_DECLS
