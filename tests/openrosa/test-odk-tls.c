/* SPDX-License-Identifier: EUPL-1.2 */
/* Encrypted lines: who is trusted, and what another server that one is sent on to may learn. */
#include "openrosa-fixture.h"

#define KEY_PATH "/key/-/projects/1"
#define ANSWER "Café zonder naam"
#define XML                                                                                        \
  "<bezoek xmlns:orx=\"http://openrosa.org/xforms\" id=\"bezoek\"><naam>" ANSWER "</naam>"         \
  "<orx:meta><orx:instanceID>uuid:1</orx:instanceID></orx:meta></bezoek>"

/* From here on the authority of the fixtures is the only one that this program trusts. */
static void
trust_the_authority (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("RK_SOURCE_ROOT"),
                                            "tests/openrosa/fixtures/tls/authority.pem", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsDatabase) database = g_tls_file_database_new (path, &error);

  g_assert_no_error (error);
  g_tls_backend_set_default_database (g_tls_backend_get_default (), database);
}

/* Every request has a path. */
static void
assert_untouched (TestServer *server)
{
  g_assert_false (test_server_heard (server, "/"));
}

static gboolean
send (RkOdkAccount *account, GError **error)
{
  g_autoptr (GBytes) xml = g_bytes_new_static (XML, strlen (XML));
  g_autoptr (RkOdkSubmission) submission = rk_odk_submission_new (xml);
  g_autoptr (RkOdkReceipt) receipt = NULL;
  gboolean ok = rk_odk_send (account, submission, NULL, NULL, &receipt, NULL, error);

  g_assert_false (receipt->lost);
  return ok;
}

static RkOdkBundle *
fetch (RkOdkAccount *account, guint number, GError **error)
{
  g_autoptr (GPtrArray) forms = rk_odk_list_forms (account, NULL, error);

  return forms != NULL ? rk_odk_fetch_form (account, g_ptr_array_index (forms, number), NULL, NULL,
                                            NULL, error)
                       : NULL;
}

/* --- certificates ----------------------------------------------------------------------------- */

static void
assert_certificate_error (GError **error)
{
  g_assert_error (*error, RK_ODK_ERROR, RK_ODK_ERROR_CERTIFICATE);
  g_assert_nonnull (strstr ((*error)->message, "certificate of the server"));
  g_assert_nonnull (strstr ((*error)->message, "Nothing was sent."));
  g_assert_null (strstr ((*error)->message, TEST_PASSWORD));
  g_clear_error (error);
}

/* Neither a form nor a response, neither by password nor by key: no request comes through. */
static void
assert_refused (TestServerFlags flags, const char *host)
{
  g_autoptr (TestServer) server = test_server_new (flags | TEST_SERVER_BASIC);
  const char *port = strrchr (test_server_get_url (server), ':');
  g_autofree char *url = g_strconcat ("https://", host, port, NULL);
  g_autofree char *keyed = g_strconcat (url, KEY_PATH, NULL);
  g_autoptr (RkOdkAccount) named = quick_account (url, TEST_USER, TEST_PASSWORD);
  g_autoptr (RkOdkAccount) key = quick_account (keyed, NULL, TEST_PASSWORD);
  RkOdkAccount *accounts[] = { named, key };

  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (rk_odk_list_forms (accounts[i], NULL, &error));
      assert_certificate_error (&error);
      g_assert_false (send (accounts[i], &error));
      assert_certificate_error (&error);
    }
  assert_untouched (server);
}

static void
test_not_in_order (void)
{
  assert_refused (TEST_SERVER_TLS_UNSIGNED, "127.0.0.1");
  assert_refused (TEST_SERVER_TLS_EXPIRED, "127.0.0.1");
  assert_refused (TEST_SERVER_TLS, "localhost"); /* signed, for another name */
}

static void
test_in_order (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_TLS | TEST_SERVER_DIGEST);
  g_autoptr (RkOdkAccount) account = account_at (server);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkOdkBundle) bundle = fetch (account, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (bundle->media), ==, 2);
  g_assert_true (send (account, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (test_server_count_submissions (server), ==, 1);
}

/* --- files that lie elsewhere ----------------------------------------------------------------- */

static void
test_storage (void)
{
  static const guint statuses[] = { 302, 307 };
  static const TestServerFlags flags[] = { TEST_SERVER_DIGEST, TEST_SERVER_BASIC };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (TestServer) server = test_server_new (TEST_SERVER_TLS | flags[i]),
                             storage = test_server_new (TEST_SERVER_TLS);
      g_autoptr (RkOdkAccount) account = account_at (server);
      g_autoptr (RkOdkBundle) bundle = NULL;
      g_autoptr (GError) error = NULL;

      test_server_set_storage (server, test_server_get_url (storage), statuses[i]);
      test_server_set_fault (server, FAULT_STORAGE, "/media/", 99);
      test_server_set_fault (server, FAULT_STORAGE, "/forms/", 99);
      bundle = fetch (account, 0, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_hash_table_size (bundle->media), ==, 2);
      g_assert_cmpuint (test_server_count (storage, "GET", "/media/"), ==, 2);
      g_assert_cmpuint (test_server_count (storage, "GET", "/forms/"), ==, 1);
      g_assert_true (test_server_heard (server, "Authorization"));
      g_assert_false (test_server_heard (storage, "Authorization"));
      g_assert_false (test_server_heard (storage, TEST_USER "\""));
    }
}

/* A storage that asks who we are hears nothing, and one that sends other bytes is found out. */
static void
assert_storage_fails (TestServerFlags storage_flags, TestFault fault, int code)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_TLS | TEST_SERVER_BASIC),
                         storage = test_server_new (storage_flags);
  g_autoptr (RkOdkAccount) account = account_at (server);
  g_autoptr (GError) error = NULL;

  test_server_set_storage (server, test_server_get_url (storage), 307);
  test_server_set_fault (server, FAULT_STORAGE, "/media/", 99);
  test_server_set_fault (storage, fault, "/media/", 99);
  g_assert_null (fetch (account, 0, &error));
  g_assert_error (error, RK_ODK_ERROR, code);
  g_assert_false (test_server_heard (storage, "Authorization"));
}

static void
test_storage_fails (void)
{
  assert_storage_fails (TEST_SERVER_TLS, FAULT_MD5, RK_ODK_ERROR_DAMAGED);
  assert_storage_fails (TEST_SERVER_TLS, FAULT_PORTAL, RK_ODK_ERROR_DAMAGED);
  assert_storage_fails (TEST_SERVER_TLS | TEST_SERVER_BASIC, FAULT_NONE, RK_ODK_ERROR_SIGN_IN);
  assert_storage_fails (TEST_SERVER_TLS | TEST_SERVER_DIGEST, FAULT_NONE, RK_ODK_ERROR_SIGN_IN);
  assert_storage_fails (TEST_SERVER_TLS_UNSIGNED, FAULT_NONE, RK_ODK_ERROR_CERTIFICATE);
  assert_storage_fails (TEST_SERVER_OPEN, FAULT_NONE, RK_ODK_ERROR_REDIRECT); /* http */
}

/* Only files that can be checked lie elsewhere: no list, no manifest, and nothing is sent there. */
static void
assert_not_followed (const char *path, gboolean sending, int code)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_TLS | TEST_SERVER_DIGEST),
                         storage = test_server_new (TEST_SERVER_TLS);
  g_autoptr (RkOdkAccount) account = account_at (server);
  g_autoptr (GError) error = NULL;

  test_server_set_storage (server, test_server_get_url (storage), 307);
  test_server_set_fault (server, FAULT_STORAGE, path, 99);
  if (sending)
    g_assert_false (send (account, &error));
  else
    g_assert_null (fetch (account, 0, &error));
  g_assert_error (error, RK_ODK_ERROR, code);
  assert_untouched (storage);
}

static void
test_only_files_elsewhere (void)
{
  assert_not_followed ("/formList", FALSE, RK_ODK_ERROR_REDIRECT);
  assert_not_followed ("/manifest/", FALSE, RK_ODK_ERROR_REDIRECT);
  assert_not_followed ("/submission", TRUE, RK_ODK_ERROR_REDIRECT);
  assert_not_followed ("/box/", TRUE, RK_ODK_ERROR_NOT_ODK);
}

/* Without a checksum in the list there is nothing to check by. */
static void
test_unchecked_stays_here (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_TLS | TEST_SERVER_OLD),
                         storage = test_server_new (TEST_SERVER_TLS);
  g_autoptr (RkOdkAccount) account = account_at (server);
  g_autoptr (GError) error = NULL;

  test_server_set_storage (server, test_server_get_url (storage), 302);
  test_server_set_fault (server, FAULT_STORAGE, "/forms/", 99);
  g_assert_null (fetch (account, 0, &error));
  g_assert_error (error, RK_ODK_ERROR, RK_ODK_ERROR_REDIRECT);
  assert_untouched (storage);
}

int
main (int argc, char **argv)
{
  forget_proxies ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  trust_the_authority ();
  g_test_add_func ("/odk/tls/not-in-order-hears-nothing", test_not_in_order);
  g_test_add_func ("/odk/tls/in-order", test_in_order);
  g_test_add_func ("/odk/storage/learns-nothing", test_storage);
  g_test_add_func ("/odk/storage/fails", test_storage_fails);
  g_test_add_func ("/odk/storage/only-files-are-elsewhere", test_only_files_elsewhere);
  g_test_add_func ("/odk/storage/unchecked-stays-here", test_unchecked_stays_here);
  return g_test_run ();
}
