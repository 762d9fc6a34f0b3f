/* SPDX-License-Identifier: EUPL-1.2 */
/* One value for many records at once. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

/* How many of the records @ids, ended by NULL, would change; -1: failed. */
gint64 rk_bulk_count (RkStore *store, const char *kind, const char *const *ids, const char *field,
                      const char *value, GError **error);
/* Gives @field of all of them @value (nullable: no value) in one step that can be undone. Errors
 * are those of rk_field_check(); ids that are not there are passed over. */
gboolean rk_bulk_set (RkStore *store, const char *kind, const char *const *ids, const char *field,
                      const char *value, GError **error);

G_END_DECLS
