/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-lifecycle.h"

#define TODAY "2026-11-23"

static void
test_status_at_a_date (void)
{
  static const struct
  {
    RkLifecycle status;
    const char *start, *end, *date;
    RkLifecycle expected;
  } cases[] = {
    { RK_LIFECYCLE_IN_USE, NULL, NULL, TODAY, RK_LIFECYCLE_IN_USE },
    { RK_LIFECYCLE_UNKNOWN, NULL, NULL, TODAY, RK_LIFECYCLE_UNKNOWN },
    /* the dates win, with both days belonging to it */
    { RK_LIFECYCLE_PLANNED, "2027-01-01", NULL, "2026-12-31", RK_LIFECYCLE_PLANNED },
    { RK_LIFECYCLE_PLANNED, "2027-01-01", NULL, "2027-01-01", RK_LIFECYCLE_IN_USE },
    { RK_LIFECYCLE_IN_USE, NULL, "2027-01-01", "2027-01-01", RK_LIFECYCLE_IN_USE },
    { RK_LIFECYCLE_IN_USE, NULL, "2027-01-01", "2027-01-02", RK_LIFECYCLE_RETIRED },
    { RK_LIFECYCLE_IN_USE, "2027-01-01", NULL, TODAY, RK_LIFECYCLE_PLANNED },
    { RK_LIFECYCLE_PHASING_OUT, "2020-01-01", "2027-01-01", TODAY, RK_LIFECYCLE_PHASING_OUT },
    { RK_LIFECYCLE_PHASING_OUT, NULL, "2026-01-01", TODAY, RK_LIFECYCLE_RETIRED },
    /* planned without a date stays so */
    { RK_LIFECYCLE_PLANNED, NULL, NULL, "2099-01-01", RK_LIFECYCLE_PLANNED },
    { RK_LIFECYCLE_PLANNED, NULL, "2027-01-01", TODAY, RK_LIFECYCLE_PLANNED },
    /* retired since: before that it was there */
    { RK_LIFECYCLE_RETIRED, NULL, "2026-06-30", TODAY, RK_LIFECYCLE_RETIRED },
    { RK_LIFECYCLE_RETIRED, NULL, "2026-06-30", "2026-06-30", RK_LIFECYCLE_PHASING_OUT },
    { RK_LIFECYCLE_RETIRED, "2030-01-01", NULL, "2031-01-01", RK_LIFECYCLE_RETIRED },
    /* a date tells what nobody wrote down */
    { RK_LIFECYCLE_UNKNOWN, "2020-01-01", NULL, TODAY, RK_LIFECYCLE_IN_USE },
    { RK_LIFECYCLE_UNKNOWN, NULL, "2020-01-01", TODAY, RK_LIFECYCLE_RETIRED },
    { RK_LIFECYCLE_UNKNOWN, NULL, "2030-01-01", TODAY, RK_LIFECYCLE_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (rk_lifecycle_at (cases[i].status, cases[i].start, cases[i].end, cases[i].date),
                     ==, cases[i].expected);
}

static void
test_texts_go_both_ways (void)
{
  for (int i = 0; i < RK_N_LIFECYCLES; i++)
    g_assert_cmpint (rk_lifecycle_from_text (rk_lifecycle_to_text ((RkLifecycle) i)), ==, i);
  g_assert_cmpint (rk_lifecycle_from_text ("somewhere"), ==, RK_LIFECYCLE_UNKNOWN);
  g_assert_null (rk_lifecycle_to_text (RK_LIFECYCLE_UNKNOWN));
}

static void
test_months (void)
{
  static const struct
  {
    const char *date;
    int months;
    const char *expected;
  } cases[] = {
    { "2027-07-31", -6, "2027-01-31" },
    { "2027-08-31", -6, "2027-02-28" },
    { "2028-08-31", -6, "2028-02-29" },
    { "2027-01-15", 12, "2028-01-15" },
    { "2027-01-15", -13, "2025-12-15" },
    { "2027-02-30", 1, NULL },
    { "2027-2-3", 1, NULL },
    { "9990-01-01", 1200, NULL },
    { "0004-01-01", -120, NULL },
    { "2027-01-01x", 1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = rk_date_add_months (cases[i].date, cases[i].months);

      g_assert_cmpstr (date, ==, cases[i].expected);
    }
  g_assert_cmpint (rk_date_days_between ("2027-02-27", "2027-03-01"), ==, 2);
  g_assert_cmpint (rk_date_days_between ("2027-03-01", "2027-02-27"), ==, -2);
}

static void
test_contract_terms (void)
{
  static const struct
  {
    const char *end;
    int notice, tacit, renewal;
    const char *date, *expected_end, *expected_notice;
    guint renewals;
    gboolean ended;
  } cases[] = {
    /* not renewed: the end is the end */
    { "2027-07-31", 6, 0, -1, TODAY, "2027-07-31", "2027-01-31", 0, FALSE },
    { "2027-07-31", 6, -1, 12, "2027-03-01", "2027-07-31", "2027-01-31", 0, FALSE },
    { "2026-07-31", 6, 0, 12, TODAY, "2026-07-31", NULL, 0, TRUE },
    /* tacit renewal: notice can be given up to and including its day */
    { "2027-07-31", 6, 1, 12, "2027-01-31", "2027-07-31", "2027-01-31", 0, FALSE },
    { "2027-07-31", 6, 1, 12, "2027-02-01", "2028-07-31", "2028-01-31", 1, FALSE },
    { "2020-07-31", 6, 1, 12, TODAY, "2027-07-31", "2027-01-31", 7, FALSE },
    { "2027-02-28", 3, 1, 24, "2026-12-01", "2029-02-28", "2028-11-28", 1, FALSE },
    /* each renewal counts from the agreed end: the 31st comes back */
    { "2026-10-31", 0, 1, 1, TODAY, "2026-11-30", "2026-11-30", 1, FALSE },
    { "2026-10-31", 0, 1, 1, "2026-12-15", "2026-12-31", "2026-12-31", 2, FALSE },
    /* unknown stays unknown */
    { NULL, 6, 1, 12, TODAY, NULL, NULL, 0, FALSE },
    { "2027-07-31", -1, 0, -1, TODAY, "2027-07-31", NULL, 0, FALSE },
    { "2026-07-31", -1, 1, 12, TODAY, "2027-07-31", NULL, 1, FALSE },
    { "2026-07-31", 6, 1, -1, TODAY, NULL, NULL, 1, FALSE },
    { "2026-07-31", 6, 1, 0, TODAY, NULL, NULL, 1, FALSE },
    { "not a date", 6, 1, 12, TODAY, NULL, NULL, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (RkContractTerm) term = { 0 };

      rk_contract_term_at (&term, cases[i].end, cases[i].notice, cases[i].tacit, cases[i].renewal,
                           cases[i].date);
      g_test_message ("case %u", i);
      g_assert_cmpstr (term.end, ==, cases[i].expected_end);
      g_assert_cmpstr (term.notice, ==, cases[i].expected_notice);
      g_assert_cmpuint (term.renewals, ==, cases[i].renewals);
      g_assert_cmpint (term.ended, ==, cases[i].ended);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lifecycle/status-at-a-date", test_status_at_a_date);
  g_test_add_func ("/lifecycle/texts-go-both-ways", test_texts_go_both_ways);
  g_test_add_func ("/lifecycle/months", test_months);
  g_test_add_func ("/lifecycle/contract-terms", test_contract_terms);
  return g_test_run ();
}
