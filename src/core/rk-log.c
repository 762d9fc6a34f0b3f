/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-log.h"

#include "rk-store-private.h"

gboolean
rk_store_log (RkStore *self, const char *scope, const char *line, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;

  g_return_val_if_fail (RK_IS_STORE (self) && scope != NULL && line != NULL, FALSE);
  stmt = rk_sql_prepare (self->db, error, "INSERT INTO rk_log (scope, line) VALUES (?1, ?2)", "ss",
                         scope, line);
  if (stmt == NULL || !rk_store_begin (self, error))
    return FALSE;
  if (rk_sql_run (stmt, error))
    return rk_store_commit (self, error);
  rk_store_rollback (self);
  return FALSE;
}

GPtrArray *
rk_store_list_log (RkStore *self, const char *scope, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  GError *local_error = NULL;

  g_return_val_if_fail (RK_IS_STORE (self) && scope != NULL, NULL);
  stmt = rk_sql_prepare (self->db, &local_error,
                         "SELECT line FROM rk_log WHERE scope = ?1 ORDER BY number", "s", scope);
  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    g_ptr_array_add (lines, g_strdup (rk_sql_text (stmt, 0)));
  if (local_error == NULL)
    return g_steal_pointer (&lines);
  g_propagate_error (error, local_error);
  return NULL;
}
