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
/* Columns that the rows have beside their fields, ended by one without a name: borrowed for the
 * life of the list and its rows. Before the first query; conditions and orders may name them. */
void rk_list_model_set_derived (RkListModel *self, const RkDerivedColumn *columns);
/* @words: searched in the searchable fields as prefixes, accents folded; NULL for all.
 * @where, @order: as rk_store_list() without parameters. */
gboolean rk_list_model_set_query (RkListModel *self, const char *words, const char *where,
                                  const char *order, GError **error);
/* The same with texts for ?1, ?2 … in @where, ended by NULL. SQL can say rk_fold (name) to sort
 * without regard to case and accents. */
gboolean rk_list_model_set_filter (RkListModel *self, const char *words, const char *where,
                                   const char *const *parameters, const char *order,
                                   GError **error);
/* The position of the record @id, or -1. */
gint64 rk_list_model_find (RkListModel *self, const char *id);
/* The ids of all its records, in order: (transfer full) (element-type utf8). */
GPtrArray *rk_list_model_list_ids (RkListModel *self);
/* Looks again at once, instead of in the next turn of the main loop after a change. */
void rk_list_model_refresh (RkListModel *self);
/* The same, and reads its rows again: their figures are others. */
void rk_list_model_reload (RkListModel *self);
/* Rows in memory now, for the tests of the promise above. */
guint rk_list_model_get_cached_rows (RkListModel *self);

/* One value of a column and how many records have it. */
typedef struct
{
  char *value; /* (nullable): no value */
  gint64 n;
} RkValueCount;

void rk_value_count_free (RkValueCount *count);
/* The values of @column (a field or a derived column) among the records that meet @where, as
 * rk_list_model_set_filter(), whatever the query of the list: most frequent first, at most @limit.
 * (transfer full) (element-type RkValueCount) */
GPtrArray *rk_list_model_count_values (RkListModel *self, const char *column, const char *where,
                                       const char *const *parameters, guint limit, GError **error);
/* The sum of @column over the rows of the list, and how many of them have a value. */
gboolean rk_list_model_sum (RkListModel *self, const char *column, double *sum, gint64 *n_known,
                            GError **error);

G_END_DECLS
