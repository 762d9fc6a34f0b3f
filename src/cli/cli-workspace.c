/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "cli-workspace.h"
#include "rk-workspace.h"

#include <stdarg.h>

char *
cli_workspace_dup_path (CliContext *context)
{
  return context->workspace != NULL ? g_strdup (context->workspace)
                                    : rk_workspace_get_default_path ();
}

int
cli_workspace_answer (CliContext *context, const char *name, ...)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  va_list args;

  va_start (args, name);
  for (const char *member = name; member != NULL; member = va_arg (args, const char *))
    {
      const char *text = va_arg (args, const char *);

      if (text == NULL)
        json_object_set_null_member (object, member);
      else
        json_object_set_string_member (object, member, text);
      if (!context->json && text != NULL)
        g_print ("%s: %s\n", member, text);
    }
  va_end (args);
  json_node_take_object (node, object);
  if (context->json)
    cli_print_json (node);
  else
    json_node_unref (node);
  return CLI_DONE;
}
