/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-workspace-job.h"

#include "rk-workspace-kinds.h"
#include "rk-workspace.h"

typedef struct
{
  RkWorkspaceJob job;
  RkStoreFlags flags;
  char *path;
  char *target;
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  g_free (work->path);
  g_free (work->target);
  g_free (work);
}

static char *
check (const Work *work, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (!rk_workspace_check (work->path, rk_workspace_kinds, problems, error))
    return NULL;
  g_ptr_array_add (problems, NULL);
  return g_strjoinv ("\n", (char **) problems->pdata);
}

static char *
write_file (const Work *work, GError **error)
{
  g_autoptr (RkStore) store = rk_workspace_open (work->path, work->flags, error);

  if (store == NULL)
    return NULL;
  if (work->job == RK_JOB_BACKUP)
    return rk_workspace_backup (store, NULL, error);
  return rk_workspace_export (store, work->target, error) ? g_strdup (work->target) : NULL;
}

static void
work_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  GError *error = NULL;
  char *result = work->job == RK_JOB_CHECK ? check (work, &error) : write_file (work, &error);

  if (result == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, g_free);
}

void
rk_workspace_job_async (gpointer source, RkWorkspaceJob job, RkStore *store, const char *target,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Work *work = g_new0 (Work, 1);

  g_return_if_fail (RK_IS_STORE (store));
  task = g_task_new (source, NULL, callback, user_data);
  work->job = job;
  work->flags = rk_store_is_read_only (store) ? RK_STORE_READ_ONLY : RK_STORE_OPEN_EXISTING;
  work->path = g_strdup (rk_store_get_path (store));
  work->target = g_strdup (target);
  g_task_set_source_tag (task, rk_workspace_job_async);
  g_task_set_task_data (task, work, free_work);
  g_task_run_in_thread (task, work_thread);
}

char *
rk_workspace_job_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
