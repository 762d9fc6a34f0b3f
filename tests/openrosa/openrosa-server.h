/* SPDX-License-Identifier: EUPL-1.2 */
/* A small ODK server on this computer, for tests: the forms of the fixtures, digest or basic
 * authentication, submissions known by their instanceID, and faults on demand. It runs in a thread
 * of its own, so that the code under test may wait. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TEST_USER "an"
#define TEST_PASSWORD "zeer geheim: 1é"

typedef enum
{
  TEST_SERVER_OPEN = 0,
  TEST_SERVER_DIGEST = 1 << 0, /* wants to know who asks */
  TEST_SERVER_BASIC = 1 << 1,  /* the same, with the password itself */
  TEST_SERVER_OLD = 1 << 2,    /* its list is that of before version 1.0 */
  TEST_SERVER_GROUPS = 1 << 3, /* one form stands in a list of its own */
  TEST_SERVER_TLS = 1 << 4,    /* https, signed by tls/authority.pem */
  TEST_SERVER_TLS_UNSIGNED = 1 << 5,
  TEST_SERVER_TLS_EXPIRED = 1 << 6
} TestServerFlags;

typedef enum
{
  FAULT_NONE,
  FAULT_500,       /* answers 500 without doing anything */
  FAULT_DROP,      /* takes what is sent, then breaks the connection without an answer */
  FAULT_SLOW,      /* answers after three seconds */
  FAULT_MD5,       /* sends other bytes than announced */
  FAULT_413,       /* too large */
  FAULT_400,       /* refuses, with a message */
  FAULT_409,       /* says that other answers are there under this number */
  FAULT_PORTAL,    /* the log-in page of a network: 200 and HTML, whatever is asked */
  FAULT_ELSEWHERE, /* redirects to another host */
  FAULT_HERE,      /* redirects to the same address with "/moved" before it */
  FAULT_CIRCLE,    /* redirects to where one is */
  FAULT_HUGE,      /* announces more than anybody takes in */
  FAULT_ENTITIES,  /* a list that grows while it is read */
  FAULT_OUTSIDE,   /* a manifest with a name that leads out of the folder */
  FAULT_MANY,      /* a list of more forms than anybody takes in */
  FAULT_BUSY,      /* answers 503, and how long to wait */
  FAULT_LIMIT,     /* answers 429, and the same */
  FAULT_STORAGE    /* redirects to the same path at the storage */
} TestFault;

typedef struct _TestServer TestServer;

TestServer *test_server_new (TestServerFlags flags);
void test_server_free (TestServer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestServer, test_server_free)

/* "http://127.0.0.1:PORT", or https */
const char *test_server_get_url (TestServer *self);
/* The next @times requests whose path contains @path go wrong by @fault. */
void test_server_set_fault (TestServer *self, TestFault fault, const char *path, guint times);
/* What X-OpenRosa-Accept-Content-Length says; 0: the header is absent. */
void test_server_set_limit (TestServer *self, goffset limit);
/* The list says that the form "tevreden" is to be had at the server @url. */
void test_server_set_other (TestServer *self, const char *url);
/* Adds a line to the file "gemeenten.csv". */
void test_server_set_line (TestServer *self, const char *line);
/* What Retry-After says. */
void test_server_set_rest (TestServer *self, const char *rest);
/* Where FAULT_STORAGE leads to, and by which status. */
void test_server_set_storage (TestServer *self, const char *url, guint status);
/* What the list says of the version of the form "tevreden". */
void test_server_set_version (TestServer *self, const char *version);

/* How many requests of @method came to a path that contains @path, also those that failed. */
guint test_server_count (TestServer *self, const char *method, const char *path);
/* How many different submissions were taken. */
guint test_server_count_submissions (TestServer *self);
/* Of the last submission: its XML and a file of it; NULL when there is none. (transfer full) */
GBytes *test_server_dup_xml (TestServer *self);
GBytes *test_server_dup_file (TestServer *self, const char *name);
/* The requests that carried it, and the size of the largest; how many said that more follows. */
guint test_server_get_posts (TestServer *self, goffset *largest, guint *incomplete);
/* A header of the last request of @method: (transfer full) (nullable). */
char *test_server_dup_header (TestServer *self, const char *method, const char *name);
/* Everything that ever came in, headers and bodies: to look whether a password is in it. */
gboolean test_server_heard (TestServer *self, const char *text);

G_END_DECLS
