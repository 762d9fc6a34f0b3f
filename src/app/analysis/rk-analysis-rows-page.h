/* SPDX-License-Identifier: EUPL-1.2 */
/* What a figure or a mark was made of: the rows of an analysis, some of them, the records of one
 * row, or those of which something is unknown. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_ANALYSIS_ROWS_PAGE (rk_analysis_rows_page_get_type ())
G_DECLARE_FINAL_TYPE (RkAnalysisRowsPage, rk_analysis_rows_page, RK, ANALYSIS_ROWS_PAGE, AdwBin)

/* @what: "NAME", "NAME/KEY", "NAME/?UNKNOWN", "NAME/=COLUMN=VALUE", "NAME/@COLUMN=QUARTER" or
 * "NAME/<COLUMN=QUARTER" (quarters since the year 0). NULL: there is no such analysis. */
RkAnalysisRowsPage *rk_analysis_rows_page_new (RkStore *store, const char *what);
/* (transfer full) */
char *rk_analysis_rows_page_dup_title (RkAnalysisRowsPage *self);
char *rk_analysis_rows_page_dup_subtitle (RkAnalysisRowsPage *self);

G_END_DECLS
