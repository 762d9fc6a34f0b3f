/* SPDX-License-Identifier: EUPL-1.2 */
/* «Koppelingen»: which applications exchange data, as a list, as a diagram and as a table of
 * letters. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_INTERFACES_PAGE (rk_interfaces_page_get_type ())
G_DECLARE_FINAL_TYPE (RkInterfacesPage, rk_interfaces_page, RK, INTERFACES_PAGE, AdwBin)

/* Widget actions: "interfaces.create", "interfaces.create-between" ((ss): ids of nodes of the
 * graph), "interfaces.show" (s: "list", "diagram", "matrix"), "interfaces.list", "records.select"
 * (s: the id of an interface). */
GtkWidget *rk_interfaces_page_new (RkStore *store);

G_END_DECLS
