/* SPDX-License-Identifier: EUPL-1.2 */
/* What the files of this module share: addresses, one request, and the parts of a submission. */
#pragma once

#include "rk-odk-client.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* --- addresses -------------------------------------------------------------------------------- */

gboolean rk_odk_uri_is_loopback (GUri *uri);
/* Readable by others on the way. */
gboolean rk_odk_uri_is_open (GUri *uri);
gboolean rk_odk_uri_same_origin (GUri *one, GUri *other);
/* Whether a redirect may be followed: the same host, and never from https to http. */
gboolean rk_odk_uri_may_follow (GUri *from, GUri *to);
/* @reference seen from @base; NULL unless it is a plain http or https address. (transfer full) */
GUri *rk_odk_uri_resolve (GUri *base, const char *reference);
char *rk_odk_uri_dup_name (GUri *uri);
/* The address of "formList" or "submission", with its key in it: (transfer full). */
GUri *rk_odk_account_dup_uri (const RkOdkAccount *account, const char *leaf, GError **error);
/* Whether the password is a part of the address. */
gboolean rk_odk_account_has_key (const RkOdkAccount *account);

/* --- one request ------------------------------------------------------------------------------ */

/* What one operation does its requests with; belongs to the thread that made it. */
typedef struct _RkOdkSession RkOdkSession;

RkOdkSession *rk_odk_session_new (const RkOdkAccount *account, RkOdkProgress progress,
                                  gpointer data, GCancellable *cancellable);
void rk_odk_session_free (RkOdkSession *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkOdkSession, rk_odk_session_free)

typedef struct
{
  guint status;
  SoupMessageHeaders *headers;
  GBytes *body;
  GUri *uri; /* where it came from, after redirects */
} RkOdkReply;

void rk_odk_reply_clear (RkOdkReply *reply);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RkOdkReply, rk_odk_reply_clear)

/* Fetches @uri, at most @limit bytes, trying again what fails in passing. Every status but 2xx is
 * an error. */
gboolean rk_odk_session_get (RkOdkSession *self, GUri *uri, goffset limit, RkOdkReply *reply,
                             GError **error);
/* The same for a file whose content is checked against a checksum afterwards: it may lie at another
 * server (ODK Central keeps files in the storage of a cloud). Redirects are followed there when the
 * line is encrypted, and nobody learns there who asks. */
gboolean rk_odk_session_get_file (RkOdkSession *self, GUri *uri, goffset limit, RkOdkReply *reply,
                                  GError **error);
/* HEAD, to sign in and to learn where and how much one can send. */
gboolean rk_odk_session_head (RkOdkSession *self, GUri *uri, RkOdkReply *reply, GError **error);
/* One attempt; any status comes back in @reply. */
gboolean rk_odk_session_post (RkOdkSession *self, GUri *uri, const char *type, GBytes *body,
                              RkOdkReply *reply, GError **error);
/* Says what the status of @reply means: sets @error and gives FALSE unless it is 2xx. Remembers how
 * long the server asks to wait. */
gboolean rk_odk_session_check (RkOdkSession *self, const RkOdkReply *reply, GError **error);
/* After attempt number @attempt (from 1) failed by @cause, which is taken: waits and gives TRUE
 * when it is worth another one; else sets @error. */
gboolean rk_odk_session_again (RkOdkSession *self, guint attempt, GError *cause, GError **error);

/* How many seconds the server asked to wait when it was asked last, at most RK_ODK_MAX_REST; 0: it
 * did not say. */
guint rk_odk_session_get_rest (RkOdkSession *self);

/* --- documents -------------------------------------------------------------------------------- */

/* Adds the forms in the list @bytes, which came from @base, to @forms, and to @lists (element-type
 * GUri) the lists of its groups. */
gboolean rk_odk_list_parse (GBytes *bytes, GUri *base, GPtrArray *forms, GPtrArray *lists,
                            GError **error);

typedef struct
{
  char *name;
  char *md5; /* (nullable) */
  char *url; /* absolute */
} RkOdkMedia;
/* (transfer full) (element-type RkOdkMedia) */
GPtrArray *rk_odk_manifest_parse (GBytes *bytes, GUri *base, GError **error);
/* Of the names and checksums in @list, in whatever order, and not of where they are: (transfer
 * full).
 */
char *rk_odk_manifest_hash (GPtrArray *list);
/* What the server says in its answer to a submission, on one line: (transfer full) (nullable). */
char *rk_odk_reply_dup_message (GBytes *body);

/* --- the parts of a submission ---------------------------------------------------------------- */

/* How many of the files from @first on go with the XML in one request of at most @limit bytes: at
 * least one when there is one. */
guint rk_odk_multipart_fit (GBytes *xml, GPtrArray *files, guint first, goffset limit);
/* The body with the XML and @n files from @first on; @more: another request follows. (transfer
 * full) */
GBytes *rk_odk_multipart_new (GBytes *xml, GPtrArray *files, guint first, guint n, gboolean more,
                              char **type);

G_END_DECLS
