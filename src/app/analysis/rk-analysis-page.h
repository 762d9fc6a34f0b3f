/* SPDX-License-Identifier: EUPL-1.2 */
/* The questions about the landscape, a card each. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_ANALYSIS_PAGE (rk_analysis_page_get_type ())
G_DECLARE_FINAL_TYPE (RkAnalysisPage, rk_analysis_page, RK, ANALYSIS_PAGE, AdwBin)

GtkWidget *rk_analysis_page_new (RkStore *store);

G_END_DECLS
