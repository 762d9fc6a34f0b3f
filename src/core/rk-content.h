/* SPDX-License-Identifier: EUPL-1.2 */
/* What a module keeps in tables of its own, because it belongs to a record but is no record: the
 * thousands of concepts of a model that was imported in one step.
 *
 * The tables are named by the kind (RkKind.content). They are written together with the record, in
 * the transaction of its change, and are never journalled: undo takes the record away, redo brings
 * it back, and what stands in the tables under its id waits. */
#pragma once

#include "rk-change.h"
#include "rk-sql.h"

G_BEGIN_DECLS

/* The connection of the store, to read with. (transfer none) */
sqlite3 *rk_store_get_database (RkStore *self);

/**
 * RkContentFunc:
 * @change: (nullable): may still be filled in
 *
 * Writes content in the transaction that is open. FALSE with @error rolls everything back.
 */
typedef gboolean (*RkContentFunc) (sqlite3 *db, RkChange *change, gpointer data, GError **error);

/* rk_change_apply() with content: first @function, then the records, all of it or nothing. */
gboolean rk_change_apply_content (RkChange *self, RkContentFunc function, gpointer data,
                                  GError **error);
/* Runs @function and takes everything back: to see what would come of it. */
gboolean rk_store_try_content (RkStore *self, RkContentFunc function, gpointer data,
                               GError **error);

G_END_DECLS
