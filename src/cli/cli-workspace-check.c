/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl workspace check: is the file whole, and does it agree with its own history. */
#include "config.h"
#include "cli-workspace.h"
#include "rk-workspace.h"

#include <glib/gi18n-lib.h>

static JsonArray *
to_array (GPtrArray *sentences)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < sentences->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (sentences, i));
  return array;
}

static void
print_json (GPtrArray *problems, GPtrArray *warnings)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_boolean_member (object, "ok", problems->len == 0);
  json_object_set_array_member (object, "problems", to_array (problems));
  json_object_set_array_member (object, "warnings", to_array (warnings));
  json_node_take_object (node, object);
  cli_print_json (node);
}

static void
print_text (GPtrArray *problems, GPtrArray *warnings)
{
  for (guint i = 0; i < problems->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (problems, i));
  for (guint i = 0; i < warnings->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (warnings, i));
  if (problems->len == 0)
    g_print ("%s\n", _ ("The workspace is in order."));
}

int
cli_workspace_check (CliContext *context, int argc, char **argv)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = NULL;
  GError *error = NULL;

  if (!cli_parse (context, NULL, &argc, &argv))
    return CLI_USAGE;
  if (argc != 1)
    return cli_wrong_usage ("workspace", "check");
  path = cli_workspace_dup_path (context);
  if (!rk_workspace_check (path, rk_workspace_kinds, problems, &error) ||
      !rk_workspace_check_references (path, rk_workspace_kinds, warnings, &error))
    return cli_fail (context, CLI_FAILED, error);
  if (context->json)
    print_json (problems, warnings);
  else
    print_text (problems, warnings);
  return problems->len == 0 ? CLI_DONE : CLI_FAILED;
}
