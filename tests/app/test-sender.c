/* SPDX-License-Identifier: EUPL-1.2 */
/* The queue of submissions while the program is on, with the small server of tests/openrosa. */
#include "rk-sender.h"

#include "openrosa-fixture.h"
#include "rk-odk-keyring.h"
#include "rk-workspace-kinds.h"

#include <glib/gstdio.h>

typedef struct
{
  TestServer *odk;
  RkStore *store;
  char *server;
  char *response; /* submitted, on a questionnaire of the server */
  guint tried;
  GError *why; /* of the last attempt */
} Fixture;

static void
add_questionnaire (Fixture *f)
{
  g_autoptr (RkRecord) record = rk_exchange_find_server (f->store, f->server, NULL);
  g_autoptr (RkOdkAccount) account = rk_exchange_new_account (record, TEST_PASSWORD);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) forms = rk_odk_list_forms (account, NULL, &error);
  g_autoptr (RkOdkBundle) bundle =
      rk_odk_fetch_form (account, g_ptr_array_index (forms, 1), NULL, NULL, NULL, &error);
  g_autoptr (RkQuestionnaire) questionnaire =
      rk_exchange_add_form (f->store, f->server, g_ptr_array_index (forms, 1), bundle, NULL,
                            &error);

  g_assert_no_error (error);
  f->response = rk_response_start (f->store, questionnaire, "2026", NULL, &error);
  g_assert_no_error (error);
}

static void
submit (Fixture *f)
{
  g_autoptr (RkResponse) response = rk_response_open (f->store, f->response, NULL);
  g_autoptr (GError) error = NULL;

  rk_response_submit (response, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "w.regiekamer", NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  f->odk = test_server_new (TEST_SERVER_DIGEST);
  f->store = rk_workspace_open (path, RK_STORE_CREATE, &error);
  g_assert_no_error (error);
  f->server =
      rk_exchange_keep_server (f->store, test_server_get_url (f->odk), TEST_USER, FALSE, &error);
  add_questionnaire (f);
  submit (f);
  rk_odk_keyring_store (test_server_get_url (f->odk), TEST_USER, TEST_PASSWORD);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  test_server_free (f->odk);
  g_assert_finalize_object (f->store); /* nothing that was under way still holds it */
  g_clear_error (&f->why);
  g_free (f->server);
  g_free (f->response);
}

static void
tried_cb (Fixture *f, const char *submission, const GError *why)
{
  f->tried++;
  g_clear_error (&f->why);
  f->why = why != NULL ? g_error_copy (why) : NULL;
}

static RkSender *
open_sender (Fixture *f)
{
  RkSender *sender = rk_sender_new (f->store);

  g_signal_connect_swapped (sender, "tried", G_CALLBACK (tried_cb), f);
  return sender;
}

static void
close_sender (RkSender *sender)
{
  rk_sender_close (sender);
  g_object_unref (sender);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
wait_until_tried (Fixture *f, guint times)
{
  while (f->tried < times)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_state (Fixture *f, RkExchangeState expected)
{
  g_autoptr (GPtrArray) items = rk_exchange_list (f->store, f->response, NULL);

  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpint (((RkExchangeItem *) g_ptr_array_index (items, 0))->state, ==, expected);
}

/* --- what it promises ------------------------------------------------------------------------- */

static void
test_what_waited_goes (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResponse) response = rk_response_open (f->store, f->response, NULL);
  RkSender *sender;

  g_free (rk_exchange_queue (response, f->server, NULL));
  g_clear_object (&response);
  sender = open_sender (f);
  wait_until_tried (f, 1);
  g_assert_no_error (f->why);
  assert_state (f, RK_EXCHANGE_SENT);
  g_assert_cmpuint (test_server_count_submissions (f->odk), ==, 1);
  close_sender (sender);
}

static void
test_waits_and_tries_again (Fixture *f, gconstpointer data)
{
  RkSender *sender = open_sender (f);
  g_autoptr (GError) error = NULL;

  test_server_set_fault (f->odk, FAULT_PORTAL, "/submission", 1);
  g_assert_true (rk_sender_send (sender, f->response, &error));
  wait_until_tried (f, 1);
  g_assert_error (f->why, RK_ODK_ERROR, RK_ODK_ERROR_NOT_ODK);
  assert_state (f, RK_EXCHANGE_QUEUED);
  rk_sender_retry (sender);
  wait_until_tried (f, 2);
  assert_state (f, RK_EXCHANGE_SENT);
  close_sender (sender);
}

static void
test_refused_waits_for_a_person (Fixture *f, gconstpointer data)
{
  RkSender *sender = open_sender (f);

  test_server_set_fault (f->odk, FAULT_400, "/box/", 1);
  g_assert_true (rk_sender_send (sender, f->response, NULL));
  wait_until_tried (f, 1);
  assert_state (f, RK_EXCHANGE_REFUSED);
  rk_sender_retry (sender);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (f->tried, ==, 1);
  g_assert_true (rk_sender_send (sender, f->response, NULL));
  wait_until_tried (f, 2);
  assert_state (f, RK_EXCHANGE_SENT);
  close_sender (sender);
}

/* A wrong or missing password is not tried at the server again and again. */
static void
test_without_password_nobody_is_asked (Fixture *f, gconstpointer data)
{
  RkSender *sender = open_sender (f);
  guint before = test_server_count (f->odk, "HEAD", "/");

  rk_odk_keyring_store (test_server_get_url (f->odk), TEST_USER, NULL);
  g_assert_true (rk_sender_send (sender, f->response, NULL));
  wait_until_tried (f, 1);
  g_assert_error (f->why, RK_ODK_ERROR, RK_ODK_ERROR_SIGN_IN);
  assert_state (f, RK_EXCHANGE_REFUSED);
  g_assert_cmpuint (test_server_count (f->odk, "HEAD", "/"), ==, before);
  close_sender (sender);
}

/* The workspace is let go of at once, and the next run knows that it may have arrived. */
static void
test_closed_in_the_middle (Fixture *f, gconstpointer data)
{
  RkSender *sender = open_sender (f);
  g_autoptr (GPtrArray) marked = NULL;

  test_server_set_fault (f->odk, FAULT_SLOW, "/box/", 1);
  g_assert_true (rk_sender_send (sender, f->response, NULL));
  while (test_server_count (f->odk, "POST", "/box/") == 0)
    g_main_context_iteration (NULL, FALSE);
  rk_sender_close (sender);
  g_assert_cmpuint (G_OBJECT (f->store)->ref_count, ==, 1);
  while (G_OBJECT (sender)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (sender);
  g_assert_cmpuint (f->tried, ==, 0);
  assert_state (f, RK_EXCHANGE_QUEUED);
  marked = rk_store_list (f->store, "submission", "lost = ?1", NULL, NULL, "true", NULL);
  g_assert_cmpuint (marked->len, ==, 1);
}

static void
test_only_what_came_from_a_server (Fixture *f, gconstpointer data)
{
  RkSender *sender = open_sender (f);
  g_autoptr (RkQuestionnaire) own = rk_questionnaire_find (f->store, "MAT", NULL);
  g_autofree char *id = rk_response_start (f->store, own, "2026", NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (rk_sender_send (sender, id, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_NOT_FOUND);
  close_sender (sender);
}

#define ADD(name, function) g_test_add ("/sender/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("rk-keyring-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "keyring", NULL);
  int status;

  forget_proxies ();
  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", path, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "sleutel", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("what-waited-goes", test_what_waited_goes);
  ADD ("waits-and-tries-again", test_waits_and_tries_again);
  ADD ("refused-waits-for-a-person", test_refused_waits_for_a_person);
  ADD ("without-password-nobody-is-asked", test_without_password_nobody_is_asked);
  ADD ("closed-in-the-middle", test_closed_in_the_middle);
  ADD ("only-what-came-from-a-server", test_only_what_came_from_a_server);
  status = g_test_run ();
  g_unlink (path);
  g_rmdir (folder);
  return status;
}
