/* SPDX-License-Identifier: EUPL-1.2 */
/* Several records that turn out to be one become one, with everything that refers to them. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

#define RK_MERGE_MAX 5

/* One field on which the records do not agree. */
typedef struct
{
  const RkField *field;
  GPtrArray *values; /* of char*: the different values, that of the first record first; no NULL */
} RkMergeChoice;

void rk_merge_choice_free (RkMergeChoice *choice);

/* The fields for which somebody must choose: (transfer full) (element-type RkMergeChoice). */
GPtrArray *rk_merge_list_choices (RkStore *store, const char *kind, const char *const *ids,
                                  GError **error);

/**
 * rk_merge:
 * @ids: two to RK_MERGE_MAX, ended by NULL; the first one stays
 * @chosen: (nullable) (element-type utf8 utf8): field name → value, for what was chosen
 *
 * The first record keeps its values, or gets the chosen ones, or the first known one of the others.
 * Whatever refers to the others refers to it from then on; what would then be there twice (the same
 * place on the architecture, the answer to the same question) stays once, and an interface of the
 * merged applications with each other goes. One step, which can be undone.
 *
 * Errors: RK_ERROR_INVALID (too few or too many), RK_ERROR_NOT_FOUND.
 */
gboolean rk_merge (RkStore *store, const char *kind, const char *const *ids, GHashTable *chosen,
                   GError **error);

G_END_DECLS
