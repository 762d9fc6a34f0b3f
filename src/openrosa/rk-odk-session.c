/* SPDX-License-Identifier: EUPL-1.2 */
/* One request to a server, with everything that holds for each: headers, signing in, redirects,
 * bounds, time-outs and trying again. The proxy is that of the desktop: libsoup asks
 * GProxyResolver. */
#include "config.h"
#include "rk-odk-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_REDIRECTS 5
#define CHUNK (64 * 1024)
#define MAX_WAIT_MS (60 * 1000)
/* What a server may answer to a submission. */
#define MAX_ANSWER (1024 * 1024)

struct _RkOdkSession
{
  RkOdkAccount *account;
  GUri *server;
  SoupSession *soup;
  GCancellable *cancellable;
  RkOdkProgress progress;
  gpointer progress_data;
  gboolean basic;         /* the server wants the password itself */
  gboolean basic_refused; /* the same, but over an open line */
  guint rest_s;           /* how long the server asks to wait */
};

RkOdkSession *
rk_odk_session_new (const RkOdkAccount *account, RkOdkProgress progress, gpointer data,
                    GCancellable *cancellable)
{
  RkOdkSession *self = g_new0 (RkOdkSession, 1);

  self->account = rk_odk_account_copy (account);
  self->server = rk_odk_account_dup_uri (account, "formList", NULL);
  self->soup =
      soup_session_new_with_options ("timeout", MAX (account->timeout_s, 1), "user-agent",
                                     "Regiekamer/" RK_VERSION, "accept-language-auto", TRUE, NULL);
  self->progress = progress;
  self->progress_data = data;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  return self;
}

void
rk_odk_session_free (RkOdkSession *self)
{
  soup_session_abort (self->soup);
  g_object_unref (self->soup);
  g_clear_pointer (&self->server, g_uri_unref);
  g_clear_object (&self->cancellable);
  rk_odk_account_free (self->account);
  g_free (self);
}

void
rk_odk_reply_clear (RkOdkReply *reply)
{
  g_clear_pointer (&reply->headers, soup_message_headers_unref);
  g_clear_pointer (&reply->body, g_bytes_unref);
  g_clear_pointer (&reply->uri, g_uri_unref);
}

/* --- errors ----------------------------------------------------------------------------------- */

static void
explain_cause (const GError *cause, GUri *uri, GError **error)
{
  g_autofree char *name = rk_odk_uri_dup_name (uri);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (cause->domain == G_TLS_ERROR)
    /* Translators: the name of a server */
    g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_CERTIFICATE,
                 _ ("The security certificate of the server %s is not in order. Nothing was sent. "
                    "Ask your IT department."),
                    name);
  else
    /* Translators: the name of a server */
    g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_UNREACHABLE,
                 _ ("The server %s cannot be reached. Look at the address again, or try again "
                    "later."),
                    name);
}

static void
explain_sign_in (RkOdkSession *self, const char *name, GError **error)
{
  if (self->basic_refused)
    /* Translators: the name of a server */
    g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_INSECURE,
                 _ ("The server %s asks for the password over a connection that others can read. "
                    "The password was not sent. Use an address that begins with https://."),
                    name);
  else if (rk_odk_account_has_key (self->account))
    g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_SIGN_IN,
                 _ ("The server %s does not know the key in the address. Ask the administrator of "
                    "the server for a new address."),
                    name);
  else if (self->account->user == NULL || *self->account->user == '\0')
    g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_SIGN_IN,
                 _ ("The server %s wants to know who you are. Fill in a name and a password."),
                    name);
  else
    g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_SIGN_IN,
                 _ ("The server %s does not accept this name and password. Fill them in again."),
                    name);
}

/* What the header Retry-After asks, in seconds: a number or a date. */
static guint
read_rest (const char *text)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) date = NULL;
  guint64 seconds;

  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, &seconds, NULL))
    return (guint) MIN (seconds, RK_ODK_MAX_REST);
  date = soup_date_time_new_from_http_string (text);
  if (date == NULL)
    return 0;
  return (guint) CLAMP (g_date_time_difference (date, now) / G_TIME_SPAN_SECOND, 0,
                        RK_ODK_MAX_REST);
}

guint
rk_odk_session_get_rest (RkOdkSession *self)
{
  return self->rest_s;
}

static void
note_rest (RkOdkSession *self, const RkOdkReply *reply)
{
  const char *text = soup_message_headers_get_one (reply->headers, "Retry-After");
  gboolean says = text != NULL && (reply->status == 429 || reply->status >= 500);

  self->rest_s = says ? read_rest (text) : 0;
}

static void
explain_trouble (RkOdkSession *self, const char *name, GError **error)
{
  guint minutes = (self->rest_s + 59) / 60;

  if (self->rest_s * 1000 <= MAX_WAIT_MS)
    /* Translators: the name of a server */
    g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_SERVER,
                 _ ("The server %s has trouble at the moment. Try again later."), name);
  else
    /* Translators: the name of a server, then a number of minutes */
    g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_SERVER,
                 ngettext ("The server %s has too much to do. Try again in %u minute.",
                           "The server %s has too much to do. Try again in %u minutes.", minutes),
                 name, minutes);
}

gboolean
rk_odk_session_check (RkOdkSession *self, const RkOdkReply *reply, GError **error)
{
  g_autofree char *name = rk_odk_uri_dup_name (reply->uri);

  note_rest (self, reply);
  if (reply->status >= 200 && reply->status < 300)
    return TRUE;
  if (reply->status == 401)
    explain_sign_in (self, name, error);
  else if (reply->status == 403)
    /* Translators: the name of a server */
    g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_SIGN_IN,
                 _ ("You may not do this on the server %s. Ask its administrator for access."),
                    name);
  else if (reply->status == 404 || reply->status == 410)
    g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_REFUSED,
                 _ ("The server %s does not have what was asked for. Look at the address again."),
                    name);
  else if (reply->status == 413)
    g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_REFUSED,
                 _ ("The server %s finds this too large. Ask its administrator to allow more."),
                    name);
  else if (reply->status == 429 || reply->status >= 500)
    explain_trouble (self, name, error);
  else
    /* Translators: the name of a server, then a number such as 400 */
    g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_REFUSED,
                 _ ("The server %s refuses this (answer %u). Ask its administrator why."), name,
                    reply->status);
  return FALSE;
}

/* --- one exchange ----------------------------------------------------------------------------- */

/* Digest is done by libsoup. Basic is done below: libsoup writes it in ISO 8859-1, and ODK servers
 * read it as UTF-8. */
static gboolean
authenticate_cb (SoupMessage *message, SoupAuth *auth, gboolean retrying, gpointer data)
{
  RkOdkSession *self = data;
  const char *user = self->account->user, *password = self->account->password;
  const char *scheme = soup_auth_get_scheme_name (auth);

  if (retrying || soup_auth_is_for_proxy (auth) || user == NULL || *user == '\0' ||
      rk_odk_account_has_key (self->account))
    return FALSE;
  if (g_ascii_strcasecmp (scheme, "Digest") == 0)
    {
      soup_auth_authenticate (auth, user, password != NULL ? password : "");
      return TRUE;
    }
  if (g_ascii_strcasecmp (scheme, "Basic") == 0)
    {
      self->basic_refused = rk_odk_uri_is_open (soup_message_get_uri (message));
      self->basic = !self->basic_refused;
    }
  return FALSE;
}

static void
add_basic (RkOdkSession *self, SoupMessage *message)
{
  const char *password = self->account->password != NULL ? self->account->password : "";
  g_autofree char *pair = g_strconcat (self->account->user, ":", password, NULL);
  g_autofree char *coded = g_base64_encode ((const guchar *) pair, strlen (pair));
  g_autofree char *header = g_strconcat ("Basic ", coded, NULL);

  soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization",
                                header);
  soup_message_disable_feature (message, SOUP_TYPE_AUTH_MANAGER);
}

/* Another host that a list names gets no name and no password. */
static void
present (RkOdkSession *self, SoupMessage *message, GUri *uri)
{
  if (self->server == NULL || !rk_odk_uri_may_follow (self->server, uri))
    soup_message_disable_feature (message, SOUP_TYPE_AUTH_MANAGER);
  else if (self->basic && !rk_odk_uri_is_open (uri))
    add_basic (self, message);
  else
    g_signal_connect (message, "authenticate", G_CALLBACK (authenticate_cb), self);
}

static SoupMessage *
make_message (RkOdkSession *self, const char *method, GUri *uri)
{
  SoupMessage *message = soup_message_new_from_uri (method, uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = soup_date_time_to_string (now, SOUP_DATE_HTTP);

  soup_message_headers_replace (headers, "X-OpenRosa-Version", "1.0");
  soup_message_headers_replace (headers, "Date", date);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  present (self, message, uri);
  return message;
}

static gboolean
check_bound (GUri *uri, goffset size, goffset limit, GError **error)
{
  g_autofree char *name = rk_odk_uri_dup_name (uri);

  if (size <= limit)
    return TRUE;
  /* Translators: the name of a server, then a number of megabytes */
  g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_TOO_LARGE,
               _ ("The server %s sends more than the %d MB that Regiekamer takes in at once. Ask "
                  "the administrator of the server for a smaller one."),
                  name, (int) MAX (limit / (1024 * 1024), 1));
  return FALSE;
}

static GBytes *
read_body (RkOdkSession *self, SoupMessage *message, GInputStream *stream, goffset limit,
           GError **error)
{
  g_autoptr (GByteArray) body = g_byte_array_new ();
  g_autofree char *chunk = g_malloc (CHUNK);
  GUri *uri = soup_message_get_uri (message);
  goffset total =
      soup_message_headers_get_content_length (soup_message_get_response_headers (message));
  gssize n;

  if (!check_bound (uri, total, limit, error))
    return NULL;
  while ((n = g_input_stream_read (stream, chunk, CHUNK, self->cancellable, error)) > 0)
    {
      g_byte_array_append (body, (const guint8 *) chunk, (guint) n);
      if (!check_bound (uri, body->len, limit, error))
        return NULL;
      if (self->progress != NULL)
        self->progress (body->len, total > 0 ? total : -1, self->progress_data);
    }
  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&body));
}

/* Keeps the errors that are ours already; says the others in words. */
static gboolean
fail (GUri *uri, GError *cause, GError **error)
{
  if (cause->domain == RK_ODK_ERROR)
    g_propagate_error (error, cause);
  else
    {
      explain_cause (cause, uri, error);
      g_error_free (cause);
    }
  return FALSE;
}

/* The request @message, whatever its status. */
static gboolean
exchange (RkOdkSession *self, SoupMessage *message, goffset limit, RkOdkReply *reply,
          GError **error)
{
  GUri *uri = soup_message_get_uri (message);
  g_autoptr (GInputStream) stream = NULL;
  GError *cause = NULL;

  self->basic_refused = FALSE;
  self->rest_s = 0;
  stream = soup_session_send (self->soup, message, self->cancellable, &cause);
  if (stream != NULL)
    reply->body = read_body (self, message, stream, limit, &cause);
  if (reply->body == NULL)
    return fail (uri, cause, error);
  reply->status = soup_message_get_status (message);
  reply->headers = soup_message_headers_ref (soup_message_get_response_headers (message));
  reply->uri = g_uri_ref (uri);
  return TRUE;
}

static gboolean
check_open (RkOdkSession *self, GUri *uri, GError **error)
{
  g_autofree char *name = rk_odk_uri_dup_name (uri);
  gboolean own = self->server != NULL && rk_odk_uri_same_origin (self->server, uri);

  if (!rk_odk_uri_is_open (uri) || (own && self->account->allow_http))
    return TRUE;
  /* Translators: the name of a server */
  g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_INSECURE,
               _ ("The connection with the server %s is not encrypted: others can read along. Use "
                  "an address that begins with https://."),
                  name);
  return FALSE;
}

/* Where a redirect leads, for a @file also to another server: (transfer full), or NULL with an
 * error. */
static GUri *
read_redirect (const RkOdkReply *reply, gboolean file, GError **error)
{
  const char *location = soup_message_headers_get_one (reply->headers, "Location");
  g_autoptr (GUri) to = location != NULL ? rk_odk_uri_resolve (reply->uri, location) : NULL;
  g_autofree char *from_name = rk_odk_uri_dup_name (reply->uri);
  g_autofree char *to_name = NULL;

  if (to != NULL && (rk_odk_uri_may_follow (reply->uri, to) ||
                     (file && g_ascii_strcasecmp (g_uri_get_scheme (to), "https") == 0)))
    return g_steal_pointer (&to);
  to_name = to != NULL ? rk_odk_uri_dup_name (to) : g_strdup ("?");
  /* Translators: the names of two servers */
  g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_REDIRECT,
               _ ("The server %s sends us on to another address, %s. Regiekamer does not follow "
                  "that. Fill in the right address of the server."),
                  from_name, to_name);
  return NULL;
}

static gboolean
is_redirect (guint status)
{
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/* The request with its redirects. */
static gboolean
travel (RkOdkSession *self, const char *method, GUri *start, goffset limit, gboolean file,
        RkOdkReply *reply, GError **error)
{
  g_autoptr (GUri) uri = g_uri_ref (start);

  for (int i = 0; i <= MAX_REDIRECTS; i++)
    {
      g_autoptr (SoupMessage) message = NULL;
      gboolean presented = self->basic;
      GUri *next;

      rk_odk_reply_clear (reply);
      if (!check_open (self, uri, error))
        return FALSE;
      message = make_message (self, method, uri);
      if (!exchange (self, message, limit, reply, error))
        return FALSE;
      if (reply->status == 401 && self->basic && !presented)
        continue; /* once more, with the password */
      if (!is_redirect (reply->status))
        return TRUE;
      next = read_redirect (reply, file, error);
      if (next == NULL)
        return FALSE;
      g_uri_unref (uri);
      uri = next;
    }
  g_set_error (error, RK_ODK_ERROR, RK_ODK_ERROR_NOT_ODK,
               _ ("The server keeps sending us round in a circle. Look at the address again."));
  return FALSE;
}

/* --- again and again -------------------------------------------------------------------------- */

/* FALSE when it was cancelled meanwhile. */
static gboolean
sleep_for (GCancellable *cancellable, guint ms)
{
  GPollFD fd;

  if (!g_cancellable_make_pollfd (cancellable, &fd))
    {
      g_usleep ((gulong) ms * 1000);
      return TRUE;
    }
  g_poll (&fd, 1, (int) ms);
  g_cancellable_release_fd (cancellable);
  return !g_cancellable_is_cancelled (cancellable);
}

gboolean
rk_odk_session_again (RkOdkSession *self, guint attempt, GError *cause, GError **error)
{
  guint64 ms = (guint64) self->account->wait_ms << MIN (attempt - 1, 16);
  guint64 rest_ms = (guint64) self->rest_s * 1000;

  /* A longer rest is not for somebody who looks on: that is for later. */
  ms = MAX (MIN (ms, MAX_WAIT_MS), rest_ms);
  if (rk_odk_error_is_passing (cause) && attempt < self->account->attempts && ms <= MAX_WAIT_MS &&
      sleep_for (self->cancellable, (guint) ms))
    {
      g_error_free (cause);
      return TRUE;
    }
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_error (&cause);
      g_cancellable_set_error_if_cancelled (self->cancellable, &cause);
    }
  g_propagate_error (error, cause);
  return FALSE;
}

static gboolean
ask (RkOdkSession *self, const char *method, GUri *uri, goffset limit, gboolean file,
     RkOdkReply *reply, GError **error)
{
  for (guint attempt = 1;; attempt++)
    {
      GError *cause = NULL;

      if (travel (self, method, uri, limit, file, reply, &cause) &&
          rk_odk_session_check (self, reply, &cause))
        return TRUE;
      if (!rk_odk_session_again (self, attempt, cause, error))
        return FALSE;
    }
}

gboolean
rk_odk_session_get (RkOdkSession *self, GUri *uri, goffset limit, RkOdkReply *reply, GError **error)
{
  return ask (self, SOUP_METHOD_GET, uri, limit, FALSE, reply, error);
}

gboolean
rk_odk_session_get_file (RkOdkSession *self, GUri *uri, goffset limit, RkOdkReply *reply,
                         GError **error)
{
  return ask (self, SOUP_METHOD_GET, uri, limit, TRUE, reply, error);
}

gboolean
rk_odk_session_head (RkOdkSession *self, GUri *uri, RkOdkReply *reply, GError **error)
{
  return ask (self, SOUP_METHOD_HEAD, uri, MAX_ANSWER, FALSE, reply, error);
}

/* --- sending ---------------------------------------------------------------------------------- */

typedef struct
{
  RkOdkProgress progress;
  gpointer data;
  goffset done, total;
} Upload;

static void
wrote_cb (SoupMessage *message, guint size, gpointer data)
{
  Upload *upload = data;

  upload->done = MIN (upload->done + size, upload->total);
  upload->progress (upload->done, upload->total, upload->data);
}

static gboolean
post_once (RkOdkSession *self, GUri *uri, const char *type, GBytes *body, RkOdkReply *reply,
           GError **error)
{
  g_autoptr (SoupMessage) message = make_message (self, SOUP_METHOD_POST, uri);
  Upload upload = { self->progress, self->progress_data, 0, (goffset) g_bytes_get_size (body) };
  gboolean ok;

  soup_message_set_request_body_from_bytes (message, type, body);
  if (upload.progress != NULL)
    g_signal_connect (message, "wrote-body-data", G_CALLBACK (wrote_cb), &upload);
  self->progress = NULL; /* the answer is no progress */
  ok = exchange (self, message, MAX_ANSWER, reply, error);
  self->progress = upload.progress;
  return ok;
}

gboolean
rk_odk_session_post (RkOdkSession *self, GUri *uri, const char *type, GBytes *body,
                     RkOdkReply *reply, GError **error)
{
  gboolean presented = self->basic;

  rk_odk_reply_clear (reply);
  if (!check_open (self, uri, error) || !post_once (self, uri, type, body, reply, error))
    return FALSE;
  if (reply->status != 401 || !self->basic || presented)
    return TRUE;
  rk_odk_reply_clear (reply);
  return post_once (self, uri, type, body, reply, error);
}
