/* SPDX-License-Identifier: EUPL-1.2 */
/* What a response keeps of its results for lists. */
#pragma once

#include "rk-results.h"

G_BEGIN_DECLS

/* The index as it stands (NaN: none), the number of its band (-1: none) and the name of that band
 * (transfer full) (nullable); each may be NULL. */
void rk_results_peek (RkFormInstance *instance, double *index, int *band, char **label);
/* What lists show of the scores: the name of the index on the first line, then a line
 * "SCORE TAB NAME" per theme. (transfer full) */
char *rk_results_dup_summary (RkFormInstance *instance);
/* Why the answer to @question (nullable) does not count, taken that it does not. */
RkCounts rk_results_find_reason (RkQuestion *question);
/* The questions that the figure at @nodeset is made of: (transfer full) (element-type RkSource). */
GPtrArray *rk_results_list_sources (RkResponse *response, const char *nodeset);
/* Fills in the gain of every question (see rk-results-gain.c). */
void rk_results_simulate (GPtrArray *themes, guint min_themes, double index);

G_END_DECLS
