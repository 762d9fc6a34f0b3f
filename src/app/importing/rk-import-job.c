/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-import-job.h"

#include "rk-components.h"
#include "rk-csv-text.h"
#include "rk-profile.h"
#include "rk-workspace-kinds.h"

#include <glib/gi18n.h>

#define MAX_ROWS 200                      /* of each outcome; a preview is no report */
#define MAX_FAULT_BYTES (8 * 1024 * 1024) /* of the list of faults */

struct _RkImportJob
{
  GObject parent_instance;
  char *path; /* of the workspace */
  char *author;
  RkImport *import;
  gboolean apply, all_or_nothing, owned;
  int thousandths; /* of the file: atomic */
  GPtrArray *rows[RK_IMPORT_N_OUTCOMES];
  GString *faults;
};

G_DEFINE_FINAL_TYPE (RkImportJob, rk_import_job, G_TYPE_OBJECT)

static void
rk_import_job_finalize (GObject *object)
{
  RkImportJob *self = RK_IMPORT_JOB (object);

  for (guint i = 0; i < RK_IMPORT_N_OUTCOMES; i++)
    g_ptr_array_unref (self->rows[i]);
  g_string_free (self->faults, TRUE);
  if (self->owned)
    rk_import_free (self->import);
  g_free (self->path);
  g_free (self->author);
  G_OBJECT_CLASS (rk_import_job_parent_class)->finalize (object);
}

static void
rk_import_job_class_init (RkImportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rk_import_job_finalize;
}

static void
rk_import_job_init (RkImportJob *self)
{
  for (guint i = 0; i < RK_IMPORT_N_OUTCOMES; i++)
    self->rows[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_import_row_free);
  self->faults = g_string_new (NULL);
}

RkImportJob *
rk_import_job_new (RkStore *store, RkImport *import, gboolean apply, gboolean all_or_nothing)
{
  RkImportJob *self = g_object_new (RK_TYPE_IMPORT_JOB, NULL);

  self->path = g_strdup (rk_store_get_path (store));
  self->author = g_strdup (rk_store_get_author (store));
  self->import = import;
  self->apply = apply;
  self->all_or_nothing = all_or_nothing;
  return self;
}

/* --- in the thread ---------------------------------------------------------------------------- */

static void
note_fault (RkImportJob *self, const RkImportRow *row, const RkImportFault *fault)
{
  RkRows *rows = rk_import_get_rows (self->import);
  g_autofree char *line = g_strdup_printf ("%u", row->line);

  if (self->faults->len > MAX_FAULT_BYTES)
    return;
  rk_csv_append (self->faults, line, ';', TRUE);
  rk_csv_append (self->faults,
                 fault->column != RK_IMPORT_NO_COLUMN ? rk_rows_get_column (rows, fault->column)
                                                      : NULL,
                 ';', FALSE);
  rk_csv_append (self->faults, fault->value, ';', FALSE);
  rk_csv_append (self->faults, fault->message, ';', FALSE);
  g_string_append (self->faults, "\r\n");
}

static void
keep (GPtrArray *rows, const RkImportRow *row)
{
  if (rows->len < MAX_ROWS)
    g_ptr_array_add (rows, rk_import_row_copy (row));
}

static void
note_row_cb (const RkImportRow *row, double fraction, gpointer data)
{
  RkImportJob *self = data;

  g_atomic_int_set (&self->thousandths, (int) (fraction * 1000));
  keep (self->rows[row->outcome], row);
  if (row->outcome != RK_IMPORT_FAULTY && (row->faults->len > 0 || row->similar != NULL))
    keep (self->rows[RK_IMPORT_FAULTY], row);
  for (guint i = 0; i < row->faults->len; i++)
    note_fault (self, row, row->faults->pdata[i]);
}

static void
set_names (RkImport *import, RkStore *store)
{
  g_autoptr (RkArchitecture) architecture = rk_architecture_open (store, NULL, NULL);
  g_autoptr (GHashTable) components = rk_components_by_name (architecture);
  g_autoptr (GHashTable) component_names = rk_components_get_names (architecture);
  g_autoptr (RkRecord) administration = rk_profile_get_administration (store, NULL);
  const char *names[3] = { NULL };

  rk_import_set_components (import, components, component_names);
  if (administration == NULL)
    return;
  names[0] = rk_record_get (administration, "name");
  names[1] = rk_record_get (administration, "nis");
  rk_import_set_own_names (import, names);
}

static gboolean
run (RkImportJob *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (RkStore) store = rk_workspace_open (self->path, RK_STORE_OPEN_EXISTING, error);

  if (store == NULL)
    return FALSE;
  rk_store_set_author (store, self->author);
  set_names (self->import, store);
  if (!self->apply)
    return rk_import_check (self->import, store, note_row_cb, self, cancellable, error);
  return rk_import_apply (self->import, store, self->all_or_nothing, note_row_cb, self, cancellable,
                          error) &&
         rk_import_remember (self->import, store, error);
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (run (source, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* --- outside ---------------------------------------------------------------------------------- */

void
rk_import_job_run_async (RkImportJob *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, rk_import_job_run_async);
  g_task_run_in_thread (task, run_thread);
}

gboolean
rk_import_job_run_finish (RkImportJob *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
rk_import_job_take_import (RkImportJob *self)
{
  self->owned = TRUE;
}

double
rk_import_job_get_fraction (RkImportJob *self)
{
  return g_atomic_int_get (&self->thousandths) / 1000.0;
}

GPtrArray *
rk_import_job_get_rows (RkImportJob *self, RkImportOutcome outcome)
{
  return self->rows[outcome];
}

const char *
rk_import_job_get_faults (RkImportJob *self)
{
  return self->faults->str;
}
