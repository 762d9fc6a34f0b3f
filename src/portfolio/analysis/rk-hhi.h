/* SPDX-License-Identifier: EUPL-1.2 */
/* Concentration: how unevenly something is divided, by the index of Herfindahl and Hirschman. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 10,000 times the sum of the squares of the shares; NAN when the sum is not above 0. Amounts below
 * 0 do not count. */
double rk_hhi (const double *amounts, guint n);
/* The share of the @k largest, 0 to 100; NAN as above. */
double rk_top_share (const double *amounts, guint n, guint k);
/* 0: low, below 1,500; 1: moderate; 2: high, above 2,500; -1: unknown. The limits are those of the
 * law on competition, borrowed. */
int rk_hhi_find_band (double hhi);
/* "low", "moderate", "high", "unknown", translated. */
const char *rk_hhi_get_band_label (int band);

G_END_DECLS
