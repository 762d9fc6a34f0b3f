/* SPDX-License-Identifier: EUPL-1.2 */
/* Taking over the answers of an earlier year. */
#include "config.h"
#include "rk-answers.h"
#include "rk-response-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  RkResponse *self;
  JsonObject *earlier;
  int adopted;
} Adopt;

static gboolean
is_blank (RkQuestion *question)
{
  g_autofree char *answer = rk_question_dup_answer_text (question);

  return *answer == '\0';
}

/* One question at a time: an option that no longer exists must not stop the others. */
static void
adopt_question (RkQuestion *question, gpointer user_data)
{
  Adopt *adopt = user_data;
  const char *id = rk_question_get_id (question);
  GPtrArray *additions = rk_question_get_additions (question);
  g_autoptr (JsonObject) one = json_object_new ();

  if (!rk_question_counts (question) || !is_blank (question) ||
      !json_object_has_member (adopt->earlier, id))
    return;
  json_object_set_member (one, id, json_object_dup_member (adopt->earlier, id));
  for (guint i = 0; i < additions->len; i++)
    {
      const char *addition = rk_question_get_id (g_ptr_array_index (additions, i));

      if (json_object_has_member (adopt->earlier, addition))
        json_object_set_member (one, addition, json_object_dup_member (adopt->earlier, addition));
    }
  adopt->adopted += rk_answers_put_blank (adopt->self, question, one);
}

int
rk_response_adopt (RkResponse *self, const char *earlier_id, GError **error)
{
  g_autoptr (RkResponse) earlier = NULL;
  g_autoptr (JsonObject) answers = NULL;
  Adopt adopt = { .self = self };

  g_return_val_if_fail (RK_IS_RESPONSE (self), -1);
  if (!rk_response_check_open (self, error))
    return -1;
  earlier = rk_response_open (self->store, earlier_id, error);
  if (earlier == NULL)
    return -1;
  adopt.earlier = answers = rk_answers_collect (earlier);
  rk_response_visit_questions (self, adopt_question, &adopt);
  if (!rk_response_save (self, _ ("answers of an earlier year"), error))
    return -1;
  return adopt.adopted;
}
