/* SPDX-License-Identifier: EUPL-1.2 */
/* What people write beside a question: a note, and who fills it in. */
#include "config.h"
#include "rk-response-private.h"

#include <glib/gi18n-lib.h>

static char *
dup_field (RkResponse *self, RkQuestion *question, const char *field)
{
  g_autofree char *path = rk_response_dup_path (self, rk_question_get_node (question));
  g_autofree char *id = rk_store_name_id ("note", self->id, path, NULL);
  g_autoptr (RkRecord) record = rk_store_get (self->store, "question_note", id, NULL);
  const char *text = record != NULL ? rk_record_get (record, field) : NULL;

  return g_strdup (text != NULL ? text : "");
}

static gboolean
set_field (RkResponse *self, RkQuestion *question, const char *label, const char *field,
           const char *text, GError **error)
{
  g_autofree char *path = rk_response_dup_path (self, rk_question_get_node (question));
  g_autofree char *id = rk_store_name_id ("note", self->id, path, NULL);
  g_autoptr (RkChange) change = NULL;

  if (!rk_response_check_open (self, error))
    return FALSE;
  change = rk_change_new (self->store, label);
  rk_change_set (change, "question_note", id, "response", self->id, "question", path, field, text,
                 NULL);
  return rk_change_apply (change, error);
}

char *
rk_response_dup_note (RkResponse *self, RkQuestion *question)
{
  g_return_val_if_fail (RK_IS_RESPONSE (self), NULL);
  g_return_val_if_fail (RK_IS_QUESTION (question), NULL);
  return dup_field (self, question, "note");
}

gboolean
rk_response_set_note (RkResponse *self, RkQuestion *question, const char *note, GError **error)
{
  g_return_val_if_fail (RK_IS_RESPONSE (self), FALSE);
  g_return_val_if_fail (RK_IS_QUESTION (question), FALSE);
  return set_field (self, question, _ ("note"), "note", note, error);
}

char *
rk_response_dup_assignee (RkResponse *self, RkQuestion *question)
{
  g_return_val_if_fail (RK_IS_RESPONSE (self), NULL);
  g_return_val_if_fail (RK_IS_QUESTION (question), NULL);
  return dup_field (self, question, "assignee");
}

gboolean
rk_response_set_assignee (RkResponse *self, RkQuestion *question, const char *name, GError **error)
{
  g_return_val_if_fail (RK_IS_RESPONSE (self), FALSE);
  g_return_val_if_fail (RK_IS_QUESTION (question), FALSE);
  return set_field (self, question, _ ("who fills it in"), "assignee", name, error);
}
