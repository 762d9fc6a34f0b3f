/* SPDX-License-Identifier: EUPL-1.2 */
/* Passwords of servers: in the keyring of the desktop and nowhere else. Where there is no keyring
 * they are remembered until the program ends. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Remembers @password of @user at @url (as in RkOdkAccount); "" or NULL forgets it. Known at once
 * to rk_odk_keyring_lookup_async(), whatever the keyring does later. */
void rk_odk_keyring_store (const char *url, const char *user, const char *password);
/* Forgets the passwords of everybody at @url. */
void rk_odk_keyring_forget (const char *url);
/* Finds the password; the keyring may have to be unlocked by the person first. */
void rk_odk_keyring_lookup_async (const char *url, const char *user, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full) (nullable): not known. */
char *rk_odk_keyring_lookup_finish (GAsyncResult *result);
/* The same, waiting: for the command line. */
char *rk_odk_keyring_lookup (const char *url, const char *user);
/* The same as rk_odk_keyring_forget(), waiting: for the command line. */
void rk_odk_keyring_forget_now (const char *url);

G_END_DECLS
