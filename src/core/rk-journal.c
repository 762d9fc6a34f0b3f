/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-journal-private.h"
#include "rk-time-private.h"

#include <json-glib/json-glib.h>

#define ENTRY_COLUMNS "operation, kind, record, field, base, value FROM rk_entry"

static const char *const operation_names[] = { "create", "update", "delete" };
static const char *const role_names[] = { "do", "undo", "redo", "aside" };

static void
rk_entry_free (RkEntry *entry)
{
  g_free (entry->record);
  g_free (entry->base);
  g_free (entry->value);
  g_free (entry);
}

void
rk_step_init (RkStep *step, const char *label)
{
  *step = (RkStep){ .label = label };
  step->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_entry_free);
}

void
rk_step_clear (RkStep *step)
{
  g_clear_pointer (&step->entries, g_ptr_array_unref);
}

void
rk_step_add (RkStep *step, RkOperation operation, const char *kind, const char *record,
             const char *field, const char *base, const char *value)
{
  RkEntry *entry;

  /* What a created record holds is in its table; a bulk step says only that it came. */
  if (step->bulk && operation == RK_OPERATION_CREATE && *field != '\0')
    return;
  entry = g_new0 (RkEntry, 1);
  entry->operation = operation;
  entry->kind = g_intern_string (kind);
  entry->record = g_strdup (record);
  entry->field = g_intern_string (field);
  entry->base = g_strdup (base);
  entry->value = g_strdup (value);
  g_ptr_array_add (step->entries, entry);
}

static gint64
write_mutation (RkStep *step, RkStore *store, GError **error)
{
  g_autofree char *id = rk_store_new_id ();
  g_autofree char *at = rk_time_now ();
  g_autoptr (sqlite3_stmt) stmt =
      rk_sql_prepare (store->db, error,
                      "INSERT INTO rk_mutation (id, label, author, at, role, reverts, bulk, final)"
                      " VALUES (?1, ?2, ?3, ?4, ?5, nullif (?6, 0), ?7, ?8)",
                      "sssssiii", id, step->label, store->author, at, role_names[step->role],
                      step->reverts, (gint64) step->bulk, (gint64) step->final);

  if (stmt == NULL || !rk_sql_run (stmt, error))
    return -1;
  return sqlite3_last_insert_rowid (store->db);
}

static const char *
find_group (RkStore *store, const RkEntry *entry)
{
  const RkKind *kind = rk_store_get_kind (store, entry->kind);
  int i = kind != NULL ? rk_kind_find_field (kind, entry->field) : -1;

  return i < 0 ? NULL : kind->fields[i].group;
}

static gboolean
write_entry (RkStore *store, gint64 ordinal, const RkEntry *entry, GError **error)
{
  sqlite3_stmt *stmt = rk_store_statement (
      store,
      "INSERT INTO rk_entry (mutation, operation, kind, record, field, field_group, base, value)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, ordinal);
  sqlite3_bind_text (stmt, 2, operation_names[entry->operation], -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 3, entry->kind, -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 4, entry->record, -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 5, entry->field, -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 6, find_group (store, entry), -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 7, entry->base, -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 8, entry->value, -1, SQLITE_STATIC);
  return rk_sql_run (stmt, error);
}

static void
add_text (JsonBuilder *builder, const char *text)
{
  if (text == NULL)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, text);
}

static char *
pack_entries (GPtrArray *entries)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      const RkEntry *entry = g_ptr_array_index (entries, i);

      json_builder_begin_array (builder);
      json_builder_add_string_value (builder, operation_names[entry->operation]);
      json_builder_add_string_value (builder, entry->kind);
      json_builder_add_string_value (builder, entry->record);
      json_builder_add_string_value (builder, entry->field);
      add_text (builder, entry->base);
      add_text (builder, entry->value);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static gboolean
write_bulk (RkStep *step, RkStore *store, gint64 ordinal, GError **error)
{
  g_autofree char *packed = pack_entries (step->entries);
  g_autoptr (sqlite3_stmt) stmt =
      rk_sql_prepare (store->db, error,
                      "INSERT INTO rk_entry (mutation, operation, kind, record, field, value)"
                      " VALUES (?1, 'bulk', '', '', '', ?2)",
                      "is", ordinal, packed);

  return stmt != NULL && rk_sql_run (stmt, error);
}

static gboolean
mark_reverted (RkStep *step, RkStore *store, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      rk_sql_prepare (store->db, error, "UPDATE rk_mutation SET reverted = 1 WHERE ordinal = ?1",
                      "i", step->reverts);

  return stmt != NULL && rk_sql_run (stmt, error);
}

gboolean
rk_step_write (RkStep *step, RkStore *store, GError **error)
{
  gint64 ordinal = write_mutation (step, store, error);

  if (ordinal < 0 || (step->reverts != 0 && !mark_reverted (step, store, error)))
    return FALSE;
  if (step->bulk)
    return write_bulk (step, store, ordinal, error);
  for (guint i = 0; i < step->entries->len; i++)
    if (!write_entry (store, ordinal, g_ptr_array_index (step->entries, i), error))
      return FALSE;
  return TRUE;
}

static RkOperation
parse_operation (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (operation_names); i++)
    if (g_strcmp0 (name, operation_names[i]) == 0)
      return (RkOperation) i;
  return RK_OPERATION_UPDATE;
}

/* The text at @i of an entry in a bulk row, or NULL; a damaged row gives no value, never a crash.
 */
static const char *
unpack_text (JsonArray *array, guint i)
{
  JsonNode *node = i < json_array_get_length (array) ? json_array_get_element (array, i) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static void
unpack_entries (RkStep *step, const char *packed)
{
  g_autoptr (JsonNode) root = json_from_string (packed, NULL);
  JsonArray *array =
      root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonArray *entry = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      if (entry != NULL && unpack_text (entry, 1) != NULL && unpack_text (entry, 2) != NULL &&
          unpack_text (entry, 3) != NULL)
        rk_step_add (step, parse_operation (unpack_text (entry, 0)), unpack_text (entry, 1),
                     unpack_text (entry, 2), unpack_text (entry, 3), unpack_text (entry, 4),
                     unpack_text (entry, 5));
    }
}

static void
read_row (RkStep *step, sqlite3_stmt *stmt)
{
  const char *operation = rk_sql_text (stmt, 0);

  if (g_strcmp0 (operation, "bulk") == 0)
    unpack_entries (step, rk_sql_text (stmt, 5));
  else
    rk_step_add (step, parse_operation (operation), rk_sql_text (stmt, 1), rk_sql_text (stmt, 2),
                 rk_sql_text (stmt, 3), rk_sql_text (stmt, 4), rk_sql_text (stmt, 5));
}

GPtrArray *
rk_journal_read (sqlite3 *db, gint64 ordinal, GError **error)
{
  g_auto (RkStep) step;
  GError *local_error = NULL;
  g_autoptr (sqlite3_stmt) stmt =
      rk_sql_prepare (db, &local_error,
                      "SELECT " ENTRY_COLUMNS " WHERE mutation = ?1 ORDER BY number", "i", ordinal);

  rk_step_init (&step, NULL);
  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    read_row (&step, stmt);
  if (local_error == NULL)
    return g_steal_pointer (&step.entries);
  g_propagate_error (error, local_error);
  return NULL;
}

gboolean
rk_journal_foreach (sqlite3 *db, RkJournalFunc function, gpointer data, GError **error)
{
  GError *local_error = NULL;
  g_autoptr (sqlite3_stmt) stmt =
      rk_sql_prepare (db, &local_error, "SELECT " ENTRY_COLUMNS " ORDER BY number", "");

  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    {
      g_auto (RkStep) step;

      rk_step_init (&step, NULL);
      step.bulk = g_strcmp0 (rk_sql_text (stmt, 0), "bulk") == 0;
      read_row (&step, stmt);
      for (guint i = 0; i < step.entries->len; i++)
        function (g_ptr_array_index (step.entries, i), step.bulk, data);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}
