/* SPDX-License-Identifier: EUPL-1.2 */
/* Figures: what is worked out about records, for lists to show and sort by. They live in memory,
 * with the store, and in no file. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

/* All figures of one name anew: id of a record → text. No "changed" is emitted; a derived column
 * reads them: RK_FIGURE_SQL ("regie"). */
gboolean rk_store_set_figures (RkStore *self, const char *name, GHashTable *values, GError **error);

/* The figure @name (a literal) of the row `r`, as an SQL expression. */
#define RK_FIGURE_SQL(name)                                                                        \
  "SELECT value FROM temp.rk_figure WHERE name = '" name "' AND record = r.id"

G_END_DECLS
