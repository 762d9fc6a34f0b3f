/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl survey show: a response with its answers and what is open. */
#include "config.h"
#include "cli-survey.h"

#include <glib/gi18n-lib.h>

#include "rk-answers.h"

static const char *
name_of_issue (RkIssueType type)
{
  static const char *const names[] = { "required", "wrong", "warning", "open" };

  return names[type];
}

static JsonArray *
describe_issues (RkResponse *response)
{
  g_autoptr (GPtrArray) issues = rk_response_review (response);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < issues->len; i++)
    {
      const RkIssue *issue = g_ptr_array_index (issues, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "type", name_of_issue (issue->type));
      json_object_set_string_member (object, "question", rk_question_get_id (issue->question));
      json_object_set_string_member (object, "path", rk_form_node_get_path (issue->node));
      json_object_set_string_member (object, "message", issue->message);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
list_problems (RkResponse *response)
{
  g_auto (GStrv) problems = rk_response_dup_problems (response);
  JsonArray *array = json_array_new ();

  for (guint i = 0; problems[i] != NULL; i++)
    json_array_add_string_element (array, problems[i]);
  return array;
}

static void
print_json (RkResponse *response)
{
  JsonObject *object = json_object_new ();
  RkRecord *record = rk_response_get_record (response);
  g_autofree char *receipt = rk_response_dup_receipt (response);
  guint answered, total, required_open;

  rk_response_get_progress (response, &answered, &total, &required_open);
  json_object_set_string_member (object, "id", rk_response_get_id (response));
  json_object_set_string_member (object, "title", rk_response_get_title (response));
  json_object_set_string_member (object, "form", rk_record_get (record, "form_id"));
  json_object_set_string_member (object, "status", rk_record_get (record, "status"));
  json_object_set_int_member (object, "version", rk_record_get_int (record, "version", 1));
  if (receipt != NULL)
    json_object_set_string_member (object, "receipt", receipt);
  json_object_set_int_member (object, "answered", answered);
  json_object_set_int_member (object, "total", total);
  json_object_set_int_member (object, "required_open", required_open);
  json_object_set_object_member (object, "antwoorden", rk_answers_collect (response));
  json_object_set_array_member (object, "issues", describe_issues (response));
  json_object_set_array_member (object, "problems", list_problems (response));
  cli_survey_print_object (object);
}

static void
print_section (RkSection *section)
{
  GListModel *questions = rk_section_get_questions (section);

  /* Translators: the title of a section, a number of questions of a number of questions. */
  g_print (_ ("\n%s (%u of %u)\n"), rk_section_get_title (section),
              rk_section_get_answered (section), rk_section_get_total (section));
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (RkQuestion) question = g_list_model_get_item (questions, i);
      g_autofree char *label = rk_question_dup_label (question);
      g_autofree char *answer = rk_question_dup_answer_text (question);
      g_auto (GStrv) lines = g_strsplit (answer, "\n", -1);
      g_autofree char *indented = g_strjoinv ("\n      ", lines);

      if (rk_question_get_visible (question) && rk_question_counts (question))
        g_print ("  %s  %s\n      %s\n", rk_question_get_id (question), label,
                 *answer != '\0' ? indented : "–");
    }
}

static void
print_words (RkResponse *response)
{
  GListModel *sections = rk_response_get_sections (response);
  g_auto (GStrv) problems = rk_response_dup_problems (response);
  guint answered, total, required_open;

  rk_response_get_progress (response, &answered, &total, &required_open);
  g_print ("%s\n", rk_response_get_title (response));
  /* Translators: a number of questions of a number of questions; a number of questions. */
  g_print (_ ("%u of %u questions are answered; %u required questions are open.\n"), answered,
              total, required_open);
  for (guint i = 0; problems[i] != NULL; i++)
    g_print ("%s\n", problems[i]);
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (sections, i);

      print_section (section);
    }
}

int
cli_survey_show (CliContext *context, int argc, char **argv)
{
  g_autoptr (RkResponse) response = NULL;
  GError *error = NULL;

  if (!cli_parse (context, NULL, &argc, &argv) || argc != 2)
    return cli_wrong_usage ("survey", "show");
  response = cli_survey_open (context, argv[1], RK_STORE_READ_ONLY, &error);
  if (response == NULL)
    return cli_fail (context, CLI_FAILED, error);
  if (context->json)
    print_json (response);
  else
    print_words (response);
  return CLI_DONE;
}
