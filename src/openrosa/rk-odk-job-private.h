/* SPDX-License-Identifier: EUPL-1.2 */
/* An operation in a thread, and its progress on the way back. */
#pragma once

#include "rk-odk-private.h"

G_BEGIN_DECLS

typedef struct
{
  RkOdkAccount *account;
  RkOdkForm *form;             /* (nullable): to fetch */
  char **watched;              /* (nullable): forms whose media are looked at */
  RkOdkSubmission *submission; /* (nullable): to send */
  RkOdkReceipt *receipt;       /* (nullable): what came of it */
  GTask *task;                 /* (unowned): that this is the data of */
  RkOdkProgress progress;      /* (nullable) */
  gpointer progress_data;
  gint64 told_at; /* when progress was told last: a person does not see more */
} RkOdkJob;

RkOdkJob *rk_odk_job_new (const RkOdkAccount *account, RkOdkProgress progress, gpointer data);
/* Gives @job to @task and runs it in a thread. */
void rk_odk_job_run (GTask *task, RkOdkJob *job, GTaskThreadFunc function);
/* An RkOdkProgress that passes on to the context of the task; @data is the job. Nothing arrives
 * after the task has returned. */
void rk_odk_job_progress (goffset done, goffset total, gpointer data);

G_END_DECLS
