/* SPDX-License-Identifier: EUPL-1.2 */
/* What happened to a record: when, who, which field, from what to what; and the way to put an
 * earlier value back. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_RECORD_HISTORY (rk_record_history_get_type ())
G_DECLARE_FINAL_TYPE (RkRecordHistory, rk_record_history, RK, RECORD_HISTORY, AdwBin)

GtkWidget *rk_record_history_new (RkStore *store, const char *kind, const char *id);

G_END_DECLS
