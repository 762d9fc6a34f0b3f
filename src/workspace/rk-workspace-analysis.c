/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-workspace-analysis.h"
#include "rk-profile.h"

RkAnalysisInput *
rk_workspace_load_analysis (RkStore *store, const char *date, GError **error)
{
  RkAnalysisInput *input = rk_analysis_input_load (store, date, error);
  const char *of;
  gint64 inhabitants;

  if (input == NULL)
    return NULL;
  inhabitants = rk_profile_get_inhabitants (store, &of);
  if (inhabitants > 0)
    rk_analysis_input_set_inhabitants (input, (double) inhabitants, of);
  return input;
}
