/* SPDX-License-Identifier: EUPL-1.2 */
/* Lists of records and of rows of an analysis. */
#pragma once

#include "rk-data-table.h"
#include "rk-workspace-analysis.h"

G_BEGIN_DECLS

/* The records with these ids, each opening itself. Those that are gone are left out. */
RkDataTable *rk_analysis_records_table (RkAnalysisInput *input, RkStore *store, const char *kind,
                                        GPtrArray *ids);
/* Rows of @analysis, with all its columns; a row opens its record, or what it was made of. */
RkDataTable *rk_analysis_rows_table (const RkAnalysis *analysis, GPtrArray *rows, RkStore *store);

G_END_DECLS
