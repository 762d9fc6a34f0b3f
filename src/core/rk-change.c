/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-change-private.h"
#include "rk-content.h"
#include "rk-record-private.h"
#include "rk-time-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* What should become of one record. */
typedef struct
{
  RkTable *table;
  char *id;
  gboolean remove;
  gboolean fresh; /* deleted in this change, perhaps made again: nothing of before remains */
  gboolean restore;
  GHashTable *values; /* column name -> text or NULL; only what was set */
  char *number;
  char *created_at;
} Target;

typedef struct
{
  char *scope;
  char *key;
} Draft;

struct _RkChange
{
  RkStore *store;
  char *label;
  GPtrArray *targets;  /* of Target, in the order in which they were first named */
  GHashTable *by_name; /* "kind id" -> Target */
  GArray *drafts;
  GHashTable *states; /* key -> value or NULL */
  RkStep step;
};

static void
target_free (Target *target)
{
  g_hash_table_unref (target->values);
  g_free (target->id);
  g_free (target->number);
  g_free (target->created_at);
  g_free (target);
}

static void
draft_clear (Draft *draft)
{
  g_free (draft->scope);
  g_free (draft->key);
}

RkChange *
rk_change_new (RkStore *store, const char *label)
{
  RkChange *self;

  g_return_val_if_fail (RK_IS_STORE (store), NULL);
  self = g_new0 (RkChange, 1);
  self->store = g_object_ref (store);
  self->label = g_strdup (label != NULL ? label : "");
  self->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) target_free);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->drafts = g_array_new (FALSE, FALSE, sizeof (Draft));
  g_array_set_clear_func (self->drafts, (GDestroyNotify) draft_clear);
  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  rk_step_init (&self->step, self->label);
  return self;
}

void
rk_change_free (RkChange *self)
{
  rk_step_clear (&self->step);
  g_hash_table_unref (self->states);
  g_array_unref (self->drafts);
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->targets);
  g_object_unref (self->store);
  g_free (self->label);
  g_free (self);
}

static Target *
get_target (RkChange *self, const char *kind, const char *id)
{
  RkTable *table = rk_store_get_table (self->store, kind);
  char *name;
  Target *target;

  g_return_val_if_fail (table != NULL && id != NULL && *id != '\0', NULL);
  name = g_strconcat (kind, " ", id, NULL);
  target = g_hash_table_lookup (self->by_name, name);
  if (target != NULL)
    {
      g_free (name);
      return target;
    }
  target = g_new0 (Target, 1);
  target->table = table;
  target->id = g_strdup (id);
  target->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_ptr_array_add (self->targets, target);
  g_hash_table_insert (self->by_name, name, target);
  return target;
}

static void
replace (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

void
rk_change_set_column (RkChange *self, const char *kind, const char *id, const char *column,
                      const char *value)
{
  Target *target = get_target (self, kind, id);

  g_return_if_fail (target != NULL);
  target->remove = FALSE;
  if (g_str_equal (column, RK_ENTRY_NUMBER))
    replace (&target->number, value);
  else if (g_str_equal (column, RK_ENTRY_CREATED_AT))
    replace (&target->created_at, value);
  else
    g_hash_table_insert (target->values, g_strdup (column), g_strdup (value));
}

void
rk_change_set_field (RkChange *self, const char *kind, const char *id, const char *field,
                     const char *value)
{
  Target *target;

  g_return_if_fail (self != NULL && field != NULL);
  target = get_target (self, kind, id);
  g_return_if_fail (target != NULL && rk_kind_find_field (target->table->kind, field) >= 0);
  /* There is one way to say "no value". */
  rk_change_set_column (self, kind, id, field, value != NULL && *value != '\0' ? value : NULL);
}

void
rk_change_set (RkChange *self, const char *kind, const char *id, ...)
{
  va_list args;

  g_return_if_fail (self != NULL && get_target (self, kind, id) != NULL);
  get_target (self, kind, id)->remove = FALSE;
  va_start (args, id);
  for (const char *field = va_arg (args, const char *); field != NULL;
       field = va_arg (args, const char *))
    rk_change_set_field (self, kind, id, field, va_arg (args, const char *));
  va_end (args);
}

void
rk_change_set_extra (RkChange *self, const char *kind, const char *id, const char *json)
{
  g_return_if_fail (self != NULL);
  rk_change_set_column (self, kind, id, "extra", json);
}

void
rk_change_delete (RkChange *self, const char *kind, const char *id)
{
  Target *target;

  g_return_if_fail (self != NULL);
  target = get_target (self, kind, id);
  g_return_if_fail (target != NULL);
  target->remove = TRUE;
  target->fresh = TRUE;
  g_hash_table_remove_all (target->values);
}

void
rk_change_restore (RkChange *self, const char *kind, const char *id)
{
  Target *target = get_target (self, kind, id);

  if (target != NULL)
    target->restore = TRUE;
}

void
rk_change_clear_draft (RkChange *self, const char *scope, const char *key)
{
  Draft draft = { g_strdup (scope), g_strdup (key) };

  g_array_append_val (self->drafts, draft);
}

void
rk_change_set_state (RkChange *self, const char *key, const char *value)
{
  g_return_if_fail (self != NULL && key != NULL);
  g_hash_table_insert (self->states, g_strdup (key), g_strdup (value));
}

void
rk_change_set_bulk (RkChange *self, gboolean bulk)
{
  g_return_if_fail (self != NULL);
  self->step.bulk = bulk;
}

void
rk_change_set_final (RkChange *self, gboolean final)
{
  g_return_if_fail (self != NULL);
  self->step.final = final;
}

void
rk_change_set_aside (RkChange *self)
{
  g_return_if_fail (self != NULL);
  self->step.role = RK_ROLE_ASIDE;
}

void
rk_change_set_role (RkChange *self, RkRole role, gint64 reverts)
{
  self->step.role = role;
  self->step.reverts = reverts;
}

/* --- checking ------------------------------------------------------------------------------- */

static gboolean
check_required (const RkKind *kind, const RkField *field, const char *value, GError **error)
{
  if (!(field->flags & RK_FIELD_REQUIRED) || value != NULL)
    return TRUE;
  /* Translators: the first %s is the name of a field, the second of a kind of record. */
  g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
               _ ("“%s” of “%s” was not saved: it cannot be empty. Fill it in."),
                  _ (field->label), _ (kind->label));
  return FALSE;
}

/* What is kept verbatim must be something that can be handed on. */
static gboolean
check_extra (Target *target, GError **error)
{
  const char *json = g_hash_table_lookup (target->values, "extra");
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, NULL) : NULL;

  if (json == NULL || (node != NULL && JSON_NODE_HOLDS_OBJECT (node)))
    return TRUE;
  /* Translators: %s is the name of a kind of record. */
  g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
               _ ("“%s” was not saved: its extra fields are not a JSON object."),
                  _ (target->table->kind->label));
  return FALSE;
}

static gboolean
check_target (Target *target, gboolean creates, GError **error)
{
  for (const RkField *field = target->table->kind->fields; field->name != NULL; field++)
    {
      gpointer value = NULL;
      gboolean set = g_hash_table_lookup_extended (target->values, field->name, NULL, &value);

      if (set && !rk_field_check (field, value, error))
        return FALSE;
      if ((set || creates) && !check_required (target->table->kind, field, value, error))
        return FALSE;
    }
  return check_extra (target, error);
}

/* --- writing -------------------------------------------------------------------------------- */

static void
note (RkChange *self, Target *target, RkOperation operation, const char *field, const char *base,
      const char *value)
{
  rk_step_add (&self->step, operation, target->table->kind->name, target->id, field, base, value);
}

static gboolean
remove_record (RkChange *self, Target *target, sqlite3_stmt *row, GError **error)
{
  RkTable *table = target->table;
  sqlite3_stmt *stmt;

  note (self, target, RK_OPERATION_DELETE, "", NULL, NULL);
  note (self, target, RK_OPERATION_DELETE, RK_ENTRY_NUMBER, rk_sql_text (row, RK_COLUMN_NUMBER),
        NULL);
  note (self, target, RK_OPERATION_DELETE, RK_ENTRY_CREATED_AT,
        rk_sql_text (row, RK_COLUMN_CREATED_AT), NULL);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *base = rk_sql_text (row, RK_COLUMN_EXTRA + (int) i);

      if (base != NULL)
        note (self, target, RK_OPERATION_DELETE, g_ptr_array_index (table->columns, i), base, NULL);
    }
  sqlite3_reset (row);
  stmt = rk_store_statement (self->store, table->remove, error);
  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_text (stmt, 1, target->id, -1, SQLITE_STATIC);
  return rk_sql_run (stmt, error);
}

static gboolean
create_record (RkChange *self, Target *target, const char *now, GError **error)
{
  RkTable *table = target->table;
  sqlite3_stmt *stmt = rk_store_statement (self->store, table->insert, error);

  if (stmt == NULL)
    return FALSE;
  note (self, target, RK_OPERATION_CREATE, "", NULL, NULL);
  sqlite3_bind_text (stmt, 1, target->number, -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 2, target->id, -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 3, target->created_at != NULL ? target->created_at : now, -1,
                     SQLITE_STATIC);
  sqlite3_bind_text (stmt, 4, now, -1, SQLITE_STATIC);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *column = g_ptr_array_index (table->columns, i);
      const char *value = g_hash_table_lookup (target->values, column);

      sqlite3_bind_text (stmt, (int) i + 5, value, -1, SQLITE_STATIC);
      if (value != NULL)
        note (self, target, RK_OPERATION_CREATE, column, NULL, value);
    }
  return rk_sql_run (stmt, error);
}

/* The columns that really differ, with their new values: (transfer full). */
static GPtrArray *
find_differences (RkChange *self, Target *target, sqlite3_stmt *row)
{
  GPtrArray *columns = g_ptr_array_new ();

  for (guint i = 0; i < target->table->columns->len; i++)
    {
      const char *column = g_ptr_array_index (target->table->columns, i);
      const char *base = rk_sql_text (row, RK_COLUMN_EXTRA + (int) i);
      gpointer value;

      if (!g_hash_table_lookup_extended (target->values, column, NULL, &value) ||
          g_strcmp0 (base, value) == 0)
        continue;
      note (self, target, RK_OPERATION_UPDATE, column, base, value);
      g_ptr_array_add (columns, (gpointer) column);
    }
  sqlite3_reset (row);
  return columns;
}

static gboolean
update_record (RkChange *self, Target *target, sqlite3_stmt *row, const char *now, GError **error)
{
  g_autoptr (GPtrArray) columns = find_differences (self, target, row);
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *stmt;

  if (columns->len == 0)
    return TRUE;
  g_string_append_printf (sql, "UPDATE %s SET updated_at = ?2", target->table->name);
  for (guint i = 0; i < columns->len; i++)
    {
      g_autofree char *name = rk_sql_quote (g_ptr_array_index (columns, i));

      g_string_append_printf (sql, ", %s = ?%u", name, i + 3);
    }
  g_string_append (sql, " WHERE id = ?1");
  stmt = rk_store_statement (self->store, sql->str, error);
  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_text (stmt, 1, target->id, -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 2, now, -1, SQLITE_STATIC);
  for (guint i = 0; i < columns->len; i++)
    sqlite3_bind_text (stmt, (int) i + 3,
                       g_hash_table_lookup (target->values, g_ptr_array_index (columns, i)), -1,
                       SQLITE_STATIC);
  return rk_sql_run (stmt, error);
}

static void
clear_what_was (Target *target)
{
  for (guint i = 0; i < target->table->columns->len; i++)
    {
      const char *column = g_ptr_array_index (target->table->columns, i);

      if (!g_hash_table_contains (target->values, column))
        g_hash_table_insert (target->values, g_strdup (column), NULL);
    }
}

static gboolean
write_target (RkChange *self, Target *target, const char *now, GError **error)
{
  GError *local_error = NULL;
  sqlite3_stmt *row = rk_store_find_row (self->store, target->table, target->id, &local_error);
  gboolean taking_back = self->step.role == RK_ROLE_UNDO || self->step.role == RK_ROLE_REDO;

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  if (target->fresh)
    clear_what_was (target);
  if (target->remove)
    return row == NULL || remove_record (self, target, row, error);
  if (row == NULL && taking_back && !target->restore)
    return TRUE;
  if (!taking_back && !check_target (target, row == NULL, error))
    {
      if (row != NULL)
        sqlite3_reset (row);
      return FALSE;
    }
  return row == NULL ? create_record (self, target, now, error)
                     : update_record (self, target, row, now, error);
}

static gboolean
clear_drafts (RkChange *self, GError **error)
{
  for (guint i = 0; i < self->drafts->len; i++)
    {
      Draft *draft = &g_array_index (self->drafts, Draft, i);
      g_autoptr (sqlite3_stmt) stmt =
          rk_sql_prepare (self->store->db, error,
                          "DELETE FROM rk_draft WHERE scope = ?1 AND key = ?2", "ss", draft->scope,
                          draft->key);

      if (stmt == NULL || !rk_sql_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_states (RkChange *self, GError **error)
{
  GHashTableIter iter;
  const char *key, *value;

  g_hash_table_iter_init (&iter, self->states);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &value))
    if (!rk_store_write_state (self->store, key, value, error))
      return FALSE;
  return TRUE;
}

gboolean
rk_change_write (RkChange *self, GError **error)
{
  g_autofree char *now = rk_time_now ();

  g_ptr_array_set_size (self->step.entries, 0);
  for (guint i = 0; i < self->targets->len; i++)
    if (!write_target (self, g_ptr_array_index (self->targets, i), now, error))
      return FALSE;
  if (!clear_drafts (self, error) || !write_states (self, error))
    return FALSE;
  /* Taking back a step counts also when there was nothing left to take back. */
  if (self->step.entries->len == 0 && self->step.reverts == 0)
    return TRUE;
  return rk_step_write (&self->step, self->store, error);
}

gboolean
rk_change_apply_content (RkChange *self, RkContentFunc function, gpointer data, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  if (!rk_store_begin (self->store, error))
    return FALSE;
  if ((function != NULL && !function (self->store->db, self, data, error)) ||
      !rk_change_write (self, error))
    {
      rk_store_rollback (self->store);
      return FALSE;
    }
  if (!rk_store_commit (self->store, error))
    return FALSE;
  rk_store_tell (self->store);
  return TRUE;
}

gboolean
rk_change_apply (RkChange *self, GError **error)
{
  return rk_change_apply_content (self, NULL, NULL, error);
}
