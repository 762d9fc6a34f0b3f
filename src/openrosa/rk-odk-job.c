/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-odk-job-private.h"

#define TELL_EVERY_US (50 * 1000)

RkOdkJob *
rk_odk_job_new (const RkOdkAccount *account, RkOdkProgress progress, gpointer data)
{
  RkOdkJob *job = g_new0 (RkOdkJob, 1);

  job->account = rk_odk_account_copy (account);
  job->progress = progress;
  job->progress_data = data;
  return job;
}

static void
free_job (gpointer data)
{
  RkOdkJob *job = data;

  rk_odk_account_free (job->account);
  g_clear_pointer (&job->form, rk_odk_form_free);
  g_strfreev (job->watched);
  g_clear_pointer (&job->submission, rk_odk_submission_free);
  g_clear_pointer (&job->receipt, rk_odk_receipt_free);
  g_free (job);
}

void
rk_odk_job_run (GTask *task, RkOdkJob *job, GTaskThreadFunc function)
{
  job->task = task;
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, function);
}

typedef struct
{
  GTask *task;
  goffset done, total;
} Step;

static void
free_step (gpointer data)
{
  Step *step = data;

  g_object_unref (step->task);
  g_free (step);
}

static gboolean
tell_cb (gpointer data)
{
  const Step *step = data;
  const RkOdkJob *job = g_task_get_task_data (step->task);

  if (!g_task_get_completed (step->task) &&
      !g_cancellable_is_cancelled (g_task_get_cancellable (step->task)))
    job->progress (step->done, step->total, job->progress_data);
  return G_SOURCE_REMOVE;
}

void
rk_odk_job_progress (goffset done, goffset total, gpointer data)
{
  RkOdkJob *job = data;
  gint64 now = g_get_monotonic_time ();
  Step *step;

  if (job->progress == NULL || (done < total && now - job->told_at < TELL_EVERY_US))
    return;
  job->told_at = now;
  step = g_new0 (Step, 1);
  step->task = g_object_ref (job->task);
  step->done = done;
  step->total = total;
  g_main_context_invoke_full (g_task_get_context (job->task), G_PRIORITY_DEFAULT, tell_cb, step,
                              free_step);
}
