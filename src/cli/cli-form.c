/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "cli-form.h"
#include "rk-xlsform.h"

static const char *
severity_name (const RkFormMessage *message)
{
  return message->severity == RK_FORM_SEVERITY_ERROR ? "error" : "warning";
}

void
cli_form_print_messages (const char *file, GPtrArray *messages)
{
  for (guint i = 0; i < messages->len; i++)
    {
      const RkFormMessage *message = g_ptr_array_index (messages, i);
      g_autofree char *place = message->sheet != NULL ? rk_form_message_dup_place (message) : NULL;

      if (place != NULL)
        g_printerr ("%s: %s: %s: %s\n", file, place, severity_name (message), message->message);
      else /* also line 0: programs read FILE:LINE: */
        g_printerr ("%s:%d: %s: %s\n", file, message->line, severity_name (message),
                    message->message);
    }
}

void
cli_form_add_refusal (GPtrArray *messages, const GError *error)
{
  RkFormMessage *message;

  if (messages->len > 0)
    return;
  message = g_new0 (RkFormMessage, 1);
  message->severity = RK_FORM_SEVERITY_ERROR;
  message->code = "refused";
  message->message = g_strdup (error->message);
  g_ptr_array_add (messages, message);
}

RkForm *
cli_form_open (const char *path, GPtrArray *messages, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  RkForm *form = rk_xlsform_open (path, NULL, messages, &refusal);

  if (form == NULL && refusal->domain == G_FILE_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return NULL;
    }
  if (form == NULL)
    cli_form_add_refusal (messages, refusal);
  cli_form_print_messages (path, messages);
  return form;
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static JsonNode *
message_to_json (const RkFormMessage *message)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_string (builder, "severity", severity_name (message));
  add_string (builder, "code", message->code);
  if (message->sheet != NULL)
    add_string (builder, "sheet", message->sheet);
  json_builder_set_member_name (builder, message->sheet != NULL ? "row" : "line");
  json_builder_add_int_value (builder, message->line);
  if (message->column != NULL)
    add_string (builder, "column", message->column);
  add_string (builder, "ref", message->ref != NULL ? message->ref : "");
  add_string (builder, "message", message->message);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

JsonNode *
cli_form_messages_to_json (gboolean ok, GPtrArray *messages)
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
