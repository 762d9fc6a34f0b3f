/* SPDX-License-Identifier: EUPL-1.2 */
/* How much control there is over the applications in use, weighed by their criticality. */
#include "config.h"
#include "rk-analysis-private.h"
#include "rk-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define CRITICAL 3

typedef struct
{
  double sum;
  double weight;
  guint n_scored;
  guint n_critical; /* with a score */
  guint n_low;      /* of these, below the third band */
  guint n_bands[RK_REGIE_N_BANDS];
  double layers[RK_REGIE_N_LAYERS];
  guint n_layers[RK_REGIE_N_LAYERS];
} Totals;

static void
count (Totals *totals, const RkRegieScheme *scheme, const RkLandApplication *application,
       const RkRegieScore *score)
{
  for (guint i = 0; i < RK_REGIE_N_LAYERS; i++)
    if (!isnan (score->layers[i]))
      {
        totals->layers[i] += score->layers[i];
        totals->n_layers[i]++;
      }
  if (isnan (score->total))
    return;
  totals->n_scored++;
  totals->n_bands[score->band]++;
  if (application->criticality < 1)
    return;
  totals->sum += application->criticality * score->total;
  totals->weight += application->criticality;
  if (application->criticality >= CRITICAL)
    {
      totals->n_critical++;
      totals->n_low += score->total < scheme->bands[1];
    }
}

static void
add_regie_row (RkAnalysis *self, const RkLandApplication *application, const RkRegieScore *score)
{
  RkAnalysisRow *row =
      rk_analysis_add_row (self, "application", application->id, application->name);

  rk_analysis_row_add_number (row, score->total);
  rk_analysis_row_add_text (row, score->band >= 0 ? rk_regie_get_band_label (score->band) : NULL);
  for (guint i = 0; i < RK_REGIE_N_LAYERS; i++)
    rk_analysis_row_add_number (row, score->layers[i]);
  rk_analysis_row_add_number (row, 100 * score->coverage);
  rk_analysis_row_add_number (row, application->criticality > 0 ? application->criticality : NAN);
  rk_analysis_row_add_text (row, score->next >= 0 ? gettext (rk_regie_questions[score->next].label)
                                                  : NULL);
  rk_analysis_row_add_record (row, "application", application->id);
}

static void
say_regie (RkAnalysis *self, const Totals *totals, const RkRegieScheme *scheme)
{
  double total = totals->weight > 0 ? totals->sum / totals->weight : NAN;
  g_autofree char *words = rk_format_score (total);

  self->enough = totals->n_scored > 0;
  if (totals->n_scored == 0)
    rk_analysis_take_sentence (
        self, g_strdup (_ ("Answer the questions about control of an application to see this.")));
  else if (isnan (total))
    rk_analysis_take_sentence (
        self, g_strdup (_ ("Fill in the criticality of the applications with a score, to know the "
                           "total.")));
  else
    rk_analysis_take_sentence (
        self,
        g_strdup_printf (
            /* Translators: a score; "Shared control"; numbers of applications. */
            _ ("Control over the applications is %s out of 100: %s. Of %u critical applications "
               "%u are below %.0f."),
               words, rk_regie_get_band_label (rk_regie_find_band (scheme, total)),
               totals->n_critical, totals->n_low, scheme->bands[1]));
}

static void
add_figures (RkAnalysis *self, const Totals *totals)
{
  static const char *const names[] = { "data", "process", "application" };
  static const char *const bands[] = { "locked_in", "dependent", "shared", "in_control" };

  rk_analysis_add_figure (self, "regie",
                          _ ("Control, weighed by criticality"), RK_VALUE_NUMBER,
                             totals->weight > 0 ? totals->sum / totals->weight : NAN);
  for (guint i = 0; i < RK_REGIE_N_LAYERS; i++)
    rk_analysis_add_figure (self, names[i], rk_regie_get_layer_label ((RkRegieLayer) i),
                            RK_VALUE_NUMBER,
                            totals->n_layers[i] > 0 ? totals->layers[i] / totals->n_layers[i]
                                                    : NAN);
  rk_analysis_add_figure (self, "critical_low",
                          _ ("Critical applications with little control"), RK_VALUE_PERCENT,
                             totals->n_critical > 0 ? 100.0 * totals->n_low / totals->n_critical
                                                    : NAN);
  rk_analysis_add_figure (self, "scored",
                          _ ("Applications with a score"), RK_VALUE_COUNT, totals->n_scored);
  for (guint i = 0; i < RK_REGIE_N_BANDS; i++)
    rk_analysis_add_figure (self, bands[i], rk_regie_get_band_label ((int) i), RK_VALUE_COUNT,
                            totals->n_bands[i]);
}

static char *
explain (const RkRegieScheme *scheme)
{
  g_autofree char *data = rk_format_percent (100 * scheme->weights[RK_REGIE_DATA], 0);
  g_autofree char *process = rk_format_percent (100 * scheme->weights[RK_REGIE_PROCESS], 0);
  g_autofree char *application = rk_format_percent (100 * scheme->weights[RK_REGIE_APPLICATION], 0);
  g_autofree char *coverage = rk_format_percent (100 * scheme->min_coverage, 0);

  return g_strdup_printf (
      /* Translators: three percentages; a percentage; a number; the version of the weights. */
      _ ("Fifteen questions in three layers, each layer the mean of its answers. The total counts "
         "the data layer for %s, the process layer for %s and the application layer for %s, but "
         "the last one for no more than the mean of the other two. No total below %s of the "
         "answers, or with fewer than %u in a layer. Weights: version %s."),
         data, process, application, coverage, scheme->min_answers, scheme->version);
}

void
rk_analysis_compute_regie (RkAnalysis *self, RkAnalysisInput *input)
{
  RkAnalysisUnknown *no_total = rk_analysis_unknown_new ("total", "application");
  RkAnalysisUnknown *no_criticality = rk_analysis_unknown_new ("criticality", "application");
  Totals totals = { 0 };

  rk_analysis_add_column (self, "regie", _ ("Control"), RK_VALUE_SCORE);
  rk_analysis_add_column (self, "band", _ ("In words"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "data", rk_regie_get_layer_label (RK_REGIE_DATA), RK_VALUE_SCORE);
  rk_analysis_add_column (self, "process", rk_regie_get_layer_label (RK_REGIE_PROCESS),
                          RK_VALUE_SCORE);
  rk_analysis_add_column (self, "application", rk_regie_get_layer_label (RK_REGIE_APPLICATION),
                          RK_VALUE_SCORE);
  rk_analysis_add_column (self, "coverage", _ ("Answered"), RK_VALUE_PERCENT);
  rk_analysis_add_column (self, "criticality", _ ("Criticality"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "next", _ ("Next step"), RK_VALUE_TEXT);
  for (guint i = 0; i < input->landscape->applications->len; i++)
    {
      const RkLandApplication *application = g_ptr_array_index (input->landscape->applications, i);
      const RkRegieScore *score = &input->scores[i];

      if (!rk_lifecycle_is_active (application->status))
        continue;
      count (&totals, input->scheme, application, score);
      add_regie_row (self, application, score);
      if (isnan (score->total))
        rk_analysis_unknown_add (no_total, application->id);
      else if (application->criticality < 1)
        rk_analysis_unknown_add (no_criticality, application->id);
    }
  rk_analysis_sort_rows (self, "regie");
  add_figures (self, &totals);
  rk_analysis_add_unknown (
      self, no_total,
      g_strdup_printf (ngettext ("%u application has too few answers for a score.",
                                 "%u applications have too few answers for a score.",
                                 no_total->records->len),
                       no_total->records->len));
  rk_analysis_add_unknown (
      self, no_criticality,
      g_strdup_printf (
          ngettext ("%u application with a score has no criticality, and is not in the total.",
                    "%u applications with a score have no criticality, and are not in the total.",
                    no_criticality->records->len),
          no_criticality->records->len));
  self->why = explain (input->scheme);
  say_regie (self, &totals, input->scheme);
}
