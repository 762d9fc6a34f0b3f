/* SPDX-License-Identifier: EUPL-1.2 */
/* Where an ODK server is and how we present ourselves there.
 *
 * An address is kept as "https://HOST[:PORT][/PATH]", without a slash at the end, without
 * "/formList", and without anything secret: the key of an app user of ODK Central, which is part of
 * its address (".../key/KEY/projects/1"), is taken out and treated as the password it is. */
#pragma once

#include "rk-odk-error.h"

G_BEGIN_DECLS

/**
 * RkOdkAccount:
 * @url: as rk_odk_address_read() gives it
 * @user: (nullable): NULL or "" for a server that does not ask
 * @password: (nullable): of @user, or the key that belongs in @url
 * @allow_http: the person knows that http:// can be read along, and wants it
 * @attempts: how often a request that fails in passing is made at all
 * @wait_ms: how long before the second attempt; twice as long before each next one
 * @timeout_s: how long the line may be silent
 */
typedef struct
{
  char *url;
  char *user;
  char *password;
  gboolean allow_http;
  guint attempts;
  guint wait_ms;
  guint timeout_s;
} RkOdkAccount;

/* With 4 attempts, from 1 second apart, and 30 seconds of silence: (transfer full). */
RkOdkAccount *rk_odk_account_new (const char *url, const char *user, const char *password);
RkOdkAccount *rk_odk_account_copy (const RkOdkAccount *account);
void rk_odk_account_free (RkOdkAccount *account);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkOdkAccount, rk_odk_account_free)

/* What a person typed as an address, made whole ("odk.stad.be" becomes "https://odk.stad.be"):
 * (transfer full). @key (out) (optional) (nullable) (transfer full): the secret that was in it.
 * Errors: RK_ODK_ERROR_ADDRESS. */
char *rk_odk_address_read (const char *text, char **key, GError **error);
/* Whether what goes to @url can be read by others on the way: http, but not to this computer. */
gboolean rk_odk_address_is_open (const char *url);
/* Whether @url is on this computer. */
gboolean rk_odk_address_is_local (const char *url);
/* The name of the server for people: host and port. (transfer full) */
char *rk_odk_address_dup_name (const char *url);

G_END_DECLS
