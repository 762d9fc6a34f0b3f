/* SPDX-License-Identifier: EUPL-1.2 */
/* What holds for every landscape, on random ones. */
#include "analysis-fixture.h"

#define COMPONENTS 8
#define APPLICATIONS 12

static const char *
pick (GRand *random, const char *const *values, int n)
{
  int i = g_rand_int_range (random, 0, n + 1);

  return i < n ? values[i] : NULL; /* unknown now and then */
}

static void
fill (Fixture *f, GRand *random)
{
  static const char *const statuses[] = { "planned", "in_use", "in_use", "phasing_out", "retired" };
  static const char *const suppliers[] = { "s0", "s1", "s2" };
  static const char *const domains[] = { "Odd", "Even", "Third" };
  static const char *const costs[] = { "0", "100", "250.75", "12000" };
  static const char *const levels[] = { "1", "2", "3", "4" };
  static const char *const weights[] = { "0", "1", "2.5" };
  static const char *const types[] = { "standard", "custom" };
  g_autoptr (RkChange) change = rk_change_new (f->store, "Fill");

  for (guint i = 0; i < G_N_ELEMENTS (suppliers); i++)
    rk_change_set (change, "supplier", suppliers[i], "name", suppliers[i], NULL);
  for (int i = 0; i < APPLICATIONS; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%d", i);

      rk_change_set (change, "application", id, "name", id, "status",
                     pick (random, statuses, G_N_ELEMENTS (statuses)), "supplier",
                     pick (random, suppliers, G_N_ELEMENTS (suppliers)), "domain",
                     pick (random, domains, G_N_ELEMENTS (domains)), "annual_cost",
                     pick (random, costs, G_N_ELEMENTS (costs)), "criticality",
                     pick (random, levels, G_N_ELEMENTS (levels)), NULL);
    }
  for (int i = 0; i < 2 * APPLICATIONS; i++)
    {
      g_autofree char *fit = g_strdup_printf ("f%d", i), *link = g_strdup_printf ("i%d", i);
      g_autofree char *from = g_strdup_printf ("a%d", g_rand_int_range (random, 0, APPLICATIONS));
      g_autofree char *to = g_strdup_printf ("a%d", g_rand_int_range (random, 0, APPLICATIONS));
      g_autofree char *component =
          g_strdup_printf ("c%d", g_rand_int_range (random, 1, COMPONENTS + 3));

      rk_change_set (change, "fit", fit, "application", from, "component", component, "weight",
                     pick (random, weights, G_N_ELEMENTS (weights)), NULL);
      rk_change_set (change, "interface", link, "source", from, "target", to, "type",
                     pick (random, types, G_N_ELEMENTS (types)), NULL);
    }
  fixture_apply (change);
}

static double
add_up (const RkAnalysis *analysis, const char *column)
{
  double sum = 0;

  for (guint i = 0; i < analysis->rows->len; i++)
    {
      double number =
          rk_analysis_row_get_number (analysis, g_ptr_array_index (analysis->rows, i), column);

      sum += isnan (number) ? 0 : number;
    }
  return sum;
}

/* Shares of one whole add up to it, and what is divided to what there was. */
static void
check_sums (RkAnalysisInput *input)
{
  g_autoptr (RkAnalysis) cost = rk_analysis_run ("cost", input);
  g_autoptr (RkAnalysis) components = rk_analysis_run ("component-cost", input);
  g_autoptr (RkAnalysis) suppliers = rk_analysis_run ("suppliers", input);
  double total = rk_analysis_find_figure (cost, "total")->value;

  if (!isnan (total) && total > 0)
    {
      assert_number (add_up (cost, "share"), 100);
      assert_number (add_up (cost, "cost"), total);
      assert_number (add_up (components, "cost"), total);
    }
  if (suppliers->rows->len > 0)
    {
      double cost_shares = add_up (suppliers, "cost_share");

      assert_number (add_up (suppliers, "share"), 100);
      g_assert_true (cost_shares < NEAR || fabs (cost_shares - 100) < NEAR);
    }
}

static double
find_coverage (Fixture *f)
{
  g_autoptr (RkAnalysisInput) input = fixture_load (f, TODAY);
  g_autoptr (RkAnalysis) gaps = NULL;
  double gap, filled;

  rk_analysis_input_set_scope (input, fixture_scope (COMPONENTS));
  check_sums (input);
  gaps = rk_analysis_run ("gaps", input);
  gap = rk_analysis_find_figure (gaps, "gaps")->value;
  filled = rk_analysis_find_figure (gaps, "filled")->value;
  g_assert_cmpfloat (gap + filled, <=, COMPONENTS);
  return rk_analysis_find_figure (gaps, "coverage")->value;
}

static void
test_removing_never_raises_coverage (Fixture *f, gconstpointer data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int round = 0; round < 6; round++)
    {
      double before;

      fill (f, random);
      before = find_coverage (f);
      for (int i = 0; i < 4; i++)
        {
          g_autofree char *id = g_strdup_printf ("a%d", g_rand_int_range (random, 0, APPLICATIONS));
          double after;

          fixture_remove (f, "application", id);
          after = find_coverage (f);
          g_assert_cmpfloat (after, <=, before + NEAR);
          before = after;
        }
    }
}

/* Taking a value away makes it unknown: it never adds to a figure, and the count goes up. */
static void
test_what_is_taken_away_is_unknown (Fixture *f, gconstpointer data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  fill (f, random);
  fixture_put (f, "application", "a0", "status", "in_use", "annual_cost", "500", "supplier", "s0",
               "criticality", "4");
  for (int i = 0; i < 3; i++)
    {
      static const char *const fields[] = { "annual_cost", "supplier", "criticality" };
      static const char *const names[] = { "cost", "supplier", "criticality" };
      g_autoptr (RkAnalysis) before = fixture_analyse (f, "suppliers");
      g_autoptr (RkAnalysis) after = NULL;

      fixture_put (f, "application", "a0", fields[i], NULL);
      after = fixture_analyse (f, "suppliers");
      g_assert_cmpuint (count_unknown (after, names[i]), ==, count_unknown (before, names[i]) + 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/analysis/removing-never-raises-coverage", Fixture, NULL, fixture_set_up,
              test_removing_never_raises_coverage, fixture_tear_down);
  g_test_add ("/analysis/what-is-taken-away-is-unknown", Fixture, NULL, fixture_set_up,
              test_what_is_taken_away_is_unknown, fixture_tear_down);
  return g_test_run ();
}
