/* SPDX-License-Identifier: EUPL-1.2 */
/* Removing the contents of architectures. */
#include "config.h"
#include "rk-archimate-private.h"

/* In this order: the index for searching is taken from the texts that go afterwards. */
static const char *const statements[] = {
  "INSERT INTO archimate_search (archimate_search, rowid, name, documentation, other)"
  " SELECT 'delete', number, name, documentation, other FROM archimate_searchable"
  " WHERE number BETWEEN ?1 AND ?2",
  "DELETE FROM archimate_concept WHERE number BETWEEN ?1 AND ?2",
  "DELETE FROM archimate_key WHERE number BETWEEN ?1 AND ?2",
  "DELETE FROM archimate_definition WHERE number BETWEEN ?1 AND ?2",
  "DELETE FROM archimate_item WHERE number BETWEEN ?1 AND ?2",
  "DELETE FROM archimate_view WHERE number BETWEEN ?1 AND ?2",
  "DELETE FROM archimate_node WHERE number BETWEEN ?1 AND ?2",
  "DELETE FROM archimate_connection WHERE number BETWEEN ?1 AND ?2",
  "DELETE FROM archimate_style WHERE number BETWEEN ?1 AND ?2",
  "DELETE FROM archimate_property WHERE owner BETWEEN ?1 AND ?2",
  "DELETE FROM archimate_text WHERE owner BETWEEN ?1 AND ?2",
  "DELETE FROM archimate_kept WHERE owner BETWEEN ?1 AND ?2",
  "DELETE FROM archimate_warning WHERE model BETWEEN ?1 AND ?2",
  "DELETE FROM archimate_model WHERE number BETWEEN ?1 AND ?2",
};

gboolean
rk_archimate_remove (sqlite3 *db, const char *architecture, GError **error)
{
  GError *local_error = NULL;
  g_autoptr (sqlite3_stmt) model =
      rk_sql_prepare (db, error, "SELECT first, last FROM archimate_model WHERE architecture = ?1",
                      "s", architecture);
  gint64 first, last;

  if (model == NULL)
    return FALSE;
  if (!rk_sql_next (model, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, local_error);
      return local_error == NULL;
    }
  first = sqlite3_column_int64 (model, 0);
  last = sqlite3_column_int64 (model, 1);
  sqlite3_reset (model);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (sqlite3_stmt) stmt = rk_sql_prepare (db, error, statements[i], "ii", first, last);

      if (stmt == NULL || !rk_sql_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}
