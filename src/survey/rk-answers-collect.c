/* SPDX-License-Identifier: EUPL-1.2 */
/* Answers by question id, out: the same form in which they come in. Hidden answers are kept, as the
 * workspace keeps them. */
#include "config.h"
#include "rk-answers.h"
#include "rk-response-private.h"
#include "rk-value-text.h"

#include <string.h>

static JsonNode *
node_for_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

static JsonNode *
node_for_array (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);
  return node;
}

static JsonNode *
node_for_string (const char *text)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  json_node_set_string (node, text);
  return node;
}

static JsonNode *
node_for_leaf (RkFormNode *leaf)
{
  const char *value = rk_form_node_get_stored_value (leaf);
  const RkControl *control = rk_form_node_get_control (leaf);
  RkDataType type = rk_form_node_get_data_type (leaf);
  g_autofree char *plain = NULL;
  JsonNode *node;

  if ((type != RK_DATA_INT && type != RK_DATA_DECIMAL) || control == NULL ||
      (control->type != RK_CONTROL_INPUT && control->type != RK_CONTROL_RANGE))
    return node_for_string (value);
  plain = rk_value_trim_decimal (value);
  node = json_node_new (JSON_NODE_VALUE);
  if (strchr (plain, '.') == NULL && strlen (plain) <= 18)
    json_node_set_int (node, g_ascii_strtoll (plain, NULL, 10));
  else
    json_node_set_double (node, g_ascii_strtod (plain, NULL));
  return node;
}

static JsonNode *
node_for_options (RkFormNode *leaf)
{
  g_auto (GStrv) values = g_strsplit (rk_form_node_get_stored_value (leaf), " ", -1);
  JsonArray *array = json_array_new ();

  for (guint i = 0; values[i] != NULL; i++)
    if (*values[i] != '\0')
      json_array_add_string_element (array, values[i]);
  return node_for_array (array);
}

/* The id of a statement is what its element has more than that of its matrix. */
static const char *
statement_id (RkQuestion *question, RkFormNode *leaf)
{
  const char *group = rk_form_node_get_name (rk_question_get_node (question));
  const char *name = rk_form_node_get_name (leaf);
  gsize length = strlen (group);

  return g_str_has_prefix (name, group) && name[length] == '_' ? name + length + 1 : name;
}

static gboolean
is_empty (RkFormNode *leaf)
{
  return *rk_form_node_get_stored_value (leaf) == '\0';
}

static JsonNode *
node_for_leaves (RkQuestion *question)
{
  g_autoptr (GPtrArray) leaves = rk_question_list_leaves (question);
  gboolean ranking = rk_question_get_question_type (question) == RK_QUESTION_RANKING;
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; i < leaves->len; i++)
    {
      RkFormNode *leaf = g_ptr_array_index (leaves, i);

      if (is_empty (leaf))
        continue;
      if (ranking)
        json_array_add_string_element (array, rk_form_node_get_stored_value (leaf));
      else
        json_object_set_member (object, statement_id (question, leaf),
                                rk_form_node_get_control (leaf)->type == RK_CONTROL_SELECT
                                    ? node_for_options (leaf)
                                    : node_for_leaf (leaf));
    }
  if (ranking)
    return json_array_get_length (array) > 0 ? node_for_array (g_steal_pointer (&array)) : NULL;
  return json_object_get_size (object) > 0 ? node_for_object (g_steal_pointer (&object)) : NULL;
}

/* The answer to one question, a table through @collect_row; NULL when there is none. */
static JsonNode *
node_for_simple (RkQuestion *question)
{
  RkFormNode *node = rk_question_get_node (question);

  if (rk_form_node_get_node_type (node) != RK_NODE_LEAF ||
      rk_question_get_question_type (question) == RK_QUESTION_MATRIX)
    return node_for_leaves (question);
  if (is_empty (node) || !rk_question_counts (question))
    return NULL;
  switch (rk_question_get_question_type (question))
    {
    case RK_QUESTION_MULTIPLE:
    case RK_QUESTION_RANKING: return node_for_options (node);
    default: return node_for_leaf (node);
    }
}

static JsonNode *
node_for_question (RkQuestion *question)
{
  GListModel *rows;
  JsonArray *array;

  if (rk_question_get_question_type (question) != RK_QUESTION_REPEAT)
    return node_for_simple (question);
  rows = rk_form_node_get_children (rk_question_get_node (question));
  if (g_list_model_get_n_items (rows) == 0)
    return NULL;
  array = json_array_new ();
  for (guint r = 0; r < g_list_model_get_n_items (rows); r++)
    {
      g_autoptr (RkFormNode) row = g_list_model_get_item (rows, r);
      g_autoptr (GListModel) fields = rk_question_list_fields (question, row);
      JsonObject *object = json_object_new ();

      for (guint f = 0; f < g_list_model_get_n_items (fields); f++)
        {
          g_autoptr (RkQuestion) field = g_list_model_get_item (fields, f);
          GPtrArray *additions = rk_question_get_additions (field);
          JsonNode *json = node_for_question (field);

          if (json != NULL)
            json_object_set_member (object, rk_form_node_get_name (rk_question_get_node (field)),
                                    json);
          for (guint a = 0; a < additions->len; a++)
            {
              RkQuestion *addition = g_ptr_array_index (additions, a);

              json = node_for_simple (addition);
              if (json != NULL)
                json_object_set_member (object,
                                        rk_form_node_get_name (rk_question_get_node (addition)),
                                        json);
            }
        }
      json_array_add_object_element (array, object);
    }
  return node_for_array (array);
}

static void
collect_question (RkQuestion *question, gpointer user_data)
{
  JsonObject *answers = user_data;
  GPtrArray *additions = rk_question_get_additions (question);
  JsonNode *json = node_for_question (question);
  const char *id = rk_question_get_id (question);

  /* Two questions of one name, in different groups, are told apart by their paths. */
  if (json_object_has_member (answers, id))
    id = rk_form_node_get_path (rk_question_get_node (question));
  if (json != NULL)
    json_object_set_member (answers, id, json);
  for (guint i = 0; i < additions->len; i++)
    collect_question (g_ptr_array_index (additions, i), answers);
}

JsonObject *
rk_answers_collect (RkResponse *response)
{
  JsonObject *answers = json_object_new ();

  g_return_val_if_fail (RK_IS_RESPONSE (response), NULL);
  rk_response_visit_questions (response, collect_question, answers);
  return answers;
}
