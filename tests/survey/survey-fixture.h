/* SPDX-License-Identifier: EUPL-1.2 */
/* A workspace with one open response, for the tests of surveys. */
#pragma once

#include "rk-answers.h"
#include "rk-change.h"
#include "rk-response-adopt.h"
#include "rk-response.h"
#include "rk-results.h"
#include "rk-survey-kinds.h"
#include "rk-survey-list.h"

#include <glib/gstdio.h>
#include <math.h>

static const RkKind *const survey_test_kinds[] = { &rk_kind_questionnaire, &rk_kind_form_file,
                                                   &rk_kind_response,      &rk_kind_answer,
                                                   &rk_kind_answer_row,    &rk_kind_question_note,
                                                   &rk_kind_response_file, NULL };

typedef struct
{
  char *path;
  RkStore *store;
  char *id;
  RkResponse *response;
} Fixture;

static inline char *
find_form (const char *name)
{
  return g_build_filename (g_getenv ("RK_SOURCE_ROOT"), "tests", "survey", "fixtures", name, NULL);
}

static inline RkStore *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  RkStore *store = rk_store_open (path, survey_test_kinds, RK_STORE_CREATE, &error);

  g_assert_no_error (error);
  return store;
}

static inline RkResponse *
open_response (RkStore *store, const char *id)
{
  g_autoptr (GError) error = NULL;
  RkResponse *response = rk_response_open (store, id, &error);

  g_assert_no_error (error);
  return response;
}

static inline char *
start (RkStore *store, const char *form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkQuestionnaire) questionnaire = rk_questionnaire_find (store, form, &error);
  char *id;

  g_assert_no_error (error);
  id = rk_response_start (store, questionnaire, "2026", NULL, &error);
  g_assert_no_error (error);
  return id;
}

/* @data: the name of a form, or of one in fixtures, or a path in the sources. */
static inline void
set_up (Fixture *f, gconstpointer data)
{
  const char *name = data != NULL ? data : "other.xml";
  g_autofree char *form = g_str_has_prefix (name, "tests/")
                              ? g_build_filename (g_getenv ("RK_SOURCE_ROOT"), name, NULL)
                          : g_str_has_suffix (name, ".xml") ? find_form (name)
                                                            : g_strdup (name);

  f->path = g_build_filename (g_get_user_data_dir (), "survey.regiekamer", NULL);
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_remove (f->path);
  f->store = open_store (f->path);
  f->id = start (f->store, form);
  f->response = open_response (f->store, f->id);
}

static inline void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->response);
  g_clear_object (&f->store);
  g_free (f->id);
  g_remove (f->path);
  g_free (f->path);
}

/* Closes everything and opens it again, as after a restart. */
static inline void
restart (Fixture *f)
{
  g_clear_object (&f->response);
  g_clear_object (&f->store);
  f->store = open_store (f->path);
  f->response = open_response (f->store, f->id);
}

static inline RkFormNode *
node_at (RkResponse *response, const char *path)
{
  RkFormNode *node = rk_form_instance_find (rk_response_get_instance (response), path);

  if (node == NULL)
    g_error ("no node %s", path);
  return node;
}

static inline const char *
value_at (RkResponse *response, const char *path)
{
  return rk_form_node_get_stored_value (node_at (response, path));
}

static inline void
enter_at (RkResponse *response, const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (rk_response_enter (response, node_at (response, path), text, &error));
  g_assert_no_error (error);
}

static inline RkQuestion *
find_question (RkResponse *response, const char *id)
{
  GListModel *sections = rk_response_get_sections (response);

  for (guint s = 0; s < g_list_model_get_n_items (sections); s++)
    {
      g_autoptr (RkSection) section = g_list_model_get_item (sections, s);
      GListModel *questions = rk_section_get_questions (section);

      for (guint q = 0; q < g_list_model_get_n_items (questions); q++)
        {
          g_autoptr (RkQuestion) question = g_list_model_get_item (questions, q);

          if (g_str_equal (rk_question_get_id (question), id))
            return question;
        }
    }
  g_error ("no question %s", id);
}

static inline JsonObject *
parse_answers (const char *text)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  node = json_from_string (text, &error);
  g_assert_no_error (error);
  return json_node_dup_object (node);
}

static inline void
apply (RkResponse *response, const char *text)
{
  g_autoptr (JsonObject) answers = parse_answers (text);
  g_autoptr (GError) error = NULL;

  rk_answers_apply (response, answers, NULL, &error);
  g_assert_no_error (error);
}

/* Takes over the answers of @earlier: to how many questions. */
static inline guint
adopt (RkResponse *response, const char *earlier)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkAdoption) adoption = rk_response_adopt_from (response, earlier, &error);

  g_assert_no_error (error);
  return adoption->taken->len;
}

static inline char *
collect (RkResponse *response)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, rk_answers_collect (response));
  return json_to_string (node, FALSE);
}
