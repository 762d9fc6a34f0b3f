/* SPDX-License-Identifier: EUPL-1.2 */
/* Chooses the reference component that an application fills in: says what that is, suggests three
 * by their names, and finds any other. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_COMPONENT_CHOOSER (rk_component_chooser_get_type ())
G_DECLARE_FINAL_TYPE (RkComponentChooser, rk_component_chooser, RK, COMPONENT_CHOOSER, AdwBin)

/* Emits "closed" (RkComponentChooser *self) when a component was chosen, or none. */
GtkWidget *rk_component_chooser_new (RkStore *store, const char *application);

G_END_DECLS
