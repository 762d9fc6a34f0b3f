/* SPDX-License-Identifier: EUPL-1.2 */
/* «Leveranciers & contracten»: on whom one depends, what was agreed, and when it ends. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_SUPPLIERS_PAGE (rk_suppliers_page_get_type ())
G_DECLARE_FINAL_TYPE (RkSuppliersPage, rk_suppliers_page, RK, SUPPLIERS_PAGE, AdwBin)

/* Widget actions: "suppliers.create" (a contract, or on the first tab a supplier),
 * "suppliers.create-contract", "suppliers.show" (s: "suppliers", "contracts", "timeline"),
 * "suppliers.list". */
GtkWidget *rk_suppliers_page_new (RkStore *store);

G_END_DECLS
