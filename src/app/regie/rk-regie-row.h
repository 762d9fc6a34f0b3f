/* SPDX-License-Identifier: EUPL-1.2 */
/* One question about control: its answers in words, and where the proof is. */
#pragma once

#include "rk-regie.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_REGIE_ROW (rk_regie_row_get_type ())
G_DECLARE_FINAL_TYPE (RkRegieRow, rk_regie_row, RK, REGIE_ROW, GtkBox)

GtkWidget *rk_regie_row_new (RkStore *store, const char *application, guint question);
/* Shows what is stored, and of a computed question the value of @score. */
void rk_regie_row_update (RkRegieRow *self, const RkRegieScore *score);

G_END_DECLS
