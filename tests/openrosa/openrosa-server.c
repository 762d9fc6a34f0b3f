/* SPDX-License-Identifier: EUPL-1.2 */
#define _GNU_SOURCE 1 /* memmem */
#include "openrosa-server.h"

#include <libsoup/soup.h>
#include <string.h>

#define REALM "Testserver"
#define LIST_NS "http://openrosa.org/xforms/xformsList"
#define TLS_FLAGS (TEST_SERVER_TLS | TEST_SERVER_TLS_UNSIGNED | TEST_SERVER_TLS_EXPIRED)
#define MANIFEST_NS "http://openrosa.org/xforms/xformsManifest"

typedef struct
{
  GBytes *xml;
  GHashTable *files; /* name → GBytes */
  guint posts, incomplete;
  goffset largest;
} Received;

typedef struct
{
  TestFault fault;
  char *path;
  guint times;
} Fault;

struct _TestServer
{
  TestServerFlags flags;
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  char *url;
  char *folder;

  GMutex lock; /* for everything below */
  GCond ready;
  gboolean is_ready;
  GArray *faults;
  goffset limit;
  char *version;
  char *other;   /* (nullable): where "tevreden" is */
  char *storage; /* (nullable) */
  guint storage_status;
  char *rest;          /* (nullable) */
  char *line;          /* (nullable): more in "gemeenten.csv" */
  GPtrArray *log;      /* "METHOD PATH" */
  GHashTable *headers; /* "METHOD Name" → value of the last request */
  GString *heard;
  GHashTable *submissions; /* instanceID → Received */
  Received *last;          /* (unowned) */
};

static void
free_received (gpointer data)
{
  Received *received = data;

  g_bytes_unref (received->xml);
  g_hash_table_unref (received->files);
  g_free (received);
}

/* --- answers ---------------------------------------------------------------------------------- */

static void
answer (SoupServerMessage *message, guint status, const char *type, const char *text)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, text, strlen (text));
}

static void
answer_message (SoupServerMessage *message, guint status, const char *text)
{
  g_autofree char *xml = g_strdup_printf (
      "<OpenRosaResponse xmlns=\"http://openrosa.org/http/response\"><message>%s</message>"
      "</OpenRosaResponse>",
      text);

  answer (message, status, "text/xml; charset=utf-8", xml);
}

static GBytes *
read_fixture (TestServer *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  char *content;
  gsize length;

  if (!g_file_get_contents (path, &content, &length, NULL))
    return NULL;
  if (self->line != NULL && g_str_equal (name, "gemeenten.csv"))
    {
      char *longer = g_strconcat (content, self->line, "\n", NULL);

      g_free (content);
      return g_bytes_new_take (longer, strlen (longer));
    }
  return g_bytes_new_take (content, length);
}

static void
answer_fixture (TestServer *self, SoupServerMessage *message, const char *name, gboolean damaged)
{
  g_autoptr (GBytes) bytes = read_fixture (self, name);
  g_autoptr (GByteArray) copy = g_byte_array_new ();
  gsize size;
  const guint8 *data;

  if (bytes == NULL)
    {
      answer (message, 404, "text/plain", "no such file");
      return;
    }
  data = g_bytes_get_data (bytes, &size);
  g_byte_array_append (copy, data, (guint) size);
  if (damaged)
    copy->data[copy->len / 2] ^= 1;
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/octet-stream", SOUP_MEMORY_COPY,
                                    (const char *) copy->data, copy->len);
}

static char *
md5_of (TestServer *self, const char *name)
{
  g_autoptr (GBytes) bytes = read_fixture (self, name);

  return g_compute_checksum_for_bytes (G_CHECKSUM_MD5, bytes);
}

/* --- the list --------------------------------------------------------------------------------- */

static void
add_form (TestServer *self, GString *out, const char *id, const char *name, const char *version,
          gboolean media)
{
  g_autofree char *file = g_strconcat (id, ".xml", NULL);
  g_autofree char *md5 = md5_of (self, file);

  /* One address whole, one relative: both occur. */
  g_string_append_printf (out,
                          "<xform><formID>%s</formID><name>%s</name><version>%s</version>"
                          "<hash>md5:%s</hash><downloadUrl>%s/forms/%s</downloadUrl>",
                          id, name, version, md5,
                          media                 ? self->url
                          : self->other != NULL ? self->other
                                                : "",
                          file);
  if (media)
    g_string_append_printf (out, "<manifestUrl>manifest/%s</manifestUrl>", id);
  g_string_append (out, "</xform>");
}

static void
answer_list (TestServer *self, SoupServerMessage *message, TestFault fault, gboolean group)
{
  g_autoptr (GString) out = g_string_new ("<?xml version=\"1.0\"?>\n");

  if (fault == FAULT_ENTITIES)
    g_string_append (out, "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>");
  g_string_append (out, "<xforms xmlns=\"" LIST_NS "\">");
  for (guint i = 0; fault == FAULT_MANY && i <= 10000; i++)
    g_string_append_printf (out,
                            "<xform><formID>f%u</formID><name>F</name><version/><hash/>"
                            "<downloadUrl>/forms/f</downloadUrl></xform>",
                            i);
  if (!group)
    add_form (self, out, "bezoek", "Bezoek aan de dienst", "2026.1", TRUE);
  if (group || (self->flags & TEST_SERVER_GROUPS) == 0)
    add_form (self, out, "tevreden", "Tevredenheid van bezoekers", self->version, FALSE);
  else
    g_string_append (out, "<xforms-group><groupID>g</groupID><name>G</name>"
                          "<listUrl>/formList/group</listUrl></xforms-group>"
                          "<xforms-group><listUrl>/formList</listUrl></xforms-group>");
  g_string_append (out, "</xforms>");
  answer (message, 200, "text/xml; charset=utf-8", out->str);
}

static void
answer_old_list (TestServer *self, SoupServerMessage *message)
{
  answer (message, 200, "text/xml",
          "<forms><form url=\"/forms/tevreden.xml\">Tevredenheid van bezoekers</form></forms>");
}

static void
answer_manifest (TestServer *self, SoupServerMessage *message, TestFault fault)
{
  g_autofree char *csv = md5_of (self, "gemeenten.csv");
  g_autofree char *png = md5_of (self, "dienst.png");
  g_autofree char *xml =
      g_strdup_printf ("<manifest xmlns=\"" MANIFEST_NS "\">"
                       "<mediaFile><filename>%s</filename><hash>md5:%s</hash>"
                       "<downloadUrl>%s/media/gemeenten.csv</downloadUrl></mediaFile>"
                       "<mediaFile><filename>dienst.png</filename><hash>md5:%s</hash>"
                       "<downloadUrl>../media/dienst.png</downloadUrl></mediaFile></manifest>",
                       fault == FAULT_OUTSIDE ? "../gemeenten.csv" : "gemeenten.csv", csv,
                       self->url, png);

  answer (message, 200, "text/xml", xml);
}

/* --- submissions ------------------------------------------------------------------------------ */

static char *
find_instance_id (GBytes *xml)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml));
  g_autoptr (GRegex) regex =
      g_regex_new ("<(?:\\w+:)?instanceID[^>]*>([^<]+)<", G_REGEX_DEFAULT, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, text, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static void
keep_parts (Received *received, SoupMultipart *multipart)
{
  for (int i = 1; i < soup_multipart_get_length (multipart); i++)
    {
      SoupMessageHeaders *headers;
      GBytes *body;
      g_autoptr (GHashTable) params = NULL;
      g_autofree char *disposition = NULL;
      const char *name;

      soup_multipart_get_part (multipart, i, &headers, &body);
      soup_message_headers_get_content_disposition (headers, &disposition, &params);
      name = g_hash_table_lookup (params, "name");
      if (g_strcmp0 (name, "*isIncomplete*") == 0)
        received->incomplete++;
      else
        g_hash_table_replace (received->files, g_strdup (name), g_bytes_ref (body));
    }
}

/* The XML must be the first part, under the name that OpenRosa gives it. */
static GBytes *
find_xml (SoupMultipart *multipart)
{
  SoupMessageHeaders *headers;
  GBytes *body;
  g_autoptr (GHashTable) params = NULL;
  g_autofree char *disposition = NULL;

  if (!soup_multipart_get_part (multipart, 0, &headers, &body) ||
      !soup_message_headers_get_content_disposition (headers, &disposition, &params) ||
      g_strcmp0 (g_hash_table_lookup (params, "name"), "xml_submission_file") != 0 ||
      g_strcmp0 (soup_message_headers_get_content_type (headers, NULL), "text/xml") != 0)
    return NULL;
  return body;
}

static void
take_submission (TestServer *self, SoupServerMessage *message)
{
  g_autoptr (GBytes) body =
      soup_message_body_flatten (soup_server_message_get_request_body (message));
  g_autoptr (SoupMultipart) multipart =
      soup_multipart_new_from_message (soup_server_message_get_request_headers (message), body);
  GBytes *xml = multipart != NULL ? find_xml (multipart) : NULL;
  g_autofree char *id = xml != NULL ? find_instance_id (xml) : NULL;
  Received *received = id != NULL ? g_hash_table_lookup (self->submissions, id) : NULL;
  gboolean again = received != NULL;
  guint files;

  if (id == NULL)
    {
      answer_message (message, 400, "no xml_submission_file with an instanceID");
      return;
    }
  if (again && !g_bytes_equal (received->xml, xml))
    {
      answer_message (message, 409, "A submission already exists with this ID");
      return;
    }
  if (!again)
    {
      received = g_new0 (Received, 1);
      received->xml = g_bytes_ref (xml);
      received->files =
          g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
      g_hash_table_insert (self->submissions, g_strdup (id), received);
    }
  files = g_hash_table_size (received->files);
  self->last = received;
  received->posts++;
  received->largest = MAX (received->largest, (goffset) g_bytes_get_size (body));
  keep_parts (received, multipart);
  if (again && files == g_hash_table_size (received->files))
    answer_message (message, 202, "Duplicate submission");
  else
    answer_message (message, 201, "full submission upload was successful!");
}

static void
answer_submission (TestServer *self, SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autofree char *limit = g_strdup_printf ("%" G_GOFFSET_FORMAT, self->limit);

  soup_message_headers_replace (headers, "X-OpenRosa-Version", "1.0");
  if (self->limit > 0)
    soup_message_headers_replace (headers, "X-OpenRosa-Accept-Content-Length", limit);
  if (g_str_equal (soup_server_message_get_method (message), "HEAD"))
    {
      /* Elsewhere on the same server: one that ignores this gets nowhere. */
      soup_message_headers_replace (headers, "Location", "/box/submission");
      soup_server_message_set_status (message, 204, NULL);
    }
  else
    take_submission (self, message);
}

/* --- faults ----------------------------------------------------------------------------------- */

static TestFault
take_fault (TestServer *self, const char *path)
{
  for (guint i = 0; i < self->faults->len; i++)
    {
      Fault *fault = &g_array_index (self->faults, Fault, i);

      if (fault->times == 0 || strstr (path, fault->path) == NULL)
        continue;
      fault->times--;
      return fault->fault;
    }
  return FAULT_NONE;
}

static gboolean
resume_cb (gpointer data)
{
  soup_server_message_unpause (data);
  return G_SOURCE_REMOVE;
}

static void
slow_down (TestServer *self, SoupServerMessage *message)
{
  g_autoptr (GSource) source = g_timeout_source_new (3000);

  soup_server_message_pause (message);
  g_source_set_callback (source, resume_cb, g_object_ref (message), g_object_unref);
  g_source_attach (source, self->context);
}

static void
redirect_to (SoupServerMessage *message, guint status, const char *location)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Location",
                                location);
  soup_server_message_set_status (message, status, NULL);
}

static void
redirect (TestServer *self, SoupServerMessage *message, TestFault fault, const char *path)
{
  g_autofree char *here = g_strconcat (self->url, fault == FAULT_HERE ? "/moved" : "", path, NULL);

  redirect_to (message, 302, fault == FAULT_ELSEWHERE ? "http://elsewhere.invalid/formList" : here);
}

/* As ODK Central does with what it keeps in the storage of a cloud: the address there is signed. */
static void
send_to_storage (TestServer *self, SoupServerMessage *message, const char *path)
{
  g_autofree char *there = g_strconcat (self->storage, path, "?signature=1", NULL);

  redirect_to (message, self->storage_status, there);
}

static void
ask_to_wait (TestServer *self, SoupServerMessage *message, guint status)
{
  if (self->rest != NULL)
    soup_message_headers_replace (soup_server_message_get_response_headers (message), "Retry-After",
                                  self->rest);
  answer (message, status, "text/plain", "later");
}

/* TRUE: that was the answer. */
static gboolean
go_wrong (TestServer *self, SoupServerMessage *message, TestFault fault, const char *path)
{
  switch (fault)
    {
    case FAULT_500: answer (message, 500, "text/plain", "oh"); return TRUE;
    case FAULT_413: answer (message, 413, "text/plain", "too large"); return TRUE;
    case FAULT_400: answer_message (message, 400, "form bezoek is closed"); return TRUE;
    case FAULT_409: answer_message (message, 409, "there are other answers"); return TRUE;
    case FAULT_PORTAL:
      answer (message, 200, "text/html", "<html><body>Welkom op onze wifi</body></html>");
      return TRUE;
    case FAULT_ELSEWHERE:
    case FAULT_HERE:
    case FAULT_CIRCLE: redirect (self, message, fault, path); return TRUE;
    case FAULT_BUSY: ask_to_wait (self, message, 503); return TRUE;
    case FAULT_LIMIT: ask_to_wait (self, message, 429); return TRUE;
    case FAULT_STORAGE: send_to_storage (self, message, path); return TRUE;
    case FAULT_HUGE:
      soup_server_message_set_status (message, 200, NULL);
      soup_message_headers_set_content_length (soup_server_message_get_response_headers (message),
                                               G_GINT64_CONSTANT (1) << 40);
      return TRUE;
    default: return FALSE;
    }
}

static void
break_off (SoupServerMessage *message)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);

  g_io_stream_close (stream, NULL, NULL);
}

/* --- the requests ----------------------------------------------------------------------------- */

static void
keep_header_cb (const char *name, const char *value, gpointer data)
{
  gpointer *where = data;
  TestServer *self = where[0];

  g_hash_table_replace (self->headers, g_strdup_printf ("%s %s", (char *) where[1], name),
                        g_strdup (value));
  g_string_append_printf (self->heard, "%s: %s\n", name, value);
}

static void
note_request (TestServer *self, SoupServerMessage *message, const char *path)
{
  const char *method = soup_server_message_get_method (message);
  gpointer where[] = { self, (gpointer) method };
  g_autoptr (GBytes) body =
      soup_message_body_flatten (soup_server_message_get_request_body (message));

  g_ptr_array_add (self->log, g_strdup_printf ("%s %s", method, path));
  g_string_append_printf (self->heard, "%s %s\n", method, path);
  soup_message_headers_foreach (soup_server_message_get_request_headers (message), keep_header_cb,
                                where);
  g_string_append_len (self->heard, g_bytes_get_data (body, NULL),
                       (gssize) g_bytes_get_size (body));
}

static void
dispatch (TestServer *self, SoupServerMessage *message, const char *path, TestFault fault)
{
  if (g_str_has_prefix (path, "/moved/"))
    path += strlen ("/moved");
  if (g_str_equal (path, "/formList") && (self->flags & TEST_SERVER_OLD) != 0)
    answer_old_list (self, message);
  else if (g_str_has_prefix (path, "/formList"))
    answer_list (self, message, fault, g_str_has_suffix (path, "/group"));
  else if (g_str_has_prefix (path, "/forms/") || g_str_has_prefix (path, "/media/"))
    answer_fixture (self, message, strrchr (path, '/') + 1, fault == FAULT_MD5);
  else if (g_str_has_prefix (path, "/manifest/"))
    answer_manifest (self, message, fault);
  else if (g_str_has_suffix (path, "/submission"))
    answer_submission (self, message);
  else
    answer (message, 404, "text/plain", "nothing here");
}

static void
request_cb (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query,
            gpointer data)
{
  TestServer *self = data;
  TestFault fault;

  g_mutex_lock (&self->lock);
  note_request (self, message, path);
  fault = take_fault (self, path);
  if (!go_wrong (self, message, fault, path))
    dispatch (self, message, path, fault);
  g_mutex_unlock (&self->lock);
  if (fault == FAULT_DROP)
    break_off (message);
  else if (fault == FAULT_SLOW)
    slow_down (self, message);
}

/* --- who may ---------------------------------------------------------------------------------- */

static char *
digest_cb (SoupAuthDomain *domain, SoupServerMessage *message, const char *user, gpointer data)
{
  if (!g_str_equal (user, TEST_USER))
    return NULL;
  return soup_auth_domain_digest_encode_password (user, REALM, TEST_PASSWORD);
}

static gboolean
basic_cb (SoupAuthDomain *domain, SoupServerMessage *message, const char *user,
          const char *password, gpointer data)
{
  return g_str_equal (user, TEST_USER) && g_str_equal (password, TEST_PASSWORD);
}

static void
add_domain (TestServer *self, SoupServer *server)
{
  g_autoptr (SoupAuthDomain) domain = NULL;

  if ((self->flags & TEST_SERVER_DIGEST) != 0)
    domain = soup_auth_domain_digest_new ("realm", REALM, "auth-callback", digest_cb, NULL);
  else if ((self->flags & TEST_SERVER_BASIC) != 0)
    domain = soup_auth_domain_basic_new ("realm", REALM, "auth-callback", basic_cb, NULL);
  if (domain == NULL)
    return;
  soup_auth_domain_add_path (domain, "/");
  soup_server_add_auth_domain (server, domain);
}

/* --- its life --------------------------------------------------------------------------------- */

static void
tell_ready (TestServer *self, SoupServer *server)
{
  GSList *uris = soup_server_get_uris (server);

  g_mutex_lock (&self->lock);
  self->url =
      g_strdup_printf ("%s://127.0.0.1:%d", (self->flags & TLS_FLAGS) != 0 ? "https" : "http",
                       g_uri_get_port (uris != NULL ? uris->data : NULL));
  self->is_ready = TRUE;
  g_cond_signal (&self->ready);
  g_mutex_unlock (&self->lock);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
}

static void
add_certificate (TestServer *self, SoupServer *server)
{
  const char *name = (self->flags & TEST_SERVER_TLS)            ? "server.pem"
                     : (self->flags & TEST_SERVER_TLS_UNSIGNED) ? "unsigned.pem"
                                                                : "expired.pem";
  g_autofree char *path = g_build_filename (self->folder, "tls", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, &error);

  if (certificate == NULL)
    g_error ("the test server has no certificate: %s", error->message);
  soup_server_set_tls_certificate (server, certificate);
}

static gpointer
serve_thread (gpointer data)
{
  TestServer *self = data;
  SoupServerListenOptions options = SOUP_SERVER_LISTEN_IPV4_ONLY;
  g_autoptr (SoupServer) server = NULL;
  g_autoptr (GError) error = NULL;

  g_main_context_push_thread_default (self->context);
  server = g_object_new (SOUP_TYPE_SERVER, NULL);
  add_domain (self, server);
  if ((self->flags & TLS_FLAGS) != 0)
    {
      add_certificate (self, server);
      options |= SOUP_SERVER_LISTEN_HTTPS;
    }
  soup_server_add_handler (server, NULL, request_cb, self, NULL);
  if (!soup_server_listen_local (server, 0, options, &error))
    g_error ("the test server cannot listen: %s", error->message);
  tell_ready (self, server);
  g_main_loop_run (self->loop);
  soup_server_disconnect (server);
  g_clear_object (&server);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

TestServer *
test_server_new (TestServerFlags flags)
{
  TestServer *self = g_new0 (TestServer, 1);

  self->flags = flags;
  self->folder = g_build_filename (g_getenv ("RK_SOURCE_ROOT"), "tests/openrosa/fixtures", NULL);
  self->version = g_strdup ("3");
  self->limit = 10 * 1024 * 1024;
  self->faults = g_array_new (FALSE, TRUE, sizeof (Fault));
  self->log = g_ptr_array_new_with_free_func (g_free);
  self->heard = g_string_new (NULL);
  self->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->submissions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_received);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  g_mutex_init (&self->lock);
  g_cond_init (&self->ready);
  self->thread = g_thread_new ("odk-server", serve_thread, self);
  g_mutex_lock (&self->lock);
  while (!self->is_ready)
    g_cond_wait (&self->ready, &self->lock);
  g_mutex_unlock (&self->lock);
  return self;
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

void
test_server_free (TestServer *self)
{
  g_main_context_invoke (self->context, quit_cb, self->loop);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  for (guint i = 0; i < self->faults->len; i++)
    g_free (g_array_index (self->faults, Fault, i).path);
  g_array_unref (self->faults);
  g_ptr_array_unref (self->log);
  g_hash_table_unref (self->headers);
  g_hash_table_unref (self->submissions);
  g_string_free (self->heard, TRUE);
  g_free (self->version);
  g_free (self->other);
  g_free (self->storage);
  g_free (self->rest);
  g_free (self->line);
  g_free (self->folder);
  g_free (self->url);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->ready);
  g_free (self);
}

/* --- asking it -------------------------------------------------------------------------------- */

const char *
test_server_get_url (TestServer *self)
{
  return self->url;
}

void
test_server_set_fault (TestServer *self, TestFault fault, const char *path, guint times)
{
  Fault entry = { fault, g_strdup (path), times };

  g_mutex_lock (&self->lock);
  g_array_append_val (self->faults, entry);
  g_mutex_unlock (&self->lock);
}

void
test_server_set_limit (TestServer *self, goffset limit)
{
  g_mutex_lock (&self->lock);
  self->limit = limit;
  g_mutex_unlock (&self->lock);
}

void
test_server_set_version (TestServer *self, const char *version)
{
  g_mutex_lock (&self->lock);
  g_free (self->version);
  self->version = g_strdup (version);
  g_mutex_unlock (&self->lock);
}

void
test_server_set_other (TestServer *self, const char *url)
{
  g_mutex_lock (&self->lock);
  g_free (self->other);
  self->other = g_strdup (url);
  g_mutex_unlock (&self->lock);
}

void
test_server_set_line (TestServer *self, const char *line)
{
  g_mutex_lock (&self->lock);
  g_free (self->line);
  self->line = g_strdup (line);
  g_mutex_unlock (&self->lock);
}

void
test_server_set_rest (TestServer *self, const char *rest)
{
  g_mutex_lock (&self->lock);
  g_free (self->rest);
  self->rest = g_strdup (rest);
  g_mutex_unlock (&self->lock);
}

void
test_server_set_storage (TestServer *self, const char *url, guint status)
{
  g_mutex_lock (&self->lock);
  g_free (self->storage);
  self->storage = g_strdup (url);
  self->storage_status = status;
  g_mutex_unlock (&self->lock);
}

guint
test_server_count (TestServer *self, const char *method, const char *path)
{
  g_autofree char *prefix = g_strconcat (method, " ", NULL);
  guint n = 0;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->log->len; i++)
    n += g_str_has_prefix (self->log->pdata[i], prefix) &&
         strstr (self->log->pdata[i], path) != NULL;
  g_mutex_unlock (&self->lock);
  return n;
}

guint
test_server_count_submissions (TestServer *self)
{
  guint n;

  g_mutex_lock (&self->lock);
  n = g_hash_table_size (self->submissions);
  g_mutex_unlock (&self->lock);
  return n;
}

GBytes *
test_server_dup_xml (TestServer *self)
{
  GBytes *xml;

  g_mutex_lock (&self->lock);
  xml = self->last != NULL ? g_bytes_ref (self->last->xml) : NULL;
  g_mutex_unlock (&self->lock);
  return xml;
}

GBytes *
test_server_dup_file (TestServer *self, const char *name)
{
  GBytes *bytes;

  g_mutex_lock (&self->lock);
  bytes = self->last != NULL ? g_hash_table_lookup (self->last->files, name) : NULL;
  if (bytes != NULL)
    g_bytes_ref (bytes);
  g_mutex_unlock (&self->lock);
  return bytes;
}

guint
test_server_get_posts (TestServer *self, goffset *largest, guint *incomplete)
{
  guint posts = 0;

  g_mutex_lock (&self->lock);
  if (self->last != NULL)
    {
      posts = self->last->posts;
      *largest = self->last->largest;
      *incomplete = self->last->incomplete;
    }
  g_mutex_unlock (&self->lock);
  return posts;
}

char *
test_server_dup_header (TestServer *self, const char *method, const char *name)
{
  g_autofree char *key = g_strdup_printf ("%s %s", method, name);
  char *value;

  g_mutex_lock (&self->lock);
  value = g_strdup (g_hash_table_lookup (self->headers, key));
  g_mutex_unlock (&self->lock);
  return value;
}

gboolean
test_server_heard (TestServer *self, const char *text)
{
  gboolean heard;

  g_mutex_lock (&self->lock);
  heard = memmem (self->heard->str, self->heard->len, text, strlen (text)) != NULL;
  g_mutex_unlock (&self->lock);
  return heard;
}
