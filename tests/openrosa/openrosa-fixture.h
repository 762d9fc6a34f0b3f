/* SPDX-License-Identifier: EUPL-1.2 */
/* A test server and an account there, for the tests of OpenRosa. */
#pragma once

#include "openrosa-server.h"
#include "rk-odk-client.h"

#include <string.h>

/* An account that does not wait long between attempts. */
static inline RkOdkAccount *
quick_account (const char *url, const char *user, const char *password)
{
  RkOdkAccount *account = rk_odk_account_new (url, user, password);

  account->wait_ms = 1;
  account->timeout_s = 20;
  return account;
}

static inline RkOdkAccount *
account_at (TestServer *server)
{
  return quick_account (test_server_get_url (server), TEST_USER, TEST_PASSWORD);
}

static inline void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static inline GAsyncResult *
wait_for_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

/* The proxy of the desktop, and its settings, are not for what stays on this computer. */
static inline void
forget_proxies (void)
{
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
}
