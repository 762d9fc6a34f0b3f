/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl openrosa forms: the questionnaires of a server. */
#include "config.h"
#include "cli-openrosa.h"

#include <glib/gi18n-lib.h>

static RkExchangeHave
compare (RkStore *store, const RkOdkAccount *account, const RkOdkForm *form)
{
  g_autoptr (RkRecord) server =
      store != NULL ? rk_exchange_find_server (store, account->url, NULL) : NULL;

  return server != NULL ? rk_exchange_compare (store, rk_record_get_id (server), form)
                        : RK_EXCHANGE_NEW;
}

static void
print_json (RkStore *store, const RkOdkAccount *account, GPtrArray *forms)
{
  static const char *const haves[] = { "new", "same", "changed" };
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < forms->len; i++)
    {
      const RkOdkForm *form = g_ptr_array_index (forms, i);
      JsonObject *entry = json_object_new ();

      json_object_set_string_member (entry, "id", form->form_id);
      json_object_set_string_member (entry, "name", form->name);
      json_object_set_string_member (entry, "version", form->version);
      json_object_set_string_member (entry, "hash", form->hash);
      json_object_set_boolean_member (entry, "media", form->manifest_url != NULL);
      json_object_set_string_member (entry, "workspace", haves[compare (store, account, form)]);
      json_array_add_object_element (array, entry);
    }
  json_object_set_array_member (object, "forms", array);
  cli_survey_print_object (object);
}

static void
print_lines (RkStore *store, const RkOdkAccount *account, GPtrArray *forms)
{
  for (guint i = 0; i < forms->len; i++)
    {
      const RkOdkForm *form = g_ptr_array_index (forms, i);
      RkExchangeHave have = compare (store, account, form);

      g_print ("%-20s %s %s%s\n", form->form_id, form->name, form->version,
               have == RK_EXCHANGE_SAME ? _ (" (in the workspace)")
                                        : have == RK_EXCHANGE_CHANGED
               ? _ (" (a newer version than in the workspace)")
               : "");
    }
}

static void
look_at_media (RkStore *store, const RkOdkAccount *account, GPtrArray *forms)
{
  g_autoptr (RkRecord) server = rk_exchange_find_server (store, account->url, NULL);
  g_auto (GStrv) watched =
      rk_exchange_dup_known_forms (store, server != NULL ? rk_record_get_id (server) : NULL);

  rk_odk_look_at_media (account, forms, (const char *const *) watched, NULL);
}

int
cli_openrosa_forms (CliContext *context, int argc, char **argv)
{
  g_auto (CliServer) where = { NULL };
  const GOptionEntry entries[] = { CLI_SERVER_OPTIONS (where), { NULL } };
  g_autoptr (RkStore) store = NULL;
  g_autoptr (RkOdkAccount) account = NULL;
  g_autoptr (GPtrArray) forms = NULL;
  GError *error = NULL;

  if (!cli_parse (context, entries, &argc, &argv) || argc != 1)
    return cli_wrong_usage ("openrosa", "forms");
  store = cli_survey_open_store (context, RK_STORE_READ_ONLY, NULL);
  account = cli_server_open (&where, store, &error);
  if (account != NULL)
    forms = rk_odk_list_forms (account, NULL, &error);
  if (forms == NULL)
    return cli_fail (context, CLI_FAILED, error);
  if (store != NULL)
    look_at_media (store, account, forms);
  if (context->json)
    print_json (store, account, forms);
  else
    print_lines (store, account, forms);
  return CLI_DONE;
}
