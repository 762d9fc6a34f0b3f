/* SPDX-License-Identifier: EUPL-1.2 */
/* The state of a live form as JSON: every leaf and every repeat that exists now. */
#include "config.h"
#include "cli-form-state.h"

/* Lists longer than this are told by their number, first five and last two. */
#define MAX_CHOICES 60

static const char *
type_name (RkFormNode *node)
{
  const RkControl *control = rk_form_node_get_control (node);

  if (control == NULL)
    return "model-value";
  if (rk_form_node_is_note (node))
    return "note";
  switch (control->type)
    {
    case RK_CONTROL_SELECT1:
    case RK_CONTROL_SELECT: return "select";
    case RK_CONTROL_RANK: return "rank";
    case RK_CONTROL_RANGE: return "range";
    case RK_CONTROL_TRIGGER: return "trigger";
    case RK_CONTROL_UPLOAD: return "upload";
    case RK_CONTROL_INPUT: return "input";
    default: return "model-value";
    }
}

char *
cli_form_dup_not_settable (RkFormNode *node)
{
  return g_strconcat ("not-settable:", type_name (node), NULL);
}

static const char *
data_type_name (RkDataType type)
{
  static const char *const names[] = { "string",   "int",      "decimal",  "boolean",
                                       "date",     "time",     "dateTime", "geopoint",
                                       "geotrace", "geoshape", "binary" };

  return names[type];
}

static void
add_values (JsonBuilder *builder, const char *name, GPtrArray *choices, guint from, guint to)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = from; i < to; i++)
    json_builder_add_string_value (builder, ((RkChoice *) g_ptr_array_index (choices, i))->value);
  json_builder_end_array (builder);
}

static void
add_choices (JsonBuilder *builder, RkFormNode *node)
{
  const RkControl *control = rk_form_node_get_control (node);
  GPtrArray *choices;

  if (control == NULL || (control->type != RK_CONTROL_SELECT &&
                          control->type != RK_CONTROL_SELECT1 && control->type != RK_CONTROL_RANK))
    return;
  choices = rk_form_node_get_choices (node);
  if (choices->len <= MAX_CHOICES)
    {
      add_values (builder, "choices", choices, 0, choices->len);
      return;
    }
  json_builder_set_member_name (builder, "choicesCount");
  json_builder_add_int_value (builder, choices->len);
  add_values (builder, "choicesFirst", choices, 0, 5);
  add_values (builder, "choicesLast", choices, choices->len - 2, choices->len);
}

static void
add_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_leaf (JsonBuilder *builder, RkFormNode *node)
{
  RkViolation violation = rk_form_node_get_violation (node);
  const char *label = rk_form_node_get_label (node);

  json_builder_set_member_name (builder, rk_form_node_get_path (node));
  json_builder_begin_object (builder);
  add_string (builder, "type", type_name (node));
  add_string (builder, "dataType", data_type_name (rk_form_node_get_data_type (node)));
  add_string (builder, "value", rk_form_node_get_value (node));
  add_boolean (builder, "relevant", rk_form_node_get_relevant (node));
  add_boolean (builder, "required", rk_form_node_get_required (node));
  add_boolean (builder, "readonly", rk_form_node_get_readonly (node));
  add_boolean (builder, "valid", violation == RK_VIOLATION_NONE);
  if (violation != RK_VIOLATION_NONE)
    add_string (builder, "violation",
                violation == RK_VIOLATION_CONSTRAINT ? "constraint" : "required");
  add_choices (builder, node);
  if (label != NULL)
    add_string (builder, "label", label);
  json_builder_end_object (builder);
}

static void
add_hidden_group (JsonBuilder *builder, RkFormNode *node)
{
  g_autofree char *key = g_strconcat (rk_form_node_get_path (node), "/", NULL);

  json_builder_set_member_name (builder, key);
  json_builder_begin_object (builder);
  add_string (builder, "type", "group");
  add_boolean (builder, "relevant", FALSE);
  json_builder_end_object (builder);
}

static void
add_repeat (JsonBuilder *builder, RkFormNode *node)
{
  GListModel *rows = rk_form_node_get_children (node);

  json_builder_set_member_name (builder, rk_form_node_get_path (node));
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "count");
  json_builder_add_int_value (builder, g_list_model_get_n_items (rows));
  add_boolean (builder, "controlled", !rk_form_node_is_user_controlled (node));
  add_boolean (builder, "relevant", rk_form_node_get_relevant (node));
  json_builder_end_object (builder);
}

static void
add_node (JsonBuilder *builder, RkFormNode *node, gboolean repeats)
{
  RkNodeType type = rk_form_node_get_node_type (node);
  GListModel *children = rk_form_node_get_children (node);

  if (repeats && type == RK_NODE_REPEAT)
    add_repeat (builder, node);
  if (!repeats && type == RK_NODE_LEAF)
    add_leaf (builder, node);
  if (!repeats && type == RK_NODE_GROUP && !rk_form_node_get_relevant (node))
    add_hidden_group (builder, node);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);

      add_node (builder, child, repeats);
    }
}

JsonNode *
cli_form_state (RkFormInstance *instance)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "nodes");
  json_builder_begin_object (builder);
  add_node (builder, rk_form_instance_get_root (instance), FALSE);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "repeats");
  json_builder_begin_object (builder);
  add_node (builder, rk_form_instance_get_root (instance), TRUE);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
