/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-backup-private.h"
#include "rk-content.h"
#include "rk-record-private.h"
#include "rk-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <errno.h>

G_DEFINE_FINAL_TYPE (RkStore, rk_store, G_TYPE_OBJECT)

static void
rk_store_finalize (GObject *object)
{
  RkStore *self = RK_STORE (object);

  if (self->watch != NULL)
    g_source_destroy (self->watch);
  g_clear_pointer (&self->watch, g_source_unref);
  g_clear_pointer (&self->keeper, g_thread_join);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->tables, g_hash_table_unref);
  g_clear_pointer (&self->db, sqlite3_close);
  g_free (self->path);
  g_free (self->author);
  G_OBJECT_CLASS (rk_store_parent_class)->finalize (object);
}

static void
rk_store_class_init (RkStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rk_store_finalize;
  g_signal_new ("changed", RK_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE,
                G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
finalize_statement (gpointer stmt)
{
  sqlite3_finalize (stmt);
}

static void
rk_store_init (RkStore *self)
{
  self->author = g_strdup ("");
  self->tables =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) rk_table_free);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
}

static gboolean
load_tables (RkStore *self, GError **error)
{
  for (guint i = 0; self->kinds[i] != NULL; i++)
    {
      RkTable *table = rk_table_new (self->db, self->kinds[i], error);

      if (table == NULL)
        return FALSE;
      g_hash_table_insert (self->tables, (char *) self->kinds[i]->name, table);
    }
  return TRUE;
}

gboolean
rk_store_copy_aside (RkStore *self, GError **error)
{
  /* Without a name: a file of SQLite's own that is gone when it is closed, for a workspace with
   * files need not fit in memory. */
  g_autoptr (sqlite3) own = rk_sql_open ("", SQLITE_OPEN_READWRITE, error);
  sqlite3_backup *copy;

  if (own == NULL)
    return FALSE;
  copy = sqlite3_backup_init (own, "main", self->db, "main");
  if (copy != NULL)
    sqlite3_backup_step (copy, -1);
  if (copy == NULL || sqlite3_backup_finish (copy) != SQLITE_OK)
    return rk_sql_fail (own, error);
  g_hash_table_remove_all (self->statements);
  g_clear_pointer (&self->db, sqlite3_close);
  self->db = g_steal_pointer (&own);
  return TRUE;
}

static gboolean
bring_up_to_date (RkStore *self, GError **error)
{
  g_autoptr (GPtrArray) plan = rk_schema_plan (self->db, self->kinds, error);

  if (plan == NULL)
    return FALSE;
  if (plan->len == 0)
    return TRUE;
  if (self->read_only)
    return rk_store_copy_aside (self, error) && rk_schema_update (self->db, self->kinds, error);
  return rk_backup_before_change (self->db, self->path, error) &&
         rk_schema_update (self->db, self->kinds, error);
}

static gboolean
should_create (const char *path, RkStoreFlags flags)
{
  GStatBuf info;

  return (flags & RK_STORE_CREATE) &&
         (g_stat (path, &info) != 0 ? errno == ENOENT : info.st_size == 0);
}

RkStore *
rk_store_open (const char *path, const RkKind *const *kinds, RkStoreFlags flags, GError **error)
{
  g_autoptr (RkStore) self = NULL;

  g_return_val_if_fail (path != NULL && kinds != NULL, NULL);
  if (should_create (path, flags) && !rk_store_make_file (path, kinds, error))
    return NULL;
  self = g_object_new (RK_TYPE_STORE, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  self->kinds = kinds;
  self->read_only = (flags & RK_STORE_READ_ONLY) != 0;
  self->db = rk_store_connect (self->path, flags, error);
  if (self->db == NULL || !bring_up_to_date (self, error) || !load_tables (self, error))
    return NULL;
  rk_store_trust (self->db);
  if (!rk_sql_exec (self->db,
                    "CREATE TEMP TABLE rk_figure (name TEXT, record TEXT, value TEXT,"
                    " PRIMARY KEY (name, record)) WITHOUT ROWID",
                    error))
    return NULL;
  if (!self->read_only)
    self->keeper = rk_backup_daily (self->path);
  rk_store_watch (self);
  return g_steal_pointer (&self);
}

const char *
rk_store_get_path (RkStore *self)
{
  g_return_val_if_fail (RK_IS_STORE (self), NULL);
  return self->path;
}

gboolean
rk_store_is_read_only (RkStore *self)
{
  g_return_val_if_fail (RK_IS_STORE (self), TRUE);
  return self->read_only;
}

RkTable *
rk_store_get_table (RkStore *self, const char *kind)
{
  return g_hash_table_lookup (self->tables, kind);
}

const RkKind *
rk_store_get_kind (RkStore *self, const char *name)
{
  RkTable *table;

  g_return_val_if_fail (RK_IS_STORE (self) && name != NULL, NULL);
  table = rk_store_get_table (self, name);
  return table != NULL ? table->kind : NULL;
}

const RkKind *const *
rk_store_get_kinds (RkStore *self)
{
  g_return_val_if_fail (RK_IS_STORE (self), NULL);
  return self->kinds;
}

void
rk_store_set_author (RkStore *self, const char *name)
{
  g_return_if_fail (RK_IS_STORE (self));
  g_free (self->author);
  self->author = g_strdup (name != NULL ? name : "");
}

const char *
rk_store_get_author (RkStore *self)
{
  g_return_val_if_fail (RK_IS_STORE (self), NULL);
  return self->author;
}

sqlite3_stmt *
rk_store_statement (RkStore *self, const char *sql, GError **error)
{
  sqlite3_stmt *stmt = g_hash_table_lookup (self->statements, sql);

  if (stmt == NULL)
    {
      stmt = rk_sql_prepare (self->db, error, sql, "");
      if (stmt != NULL)
        g_hash_table_insert (self->statements, g_strdup (sql), stmt);
      return stmt;
    }
  sqlite3_reset (stmt);
  sqlite3_clear_bindings (stmt);
  return stmt;
}

gboolean
rk_store_begin (RkStore *self, GError **error)
{
  if (self->read_only)
    {
      rk_store_set_file_error (error, RK_ERROR_READ_ONLY, self->path);
      return FALSE;
    }
  return rk_sql_exec (self->db, "BEGIN IMMEDIATE", error);
}

void
rk_store_rollback (RkStore *self)
{
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

gboolean
rk_store_commit (RkStore *self, GError **error)
{
  if (rk_sql_exec (self->db, "COMMIT", error))
    return TRUE;
  rk_store_rollback (self);
  return FALSE;
}

gboolean
rk_store_try_content (RkStore *self, RkContentFunc function, gpointer data, GError **error)
{
  gboolean ok;

  g_return_val_if_fail (RK_IS_STORE (self) && function != NULL, FALSE);
  if (!rk_store_begin (self, error))
    return FALSE;
  ok = function (self->db, NULL, data, error);
  rk_store_rollback (self);
  return ok;
}

sqlite3 *
rk_store_get_database (RkStore *self)
{
  g_return_val_if_fail (RK_IS_STORE (self), NULL);
  return self->db;
}

sqlite3_stmt *
rk_store_find_row (RkStore *self, RkTable *table, const char *id, GError **error)
{
  sqlite3_stmt *stmt = rk_store_statement (self, table->find, error);

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_text (stmt, 1, id, -1, SQLITE_TRANSIENT);
  if (rk_sql_next (stmt, error))
    return stmt;
  sqlite3_reset (stmt);
  return NULL;
}

RkRecord *
rk_store_get (RkStore *self, const char *kind, const char *id, GError **error)
{
  RkTable *table;
  RkRecord *record;
  sqlite3_stmt *row;

  g_return_val_if_fail (RK_IS_STORE (self) && id != NULL, NULL);
  table = rk_store_get_table (self, kind);
  g_return_val_if_fail (table != NULL, NULL);
  row = rk_store_find_row (self, table, id, error);
  if (row == NULL)
    return NULL;
  record = rk_record_new_from_row (table->kind, row);
  sqlite3_reset (row); /* a statement half-way would keep the file open to an old state */
  return record;
}

static sqlite3_stmt *
prepare_query (RkStore *self, const char *sql, GError **error, va_list args)
{
  sqlite3_stmt *stmt = rk_sql_prepare (self->db, error, sql, "");
  int i = 1;

  if (stmt == NULL)
    return NULL;
  for (const char *text = va_arg (args, const char *); text != NULL;
       text = va_arg (args, const char *))
    sqlite3_bind_text (stmt, i++, text, -1, SQLITE_TRANSIENT);
  return stmt;
}

GPtrArray *
rk_store_list (RkStore *self, const char *kind, const char *where, const char *order,
               GError **error, ...)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autofree char *sql = NULL;
  GError *local_error = NULL;
  RkTable *table;
  va_list args;

  g_return_val_if_fail (RK_IS_STORE (self), NULL);
  table = rk_store_get_table (self, kind);
  g_return_val_if_fail (table != NULL, NULL);
  sql = g_strdup_printf ("%s WHERE %s ORDER BY %s", table->select, where != NULL ? where : "1",
                         order != NULL ? order : "number");
  va_start (args, error);
  stmt = prepare_query (self, sql, &local_error, args);
  va_end (args);
  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    g_ptr_array_add (records, rk_record_new_from_row (table->kind, stmt));
  if (local_error == NULL)
    return g_steal_pointer (&records);
  g_propagate_error (error, local_error);
  return NULL;
}

gboolean
rk_store_foreach (RkStore *self, const char *kind, RkRecordFunc function, gpointer data,
                  GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autofree char *sql = NULL;
  GError *local_error = NULL;
  RkTable *table;

  g_return_val_if_fail (RK_IS_STORE (self) && function != NULL, FALSE);
  table = rk_store_get_table (self, kind);
  g_return_val_if_fail (table != NULL, FALSE);
  sql = g_strconcat (table->select, " ORDER BY number", NULL);
  stmt = rk_sql_prepare (self->db, error, sql, "");
  if (stmt == NULL)
    return FALSE;
  while (rk_sql_next (stmt, &local_error))
    {
      g_autoptr (RkRecord) record = rk_record_new_from_row (table->kind, stmt);

      if (!function (record, data, error))
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

gint64
rk_store_count (RkStore *self, const char *kind, const char *where, GError **error, ...)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autofree char *sql = NULL;
  RkTable *table;
  va_list args;

  g_return_val_if_fail (RK_IS_STORE (self), -1);
  table = rk_store_get_table (self, kind);
  g_return_val_if_fail (table != NULL, -1);
  sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE %s", table->name,
                         where != NULL ? where : "1");
  va_start (args, error);
  stmt = prepare_query (self, sql, error, args);
  va_end (args);
  if (stmt == NULL || !rk_sql_next (stmt, error))
    return -1;
  return sqlite3_column_int64 (stmt, 0);
}
