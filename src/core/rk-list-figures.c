/* SPDX-License-Identifier: EUPL-1.2 */
/* What a list says about all of its rows at once, worked out by SQLite. */
#include "config.h"
#include "rk-list-model-private.h"
#include "rk-search.h"

void
rk_value_count_free (RkValueCount *count)
{
  g_free (count->value);
  g_free (count);
}

GPtrArray *
rk_list_model_count_values (RkListModel *self, const char *column, const char *where,
                            const char *const *parameters, guint limit, GError **error)
{
  g_autoptr (GPtrArray) counts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rk_value_count_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sql = NULL;
  GError *local_error = NULL;

  g_return_val_if_fail (RK_IS_LIST_MODEL (self) && column != NULL, NULL);
  name = rk_sql_quote (column);
  sql = g_strdup_printf ("SELECT %s, count (*) FROM %s WHERE %s GROUP BY 1 ORDER BY 2 DESC, 1"
                         " LIMIT %u",
                         name, rk_list_model_get_source (self), where != NULL ? where : "1", limit);
  stmt = rk_list_model_prepare (self->store, sql, parameters, &local_error);
  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    {
      RkValueCount *count = g_new0 (RkValueCount, 1);

      count->value = g_strdup (rk_sql_text (stmt, 0));
      count->n = sqlite3_column_int64 (stmt, 1);
      g_ptr_array_add (counts, count);
    }
  if (local_error == NULL)
    return g_steal_pointer (&counts);
  g_propagate_error (error, local_error);
  return NULL;
}

/* The words of the query as one more condition; they come after its other parameters. */
static char *
dup_words_condition (RkListModel *self, GStrvBuilder *parameters)
{
  const RkListQuery *query = &self->query;
  g_autofree char *words = query->words != NULL ? rk_query_from_words (query->words) : NULL;
  g_autofree char *search = rk_schema_search_table (self->table->kind);
  guint n = query->parameters != NULL ? g_strv_length (query->parameters) : 0;

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (parameters, query->parameters[i]);
  if (words == NULL)
    return g_strdup ("1");
  if (!rk_kind_is_searchable (self->table->kind))
    return g_strdup ("0");
  g_strv_builder_add (parameters, words);
  return g_strdup_printf ("number IN (SELECT rowid FROM %s WHERE %s MATCH ?%u)", search, search,
                          n + 1);
}

gboolean
rk_list_model_sum (RkListModel *self, const char *column, double *sum, gint64 *n_known,
                   GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_auto (GStrv) parameters = NULL;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  g_autofree char *sql = NULL;

  g_return_val_if_fail (RK_IS_LIST_MODEL (self) && column != NULL, FALSE);
  name = rk_sql_quote (column);
  words = dup_words_condition (self, builder);
  parameters = g_strv_builder_end (builder);
  sql = g_strdup_printf ("SELECT total (CAST (%s AS REAL)), count (%s) FROM %s WHERE (%s) AND %s",
                         name, name, rk_list_model_get_source (self),
                         self->query.where != NULL ? self->query.where : "1", words);
  stmt = rk_list_model_prepare (self->store, sql, (const char *const *) parameters, error);
  if (stmt == NULL || !rk_sql_next (stmt, error))
    return FALSE;
  *sum = sqlite3_column_double (stmt, 0);
  *n_known = sqlite3_column_int64 (stmt, 1);
  return TRUE;
}

GPtrArray *
rk_list_model_list_ids (RkListModel *self)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sql = NULL;
  sqlite3_stmt *stmt;
  guint n;

  g_return_val_if_fail (RK_IS_LIST_MODEL (self), NULL);
  n = g_list_model_get_n_items (G_LIST_MODEL (self));
  sql = g_strdup_printf ("SELECT id FROM %s WHERE number = ?1", self->table->name);
  stmt = rk_store_statement (self->store, sql, NULL);
  for (guint i = 0; stmt != NULL && i < n; i++)
    {
      sqlite3_bind_int64 (stmt, 1, g_array_index (self->spine, gint64, i));
      if (rk_sql_next (stmt, NULL))
        g_ptr_array_add (ids, g_strdup (rk_sql_text (stmt, 0)));
      sqlite3_reset (stmt);
    }
  return ids;
}
