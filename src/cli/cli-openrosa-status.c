/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl openrosa status: the servers that are known, and what went to them. */
#include "config.h"
#include "cli-openrosa.h"

#include <glib/gi18n-lib.h>

static void
print_json (GPtrArray *servers, GPtrArray *items)
{
  JsonObject *object = json_object_new ();
  JsonArray *known = json_array_new (), *array = json_array_new ();

  for (guint i = 0; i < servers->len; i++)
    {
      RkRecord *server = g_ptr_array_index (servers, i);
      const char *user = rk_record_get (server, "user");
      JsonObject *entry = json_object_new ();

      json_object_set_string_member (entry, "name", rk_record_get (server, "name"));
      json_object_set_string_member (entry, "url", rk_record_get (server, "url"));
      json_object_set_string_member (entry, "user", user != NULL ? user : "");
      json_array_add_object_element (known, entry);
    }
  for (guint i = 0; i < items->len; i++)
    json_array_add_object_element (array, cli_server_describe (g_ptr_array_index (items, i)));
  json_object_set_array_member (object, "servers", known);
  json_object_set_array_member (object, "submissions", array);
  cli_survey_print_object (object);
}

int
cli_openrosa_status (CliContext *context, int argc, char **argv)
{
  g_autoptr (RkStore) store = NULL;
  g_autoptr (GPtrArray) servers = NULL, items = NULL;
  GError *error = NULL;

  if (!cli_parse (context, NULL, &argc, &argv) || argc != 1)
    return cli_wrong_usage ("openrosa", "status");
  store = cli_survey_open_store (context, RK_STORE_READ_ONLY, &error);
  if (store != NULL)
    servers = rk_exchange_list_servers (store, &error);
  if (servers != NULL)
    items = rk_exchange_list (store, NULL, &error);
  if (items == NULL)
    return cli_fail (context, CLI_FAILED, error);
  if (context->json)
    {
      print_json (servers, items);
      return CLI_DONE;
    }
  for (guint i = 0; i < servers->len; i++)
    g_print ("%s\n", rk_record_get (g_ptr_array_index (servers, i), "url"));
  for (guint i = 0; i < items->len; i++)
    cli_server_print (g_ptr_array_index (items, i));
  return CLI_DONE;
}
