/* SPDX-License-Identifier: EUPL-1.2 */
/* Servers, and the questionnaires that came from them. */
#include "config.h"
#include "rk-exchange.h"

#include "rk-change.h"

#include <glib/gi18n-lib.h>

/* --- servers ---------------------------------------------------------------------------------- */

char *
rk_exchange_keep_server (RkStore *store, const char *url, const char *user, gboolean allow_http,
                         GError **error)
{
  g_autoptr (RkChange) change = rk_change_new (store, _ ("server"));
  g_autofree char *name = rk_odk_address_dup_name (url);
  g_autofree char *id = rk_store_name_id ("odk_server", url, NULL);

  rk_change_set (change, "odk_server", id, "name", name, "url", url, "user", user, "allow_http",
                 allow_http ? "true" : NULL, "forgotten", NULL, NULL);
  rk_change_set_aside (change);
  return rk_change_apply (change, error) ? g_steal_pointer (&id) : NULL;
}

gboolean
rk_exchange_forget_server (RkStore *store, const char *id, GError **error)
{
  g_autoptr (RkChange) change = rk_change_new (store, _ ("server"));
  g_autoptr (GPtrArray) queue =
      rk_store_list (store, "submission", "server = ?1 AND state = 'queued'", NULL, error, id,
                     NULL);

  if (queue == NULL)
    return FALSE;
  rk_change_set (change, "odk_server", id, "user", NULL, "allow_http", NULL, "forgotten", "true",
                 NULL);
  for (guint i = 0; i < queue->len; i++)
    rk_change_set (change, "submission", rk_record_get_id (g_ptr_array_index (queue, i)), "state",
                   "refused", "message",
                   _ ("The server was forgotten before this was sent. Sign in there again, and "
                      "send it once more."),
                      NULL);
  rk_change_set_aside (change);
  return rk_change_apply (change, error);
}

GPtrArray *
rk_exchange_list_servers (RkStore *store, GError **error)
{
  return rk_store_list (store, "odk_server", "forgotten IS NOT 'true'", "name", error, NULL);
}

RkRecord *
rk_exchange_find_server (RkStore *store, const char *name, GError **error)
{
  g_autofree char *url = rk_odk_address_read (name, NULL, NULL);
  g_autofree char *id = rk_store_name_id ("odk_server", url != NULL ? url : "", NULL);
  g_autoptr (GError) cause = NULL;
  RkRecord *record = rk_store_get (store, "odk_server", name, &cause);

  if (record == NULL && cause == NULL)
    record = rk_store_get (store, "odk_server", id, &cause);
  if (record != NULL && g_strcmp0 (rk_record_get (record, "forgotten"), "true") == 0)
    g_clear_object (&record);
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return record;
}

RkOdkAccount *
rk_exchange_new_account (RkRecord *server, const char *password)
{
  RkOdkAccount *account =
      rk_odk_account_new (rk_record_get (server, "url"), rk_record_get (server, "user"), password);

  account->allow_http = g_strcmp0 (rk_record_get (server, "allow_http"), "true") == 0;
  return account;
}

/* --- questionnaires --------------------------------------------------------------------------- */

/* The media are compared when both sides have been looked at. */
static gboolean
has_same_media (RkRecord *known, const RkOdkForm *form)
{
  const char *hash = rk_record_get (known, "media_hash");

  return hash == NULL || form->media_hash == NULL || g_str_equal (hash, form->media_hash);
}

static gboolean
is_same (RkRecord *known, const RkOdkForm *form)
{
  const char *hash = rk_record_get (known, "hash");
  const char *version = rk_record_get (known, "version");

  if (hash != NULL || form->hash != NULL)
    return g_strcmp0 (hash, form->hash) == 0;
  return g_strcmp0 (version != NULL ? version : "", form->version) == 0;
}

char **
rk_exchange_dup_known_forms (RkStore *store, const char *server)
{
  g_autoptr (GPtrArray) known = rk_store_list (store, "odk_form", "server = ?1", NULL, NULL,
                                               server != NULL ? server : "", NULL);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; known != NULL && i < known->len; i++)
    g_strv_builder_add (ids, rk_record_get (g_ptr_array_index (known, i), "form_id"));
  return g_strv_builder_end (ids);
}

RkExchangeHave
rk_exchange_compare (RkStore *store, const char *server, const RkOdkForm *form)
{
  g_autoptr (GPtrArray) known = NULL;

  if (server != NULL && *form->form_id != '\0')
    known = rk_store_list (store, "odk_form",
                           "server = ?1 AND form_id = ?2"
                           " AND questionnaire IN (SELECT id FROM questionnaire)",
                           NULL, NULL, server, form->form_id, NULL);
  if (known == NULL || known->len == 0)
    return RK_EXCHANGE_NEW;
  for (guint i = 0; i < known->len; i++)
    if (is_same (g_ptr_array_index (known, i), form) &&
        has_same_media (g_ptr_array_index (known, i), form))
      return RK_EXCHANGE_SAME;
  return RK_EXCHANGE_CHANGED;
}

RkQuestionnaire *
rk_exchange_add_form (RkStore *store, const char *server, const RkOdkForm *form,
                      const RkOdkBundle *bundle, GPtrArray *messages, GError **error)
{
  g_autoptr (RkQuestionnaire) questionnaire =
      rk_questionnaire_add_bytes (store, bundle->form, bundle->media, messages, error);
  g_autofree char *questionnaire_id =
      questionnaire != NULL ? rk_questionnaire_keep (questionnaire, store, error) : NULL;
  g_autoptr (RkChange) change = NULL;
  g_autofree char *id = NULL;

  if (questionnaire_id == NULL)
    return NULL;
  id = rk_store_name_id ("odk_form", server, questionnaire_id, NULL);
  change = rk_change_new (store, _ ("questionnaire of a server"));
  rk_change_set (change, "odk_form", id, "server", server, "questionnaire", questionnaire_id,
                 "form_id", rk_questionnaire_get_form_id (questionnaire), "version", form->version,
                 "hash", form->hash, "media_hash", bundle->media_hash, NULL);
  rk_change_set_aside (change); /* undo takes the questionnaire back, not where it came from */
  return rk_change_apply (change, error) ? g_steal_pointer (&questionnaire) : NULL;
}

char *
rk_exchange_find_target (RkStore *store, const char *response, GError **error)
{
  g_autoptr (RkRecord) record = rk_store_get (store, "response", response, error);
  g_autoptr (GPtrArray) known = NULL;

  if (record == NULL)
    return NULL;
  known = rk_store_list (store, "odk_form",
                         "questionnaire = ?1 AND server IN"
                         " (SELECT id FROM odk_server WHERE forgotten IS NOT 'true')",
                         "created_at DESC", error, rk_record_get (record, "questionnaire"), NULL);
  if (known == NULL || known->len == 0)
    return NULL;
  return g_strdup (rk_record_get (g_ptr_array_index (known, 0), "server"));
}

char *
rk_exchange_dup_target_name (RkStore *store, const char *response)
{
  g_autofree char *target = rk_exchange_find_target (store, response, NULL);
  g_autoptr (RkRecord) server =
      target != NULL ? rk_exchange_find_server (store, target, NULL) : NULL;

  return server != NULL ? g_strdup (rk_record_get (server, "name")) : NULL;
}
