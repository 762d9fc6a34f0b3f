/* SPDX-License-Identifier: EUPL-1.2 */
/* Suggestions by name, and the order and conditions of lists. */
#include "rk-portfolio-kinds.h"
#include "rk-record-filter.h"
#include "rk-suggest.h"

static void
test_similarity (void)
{
  g_assert_cmpfloat (rk_suggest_similarity ("Burger-punt", "BURGER PUNT"), ==, 1);
  g_assert_cmpfloat (rk_suggest_similarity ("", "x"), ==, 0);
  g_assert_cmpfloat (rk_suggest_similarity ("Afsprakenwijzer", "Afsprakenregister"), >, 0.4);
  g_assert_cmpfloat (rk_suggest_similarity ("Afsprakenwijzer", "Kassasysteem"), <, 0.2);
  /* symmetric, and between 0 and 1 */
  g_assert_cmpfloat_with_epsilon (rk_suggest_similarity ("Kassa Zwembad", "Kassasysteem"),
                                  rk_suggest_similarity ("Kassasysteem", "Kassa Zwembad"), 1e-9);
}

static void
test_order (void)
{
  const char *const texts[] = { "KassaPlus", "Kasregister voor het loket", NULL };
  const char *const candidates[] = { "Documentbeheer", "Afsprakenregister",  "Kassasysteem",
                                     "Kasbeheer",      "Ledenadministratie", NULL };
  g_autoptr (GArray) found = rk_suggest (texts, candidates, 3);

  g_assert_cmpuint (found->len, >=, 1);
  g_assert_cmpuint (found->len, <=, 3);
  g_assert_cmpstr (candidates[g_array_index (found, RkSuggestion, 0).index], ==, "Kassasysteem");
  for (guint i = 1; i < found->len; i++)
    g_assert_cmpfloat (g_array_index (found, RkSuggestion, i - 1).similarity, >=,
                       g_array_index (found, RkSuggestion, i).similarity);
}

static void
test_nothing_alike (void)
{
  g_autoptr (GArray) found = rk_suggest ((const char *const[]){ "Xyz", NULL },
                                         (const char *const[]){ "Documentbeheer", NULL }, 3);

  g_assert_cmpuint (found->len, ==, 0);
}

static void
test_filter_text (void)
{
  g_autoptr (RkRecordFilter) filter = rk_record_filter_new (&rk_kind_application);
  g_autoptr (RkRecordFilter) copy = rk_record_filter_new (&rk_kind_application);
  g_autofree char *where = NULL, *again = NULL, *text = NULL;
  g_auto (GStrv) parameters = NULL;
  g_auto (GStrv) same = NULL;

  rk_record_filter_set_values (filter, "status", (const char *const[]){ "in_use", "", NULL });
  rk_record_filter_set_range (filter, "annual_cost", "1000", NULL);
  rk_record_filter_set_values (filter, "nonsense", (const char *const[]){ "x", NULL });
  where = rk_record_filter_dup_where (filter, NULL, &parameters);
  g_assert_cmpstr (where, ==,
                   "(\"status\" = ?1 OR \"status\" IS NULL) AND (\"annual_cost\" IS NOT NULL AND "
                   "CAST (\"annual_cost\" AS REAL) >= CAST (?2 AS REAL))");
  g_assert_cmpuint (g_strv_length (parameters), ==, 2);

  text = rk_record_filter_save (filter);
  rk_record_filter_load (copy, text);
  again = rk_record_filter_dup_where (copy, NULL, &same);
  g_assert_cmpstr (again, ==, where);
}

static void
test_filter_is_no_door (void)
{
  g_autoptr (RkRecordFilter) filter = rk_record_filter_new (&rk_kind_application);

  rk_record_filter_load (filter, "not json");
  rk_record_filter_load (filter, "[1, {\"field\": \"nowhere\"}, {\"field\": \"status\", \"values\":"
                                 " [[1], {}]}]");
  g_assert_true (rk_record_filter_is_empty (filter));
}

static void
test_orders (void)
{
  g_autofree char *name = rk_record_order (&rk_kind_application, "name", FALSE, TRUE);
  g_autofree char *cost = rk_record_order (&rk_kind_application, "annual_cost", FALSE, FALSE);
  g_autofree char *status = rk_record_order (&rk_kind_application, "status", FALSE, FALSE);

  g_assert_cmpstr (name, ==, "\"name\" IS NULL, rk_fold (\"name\") DESC");
  g_assert_cmpstr (cost, ==, "\"annual_cost\" IS NULL, CAST (\"annual_cost\" AS REAL)");
  g_assert_cmpstr (status, ==,
                   "\"status\" IS NULL, CASE \"status\" WHEN 'planned' THEN 0 WHEN 'in_use' THEN 1"
                   " WHEN 'phasing_out' THEN 2 WHEN 'retired' THEN 3 ELSE 4 END");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggest/similarity", test_similarity);
  g_test_add_func ("/suggest/best-first", test_order);
  g_test_add_func ("/suggest/nothing-alike", test_nothing_alike);
  g_test_add_func ("/record-filter/comes-back-from-text", test_filter_text);
  g_test_add_func ("/record-filter/text-is-no-door", test_filter_is_no_door);
  g_test_add_func ("/record-filter/orders", test_orders);
  return g_test_run ();
}
