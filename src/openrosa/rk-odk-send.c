/* SPDX-License-Identifier: EUPL-1.2 */
/* Sending: HEAD to sign in and to learn where and how much, then the content in as many requests as
 * the server wants. An answer that does not come leaves open whether the content arrived; it is
 * then sent again, the same bytes with the same instanceID, and the server tells the two apart. */
#include "config.h"
#include "rk-odk-job-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much a server takes in one request when it does not say: what ODK's own app goes by. */
#define USUAL_LIMIT (10 * 1024 * 1024)

RkOdkSubmission *
rk_odk_submission_new (GBytes *xml)
{
  RkOdkSubmission *submission = g_new0 (RkOdkSubmission, 1);

  submission->xml = g_bytes_ref (xml);
  submission->files = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_odk_file_free);
  return submission;
}

void
rk_odk_submission_free (RkOdkSubmission *submission)
{
  g_bytes_unref (submission->xml);
  g_ptr_array_unref (submission->files);
  g_free (submission);
}

RkOdkReceipt *
rk_odk_receipt_copy (const RkOdkReceipt *receipt)
{
  RkOdkReceipt *copy = g_memdup2 (receipt, sizeof *receipt);

  copy->message = g_strdup (receipt->message);
  return copy;
}

void
rk_odk_receipt_free (RkOdkReceipt *receipt)
{
  g_free (receipt->message);
  g_free (receipt);
}

/* --- before ----------------------------------------------------------------------------------- */

static void
set_not_odk (GUri *uri, GError **error)
{
  g_autofree char *name = rk_odk_uri_dup_name (uri);

  /* Translators: the name of a server */
  g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_NOT_ODK,
               _ ("What answers at %s is not an ODK server. Look at the address again, and whether "
                  "your network asks you to sign in first."),
                  name);
}

/* Where to send, and how much at once: (transfer full). */
static GUri *
greet (RkOdkSession *session, const RkOdkAccount *account, goffset *limit, GError **error)
{
  g_autoptr (GUri) start = rk_odk_account_dup_uri (account, "submission", error);
  g_auto (RkOdkReply) reply = { 0 };
  const char *location, *length;
  g_autoptr (GUri) uri = NULL;

  if (start == NULL || !rk_odk_session_head (session, start, &reply, error))
    return NULL;
  if (soup_message_headers_get_one (reply.headers, "X-OpenRosa-Version") == NULL)
    {
      set_not_odk (reply.uri, error);
      return NULL;
    }
  length = soup_message_headers_get_one (reply.headers, "X-OpenRosa-Accept-Content-Length");
  *limit = length != NULL ? g_ascii_strtoll (length, NULL, 10) : 0;
  if (*limit <= 0)
    *limit = USUAL_LIMIT;
  location = soup_message_headers_get_one (reply.headers, "Location");
  if (location == NULL)
    return g_uri_ref (reply.uri);
  uri = rk_odk_uri_resolve (reply.uri, location);
  if (uri != NULL && rk_odk_uri_may_follow (reply.uri, uri))
    return g_steal_pointer (&uri);
  g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_REDIRECT,
               _ ("The server wants the answers at another address. Regiekamer does not send them "
                  "there. Fill in the right address of the server."));
  return NULL;
}

/* --- the content ------------------------------------------------------------------------------ */

static void
keep_message (RkOdkReceipt *receipt, GBytes *body)
{
  char *message = rk_odk_reply_dup_message (body);

  if (message == NULL)
    return;
  g_free (receipt->message);
  receipt->message = message;
}

static gboolean
says_duplicate (const RkOdkReceipt *receipt)
{
  g_autofree char *folded =
      receipt->message != NULL ? g_utf8_casefold (receipt->message, -1) : NULL;

  return folded != NULL && strstr (folded, "duplicate") != NULL;
}

/* Whether @reply says that the server has the content. */
static gboolean
judge (RkOdkSession *session, const RkOdkReply *reply, RkOdkReceipt *receipt, GError **error)
{
  g_autofree char *name = rk_odk_uri_dup_name (reply->uri);

  keep_message (receipt, reply->body);
  if (reply->status == 201 || reply->status == 202)
    {
      receipt->duplicate = says_duplicate (receipt) || (receipt->lost && reply->status == 202);
      return TRUE;
    }
  /* "It is there already": ours, when it says so, or when only our own answer was lost. */
  if (reply->status == 409 && (receipt->lost || says_duplicate (receipt)))
    {
      receipt->duplicate = TRUE;
      return TRUE;
    }
  if (reply->status == 409)
    {
      /* Translators: the name of a server */
      g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_REFUSED,
                   _ ("The server %s already has other answers under the same number. Ask its "
                      "administrator which ones count."),
                      name);
      return FALSE;
    }
  if (reply->status >= 200 && reply->status < 400)
    {
      /* 200 is what the log-in page of a network says. */
      set_not_odk (reply->uri, error);
      return FALSE;
    }
  return rk_odk_session_check (session, reply, error);
}

static gboolean
post (RkOdkSession *session, GUri *uri, const char *type, GBytes *body, RkOdkReceipt *receipt,
      GError **error)
{
  for (guint attempt = 1;; attempt++)
    {
      g_auto (RkOdkReply) reply = { 0 };
      GError *cause = NULL;

      receipt->attempts++;
      if (rk_odk_session_post (session, uri, type, body, &reply, &cause) &&
          judge (session, &reply, receipt, &cause))
        return TRUE;
      /* A request without an answer, or with trouble after it was taken, may have arrived. */
      receipt->lost |= rk_odk_error_is_passing (cause) ||
                       g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      if (!rk_odk_session_again (session, attempt, cause, error))
        return FALSE;
    }
}

static gboolean
send_all (RkOdkSession *session, const RkOdkAccount *account, const RkOdkSubmission *submission,
          RkOdkReceipt *receipt, GError **error)
{
  goffset limit;
  g_autoptr (GUri) uri = greet (session, account, &limit, error);
  guint first = 0;

  if (uri == NULL)
    return FALSE;
  do
    {
      guint n = rk_odk_multipart_fit (submission->xml, submission->files, first, limit);
      g_autofree char *type = NULL;
      g_autoptr (GBytes) body = rk_odk_multipart_new (submission->xml, submission->files, first, n,
                                                      first + n < submission->files->len, &type);

      if (!post (session, uri, type, body, receipt, error))
        return FALSE;
      first += n;
    }
  while (first < submission->files->len);
  return TRUE;
}

gboolean
rk_odk_send (const RkOdkAccount *account, const RkOdkSubmission *submission, RkOdkProgress progress,
             gpointer data, RkOdkReceipt **receipt, GCancellable *cancellable, GError **error)
{
  g_autoptr (RkOdkSession) session = rk_odk_session_new (account, progress, data, cancellable);
  g_autoptr (RkOdkReceipt) own = g_new0 (RkOdkReceipt, 1);
  gboolean ok;

  own->lost = submission->lost;
  ok = send_all (session, account, submission, own, error);
  own->rest_s = rk_odk_session_get_rest (session);
  if (receipt != NULL)
    *receipt = g_steal_pointer (&own);
  return ok;
}

/* --- the same in a thread --------------------------------------------------------------------- */

static void
send_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  RkOdkJob *job = data;
  GError *error = NULL;

  if (rk_odk_send (job->account, job->submission, rk_odk_job_progress, job, &job->receipt,
                   cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
rk_odk_send_async (const RkOdkAccount *account, RkOdkSubmission *submission, RkOdkProgress progress,
                   gpointer data, GCancellable *cancellable, GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  RkOdkJob *job = rk_odk_job_new (account, progress, data);

  job->submission = submission;
  g_task_set_source_tag (task, rk_odk_send_async);
  rk_odk_job_run (task, job, send_thread);
}

gboolean
rk_odk_send_finish (GAsyncResult *result, RkOdkReceipt **receipt, GError **error)
{
  const RkOdkJob *job = g_task_get_task_data (G_TASK (result));

  if (receipt != NULL)
    *receipt = job->receipt != NULL ? rk_odk_receipt_copy (job->receipt) : NULL;
  return g_task_propagate_boolean (G_TASK (result), error);
}
