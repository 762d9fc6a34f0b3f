/* SPDX-License-Identifier: EUPL-1.2 */
/* The data is in data/demo: example.json says what there is, one file per survey holds its
 * answers, portfolio.json the applications. All of it goes the way that a person's work goes
 * (answers, submission), so that the example is a workspace like any other. */
#include "config.h"

#include "rk-example.h"

#include "rk-answers.h"
#include "rk-demo-data.h"
#include "rk-built-in.h"
#include "rk-portfolio-json.h"
#include "rk-profile.h"
#include "rk-workspace.h"
#include "rk-workspace-kinds.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define RESOURCES "/io/github/regiekamer/Regiekamer/demo/"

/* A file of the resource as JSON object: (transfer full). */
static JsonObject *
load (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) bytes = g_resource_lookup_data (rk_demo_data_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (bytes == NULL || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                                    (gssize) g_bytes_get_size (bytes), error))
    return NULL;
  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

static const char *
get_text (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

static gboolean
add_profile (RkStore *store, JsonObject *about, GError **error)
{
  g_autoptr (RkChange) change = rk_change_new (store, _ ("Example"));
  g_autofree char *id = rk_store_new_id ();
  JsonObject *administration = json_object_get_object_member (about, "administration");
  JsonArray *people = json_object_get_array_member (about, "people");

  rk_change_set (change, "administration", id, "name", get_text (administration, "name"), "type",
                 get_text (administration, "type"), "nis", get_text (administration, "nis"),
                 "province", get_text (administration, "province"), "inhabitants",
                 get_text (administration, "inhabitants"), NULL);
  for (guint i = 0; i < json_array_get_length (people); i++)
    {
      g_autofree char *person = rk_store_new_id ();
      JsonObject *one = json_array_get_object_element (people, i);

      rk_change_set (change, "person", person, "name", get_text (one, "name"), "department",
                     get_text (one, "department"), NULL);
    }
  return rk_change_apply (change, error);
}

static RkQuestion *
find_question (RkResponse *response, const char *id)
{
  GListModel *sections = rk_response_get_sections (response);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (sections, i);
      GListModel *questions = rk_section_get_questions (section);

      for (guint j = 0; j < g_list_model_get_n_items (questions); j++)
        {
          g_autoptr (RkQuestion) question = g_list_model_get_item (questions, j);

          if (g_str_equal (rk_question_get_id (question), id))
            return g_steal_pointer (&question);
        }
    }
  return NULL;
}

static gboolean
add_notes (RkResponse *response, JsonArray *notes, GError **error)
{
  for (guint i = 0; i < json_array_get_length (notes); i++)
    {
      JsonObject *note = json_array_get_object_element (notes, i);
      g_autoptr (RkQuestion) question = find_question (response, get_text (note, "question"));
      const char *text = get_text (note, "note"), *assignee = get_text (note, "assignee");

      if (question == NULL)
        continue;
      if (text != NULL && !rk_response_set_note (response, question, text, error))
        return FALSE;
      if (assignee != NULL && !rk_response_set_assignee (response, question, assignee, error))
        return FALSE;
    }
  return TRUE;
}

/* Submitted like any response, but on the day that the data tells. */
static gboolean
submit (RkStore *store, RkResponse *response, JsonObject *about, GError **error)
{
  g_autoptr (RkChange) change = rk_change_new (store, _ ("Example"));

  rk_store_set_author (store, get_text (about, "submitted_by"));
  if (!rk_response_submit (response, NULL, error))
    return FALSE;
  rk_change_set (change, "response", rk_response_get_id (response), "submitted_at",
                 get_text (about, "submitted_at"), NULL);
  return rk_change_apply (change, error);
}

static gboolean
add_response (RkStore *store, JsonObject *about, GError **error)
{
  g_autoptr (RkQuestionnaire) questionnaire =
      rk_questionnaire_find (NULL, get_text (about, "form"), error);
  g_autoptr (JsonObject) answers = load (get_text (about, "answers"), error);
  g_autoptr (RkResponse) response = NULL;
  g_autofree char *id = NULL;

  if (questionnaire == NULL || answers == NULL)
    return FALSE;
  id = rk_response_start (store, questionnaire, get_text (about, "period"), NULL, error);
  response = id != NULL ? rk_response_open (store, id, error) : NULL;
  if (response == NULL || !rk_answers_apply (response, answers, NULL, error))
    return FALSE;
  if (json_object_has_member (about, "notes") &&
      !add_notes (response, json_object_get_array_member (about, "notes"), error))
    return FALSE;
  if (json_object_has_member (about, "deadline"))
    {
      g_autoptr (RkChange) change = rk_change_new (store, _ ("Example"));

      rk_change_set (change, "response", id, "deadline", get_text (about, "deadline"), NULL);
      if (!rk_change_apply (change, error))
        return FALSE;
    }
  return !json_object_has_member (about, "submitted_at") || submit (store, response, about, error);
}

/* Its applications, suppliers, contracts and interfaces: one step, as when a person imports them.
 */
static gboolean
add_portfolio (RkStore *store, GError **error)
{
  g_autoptr (JsonObject) portfolio = load ("portfolio.json", error);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RkChange) change = rk_change_new (store, _ ("Example"));
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);

  if (portfolio == NULL)
    return FALSE;
  json_node_set_object (root, portfolio);
  return rk_portfolio_json_read (root, change, warnings, error) && rk_change_apply (change, error);
}

/* What is whole is marked as the example; undo does not take it apart. */
static gboolean
finish (RkStore *store, GError **error)
{
  g_autoptr (RkRecord) administration = rk_profile_get_administration (store, error);
  g_autoptr (RkChange) change = NULL;

  if (administration == NULL)
    return FALSE;
  rk_store_set_author (store, "");
  change = rk_change_new (store, _ ("Example"));
  rk_change_set (change, "administration", rk_record_get_id (administration), "example", "true",
                 NULL);
  rk_change_set_final (change, TRUE);
  return rk_change_apply (change, error);
}

static gboolean
fill (RkStore *store, GError **error)
{
  g_autoptr (JsonObject) about = load ("example.json", error);
  JsonArray *responses;

  if (about == NULL || !add_profile (store, about, error) ||
      !rk_built_in_add_architecture (store, error) || !add_portfolio (store, error))
    return FALSE;
  responses = json_object_get_array_member (about, "responses");
  for (guint i = 0; i < json_array_get_length (responses); i++)
    if (!add_response (store, json_array_get_object_element (responses, i), error))
      return FALSE;
  return finish (store, error);
}

static void
remove_workspace (const char *path)
{
  static const char *const sidecars[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (sidecars); i++)
    {
      g_autofree char *file = g_strconcat (path, sidecars[i], NULL);

      g_unlink (file);
    }
}

/* The backups that opening a file makes, of one that was never in its place. */
static void
remove_backups (const char *path)
{
  g_autoptr (GPtrArray) backups = rk_workspace_list_backups (path);

  for (guint i = 0; i < backups->len; i++)
    {
      RkBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *folder = g_path_get_dirname (backup->path);

      g_unlink (backup->path);
      g_rmdir (folder); /* after the last of them */
    }
}

/* TRUE when there is nothing at @path or the example. */
static gboolean
check_replaceable (const char *path, GError **error)
{
  g_autoptr (RkStore) store = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  store = rk_workspace_open (path, RK_STORE_READ_ONLY, error);
  if (store == NULL)
    return FALSE;
  if (rk_example_is (store))
    return TRUE;
  g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
               /* Translators: %s is the path of a file. */
               _ ("“%s” is a workspace with your own data. The example was not put in its place."),
                  path);
  return FALSE;
}

RkStore *
rk_example_create (const char *path, GError **error)
{
  g_autofree char *made = g_strconcat (path, ".new", NULL);
  g_autoptr (RkStore) store = NULL;
  gboolean filled;

  g_return_val_if_fail (path != NULL, NULL);
  if (!check_replaceable (path, error))
    return NULL;
  remove_workspace (made);
  store = rk_workspace_open (made, RK_STORE_CREATE, error);
  filled = store != NULL && fill (store, error);
  g_clear_object (&store); /* closing leaves one whole file */
  remove_backups (made);
  if (!filled)
    {
      remove_workspace (made);
      return NULL;
    }
  remove_workspace (path);
  if (g_rename (made, path) != 0)
    {
      g_set_error (error, RK_ERROR, RK_ERROR_FAILED,
                   /* Translators: %s is the path of a file. */
                   _ ("The example could not be put at “%s”. Choose another folder."), path);
      remove_workspace (made);
      return NULL;
    }
  return rk_workspace_open (path, RK_STORE_OPEN_EXISTING, error);
}

gboolean
rk_example_is (RkStore *store)
{
  g_autoptr (RkRecord) administration = rk_profile_get_administration (store, NULL);

  return administration != NULL &&
         g_strcmp0 (rk_record_get (administration, "example"), "true") == 0;
}
