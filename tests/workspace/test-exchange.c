/* SPDX-License-Identifier: EUPL-1.2 */
/* From a server into the workspace, and back: with the small server of tests/openrosa. */
#include "rk-exchange.h"

#include "openrosa-fixture.h"
#include "rk-response-file.h"
#include "rk-workspace-kinds.h"
#include "rk-workspace.h"

#include <glib/gstdio.h>

typedef struct
{
  TestServer *odk;
  char *path;
  RkStore *store;
  char *server;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  f->odk = test_server_new (TEST_SERVER_DIGEST);
  f->path = g_build_filename (g_get_user_data_dir (), "w.regiekamer", NULL);
  f->store = rk_workspace_open (f->path, RK_STORE_CREATE, &error);
  g_assert_no_error (error);
  f->server =
      rk_exchange_keep_server (f->store, test_server_get_url (f->odk), TEST_USER, FALSE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  test_server_free (f->odk);
  g_assert_finalize_object (f->store);
  g_free (f->path);
  g_free (f->server);
}

static RkOdkAccount *
open_account (Fixture *f, const char *password)
{
  g_autoptr (RkRecord) record = rk_exchange_find_server (f->store, f->server, NULL);
  RkOdkAccount *account = rk_exchange_new_account (record, password);

  account->wait_ms = 1;
  return account;
}

static RkQuestionnaire *
fetch (Fixture *f, guint number)
{
  g_autoptr (RkOdkAccount) account = open_account (f, TEST_PASSWORD);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) forms = rk_odk_list_forms (account, NULL, &error);
  const RkOdkForm *form = g_ptr_array_index (forms, number);
  g_autoptr (RkOdkBundle) bundle = rk_odk_fetch_form (account, form, NULL, NULL, NULL, &error);
  RkQuestionnaire *questionnaire;

  g_assert_no_error (error);
  questionnaire = rk_exchange_add_form (f->store, f->server, form, bundle, NULL, &error);
  g_assert_no_error (error);
  return questionnaire;
}

static RkFormNode *
node_at (RkResponse *response, const char *path)
{
  RkFormNode *node = rk_form_instance_find (rk_response_get_instance (response), path);

  g_assert_nonnull (node);
  return node;
}

/* A submitted response on "bezoek", with a picture. */
static RkResponse *
fill_in_for (Fixture *f, const char *municipality)
{
  g_autoptr (RkQuestionnaire) questionnaire = fetch (f, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = rk_response_start (f->store, questionnaire, "2026", NULL, &error);
  RkResponse *response = rk_response_open (f->store, id, &error);
  g_autofree char *picture =
      g_build_filename (g_getenv ("RK_SOURCE_ROOT"), "tests/openrosa/fixtures/dienst.png", NULL);

  g_assert_no_error (error);
  g_assert_true (
      rk_response_enter (response, node_at (response, "/bezoek/naam"), "Burgerzaken", &error));
  g_assert_true (
      rk_response_attach (response, node_at (response, "/bezoek/foto"), picture, &error));
  g_assert_no_error (error);
  g_assert_true (rk_response_enter_value (response, node_at (response, "/bezoek/gemeente"),
                                          municipality, &error));
  g_assert_true (rk_response_submit (response, NULL, &error));
  g_assert_no_error (error);
  return response;
}

static RkResponse *
fill_in (Fixture *f)
{
  return fill_in_for (f, "aalst");
}

static RkExchangeItem *
get_item (Fixture *f, RkResponse *response)
{
  g_autoptr (GPtrArray) items = rk_exchange_list (f->store, rk_response_get_id (response), NULL);

  g_assert_cmpuint (items->len, ==, 1);
  return g_ptr_array_steal_index (items, 0);
}

/* One run of the queue for @id. */
static void
send (Fixture *f, const char *id, const char *password)
{
  g_autoptr (RkOdkAccount) account = open_account (f, password);
  g_autoptr (GError) error = NULL, why = NULL;
  g_autoptr (RkOdkSubmission) submission = rk_exchange_take (f->store, id, &error);
  g_autoptr (RkOdkReceipt) receipt = NULL;

  g_assert_no_error (error);
  rk_odk_send (account, submission, NULL, NULL, &receipt, NULL, &why);
  g_assert_true (rk_exchange_note (f->store, id, receipt, why, &error));
  g_assert_no_error (error);
}

/* --- what it promises ------------------------------------------------------------------------- */

static void
test_form_comes_with_its_media (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResponse) response = fill_in (f);
  g_autoptr (GBytes) xml = rk_response_export (response, RK_RESPONSE_XML, NULL);
  g_autofree char *target = rk_exchange_find_target (f->store, rk_response_get_id (response), NULL);

  /* "aalst" is a choice only when the list came along */
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (xml, NULL), (gssize) g_bytes_get_size (xml),
                                  "<gemeente>aalst</gemeente>"));
  g_assert_cmpstr (target, ==, f->server);
}

static void
assert_have (Fixture *f, guint number, RkExchangeHave expected)
{
  g_autoptr (RkOdkAccount) account = open_account (f, TEST_PASSWORD);
  g_autoptr (GPtrArray) forms = rk_odk_list_forms (account, NULL, NULL);

  g_assert_cmpint (rk_exchange_compare (f->store, f->server, g_ptr_array_index (forms, number)), ==,
                   expected);
}

static void
test_what_the_workspace_has (Fixture *f, gconstpointer data)
{
  g_autoptr (RkQuestionnaire) first = NULL, again = NULL;
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (RkOdkAccount) account = open_account (f, TEST_PASSWORD);
  RkOdkForm *form;

  assert_have (f, 1, RK_EXCHANGE_NEW);
  first = fetch (f, 1);
  assert_have (f, 0, RK_EXCHANGE_NEW);
  assert_have (f, 1, RK_EXCHANGE_SAME);
  again = fetch (f, 1);
  g_assert_cmpint (rk_store_count (f->store, "questionnaire", NULL, NULL, NULL), ==, 1);
  forms = rk_odk_list_forms (account, NULL, NULL);
  form = g_ptr_array_index (forms, 1);
  g_free (form->hash);
  form->hash = g_strdup ("md5:0");
  g_assert_cmpint (rk_exchange_compare (f->store, f->server, form), ==, RK_EXCHANGE_CHANGED);
  /* taken back, it is not there */
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  assert_have (f, 1, RK_EXCHANGE_NEW);
}

static RkExchangeHave
compare_with_media (Fixture *f, gboolean looked)
{
  g_autoptr (RkOdkAccount) account = open_account (f, TEST_PASSWORD);
  g_autoptr (GPtrArray) forms = rk_odk_list_forms (account, NULL, NULL);
  g_auto (GStrv) known = rk_exchange_dup_known_forms (f->store, f->server);

  if (looked)
    rk_odk_look_at_media (account, forms, (const char *const *) known, NULL);
  return rk_exchange_compare (f->store, f->server, g_ptr_array_index (forms, 0));
}

/* The form is the same to the byte; a file with it is not. */
static void
test_only_the_media_changed (Fixture *f, gconstpointer data)
{
  g_autoptr (RkQuestionnaire) first = fetch (f, 0), second = NULL;
  g_autoptr (GBytes) csv = NULL;

  g_assert_cmpint (compare_with_media (f, TRUE), ==, RK_EXCHANGE_SAME);
  test_server_set_line (f->odk, "temse,Temse");
  g_assert_cmpint (compare_with_media (f, FALSE), ==, RK_EXCHANGE_SAME);
  test_server_set_fault (f->odk, FAULT_400, "/manifest/", 1); /* not seen is not changed */
  g_assert_cmpint (compare_with_media (f, TRUE), ==, RK_EXCHANGE_SAME);
  g_assert_cmpint (compare_with_media (f, TRUE), ==, RK_EXCHANGE_CHANGED);
  second = fetch (f, 0);
  g_assert_cmpint (compare_with_media (f, TRUE), ==, RK_EXCHANGE_SAME);
  csv = rk_questionnaire_dup_media (second, "gemeenten.csv", NULL);
  g_assert_nonnull (
      g_strstr_len (g_bytes_get_data (csv, NULL), (gssize) g_bytes_get_size (csv), "temse,Temse"));
}

/* Only what the workspace has is looked at. */
static void
test_media_of_others_are_left (Fixture *f, gconstpointer data)
{
  g_autoptr (RkQuestionnaire) other = fetch (f, 1);

  g_assert_cmpint (compare_with_media (f, TRUE), ==, RK_EXCHANGE_NEW);
  g_assert_cmpuint (test_server_count (f->odk, "GET", "/manifest/"), ==, 0);
}

static void
test_response_goes_to_the_server (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResponse) response = fill_in (f);
  g_autoptr (GBytes) xml = rk_response_export (response, RK_RESPONSE_XML, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = rk_exchange_queue (response, f->server, &error);
  g_autoptr (RkExchangeItem) before = get_item (f, response), after = NULL;
  g_autoptr (GBytes) arrived = NULL, picture = NULL, original = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (before->state, ==, RK_EXCHANGE_QUEUED);
  g_assert_null (before->sent_at);
  send (f, id, TEST_PASSWORD);
  after = get_item (f, response);
  g_assert_cmpint (after->state, ==, RK_EXCHANGE_SENT);
  g_assert_nonnull (after->sent_at);
  g_assert_cmpuint (after->attempts, ==, 1);
  g_assert_cmpstr (after->message, ==, "full submission upload was successful!");
  g_assert_true (g_str_has_prefix (after->instance_id, "uuid:"));
  arrived = test_server_dup_xml (f->odk);
  g_assert_true (g_bytes_equal (arrived, xml));
  picture = test_server_dup_file (f->odk, "dienst.png");
  original = rk_response_dup_file (response, node_at (response, "/bezoek/foto"), NULL);
  g_assert_true (g_bytes_equal (picture, original));
}

/* What the person no longer sees among the questions does not leave the computer. */
static void
test_hidden_file_stays (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResponse) response = fill_in_for (f, "geel");
  g_autofree char *id = rk_exchange_queue (response, f->server, NULL);
  g_autoptr (RkOdkSubmission) taken = rk_exchange_take (f->store, id, NULL);

  g_assert_null (g_strstr_len (g_bytes_get_data (taken->xml, NULL),
                               (gssize) g_bytes_get_size (taken->xml), "dienst.png"));
  g_assert_cmpuint (taken->files->len, ==, 0);
}

/* Whatever happens to the program or the clock in between: the same bytes. */
static void
test_sent_again_is_the_same (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResponse) response = fill_in (f);
  g_autofree char *id = rk_exchange_queue (response, f->server, NULL);
  g_autofree char *again = NULL;
  g_autoptr (RkExchangeItem) lost = NULL, sent = NULL;

  test_server_set_fault (f->odk, FAULT_DROP, "/box/", 4);
  send (f, id, TEST_PASSWORD);
  lost = get_item (f, response);
  g_assert_cmpint (lost->state, ==, RK_EXCHANGE_QUEUED);
  g_assert_nonnull (lost->message);
  g_assert_cmpuint (test_server_count_submissions (f->odk), ==, 1);
  again = rk_exchange_queue (response, f->server, NULL);
  g_assert_cmpstr (again, ==, id);
  send (f, id, TEST_PASSWORD);
  sent = get_item (f, response);
  g_assert_cmpint (sent->state, ==, RK_EXCHANGE_SENT);
  g_assert_cmpstr (sent->message, ==, "Duplicate submission");
  g_assert_cmpuint (test_server_count_submissions (f->odk), ==, 1);
}

/* The program was killed between sending and writing down: the next one knows that it may be there,
 * also with a server that only says that something is. */
static void
test_killed_in_the_middle (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResponse) response = fill_in (f);
  g_autofree char *id = rk_exchange_queue (response, f->server, NULL);
  g_autoptr (RkOdkSubmission) taken = rk_exchange_take (f->store, id, NULL);
  g_autoptr (RkExchangeItem) sent = NULL;

  g_assert_false (taken->lost);
  test_server_set_fault (f->odk, FAULT_409, "/box/", 1);
  send (f, id, TEST_PASSWORD);
  sent = get_item (f, response);
  g_assert_cmpint (sent->state, ==, RK_EXCHANGE_SENT);
}

static void
test_refused_waits_for_a_person (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResponse) response = fill_in (f);
  g_autofree char *id = rk_exchange_queue (response, f->server, NULL);
  g_autofree char *again = NULL;
  g_autoptr (RkExchangeItem) refused = NULL, unknown = NULL, queued = NULL;

  test_server_set_fault (f->odk, FAULT_400, "/box/", 1);
  send (f, id, TEST_PASSWORD);
  refused = get_item (f, response);
  g_assert_cmpint (refused->state, ==, RK_EXCHANGE_REFUSED);
  g_assert_cmpstr (refused->message, ==, "form bezoek is closed");
  send (f, id, "fout");
  unknown = get_item (f, response);
  g_assert_cmpint (unknown->state, ==, RK_EXCHANGE_REFUSED);
  g_assert_nonnull (strstr (unknown->message, "127.0.0.1"));
  g_assert_null (strstr (unknown->message, "fout"));
  again = rk_exchange_queue (response, f->server, NULL);
  queued = get_item (f, response);
  g_assert_cmpint (queued->state, ==, RK_EXCHANGE_QUEUED);
  g_assert_cmpuint (queued->attempts, ==, 2);
}

static void
test_not_submitted_is_not_sent (Fixture *f, gconstpointer data)
{
  g_autoptr (RkQuestionnaire) questionnaire = fetch (f, 1);
  g_autofree char *id = rk_response_start (f->store, questionnaire, "2026", NULL, NULL);
  g_autoptr (RkResponse) response = rk_response_open (f->store, id, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (rk_exchange_queue (response, f->server, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
}

#define NUMBERLESS                                                                                 \
  "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\">"      \
  "<h:head><h:title>Kaal</h:title><model><instance><kaal id=\"kaal\"><a/><meta><instanceID/>"      \
  "</meta></kaal></instance></model></h:head><h:body><input ref=\"/kaal/a\"><label>A</label>"      \
  "</input></h:body></h:html>"

/* A form that leaves the number of an instance empty: the server would take each copy for another.
 */
static void
test_numberless_form_gets_a_number (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) form = g_bytes_new_static (NUMBERLESS, strlen (NUMBERLESS));
  g_autoptr (GError) error = NULL;
  g_autoptr (RkQuestionnaire) questionnaire =
      rk_questionnaire_add_bytes (f->store, form, NULL, NULL, &error);
  g_autofree char *id = rk_response_start (f->store, questionnaire, "2026", NULL, &error);
  g_autoptr (RkResponse) response = rk_response_open (f->store, id, &error);
  g_autofree char *submission = NULL;
  g_autoptr (RkOdkSubmission) taken = NULL;

  g_assert_no_error (error);
  g_assert_true (rk_response_submit (response, NULL, &error));
  submission = rk_exchange_queue (response, f->server, &error);
  g_assert_no_error (error);
  taken = rk_exchange_take (f->store, submission, &error);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (taken->xml, NULL),
                                  (gssize) g_bytes_get_size (taken->xml), "<instanceID>uuid:"));
}

static void
test_undo_passes_over (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResponse) response = fill_in (f);
  g_autofree char *id = rk_exchange_queue (response, f->server, NULL);
  g_autoptr (RkExchangeItem) item = NULL;

  send (f, id, TEST_PASSWORD);
  g_assert_false (rk_store_undo (f->store, NULL, NULL)); /* submitting stands */
  item = get_item (f, response);
  g_assert_cmpint (item->state, ==, RK_EXCHANGE_SENT);
}

static void
assert_whole (Fixture *f)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  rk_workspace_check (f->path, rk_workspace_kinds, problems, &error);
  g_assert_no_error (error);
  rk_workspace_check_references (f->path, rk_workspace_kinds, problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* What was sent of a survey goes with it, and comes back with it. */
static void
test_discard_after_sending (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResponse) response = fill_in (f);
  g_autofree char *id = rk_exchange_queue (response, f->server, NULL);
  g_autofree char *response_id = g_strdup (rk_response_get_id (response));
  g_autoptr (GError) error = NULL;
  g_autoptr (RkExchangeItem) item = NULL;

  send (f, id, TEST_PASSWORD);
  g_assert_true (rk_response_discard (f->store, response_id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (rk_store_count (f->store, "submission", NULL, NULL, NULL), ==, 0);
  assert_whole (f);
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  item = get_item (f, response);
  g_assert_cmpint (item->state, ==, RK_EXCHANGE_SENT);
  assert_whole (f);
}

/* The answer of the server comes when there is nothing left to write it to. */
static void
test_discard_while_sending (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResponse) response = fill_in (f);
  g_autofree char *id = rk_exchange_queue (response, f->server, NULL);
  g_autoptr (RkOdkSubmission) taken = rk_exchange_take (f->store, id, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (rk_response_discard (f->store, rk_response_get_id (response), &error));
  g_assert_true (rk_exchange_note (f->store, id, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_whole (f);
}

static void
assert_not_on_disk (const char *folder, const char *secret)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;
      gsize length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        assert_not_on_disk (path, secret);
      else if (g_file_get_contents (path, &content, &length, NULL))
        for (gsize i = 0; i + strlen (secret) <= length; i++)
          g_assert_true (memcmp (content + i, secret, strlen (secret)) != 0);
    }
}

static void
test_password_stays_out (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResponse) response = fill_in (f);
  g_autofree char *id = rk_exchange_queue (response, f->server, NULL);

  send (f, id, TEST_PASSWORD);
  assert_not_on_disk (g_get_user_data_dir (), TEST_PASSWORD);
}

static void
test_servers_are_known_by_address (Fixture *f, gconstpointer data)
{
  g_autofree char *again =
      rk_exchange_keep_server (f->store, test_server_get_url (f->odk), "tom", FALSE, NULL);
  g_autofree char *typed = g_strconcat (test_server_get_url (f->odk), "/formList", NULL);
  g_autoptr (RkRecord) found = rk_exchange_find_server (f->store, typed, NULL);
  g_autoptr (RkRecord) unknown = rk_exchange_find_server (f->store, "odk.stad.be", NULL);
  g_autoptr (GPtrArray) servers = NULL;

  g_assert_cmpstr (again, ==, f->server);
  g_assert_cmpstr (rk_record_get_id (found), ==, f->server);
  g_assert_cmpstr (rk_record_get (found, "user"), ==, "tom");
  g_assert_null (unknown);
  g_free (rk_exchange_keep_server (f->store, "https://odk.stad.be", NULL, FALSE, NULL));
  servers = rk_exchange_list_servers (f->store, NULL);
  g_assert_cmpuint (servers->len, ==, 2);
}

/* What came and went stays, what waits stops, and the whole comes back with the server. */
static void
test_forgotten_server (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResponse) sent = fill_in (f), waiting = fill_in (f);
  g_autofree char *first = rk_exchange_queue (sent, f->server, NULL);
  g_autofree char *second = rk_exchange_queue (waiting, f->server, NULL);
  g_autofree char *target = NULL, *again = NULL;
  g_autoptr (RkExchangeItem) item = NULL, held = NULL;
  g_autoptr (RkRecord) found = NULL;
  g_autoptr (GPtrArray) servers = NULL;
  g_autoptr (GError) error = NULL;

  send (f, first, TEST_PASSWORD);
  g_assert_true (rk_exchange_forget_server (f->store, f->server, &error));
  g_assert_no_error (error);
  servers = rk_exchange_list_servers (f->store, NULL);
  g_assert_cmpuint (servers->len, ==, 0);
  found = rk_exchange_find_server (f->store, f->server, &error);
  g_assert_no_error (error);
  g_assert_null (found);
  g_assert_null (rk_exchange_find_target (f->store, rk_response_get_id (sent), NULL));
  item = get_item (f, sent);
  g_assert_cmpint (item->state, ==, RK_EXCHANGE_SENT);
  g_assert_nonnull (strstr (item->server_name, "127.0.0.1"));
  held = get_item (f, waiting);
  g_assert_cmpint (held->state, ==, RK_EXCHANGE_REFUSED);
  g_assert_nonnull (strstr (held->message, "forgotten"));
  g_assert_null (rk_exchange_queue (waiting, f->server, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_NOT_FOUND);
  assert_whole (f);
  again = rk_exchange_keep_server (f->store, test_server_get_url (f->odk), TEST_USER, FALSE, NULL);
  g_assert_cmpstr (again, ==, f->server);
  target = rk_exchange_find_target (f->store, rk_response_get_id (waiting), NULL);
  g_assert_cmpstr (target, ==, f->server);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/exchange/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  forget_proxies ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("servers-are-known-by-address", test_servers_are_known_by_address);
  ADD ("forgotten-server", test_forgotten_server);
  ADD ("form-comes-with-its-media", test_form_comes_with_its_media);
  ADD ("what-the-workspace-has", test_what_the_workspace_has);
  ADD ("only-the-media-changed", test_only_the_media_changed);
  ADD ("media-of-others-are-left", test_media_of_others_are_left);
  ADD ("response-goes-to-the-server", test_response_goes_to_the_server);
  ADD ("hidden-file-stays", test_hidden_file_stays);
  ADD ("sent-again-is-the-same", test_sent_again_is_the_same);
  ADD ("killed-in-the-middle", test_killed_in_the_middle);
  ADD ("refused-waits-for-a-person", test_refused_waits_for_a_person);
  ADD ("not-submitted-is-not-sent", test_not_submitted_is_not_sent);
  ADD ("numberless-form-gets-a-number", test_numberless_form_gets_a_number);
  ADD ("undo-passes-over", test_undo_passes_over);
  ADD ("discard-after-sending", test_discard_after_sending);
  ADD ("discard-while-sending", test_discard_while_sending);
  ADD ("password-stays-out", test_password_stays_out);
  return g_test_run ();
}
