/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-earlier.h"

#include "rk-questions.h"

#include "rk-survey-list.h"

#include <glib/gi18n.h>

/* A longer answer (or one of several lines) is said to have changed, without repeating it. */
#define MAX_CHARS 60

struct _RkEarlier
{
  GObject parent_instance;
  RkResponse *response;
  char *period;
};

G_DEFINE_FINAL_TYPE (RkEarlier, rk_earlier, G_TYPE_OBJECT)

static void
rk_earlier_finalize (GObject *object)
{
  RkEarlier *self = RK_EARLIER (object);

  g_clear_object (&self->response);
  g_free (self->period);
  G_OBJECT_CLASS (rk_earlier_parent_class)->finalize (object);
}

static void
rk_earlier_class_init (RkEarlierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rk_earlier_finalize;
}

static void
rk_earlier_init (RkEarlier *self)
{
}

RkEarlier *
rk_earlier_open (RkResponse *response)
{
  RkStore *store;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (RkEarlier) self = g_object_new (RK_TYPE_EARLIER, NULL);
  const RkSurveyRow *row;

  g_return_val_if_fail (RK_IS_RESPONSE (response), NULL);
  store = rk_response_get_store (response);
  rows = rk_survey_list_earlier (store, rk_response_get_id (response), NULL);
  if (rows == NULL || rows->len == 0)
    return NULL;
  row = g_ptr_array_index (rows, 0);
  /* One that cannot be opened is told about on its own page. */
  self->response = rk_response_open (store, row->id, NULL);
  self->period = g_strdup (row->period);
  return self->response != NULL ? g_steal_pointer (&self) : NULL;
}

char *
rk_earlier_dup_compared (RkEarlier *self, RkQuestion *question, const char *answer)
{
  g_autoptr (RkQuestion) then = NULL;
  g_autoptr (RkSection) section = NULL;
  g_autofree char *was = NULL;

  g_return_val_if_fail (RK_IS_EARLIER (self), NULL);
  then = rk_questions_find (rk_response_get_sections (self->response),
                            rk_question_get_id (question), &section);
  if (then != NULL)
    was = rk_question_dup_answer_text (then);
  if (was == NULL || *was == '\0' || g_str_equal (was, answer))
    return g_strdup (answer);
  if (strchr (was, '\n') != NULL || g_utf8_strlen (was, -1) > MAX_CHARS)
    /* Translators: an answer, and the year of an earlier one that differs. */
    return g_strdup_printf (_ ("%s · changed since %s"), answer, self->period);
  /* Translators: an answer, what it was before, and in what year: "5 · was 4 in 2025". */
  return g_strdup_printf (_ ("%s · was %s in %s"), answer, was, self->period);
}
