/* SPDX-License-Identifier: EUPL-1.2 */
#include "portfolio-fixture.h"
#include "rk-landscape.h"

#include <math.h>

#define TODAY "2026-11-23"

static RkLandscape *
load (Fixture *f, const char *date)
{
  g_autoptr (GError) error = NULL;
  RkLandscape *landscape = rk_landscape_load (f->store, date, &error);

  g_assert_no_error (error);
  g_assert_nonnull (landscape);
  return landscape;
}

static void
test_nothing_known_is_unknown (Fixture *f, gconstpointer data)
{
  g_autoptr (RkLandscape) landscape = NULL;
  RkLandApplication *application;

  fixture_put (f, "application", "a1", "name", "Kassa", "product", "gone", "supplier", "gone");
  landscape = load (f, TODAY);
  application = rk_landscape_find_application (landscape, "a1");
  g_assert_cmpstr (application->name, ==, "Kassa");
  g_assert_null (application->product);
  g_assert_null (application->supplier);
  g_assert_null (application->contract);
  g_assert_null (application->domain);
  g_assert_cmpint (application->status, ==, RK_LIFECYCLE_UNKNOWN);
  g_assert_cmpint (application->criticality, ==, -1);
  g_assert_cmpint (application->users, ==, -1);
  g_assert_cmpint (application->personal_data, ==, -1);
  g_assert_true (isnan (application->annual_cost));
  g_assert_true (isnan (application->satisfaction));
  g_assert_true (isnan (application->regie));
  g_assert_null (rk_landscape_find_application (landscape, "a2"));
  g_assert_null (rk_landscape_get_fits (landscape, "c1"));
}

static void
test_zero_is_known (Fixture *f, gconstpointer data)
{
  g_autoptr (RkLandscape) landscape = NULL;
  RkLandApplication *application;

  fixture_put (f, "application", "a1", "name", "Kassa", "annual_cost", "0", "users", "0",
               "personal_data", "false", "availability", "0");
  landscape = load (f, TODAY);
  application = rk_landscape_find_application (landscape, "a1");
  g_assert_cmpfloat (application->annual_cost, ==, 0);
  g_assert_cmpint (application->users, ==, 0);
  g_assert_cmpint (application->personal_data, ==, 0);
  g_assert_cmpint (application->availability, ==, 0);
}

static void
test_records_refer_to_each_other (Fixture *f, gconstpointer data)
{
  g_autoptr (RkLandscape) landscape = NULL;
  RkLandApplication *cash, *books;
  RkLandInterface *link;

  fixture_put (f, "supplier", "s1", "name", "Nordale");
  fixture_put (f, "product", "p1", "name", "KassaPlus", "supplier", "s1", "components", "c1 c2");
  fixture_put (f, "product_version", "v1", "product", "p1", "label", "3");
  fixture_put (f, "standard", "t1", "name", "OSLO Betalen");
  fixture_put (f, "product_standard", "ps1", "product", "p1", "standard", "t1", "claim", "proven");
  fixture_put (f, "application", "a1", "name", "Kassa", "product", "p1", "version", "v1",
               "successor", "a2");
  fixture_put (f, "application", "a2", "name", "Boeken");
  fixture_put (f, "fit", "f1", "application", "a1", "component", "c1", "component_name", "Kassa",
               "weight", "0.25");
  fixture_put (f, "interface", "i1", "source", "a1", "target", "a2", "type", "custom");
  fixture_put (f, "interface", "i2", "source", "a2", "target_name", "Bank");
  fixture_put (f, "rating", "r1", "application", "a1", "grade", "2");
  fixture_put (f, "rating", "r2", "application", "a1", "grade", "5");
  fixture_put (f, "building_block", "b1", "name", "MAGDA");
  fixture_put (f, "adoption", "d1", "building_block", "b1", "application", "a2", "status",
               "planned");
  fixture_put (f, "regie_answer", "q1", "application", "a1", "question", "D1", "value", "25");
  landscape = load (f, TODAY);
  cash = rk_landscape_find_application (landscape, "a1");
  books = rk_landscape_find_application (landscape, "a2");
  g_assert_cmpstr (cash->supplier->name, ==, "Nordale");
  g_assert_cmpstr (cash->version->label, ==, "3");
  g_assert_true (cash->successor == books);
  g_assert_true (g_strv_contains ((const char *const *) cash->product->components, "c2"));
  g_assert_cmpstr (((RkLandClaim *) cash->product->claims->pdata[0])->standard->name, ==,
                   "OSLO Betalen");
  g_assert_cmpfloat (((RkLandFit *) cash->fits->pdata[0])->weight, ==, 0.25);
  g_assert_true (rk_landscape_get_fits (landscape, "c1")->pdata[0] == cash->fits->pdata[0]);
  g_assert_cmpstr (rk_landscape_get_component_name (landscape, "c1"), ==, "Kassa");
  link = rk_landscape_find_interface (landscape, "i1");
  g_assert_true (link->source == cash && link->target == books);
  g_assert_cmpint (link->type, ==, RK_LAND_INTERFACE_CUSTOM);
  g_assert_cmpuint (books->interfaces->len, ==, 2);
  g_assert_cmpfloat (cash->satisfaction, ==, 3.5);
  g_assert_cmpuint (cash->n_ratings, ==, 2);
  g_assert_cmpstr (((RkLandAdoption *) books->adoptions->pdata[0])->block->name, ==, "MAGDA");
  g_assert_cmpstr (((RkLandAnswer *) cash->answers->pdata[0])->value, ==, "25");
}

static void
test_its_own_supplier_wins (Fixture *f, gconstpointer data)
{
  g_autoptr (RkLandscape) landscape = NULL;

  fixture_put (f, "supplier", "s1", "name", "Maker");
  fixture_put (f, "supplier", "s2", "name", "Reseller");
  fixture_put (f, "product", "p1", "name", "KassaPlus", "supplier", "s1");
  fixture_put (f, "application", "a1", "name", "Kassa", "product", "p1", "supplier", "s2");
  landscape = load (f, TODAY);
  g_assert_cmpstr (rk_landscape_find_application (landscape, "a1")->supplier->name, ==, "Reseller");
}

/* What stands on a component depends on the day. */
static void
test_a_fit_has_its_own_days (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *date;
    RkLifecycle first, second;
  } cases[] = {
    { TODAY, RK_LIFECYCLE_IN_USE, RK_LIFECYCLE_PLANNED },
    { "2027-06-30", RK_LIFECYCLE_IN_USE, RK_LIFECYCLE_IN_USE },
    { "2027-07-01", RK_LIFECYCLE_RETIRED, RK_LIFECYCLE_IN_USE },
    { "2029-01-01", RK_LIFECYCLE_RETIRED, RK_LIFECYCLE_RETIRED },
  };

  fixture_put (f, "application", "a1", "name", "Kassa", "status", "in_use", "end_date",
               "2028-12-31");
  fixture_put (f, "fit", "f1", "application", "a1", "component", "c1", "end_date", "2027-06-30");
  fixture_put (f, "fit", "f2", "application", "a1", "component", "c1", "start_date", "2027-01-01");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RkLandscape) landscape = load (f, cases[i].date);
      GPtrArray *fits = rk_landscape_get_fits (landscape, "c1");

      g_assert_cmpint (((RkLandFit *) fits->pdata[0])->status, ==, cases[i].first);
      g_assert_cmpint (((RkLandFit *) fits->pdata[1])->status, ==, cases[i].second);
    }
}

static void
test_the_contract_that_ends_first (Fixture *f, gconstpointer data)
{
  g_autoptr (RkLandscape) landscape = NULL;
  const RkLandContract *contract;

  fixture_put (f, "application", "a1", "name", "Kassa");
  fixture_put (f, "application", "a2", "name", "Boeken");
  fixture_put (f, "contract", "k1", "name", "Ended", "applications", "a1", "end_date",
               "2026-01-01");
  fixture_put (f, "contract", "k2", "name", "No end", "applications", "a1 a2 gone");
  fixture_put (f, "contract", "k3", "name", "First", "applications", "a1", "end_date", "2027-07-31",
               "notice_months", "6");
  fixture_put (f, "contract", "k4", "name", "Later", "applications", "a1", "end_date",
               "2029-07-31");
  fixture_put (f, "contract", "k5", "name", "Not begun", "applications", "a1", "start_date",
               "2027-01-01", "end_date", "2027-02-01");
  landscape = load (f, TODAY);
  contract = rk_landscape_find_application (landscape, "a1")->contract;
  g_assert_cmpstr (contract->name, ==, "First");
  g_assert_cmpstr (contract->term.notice, ==, "2027-01-31");
  g_assert_cmpuint (rk_landscape_find_application (landscape, "a1")->contracts->len, ==, 5);
  contract = rk_landscape_find_application (landscape, "a2")->contract;
  g_assert_cmpstr (contract->name, ==, "No end");
  g_assert_cmpuint (contract->applications->len, ==, 2);
}

static void
test_a_wrong_date_is_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rk_landscape_load (f->store, "2027-02-30", &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
}

static void
add (const char *name, void (*test) (Fixture *f, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/landscape/", name, NULL);

  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("nothing-known-is-unknown", test_nothing_known_is_unknown);
  add ("zero-is-known", test_zero_is_known);
  add ("records-refer-to-each-other", test_records_refer_to_each_other);
  add ("its-own-supplier-wins", test_its_own_supplier_wins);
  add ("a-fit-has-its-own-days", test_a_fit_has_its_own_days);
  add ("the-contract-that-ends-first", test_the_contract_that_ends_first);
  add ("a-wrong-date-is-refused", test_a_wrong_date_is_refused);
  return g_test_run ();
}
