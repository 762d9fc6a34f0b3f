/* SPDX-License-Identifier: EUPL-1.2 */
/* One answer of a file into the instance: by the type of its question, and in rows in turn. */
#include "config.h"
#include "rk-answers-private.h"
#include "rk-value-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ROWS 1000

gboolean
rk_answers_refuse (RkAnswersApply *apply, GError **error, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  /* Translators: the id of a question, then what is wrong with the answer given to it. */
  g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
               _ ("Question %s: %s Nothing has been stored."), apply->id, text);
  return FALSE;
}

/* --- values ----------------------------------------------------------------------------------- */

static void
put (RkAnswersApply *apply, RkFormNode *leaf, const char *value)
{
  rk_form_instance_restore_value (apply->instance, leaf, value);
  g_ptr_array_add (apply->touched, g_object_ref (leaf));
  g_ptr_array_add (apply->names, g_strdup (apply->id));
}

/* A JSON value as text: numbers without exponent, booleans as words, null as nothing; NULL for an
 * object or list. */
static char *
dup_scalar (JsonNode *json)
{
  char number[400]; /* the largest double has 309 digits before the point */

  if (JSON_NODE_HOLDS_NULL (json))
    return g_strdup ("");
  if (!JSON_NODE_HOLDS_VALUE (json))
    return NULL;
  switch (json_node_get_value_type (json))
    {
    case G_TYPE_STRING: return json_node_dup_string (json);
    case G_TYPE_BOOLEAN: return g_strdup (json_node_get_boolean (json) ? "true" : "false");
    case G_TYPE_INT64: return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (json));
    default:
      g_ascii_formatd (number, sizeof number, "%.10f", json_node_get_double (json));
      return rk_value_trim_decimal (number);
    }
}

static gboolean
is_number (RkFormNode *leaf)
{
  const RkControl *control = rk_form_node_get_control (leaf);
  RkDataType type = rk_form_node_get_data_type (leaf);

  return (type == RK_DATA_INT || type == RK_DATA_DECIMAL) && control != NULL &&
         (control->type == RK_CONTROL_INPUT || control->type == RK_CONTROL_RANGE);
}

gboolean
rk_answers_is_choice (RkFormNode *leaf)
{
  const RkControl *control = rk_form_node_get_control (leaf);

  return control != NULL &&
         (control->type == RK_CONTROL_SELECT1 || control->type == RK_CONTROL_SELECT ||
          control->type == RK_CONTROL_RANK);
}

static gboolean
is_upload (RkFormNode *leaf)
{
  const RkControl *control = rk_form_node_get_control (leaf);

  return control != NULL && control->type == RK_CONTROL_UPLOAD;
}

/* A file of the folder; only by its name, for answers can come from anybody. */
static gboolean
put_file (RkAnswersApply *apply, RkFormNode *node, const char *name, GError **error)
{
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *path = NULL;
  g_autoptr (GError) cause = NULL;
  RkResponseFile *file = NULL;
  RkLeaf *leaf;

  rk_response_look (apply->response); /* its row can be new */
  leaf = rk_response_find_leaf (apply->response, node);
  if (g_str_equal (rk_form_node_get_stored_value (node), name))
    return TRUE; /* the file that is there */
  if (!g_str_equal (base, name) || apply->folder == NULL)
    return rk_answers_refuse (apply, error,
                              _ ("there is no file “%s” beside the answers. Put it there."), name);
  path = g_build_filename (apply->folder, name, NULL);
  file = rk_response_take_path (apply->response, node, path, &cause);
  if (file == NULL || !rk_response_stage_file (apply->response, leaf, file, &cause))
    return rk_answers_refuse (apply, error, "%s", cause->message);
  put (apply, node, rk_form_node_get_stored_value (node));
  return TRUE;
}

/* As it is stored; a date or a time also as people write it. "" when it does not fit. */
static char *
encode (RkAnswersApply *apply, RkFormNode *leaf, const char *text)
{
  RkDataType type = rk_form_node_get_data_type (leaf);
  char *encoded = rk_form_instance_encode (apply->instance, leaf, text);
  g_autofree char *read = NULL;

  if (*encoded != '\0' || (type != RK_DATA_DATE && type != RK_DATA_TIME))
    return encoded;
  read = rk_response_read_text (leaf, text);
  if (read == NULL)
    return encoded;
  g_free (encoded);
  return rk_form_instance_encode (apply->instance, leaf, read);
}

static gboolean
put_scalar (RkAnswersApply *apply, RkFormNode *leaf, JsonNode *json, GError **error)
{
  g_autofree char *text = dup_scalar (json), *encoded = NULL, *why = NULL;

  if (text == NULL)
    return rk_answers_refuse (apply, error, _ ("one answer is expected here, not a list."));
  if (is_upload (leaf) && *text != '\0')
    return put_file (apply, leaf, text, error);
  if (rk_answers_is_choice (leaf) || *text == '\0')
    {
      put (apply, leaf, text);
      return TRUE;
    }
  encoded = encode (apply, leaf, text);
  if (is_number (leaf) && rk_form_node_get_data_type (leaf) == RK_DATA_INT &&
      strpbrk (text, ".eE") != NULL)
    return rk_answers_refuse (apply, error, _ ("“%s” is not a whole number."), text);
  if (*encoded != '\0')
    {
      put (apply, leaf, encoded);
      return TRUE;
    }
  why = rk_response_dup_type_message (leaf, text);
  /* Translators: an answer, then a sentence that says what to fill in. */
  return rk_answers_refuse (apply, error, _ ("“%s” does not fit. %s"), text, why);
}

/* Several options: a list, or one alone. */
static gboolean
put_options (RkAnswersApply *apply, RkFormNode *leaf, JsonNode *json, GError **error)
{
  g_autoptr (GString) value = g_string_new (NULL);
  JsonArray *list;

  if (!JSON_NODE_HOLDS_ARRAY (json))
    return put_scalar (apply, leaf, json, error);
  list = json_node_get_array (json);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autofree char *text = dup_scalar (json_array_get_element (list, i));

      if (text == NULL || *text == '\0' || strchr (text, ' ') != NULL)
        return rk_answers_refuse (apply, error,
                                  _ ("“%s” is not one of the choices."),
                                     text != NULL ? text : "[…]");
      g_string_append_printf (value, "%s%s", value->len > 0 ? " " : "", text);
    }
  put (apply, leaf, value->str);
  return TRUE;
}

/* The statement @name among @leaves, with or without the name of the matrix @node before it. */
static RkFormNode *
find_statement (GPtrArray *leaves, RkFormNode *node, const char *name)
{
  g_autofree char *long_name = g_strconcat (rk_form_node_get_name (node), "_", name, NULL);

  for (guint i = 0; i < leaves->len; i++)
    {
      const char *other = rk_form_node_get_name (g_ptr_array_index (leaves, i));

      if (g_str_equal (other, long_name) || g_str_equal (other, name))
        return g_ptr_array_index (leaves, i);
    }
  return NULL;
}

static void
clear_leaves (RkAnswersApply *apply, GPtrArray *leaves)
{
  for (guint i = 0; i < leaves->len; i++)
    put (apply, g_ptr_array_index (leaves, i), "");
}

static gboolean
put_matrix (RkAnswersApply *apply, RkQuestion *question, JsonNode *json, GError **error)
{
  g_autoptr (GPtrArray) leaves = rk_question_list_leaves (question);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (json) && !JSON_NODE_HOLDS_NULL (json))
    return rk_answers_refuse (apply, error,
                              _ ("an object of statement and choice is expected here."));
  clear_leaves (apply, leaves);
  if (JSON_NODE_HOLDS_NULL (json))
    return TRUE;
  json_object_iter_init_ordered (&iter, json_node_get_object (json));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      RkFormNode *leaf = find_statement (leaves, rk_question_get_node (question), name);

      if (leaf == NULL)
        return rk_answers_refuse (apply, error, _ ("there is no statement “%s”."), name);
      if (!put_options (apply, leaf, value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_ranking (RkAnswersApply *apply, RkQuestion *question, JsonNode *json, GError **error)
{
  g_autoptr (GPtrArray) leaves = rk_question_list_leaves (question);
  JsonArray *list;

  if (rk_form_node_get_node_type (rk_question_get_node (question)) == RK_NODE_LEAF)
    return put_options (apply, rk_question_get_node (question), json, error);
  if (!JSON_NODE_HOLDS_ARRAY (json) && !JSON_NODE_HOLDS_NULL (json))
    return rk_answers_refuse (apply, error, _ ("a list of choices in order is expected here."));
  clear_leaves (apply, leaves);
  if (JSON_NODE_HOLDS_NULL (json))
    return TRUE;
  list = json_node_get_array (json);
  if (json_array_get_length (list) > leaves->len)
    return rk_answers_refuse (apply, error, _ ("at most %u choices can be ranked."), leaves->len);
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (!put_scalar (apply, g_ptr_array_index (leaves, i), json_array_get_element (list, i), error))
      return FALSE;
  return TRUE;
}

/* --- rows ------------------------------------------------------------------------------------- */

gboolean
rk_answers_set_row_count (RkAnswersApply *apply, RkFormNode *repeat, guint wanted, GError **error)
{
  GListModel *rows = rk_form_node_get_children (repeat);

  if (wanted > MAX_ROWS)
    return rk_answers_refuse (apply, error, _ ("there can be at most %u rows."), MAX_ROWS);
  if (!rk_form_node_is_user_controlled (repeat))
    return g_list_model_get_n_items (rows) >= wanted ||
           rk_answers_refuse (apply, error, _ ("the number of rows follows from other answers."));
  while (g_list_model_get_n_items (rows) > wanted)
    {
      g_autoptr (RkFormNode) row =
          g_list_model_get_item (rows, g_list_model_get_n_items (rows) - 1);

      rk_form_instance_remove_row (apply->instance, row);
      rk_response_bury_row (apply->response, row);
    }
  while (g_list_model_get_n_items (rows) < wanted)
    if (rk_form_instance_add_row (apply->instance, repeat, NULL) != RK_REJECT_NONE)
      return rk_answers_refuse (apply, error, _ ("no further row can be added."));
  return TRUE;
}

static RkQuestion *
find_field (GListModel *fields, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (RkQuestion) field = g_list_model_get_item (fields, i);
      GPtrArray *additions = rk_question_get_additions (field);

      if (g_str_equal (rk_form_node_get_name (rk_question_get_node (field)), name) ||
          g_str_equal (rk_question_get_id (field), name))
        return field; /* the list keeps it */
      for (guint a = 0; a < additions->len; a++)
        {
          RkQuestion *addition = g_ptr_array_index (additions, a);

          if (g_str_equal (rk_form_node_get_name (rk_question_get_node (addition)), name))
            return addition;
        }
    }
  return NULL;
}

/* Anything but a table of rows. */
static gboolean
put_simple (RkAnswersApply *apply, RkQuestion *question, JsonNode *json, GError **error)
{
  RkFormNode *node = rk_question_get_node (question);

  switch (rk_question_get_question_type (question))
    {
    case RK_QUESTION_MATRIX: return put_matrix (apply, question, json, error);
    case RK_QUESTION_RANKING: return put_ranking (apply, question, json, error);
    case RK_QUESTION_MULTIPLE: return put_options (apply, node, json, error);
    case RK_QUESTION_NOTE:
    case RK_QUESTION_CALCULATED:
      return rk_answers_refuse (apply, error, _ ("the questionnaire fills this in itself."));
    default: return put_scalar (apply, node, json, error);
    }
}

/* The list is the whole answer: a field that a row does not name is empty. */
static void
clear_fields (RkAnswersApply *apply, GListModel *fields, JsonObject *answers)
{
  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (RkQuestion) field = g_list_model_get_item (fields, i);
      RkFormNode *node = rk_question_get_node (field);
      GPtrArray *additions = rk_question_get_additions (field);
      g_autoptr (GPtrArray) leaves = rk_question_list_leaves (field);

      if (rk_question_get_question_type (field) == RK_QUESTION_REPEAT &&
          !json_object_has_member (answers, rk_form_node_get_name (node)))
        rk_answers_set_row_count (apply, node, 0, NULL);
      for (guint a = 0; a < additions->len; a++)
        g_ptr_array_add (leaves, rk_question_get_node (g_ptr_array_index (additions, a)));
      if (rk_question_counts (field))
        clear_leaves (apply, leaves);
    }
}

static gboolean
put_rows (RkAnswersApply *apply, RkQuestion *question, JsonNode *json, GError **error)
{
  RkFormNode *repeat = rk_question_get_node (question);
  GListModel *rows = rk_form_node_get_children (repeat);
  JsonArray *list = JSON_NODE_HOLDS_ARRAY (json) ? json_node_get_array (json) : NULL;
  guint n = list != NULL ? json_array_get_length (list) : 0;

  if (list == NULL && !JSON_NODE_HOLDS_NULL (json))
    return rk_answers_refuse (apply, error, _ ("a list of rows is expected here."));
  if (!rk_answers_set_row_count (apply, repeat, n, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      JsonNode *item = json_array_get_element (list, i);
      g_autoptr (RkFormNode) row = g_list_model_get_item (rows, i);
      g_autoptr (GListModel) fields = rk_question_list_fields (question, row);
      JsonObjectIter iter;
      const char *name;
      JsonNode *value;

      if (!JSON_NODE_HOLDS_OBJECT (item))
        return rk_answers_refuse (apply, error,
                                  _ ("row %u is not an object of field and answer."), i + 1);
      clear_fields (apply, fields, json_node_get_object (item));
      json_object_iter_init_ordered (&iter, json_node_get_object (item));
      while (json_object_iter_next_ordered (&iter, &name, &value))
        {
          RkQuestion *field = find_field (fields, name);

          if (field == NULL)
            return rk_answers_refuse (apply, error,
                                      _ ("row %u: there is no field “%s”."), i + 1, name);
          if (rk_question_get_question_type (field) == RK_QUESTION_REPEAT
                  ? !put_rows (apply, field, value, error)
                  : !put_simple (apply, field, value, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* The statement of the matrix @question that the answer is for alone; NULL: for the whole. */
static RkFormNode *
find_alone (RkAnswersApply *apply, RkQuestion *question)
{
  g_autoptr (GPtrArray) leaves = NULL;

  if (rk_question_get_question_type (question) != RK_QUESTION_MATRIX ||
      g_str_equal (apply->id, rk_question_get_id (question)) ||
      g_str_equal (apply->id, rk_form_node_get_name (rk_question_get_node (question))))
    return NULL;
  leaves = rk_question_list_leaves (question);
  for (guint i = 0; i < leaves->len; i++)
    {
      RkFormNode *leaf = g_ptr_array_index (leaves, i);

      if (g_str_equal (apply->id, rk_form_node_get_name (leaf)) ||
          g_str_equal (apply->id, rk_form_node_get_path (leaf)))
        return leaf;
    }
  return NULL;
}

gboolean
rk_answers_put (RkAnswersApply *apply, RkQuestion *question, JsonNode *json, GError **error)
{
  RkFormNode *statement = find_alone (apply, question);

  if (statement != NULL)
    return put_options (apply, statement, json, error);
  if (rk_question_get_question_type (question) == RK_QUESTION_REPEAT)
    return put_rows (apply, question, json, error);
  return put_simple (apply, question, json, error);
}
