/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include "rk-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How much one depends on a supplier: its share, how concentrated the market is for this
 * administration, and all its applications and contracts. */
GtkWidget *rk_supplier_overview_new (RkStore *store, const char *supplier);

G_END_DECLS
