/* SPDX-License-Identifier: EUPL-1.2 */
/* Between the workspace and ODK servers: which servers are known, which questionnaires came from
 * where, and what of the responses has gone there. The network itself is that of rk-odk-client.h:
 * the operations of a thread take and give bytes, the store stays in its own thread. */
#pragma once

#include "rk-odk-client.h"
#include "rk-response.h"

G_BEGIN_DECLS

/* --- servers ---------------------------------------------------------------------------------- */

/* Remembers the server at @url (as rk_odk_address_read() gives it); the same one is changed. Its
 * record id: (transfer full). */
char *rk_exchange_keep_server (RkStore *store, const char *url, const char *user,
                               gboolean allow_http, GError **error);
/* The server is known no more, until it is kept again: its queue stops. What came from it and what
 * was sent to it stays, as does the name under which that is told. The password is the keyring's:
 * rk_odk_keyring_forget(). */
gboolean rk_exchange_forget_server (RkStore *store, const char *id, GError **error);
/* By name: (transfer full) (element-type RkRecord). */
GPtrArray *rk_exchange_list_servers (RkStore *store, GError **error);
/* By record id, or by address as a person types it: (transfer full) (nullable); NULL without error
 * when it is not known. */
RkRecord *rk_exchange_find_server (RkStore *store, const char *name, GError **error);
/* How we present ourselves there: (transfer full). */
RkOdkAccount *rk_exchange_new_account (RkRecord *server, const char *password);

/* --- questionnaires --------------------------------------------------------------------------- */

typedef enum
{
  RK_EXCHANGE_NEW,    /* the workspace does not have it */
  RK_EXCHANGE_SAME,   /* it has this very one */
  RK_EXCHANGE_CHANGED /* it has another one of this name, from the same server */
} RkExchangeHave;

/* The forms that came from @server (nullable), to look whether their media changed: (transfer
 * full).
 */
char **rk_exchange_dup_known_forms (RkStore *store, const char *server);
/* What the workspace has of @form as the list of @server (nullable: not kept yet) shows it. */
RkExchangeHave rk_exchange_compare (RkStore *store, const char *server, const RkOdkForm *form);
/* Adds what was fetched, as rk_questionnaire_add_bytes(), and remembers where it came from.
 * (transfer full) */
RkQuestionnaire *rk_exchange_add_form (RkStore *store, const char *server, const RkOdkForm *form,
                                       const RkOdkBundle *bundle, GPtrArray *messages,
                                       GError **error);
/* The server that the questionnaire of @response came from: (transfer full) (nullable). */
char *rk_exchange_find_target (RkStore *store, const char *response, GError **error);
/* The name of that server for people: (transfer full) (nullable). */
char *rk_exchange_dup_target_name (RkStore *store, const char *response);

/* --- submissions ------------------------------------------------------------------------------ */

typedef enum
{
  RK_EXCHANGE_QUEUED, /* waits for the line, or for the server to recover */
  RK_EXCHANGE_SENT,   /* the server has it */
  RK_EXCHANGE_REFUSED /* a person has to do something first */
} RkExchangeState;

typedef struct
{
  char *id, *response, *title, *server, *server_name, *instance_id;
  RkExchangeState state;
  guint attempts;
  char *tried_at; /* (nullable) */
  char *sent_at;  /* (nullable) */
  char *message;  /* (nullable): of the server, or why not */
} RkExchangeItem;
void rk_exchange_item_free (RkExchangeItem *item);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkExchangeItem, rk_exchange_item_free)

/* All submissions, or those of @response (nullable), oldest first: (transfer full) (element-type
 * RkExchangeItem). */
GPtrArray *rk_exchange_list (RkStore *store, const char *response, GError **error);
/* Freezes what goes to @server: the XML as rk_response_export() gives it and the files it names.
 * What was frozen before stays as it is; what was sent stays sent. The id: (transfer full). Errors:
 * RK_ERROR_INVALID when @response is not submitted. */
char *rk_exchange_queue (RkResponse *response, const char *server, GError **error);
/* What is to be sent: (transfer full). From now on, until rk_exchange_note() says otherwise, an
 * attempt may have arrived: the program can be killed in the middle of it. */
RkOdkSubmission *rk_exchange_take (RkStore *store, const char *id, GError **error);
/* Writes down what came of sending it: @why NULL when the server has it, else why not; @receipt
 * (nullable). Undo passes over this. */
gboolean rk_exchange_note (RkStore *store, const char *id, const RkOdkReceipt *receipt,
                           const GError *why, GError **error);

G_END_DECLS
