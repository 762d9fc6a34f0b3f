/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl form check: can this form be filled in, and if not, what is wrong and where. */
#include "config.h"
#include "cli.h"
#include "rk-form.h"

#include <glib/gi18n-lib.h>

static const char *
severity_name (const RkFormMessage *message)
{
  return message->severity == RK_FORM_SEVERITY_ERROR ? "error" : "warning";
}

static void
print_messages (const char *file, GPtrArray *messages)
{
  for (guint i = 0; i < messages->len; i++)
    {
      const RkFormMessage *message = g_ptr_array_index (messages, i);

      g_printerr ("%s:%d: %s: %s\n", file, message->line, severity_name (message),
                  message->message);
    }
}

static JsonNode *
message_to_json (const RkFormMessage *message)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "severity");
  json_builder_add_string_value (builder, severity_name (message));
  json_builder_set_member_name (builder, "code");
  json_builder_add_string_value (builder, message->code);
  json_builder_set_member_name (builder, "line");
  json_builder_add_int_value (builder, message->line);
  json_builder_set_member_name (builder, "ref");
  json_builder_add_string_value (builder, message->ref != NULL ? message->ref : "");
  json_builder_set_member_name (builder, "message");
  json_builder_add_string_value (builder, message->message);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static JsonNode *
result_to_json (gboolean ok, GPtrArray *messages)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < messages->len; i++)
    json_array_add_element (array, message_to_json (g_ptr_array_index (messages, i)));
  json_object_set_boolean_member (object, "ok", ok);
  json_object_set_array_member (object, "messages", array);
  json_node_take_object (node, object);
  return node;
}

int
cli_form_check (CliContext *context, int argc, char **argv)
{
  g_autoptr (GPtrArray) messages =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rk_form_message_free);
  g_autoptr (RkForm) form = NULL;
  GError *error = NULL;

  if (!cli_parse (context, NULL, &argc, &argv))
    return CLI_USAGE;
  if (argc != 2)
    return cli_wrong_usage ("form", "check");
  form = rk_form_new_from_file (argv[1], NULL, messages, &error);
  if (form == NULL && error->domain == G_FILE_ERROR)
    return cli_fail (context, CLI_USAGE, error);
  if (form == NULL && messages->len == 0)
    return cli_fail (context, CLI_FAILED, error);
  g_clear_error (&error);
  print_messages (argv[1], messages);
  if (context->json)
    cli_print_json (result_to_json (form != NULL, messages));
  return form != NULL ? CLI_DONE : CLI_FAILED;
}
