/* SPDX-License-Identifier: EUPL-1.2 */
/* Contracts in time: their order, and what stands on each row. */
#include "rk-change.h"
#include "rk-portfolio-kinds.h"
#include "rk-timeline-axis.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  RkStore *store;
} Fixture;

static void
add (RkStore *store, const char *id, const char *end, const char *notice, const char *renewal)
{
  g_autoptr (RkChange) change = rk_change_new (store, "add");
  g_autoptr (GError) error = NULL;

  rk_change_set (change, "contract", id, "name", id, "supplier", "s1", "start_date", "2024-01-31",
                 "end_date", end, "notice_months", notice, "tacit_renewal",
                 renewal != NULL ? "true" : "false", "renewal_months", renewal, NULL);
  g_assert_true (rk_change_apply (change, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (RkChange) change = NULL;

  f->folder = g_dir_make_tmp ("rk-timeline-XXXXXX", NULL);
  path = g_build_filename (f->folder, "test.regiekamer", NULL);
  f->store = rk_store_open (path, rk_portfolio_kinds, RK_STORE_CREATE, NULL);
  change = rk_change_new (f->store, "fill");
  rk_change_set (change, "supplier", "s1", "name", "Nordale", NULL);
  g_assert_true (rk_change_apply (change, NULL));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_clear_object (&f->store);
  dir = g_dir_open (f->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
}

static RkTimeline *
make (RkStore *store, const char *today, RkTimelineOrder order, const char *until)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkLandscape) landscape = rk_landscape_load (store, today, &error);

  g_assert_no_error (error);
  return rk_timeline_new (landscape, order, until);
}

static const RkTimelineRow *
find (RkTimeline *timeline, const char *contract)
{
  int row = rk_timeline_find (timeline, contract);

  g_assert_cmpint (row, >=, 0);
  return rk_timeline_get_row (timeline, (guint) row);
}

/* Notice of three months before the end of May is the last of February; a day that is not there
 * becomes the last one of its month. */
static void
test_month_ends (Fixture *f, gconstpointer data)
{
  g_autoptr (RkTimeline) timeline = NULL;

  add (f->store, "leap", "2028-05-31", "3", "12");
  add (f->store, "plain", "2027-05-31", "3", "12");
  add (f->store, "august", "2027-08-31", "6", "1");
  timeline = make (f->store, "2026-12-01", RK_TIMELINE_BY_NOTICE, NULL);
  g_assert_cmpstr (find (timeline, "leap")->notice, ==, "2028-02-29");
  g_assert_cmpstr (find (timeline, "plain")->notice, ==, "2027-02-28");
  g_assert_cmpstr (find (timeline, "august")->notice, ==, "2027-02-28");
  g_assert_cmpstr (find (timeline, "august")->tail, ==, "2027-09-30");
  g_assert_cmpstr (find (timeline, "leap")->tail, ==, "2029-05-31");
}

/* A year after 29 February is 28 February, and four years later it is 29 again. */
static void
test_leap_day (Fixture *f, gconstpointer data)
{
  g_autoptr (RkTimeline) timeline = NULL;
  const RkTimelineRow *row;
  g_autofree char *pill = NULL;

  add (f->store, "c", "2024-02-29", "2", "12");
  timeline = make (f->store, "2027-11-15", RK_TIMELINE_BY_NOTICE, NULL);
  row = find (timeline, "c");
  g_assert_cmpstr (row->end, ==, "2028-02-29");
  g_assert_cmpstr (row->notice, ==, "2027-12-29");
  g_assert_cmpstr (row->tail, ==, "2029-02-28");
  pill = rk_timeline_row_dup_renewed (row);
  g_assert_cmpstr (pill, ==, "renewed until 29/02/2028");
}

static void
test_order (Fixture *f, gconstpointer data)
{
  static const char *const expected[] = { "unknown", "soon", "notice", "late", "ended" };
  g_autoptr (RkTimeline) timeline = NULL;
  g_autofree char *words = NULL;

  add (f->store, "late", "2029-12-31", "1", NULL);
  add (f->store, "ended", "2025-12-31", NULL, NULL);
  add (f->store, "notice", "2028-12-31", "18", NULL);
  add (f->store, "soon", "2027-03-31", NULL, NULL);
  add (f->store, "unknown", NULL, NULL, NULL);
  timeline = make (f->store, "2026-12-01", RK_TIMELINE_BY_NOTICE, NULL);
  g_assert_cmpuint (rk_timeline_get_n_rows (timeline), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (rk_timeline_get_row (timeline, i)->contract->id, ==, expected[i]);
  g_assert_cmpstr (rk_timeline_get_row (timeline, 0)->group, ==, "End unknown");
  g_assert_cmpstr (rk_timeline_get_row (timeline, 1)->group, ==, "");
  words = rk_timeline_row_dup_words (find (timeline, "notice"));
  g_assert_cmpstr (words, ==, "notice, Nordale, until 31 December 2028, notice until 30 June 2027");
}

static void
test_until (Fixture *f, gconstpointer data)
{
  g_autoptr (RkTimeline) timeline = NULL;

  add (f->store, "near", "2030-01-31", "24", NULL); /* notice in 2028 */
  add (f->store, "far", "2030-01-31", "1", NULL);
  add (f->store, "unknown", NULL, NULL, NULL);
  timeline = make (f->store, "2026-12-01", RK_TIMELINE_BY_SUPPLIER, "2028-12-01");
  g_assert_cmpuint (rk_timeline_get_n_rows (timeline), ==, 2);
  g_assert_cmpuint (rk_timeline_get_n_hidden (timeline), ==, 1);
  g_assert_cmpint (rk_timeline_find (timeline, "far"), ==, -1);
  g_assert_cmpstr (find (timeline, "near")->group, ==, "Nordale");
  g_assert_null (find (timeline, "near")->tail);
}

/* A day is as wide in a leap year, and February has one more of them. */
static void
test_axis (Fixture *f, gconstpointer data)
{
  g_autoptr (RkTimeline) timeline = NULL;
  RkTimelineAxis axis;
  GDate date;
  double x;

  add (f->store, "far", "2029-06-30", NULL, NULL);
  add (f->store, "farther", "2090-01-01", NULL, NULL);
  timeline = make (f->store, "2027-03-31", RK_TIMELINE_BY_NOTICE, NULL);
  rk_timeline_axis_init (&axis, timeline, 2, 730.5);
  g_assert_cmpfloat_with_epsilon (axis.day, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (rk_timeline_axis_get_x (&axis, "2026-03-01"), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (rk_timeline_axis_get_x (&axis, "2028-03-01") -
                                      rk_timeline_axis_get_x (&axis, "2028-02-01"),
                                  29, 1e-9);
  g_assert_cmpfloat_with_epsilon (rk_timeline_axis_get_x (&axis, "2027-03-01") -
                                      rk_timeline_axis_get_x (&axis, "2027-02-01"),
                                  28, 1e-9);
  g_assert_cmpfloat (rk_timeline_axis_get_x (&axis, "2020-01-01"), ==, 0);
  /* fifteen years and no more: one contract must not squeeze the others */
  g_assert_cmpint (g_date_get_year (&axis.last), ==, 2042);
  g_assert_cmpfloat (rk_timeline_axis_get_x (&axis, "2090-01-01"), ==,
                     rk_timeline_axis_get_length (&axis));
  g_assert_true (rk_timeline_axis_get_month (&axis, 12, &date, &x));
  g_assert_cmpint (g_date_get_month (&date), ==, G_DATE_MARCH);
  g_assert_cmpfloat_with_epsilon (x, 365, 1e-9);
  g_assert_false (rk_timeline_axis_get_month (&axis, 400, &date, &x));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/timeline/month-ends", Fixture, NULL, set_up, test_month_ends, tear_down);
  g_test_add ("/timeline/leap-day", Fixture, NULL, set_up, test_leap_day, tear_down);
  g_test_add ("/timeline/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/timeline/axis", Fixture, NULL, set_up, test_axis, tear_down);
  g_test_add ("/timeline/until", Fixture, NULL, set_up, test_until, tear_down);
  return g_test_run ();
}
