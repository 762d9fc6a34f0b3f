/* SPDX-License-Identifier: EUPL-1.2 */
/* What an analysis of the portfolio needs from the other modules. */
#pragma once

#include "rk-analysis.h"

G_BEGIN_DECLS

/* rk_analysis_input_load() with the inhabitants of the administration. (transfer full) */
RkAnalysisInput *rk_workspace_load_analysis (RkStore *store, const char *date, GError **error);

G_END_DECLS
