/* SPDX-License-Identifier: EUPL-1.2 */
/* Submitting: the answers are fixed, with a hash that tells whether they still are. */
#include "config.h"
#include "rk-response-private.h"
#include "rk-results-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* --- submitting ------------------------------------------------------------------------------- */

static void
add_text (GString *out, const char *text)
{
  g_autofree char *quoted = NULL;
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_VALUE);

  json_node_set_string (node, text != NULL ? text : "");
  quoted = json_to_string (node, FALSE);
  g_string_append_printf (out, "%s%s", out->str[out->len - 1] == '[' ? "" : ",", quoted);
}

/* One array per record, its fields in the order of @fields. */
static gboolean
add_records (GString *out, RkStore *store, const char *kind, const char *response, const char *skip,
             const char *const *fields, GError **error)
{
  g_autoptr (GPtrArray) records =
      rk_store_list (store, kind, "response = ?1", "path", error, response, NULL);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      RkRecord *record = g_ptr_array_index (records, i);

      if (skip != NULL && rk_record_get (record, skip) == NULL)
        continue; /* an answer that was cleared is no answer */
      g_string_append (out, ",[");
      for (guint f = 0; fields[f] != NULL; f++)
        add_text (out, rk_record_get (record, fields[f]));
      g_string_append_c (out, ']');
    }
  return TRUE;
}

/* The canonical content is a JSON array without blanks: the hash of the form, the period and the
 * version, then per row its path and position, per answer its path and value and per file its path,
 * name and the SHA-256 of its content, each sorted by path. */
char *
rk_response_hash (RkStore *store, RkRecord *response, GError **error)
{
  static const char *const row_fields[] = { "path", "position", NULL };
  static const char *const answer_fields[] = { "path", "value", NULL };
  static const char *const file_fields[] = { "path", "name", "hash", NULL };
  g_autoptr (GString) content = g_string_new ("[");
  g_autoptr (RkRecord) questionnaire =
      rk_store_get (store, "questionnaire", rk_record_get (response, "questionnaire"), error);
  const char *id = rk_record_get_id (response);

  if (questionnaire == NULL)
    return NULL;
  add_text (content, rk_record_get (questionnaire, "hash"));
  add_text (content, rk_record_get (response, "period"));
  add_text (content, rk_record_get (response, "version"));
  if (!add_records (content, store, "answer_row", id, NULL, row_fields, error) ||
      !add_records (content, store, "answer", id, "value", answer_fields, error) ||
      !add_records (content, store, "response_file", id, NULL, file_fields, error))
    return NULL;
  g_string_append_c (content, ']');
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, content->str, (gssize) content->len);
}

char *
rk_response_dup_receipt (RkResponse *self)
{
  const char *hash;
  g_autofree char *upper = NULL;

  g_return_val_if_fail (RK_IS_RESPONSE (self), NULL);
  hash = rk_record_get (self->record, "hash");
  if (hash == NULL || strlen (hash) < 8)
    return NULL;
  upper = g_ascii_strup (hash, 8);
  return g_strdup_printf ("%.4s-%.4s", upper, upper + 4);
}

/* What was typed and never left is an answer too. */
static gboolean
enter_drafts (RkResponse *self, GError **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new ();
  GHashTableIter iter;
  RkLeaf *leaf;

  g_hash_table_iter_init (&iter, self->leaves);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &leaf))
    if (leaf->draft != NULL && leaf->node != NULL)
      g_ptr_array_add (drafts, leaf);
  for (guint i = 0; i < drafts->len; i++)
    {
      g_autofree char *text = NULL;

      leaf = g_ptr_array_index (drafts, i);
      text = g_strdup (leaf->draft);
      if (!rk_response_enter (self, leaf->node, text, error))
        return FALSE;
    }
  return TRUE;
}

/* Everything at once: who mends one thing at a time must try as often as there are things. */
static gboolean
check_issues (RkResponse *self, GError **error)
{
  g_autoptr (GPtrArray) issues = rk_response_review (self);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < issues->len; i++)
    {
      RkIssue *issue = g_ptr_array_index (issues, i);

      if (issue->type != RK_ISSUE_REQUIRED && issue->type != RK_ISSUE_WRONG)
        continue;
      g_string_append_c (list, '\n');
      /* Translators: the id of a question, then what is wrong with its answer. */
      g_string_append_printf (list, _ ("Question %s: %s"), rk_question_get_id (issue->question),
                                       issue->message);
    }
  if (list->len == 0)
    return TRUE;
  /* Translators: a line for each question follows. */
  g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
               _ ("The survey cannot be submitted yet.%s"), list->str);
  return FALSE;
}

static char *
dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format_iso8601 (now);
}

static gboolean
write_submission (RkResponse *self, const char *hash, GError **error)
{
  g_autoptr (RkChange) change = rk_change_new (self->store, _ ("submission"));
  g_autofree char *at = dup_now (), *band = NULL;
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  double index;

  rk_results_peek (self->instance, &index, NULL, &band);
  g_ascii_formatd (number, sizeof number, "%.6f", index);
  rk_change_set (change, "response", self->id, "status", "submitted", "submitted_at", at,
                 "submitted_by", rk_store_get_author (self->store), "hash", hash, "score",
                 index == index ? number : NULL, "band", band, NULL);
  rk_response_add_figures (self, self->id, change);
  rk_change_set_final (change, TRUE);
  return rk_change_apply (change, error);
}

gboolean
rk_response_submit (RkResponse *self, char **receipt, GError **error)
{
  g_autofree char *hash = NULL, *xml = NULL;

  g_return_val_if_fail (RK_IS_RESPONSE (self), FALSE);
  if (!rk_response_check_open (self, error) || !enter_drafts (self, error) ||
      !check_issues (self, error))
    return FALSE;
  xml = rk_form_instance_to_xml (self->instance, TRUE); /* sets the time of its end */
  rk_response_end_meta (self);
  rk_response_end_visit (self);
  rk_response_note_event (self, RK_AUDIT_FINALIZE, NULL, NULL);
  if (!rk_response_stage_audit (self, error))
    return FALSE;
  if (!rk_response_save (self, _ ("submission"), error))
    return FALSE;
  hash = rk_response_hash (self->store, self->record, error);
  if (hash == NULL || !write_submission (self, hash, error))
    return FALSE;
  rk_response_refresh_record (self);
  if (receipt != NULL)
    *receipt = rk_response_dup_receipt (self);
  return TRUE;
}

gboolean
rk_response_verify (RkResponse *self, GError **error)
{
  g_autofree char *hash = NULL;

  g_return_val_if_fail (RK_IS_RESPONSE (self), FALSE);
  if (!rk_response_is_submitted (self))
    {
      /* Translators: the title of a survey. */
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                   _ ("“%s” has not been submitted yet: there is nothing to verify."),
                      rk_response_get_title (self));
      return FALSE;
    }
  hash = rk_response_hash (self->store, self->record, error);
  if (hash == NULL)
    return FALSE;
  if (g_strcmp0 (hash, rk_record_get (self->record, "hash")) == 0)
    return TRUE;
  /* Translators: the title of a survey. */
  g_set_error (error, RK_ERROR, RK_ERROR_DAMAGED,
               _ ("The answers of “%s” are not those that were submitted. Restore a backup from "
                  "before the change."),
                  rk_response_get_title (self));
  return FALSE;
}
