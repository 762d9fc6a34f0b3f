/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include "rk-change.h"
#include "rk-journal-private.h"

G_BEGIN_DECLS

/* The rest of undo: a change that takes back the step @reverts. Values are written as they were,
 * without being checked, and a record that is gone stays gone. */
void rk_change_set_role (RkChange *self, RkRole role, gint64 reverts);
/* A deleted record comes back at its old place in the order of making. */
void rk_change_restore (RkChange *self, const char *kind, const char *id);
/* Sets a column of the journal: a field, "extra", or one of RK_ENTRY_…. */
void rk_change_set_column (RkChange *self, const char *kind, const char *id, const char *column,
                           const char *value);
/* Writes in the transaction that is open, without ending it. */
gboolean rk_change_write (RkChange *self, GError **error);

G_END_DECLS
