/* SPDX-License-Identifier: EUPL-1.2 */
/* The log of how a form was filled in tells what happened, in no undo, and goes with the
 * submission. */
#include "survey-fixture.h"

#include "rk-audit.h"
#include "rk-response-file.h"

#include <string.h>

/* The log without its moments, which differ each time: "question|/data/naam|I|a|b|An|;…". */
static char *
dup_log (RkResponse *response)
{
  g_autofree char *csv = rk_response_dup_audit (response);
  g_autoptr (GRegex) both = g_regex_new (",\\d{13},\\d{13}", 0, 0, NULL);
  g_autoptr (GRegex) one = g_regex_new (",\\d{13},", 0, 0, NULL);
  g_autofree char *intervals = g_regex_replace_literal (both, csv, -1, 0, ",I", 0, NULL);
  g_autofree char *text = g_regex_replace_literal (one, intervals, -1, 0, ",M", 0, NULL);

  g_strdelimit (text, ",", '|');
  return g_strdup (strchr (g_strdelimit (text, "\n", ';'), ';') + 1);
}

#define assert_log(response, expected)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *log_ = dup_log (response);                                                    \
    g_assert_cmpstr (log_, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

static void
test_visits_are_intervals_with_what_changed (Fixture *f, gconstpointer data)
{
  rk_store_set_author (f->store, "An, ICT");
  rk_response_begin_visit (f->response);
  rk_response_visit (f->response, node_at (f->response, "/data/naam"));
  enter_at (f->response, "/data/naam", "Li\"er");
  rk_response_visit (f->response, node_at (f->response, "/data/naam")); /* still there */
  rk_response_visit (f->response, node_at (f->response, "/data/deel"));
  enter_at (f->response, "/data/deel/b", "x");
  rk_response_visit_end (f->response);
  rk_response_end_visit (f->response);
  assert_log (f->response, "form start||M|||\"An| ICT\"|;"
                           "question|/data/naam|I||\"Li\"\"er\"|\"An| ICT\"|;"
                           "group questions|/data/deel|I|||\"An| ICT\"|;"
                           "question|/data/deel/b|I||x|\"An| ICT\"|;"
                           "end screen||I|||\"An| ICT\"|;"
                           "form save||M|||\"An| ICT\"|;"
                           "form exit||M|||\"An| ICT\"|;");
}

static void
test_it_lasts_and_is_in_no_undo (Fixture *f, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  gboolean more = TRUE;

  rk_response_begin_visit (f->response);
  enter_at (f->response, "/data/naam", "Mol");
  rk_response_end_visit (f->response);
  before = rk_response_dup_audit (f->response);
  restart (f);
  while (more && g_strcmp0 (value_at (f->response, "/data/naam"), "") != 0)
    more = rk_store_undo (f->store, NULL, NULL);
  after = rk_response_dup_audit (f->response);
  g_assert_cmpstr (before, ==, after);
  rk_response_begin_visit (f->response);
  assert_log (f->response, "form start||M||||;form save||M||||;form exit||M||||;"
                           "form resume||M||||;");
}

static void
test_rows_and_jumps_are_noted (Fixture *f, gconstpointer data)
{
  RkFormNode *row = NULL;

  rk_response_begin_visit (f->response);
  g_assert_true (rk_response_add_row (f->response, node_at (f->response, "/data/rij"), &row, NULL));
  rk_response_visit (f->response, node_at (f->response, "/data/rij[1]/wat"));
  rk_response_note_event (f->response, RK_AUDIT_JUMP, node_at (f->response, "/data/deel"), NULL);
  g_assert_true (rk_response_remove_row (f->response, row, NULL));
  assert_log (f->response, "form start||M||||;add repeat|/data/rij[1]|M||||;"
                           "question|/data/rij[1]/wat|I||||;jump|/data/deel|M||||;"
                           "delete repeat|/data/rij[1]|M||||;");
}

static void
test_the_log_goes_with_the_submission (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GBytes) bytes = NULL, xml = NULL;
  g_autofree char *next = NULL, *csv = NULL;
  g_autoptr (RkResponse) reopened = NULL;
  const RkResponseFile *file;

  rk_response_begin_visit (f->response);
  enter_at (f->response, "/data/naam", "Mol");
  g_assert_true (rk_response_submit (f->response, NULL, &error));
  g_assert_no_error (error);
  restart (f);
  g_assert_true (rk_response_verify (f->response, &error));
  files = rk_response_list_files (f->response, NULL);
  g_assert_cmpuint (files->len, ==, 1);
  file = files->pdata[0];
  g_assert_cmpstr (file->name, ==, "audit.csv");
  g_assert_cmpstr (file->type, ==, "text/csv");
  g_assert_true (file->relevant);
  bytes = rk_response_dup_file (f->response, node_at (f->response, file->node_path), NULL);
  csv = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_true (g_str_has_prefix (
      csv, "event,node,start,end,old-value,new-value,user,change-reason\nform start,,"));
  g_assert_nonnull (strstr (csv, "\nform exit,"));
  g_assert_nonnull (strstr (csv, "\nform finalize,"));
  xml = rk_response_export (f->response, RK_RESPONSE_XML, NULL);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (xml, NULL), (gssize) g_bytes_get_size (xml),
                                  "<orx:audit>audit.csv</orx:audit>"));
  next = rk_response_reopen (f->response, &error);
  reopened = open_response (f->store, next);
  rk_response_note_event (reopened, RK_AUDIT_CHANGE_REASON, NULL, "een typfout");
  assert_log (reopened, "form start||M||||;form save||M||||;form exit||M||||;"
                        "form finalize||M||||;change reason||M||||een typfout;");
}

static void
test_a_form_that_asks_for_none_has_none (Fixture *f, gconstpointer data)
{
  g_autofree char *form = find_form ("other.xml"), *id = start (f->store, form);
  g_autoptr (RkResponse) other = open_response (f->store, id);

  rk_response_begin_visit (other);
  rk_response_visit_end (other);
  rk_response_end_visit (other);
  g_assert_null (rk_response_dup_audit (other));
}

static void
test_places_are_left_out_with_a_warning (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) messages =
      g_ptr_array_new_with_free_func ((GDestroyNotify) rk_form_message_free);
  g_autofree char *form = find_form ("audit.xml");
  g_autoptr (RkQuestionnaire) questionnaire = rk_questionnaire_new_from_file (form, messages, NULL);

  g_assert_nonnull (questionnaire);
  g_assert_cmpuint (messages->len, ==, 1);
  g_assert_cmpstr (((RkFormMessage *) messages->pdata[0])->code, ==, "audit-location");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/audit/" name, Fixture, "audit.xml", set_up, func, tear_down)
  ADD ("visits-are-intervals-with-what-changed", test_visits_are_intervals_with_what_changed);
  ADD ("it-lasts-and-is-in-no-undo", test_it_lasts_and_is_in_no_undo);
  ADD ("rows-and-jumps-are-noted", test_rows_and_jumps_are_noted);
  ADD ("the-log-goes-with-the-submission", test_the_log_goes_with_the_submission);
  ADD ("a-form-that-asks-for-none-has-none", test_a_form_that_asks_for_none_has_none);
  ADD ("places-are-left-out-with-a-warning", test_places_are_left_out_with_a_warning);
  return g_test_run ();
}
