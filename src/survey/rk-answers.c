/* SPDX-License-Identifier: EUPL-1.2 */
/* Answers by question id, in and out.
 *
 * In: everything is put into the instance first, also into what is hidden, and is looked at when
 * the form has recalculated: whether a choice exists can depend on other answers of the same file.
 * When something does not fit, the instance goes back to what the workspace holds. */
#include "config.h"
#include "rk-answers-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- finding questions ------------------------------------------------------------------------ */

static void
index_question (RkQuestion *question, gpointer user_data)
{
  GHashTable *questions = user_data;
  RkFormNode *node = rk_question_get_node (question);
  GPtrArray *additions = rk_question_get_additions (question);

  if (!g_hash_table_contains (questions, rk_question_get_id (question)))
    g_hash_table_insert (questions, (gpointer) rk_question_get_id (question), question);
  if (!g_hash_table_contains (questions, rk_form_node_get_name (node)))
    g_hash_table_insert (questions, (gpointer) rk_form_node_get_name (node), question);
  g_hash_table_insert (questions, (gpointer) rk_form_node_get_path (node), question);
  for (guint i = 0; i < additions->len; i++)
    index_question (g_ptr_array_index (additions, i), questions);
}

/* A statement of a matrix can be answered alone; what else has that name goes before it. */
static void
index_statements (RkQuestion *question, gpointer user_data)
{
  GHashTable *questions = user_data;
  g_autoptr (GPtrArray) leaves = NULL;

  if (rk_question_get_question_type (question) != RK_QUESTION_MATRIX)
    return;
  leaves = rk_question_list_leaves (question);
  for (guint i = 0; i < leaves->len; i++)
    {
      RkFormNode *leaf = g_ptr_array_index (leaves, i);

      if (!g_hash_table_contains (questions, rk_form_node_get_name (leaf)))
        g_hash_table_insert (questions, (gpointer) rk_form_node_get_name (leaf), question);
      if (!g_hash_table_contains (questions, rk_form_node_get_path (leaf)))
        g_hash_table_insert (questions, (gpointer) rk_form_node_get_path (leaf), question);
    }
}

static GHashTable *
index_questions (RkResponse *response)
{
  GHashTable *questions = g_hash_table_new (g_str_hash, g_str_equal);

  rk_response_visit_questions (response, index_question, questions);
  rk_response_visit_questions (response, index_statements, questions);
  return questions;
}

/* --- after recalculating ---------------------------------------------------------------------- */

static gboolean
has_choice (GPtrArray *choices, const char *value)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_str_equal (((RkChoice *) g_ptr_array_index (choices, i))->value, value))
      return TRUE;
  return FALSE;
}

/* Every chosen option is on offer; the engine's order of options is taken over. */
static gboolean
check_choices (RkAnswersApply *apply, RkFormNode *leaf, GError **error)
{
  GPtrArray *choices = rk_form_node_get_choices (leaf);
  const RkControl *control = rk_form_node_get_control (leaf);
  const char *stored = rk_form_node_get_stored_value (leaf);
  g_auto (GStrv) values = NULL;
  g_autoptr (GString) ordered = g_string_new (NULL);

  /* The choices of a hidden question can hang on what is hidden too. */
  if (*stored == '\0' || (choices->len == 0 && !rk_form_node_get_relevant (leaf)))
    return TRUE;
  values = control->type == RK_CONTROL_SELECT1 ? g_strsplit (stored, "\n", 1)
                                               : g_strsplit (stored, " ", -1);
  for (guint i = 0; values[i] != NULL; i++)
    if (!has_choice (choices, values[i]))
      return rk_answers_refuse (apply, error, _ ("“%s” is not one of the choices."), values[i]);
  if (control->type != RK_CONTROL_SELECT)
    return TRUE;
  for (guint i = 0; i < choices->len; i++)
    {
      const char *value = ((RkChoice *) g_ptr_array_index (choices, i))->value;

      if (g_strv_contains ((const char *const *) values, value))
        g_string_append_printf (ordered, "%s%s", ordered->len > 0 ? " " : "", value);
    }
  if (!g_str_equal (ordered->str, stored))
    rk_form_instance_restore_value (apply->instance, leaf, ordered->str);
  return TRUE;
}

static gboolean
check_touched (RkAnswersApply *apply, GError **error)
{
  for (guint i = 0; i < apply->touched->len; i++)
    {
      RkFormNode *leaf = g_ptr_array_index (apply->touched, i);

      apply->id = g_ptr_array_index (apply->names, i);
      if (rk_answers_is_choice (leaf) && !check_choices (apply, leaf, error))
        return FALSE;
    }
  return TRUE;
}

/* --- the whole -------------------------------------------------------------------------------- */

static gboolean
put_all (RkAnswersApply *apply, JsonObject *answers, GError **error)
{
  JsonObjectIter iter;
  const char *id;
  JsonNode *json;

  json_object_iter_init_ordered (&iter, answers);
  while (json_object_iter_next_ordered (&iter, &id, &json))
    {
      RkQuestion *question = g_hash_table_lookup (apply->questions, id);

      apply->id = id;
      if (question == NULL)
        {
          g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                       _ ("There is no question %s in “%s”. Nothing has been stored."), id,
                          rk_response_get_title (apply->response));
          return FALSE;
        }
      if (!rk_answers_put (apply, question, json, error))
        return FALSE;
    }
  return TRUE;
}

/* What was entered replaces what was typed. */
static void
mark_entered (RkAnswersApply *apply)
{
  rk_response_look (apply->response);
  for (guint i = 0; i < apply->touched->len; i++)
    {
      RkLeaf *leaf = rk_response_find_leaf (apply->response, g_ptr_array_index (apply->touched, i));

      if (leaf == NULL)
        continue;
      leaf->entered = TRUE;
      leaf->drafted |= leaf->draft != NULL;
      g_clear_pointer (&leaf->draft, g_free);
      g_clear_pointer (&leaf->raw, g_free);
    }
}

static GPtrArray *
list_hidden (RkAnswersApply *apply, JsonObject *answers)
{
  GPtrArray *hidden = g_ptr_array_new_with_free_func (g_free);
  JsonObjectIter iter;
  const char *id;

  json_object_iter_init_ordered (&iter, answers);
  while (json_object_iter_next_ordered (&iter, &id, NULL))
    if (!rk_question_get_visible (g_hash_table_lookup (apply->questions, id)))
      g_ptr_array_add (hidden, g_strdup (id));
  return hidden;
}

/* The rows that went are not to be deleted after all, and the instance goes back to what the
 * workspace holds. */
static void
take_back (RkAnswersApply *apply)
{
  RkResponse *response = apply->response;

  g_ptr_array_set_size (response->gone, 0);
  response->discarding = TRUE;
  rk_response_load (response, NULL);
  response->discarding = FALSE;
  rk_response_load_drafts (response, NULL);
}

static gboolean
put_and_check (RkAnswersApply *apply, RkResponse *response, JsonObject *answers, GError **error)
{
  gboolean done;

  apply->response = response;
  apply->instance = rk_response_get_instance (response);
  apply->questions = index_questions (response);
  apply->touched = g_ptr_array_new_with_free_func (g_object_unref);
  apply->names = g_ptr_array_new_with_free_func (g_free);
  rk_form_instance_freeze (apply->instance);
  done = put_all (apply, answers, error);
  rk_form_instance_thaw (apply->instance);
  return done && check_touched (apply, error);
}

static void
apply_clear (RkAnswersApply *apply)
{
  g_clear_pointer (&apply->questions, g_hash_table_unref);
  g_clear_pointer (&apply->touched, g_ptr_array_unref);
  g_clear_pointer (&apply->names, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RkAnswersApply, apply_clear)

gboolean
rk_answers_apply (RkResponse *response, JsonObject *answers, GPtrArray **hidden, GError **error)
{
  return rk_answers_apply_files (response, answers, NULL, hidden, error);
}

gboolean
rk_answers_apply_files (RkResponse *response, JsonObject *answers, const char *folder,
                        GPtrArray **hidden, GError **error)
{
  g_auto (RkAnswersApply) apply = { .folder = folder };

  g_return_val_if_fail (RK_IS_RESPONSE (response), FALSE);
  g_return_val_if_fail (answers != NULL, FALSE);
  if (!rk_response_check_open (response, error))
    return FALSE;
  if (!put_and_check (&apply, response, answers, error))
    {
      take_back (&apply);
      return FALSE;
    }
  mark_entered (&apply);
  if (!rk_response_save (response, _ ("answers from a file"), error))
    return FALSE;
  if (hidden != NULL)
    *hidden = list_hidden (&apply, answers);
  return TRUE;
}
