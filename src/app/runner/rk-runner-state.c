/* SPDX-License-Identifier: EUPL-1.2 */
/* Where one was in a response, kept in the workspace within half a second, so that a restart opens
 * on the same place. */
#include "config.h"

#include "rk-runner-page-private.h"

#include "rk-questions.h"
#include "rk-trial.h"

#define DELAY_MS 400
#define GROUP "runner"

static char *
dup_key (RkRunnerPage *self)
{
  return g_strconcat ("runner:", rk_response_get_id (self->response), NULL);
}

void
rk_runner_state_write (RkRunnerPage *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *key = dup_key (self), *text = NULL;

  g_clear_handle_id (&self->state_timer, g_source_remove);
  if (self->current == NULL)
    return;
  g_key_file_set_string (file, GROUP, "section", rk_section_get_id (self->current));
  g_key_file_set_integer (file, GROUP, "mode", self->mode);
  g_key_file_set_double (file, GROUP, "scroll",
                         gtk_adjustment_get_value (
                             gtk_scrolled_window_get_vadjustment (self->scroller)));
  if (self->question_id != NULL)
    g_key_file_set_string (file, GROUP, "question", self->question_id);
  text = g_key_file_to_data (file, NULL, NULL);
  /* A place that could not be kept is no loss of answers: nothing to say about it. */
  rk_store_set_state (rk_response_get_store (self->response), key, text, NULL);
}

static gboolean
write_cb (gpointer data)
{
  RkRunnerPage *self = data;

  self->state_timer = 0;
  rk_runner_state_write (self);
  return G_SOURCE_REMOVE;
}

void
rk_runner_state_touch (RkRunnerPage *self)
{
  if (self->state_timer == 0)
    self->state_timer = g_timeout_add (DELAY_MS, write_cb, self);
}

/* The first section with something to show. */
static RkSection *
find_first (RkRunnerPage *self)
{
  g_autoptr (RkSection) first = g_list_model_get_item (self->sections, 0);
  RkSection *shown;

  if (first == NULL || rk_section_get_shown (first) > 0)
    return g_steal_pointer (&first);
  shown = rk_questions_step_section (self->sections, first, 1);
  return shown != NULL ? shown : g_steal_pointer (&first);
}

/* One begins at the begin, and goes on at the first open question. */
static RkSection *
find_start (RkRunnerPage *self)
{
  guint answered, total, required_open;
  g_autoptr (RkQuestion) open = rk_questions_find_open (self->sections, NULL, 1);
  RkSection *section = NULL;

  rk_response_get_progress (self->response, &answered, &total, &required_open);
  /* What the form fills in by itself is no beginning: who tries it out starts at the first part. */
  if (open != NULL && answered > 0 && !rk_response_is_trial (self->response))
    {
      g_autoptr (RkQuestion) same =
          rk_questions_find (self->sections, rk_question_get_id (open), &section);

      self->question_id = g_strdup (rk_question_get_id (open));
      return section;
    }
  return find_first (self);
}

/* Whether who made the form wants it filled in page by page. */
static gboolean
is_paged (RkRunnerPage *self)
{
  RkForm *form = rk_form_instance_get_form (rk_response_get_instance (self->response));

  return rk_control_has_appearance (rk_form_get_body (form), "pages");
}

void
rk_runner_state_read (RkRunnerPage *self)
{
  g_autofree char *key = dup_key (self);
  g_autofree char *text = rk_store_get_state (rk_response_get_store (self->response), key);
  g_autofree char *section = NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();

  self->restored_scroll = -1;
  if (text != NULL && g_key_file_load_from_data (file, text, -1, G_KEY_FILE_NONE, NULL))
    {
      int mode = g_key_file_get_integer (file, GROUP, "mode", NULL);

      section = g_key_file_get_string (file, GROUP, "section", NULL);
      self->question_id = g_key_file_get_string (file, GROUP, "question", NULL);
      self->restored_scroll = g_key_file_get_double (file, GROUP, "scroll", NULL);
      self->mode = CLAMP (mode, RK_RUNNER_SECTION, RK_RUNNER_PAGES);
    }
  else if (is_paged (self))
    self->mode = RK_RUNNER_PAGES;
  self->current = rk_questions_find_section (self->sections, section);
  if (self->current == NULL)
    {
      g_clear_pointer (&self->question_id, g_free);
      self->current = find_start (self);
    }
}
