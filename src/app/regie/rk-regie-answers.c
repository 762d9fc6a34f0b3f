/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-regie-answers.h"

#include "rk-change.h"

#include <glib/gi18n.h>

/* One that came from elsewhere may have another id than ours. */
RkRecord *
rk_regie_answer_find (RkStore *store, const char *application, const char *question)
{
  g_autoptr (GPtrArray) records =
      rk_store_list (store, "regie_answer", "application = ?1 AND question = ?2", NULL, NULL,
                     application, question, NULL);

  return records != NULL && records->len > 0 ? g_object_ref (records->pdata[records->len - 1])
                                             : NULL;
}

gboolean
rk_regie_answer_set (RkStore *store, const char *application, const char *question,
                     const char *field, const char *value, GError **error)
{
  g_autoptr (RkRecord) record = rk_regie_answer_find (store, application, question);
  g_autoptr (RkRegieScheme) scheme = rk_regie_scheme_load (store, error);
  g_autofree char *id = record != NULL ? g_strdup (rk_record_get_id (record))
                                       : rk_store_name_id ("regie", application, question, NULL);
  g_autofree char *today = rk_date_today ();
  int number = rk_regie_find_question (question);
  g_autofree char *label = NULL;
  g_autoptr (RkChange) change = NULL;

  if (scheme == NULL)
    return FALSE;
  /* Translators: a change to undo; a few words for a question: "Data model". */
  label = g_strdup_printf (_ ("Answer about “%s”"),
                              number >= 0 ? gettext (rk_regie_questions[number].label) : question);
  change = rk_change_new (store, label);
  if (g_str_equal (field, "value") && value == NULL)
    {
      if (record == NULL)
        return TRUE;
      rk_change_delete (change, "regie_answer", id);
    }
  else
    {
      rk_change_set (change, "regie_answer", id, "application", application, "question", question,
                     field, value, NULL);
      if (g_str_equal (field, "value"))
        rk_change_set (change, "regie_answer", id, "answered_on", today, "answered_by",
                       rk_store_get_author (store), "scheme_version", scheme->version, NULL);
    }
  return rk_change_apply (change, error);
}
