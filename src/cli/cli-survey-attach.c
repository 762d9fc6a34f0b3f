/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl survey attach: makes a file the answer to a question. */
#include "config.h"
#include "cli-survey.h"

#include "rk-response-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The leaf @id among the questions of @list, also those in rows: (nullable) (transfer full). */
static RkFormNode *
find_question (GListModel *list, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RkQuestion) question = g_list_model_get_item (list, i);
      GPtrArray *additions = rk_question_get_additions (question);

      if (g_strcmp0 (rk_question_get_id (question), id) == 0)
        return g_object_ref (rk_question_get_node (question));
      for (guint a = 0; a < additions->len; a++)
        if (g_strcmp0 (rk_question_get_id (g_ptr_array_index (additions, a)), id) == 0)
          return g_object_ref (rk_question_get_node (g_ptr_array_index (additions, a)));
    }
  return NULL;
}

/* By path, with the number of each row, or by id. (transfer full) (nullable) */
static RkFormNode *
find_node (RkResponse *response, const char *name)
{
  RkFormNode *node = rk_form_instance_find (rk_response_get_instance (response), name);
  GListModel *sections = rk_response_get_sections (response);
  RkFormNode *found = node != NULL ? g_object_ref (node) : NULL;

  for (guint s = 0; found == NULL && s < g_list_model_get_n_items (sections); s++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (sections, s);

      found = find_question (rk_section_get_questions (section), name);
    }
  return found;
}

static int
print_file (CliContext *context, RkResponseFile *file)
{
  JsonObject *object;

  if (!context->json)
    {
      /* Translators: the name of a file. */
      g_print (_ ("The answer is “%s”.\n"), file->name);
      return CLI_DONE;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "path", file->node_path);
  json_object_set_string_member (object, "name", file->name);
  json_object_set_string_member (object, "hash", file->hash);
  json_object_set_string_member (object, "type", file->type);
  json_object_set_int_member (object, "size", file->size);
  cli_survey_print_object (object);
  return CLI_DONE;
}

int
cli_survey_attach (CliContext *context, int argc, char **argv)
{
  g_autoptr (RkResponse) response = NULL;
  g_autoptr (RkFormNode) node = NULL;
  g_autoptr (RkResponseFile) file = NULL;
  GError *error = NULL;

  if (!cli_parse (context, NULL, &argc, &argv) || argc != 4)
    return cli_wrong_usage ("survey", "attach");
  response = cli_survey_open (context, argv[1], RK_STORE_OPEN_EXISTING, &error);
  if (response == NULL)
    return cli_fail (context, CLI_FAILED, error);
  node = find_node (response, argv[2]);
  if (node == NULL)
    {
      g_set_error (&error, RK_ERROR, RK_ERROR_NOT_FOUND,
                   _ ("There is no question %s in “%s”. Nothing has been stored."), argv[2],
                      rk_response_get_title (response));
      return cli_fail (context, CLI_FAILED, error);
    }
  if (!rk_response_attach (response, node, argv[3], &error))
    return cli_fail (context, CLI_FAILED, error);
  file = rk_response_get_file (response, node);
  return print_file (context, file);
}
