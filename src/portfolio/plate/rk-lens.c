/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-lens.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *label;
} lenses[RK_N_LENSES] = {
  [RK_LENS_STATUS] = { "status", NC_ ("lens", "status") },
  [RK_LENS_COVERAGE] = { "coverage", NC_ ("lens", "coverage") },
  [RK_LENS_REGIE] = { "regie", NC_ ("lens", "control") },
  [RK_LENS_SATISFACTION] = { "satisfaction", NC_ ("lens", "satisfaction") },
  [RK_LENS_CONTRACT_END] = { "contract-end", NC_ ("lens", "end of contract") },
  [RK_LENS_COST] = { "cost", NC_ ("lens", "yearly cost") },
  [RK_LENS_STANDARDS] = { "standards", NC_ ("lens", "standards") },
  [RK_LENS_BUILDING_BLOCKS] = { "building-blocks", NC_ ("lens", "building blocks") },
};

const char *
rk_lens_get_name (RkLens lens)
{
  g_return_val_if_fail (lens < RK_N_LENSES, NULL);
  return lenses[lens].name;
}

gboolean
rk_lens_parse (const char *name, RkLens *lens)
{
  for (guint i = 0; i < RK_N_LENSES; i++)
    if (g_strcmp0 (name, lenses[i].name) == 0)
      {
        *lens = (RkLens) i;
        return TRUE;
      }
  return FALSE;
}

const char *
rk_lens_get_label (RkLens lens)
{
  g_return_val_if_fail (lens < RK_N_LENSES, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "lens", lenses[lens].label);
}
