/* SPDX-License-Identifier: EUPL-1.2 */
/* OpenRosa: the forms of an ODK server, and the responses that go to it.
 *
 * Follows Form List, Manifest, Form Submission, HTTP and Authentication of OpenRosa 1.0
 * (docs.getodk.org/openrosa), as ODK Central, KoboToolbox and others offer them. Each operation is
 * a function that waits, for the command line, and a pair _async/_finish that does the same in a
 * thread. Errors are RK_ODK_ERROR_…, and G_IO_ERROR_CANCELLED.
 *
 * What is never done: skip the check of a certificate, send a password unencrypted to another
 * computer (digest does not send it), follow a redirect to another host, or send twice under two
 * names: a submission is known by its instanceID, and is sent again as the same bytes. */
#pragma once

#include "rk-odk-account.h"

G_BEGIN_DECLS

#define RK_ODK_MAX_FORM (64 * 1024 * 1024)
#define RK_ODK_MAX_MEDIA (100 * 1024 * 1024)
#define RK_ODK_MAX_MEDIA_TOTAL (256 * 1024 * 1024)
#define RK_ODK_MAX_MEDIA_FILES 1000
#define RK_ODK_MAX_LIST (32 * 1024 * 1024)
#define RK_ODK_MAX_FORMS 10000

/* @done of @total bytes; @total -1: not known. */
typedef void (*RkOdkProgress) (goffset done, goffset total, gpointer data);

/* --- forms ------------------------------------------------------------------------------------ */

/* A form as the list of a server describes it. */
typedef struct
{
  char *form_id; /* "" in lists of an older kind: known when it is fetched */
  char *name;
  char *version;      /* "" when there is none */
  char *hash;         /* (nullable): "md5:…" */
  char *url;          /* absolute */
  char *manifest_url; /* (nullable): absolute; where its media are */
  char *media_hash;   /* (nullable): of the list of its media, once that was looked at */
} RkOdkForm;
RkOdkForm *rk_odk_form_copy (const RkOdkForm *form);
void rk_odk_form_free (RkOdkForm *form);

/* In the order of the server: (transfer full) (element-type RkOdkForm). */
GPtrArray *rk_odk_list_forms (const RkOdkAccount *account, GCancellable *cancellable,
                              GError **error);
/* With the media of what is @watched (nullable). */
void rk_odk_list_forms_async (const RkOdkAccount *account, const char *const *watched,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
GPtrArray *rk_odk_list_forms_finish (GAsyncResult *result, GError **error);

/* Looks at the media of those of @forms (element-type RkOdkForm) that are called @watched: whether
 * they changed is not in the list of forms. One that does not answer keeps its secret: that ends
 * nothing. */
void rk_odk_look_at_media (const RkOdkAccount *account, GPtrArray *forms,
                           const char *const *watched, GCancellable *cancellable);

/* A form with its media, each checked against what the server announced. */
typedef struct
{
  GBytes *form;
  GHashTable *media; /* name → GBytes; a name is a relative path without ".." */
  char *media_hash;  /* of the list of its media: as in RkOdkForm */
} RkOdkBundle;
void rk_odk_bundle_free (RkOdkBundle *bundle);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkOdkBundle, rk_odk_bundle_free)

RkOdkBundle *rk_odk_fetch_form (const RkOdkAccount *account, const RkOdkForm *form,
                                RkOdkProgress progress, gpointer data, GCancellable *cancellable,
                                GError **error);
/* @progress is called in the thread-default context of the caller. */
void rk_odk_fetch_form_async (const RkOdkAccount *account, const RkOdkForm *form,
                              RkOdkProgress progress, gpointer data, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
RkOdkBundle *rk_odk_fetch_form_finish (GAsyncResult *result, GError **error);

/* --- submissions ------------------------------------------------------------------------------ */

typedef struct
{
  char *name; /* as the XML has it */
  char *type; /* (nullable): MIME */
  GBytes *bytes;
} RkOdkFile;
RkOdkFile *rk_odk_file_new (const char *name, const char *type, GBytes *bytes);
void rk_odk_file_free (RkOdkFile *file);

/* The frozen content of a response. */
typedef struct
{
  GBytes *xml;
  GPtrArray *files; /* of RkOdkFile */
  gboolean lost;    /* an earlier attempt may have arrived: its answer did not */
} RkOdkSubmission;
RkOdkSubmission *rk_odk_submission_new (GBytes *xml);
void rk_odk_submission_free (RkOdkSubmission *submission);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkOdkSubmission, rk_odk_submission_free)

/* A server that asks to wait longer is asked again after this, in seconds. */
#define RK_ODK_MAX_REST 3600

/* What came of it, also when it failed. */
typedef struct
{
  guint attempts;     /* requests with content that were made */
  gboolean lost;      /* one of them may have arrived */
  gboolean duplicate; /* the server had it already */
  guint rest_s;       /* how long the server asks to wait; 0: it does not say */
  char *message;      /* (nullable): what the server said */
} RkOdkReceipt;
RkOdkReceipt *rk_odk_receipt_copy (const RkOdkReceipt *receipt);
void rk_odk_receipt_free (RkOdkReceipt *receipt);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkOdkReceipt, rk_odk_receipt_free)

/* TRUE: the server has it. @receipt (out) (optional) (transfer full): also when this fails. */
gboolean rk_odk_send (const RkOdkAccount *account, const RkOdkSubmission *submission,
                      RkOdkProgress progress, gpointer data, RkOdkReceipt **receipt,
                      GCancellable *cancellable, GError **error);
/* Takes @submission. */
void rk_odk_send_async (const RkOdkAccount *account, RkOdkSubmission *submission,
                        RkOdkProgress progress, gpointer data, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data);
gboolean rk_odk_send_finish (GAsyncResult *result, RkOdkReceipt **receipt, GError **error);

G_END_DECLS
