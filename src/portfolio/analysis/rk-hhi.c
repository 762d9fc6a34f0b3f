/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-hhi.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

static double
add_up (const double *amounts, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += amounts[i] > 0 ? amounts[i] : 0;
  return sum;
}

double
rk_hhi (const double *amounts, guint n)
{
  double sum = add_up (amounts, n), squares = 0;

  if (!(sum > 0))
    return NAN;
  for (guint i = 0; i < n; i++)
    if (amounts[i] > 0)
      squares += (amounts[i] / sum) * (amounts[i] / sum);
  return 10000 * squares;
}

static int
compare_down (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? 1 : x > y ? -1 : 0;
}

double
rk_top_share (const double *amounts, guint n, guint k)
{
  double sum = add_up (amounts, n);
  g_autofree double *sorted = NULL;

  if (!(sum > 0))
    return NAN;
  sorted = g_memdup2 (amounts, n * sizeof *amounts);
  qsort (sorted, n, sizeof *sorted, compare_down);
  return 100 * add_up (sorted, MIN (k, n)) / sum;
}

int
rk_hhi_find_band (double hhi)
{
  if (isnan (hhi))
    return -1;
  return hhi < 1500 ? 0 : hhi <= 2500 ? 1 : 2;
}

const char *
rk_hhi_get_band_label (int band)
{
  static const char *const labels[] = { N_ ("little concentrated"), N_ ("moderately concentrated"),
                                        N_ ("highly concentrated") };

  return band >= 0 && band < 3 ? gettext (labels[band]) : _ ("concentration unknown");
}
