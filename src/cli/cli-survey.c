/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "cli-survey.h"

#include "rk-workspace-kinds.h"
#include "rk-workspace.h"

#include <math.h>

RkStore *
cli_survey_open_store (CliContext *context, RkStoreFlags flags, GError **error)
{
  g_autofree char *own = rk_workspace_get_default_path ();
  g_autofree char *folder = g_path_get_dirname (own);

  if (context->workspace != NULL)
    return rk_workspace_open (context->workspace, flags, error);
  if (flags & RK_STORE_CREATE)
    g_mkdir_with_parents (folder, 0700);
  return rk_workspace_open (own, flags, error);
}

RkResponse *
cli_survey_open (CliContext *context, const char *id, RkStoreFlags flags, GError **error)
{
  g_autoptr (RkStore) store = cli_survey_open_store (context, flags, error);

  return store != NULL ? rk_response_open (store, id, error) : NULL;
}

void
cli_survey_print_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  cli_print_json (node);
}

void
cli_survey_print_id (const char *id)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", id);
  cli_survey_print_object (object);
}

void
cli_survey_set_number (JsonObject *object, const char *name, double number)
{
  if (isnan (number))
    json_object_set_null_member (object, name);
  else
    json_object_set_double_member (object, name, number);
}
