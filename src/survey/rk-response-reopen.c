/* SPDX-License-Identifier: EUPL-1.2 */
/* Reopening: a new version that starts with the answers of the one that was submitted. */
#include "config.h"
#include "rk-response-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- reopening -------------------------------------------------------------------------------- */

/* The response that continues @id, if any: (transfer full) (nullable). */
static char *
find_next (RkStore *store, const char *id, GError **error)
{
  g_autoptr (GPtrArray) next =
      rk_store_list (store, "response", "previous = ?1", NULL, error, id, NULL);

  if (next == NULL || next->len == 0)
    return NULL;
  return g_strdup (rk_record_get_id (g_ptr_array_index (next, next->len - 1)));
}

/* A path in which every row id is the one of the new version. */
static char *
translate_path (GHashTable *row_ids, const char *path)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *open = strchr (path, '['); open != NULL; open = strchr (path, '['))
    {
      const char *close = strchr (open, ']');
      g_autofree char *id = g_strndup (open + 1, (gsize) (close - open - 1));
      const char *other = g_hash_table_lookup (row_ids, id);

      g_string_append_len (out, path, open + 1 - path);
      g_string_append_printf (out, "%s]", other != NULL ? other : id);
      path = close + 1;
    }
  g_string_append (out, path);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
copy_rows (RkResponse *self, const char *id, RkChange *change, GHashTable *row_ids, GError **error)
{
  g_autoptr (GPtrArray) rows =
      rk_store_list (self->store, "answer_row", "response = ?1", NULL, error, self->id, NULL);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (row_ids, g_strdup (rk_record_get_id (g_ptr_array_index (rows, i))),
                         rk_store_new_id ());
  for (guint i = 0; i < rows->len; i++)
    {
      RkRecord *row = g_ptr_array_index (rows, i);
      g_autofree char *path = translate_path (row_ids, rk_record_get (row, "path"));

      rk_change_set (change, "answer_row", g_hash_table_lookup (row_ids, rk_record_get_id (row)),
                     "response", id, "path", path, "position", rk_record_get (row, "position"),
                     NULL);
    }
  return TRUE;
}

static gboolean
copy_answers (RkResponse *self, const char *id, RkChange *change, GHashTable *row_ids,
              GError **error)
{
  g_autoptr (GPtrArray) answers =
      rk_store_list (self->store, "answer", "response = ?1", NULL, error, self->id, NULL);

  if (answers == NULL)
    return FALSE;
  for (guint i = 0; i < answers->len; i++)
    {
      RkRecord *answer = g_ptr_array_index (answers, i);
      g_autofree char *path = translate_path (row_ids, rk_record_get (answer, "path"));
      g_autofree char *answer_id = rk_store_name_id (id, path, NULL);

      rk_change_set (change, "answer", answer_id, "response", id, "path", path, "value",
                     rk_record_get (answer, "value"), "raw", rk_record_get (answer, "raw"), NULL);
    }
  return TRUE;
}

static gboolean
copy_files (RkResponse *self, const char *id, RkChange *change, GHashTable *row_ids, GError **error)
{
  g_autoptr (GPtrArray) files =
      rk_store_list (self->store, "response_file", "response = ?1", NULL, error, self->id, NULL);

  if (files == NULL)
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    {
      RkRecord *file = g_ptr_array_index (files, i);
      g_autofree char *path = translate_path (row_ids, rk_record_get (file, "path"));
      g_autofree char *file_id = rk_store_name_id ("file", id, path, NULL);

      rk_change_set (change, "response_file", file_id, "response", id, "path", path, "name",
                     rk_record_get (file, "name"), "hash", rk_record_get (file, "hash"), "type",
                     rk_record_get (file, "type"), "size", rk_record_get (file, "size"), NULL);
    }
  return TRUE;
}

static gboolean
copy_notes (RkResponse *self, const char *id, RkChange *change, GError **error)
{
  g_autoptr (GPtrArray) notes =
      rk_store_list (self->store, "question_note", "response = ?1", NULL, error, self->id, NULL);

  if (notes == NULL)
    return FALSE;
  for (guint i = 0; i < notes->len; i++)
    {
      RkRecord *note = g_ptr_array_index (notes, i);
      const char *question = rk_record_get (note, "question");
      g_autofree char *note_id = rk_store_name_id ("note", id, question, NULL);

      rk_change_set (change, "question_note", note_id, "response", id, "question", question, "note",
                     rk_record_get (note, "note"), "assignee", rk_record_get (note, "assignee"),
                     NULL);
    }
  return TRUE;
}

static char *
copy_response (RkResponse *self, GError **error)
{
  g_autoptr (RkChange) change = rk_change_new (self->store, _ ("reopening as a new version"));
  g_autoptr (GHashTable) row_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *id = rk_store_new_id ();
  g_autofree char *version =
      g_strdup_printf ("%" G_GINT64_FORMAT, rk_record_get_int (self->record, "version", 1) + 1);

  rk_change_set (change, "response", id, "questionnaire",
                 rk_record_get (self->record, "questionnaire"), "form_id",
                 rk_record_get (self->record, "form_id"), "title",
                 rk_record_get (self->record, "title"), "period",
                 rk_record_get (self->record, "period"), "deadline",
                 rk_record_get (self->record, "deadline"), "status", "open", "version", version,
                 "previous", self->id, "last_saved", rk_record_get (self->record, "last_saved"),
                 NULL);
  rk_response_add_figures (self, id, change);
  if (!copy_rows (self, id, change, row_ids, error) ||
      !copy_answers (self, id, change, row_ids, error) ||
      !copy_files (self, id, change, row_ids, error) || !copy_notes (self, id, change, error))
    return NULL;
  rk_response_renew_meta (self, id, change);
  if (!rk_change_apply (change, error) || !rk_audit_copy (self->store, self->id, id, error))
    return NULL;
  return g_steal_pointer (&id);
}

char *
rk_response_reopen (RkResponse *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  char *next;

  g_return_val_if_fail (RK_IS_RESPONSE (self), NULL);
  if (!rk_response_is_submitted (self))
    {
      /* Translators: the title of a survey. */
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                   _ ("“%s” is still open: go on filling it in."), rk_response_get_title (self));
      return NULL;
    }
  next = find_next (self->store, self->id, &local_error);
  if (next != NULL)
    return next; /* it has been reopened already */
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return copy_response (self, error);
}
