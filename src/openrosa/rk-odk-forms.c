/* SPDX-License-Identifier: EUPL-1.2 */
/* Fetching: the list of forms, and a form with its media. */
#include "config.h"
#include "rk-odk-job-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Lists of groups that are looked at for one list. */
#define MAX_LISTS 50

/* --- the list --------------------------------------------------------------------------------- */

static gboolean
is_known (GPtrArray *lists, guint before, GUri *uri)
{
  g_autofree char *address = g_uri_to_string (uri);

  for (guint i = 0; i < before; i++)
    {
      g_autofree char *other = g_uri_to_string (g_ptr_array_index (lists, i));
      if (g_str_equal (address, other))
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
rk_odk_list_forms (const RkOdkAccount *account, GCancellable *cancellable, GError **error)
{
  g_autoptr (RkOdkSession) session = rk_odk_session_new (account, NULL, NULL, cancellable);
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_odk_form_free);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_uri_unref);
  GUri *start = rk_odk_account_dup_uri (account, "formList", error);

  if (start == NULL)
    return NULL;
  g_ptr_array_add (lists, start);
  for (guint i = 0; i < lists->len && i < MAX_LISTS; i++)
    {
      g_auto (RkOdkReply) reply = { 0 };

      if (is_known (lists, i, g_ptr_array_index (lists, i)))
        continue;
      if (!rk_odk_session_get (session, g_ptr_array_index (lists, i), RK_ODK_MAX_LIST, &reply,
                               error) ||
          !rk_odk_list_parse (reply.body, reply.uri, forms, lists, error))
        return NULL;
    }
  return g_steal_pointer (&forms);
}

/* --- a form with its media -------------------------------------------------------------------- */

void
rk_odk_bundle_free (RkOdkBundle *bundle)
{
  g_clear_pointer (&bundle->form, g_bytes_unref);
  g_clear_pointer (&bundle->media, g_hash_table_unref);
  g_free (bundle->media_hash);
  g_free (bundle);
}

static gboolean
check_md5 (GBytes *bytes, const char *md5, const char *what, GError **error)
{
  g_autofree char *found = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, bytes);

  if (md5 == NULL || g_ascii_strcasecmp (found, md5) == 0)
    return TRUE;
  /* Translators: the name of a questionnaire or a file */
  g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_DAMAGED,
               _ ("“%s” did not arrive as the server announced it. Nothing was added. Fetch it "
                  "once more; if that does not help, tell the administrator of the server."),
                  what);
  return FALSE;
}

/* Only what can be checked may come from elsewhere. */
static gboolean
get_file (RkOdkSession *session, GUri *uri, goffset limit, const char *md5, RkOdkReply *reply,
          GError **error)
{
  return md5 != NULL ? rk_odk_session_get_file (session, uri, limit, reply, error)
                     : rk_odk_session_get (session, uri, limit, reply, error);
}

static GBytes *
fetch (RkOdkSession *session, const char *url, goffset limit, const char *md5, const char *what,
       GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  g_auto (RkOdkReply) reply = { 0 };

  if (uri == NULL || !get_file (session, uri, limit, md5, &reply, error) ||
      !check_md5 (reply.body, md5, what, error))
    return NULL;
  return g_steal_pointer (&reply.body);
}

static gboolean
fetch_media (RkOdkSession *session, GPtrArray *list, GHashTable *media, GError **error)
{
  goffset left = RK_ODK_MAX_MEDIA_TOTAL;

  for (guint i = 0; i < list->len; i++)
    {
      const RkOdkMedia *item = g_ptr_array_index (list, i);
      GBytes *bytes =
          fetch (session, item->url, MIN (RK_ODK_MAX_MEDIA, left), item->md5, item->name, error);

      if (bytes == NULL)
        return FALSE;
      left -= (goffset) g_bytes_get_size (bytes);
      g_hash_table_replace (media, g_strdup (item->name), bytes);
    }
  return TRUE;
}

/* What goes with a form: empty when the server names no list of that. (transfer full) */
static GPtrArray *
fetch_manifest (RkOdkSession *session, const RkOdkForm *form, GError **error)
{
  g_autoptr (GUri) uri = NULL;
  g_auto (RkOdkReply) reply = { 0 };

  if (form->manifest_url == NULL)
    return g_ptr_array_new ();
  uri = g_uri_parse (form->manifest_url, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri == NULL || !rk_odk_session_get (session, uri, RK_ODK_MAX_LIST, &reply, error))
    return NULL;
  return rk_odk_manifest_parse (reply.body, reply.uri, error);
}

RkOdkBundle *
rk_odk_fetch_form (const RkOdkAccount *account, const RkOdkForm *form, RkOdkProgress progress,
                   gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (RkOdkSession) session = rk_odk_session_new (account, progress, data, cancellable);
  g_autoptr (RkOdkBundle) bundle = g_new0 (RkOdkBundle, 1);
  g_autoptr (GPtrArray) list = NULL;
  const char *md5 = form->hash != NULL && g_str_has_prefix (form->hash, "md5:")
                        ? form->hash + strlen ("md5:")
                        : NULL;

  bundle->media =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  bundle->form = fetch (session, form->url, RK_ODK_MAX_FORM, md5, form->name, error);
  if (bundle->form == NULL)
    return NULL;
  list = fetch_manifest (session, form, error);
  if (list == NULL || !fetch_media (session, list, bundle->media, error))
    return NULL;
  bundle->media_hash = rk_odk_manifest_hash (list);
  return g_steal_pointer (&bundle);
}

void
rk_odk_look_at_media (const RkOdkAccount *account, GPtrArray *forms, const char *const *watched,
                      GCancellable *cancellable)
{
  g_autoptr (RkOdkAccount) once = rk_odk_account_copy (account);
  g_autoptr (RkOdkSession) session = NULL;

  once->attempts = 1; /* somebody waits for the list */
  session = rk_odk_session_new (once, NULL, NULL, cancellable);
  for (guint i = 0; i < forms->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      RkOdkForm *form = g_ptr_array_index (forms, i);
      g_autoptr (GPtrArray) list = NULL;

      if (g_strv_contains (watched, form->form_id))
        list = fetch_manifest (session, form, NULL);
      if (list == NULL)
        continue;
      g_free (form->media_hash);
      form->media_hash = rk_odk_manifest_hash (list);
    }
}

/* --- the same in a thread --------------------------------------------------------------------- */

static void
free_forms (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
list_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  RkOdkJob *job = data;
  GError *error = NULL;
  GPtrArray *forms = rk_odk_list_forms (job->account, cancellable, &error);

  if (forms != NULL && job->watched != NULL)
    rk_odk_look_at_media (job->account, forms, (const char *const *) job->watched, cancellable);
  if (forms == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, forms, free_forms);
}

void
rk_odk_list_forms_async (const RkOdkAccount *account, const char *const *watched,
                         GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  RkOdkJob *job = rk_odk_job_new (account, NULL, NULL);

  job->watched = g_strdupv ((char **) watched);
  g_task_set_source_tag (task, rk_odk_list_forms_async);
  rk_odk_job_run (task, job, list_thread);
}

GPtrArray *
rk_odk_list_forms_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
fetch_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  RkOdkJob *job = data;
  GError *error = NULL;
  RkOdkBundle *bundle =
      rk_odk_fetch_form (job->account, job->form, rk_odk_job_progress, job, cancellable, &error);

  if (bundle == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, bundle, (GDestroyNotify) rk_odk_bundle_free);
}

void
rk_odk_fetch_form_async (const RkOdkAccount *account, const RkOdkForm *form, RkOdkProgress progress,
                         gpointer data, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  RkOdkJob *job = rk_odk_job_new (account, progress, data);

  job->form = rk_odk_form_copy (form);
  g_task_set_source_tag (task, rk_odk_fetch_form_async);
  rk_odk_job_run (task, job, fetch_thread);
}

RkOdkBundle *
rk_odk_fetch_form_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
