/* SPDX-License-Identifier: EUPL-1.2 */
/* How much of the portfolio leaves with an export.
 *
 * "full": everything. "peers": what colleagues of other administrations may see: no confidential
 * field, and only the interfaces that are marked for them. "public": the catalogue alone; no
 * supplier learns what an administration uses, nor from whom else. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

typedef enum
{
  RK_LEVEL_FULL,
  RK_LEVEL_PEERS,
  RK_LEVEL_PUBLIC
} RkLevel;

/* FALSE: @text is no level ("full", "peers" or "public"). */
gboolean rk_level_from_text (const char *text, RkLevel *level);
const char *rk_level_to_text (RkLevel level);

/* Whether records of @kind leave at all, whether this one does, and whether its field does. */
gboolean rk_level_shows_kind (RkLevel level, const RkKind *kind);
gboolean rk_level_shows_record (RkLevel level, RkRecord *record);
gboolean rk_level_shows_field (RkLevel level, const RkKind *kind, const RkField *field);
/* The fields that stay behind: (transfer full) (element-type utf8) "supplier.contact"; a kind that
 * stays behind as a whole is "contract". */
GPtrArray *rk_level_list_left_out (RkLevel level, const RkKind *const *kinds);

G_END_DECLS
