/* SPDX-License-Identifier: EUPL-1.2 */
/* Arranges choices as a look says, in as many columns as the width allows: down to one where it is
 * narrow. */
#pragma once

#include "rk-choice-look.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_CHOICE_GRID (rk_choice_grid_get_type ())
G_DECLARE_FINAL_TYPE (RkChoiceGrid, rk_choice_grid, RK, CHOICE_GRID, GtkWidget)

GtkWidget *rk_choice_grid_new (void);
void rk_choice_grid_set_look (RkChoiceGrid *self, const RkChoiceLook *look);
void rk_choice_grid_append (RkChoiceGrid *self, GtkWidget *cell);
/* A widget as wide as all; the cells after it begin anew. */
void rk_choice_grid_append_wide (RkChoiceGrid *self, GtkWidget *widget);
void rk_choice_grid_clear (RkChoiceGrid *self);

G_END_DECLS
