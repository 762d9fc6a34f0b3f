/* SPDX-License-Identifier: EUPL-1.2 */
/* Looking at a list, or taking it over, off the main thread: with a connection to the workspace of
 * its own, and told how far it is. */
#pragma once

#include "rk-import.h"

G_BEGIN_DECLS

#define RK_TYPE_IMPORT_JOB (rk_import_job_get_type ())
G_DECLARE_FINAL_TYPE (RkImportJob, rk_import_job, RK, IMPORT_JOB, GObject)

/* @import is the job's while it runs. @apply: takes over; else only looks. */
RkImportJob *rk_import_job_new (RkStore *store, RkImport *import, gboolean apply,
                                gboolean all_or_nothing);
void rk_import_job_run_async (RkImportJob *self, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data);
gboolean rk_import_job_run_finish (RkImportJob *self, GAsyncResult *result, GError **error);
/* The job frees its import when it ends: whoever had it goes. */
void rk_import_job_take_import (RkImportJob *self);
/* How much of the file was read, from 0 to 1; while it runs. */
double rk_import_job_get_fraction (RkImportJob *self);
/* The first rows of each outcome, and those with a warning or an almost equal name under
 * RK_IMPORT_FAULTY too; afterwards. (transfer none) (element-type RkImportRow) */
GPtrArray *rk_import_job_get_rows (RkImportJob *self, RkImportOutcome outcome);
/* All faults as CSV: line, column, value, what to do; afterwards. */
const char *rk_import_job_get_faults (RkImportJob *self);

G_END_DECLS
