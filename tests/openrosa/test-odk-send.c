/* SPDX-License-Identifier: EUPL-1.2 */
/* Submissions: what arrives, in how many pieces, and what happens when the answer does not come. */
#include "openrosa-fixture.h"

#include <libsoup/soup.h>

#define XML                                                                                        \
  "<bezoek xmlns:orx=\"http://openrosa.org/xforms\" id=\"bezoek\"><naam>Café</naam><orx:meta>"    \
  "<orx:instanceID>uuid:1</orx:instanceID></orx:meta></bezoek>"

static RkOdkSubmission *
make_submission (void)
{
  g_autoptr (GBytes) xml = g_bytes_new_static (XML, strlen (XML));

  return rk_odk_submission_new (xml);
}

static void
add_file (RkOdkSubmission *submission, const char *name, gsize size)
{
  g_autofree guint8 *data = g_malloc (size);
  g_autoptr (GBytes) bytes = NULL;

  for (gsize i = 0; i < size; i++)
    data[i] = (guint8) (i * 7 + size);
  bytes = g_bytes_new (data, size);
  g_ptr_array_add (submission->files, rk_odk_file_new (name, "image/png", bytes));
}

static void
assert_sent (TestServer *server, RkOdkSubmission *submission, RkOdkReceipt **receipt)
{
  g_autoptr (RkOdkAccount) account = account_at (server);
  g_autoptr (GError) error = NULL;

  g_assert_true (rk_odk_send (account, submission, NULL, NULL, receipt, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_not_sent (TestServer *server, RkOdkSubmission *submission, int code, RkOdkReceipt **receipt)
{
  g_autoptr (RkOdkAccount) account = account_at (server);
  g_autoptr (GError) error = NULL;

  g_assert_false (rk_odk_send (account, submission, NULL, NULL, receipt, NULL, &error));
  g_assert_error (error, RK_ODK_ERROR, code);
}

/* --- what arrives ----------------------------------------------------------------------------- */

static void
test_content_arrives (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_DIGEST);
  g_autoptr (RkOdkSubmission) submission = make_submission ();
  g_autoptr (RkOdkReceipt) receipt = NULL;
  g_autoptr (GBytes) xml = NULL, file = NULL, other = NULL;
  goffset largest;
  guint incomplete;

  add_file (submission, "foto 1 «é».png", 5000);
  add_file (submission, "met \"aanhaling\".png", 10);
  assert_sent (server, submission, &receipt);
  g_assert_cmpuint (receipt->attempts, ==, 1);
  g_assert_false (receipt->duplicate);
  g_assert_cmpstr (receipt->message, ==, "full submission upload was successful!");
  xml = test_server_dup_xml (server);
  g_assert_true (g_bytes_equal (xml, submission->xml));
  file = test_server_dup_file (server, "foto 1 «é».png");
  g_assert_true (g_bytes_equal (file, ((RkOdkFile *) submission->files->pdata[0])->bytes));
  other = test_server_dup_file (server, "met %22aanhaling%22.png");
  g_assert_nonnull (other);
  g_assert_cmpuint (test_server_get_posts (server, &largest, &incomplete), ==, 1);
  g_assert_cmpuint (incomplete, ==, 0);
  g_assert_false (test_server_heard (server, TEST_PASSWORD));
}

/* HEAD signs in, and says where to go: the content goes over the line once. */
static void
test_head_first (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_DIGEST);
  g_autoptr (RkOdkSubmission) submission = make_submission ();

  assert_sent (server, submission, NULL);
  g_assert_cmpuint (test_server_count (server, "POST", "/box/submission"), ==, 1);
  g_assert_cmpuint (test_server_count (server, "POST", ""), ==, 1);
  g_assert_cmpuint (test_server_count (server, "HEAD", "/submission"), >=, 1);
}

static void
test_split (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_OPEN);
  g_autoptr (RkOdkSubmission) submission = make_submission ();
  goffset largest;
  guint incomplete;

  test_server_set_limit (server, 10000);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.png", i);
      add_file (submission, name, 4000);
    }
  add_file (submission, "groot.png", 30000); /* by itself, however large */
  assert_sent (server, submission, NULL);
  g_assert_cmpuint (test_server_get_posts (server, &largest, &incomplete), ==, 4);
  g_assert_cmpuint (incomplete, ==, 3);
  g_assert_cmpint (largest, >, 30000);
  g_assert_cmpint (largest, <, 32000);
  g_assert_cmpuint (test_server_count_submissions (server), ==, 1);
  for (guint i = 0; i < submission->files->len; i++)
    {
      const RkOdkFile *file = g_ptr_array_index (submission->files, i);
      g_autoptr (GBytes) arrived = test_server_dup_file (server, file->name);

      g_assert_true (g_bytes_equal (arrived, file->bytes));
    }
}

static void
test_split_keeps_the_limit (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_OPEN);
  g_autoptr (RkOdkSubmission) submission = make_submission ();
  goffset largest;
  guint incomplete;

  test_server_set_limit (server, 6000);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("een vrij lange naam «%u» é.png", i);
      add_file (submission, name, 100 + i * 37);
    }
  assert_sent (server, submission, NULL);
  g_assert_cmpuint (test_server_get_posts (server, &largest, &incomplete), >, 3);
  g_assert_cmpint (largest, <=, 6000);
}

/* --- again ------------------------------------------------------------------------------------ */

static void
test_trouble_passes (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_OPEN);
  g_autoptr (RkOdkSubmission) submission = make_submission ();
  g_autoptr (RkOdkReceipt) receipt = NULL;

  test_server_set_fault (server, FAULT_500, "/box/submission", 2);
  assert_sent (server, submission, &receipt);
  g_assert_cmpuint (receipt->attempts, ==, 3);
  g_assert_cmpuint (test_server_count_submissions (server), ==, 1);
}

/* The server took it, but its answer got lost: the same bytes again, and they count once. */
static void
test_answer_lost (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_DIGEST);
  g_autoptr (RkOdkSubmission) submission = make_submission ();
  g_autoptr (RkOdkReceipt) receipt = NULL;

  test_server_set_fault (server, FAULT_DROP, "/box/submission", 1);
  assert_sent (server, submission, &receipt);
  g_assert_true (receipt->lost);
  g_assert_true (receipt->duplicate);
  g_assert_cmpstr (receipt->message, ==, "Duplicate submission");
  g_assert_cmpuint (test_server_count_submissions (server), ==, 1);
}

/* The same over two runs of the program: what is kept says that an answer was lost. */
static void
test_answer_lost_then_conflict (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_OPEN);
  g_autoptr (RkOdkSubmission) submission = make_submission ();
  g_autoptr (RkOdkReceipt) first = NULL, second = NULL;

  test_server_set_fault (server, FAULT_DROP, "/box/submission", 4);
  assert_not_sent (server, submission, RK_ODK_ERROR_UNREACHABLE, &first);
  g_assert_true (first->lost);
  g_assert_cmpuint (first->attempts, ==, 4);
  submission->lost = first->lost;
  test_server_set_fault (server, FAULT_409, "/box/submission", 1);
  assert_sent (server, submission, &second);
  g_assert_true (second->duplicate);
  g_assert_cmpuint (test_server_count_submissions (server), ==, 1);
}

static void
test_conflict (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_OPEN);
  g_autoptr (RkOdkSubmission) submission = make_submission ();
  g_autoptr (RkOdkReceipt) receipt = NULL;

  test_server_set_fault (server, FAULT_409, "/box/submission", 1);
  assert_not_sent (server, submission, RK_ODK_ERROR_REFUSED, &receipt);
  g_assert_cmpstr (receipt->message, ==, "there are other answers");
  g_assert_false (receipt->lost);
}

/* --- a server that asks to wait --------------------------------------------------------------- */

/* A moment is waited for. */
static void
test_short_rest (void)
{
  static const TestFault faults[] = { FAULT_BUSY, FAULT_LIMIT };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (TestServer) server = test_server_new (TEST_SERVER_OPEN);
      g_autoptr (RkOdkSubmission) submission = make_submission ();
      g_autoptr (RkOdkReceipt) receipt = NULL;
      gint64 start = g_get_monotonic_time ();

      test_server_set_rest (server, "1");
      test_server_set_fault (server, faults[i], "/box/", 1);
      assert_sent (server, submission, &receipt);
      g_assert_cmpint (g_get_monotonic_time () - start, >=, G_USEC_PER_SEC);
      g_assert_cmpuint (receipt->attempts, ==, 2);
      g_assert_cmpuint (receipt->rest_s, ==, 0);
    }
}

/* Longer is for another time: the server is left alone, and the receipt says how long. */
static void
assert_long_rest (TestFault fault, const char *path, const char *rest, guint least, guint most)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_OPEN);
  g_autoptr (RkOdkAccount) account = account_at (server);
  g_autoptr (RkOdkSubmission) submission = make_submission ();
  g_autoptr (RkOdkReceipt) receipt = NULL;
  g_autoptr (GError) error = NULL;

  test_server_set_rest (server, rest);
  test_server_set_fault (server, fault, path, 99);
  g_assert_false (rk_odk_send (account, submission, NULL, NULL, &receipt, NULL, &error));
  g_assert_error (error, RK_ODK_ERROR, RK_ODK_ERROR_SERVER);
  g_assert_nonnull (strstr (error->message, "minutes"));
  g_assert_cmpuint (receipt->rest_s, >=, least);
  g_assert_cmpuint (receipt->rest_s, <=, most);
  g_assert_cmpuint (test_server_count (server, "HEAD", "") + test_server_count (server, "POST", ""),
                    ==, g_str_equal (path, "/box/") ? 2 : 1);
}

static void
test_long_rest (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) later = g_date_time_add_minutes (now, 20);
  g_autofree char *date = soup_date_time_to_string (later, SOUP_DATE_HTTP);

  assert_long_rest (FAULT_BUSY, "/box/", "1800", 1800, 1800);
  assert_long_rest (FAULT_LIMIT, "/box/", "1800", 1800, 1800);
  assert_long_rest (FAULT_BUSY, "/submission", "120", 120, 120);
  assert_long_rest (FAULT_BUSY, "/box/", "99999999999999", 3600, 3600);
  assert_long_rest (FAULT_BUSY, "/box/", date, 1190, 1200);
}

/* What is no time is as if it were not there. */
static void
test_no_rest (void)
{
  static const char *const rests[] = { "", "0", "-5", "straks", "Sun, 06 Nov 1994 08:49:37 GMT" };

  for (guint i = 0; i < G_N_ELEMENTS (rests); i++)
    {
      g_autoptr (TestServer) server = test_server_new (TEST_SERVER_OPEN);
      g_autoptr (RkOdkSubmission) submission = make_submission ();
      gint64 start = g_get_monotonic_time ();

      test_server_set_rest (server, rests[i]);
      test_server_set_fault (server, FAULT_BUSY, "/box/", 3);
      assert_sent (server, submission, NULL);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
    }
}

/* --- what is not sent ------------------------------------------------------------------------- */

static void
assert_refused (TestFault fault, const char *path, guint times, int code, guint posts)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_OPEN);
  g_autoptr (RkOdkSubmission) submission = make_submission ();
  g_autoptr (RkOdkReceipt) receipt = NULL;

  test_server_set_fault (server, fault, path, times);
  assert_not_sent (server, submission, code, &receipt);
  g_assert_cmpuint (test_server_count (server, "POST", ""), ==, posts);
  g_assert_cmpuint (test_server_count_submissions (server), ==, 0);
  g_assert_cmpuint (receipt->attempts, ==, posts);
}

static void
test_refused (void)
{
  assert_refused (FAULT_413, "/box/", 99, RK_ODK_ERROR_REFUSED, 1);
  assert_refused (FAULT_400, "/box/", 99, RK_ODK_ERROR_REFUSED, 1);
  assert_refused (FAULT_PORTAL, "/box/", 99, RK_ODK_ERROR_NOT_ODK, 1);
  assert_refused (FAULT_ELSEWHERE, "/box/", 99, RK_ODK_ERROR_NOT_ODK, 1);
  assert_refused (FAULT_500, "/box/", 99, RK_ODK_ERROR_SERVER, 4);
  /* before anything leaves */
  assert_refused (FAULT_PORTAL, "/submission", 1, RK_ODK_ERROR_NOT_ODK, 0);
  assert_refused (FAULT_ELSEWHERE, "/submission", 1, RK_ODK_ERROR_REDIRECT, 0);
  assert_refused (FAULT_500, "/submission", 99, RK_ODK_ERROR_SERVER, 0);
}

static void
test_not_let_in (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_DIGEST);
  g_autoptr (RkOdkSubmission) submission = make_submission ();
  g_autoptr (RkOdkAccount) account =
      quick_account (test_server_get_url (server), TEST_USER, "fout");
  g_autoptr (GError) error = NULL;

  g_assert_false (rk_odk_send (account, submission, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, RK_ODK_ERROR, RK_ODK_ERROR_SIGN_IN);
  g_assert_cmpuint (test_server_count (server, "POST", ""), ==, 0);
  g_assert_false (test_server_heard (server, "Café"));
}

static void
test_cancelled (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_OPEN);
  g_autoptr (RkOdkAccount) account = account_at (server);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (RkOdkReceipt) receipt = NULL;
  g_autoptr (GError) error = NULL;

  test_server_set_fault (server, FAULT_SLOW, "/box/", 1);
  rk_odk_send_async (account, make_submission (), NULL, NULL, cancellable, keep_result_cb, &result);
  while (test_server_count (server, "POST", "/box/") == 0)
    g_usleep (10 * 1000);
  g_cancellable_cancel (cancellable);
  g_assert_false (rk_odk_send_finish (wait_for_result (&result), &receipt, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (receipt->lost);
}

static void
progress_cb (goffset done, goffset total, gpointer data)
{
  goffset *seen = data;

  g_assert_cmpint (done, >=, seen[0]);
  seen[0] = done;
  seen[1] = total;
}

static void
test_async (void)
{
  g_autoptr (TestServer) server = test_server_new (TEST_SERVER_OPEN);
  g_autoptr (RkOdkAccount) account = account_at (server);
  RkOdkSubmission *submission = make_submission ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (RkOdkReceipt) receipt = NULL;
  g_autoptr (GError) error = NULL;
  goffset seen[2] = { 0, 0 };

  add_file (submission, "foto.png", 3000000);
  rk_odk_send_async (account, submission, progress_cb, seen, NULL, keep_result_cb, &result);
  g_assert_true (rk_odk_send_finish (wait_for_result (&result), &receipt, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (receipt->attempts, ==, 1);
  g_assert_cmpint (seen[1], >, 3000000);
}

int
main (int argc, char **argv)
{
  forget_proxies ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/odk/send/content-arrives", test_content_arrives);
  g_test_add_func ("/odk/send/head-comes-first", test_head_first);
  g_test_add_func ("/odk/send/split-over-requests", test_split);
  g_test_add_func ("/odk/send/split-keeps-the-limit", test_split_keeps_the_limit);
  g_test_add_func ("/odk/send/trouble-that-passes", test_trouble_passes);
  g_test_add_func ("/odk/send/lost-answer-counts-once", test_answer_lost);
  g_test_add_func ("/odk/send/lost-answer-over-two-runs", test_answer_lost_then_conflict);
  g_test_add_func ("/odk/send/other-answers-are-there", test_conflict);
  g_test_add_func ("/odk/send/a-short-rest", test_short_rest);
  g_test_add_func ("/odk/send/a-long-rest", test_long_rest);
  g_test_add_func ("/odk/send/no-rest", test_no_rest);
  g_test_add_func ("/odk/send/refused", test_refused);
  g_test_add_func ("/odk/send/not-let-in-sends-nothing", test_not_let_in);
  g_test_add_func ("/odk/send/cancelled-may-have-arrived", test_cancelled);
  g_test_add_func ("/odk/send/async-with-progress", test_async);
  return g_test_run ();
}
