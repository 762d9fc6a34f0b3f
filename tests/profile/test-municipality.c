/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-municipality.h"

#include <string.h>

static RkMunicipality *
get (GListModel *list, guint position)
{
  g_autoptr (RkMunicipality) item = g_list_model_get_item (list, position);

  return item; /* the list keeps it */
}

static void
test_lists_all_285_by_name (void)
{
  g_autoptr (GListModel) all = rk_municipality_list ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 285);
  for (guint i = 0; i < 285; i++)
    {
      RkMunicipality *m = get (all, i);

      g_assert_cmpuint (strlen (rk_municipality_get_nis (m)), ==, 5);
      g_assert_true (g_hash_table_add (seen, (char *) rk_municipality_get_nis (m)));
      g_assert_null (rk_municipality_get_former_match (m));
      if (i > 0)
        g_assert_cmpstr (rk_municipality_get_name (get (all, i - 1)), <,
                         rk_municipality_get_name (m));
    }
  g_assert_cmpstr (rk_municipality_get_name (get (all, 0)), ==, "Aalst");
}

static void
test_each_province_has_its_number (void)
{
  static const struct
  {
    const char *name;
    int n;
  } provinces[] = { { "Antwerpen", 67 },
                    { "Limburg", 38 },
                    { "Oost-Vlaanderen", 55 },
                    { "Vlaams-Brabant", 63 },
                    { "West-Vlaanderen", 62 } };
  g_autoptr (GListModel) all = rk_municipality_list ();

  for (guint p = 0; p < G_N_ELEMENTS (provinces); p++)
    {
      int n = 0;

      for (guint i = 0; i < g_list_model_get_n_items (all); i++)
        n += g_str_equal (rk_municipality_get_province (get (all, i)), provinces[p].name);
      g_assert_cmpint (n, ==, provinces[p].n);
    }
}

static void
test_search_puts_names_that_begin_with_it_first (void)
{
  g_autoptr (GListModel) found = rk_municipality_search ("gent");
  g_autoptr (GListModel) inside = rk_municipality_search ("sel");
  guint n = g_list_model_get_n_items (inside);
  gboolean inner = FALSE;

  g_assert_cmpstr (rk_municipality_get_name (get (found, 0)), ==, "Gent");
  g_assert_cmpuint (n, >, 1);
  for (guint i = 0; i < n; i++)
    {
      gboolean begins = g_str_has_prefix (rk_municipality_get_name (get (inside, i)), "Sel");

      g_assert_false (begins && inner);
      inner = inner || !begins;
    }
}

static void
test_search_folds_and_takes_any_part (void)
{
  g_autoptr (GListModel) dashes = rk_municipality_search ("heist op den");
  g_autoptr (GListModel) accents = rk_municipality_search ("ASSÉNEDE");
  g_autoptr (GListModel) nothing = rk_municipality_search ("zzz");

  g_assert_cmpuint (g_list_model_get_n_items (dashes), ==, 1);
  g_assert_cmpstr (rk_municipality_get_name (get (dashes, 0)), ==, "Heist-op-den-Berg");
  g_assert_cmpuint (g_list_model_get_n_items (accents), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (nothing), ==, 0);
}

static void
test_search_finds_former_names (void)
{
  g_autoptr (GListModel) former = rk_municipality_search ("galmaar");
  g_autoptr (GListModel) today = rk_municipality_search ("pajot");

  g_assert_cmpuint (g_list_model_get_n_items (former), ==, 1);
  g_assert_cmpstr (rk_municipality_get_name (get (former, 0)), ==, "Pajottegem");
  g_assert_cmpstr (rk_municipality_get_former_match (get (former, 0)), ==, "Galmaarden");
  g_assert_null (rk_municipality_get_former_match (get (today, 0)));
}

static void
test_find_knows_real_codes_only (void)
{
  g_autoptr (RkMunicipality) real = rk_municipality_find ("23106");

  g_assert_cmpstr (rk_municipality_get_name (real), ==, "Pajottegem");
  g_assert_null (rk_municipality_find ("23023")); /* a code of before the merger */
  g_assert_null (rk_municipality_find ("99001")); /* the example */
  g_assert_null (rk_municipality_find (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/municipality/lists-all-285-by-name", test_lists_all_285_by_name);
  g_test_add_func ("/municipality/each-province-has-its-number", test_each_province_has_its_number);
  g_test_add_func ("/municipality/search-puts-names-that-begin-with-it-first",
                   test_search_puts_names_that_begin_with_it_first);
  g_test_add_func ("/municipality/search-folds-and-takes-any-part",
                   test_search_folds_and_takes_any_part);
  g_test_add_func ("/municipality/search-finds-former-names", test_search_finds_former_names);
  g_test_add_func ("/municipality/find-knows-real-codes-only", test_find_knows_real_codes_only);
  return g_test_run ();
}
