/* SPDX-License-Identifier: EUPL-1.2 */
/* An import is one step: the record "architecture" with everything under its id. */
#include "config.h"
#include "rk-archimate-import.h"
#include "rk-archimate-private.h"
#include "rk-architecture-use-private.h"

#include <glib/gi18n-lib.h>

#define KIND "architecture"
/* Contents of a record that is gone longer than this many days can no longer be brought back. */
#define KEEP_DAYS 30

typedef struct
{
  RkStore *store;
  RkArchimateSource *source;
  RkArchimateReading reading;
  RkArchimateImportFlags flags;
  const char *file_name;
  RkArchimateSummary *summary;
} Import;

static char *
format_time (GDateTime *time)
{
  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

/* --- what was there --------------------------------------------------------------------------- */

/* The record with this field: (transfer full) (nullable). */
static char *
find_record (RkStore *store, const char *where, const char *value, GError **error)
{
  g_autoptr (GPtrArray) records =
      rk_store_list (store, KIND, where, "number DESC", error, value, NULL);

  if (records == NULL || records->len == 0)
    return NULL;
  return g_strdup (rk_record_get_id (g_ptr_array_index (records, 0)));
}

char *
rk_architecture_dup_current (RkStore *store, GError **error)
{
  g_return_val_if_fail (RK_IS_STORE (store), NULL);
  return find_record (store, "current = ?1", "true", error);
}

/* The same file, with what was read of it: (transfer full) (nullable). */
static char *
find_same (Import *import, GError **error)
{
  return find_record (import->store,
                      "hash = ?1 AND id IN (SELECT architecture FROM archimate_model)",
                      rk_archimate_source_get_hash (import->source), error);
}

/* What undo and redo cannot reach any more after a month need not stay. */
static gboolean
remove_old (sqlite3 *db, GError **error)
{
  g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) limit = g_date_time_add_days (now, -KEEP_DAYS);
  g_autofree char *before = format_time (limit);
  GError *local_error = NULL;
  g_autoptr (sqlite3_stmt) stmt = rk_sql_prepare (
      db, &local_error,
      "SELECT architecture FROM archimate_model WHERE imported_at < ?1"
      " AND architecture NOT IN (SELECT id FROM architecture) AND architecture NOT IN"
      " (SELECT record FROM rk_entry JOIN rk_mutation ON ordinal = mutation"
      "  WHERE kind = 'architecture' AND at >= ?1)",
      "s", before);

  while (stmt != NULL && rk_sql_next (stmt, &local_error))
    g_ptr_array_add (old, g_strdup (rk_sql_text (stmt, 0)));
  for (guint i = 0; local_error == NULL && i < old->len; i++)
    rk_archimate_remove (db, old->pdata[i], &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* --- what becomes of it ----------------------------------------------------------------------- */

static gboolean
is_wanted (Import *import, gboolean *wanted, GError **error)
{
  GError *local_error = NULL;
  g_autofree char *current = rk_architecture_dup_current (import->store, &local_error);

  *wanted = current == NULL || (import->flags & RK_ARCHIMATE_IMPORT_USE);
  import->summary->in_use = *wanted || g_strcmp0 (current, import->summary->id) == 0;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
make_record (Import *import, RkChange *change, const char *identifier, GError **error)
{
  const RkArchimateSummary *summary = import->summary;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *at = format_time (now);
  gboolean wanted;

  rk_change_set (change, KIND, summary->id, "name",
                 *summary->name != '\0' ? summary->name : import->file_name, "identifier",
                 identifier, "release", summary->release, "released_on", summary->released_on,
                 "file_name", import->file_name, "hash",
                 rk_archimate_source_get_hash (import->source), "imported_at", at, NULL);
  return is_wanted (import, &wanted, error) &&
         (!wanted || rk_architecture_plan_use (import->store, change, summary->id, NULL, error));
}

static gboolean
take_same (Import *import, sqlite3 *db, RkChange *change, const char *same, GError **error)
{
  gboolean wanted;

  g_free (import->summary->id);
  import->summary->id = g_strdup (same);
  import->summary->already = TRUE;
  return rk_sql_exec (db, "ROLLBACK TO archimate", error) &&
         rk_sql_exec (db, "RELEASE archimate", error) && is_wanted (import, &wanted, error) &&
         (!wanted || rk_architecture_plan_use (import->store, change, same, NULL, error));
}

static gboolean
import_cb (sqlite3 *db, RkChange *change, gpointer data, GError **error)
{
  Import *import = data;
  g_autofree char *id = rk_store_new_id ();
  g_autofree char *identifier = NULL;
  g_autofree char *same = NULL;
  GError *local_error = NULL;

  if (!rk_sql_exec (db, "SAVEPOINT archimate", error))
    return FALSE;
  import->summary =
      rk_archimate_read (db, import->source, id, &import->reading, &identifier, error);
  if (import->summary == NULL)
    return FALSE;
  same = find_same (import, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  import->summary->already = same != NULL;
  if (change == NULL)
    return TRUE;
  if (same != NULL)
    return take_same (import, db, change, same, error);
  g_free (import->summary->id);
  import->summary->id = g_steal_pointer (&id);
  return rk_sql_exec (db, "RELEASE archimate", error) && remove_old (db, error) &&
         make_record (import, change, identifier, error);
}

static RkArchimateSummary *
run (Import *import, GError **error)
{
  g_autoptr (RkChange) change = NULL;
  g_autofree char *label = NULL;
  gboolean ok;

  import->reading.name = import->file_name;
  if (import->flags & RK_ARCHIMATE_IMPORT_TRIAL)
    ok = rk_store_try_content (import->store, import_cb, import, error);
  else
    {
      /* Translators: a step that can be undone; the name of a file. */
      label = g_strdup_printf (_ ("Import of “%s”"), import->file_name);
      change = rk_change_new (import->store, label);
      ok = rk_change_apply_content (change, import_cb, import, error);
    }
  if (ok)
    return import->summary;
  g_clear_pointer (&import->summary, rk_archimate_summary_free);
  return NULL;
}

RkArchimateSummary *
rk_archimate_import (RkStore *store, const char *path, const char *file_name,
                     RkArchimateImportFlags flags, RkArchimateProgress progress, gpointer data,
                     GCancellable *cancellable, GError **error)
{
  g_autoptr (RkArchimateSource) source = NULL;
  g_autofree char *name = NULL;
  Import import = { .store = store,
                    .flags = flags,
                    .reading = { .progress = progress, .data = data, .cancellable = cancellable } };

  g_return_val_if_fail (RK_IS_STORE (store) && path != NULL, NULL);
  name = g_path_get_basename (file_name != NULL ? file_name : path);
  import.file_name = name;
  source = import.source = rk_archimate_source_open (path, error);
  return source != NULL ? run (&import, error) : NULL;
}

RkArchimateSummary *
rk_archimate_import_bytes (RkStore *store, GBytes *bytes, const char *file_name,
                           RkArchimateImportFlags flags, GError **error)
{
  g_autoptr (RkArchimateSource) source = NULL;
  Import import = { .store = store, .flags = flags, .file_name = file_name };

  g_return_val_if_fail (RK_IS_STORE (store) && bytes != NULL && file_name != NULL, NULL);
  source = import.source = rk_archimate_source_new (bytes);
  return run (&import, error);
}

/* --- in a thread ------------------------------------------------------------------------------ */

typedef struct
{
  char *workspace;
  const RkKind *const *kinds;
  char *author;
  char *path;
  char *file_name;
  RkArchimateImportFlags flags;
  RkArchimateProgress progress;
  gpointer data;
  GTask *task; /* borrowed */
  gint percent;
} Job;

typedef struct
{
  RkArchimateProgress progress;
  gpointer data;
  goffset done, total;
} Message;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->workspace);
  g_free (job->author);
  g_free (job->path);
  g_free (job->file_name);
  g_free (job);
}

static gboolean
tell_cb (gpointer data)
{
  const Message *message = data;

  message->progress (message->done, message->total, message->data);
  return G_SOURCE_REMOVE;
}

/* At most one message per percent goes to the thread that asked. */
static void
pass_on (goffset done, goffset total, gpointer data)
{
  Job *job = data;
  gint percent = total > 0 ? (gint) (done * 100 / total) : 100;
  Message *message;
  g_autoptr (GSource) source = NULL;

  if (job->progress == NULL || percent == job->percent)
    return;
  job->percent = percent;
  message = g_new0 (Message, 1);
  *message = (Message){ job->progress, job->data, done, total };
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_cb, message, g_free);
  g_source_attach (source, g_task_get_context (job->task));
}

static void
import_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (RkStore) store =
      rk_store_open (job->workspace, job->kinds, RK_STORE_OPEN_EXISTING, &error);
  RkArchimateSummary *summary = NULL;

  job->task = task;
  if (store != NULL)
    {
      rk_store_set_author (store, job->author);
      summary = rk_archimate_import (store, job->path, job->file_name, job->flags, pass_on, job,
                                     cancellable, &error);
    }
  if (summary == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, summary, (GDestroyNotify) rk_archimate_summary_free);
}

void
rk_archimate_import_async (RkStore *store, const char *path, const char *file_name,
                           RkArchimateImportFlags flags, RkArchimateProgress progress,
                           gpointer data, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (RK_IS_STORE (store) && path != NULL);
  task = g_task_new (store, cancellable, callback, user_data);
  job = g_new0 (Job, 1);
  job->workspace = g_strdup (rk_store_get_path (store));
  job->kinds = rk_store_get_kinds (store);
  job->author = g_strdup (rk_store_get_author (store));
  job->path = g_strdup (path);
  job->file_name = g_strdup (file_name);
  job->flags = flags;
  job->progress = progress;
  job->data = data;
  job->percent = -1;
  g_task_set_source_tag (task, rk_archimate_import_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, import_thread);
}

RkArchimateSummary *
rk_archimate_import_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
