/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-survey-words.h"

static GDateTime *
make_now (void)
{
  return g_date_time_new_local (2026, 12, 3, 10, 0, 0);
}

static void
test_overdue_comes_first (void)
{
  g_autoptr (GDateTime) now = make_now ();
  RkSurveyRow late = { .id = "late", .status = "open", .deadline = "2026-12-01" };
  RkSurveyRow soon = { .id = "soon", .status = "open", .deadline = "2026-12-15" };
  RkSurveyRow any = { .id = "any", .status = "open" };
  RkSurveyRow done = { .id = "done", .status = "submitted", .deadline = "2026-11-01" };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) open = NULL;

  g_ptr_array_add (rows, &any);
  g_ptr_array_add (rows, &soon);
  g_ptr_array_add (rows, &done);
  g_ptr_array_add (rows, &late);
  open = rk_survey_words_list_open (rows, now);
  g_assert_cmpuint (open->len, ==, 3);
  g_assert_true (g_ptr_array_index (open, 0) == &late);
  g_assert_true (g_ptr_array_index (open, 1) == &soon);
  g_assert_true (g_ptr_array_index (open, 2) == &any);
}

static void
test_deadline_in_words (void)
{
  g_autoptr (GDateTime) now = make_now ();
  RkSurveyRow row = { .status = "open", .deadline = "2026-12-15" };
  g_autofree char *soon = rk_survey_words_deadline (&row, now);
  g_autofree char *not_late = rk_survey_words_overdue (&row, now);
  g_autofree char *late = NULL;

  g_assert_cmpstr (soon, ==, "12 days left, until 15 December 2026");
  g_assert_null (not_late);
  row.deadline = "2026-12-02";
  late = rk_survey_words_overdue (&row, now);
  g_assert_cmpstr (late, ==, "1 day late");
}

static void
test_next_survey_is_for_a_free_year (void)
{
  g_autoptr (GDateTime) now = make_now ();
  RkSurveyRow row = { .form_id = "BDR", .status = "submitted", .period = "2026" };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *first = rk_survey_words_period (rows, "bdr", now);
  g_autofree char *next = NULL;

  g_assert_cmpstr (first, ==, "2026");
  g_ptr_array_add (rows, &row);
  next = rk_survey_words_period (rows, "bdr", now);
  g_assert_cmpstr (next, ==, "2027");
  g_assert_false (rk_survey_words_is_open (rows, "BDR"));
  row.status = "open";
  g_assert_true (rk_survey_words_is_open (rows, "BDR"));
}

static void
test_year_is_told_once (void)
{
  RkSurveyRow row = { .title = "Bevraging 2026", .period = "2026" };
  g_autofree char *same = rk_survey_words_title (&row);
  g_autofree char *added = NULL;

  g_assert_cmpstr (same, ==, "Bevraging 2026");
  row.title = "Bevraging";
  added = rk_survey_words_title (&row);
  g_assert_cmpstr (added, ==, "Bevraging 2026");
}

static void
test_what_went_to_a_server_in_words (void)
{
  RkExchangeItem item = { .server_name = (char *) "odk.stad.be",
                          .sent_at = (char *) "2026-12-03T09:00:00Z",
                          .message = (char *) "form is closed" };
  g_autofree char *queued = rk_survey_words_exchange (&item);
  g_autofree char *waiting = NULL, *sent = NULL, *refused = NULL;

  item.attempts = 1;
  waiting = rk_survey_words_exchange (&item);
  item.state = RK_EXCHANGE_SENT;
  sent = rk_survey_words_exchange (&item);
  item.state = RK_EXCHANGE_REFUSED;
  refused = rk_survey_words_exchange (&item);
  g_assert_cmpstr (queued, ==, "on its way to odk.stad.be");
  g_assert_cmpstr (waiting, ==, "waits for a connection with odk.stad.be");
  g_assert_cmpstr (sent, ==, "sent to odk.stad.be on 3 December 2026");
  g_assert_cmpstr (refused, ==, "refused: form is closed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/survey-words/overdue-comes-first", test_overdue_comes_first);
  g_test_add_func ("/survey-words/deadline-in-words", test_deadline_in_words);
  g_test_add_func ("/survey-words/what-went-to-a-server", test_what_went_to_a_server_in_words);
  g_test_add_func ("/survey-words/next-survey-is-for-a-free-year",
                   test_next_survey_is_for_a_free_year);
  g_test_add_func ("/survey-words/year-is-told-once", test_year_is_told_once);
  return g_test_run ();
}
