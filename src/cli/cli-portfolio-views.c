/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl portfolio views: the views of a reference architecture. */
#include "config.h"
#include "cli-portfolio.h"

static void
print_json (RkArchitecture *architecture)
{
  GPtrArray *views = rk_architecture_list_views (architecture);
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < views->len; i++)
    {
      const RkViewInfo *view = g_ptr_array_index (views, i);
      JsonObject *entry = json_object_new ();

      json_object_set_string_member (entry, "id", view->id);
      json_object_set_string_member (entry, "name", view->name);
      cli_portfolio_set_text (entry, "viewpoint", view->viewpoint);
      json_object_set_int_member (entry, "nodes", view->n_nodes);
      json_object_set_int_member (entry, "components", view->n_components);
      json_array_add_object_element (array, entry);
    }
  json_object_set_string_member (object, "architecture", rk_architecture_get_id (architecture));
  json_object_set_string_member (object, "name", rk_architecture_get_name (architecture));
  json_object_set_array_member (object, "views", array);
  cli_survey_print_object (object);
}

static void
print_lines (RkArchitecture *architecture)
{
  GPtrArray *views = rk_architecture_list_views (architecture);

  for (guint i = 0; i < views->len; i++)
    {
      const RkViewInfo *view = g_ptr_array_index (views, i);

      g_print ("%s  %4u %4u  %s\n", view->id, view->n_nodes, view->n_components, view->name);
    }
}

int
cli_portfolio_views (CliContext *context, int argc, char **argv)
{
  g_autofree char *model = NULL;
  const GOptionEntry entries[] = {
    { "model", 0, 0, G_OPTION_ARG_STRING, &model, NULL, NULL },
    { NULL },
  };
  g_autoptr (RkArchitecture) architecture = NULL;
  g_autoptr (RkStore) store = NULL;
  GError *error = NULL;

  if (!cli_parse (context, entries, &argc, &argv) || argc != 1)
    return cli_wrong_usage ("portfolio", "views");
  store = cli_portfolio_open_store (context, RK_STORE_READ_ONLY, &error);
  if (store != NULL)
    architecture = cli_portfolio_open_architecture (store, model, &error);
  if (architecture == NULL)
    return cli_fail (context, CLI_FAILED, error);
  if (context->json)
    print_json (architecture);
  else
    print_lines (architecture);
  return CLI_DONE;
}
