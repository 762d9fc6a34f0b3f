/* SPDX-License-Identifier: EUPL-1.2 */
/* Components without an application in use, and components with two or more. */
#include "config.h"
#include "rk-analysis-private.h"
#include "rk-coverage.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
add_applications (RkAnalysisRow *row, RkAnalysisInput *input, const char *component,
                  RkLifecycle status)
{
  GPtrArray *fits = rk_landscape_get_fits (input->landscape, component);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; fits != NULL && i < fits->len; i++)
    {
      const RkLandFit *fit = g_ptr_array_index (fits, i);

      if (fit->status != RK_LIFECYCLE_RETIRED &&
          (status == RK_LIFECYCLE_UNKNOWN || fit->status == status) &&
          g_hash_table_add (seen, fit->application))
        rk_analysis_row_add_record (row, "application", fit->application->id);
    }
}

/* Applications that nobody placed are on no component, and so fill in nothing. */
static void
add_unplaced (RkAnalysis *self, RkAnalysisInput *input)
{
  RkAnalysisUnknown *unknown = rk_analysis_unknown_new ("place", "application");

  for (guint i = 0; i < input->landscape->applications->len; i++)
    {
      const RkLandApplication *application = g_ptr_array_index (input->landscape->applications, i);
      gboolean placed = FALSE;

      for (guint j = 0; j < application->fits->len && !placed; j++)
        placed = g_hash_table_contains (input->scope_by_key,
                                        ((RkLandFit *) g_ptr_array_index (application->fits, j))
                                            ->component);
      if (!placed && application->status != RK_LIFECYCLE_RETIRED)
        rk_analysis_unknown_add (unknown, application->id);
    }
  rk_analysis_add_unknown (
      self, unknown,
      g_strdup_printf (ngettext ("%u application has no place on the reference architecture.",
                                 "%u applications have no place on the reference architecture.",
                                 unknown->records->len),
                       unknown->records->len));
}

static void
add_gap_row (RkAnalysis *self, RkAnalysisInput *input, const RkScopeComponent *component,
             const RkCoverage *coverage)
{
  RkAnalysisRow *row = rk_analysis_add_row (self, "component", component->key, component->name);

  rk_analysis_row_add_text (row, component->domain);
  rk_analysis_row_add_text (row, rk_coverage_get_label (coverage->state));
  rk_analysis_row_add_number (row, coverage->n[RK_LIFECYCLE_PLANNED]);
  rk_analysis_row_add_number (row, coverage->n[RK_LIFECYCLE_PHASING_OUT]);
  add_applications (row, input, component->key, RK_LIFECYCLE_UNKNOWN);
}

static void
say_gaps (RkAnalysis *self, const guint *states, guint gaps, guint scope)
{
  g_autofree char *first = NULL;

  if (scope == 0)
    {
      self->enough = FALSE;
      rk_analysis_take_sentence (self,
                                 g_strdup (
                                     _ ("Load a reference architecture to see what is missing.")));
      return;
    }
  if (gaps == 0)
    {
      rk_analysis_take_sentence (
          self, g_strdup (_ ("Every component of the reference architecture has an application.")));
      return;
    }
  first = g_strdup_printf (ngettext ("Of %2$u components, %1$u has no application in use.",
                                     "Of %2$u components, %1$u have no application in use.", gaps),
                           gaps, scope);
  if (states[RK_COVERAGE_PLANNED] + states[RK_COVERAGE_LEAVING] == 0)
    rk_analysis_take_sentence (self, g_steal_pointer (&first));
  else
    rk_analysis_take_sentence (
        self, g_strdup_printf (
                  /* Translators: the sentence before; numbers of components. */
                  _ ("%s For %u of them one is planned, for %u one is phasing out."), first,
                     states[RK_COVERAGE_PLANNED], states[RK_COVERAGE_LEAVING]));
}

void
rk_analysis_compute_gaps (RkAnalysis *self, RkAnalysisInput *input)
{
  RkAnalysisUnknown *unknown = rk_analysis_unknown_new ("status", "application");
  guint states[RK_COVERAGE_TWICE + 1] = { 0 }, gaps = 0, filled;
  guint scope = input->has_architecture ? input->scope->len : 0;

  rk_analysis_add_column (self, "domain", _ ("Domain"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "state", _ ("What there is"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "planned", _ ("Planned"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "phasing_out", _ ("Phasing out"), RK_VALUE_COUNT);
  for (guint i = 0; i < input->scope->len; i++)
    {
      const RkScopeComponent *component = g_ptr_array_index (input->scope, i);
      GPtrArray *fits = rk_landscape_get_fits (input->landscape, component->key);
      RkCoverage coverage;

      rk_coverage_get (&coverage, input->landscape, component->key);
      states[coverage.state]++;
      for (guint j = 0; coverage.state == RK_COVERAGE_UNKNOWN && j < fits->len; j++)
        if (((RkLandFit *) g_ptr_array_index (fits, j))->status == RK_LIFECYCLE_UNKNOWN)
          rk_analysis_unknown_add (unknown,
                                   ((RkLandFit *) g_ptr_array_index (fits, j))->application->id);
      if (!rk_coverage_is_gap (&coverage))
        continue;
      gaps++;
      add_gap_row (self, input, component, &coverage);
    }
  filled = states[RK_COVERAGE_FILLED] + states[RK_COVERAGE_TWICE];
  rk_analysis_add_figure (self, "gaps",
                          _ ("Components without an application in use"), RK_VALUE_COUNT,
                             scope > 0 ? gaps : NAN);
  rk_analysis_add_figure (self, "components",
                          _ ("Components"), RK_VALUE_COUNT, scope > 0 ? scope : NAN);
  rk_analysis_add_figure (self, "filled",
                          _ ("Components with an application in use"), RK_VALUE_COUNT, filled);
  rk_analysis_add_figure (self, "coverage",
                          _ ("Coverage"), RK_VALUE_PERCENT,
                             scope > 0 ? 100.0 * filled / scope : NAN);
  rk_analysis_add_unknown (
      self, unknown,
      g_strdup_printf (
          ngettext ("Of %u application the status is not filled in. Whether its component "
                    "is missing cannot be told.",
                    "Of %u applications the status is not filled in. Whether their "
                    "components are missing cannot be told.",
                    unknown->records->len),
          unknown->records->len));
  add_unplaced (self, input);
  self->why = g_strdup (_ ("A component is missing when no application on it is in use on this "
                           "date. Coverage is the share of all components with one in use."));
  say_gaps (self, states, gaps, scope);
}

/* --- overlaps -------------------------------------------------------------------------------- */

typedef struct
{
  GHashTable *applications; /* set, in all overlaps */
  RkAnalysisUnknown *no_cost;
  double cost;
} Overlaps;

static void
add_overlap_row (RkAnalysis *self, RkAnalysisInput *input, const RkScopeComponent *component,
                 const RkCoverage *coverage, Overlaps *all)
{
  RkAnalysisRow *row = rk_analysis_add_row (self, "component", component->key, component->name);
  g_autoptr (GString) names = g_string_new (NULL);
  double cost = 0;
  gboolean known = FALSE;

  add_applications (row, input, component->key, RK_LIFECYCLE_IN_USE);
  for (guint i = 0; i < row->records->len; i++)
    {
      RkLandApplication *application =
          rk_landscape_find_application (input->landscape, g_ptr_array_index (row->records, i));
      gboolean first = g_hash_table_add (all->applications, application);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", application->name);
      if (isnan (application->annual_cost))
        {
          if (first)
            rk_analysis_unknown_add (all->no_cost, application->id);
          continue;
        }
      known = TRUE;
      cost += application->annual_cost;
      all->cost += first ? application->annual_cost : 0;
    }
  rk_analysis_row_add_text (row, component->domain);
  rk_analysis_row_add_number (row, coverage->n_products);
  rk_analysis_row_add_text (row, names->str);
  rk_analysis_row_add_number (row, known ? cost : NAN);
}

static void
say_overlaps (RkAnalysis *self, guint n_filled)
{
  const RkAnalysisRow *row = self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;

  if (n_filled == 0)
    {
      self->enough = FALSE;
      rk_analysis_take_sentence (
          self, g_strdup (_ ("Place applications on components to see what is there twice.")));
    }
  else if (row == NULL)
    rk_analysis_take_sentence (self,
                               g_strdup (_ ("No component has two different products in use.")));
  else
    rk_analysis_take_sentence (
        self,
        g_strdup_printf (
            ngettext (
                "%u component has two or more different products in use; most for “%s” (%.0f).",
                "%u components have two or more different products in use; most for “%s” (%.0f).",
                self->rows->len),
            self->rows->len, row->label, rk_analysis_row_get_number (self, row, "products")));
}

void
rk_analysis_compute_overlaps (RkAnalysis *self, RkAnalysisInput *input)
{
  g_autoptr (GHashTable) applications = g_hash_table_new (NULL, NULL);
  Overlaps all = { applications, rk_analysis_unknown_new ("cost", "application"), 0 };
  guint n_filled = 0;

  rk_analysis_add_column (self, "domain", _ ("Domain"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "products", _ ("Products"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "applications", _ ("Applications"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "cost", _ ("Yearly cost"), RK_VALUE_MONEY);
  for (guint i = 0; i < input->scope->len; i++)
    {
      const RkScopeComponent *component = g_ptr_array_index (input->scope, i);
      RkCoverage coverage;

      rk_coverage_get (&coverage, input->landscape, component->key);
      n_filled += coverage.n_products > 0;
      if (coverage.state == RK_COVERAGE_TWICE)
        add_overlap_row (self, input, component, &coverage, &all);
    }
  rk_analysis_sort_rows (self, "products");
  rk_analysis_add_figure (self, "overlaps",
                          _ ("Components with two or more products"), RK_VALUE_COUNT,
                             n_filled > 0 ? self->rows->len : NAN);
  rk_analysis_add_figure (self, "applications",
                          _ ("Applications on them"), RK_VALUE_COUNT,
                             g_hash_table_size (applications));
  rk_analysis_add_figure (self, "cost",
                          _ ("Their yearly cost, as far as known"), RK_VALUE_MONEY,
                             g_hash_table_size (applications) > all.no_cost->records->len ? all.cost
                                                                                          : NAN);
  rk_analysis_add_unknown (self, all.no_cost,
                           g_strdup_printf (ngettext ("The cost of %u application is unknown.",
                                                      "The cost of %u applications is unknown.",
                                                      all.no_cost->records->len),
                                            all.no_cost->records->len));
  self->why = g_strdup (_ ("A component is there twice when two or more applications on it are in "
                           "use, of different products."));
  say_overlaps (self, n_filled);
}
