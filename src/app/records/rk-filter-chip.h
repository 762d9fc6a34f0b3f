/* SPDX-License-Identifier: EUPL-1.2 */
/* A condition on one field of a list: a pill that says it, and opens the values with how many
 * records have each; or from and to, for numbers and dates. */
#pragma once

#include "rk-list-model.h"
#include "rk-record-filter.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_FILTER_CHIP (rk_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (RkFilterChip, rk_filter_chip, RK, FILTER_CHIP, AdwBin)

/* Writes into @filter, which outlives it, and emits "changed"; "removed" when its ✕ (or Delete) was
 * used: the condition is gone then. */
GtkWidget *rk_filter_chip_new (RkStore *store, RkListModel *list, RkRecordFilter *filter,
                               const RkField *field);
/* Whether a chip can tell the values of @field apart. */
gboolean rk_filter_chip_can_filter (const RkField *field);
const RkField *rk_filter_chip_get_field (RkFilterChip *self);
/* The filter changed elsewhere. */
void rk_filter_chip_refresh (RkFilterChip *self);
void rk_filter_chip_popup (RkFilterChip *self);

G_END_DECLS
