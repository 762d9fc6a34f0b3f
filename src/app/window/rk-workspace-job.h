/* SPDX-License-Identifier: EUPL-1.2 */
/* Work on the whole workspace that may take a while, off the main thread. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

typedef enum
{
  RK_JOB_BACKUP, /* @target is not used: among the rotating backups */
  RK_JOB_EXPORT, /* into @target */
  RK_JOB_CHECK   /* @target is not used */
} RkWorkspaceJob;

/* The thread has a store of its own on the file of @store. @source (GObject) is kept until then. */
void rk_workspace_job_async (gpointer source, RkWorkspaceJob job, RkStore *store,
                             const char *target, GAsyncReadyCallback callback, gpointer user_data);
/* The file that was written, or what was found by the check, a line each: (transfer full). */
char *rk_workspace_job_finish (GAsyncResult *result, GError **error);

G_END_DECLS
