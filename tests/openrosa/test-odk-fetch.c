/* SPDX-License-Identifier: EUPL-1.2 */
/* Lists and forms, from a server that does what it should and from one that does not. */
#include "openrosa-fixture.h"

/* --- lists ------------------------------------------------------------------------------------ */

static void
test_list (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_OPEN);
  g_autoptr (RkOdkAccount) account = account_at (server);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) forms = rk_odk_list_forms (account, NULL, &error);
  g_autofree char *version = test_server_dup_header (server, "GET", "X-OpenRosa-Version");
  g_autofree char *date = test_server_dup_header (server, "GET", "Date");
  const RkOdkForm *form;

  g_assert_no_error (error);
  g_assert_cmpuint (forms->len, ==, 2);
  form = g_ptr_array_index (forms, 0);
  g_assert_cmpstr (form->form_id, ==, "bezoek");
  g_assert_cmpstr (form->name, ==, "Bezoek aan de dienst");
  g_assert_cmpstr (form->version, ==, "2026.1");
  g_assert_true (g_str_has_prefix (form->hash, "md5:"));
  g_assert_true (g_str_has_suffix (form->manifest_url, "/manifest/bezoek"));
  form = g_ptr_array_index (forms, 1);
  g_assert_true (g_str_has_prefix (form->url, test_server_get_url (server)));
  g_assert_null (form->manifest_url);
  g_assert_cmpstr (version, ==, "1.0");
  g_assert_true (g_str_has_suffix (date, " GMT"));
}

static void
test_old_list (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_OLD);
  g_autoptr (RkOdkAccount) account = account_at (server);
  g_autoptr (GPtrArray) forms = rk_odk_list_forms (account, NULL, NULL);
  g_autoptr (RkOdkBundle) bundle = NULL;
  g_autoptr (GError) error = NULL;
  const RkOdkForm *form = g_ptr_array_index (forms, 0);

  g_assert_cmpuint (forms->len, ==, 1);
  g_assert_cmpstr (form->form_id, ==, "");
  g_assert_cmpstr (form->name, ==, "Tevredenheid van bezoekers");
  bundle = rk_odk_fetch_form (account, form, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (bundle->media), ==, 0);
}

static void
test_groups (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_GROUPS);
  g_autoptr (RkOdkAccount) account = account_at (server);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) forms = rk_odk_list_forms (account, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (forms->len, ==, 2);
  g_assert_cmpstr (((RkOdkForm *) g_ptr_array_index (forms, 1))->form_id, ==, "tevreden");
  g_assert_cmpuint (test_server_count (server, "GET", "/formList"), ==, 2);
}

static void
assert_list_fails (TestFault fault, guint times, int code)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_OPEN);
  g_autoptr (RkOdkAccount) account = account_at (server);
  g_autoptr (GError) error = NULL;

  test_server_set_fault (server, fault, "/formList", times);
  g_assert_null (rk_odk_list_forms (account, NULL, &error));
  g_assert_error (error, RK_ODK_ERROR, code);
}

static void
test_no_list (void)
{
  assert_list_fails (FAULT_PORTAL, 1, RK_ODK_ERROR_NOT_ODK);
  assert_list_fails (FAULT_ENTITIES, 1, RK_ODK_ERROR_NOT_ODK);
  assert_list_fails (FAULT_ELSEWHERE, 1, RK_ODK_ERROR_REDIRECT);
  assert_list_fails (FAULT_CIRCLE, 99, RK_ODK_ERROR_NOT_ODK);
  assert_list_fails (FAULT_HUGE, 1, RK_ODK_ERROR_TOO_LARGE);
  assert_list_fails (FAULT_MANY, 1, RK_ODK_ERROR_TOO_LARGE);
  assert_list_fails (FAULT_400, 1, RK_ODK_ERROR_REFUSED);
}

static void
test_redirect_on_the_same_host (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_DIGEST);
  g_autoptr (RkOdkAccount) account = account_at (server);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) forms = NULL;

  test_server_set_fault (server, FAULT_HERE, "/formList", 1);
  forms = rk_odk_list_forms (account, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (forms->len, ==, 2);
  /* seen from where the list came from */
  g_assert_nonnull (
      strstr (((RkOdkForm *) g_ptr_array_index (forms, 0))->manifest_url, "/moved/manifest"));
}

/* --- trying again ----------------------------------------------------------------------------- */

static void
test_trouble_passes (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_OPEN);
  g_autoptr (RkOdkAccount) account = account_at (server);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) forms = NULL;

  test_server_set_fault (server, FAULT_500, "/formList", 1);
  test_server_set_fault (server, FAULT_DROP, "/formList", 1);
  forms = rk_odk_list_forms (account, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (forms->len, ==, 2);
  g_assert_cmpuint (test_server_count (server, "GET", "/formList"), >=, 3);
}

static void
test_trouble_stays (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_OPEN);
  g_autoptr (RkOdkAccount) account = account_at (server);
  g_autoptr (GError) error = NULL;

  account->attempts = 3;
  test_server_set_fault (server, FAULT_500, "/formList", 99);
  g_assert_null (rk_odk_list_forms (account, NULL, &error));
  g_assert_error (error, RK_ODK_ERROR, RK_ODK_ERROR_SERVER);
  g_assert_cmpuint (test_server_count (server, "GET", "/formList"), ==, 3);
}

static void
test_refusal_is_not_repeated (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_OPEN);
  g_autoptr (RkOdkAccount) account = account_at (server);

  test_server_set_fault (server, FAULT_400, "/formList", 99);
  g_assert_null (rk_odk_list_forms (account, NULL, NULL));
  g_assert_cmpuint (test_server_count (server, "GET", "/formList"), ==, 1);
}

static void
test_silence (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_OPEN);
  g_autoptr (RkOdkAccount) account = account_at (server);
  g_autoptr (GError) error = NULL;

  account->timeout_s = 1;
  account->attempts = 1;
  test_server_set_fault (server, FAULT_SLOW, "/formList", 1);
  g_assert_null (rk_odk_list_forms (account, NULL, &error));
  g_assert_error (error, RK_ODK_ERROR, RK_ODK_ERROR_UNREACHABLE);
}

static void
test_nobody_there (void)
{
  g_autoptr (RkOdkAccount) account = quick_account ("http://127.0.0.1:1", NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (rk_odk_list_forms (account, NULL, &error));
  g_assert_error (error, RK_ODK_ERROR, RK_ODK_ERROR_UNREACHABLE);
  g_assert_nonnull (strstr (error->message, "127.0.0.1:1"));
}

/* --- who asks --------------------------------------------------------------------------------- */

static void
test_digest (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_DIGEST);
  g_autoptr (RkOdkAccount) account = account_at (server);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) forms = rk_odk_list_forms (account, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (forms->len, ==, 2);
  g_assert_false (test_server_heard (server, TEST_PASSWORD));
}

static void
assert_not_let_in (TestServerFlags flags, const char *user, const char *password)
{
  g_autoptr (TestServer) server = test_server_new (flags);
  g_autoptr (RkOdkAccount) account = quick_account (test_server_get_url (server), user, password);
  g_autoptr (GError) error = NULL;

  g_assert_null (rk_odk_list_forms (account, NULL, &error));
  g_assert_error (error, RK_ODK_ERROR, RK_ODK_ERROR_SIGN_IN);
  if (password != NULL)
    g_assert_null (strstr (error->message, password));
}

static void
test_not_let_in (void)
{
  assert_not_let_in (TEST_SERVER_DIGEST, NULL, NULL);
  assert_not_let_in (TEST_SERVER_DIGEST, TEST_USER, "fout");
  assert_not_let_in (TEST_SERVER_BASIC, "tom", TEST_PASSWORD);
}

static void
test_basic_on_this_computer (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_BASIC);
  g_autoptr (RkOdkAccount) account = account_at (server);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) forms = rk_odk_list_forms (account, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (forms->len, ==, 2);
}

/* A list can name any server: that one gets no name and no password, nor anything to guess it by.
 */
static void
test_another_server_learns_nothing (void)
{
  static const TestServerFlags flags[] = { TEST_SERVER_DIGEST, TEST_SERVER_BASIC };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (TestServer) server = test_server_new (flags[i]),
                             other = test_server_new (flags[i]);
      g_autoptr (RkOdkAccount) account = account_at (server);
      g_autoptr (GPtrArray) forms = NULL;
      g_autoptr (GError) error = NULL;

      test_server_set_other (server, test_server_get_url (other));
      forms = rk_odk_list_forms (account, NULL, &error);
      g_assert_no_error (error);
      g_assert_null (
          rk_odk_fetch_form (account, g_ptr_array_index (forms, 1), NULL, NULL, NULL, &error));
      g_assert_error (error, RK_ODK_ERROR, RK_ODK_ERROR_SIGN_IN);
      g_assert_true (test_server_heard (server, "Authorization"));
      g_assert_false (test_server_heard (other, "Authorization"));
    }
}

/* Nothing at all goes over an open line, unless the person wants it. */
static void
test_open_line (void)
{
  g_autoptr (RkOdkAccount) account = quick_account ("http://odk.invalid", "an", "x");
  g_autoptr (GError) error = NULL;

  g_assert_null (rk_odk_list_forms (account, NULL, &error));
  g_assert_error (error, RK_ODK_ERROR, RK_ODK_ERROR_INSECURE);
  g_clear_error (&error);
  account->allow_http = TRUE;
  account->attempts = 1;
  g_assert_null (rk_odk_list_forms (account, NULL, &error));
  g_assert_error (error, RK_ODK_ERROR, RK_ODK_ERROR_UNREACHABLE);
}

/* --- a form with its media -------------------------------------------------------------------- */

static RkOdkBundle *
fetch (TestServer *server, GError **error)
{
  g_autoptr (RkOdkAccount) account = account_at (server);
  g_autoptr (GPtrArray) forms = rk_odk_list_forms (account, NULL, NULL);

  return rk_odk_fetch_form (account, g_ptr_array_index (forms, 0), NULL, NULL, NULL, error);
}

static void
test_form_with_media (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_DIGEST);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkOdkBundle) bundle = fetch (server, &error);
  GBytes *csv;

  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (bundle->media), ==, 2);
  csv = g_hash_table_lookup (bundle->media, "gemeenten.csv");
  g_assert_cmpuint (g_bytes_get_size (csv), ==, 43);
  g_assert_nonnull (g_hash_table_lookup (bundle->media, "dienst.png"));
}

static void
assert_fetch_fails (TestFault fault, const char *path, int code)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_OPEN);
  g_autoptr (GError) error = NULL;

  test_server_set_fault (server, fault, path, 1);
  g_assert_null (fetch (server, &error));
  g_assert_error (error, RK_ODK_ERROR, code);
}

static void
test_damaged (void)
{
  assert_fetch_fails (FAULT_MD5, "/forms/", RK_ODK_ERROR_DAMAGED);
  assert_fetch_fails (FAULT_MD5, "dienst.png", RK_ODK_ERROR_DAMAGED);
  assert_fetch_fails (FAULT_OUTSIDE, "/manifest/", RK_ODK_ERROR_DAMAGED);
  assert_fetch_fails (FAULT_PORTAL, "/manifest/", RK_ODK_ERROR_DAMAGED);
  assert_fetch_fails (FAULT_HUGE, "/forms/", RK_ODK_ERROR_TOO_LARGE);
  assert_fetch_fails (FAULT_HUGE, "gemeenten.csv", RK_ODK_ERROR_TOO_LARGE);
}

static void
progress_cb (goffset done, goffset total, gpointer data)
{
  goffset *seen = data;

  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  seen[0] = done;
  seen[1] = total;
}

static void
test_async (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_DIGEST);
  g_autoptr (RkOdkAccount) account = account_at (server);
  g_autoptr (GAsyncResult) listed = NULL, fetched = NULL;
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (RkOdkBundle) bundle = NULL;
  g_autoptr (GError) error = NULL;
  goffset seen[2] = { -1, -1 };

  rk_odk_list_forms_async (account, NULL, NULL, keep_result_cb, &listed);
  forms = rk_odk_list_forms_finish (wait_for_result (&listed), &error);
  g_assert_no_error (error);
  rk_odk_fetch_form_async (account, g_ptr_array_index (forms, 0), progress_cb, seen, NULL,
                           keep_result_cb, &fetched);
  bundle = rk_odk_fetch_form_finish (wait_for_result (&fetched), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (bundle->media), ==, 2);
  g_assert_cmpint (seen[0], >, 0);
  g_assert_cmpint (seen[0], <=, seen[1]);
}

static gboolean
cancel_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

/* Also while it waits for the next attempt, and while the server is silent. */
static void
test_cancel (void)
{
  static const TestFault faults[] = { FAULT_500, FAULT_SLOW };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (TestServer) server = test_server_new (TEST_SERVER_OPEN);
      g_autoptr (RkOdkAccount) account = account_at (server);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      account->wait_ms = 60 * 1000;
      test_server_set_fault (server, faults[i], "/formList", 99);
      rk_odk_list_forms_async (account, NULL, cancellable, keep_result_cb, &result);
      g_timeout_add (100, cancel_cb, cancellable);
      g_assert_null (rk_odk_list_forms_finish (wait_for_result (&result), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

int
main (int argc, char **argv)
{
  forget_proxies ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/odk/list/forms", test_list);
  g_test_add_func ("/odk/list/of-before-1.0", test_old_list);
  g_test_add_func ("/odk/list/groups-are-followed-once", test_groups);
  g_test_add_func ("/odk/list/what-is-no-list-is-refused", test_no_list);
  g_test_add_func ("/odk/list/redirect-on-the-same-host", test_redirect_on_the_same_host);
  g_test_add_func ("/odk/again/trouble-that-passes", test_trouble_passes);
  g_test_add_func ("/odk/again/trouble-that-stays", test_trouble_stays);
  g_test_add_func ("/odk/again/a-refusal-is-not-repeated", test_refusal_is_not_repeated);
  g_test_add_func ("/odk/again/silence-ends", test_silence);
  g_test_add_func ("/odk/again/nobody-there", test_nobody_there);
  g_test_add_func ("/odk/who/digest-without-the-password", test_digest);
  g_test_add_func ("/odk/who/not-let-in", test_not_let_in);
  g_test_add_func ("/odk/who/basic-on-this-computer", test_basic_on_this_computer);
  g_test_add_func ("/odk/who/another-server-learns-nothing", test_another_server_learns_nothing);
  g_test_add_func ("/odk/who/nothing-over-an-open-line", test_open_line);
  g_test_add_func ("/odk/fetch/form-with-media", test_form_with_media);
  g_test_add_func ("/odk/fetch/damaged-is-refused", test_damaged);
  g_test_add_func ("/odk/fetch/async-with-progress", test_async);
  g_test_add_func ("/odk/fetch/cancelled", test_cancel);
  return g_test_run ();
}
