/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl survey answer: stores answers by question id, all or none. */
#include "config.h"
#include "cli-survey.h"

#include <glib/gi18n-lib.h>

#include "rk-answers.h"
#include "rk-json.h"

#define MAX_BYTES (64 * 1024 * 1024)

/* The object of answers in @path: the document itself, or its member "antwoorden" as export writes
 * it. (transfer full) */
static JsonObject *
load_answers (const char *path, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GError) cause = NULL;
  JsonObject *object;

  if (info != NULL && g_file_info_get_size (info) > MAX_BYTES)
    {
      /* Translators: the path of a file. */
      g_set_error (error, RK_ERROR, RK_ERROR_TOO_LARGE,
                   _ ("The answers in %s were not read: the file is larger than 64 MB. Nothing has "
                      "been stored."),
                      path);
      return NULL;
    }
  root = rk_json_parse_file (path, &cause);
  if (root == NULL)
    {
      /* Translators: the path of a file, then the cause. */
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                   _ ("The answers in %s could not be read: %s. Nothing has been stored."), path,
                      cause->message);
      return NULL;
    }
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      /* Translators: the path of a file. */
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                   _ ("The answers in %s are not an object of question id and answer. Nothing has "
                      "been stored."),
                      path);
      return NULL;
    }
  object = json_node_get_object (root);
  if (json_object_has_member (object, "antwoorden") &&
      JSON_NODE_HOLDS_OBJECT (json_object_get_member (object, "antwoorden")))
    object = json_object_get_object_member (object, "antwoorden");
  return json_object_ref (object);
}

static void
tell_hidden (GPtrArray *hidden)
{
  for (guint i = 0; i < hidden->len; i++)
    /* Translators: the id of a question. */
    cli_complain (_ ("Question %s is hidden by other answers: its answer is kept but does not "
                     "count."),
                     (char *) g_ptr_array_index (hidden, i));
}

/* What was stored and is no answer yet; each is told. */
static JsonArray *
tell_wrong (RkResponse *response)
{
  g_autoptr (GPtrArray) issues = rk_response_review (response);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < issues->len; i++)
    {
      const RkIssue *issue = g_ptr_array_index (issues, i);
      JsonObject *object;

      if (issue->type != RK_ISSUE_WRONG)
        continue;
      /* Translators: the id of a question, then what is wrong with its answer. */
      cli_complain (_ ("Question %s: %s The answer is kept but does not count."),
                       rk_question_get_id (issue->question), issue->message);
      object = json_object_new ();
      json_object_set_string_member (object, "question", rk_question_get_id (issue->question));
      json_object_set_string_member (object, "path", rk_form_node_get_path (issue->node));
      json_object_set_string_member (object, "message", issue->message);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
print_result (CliContext *context, RkResponse *response, GPtrArray *hidden)
{
  g_autoptr (JsonArray) wrong = tell_wrong (response);
  guint answered, total;
  JsonObject *object;
  JsonArray *array;

  rk_response_get_progress (response, &answered, &total, NULL);
  if (!context->json)
    {
      /* Translators: a number of questions of a number of questions. */
      g_print (_ ("%u of %u questions are answered.\n"), answered, total);
      return;
    }
  object = json_object_new ();
  array = json_array_new ();
  for (guint i = 0; i < hidden->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (hidden, i));
  json_object_set_string_member (object, "id", rk_response_get_id (response));
  json_object_set_int_member (object, "answered", answered);
  json_object_set_int_member (object, "total", total);
  json_object_set_array_member (object, "hidden", array);
  json_object_set_array_member (object, "wrong", g_steal_pointer (&wrong));
  cli_survey_print_object (object);
}

int
cli_survey_answer (CliContext *context, int argc, char **argv)
{
  g_autofree char *path = NULL, *folder = NULL;
  const GOptionEntry entries[] = {
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &path, NULL, NULL },
    { NULL },
  };
  g_autoptr (RkResponse) response = NULL;
  g_autoptr (JsonObject) answers = NULL;
  g_autoptr (GPtrArray) hidden = NULL;
  GError *error = NULL;

  if (!cli_parse (context, entries, &argc, &argv) || argc != 2 || path == NULL)
    return cli_wrong_usage ("survey", "answer");
  answers = load_answers (path, &error);
  if (answers == NULL)
    return cli_fail (context, CLI_FAILED, error);
  folder = g_path_get_dirname (path);
  response = cli_survey_open (context, argv[1], RK_STORE_OPEN_EXISTING, &error);
  if (response == NULL || !rk_answers_apply_files (response, answers, folder, &hidden, &error))
    return cli_fail (context, CLI_FAILED, error);
  tell_hidden (hidden);
  print_result (context, response, hidden);
  return CLI_DONE;
}
