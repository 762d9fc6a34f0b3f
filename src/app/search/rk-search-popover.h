/* SPDX-License-Identifier: EUPL-1.2 */
/* Search in everything: pages and actions, surveys, questions with their answers and notes. */
#pragma once

#include "rk-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_SEARCH_POPOVER (rk_search_popover_get_type ())
G_DECLARE_FINAL_TYPE (RkSearchPopover, rk_search_popover, RK, SEARCH_POPOVER, GtkPopover)

GtkWidget *rk_search_popover_new (void);
/* The workspace to search in: (nullable). Forgets what was found before. */
void rk_search_popover_set_store (RkSearchPopover *self, RkStore *store);

G_END_DECLS
