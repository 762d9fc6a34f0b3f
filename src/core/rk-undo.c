/* SPDX-License-Identifier: EUPL-1.2 */
/* Undo and redo: a step is taken back by a new step with its entries turned round.
 *
 * Undo takes the newest step that is not taken back; redo takes back the newest undo, as long as no
 * new change came after it. Both live in the journal, so they survive a restart. A step aside tells
 * what happened elsewhere, and is passed over. */
#include "config.h"
#include "rk-change-private.h"

#define UNDO_SQL                                                                                   \
  "SELECT ordinal, label, bulk, final, id FROM rk_mutation WHERE role NOT IN ('undo', 'aside')"    \
  " AND reverted = 0"                                                                              \
  " ORDER BY ordinal DESC LIMIT 1"
#define REDO_SQL                                                                                   \
  "SELECT ordinal, label, bulk, final, id FROM rk_mutation WHERE role = 'undo' AND reverted = 0"   \
  " AND ordinal > (SELECT coalesce (max (ordinal), 0) FROM rk_mutation WHERE role = 'do')"         \
  " ORDER BY ordinal DESC LIMIT 1"

typedef struct
{
  gint64 ordinal;
  char *label;
  char *id;
  gboolean bulk;
} Last;

static void
last_clear (Last *last)
{
  g_free (last->label);
  g_free (last->id);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Last, last_clear)

/* FALSE without an error: there is none. */
static gboolean
find_last (RkStore *self, RkRole role, Last *last, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      rk_sql_prepare (self->db, error, role == RK_ROLE_UNDO ? UNDO_SQL : REDO_SQL, "");

  if (stmt == NULL || !rk_sql_next (stmt, error))
    return FALSE;
  if (sqlite3_column_int (stmt, 3) && role == RK_ROLE_UNDO)
    return FALSE;
  last->ordinal = sqlite3_column_int64 (stmt, 0);
  last->label = g_strdup (rk_sql_text (stmt, 1));
  last->bulk = sqlite3_column_int (stmt, 2) != 0;
  last->id = g_strdup (rk_sql_text (stmt, 4));
  return TRUE;
}

/* Adds what takes back @entry. */
static void
turn_round (RkChange *change, const RkEntry *entry)
{
  switch (entry->operation)
    {
    case RK_OPERATION_CREATE:
      if (*entry->field == '\0')
        rk_change_delete (change, entry->kind, entry->record);
      break;
    case RK_OPERATION_DELETE:
      if (*entry->field == '\0')
        rk_change_restore (change, entry->kind, entry->record);
      else
        rk_change_set_column (change, entry->kind, entry->record, entry->field, entry->base);
      break;
    case RK_OPERATION_UPDATE:
    default: rk_change_set_column (change, entry->kind, entry->record, entry->field, entry->base);
    }
}

/* @only: (nullable): the id of the one step that may be taken back. */
static gboolean
take_back (RkStore *self, RkRole role, const char *only, Last *last, GError **error)
{
  g_autoptr (RkChange) change = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  if (!find_last (self, role, last, error) || (only != NULL && g_strcmp0 (only, last->id) != 0))
    return FALSE;
  change = rk_change_new (self, last->label);
  rk_change_set_role (change, role, last->ordinal);
  rk_change_set_bulk (change, last->bulk);
  entries = rk_journal_read (self->db, last->ordinal, error);
  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const RkEntry *entry = g_ptr_array_index (entries, i);

      if (rk_store_get_table (self, entry->kind) != NULL)
        turn_round (change, entry);
    }
  return rk_change_write (change, error);
}

static gboolean
run (RkStore *self, RkRole role, const char *only, char **label, GError **error)
{
  g_auto (Last) last = { 0 };

  if (!rk_store_begin (self, error))
    return FALSE;
  if (!take_back (self, role, only, &last, error))
    {
      rk_store_rollback (self);
      return FALSE;
    }
  if (!rk_store_commit (self, error))
    return FALSE;
  if (label != NULL)
    *label = g_strdup (last.label);
  rk_store_tell (self);
  return TRUE;
}

gboolean
rk_store_undo (RkStore *self, char **label, GError **error)
{
  g_return_val_if_fail (RK_IS_STORE (self), FALSE);
  return run (self, RK_ROLE_UNDO, NULL, label, error);
}

gboolean
rk_store_undo_step (RkStore *self, const char *id, char **label, GError **error)
{
  g_return_val_if_fail (RK_IS_STORE (self) && id != NULL, FALSE);
  return run (self, RK_ROLE_UNDO, id, label, error);
}

gboolean
rk_store_redo (RkStore *self, char **label, GError **error)
{
  g_return_val_if_fail (RK_IS_STORE (self), FALSE);
  return run (self, RK_ROLE_REDO, NULL, label, error);
}

static char *
peek (RkStore *self, RkRole role)
{
  g_auto (Last) last = { 0 };

  return find_last (self, role, &last, NULL) ? g_steal_pointer (&last.label) : NULL;
}

char *
rk_store_peek_undo (RkStore *self)
{
  g_return_val_if_fail (RK_IS_STORE (self), NULL);
  return peek (self, RK_ROLE_UNDO);
}

char *
rk_store_peek_undo_id (RkStore *self)
{
  g_auto (Last) last = { 0 };

  g_return_val_if_fail (RK_IS_STORE (self), NULL);
  return find_last (self, RK_ROLE_UNDO, &last, NULL) ? g_steal_pointer (&last.id) : NULL;
}

char *
rk_store_peek_redo (RkStore *self)
{
  g_return_val_if_fail (RK_IS_STORE (self), NULL);
  return peek (self, RK_ROLE_REDO);
}
