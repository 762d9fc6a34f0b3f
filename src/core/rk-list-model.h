/* SPDX-License-Identifier: EUPL-1.2 */
/* A GListModel of RkRecord that pages from SQLite and never holds the table.
 *
 * The order lives in a spine: one row id per position, from one index scan. Rows are read a page at
 * a time when somebody asks for one, and the least recently used page is dropped. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

#define RK_TYPE_LIST_MODEL (rk_list_model_get_type ())
G_DECLARE_FINAL_TYPE (RkListModel, rk_list_model, RK, LIST_MODEL, GObject)

RkListModel *rk_list_model_new (RkStore *store, const char *kind);
/* @words: searched in the searchable fields as prefixes, accents folded; NULL for all.
 * @where, @order: as rk_store_list() without parameters. */
gboolean rk_list_model_set_query (RkListModel *self, const char *words, const char *where,
                                  const char *order, GError **error);
/* Looks again at once, instead of in the next turn of the main loop after a change. */
void rk_list_model_refresh (RkListModel *self);
/* Rows in memory now, for the tests of the promise above. */
guint rk_list_model_get_cached_rows (RkListModel *self);

G_END_DECLS
