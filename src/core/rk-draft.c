/* SPDX-License-Identifier: EUPL-1.2 */
/* What is on disk but not in the journal: drafts of what is being typed, and the state of the
 * interface. */
#include "config.h"
#include "rk-store-private.h"
#include "rk-time-private.h"

/* Runs one statement as a transaction of its own. */
static gboolean
run (RkStore *self, sqlite3_stmt *stmt, GError **error)
{
  if (stmt == NULL || !rk_store_begin (self, error))
    return FALSE;
  if (rk_sql_run (stmt, error))
    return rk_store_commit (self, error);
  rk_store_rollback (self);
  return FALSE;
}

gboolean
rk_store_set_draft (RkStore *self, const char *scope, const char *key, const char *text,
                    GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autofree char *at = rk_time_now ();

  g_return_val_if_fail (RK_IS_STORE (self) && scope != NULL && key != NULL, FALSE);
  if (text == NULL)
    stmt = rk_sql_prepare (self->db, error, "DELETE FROM rk_draft WHERE scope = ?1 AND key = ?2",
                           "ss", scope, key);
  else
    stmt = rk_sql_prepare (self->db, error,
                           "INSERT OR REPLACE INTO rk_draft (scope, key, text, at)"
                           " VALUES (?1, ?2, ?3, ?4)",
                           "ssss", scope, key, text, at);
  return run (self, stmt, error);
}

GHashTable *
rk_store_get_drafts (RkStore *self, const char *scope, GError **error)
{
  g_autoptr (GHashTable) drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  GError *local_error = NULL;

  g_return_val_if_fail (RK_IS_STORE (self) && scope != NULL, NULL);
  stmt = rk_sql_prepare (self->db, &local_error, "SELECT key, text FROM rk_draft WHERE scope = ?1",
                         "s", scope);
  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    g_hash_table_insert (drafts, g_strdup (rk_sql_text (stmt, 0)),
                         g_strdup (rk_sql_text (stmt, 1)));
  if (local_error == NULL)
    return g_steal_pointer (&drafts);
  g_propagate_error (error, local_error);
  return NULL;
}

static sqlite3_stmt *
prepare_state (RkStore *self, const char *key, const char *value, GError **error)
{
  if (value == NULL)
    return rk_sql_prepare (self->db, error, "DELETE FROM rk_state WHERE key = ?1", "s", key);
  return rk_sql_prepare (self->db, error,
                         "INSERT OR REPLACE INTO rk_state (key, value) VALUES (?1, ?2)", "ss", key,
                         value);
}

gboolean
rk_store_write_state (RkStore *self, const char *key, const char *value, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = prepare_state (self, key, value, error);

  return stmt != NULL && rk_sql_run (stmt, error);
}

gboolean
rk_store_set_state (RkStore *self, const char *key, const char *value, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;

  g_return_val_if_fail (RK_IS_STORE (self) && key != NULL, FALSE);
  stmt = prepare_state (self, key, value, error);
  return run (self, stmt, error);
}

char *
rk_store_get_state (RkStore *self, const char *key)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;

  g_return_val_if_fail (RK_IS_STORE (self) && key != NULL, NULL);
  stmt = rk_sql_prepare (self->db, NULL, "SELECT value FROM rk_state WHERE key = ?1", "s", key);
  return stmt != NULL && rk_sql_next (stmt, NULL) ? g_strdup (rk_sql_text (stmt, 0)) : NULL;
}
