/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-attach-file.h"

#include "rk-blob.h"
#include "rk-image.h"

#include <string.h>

typedef struct
{
  RkResponse *response;
  RkFormNode *node;
  char *path;    /* (nullable): of the file that was chosen */
  GBytes *bytes; /* (nullable): what to attach in place of it */
  char *name;
  char *workspace;
  char *hash;    /* (nullable): of the content, once the workspace has it */
  GError *error; /* (nullable) */
  int side;      /* the longest that is wanted; 0: any */
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->response);
  g_object_unref (job->node);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job->path);
  g_clear_error (&job->error);
  g_free (job->workspace);
  g_free (job->hash);
  g_free (job->name);
  g_free (job);
}

/* --- in the thread ---------------------------------------------------------------------------- */

/* The content of what may be a picture; NULL: it goes as it is. */
static GBytes *
read_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, 0,
                         NULL, NULL);

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR ||
      g_file_info_get_size (info) > RK_BLOB_MAX)
    return NULL;
  return g_file_load_bytes (file, NULL, NULL, NULL);
}

static gboolean
is_jpeg (GBytes *bytes)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  return length > 3 && memcmp (data, "\xff\xd8\xff", 3) == 0;
}

/* What is no JPEG is written as PNG: "foto.webp" → "foto.png". */
static void
rename_picture (Job *job)
{
  char *dot = strrchr (job->name, '.');
  char *name;

  if (is_jpeg (job->bytes) || g_str_has_suffix (job->name, ".png"))
    return;
  if (dot != NULL && dot > job->name)
    *dot = '\0';
  name = g_strconcat (job->name, ".png", NULL);
  g_free (job->name);
  job->name = name;
}

static void
scale_picture (Job *job)
{
  g_autoptr (GBytes) before = job->bytes != NULL ? g_bytes_ref (job->bytes) : read_file (job->path);
  g_autoptr (GBytes) after = before != NULL ? rk_image_scale_down (before, job->side) : NULL;

  if (after != NULL && after != before)
    {
      g_clear_pointer (&job->bytes, g_bytes_unref);
      job->bytes = g_steal_pointer (&after);
      rename_picture (job);
    }
}

/* A file of a hundred megabytes takes a while to read and to keep. */
static void
work_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  if (job->side > 0)
    scale_picture (job);
  if (job->bytes == NULL)
    job->hash = rk_blob_put_file_apart (job->workspace, job->path, 0, &job->error);
  g_task_return_boolean (task, TRUE);
}

/* --- back in the main thread ------------------------------------------------------------------ */

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);
  GError *error = g_steal_pointer (&job->error);
  gboolean stored = FALSE;

  if (job->bytes != NULL)
    stored = rk_response_attach_bytes (job->response, job->node, job->bytes, job->name, &error);
  else if (job->hash != NULL)
    stored = rk_response_attach_kept (job->response, job->node, job->path, job->hash, &error);
  if (stored)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* @job: (transfer full). What is not asked for is refused before it is copied. */
static void
start (Job *job, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (job->response, NULL, callback, user_data);
  g_autoptr (GTask) work = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  if (job->path != NULL && !rk_response_check_file (job->response, job->node, job->path, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  job->side = (int) rk_response_get_max_pixels (job->response, job->node);
  job->workspace = g_strdup (rk_store_get_path (rk_response_get_store (job->response)));
  work = g_task_new (job->response, NULL, worked_cb, g_object_ref (task));
  g_task_set_source_tag (work, work_thread);
  g_task_set_task_data (work, job, NULL); /* the other task owns it */
  g_task_run_in_thread (work, work_thread);
}

static Job *
job_new (RkResponse *response, RkFormNode *node, const char *name)
{
  Job *job = g_new0 (Job, 1);

  job->response = g_object_ref (response);
  job->node = g_object_ref (node);
  job->name = g_path_get_basename (name);
  return job;
}

void
rk_attach_file_async (RkResponse *response, RkFormNode *node, const char *path,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = job_new (response, node, path);

  job->path = g_strdup (path);
  start (job, callback, user_data);
}

void
rk_attach_bytes_async (RkResponse *response, RkFormNode *node, GBytes *bytes, const char *name,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = job_new (response, node, name);

  job->bytes = g_bytes_ref (bytes);
  start (job, callback, user_data);
}

gboolean
rk_attach_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
