/* SPDX-License-Identifier: EUPL-1.2 */
/* What stands on a reference component: is it filled in, missing, or there twice? */
#pragma once

#include "rk-landscape.h"

G_BEGIN_DECLS

typedef enum
{
  RK_COVERAGE_NONE,    /* no application at all */
  RK_COVERAGE_PLANNED, /* only planned */
  RK_COVERAGE_LEAVING, /* only one that is phasing out */
  RK_COVERAGE_UNKNOWN, /* only ones of which the status is unknown */
  RK_COVERAGE_FILLED,  /* in use */
  RK_COVERAGE_TWICE    /* by two or more different products */
} RkCoverageState;

/* Applications on a component by status, each counted once. */
typedef struct
{
  RkCoverageState state;
  guint n[RK_N_LIFECYCLES];
  guint n_products; /* different ones in use; without a product an application is one by itself */
} RkCoverage;

void rk_coverage_get (RkCoverage *coverage, RkLandscape *landscape, const char *component);
/* Nothing in use: missing now, or soon. */
gboolean rk_coverage_is_gap (const RkCoverage *coverage);
/* The words for a state, translated. */
const char *rk_coverage_get_label (RkCoverageState state);

G_END_DECLS
