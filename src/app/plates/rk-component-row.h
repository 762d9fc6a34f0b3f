/* SPDX-License-Identifier: EUPL-1.2 */
/* A reference component to tick: one row, that is a check box to assistive technology. */
#pragma once

#include "rk-plate-source.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_COMPONENT_ROW (rk_component_row_get_type ())
G_DECLARE_FINAL_TYPE (RkComponentRow, rk_component_row, RK, COMPONENT_ROW, GtkListBoxRow)

/* @component must outlive the row. */
GtkWidget *rk_component_row_new (const RkPlateComponent *component);
const RkPlateComponent *rk_component_row_get_component (RkComponentRow *self);
void rk_component_row_set_chosen (RkComponentRow *self, gboolean chosen);
gboolean rk_component_row_is_chosen (RkComponentRow *self);
/* Whether its name or that of its domain holds @folded, a text without case. */
gboolean rk_component_row_matches (RkComponentRow *self, const char *folded);

G_END_DECLS
