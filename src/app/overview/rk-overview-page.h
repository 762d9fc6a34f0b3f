/* SPDX-License-Identifier: EUPL-1.2 */
/* What needs attention now, and the administration in figures. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_OVERVIEW_PAGE (rk_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (RkOverviewPage, rk_overview_page, RK, OVERVIEW_PAGE, AdwBin)

GtkWidget *rk_overview_page_new (RkStore *store);

G_END_DECLS
