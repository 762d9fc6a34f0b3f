/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-history.h"
#include "rk-store-private.h"

void
rk_history_entry_free (RkHistoryEntry *entry)
{
  g_free (entry->at);
  g_free (entry->author);
  g_free (entry->label);
  g_free (entry->base);
  g_free (entry->value);
  g_free (entry);
}

static RkHistoryEntry *
read_entry (const RkField *field, sqlite3_stmt *stmt)
{
  RkHistoryEntry *entry = g_new0 (RkHistoryEntry, 1);

  entry->field = field;
  entry->at = g_strdup (rk_sql_text (stmt, 1));
  entry->author = g_strdup (rk_sql_text (stmt, 2));
  entry->label = g_strdup (rk_sql_text (stmt, 3));
  entry->base = g_strdup (rk_sql_text (stmt, 4));
  entry->value = g_strdup (rk_sql_text (stmt, 5));
  return entry;
}

GPtrArray *
rk_history_list (RkStore *store, const char *kind, const char *id, GError **error)
{
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rk_history_entry_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  GError *local_error = NULL;
  RkTable *table;

  g_return_val_if_fail (RK_IS_STORE (store) && id != NULL, NULL);
  table = rk_store_get_table (store, kind);
  g_return_val_if_fail (table != NULL, NULL);
  stmt = rk_sql_prepare (store->db, &local_error,
                         "SELECT e.field, m.at, m.author, m.label, e.base, e.value"
                         " FROM rk_entry AS e JOIN rk_mutation AS m ON m.ordinal = e.mutation"
                         " WHERE e.record = ?1 AND e.kind = ?2"
                         " ORDER BY m.ordinal DESC, e.number",
                         "ss", id, kind);
  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    {
      int i = rk_kind_find_field (table->kind, rk_sql_text (stmt, 0));

      if (i >= 0)
        g_ptr_array_add (entries, read_entry (&table->kind->fields[i], stmt));
    }
  if (local_error == NULL)
    return g_steal_pointer (&entries);
  g_propagate_error (error, local_error);
  return NULL;
}
