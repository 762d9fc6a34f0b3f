/* SPDX-License-Identifier: EUPL-1.2 */
/* usage: bench-analysis FOLDER : a landscape of 500 applications and 2,000 interfaces: reading it,
 * and each analysis. A line each: what it is, milliseconds (the best of five). */
#include "rk-analysis.h"
#include "rk-change.h"
#include "rk-portfolio-kinds.h"

#define APPLICATIONS 500
#define INTERFACES 2000
#define COMPONENTS 150
#define ROUNDS 5

static char *
name_of (const char *kind, int i)
{
  return g_strdup_printf ("%s%d", kind, i);
}

static void
put (RkChange *change, const char *kind, const char *id, const char *field, const char *prefix,
     int i)
{
  g_autofree char *value = name_of (prefix, i);

  rk_change_set (change, kind, id, field, value, NULL);
}

static void
fill_applications (RkChange *change, GRand *random)
{
  static const char *const statuses[] = { "planned", "in_use", "in_use", "in_use", "phasing_out" };

  for (int i = 0; i < APPLICATIONS; i++)
    {
      g_autofree char *id = name_of ("a", i), *fit = name_of ("f", i), *contract = name_of ("k", i);
      g_autofree char *cost = g_strdup_printf ("%d", g_rand_int_range (random, 100, 90000));
      g_autofree char *domain = g_strdup_printf ("Domain %d", i % 20);
      g_autofree char *level = g_strdup_printf ("%d", i % 4 + 1);
      g_autofree char *component = name_of ("c", g_rand_int_range (random, 0, COMPONENTS));
      g_autofree char *end = g_strdup_printf ("%d-06-30", 2027 + i % 4);

      rk_change_set (change, "application", id, "name", id, "status", statuses[i % 5], "domain",
                     domain, "annual_cost", cost, "criticality", level, NULL);
      put (change, "application", id, "supplier", "s", g_rand_int_range (random, 0, 40));
      put (change, "application", id, "product", "p", g_rand_int_range (random, 0, 200));
      rk_change_set (change, "fit", fit, "application", id, "component", component, NULL);
      rk_change_set (change, "contract", contract, "name", contract, "applications", id, "end_date",
                     end, "notice_months", "6", "tacit_renewal", "true", "renewal_months", "12",
                     NULL);
      for (int q = 0; q < RK_REGIE_N_QUESTIONS; q++)
        {
          g_autofree char *answer = g_strdup_printf ("q%d-%d", i, q);

          rk_change_set (change, "regie_answer", answer, "application", id, "question",
                         rk_regie_questions[q].id, "value", "50", NULL);
        }
    }
}

static void
fill (RkStore *store)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (RkChange) change = rk_change_new (store, "Fill");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *id = name_of ("s", i);

      rk_change_set (change, "supplier", id, "name", id, NULL);
    }
  for (int i = 0; i < 200; i++)
    {
      g_autofree char *id = name_of ("p", i);
      g_autofree char *components = name_of ("c", i % COMPONENTS);

      rk_change_set (change, "product", id, "name", id, "components", components, NULL);
    }
  fill_applications (change, random);
  for (int i = 0; i < INTERFACES; i++)
    {
      g_autofree char *id = name_of ("i", i);

      put (change, "interface", id, "source", "a", g_rand_int_range (random, 0, APPLICATIONS));
      put (change, "interface", id, "target", "a", g_rand_int_range (random, 0, APPLICATIONS));
      rk_change_set (change, "interface", id, "type", i % 3 ? "standard" : "custom", NULL);
    }
  rk_change_set_bulk (change, TRUE);
  if (!rk_change_apply (change, &error))
    g_error ("%s", error->message);
}

static void
measure_load (RkStore *store)
{
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (RkAnalysisInput) input = rk_analysis_input_load (store, "2026-11-23", NULL);

      best = MIN (best, g_get_monotonic_time () - begin);
    }
  g_print ("%-16s %7.1f ms\n", "read", (double) best / 1000);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = g_build_filename (argc > 1 ? argv[1] : ".", "analysis.regiekamer", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkStore) store = rk_store_open (path, rk_portfolio_kinds, RK_STORE_CREATE, &error);
  g_autoptr (RkAnalysisInput) input = NULL;

  if (store == NULL)
    g_error ("%s", error->message);
  fill (store);
  measure_load (store);
  input = rk_analysis_input_load (store, "2026-11-23", NULL);
  for (guint i = 0; rk_analyses[i].name != NULL; i++)
    {
      gint64 best = G_MAXINT64;

      for (guint round = 0; round < ROUNDS; round++)
        {
          gint64 begin = g_get_monotonic_time ();
          g_autoptr (RkAnalysis) analysis = rk_analysis_run (rk_analyses[i].name, input);

          best = MIN (best, g_get_monotonic_time () - begin);
        }
      g_print ("%-16s %7.1f ms%s\n", rk_analyses[i].name, (double) best / 1000,
               best > 100000 ? "  over 100 ms" : "");
    }
  return 0;
}
