/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-format.h"

#include <locale.h>
#include <math.h>

#define NBSP "\xc2\xa0"

static void
check (char *got, const char *want)
{
  g_assert_cmpstr (got, ==, want);
  g_free (got);
}

static void
test_numbers (void)
{
  check (rk_format_number (1284600, 0), "1.284.600");
  check (rk_format_number (999, 0), "999");
  check (rk_format_number (1000, 0), "1.000");
  check (rk_format_number (-1234.5, 1), "−1.234,5");
  check (rk_format_number (12.5, -1), "12,5");
  check (rk_format_number (12, -1), "12");
  check (rk_format_number (100, -1), "100");
  check (rk_format_number (-0.04, 1), "0,0");
  check (rk_format_number (NAN, 1), "unknown");
  check (rk_format_decimal ("1284600.50"), "1.284.600,50");
  check (rk_format_decimal ("-12345678901234567890.1"), "−12.345.678.901.234.567.890,1");
  check (rk_format_decimal ("abc"), "abc");
  check (rk_format_percent (69, 0), "69" NBSP "%");
  check (rk_format_range (20000, 40000, 0), "20.000 to 40.000");
  check (rk_format_money (48500, RK_FORMAT_TABLE), "€" NBSP "48.500");
  check (rk_format_money (48500.5, RK_FORMAT_SENTENCE), "48.500,50 euro");
}

static void
test_scores_round_half_up_once (void)
{
  check (rk_format_score (53.05), "53,1");
  check (rk_format_score (46.25), "46,3");
  check (rk_format_score (46.249), "46,2");
  check (rk_format_score (0), "0,0");
  check (rk_format_score (100), "100,0");
  check (rk_format_score (NAN), "unknown");
  check (rk_format_difference (6.2, 1), "+6,2");
  check (rk_format_difference (-1.35, 1), "−1,4");
  check (rk_format_difference (0.04, 1), "0,0");
  check (rk_format_difference (-0.04, 1), "0,0");
}

static void
test_another_locale_changes_nothing (void)
{
  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL &&
      setlocale (LC_NUMERIC, "nl_BE.UTF-8") == NULL)
    {
      g_test_skip ("no locale with a decimal comma here");
      return;
    }
  check (rk_format_number (1234.5, 1), "1.234,5");
  check (rk_parse_decimal ("1234.5"), "1234.5");
  setlocale (LC_NUMERIC, "C");
}

static void
test_what_people_type_is_a_number (void)
{
  static const char *const cases[][2] = {
    { "1234", "1234" },
    { "1.234", "1234" },
    { "1 234", "1234" },
    { "1" NBSP "234", "1234" },
    { "12,5", "12.5" },
    { "12.5", "12.5" },
    { "12,50", "12.5" },
    { "1.234.567", "1234567" },
    { "1.234,5", "1234.5" },
    { "1,234.5", "1234.5" },
    { "1 234.567", "1234.567" },
    { "1234.567", "1234.567" },
    { "0.125", "0.125" },
    { "1,234", "1.234" },
    { ",5", "0.5" },
    { "5,", "5" },
    { " 007 ", "7" },
    { "0", "0" },
    { "000", "0" },
    { "-0", "0" },
    { "-1.234,5", "-1234.5" },
    { "− 3", "-3" },
    { "+3", "3" },
    { "0,10", "0.1" },
    { "12345678901234567890,1", "12345678901234567890.1" },
    { "", NULL },
    { "abc", NULL },
    { "12a", NULL },
    { "1e3", NULL },
    { "12 34", NULL },
    { "1.23.4", NULL },
    { "1.2345.678", NULL },
    { "1 234.567,8", NULL },
    { "1,2,3", NULL },
    { "--3", NULL },
    { "3-", NULL },
    { ".", NULL },
    { "-", NULL },
    { "0x10", NULL },
    { "\xff", NULL },
  };
  double value = 7;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("\"%s\"", cases[i][0]);
      check (rk_parse_decimal (cases[i][0]), cases[i][1]);
    }
  g_assert_false (rk_parse_number ("x", &value));
  g_assert_cmpfloat (value, ==, 7);
  g_assert_true (rk_parse_number ("1.234,25", &value));
  g_assert_cmpfloat (value, ==, 1234.25);
}

/* What the program writes into a field, it reads back as the same value. */
static void
test_formatted_numbers_read_back (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 2000; i++)
    {
      int decimals = g_rand_int_range (rand, 0, 5);
      double value = rk_round_half_up (g_rand_double_range (rand, -1e7, 1e7), decimals), back;
      g_autofree char *text = rk_format_number (value, decimals);
      g_autofree char *decimal = NULL;
      g_autofree char *again = NULL;

      g_assert_true (rk_parse_number (text, &back));
      g_assert_cmpfloat_with_epsilon (back, value, 1e-6);
      decimal = rk_parse_decimal (text);
      again = rk_format_decimal (decimal);
      g_free (g_steal_pointer (&text));
      text = rk_parse_decimal (again);
      g_assert_cmpstr (text, ==, decimal);
    }
}

static void
test_dates (void)
{
  check (rk_format_date ("2027-07-31", RK_FORMAT_TABLE), "31/07/2027");
  check (rk_format_date ("2027-07-31", RK_FORMAT_SENTENCE), "31 July 2027");
  check (rk_format_date_weekday ("2027-07-31"), "Saturday 31 July 2027");
  /* 23:30 in UTC is the next day here. */
  check (rk_format_date ("2026-07-30T23:30:00Z", RK_FORMAT_TABLE), "31/07/2026");
  check (rk_format_time ("2026-12-01T07:12:00Z"), "08.12 h");
  check (rk_format_time ("2026-12-01"), "");
  check (rk_format_quarter ("2027-07-31"), "Q3 2027");
  check (rk_format_date ("whenever", RK_FORMAT_TABLE), "whenever");
  check (rk_format_date (NULL, RK_FORMAT_TABLE), "");
}

static void
test_dates_near_today_are_relative (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) now = g_date_time_new (utc, 2026, 12, 1, 9, 0, 0);
  int days;

  check (rk_format_relative ("2026-12-01T07:12:00Z", now), "today 08.12 h");
  check (rk_format_relative ("2026-12-01", now), "today");
  check (rk_format_relative ("2026-11-30", now), "yesterday");
  check (rk_format_relative ("2026-12-02", now), "tomorrow");
  check (rk_format_relative ("2026-12-04", now), "in 3 days");
  check (rk_format_relative ("2026-11-27", now), "4 days ago");
  check (rk_format_relative ("2026-12-08", now), "8 December 2026");
  g_assert_true (rk_days_until ("2026-12-13", now, &days));
  g_assert_cmpint (days, ==, 12);
  g_assert_true (rk_days_until ("2026-11-29", now, &days));
  g_assert_cmpint (days, ==, -2);
  g_assert_false (rk_days_until ("2026-13-01", now, &days));
  g_assert_false (rk_days_until ("", now, &days));
}

static void
test_what_people_type_is_a_date (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) now = g_date_time_new (utc, 2026, 12, 31, 9, 0, 0);
  static const char *const cases[][2] = {
    { "1/2/27", "2027-02-01" },
    { "1.2.2027", "2027-02-01" },
    { "01-02-2027", "2027-02-01" },
    { "1 2 2027", "2027-02-01" },
    { "2027-02-01", "2027-02-01" },
    { "1 februari 2027", "2027-02-01" },
    { "1 Feb. 2027", "2027-02-01" },
    { "3 mrt 2027", "2027-03-03" },
    { "1/2", "2026-02-01" },
    { "1/2/85", "1985-02-01" },
    { "29/2/2028", "2028-02-29" },
    { "vandaag", "2026-12-31" },
    { " Morgen ", "2027-01-01" },
    { "tomorrow", "2027-01-01" },
    { "overmorgen", "2027-01-02" },
    { "gisteren", "2026-12-30" },
    { "29/2/2027", NULL },
    { "31/4/2027", NULL },
    { "0/1/2027", NULL },
    { "1/13/2027", NULL },
    { "1/2/3/4", NULL },
    { "2027", NULL },
    { "1/2/12345", NULL },
    { "", NULL },
    { "ooit", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("\"%s\"", cases[i][0]);
      check (rk_parse_date (cases[i][0], now), cases[i][1]);
    }
}

static void
test_what_people_type_is_a_time (void)
{
  static const char *const cases[][2] = {
    { "9.30", "09:30:00.000" },
    { "09:30", "09:30:00.000" },
    { " 9u30 ", "09:30:00.000" },
    { "9 u.", "09:00:00.000" },
    { "9:30:15", "09:30:15.000" },
    { "14 uur 05", "14:05:00.000" },
    { "23h59", "23:59:00.000" },
    { "8", "08:00:00.000" },
    { "09:30:00.000+02:00", "09:30:00.000+02:00" },
    { "09:30:00Z", "09:30:00Z" },
    { "24.00", NULL },
    { "9.60", NULL },
    { "9.5", NULL },
    { "25:00:00.000", NULL },
    { "straks", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("\"%s\"", cases[i][0]);
      check (rk_parse_time (cases[i][0]), cases[i][1]);
    }
}

static void
test_what_people_type_is_a_month_or_a_year (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) now = g_date_time_new (utc, 2026, 12, 31, 9, 0, 0);

  check (rk_parse_month ("7/2027", now), "2027-07-01");
  check (rk_parse_month ("juli 2027", now), "2027-07-01");
  check (rk_parse_month ("2027-07", now), "2027-07-01");
  check (rk_parse_month ("07/27", now), "2027-07-01");
  check (rk_parse_month ("15/7/2027", now), "2027-07-01");
  check (rk_parse_month ("13/2027", now), NULL);
  check (rk_parse_month ("zomer", now), NULL);
  check (rk_parse_month ("", now), NULL);
  check (rk_parse_year ("2027", now), "2027-01-01");
  check (rk_parse_year (" 27 ", now), "2027-01-01");
  check (rk_parse_year ("15/7/2027", now), "2027-01-01");
  check (rk_parse_year ("2", now), NULL);
  check (rk_parse_year ("20277", now), NULL);
  check (rk_parse_year ("ooit", now), NULL);
}

static void
test_what_people_copy_is_a_place (void)
{
  static const char *const cases[][2] = {
    { "51.0543, 3.7174", "51.0543 3.7174" },
    { "51,0543 3,7174", "51.0543 3.7174" },
    { "51,0543; 3,7174", "51.0543 3.7174" },
    { "51,0543, 3,7174", "51.0543 3.7174" },
    { "51.05,3.71", "51.05 3.71" },
    { "-33.9 -70", "-33.9 -70" },
    { "51.05434 3.71742 0 12.5", "51.05434 3.71742" },
    { "geo:51.05,3.71?z=12", "51.05 3.71" },
    { "51\u00b003'15\"N 3\u00b043'02.6\"E", "51.0541667 3.7173889" },
    { "33.5 Z, 70.25 W", "-33.5 -70.25" },
    { "N 51.05 O 3.71", "51.05 3.71" },
    { "91 3", NULL },
    { "51 181", NULL },
    { "51\u00b061' 3\u00b0", NULL },
    { "Gent", NULL },
    { "51.05", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("\"%s\"", cases[i][0]);
      check (rk_parse_place (cases[i][0]), cases[i][1]);
    }
  check (rk_parse_coordinate ("51.054", 90), "51.054");
  check (rk_parse_coordinate (" 51,054 ", 90), "51.054");
  check (rk_parse_coordinate ("3\u00b030' W", 180), "-3.5000000");
  check (rk_parse_coordinate ("91", 90), NULL);
  check (rk_parse_coordinate ("1.234.567", 90), NULL);
  check (rk_parse_places ("51 3\n52,5 4\r\n"), "51 3;52.5 4");
  check (rk_parse_places ("51 3 0 0; 52 4 0 0;"), "51 3;52 4");
  check (rk_parse_places ("51,05; 3,72"), "51.05 3.72");
  check (rk_parse_places ("51 3\nhier"), NULL);
  check (rk_parse_places (" \n"), NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/format/numbers", test_numbers);
  g_test_add_func ("/format/scores-round-half-up-once", test_scores_round_half_up_once);
  g_test_add_func ("/format/another-locale-changes-nothing", test_another_locale_changes_nothing);
  g_test_add_func ("/format/what-people-type-is-a-number", test_what_people_type_is_a_number);
  g_test_add_func ("/format/formatted-numbers-read-back", test_formatted_numbers_read_back);
  g_test_add_func ("/format/dates", test_dates);
  g_test_add_func ("/format/dates-near-today-are-relative", test_dates_near_today_are_relative);
  g_test_add_func ("/format/what-people-type-is-a-date", test_what_people_type_is_a_date);
  g_test_add_func ("/format/what-people-type-is-a-time", test_what_people_type_is_a_time);
  g_test_add_func ("/format/what-people-type-is-a-month-or-a-year",
                   test_what_people_type_is_a_month_or_a_year);
  g_test_add_func ("/format/what-people-copy-is-a-place", test_what_people_copy_is_a_place);
  return g_test_run ();
}
