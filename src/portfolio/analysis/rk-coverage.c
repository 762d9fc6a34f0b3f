/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-coverage.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whether an earlier fit is of the same application. */
static gboolean
was_seen (GPtrArray *fits, guint position)
{
  const RkLandFit *fit = g_ptr_array_index (fits, position);

  for (guint i = 0; i < position; i++)
    {
      const RkLandFit *other = g_ptr_array_index (fits, i);

      if (other->application == fit->application && other->status == fit->status)
        return TRUE;
    }
  return FALSE;
}

static gconstpointer
get_product (const RkLandApplication *application)
{
  return application->product != NULL ? (gconstpointer) application->product : application;
}

static gboolean
is_new_product (GPtrArray *fits, guint position)
{
  const RkLandFit *fit = g_ptr_array_index (fits, position);

  for (guint i = 0; i < position; i++)
    {
      const RkLandFit *other = g_ptr_array_index (fits, i);

      if (other->status == RK_LIFECYCLE_IN_USE &&
          get_product (other->application) == get_product (fit->application))
        return FALSE;
    }
  return TRUE;
}

static RkCoverageState
find_state (const RkCoverage *coverage)
{
  if (coverage->n_products > 0)
    return coverage->n_products > 1 ? RK_COVERAGE_TWICE : RK_COVERAGE_FILLED;
  if (coverage->n[RK_LIFECYCLE_UNKNOWN] > 0)
    return RK_COVERAGE_UNKNOWN;
  if (coverage->n[RK_LIFECYCLE_PHASING_OUT] > 0)
    return RK_COVERAGE_LEAVING;
  return coverage->n[RK_LIFECYCLE_PLANNED] > 0 ? RK_COVERAGE_PLANNED : RK_COVERAGE_NONE;
}

void
rk_coverage_get (RkCoverage *coverage, RkLandscape *landscape, const char *component)
{
  GPtrArray *fits = rk_landscape_get_fits (landscape, component);

  memset (coverage, 0, sizeof *coverage);
  for (guint i = 0; fits != NULL && i < fits->len; i++)
    {
      const RkLandFit *fit = g_ptr_array_index (fits, i);

      if (was_seen (fits, i))
        continue;
      coverage->n[fit->status]++;
      if (fit->status == RK_LIFECYCLE_IN_USE && is_new_product (fits, i))
        coverage->n_products++;
    }
  coverage->state = find_state (coverage);
}

gboolean
rk_coverage_is_gap (const RkCoverage *coverage)
{
  return coverage->state == RK_COVERAGE_NONE || coverage->state == RK_COVERAGE_PLANNED ||
         coverage->state == RK_COVERAGE_LEAVING;
}

const char *
rk_coverage_get_label (RkCoverageState state)
{
  static const char *const labels[] = {
    N_ ("No application"), N_ ("Only planned"),   N_ ("Only phasing out"),
    N_ ("Status unknown"), N_ ("Filled in once"), N_ ("Filled in twice or more"),
  };

  return gettext (labels[state]);
}
