/* SPDX-License-Identifier: EUPL-1.2 */
/* One value for several records: a field, the value, and in words what will happen. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_CHANGE_PANE (rk_change_pane_get_type ())
G_DECLARE_FINAL_TYPE (RkChangePane, rk_change_pane, RK, CHANGE_PANE, AdwBin)

/* @ids: ended by NULL. Emits "closed" (RkChangePane *self) when it was done or given up. */
GtkWidget *rk_change_pane_new (RkStore *store, const char *kind, const char *const *ids);

G_END_DECLS
