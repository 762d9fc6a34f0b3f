/* SPDX-License-Identifier: EUPL-1.2 */
/* An undo of what is not on screen goes there: nobody should have to look for what changed. */
#include "config.h"

#include "rk-runner-page-private.h"

/* The response has followed already: it listens longer. */
static void
store_changed_cb (RkRunnerPage *self, const char *kind, const char *id)
{
  RkFormNode *node = rk_response_find_record (self->response, kind, id);
  RkQuestion *question = node != NULL ? rk_response_find_question (self->response, node) : NULL;

  if (self->changed == NULL && question != NULL && rk_question_get_visible (question))
    self->changed = g_object_ref (question);
}

void
rk_runner_page_watch (RkRunnerPage *self)
{
  g_return_if_fail (RK_IS_RUNNER_PAGE (self));
  g_clear_object (&self->changed);
  if (self->watch == 0)
    self->watch = g_signal_connect_swapped (rk_response_get_store (self->response), "changed",
                                            G_CALLBACK (store_changed_cb), self);
}

static gboolean
is_on_screen (RkRunnerPage *self, RkQuestion *question)
{
  RkQuestionCard *card = rk_runner_page_find_card (self, rk_question_get_id (question));
  graphene_rect_t bounds;

  return card != NULL && gtk_widget_get_mapped (GTK_WIDGET (card)) &&
         gtk_widget_compute_bounds (GTK_WIDGET (card), GTK_WIDGET (self->scroller), &bounds) &&
         bounds.origin.y + bounds.size.height > 0 &&
         bounds.origin.y < gtk_widget_get_height (GTK_WIDGET (self->scroller));
}

void
rk_runner_page_show_changed (RkRunnerPage *self)
{
  g_autoptr (RkQuestion) question = NULL;

  g_return_if_fail (RK_IS_RUNNER_PAGE (self));
  question = g_steal_pointer (&self->changed);
  g_clear_signal_handler (&self->watch, rk_response_get_store (self->response));
  if (question != NULL && !is_on_screen (self, question))
    rk_runner_page_show_question (self, rk_question_get_id (question));
}
