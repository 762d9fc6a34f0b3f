/* SPDX-License-Identifier: EUPL-1.2 */
/* Two to five records that are one: which stays, and which value where they do not agree. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_MERGE_PANE (rk_merge_pane_get_type ())
G_DECLARE_FINAL_TYPE (RkMergePane, rk_merge_pane, RK, MERGE_PANE, AdwBin)

/* @ids: ended by NULL; the first one stays. Emits "closed" (RkMergePane *self, const char *id): the
 * id of what stays, NULL when it was given up. */
GtkWidget *rk_merge_pane_new (RkStore *store, const char *kind, const char *const *ids);

G_END_DECLS
