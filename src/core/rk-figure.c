/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-figure.h"
#include "rk-store-private.h"

static gboolean
insert (sqlite3_stmt *stmt, const char *name, const char *id, const char *value, GError **error)
{
  sqlite3_bind_text (stmt, 1, name, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 2, id, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 3, value, -1, SQLITE_TRANSIENT);
  return rk_sql_run (stmt, error);
}

/* In one go, so that nobody sees half of them. Only the temporary table is written: a reader of
 * the file is not held up, and a store that only looks can do it too. */
static gboolean
replace (RkStore *self, const char *name, GHashTable *values, GError **error)
{
  g_autoptr (sqlite3_stmt) remove =
      rk_sql_prepare (self->db, error, "DELETE FROM temp.rk_figure WHERE name = ?1", "s", name);
  g_autoptr (sqlite3_stmt) add = NULL;
  GHashTableIter iter;
  gpointer id, value;

  if (remove == NULL || !rk_sql_run (remove, error))
    return FALSE;
  add = rk_sql_prepare (self->db, error, "INSERT INTO temp.rk_figure VALUES (?1, ?2, ?3)", "");
  if (add == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &id, &value))
    if (!insert (add, name, id, value, error))
      return FALSE;
  return TRUE;
}

gboolean
rk_store_set_figures (RkStore *self, const char *name, GHashTable *values, GError **error)
{
  g_return_val_if_fail (RK_IS_STORE (self) && name != NULL && values != NULL, FALSE);
  if (!rk_sql_exec (self->db, "SAVEPOINT rk_figures", error))
    return FALSE;
  if (replace (self, name, values, error))
    return rk_sql_exec (self->db, "RELEASE rk_figures", error);
  rk_sql_exec (self->db, "ROLLBACK TO rk_figures; RELEASE rk_figures", NULL);
  return FALSE;
}
