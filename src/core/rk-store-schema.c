/* SPDX-License-Identifier: EUPL-1.2 */
/* From kinds to tables.
 *
 * A plan compares what the kinds ask with what the file has and lists the statements in between:
 * new tables, columns, indexes and full-text tables need no migration step. What the kinds cannot
 * say (a field that is split, a base table that changes) is a numbered step, counted in
 * user_version. Nothing is ever dropped: a column that this version does not know stays. */
#include "config.h"
#include "rk-store-private.h"

#include <glib/gi18n-lib.h>

/* Step n brings a file of version n to version n + 1. A step that was released never changes. */
static const char *const steps[RK_STORE_VERSION] = {
  "CREATE TABLE rk_mutation (ordinal INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
  " label TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL, role TEXT NOT NULL,"
  " reverts INTEGER, reverted INTEGER NOT NULL DEFAULT 0, bulk INTEGER NOT NULL DEFAULT 0,"
  " final INTEGER NOT NULL DEFAULT 0);"
  "CREATE TABLE rk_entry (number INTEGER PRIMARY KEY AUTOINCREMENT, mutation INTEGER NOT NULL,"
  " operation TEXT NOT NULL, kind TEXT NOT NULL, record TEXT NOT NULL, field TEXT NOT NULL,"
  " field_group TEXT, base TEXT, value TEXT);"
  "CREATE INDEX rk_entry_mutation ON rk_entry (mutation);"
  "CREATE INDEX rk_entry_record ON rk_entry (record, kind);"
  "CREATE TABLE rk_draft (scope TEXT NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL,"
  " at TEXT NOT NULL, PRIMARY KEY (scope, key)) WITHOUT ROWID;"
  "CREATE TABLE rk_state (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;",
  "CREATE TABLE rk_blob (number INTEGER PRIMARY KEY AUTOINCREMENT, hash TEXT NOT NULL UNIQUE,"
  " size INTEGER NOT NULL, content BLOB NOT NULL);"
  "CREATE TABLE rk_log (number INTEGER PRIMARY KEY AUTOINCREMENT, scope TEXT NOT NULL,"
  " line TEXT NOT NULL);"
  "CREATE INDEX rk_log_scope ON rk_log (scope);",
};

static void G_GNUC_PRINTF (2, 3) add (GPtrArray *plan, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (plan, g_strdup_vprintf (format, args));
  va_end (args);
}

gboolean
rk_kind_is_searchable (const RkKind *kind)
{
  for (const RkField *field = kind->fields; field->name != NULL; field++)
    if (field->flags & RK_FIELD_SEARCHABLE)
      return TRUE;
  return FALSE;
}

char *
rk_schema_search_table (const RkKind *kind)
{
  g_autofree char *name = g_strconcat ("rk_search_", kind->name, NULL);

  return rk_sql_quote (name);
}

/* The searchable fields, each after @prefix: "new.name, new.remark". */
static char *
list_searchable (const RkKind *kind, const char *prefix)
{
  GString *list = g_string_new (NULL);

  for (const RkField *field = kind->fields; field->name != NULL; field++)
    if (field->flags & RK_FIELD_SEARCHABLE)
      {
        g_autofree char *name = rk_sql_quote (field->name);

        g_string_append_printf (list, "%s%s%s", list->len > 0 ? ", " : "", prefix, name);
      }
  return g_string_free (list, FALSE);
}

/* Names of the columns of a table, empty when there is no such table. */
static GPtrArray *
read_columns (sqlite3 *db, const char *table, GError **error)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  GError *local_error = NULL;
  g_autoptr (sqlite3_stmt) stmt =
      rk_sql_prepare (db, &local_error, "SELECT name FROM pragma_table_info (?1) ORDER BY cid", "s",
                      table);

  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    g_ptr_array_add (columns, g_strdup (rk_sql_text (stmt, 0)));
  if (local_error == NULL)
    return g_steal_pointer (&columns);
  g_propagate_error (error, local_error);
  return NULL;
}

/* How a table, index or trigger was made: (transfer full) (nullable). */
static char *
read_definition (sqlite3 *db, const char *name, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      rk_sql_prepare (db, error, "SELECT sql FROM sqlite_schema WHERE name = ?1", "s", name);

  return stmt != NULL && rk_sql_next (stmt, error) ? g_strdup (rk_sql_text (stmt, 0)) : NULL;
}

static void
plan_table (GPtrArray *plan, const RkKind *kind, GPtrArray *columns)
{
  g_autofree char *table = rk_sql_quote (kind->name);

  if (columns->len == 0)
    add (plan,
         "CREATE TABLE %s (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
         " created_at TEXT NOT NULL, updated_at TEXT NOT NULL, extra TEXT)",
         table);
  for (const RkField *field = kind->fields; field->name != NULL; field++)
    {
      g_autofree char *name = rk_sql_quote (field->name);
      /* Text keeps "12.50" as it was entered; integers become numbers, so that they sort. */
      const char *type = field->type == RK_FIELD_INTEGER ? "INTEGER" : "TEXT";

      if (!g_ptr_array_find_with_equal_func (columns, field->name, g_str_equal, NULL))
        add (plan, "ALTER TABLE %s ADD COLUMN %s %s", table, name, type);
    }
}

static gboolean
plan_indexes (GPtrArray *plan, sqlite3 *db, const RkKind *kind, GError **error)
{
  g_autofree char *table = rk_sql_quote (kind->name);

  for (const RkField *field = kind->fields; field->name != NULL; field++)
    {
      GError *local_error = NULL;
      g_autofree char *column = rk_sql_quote (field->name);
      g_autofree char *name = g_strdup_printf ("rk_index_%s_%s", kind->name, field->name);
      g_autofree char *there = read_definition (db, name, &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, local_error);
          return FALSE;
        }
      if ((field->flags & RK_FIELD_INDEXED) && there == NULL)
        add (plan, "CREATE INDEX \"%s\" ON %s (%s)", name, table, column);
    }
  return TRUE;
}

/* The full-text table holds no text of its own: it reads the kind's table, and triggers keep it in
 * step in the transaction of the change. */
static void
plan_triggers (GPtrArray *plan, const RkKind *kind, const char *search)
{
  g_autofree char *table = rk_sql_quote (kind->name);
  g_autofree char *fields = list_searchable (kind, "");
  g_autofree char *before = list_searchable (kind, "old.");
  g_autofree char *after = list_searchable (kind, "new.");
  g_autofree char *remove = g_strdup_printf ("INSERT INTO %s (%s, rowid, %s) VALUES ('delete',"
                                             " old.number, %s);",
                                             search, search, fields, before);
  g_autofree char *insert = g_strdup_printf ("INSERT INTO %s (rowid, %s) VALUES (new.number, %s);",
                                             search, fields, after);

  add (plan, "DROP TRIGGER IF EXISTS \"rk_insert_%s\"", kind->name);
  add (plan, "DROP TRIGGER IF EXISTS \"rk_delete_%s\"", kind->name);
  add (plan, "DROP TRIGGER IF EXISTS \"rk_update_%s\"", kind->name);
  add (plan, "CREATE TRIGGER \"rk_insert_%s\" AFTER INSERT ON %s BEGIN %s END", kind->name, table,
       insert);
  add (plan, "CREATE TRIGGER \"rk_delete_%s\" AFTER DELETE ON %s BEGIN %s END", kind->name, table,
       remove);
  add (plan, "CREATE TRIGGER \"rk_update_%s\" AFTER UPDATE OF %s ON %s BEGIN %s %s END", kind->name,
       fields, table, remove, insert);
}

static gboolean
plan_search (GPtrArray *plan, sqlite3 *db, const RkKind *kind, GError **error)
{
  GError *local_error = NULL;
  g_autofree char *fields = list_searchable (kind, "");
  g_autofree char *search = rk_schema_search_table (kind);
  g_autofree char *name = g_strconcat ("rk_search_", kind->name, NULL);
  g_autofree char *there = read_definition (db, name, &local_error);
  g_autofree char *wanted = NULL;

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  if (!rk_kind_is_searchable (kind))
    return TRUE;
  wanted = g_strdup_printf ("CREATE VIRTUAL TABLE %s USING fts5 (%s, content='%s',"
                            " content_rowid='number', prefix='2 3',"
                            " tokenize='unicode61 remove_diacritics 2')",
                            search, fields, kind->name);
  if (g_strcmp0 (there, wanted) == 0)
    return TRUE;
  add (plan, "DROP TABLE IF EXISTS %s", search);
  add (plan, "%s", wanted);
  plan_triggers (plan, kind, search);
  add (plan, "INSERT INTO %s (%s) VALUES ('rebuild')", search, search);
  return TRUE;
}

static gboolean
plan_content (GPtrArray *plan, sqlite3 *db, const RkKind *kind, GError **error)
{
  for (const RkContent *content = kind->content; content != NULL && content->name != NULL;
       content++)
    {
      GError *local_error = NULL;
      g_autofree char *there = read_definition (db, content->name, &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, local_error);
          return FALSE;
        }
      if (there == NULL)
        add (plan, "%s", content->sql);
    }
  return TRUE;
}

static gboolean
plan_kind (GPtrArray *plan, sqlite3 *db, const RkKind *kind, GError **error)
{
  g_autoptr (GPtrArray) columns = read_columns (db, kind->name, error);

  if (columns == NULL)
    return FALSE;
  plan_table (plan, kind, columns);
  return plan_indexes (plan, db, kind, error) && plan_search (plan, db, kind, error) &&
         plan_content (plan, db, kind, error);
}

GPtrArray *
rk_schema_plan (sqlite3 *db, const RkKind *const *kinds, GError **error)
{
  g_autoptr (GPtrArray) plan = g_ptr_array_new_with_free_func (g_free);
  gint64 version = rk_sql_number (db, "PRAGMA user_version", -1, error);

  if (version < 0)
    return NULL;
  for (gint64 i = version; i < RK_STORE_VERSION; i++)
    add (plan, "%s", steps[i]);
  if (version < RK_STORE_VERSION)
    add (plan, "PRAGMA user_version = %d", RK_STORE_VERSION);
  for (guint i = 0; kinds[i] != NULL; i++)
    if (!plan_kind (plan, db, kinds[i], error))
      return NULL;
  return g_steal_pointer (&plan);
}

static gboolean
run_plan (sqlite3 *db, const RkKind *const *kinds, GError **error)
{
  g_autoptr (GPtrArray) plan = rk_schema_plan (db, kinds, error);

  for (guint i = 0; plan != NULL && i < plan->len; i++)
    if (!rk_sql_exec (db, g_ptr_array_index (plan, i), error))
      return FALSE;
  return plan != NULL && rk_sql_exec (db, "COMMIT", error);
}

gboolean
rk_schema_update (sqlite3 *db, const RkKind *const *kinds, GError **error)
{
  if (!rk_sql_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (run_plan (db, kinds, error))
    return TRUE;
  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

static gboolean
is_fixed_column (const char *name)
{
  return g_str_equal (name, "number") || g_str_equal (name, "id") ||
         g_str_equal (name, "created_at") || g_str_equal (name, "updated_at");
}

static void
add_column (RkTable *table, const char *name)
{
  char *copy = g_strdup (name);

  g_ptr_array_add (table->columns, copy);
  g_hash_table_insert (table->index, copy, GUINT_TO_POINTER (table->columns->len));
}

/* The columns after the fixed ones, each after a comma. */
static char *
list_columns (RkTable *table)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    {
      g_autofree char *name = rk_sql_quote (g_ptr_array_index (table->columns, i));

      g_string_append_printf (list, ", %s", name);
    }
  return g_string_free (list, FALSE);
}

static char *
list_parameters (RkTable *table)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (list, ", ?%u", i + 5);
  return g_string_free (list, FALSE);
}

static void
make_statements (RkTable *table)
{
  g_autofree char *columns = list_columns (table);
  g_autofree char *parameters = list_parameters (table);

  table->select =
      g_strdup_printf ("SELECT number, id, created_at, updated_at%s FROM %s", columns, table->name);
  table->find = g_strdup_printf ("%s WHERE id = ?1", table->select);
  table->insert = g_strdup_printf ("INSERT INTO %s (number, id, created_at, updated_at%s)"
                                   " VALUES (?1, ?2, ?3, ?4%s)",
                                   table->name, columns, parameters);
  table->remove = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", table->name);
}

RkTable *
rk_table_new (sqlite3 *db, const RkKind *kind, GError **error)
{
  g_autoptr (GPtrArray) there = read_columns (db, kind->name, error);
  RkTable *table;

  if (there == NULL)
    return NULL;
  table = g_new0 (RkTable, 1);
  table->kind = kind;
  table->name = rk_sql_quote (kind->name);
  table->columns = g_ptr_array_new_with_free_func (g_free);
  table->index = g_hash_table_new (g_str_hash, g_str_equal);
  add_column (table, "extra");
  for (const RkField *field = kind->fields; field->name != NULL; field++)
    add_column (table, field->name);
  for (guint i = 0; i < there->len; i++)
    {
      const char *name = g_ptr_array_index (there, i);

      if (!is_fixed_column (name) && !g_hash_table_contains (table->index, name))
        add_column (table, name);
    }
  make_statements (table);
  return table;
}

void
rk_table_free (RkTable *table)
{
  g_hash_table_unref (table->index);
  g_ptr_array_unref (table->columns);
  g_free (table->name);
  g_free (table->select);
  g_free (table->find);
  g_free (table->insert);
  g_free (table->remove);
  g_free (table);
}
