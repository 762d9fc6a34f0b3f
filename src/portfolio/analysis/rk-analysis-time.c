/* SPDX-License-Identifier: EUPL-1.2 */
/* Invest, migrate, tolerate or eliminate: how well an application does what it is needed for,
 * beside how sound it is technically. Only with both known. */
#include "config.h"
#include "rk-analysis-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define CUT 50
#define HORIZON 18 /* months */

/* In the order of the corners. */
static const char *const advices[] = { N_ ("Invest"), N_ ("Migrate"), N_ ("Tolerate"),
                                       N_ ("Eliminate") };
static const char *const advice_names[] = { "invest", "migrate", "tolerate", "eliminate" };

/* The mean of what is known, when that is at least half. */
static double
take_mean (const double *parts, guint n)
{
  double sum = 0;
  guint known = 0;

  for (guint i = 0; i < n; i++)
    if (!isnan (parts[i]))
      {
        sum += parts[i];
        known++;
      }
  return 2 * known >= n && known > 0 ? sum / known : NAN;
}

static double
measure_satisfaction (const RkLandApplication *application)
{
  return (application->satisfaction - 1) / 4 * 100;
}

/* Of the components that it is used for, the share that its product is made for. */
static double
measure_suitability (const RkLandApplication *application)
{
  const char *const *components =
      application->product != NULL ? (const char *const *) application->product->components : NULL;
  guint n = 0, suitable = 0;

  if (components == NULL)
    return NAN;
  for (guint i = 0; i < application->fits->len; i++)
    {
      const RkLandFit *fit = g_ptr_array_index (application->fits, i);

      if (!rk_lifecycle_is_active (fit->status))
        continue;
      n++;
      suitable += g_strv_contains (components, fit->component);
    }
  return n > 0 ? 100.0 * suitable / n : NAN;
}

static double
measure_life (const RkLandApplication *application, const char *today)
{
  const RkLandVersion *version = application->version;
  g_autofree char *horizon = rk_date_add_months (today, HORIZON);

  if (version == NULL)
    return NAN;
  if (g_strcmp0 (version->status, "end_of_support") == 0)
    return 0;
  if (version->end_of_support != NULL)
    return strcmp (version->end_of_support, today) < 0                        ? 0
           : horizon != NULL && strcmp (version->end_of_support, horizon) < 0 ? 50
                                                                              : 100;
  return g_strcmp0 (version->status, "distribution") == 0 ? 100 : NAN;
}

/* Of the standards that its components ask for, the share that its product says to follow. */
static double
measure_standards (const RkLandApplication *application, RkLandscape *landscape)
{
  guint n = 0, met = 0;

  if (application->product == NULL)
    return NAN;
  for (guint i = 0; i < landscape->requirements->len; i++)
    {
      const RkLandRequirement *requirement = g_ptr_array_index (landscape->requirements, i);
      gboolean asked = FALSE;

      for (guint j = 0; j < application->fits->len && !asked; j++)
        {
          const RkLandFit *fit = g_ptr_array_index (application->fits, j);

          asked = rk_lifecycle_is_active (fit->status) &&
                  g_strcmp0 (fit->component, requirement->component) == 0;
        }
      if (!asked || g_strcmp0 (requirement->obligation, "required") != 0)
        continue;
      n++;
      for (guint j = 0; j < application->product->claims->len; j++)
        {
          const RkLandClaim *claim = g_ptr_array_index (application->product->claims, j);

          if (claim->standard == requirement->standard && g_strcmp0 (claim->claim, "refuted") != 0)
            {
              met++;
              break;
            }
        }
    }
  return n > 0 ? 100.0 * met / n : NAN;
}

static int
find_corner (double functional, double technical)
{
  if (functional >= CUT)
    return technical >= CUT ? 0 : 1;
  return technical >= CUT ? 2 : 3;
}

static void
add_time_row (RkAnalysis *self, RkAnalysisInput *input, const RkLandApplication *application,
              guint *n_corners, RkAnalysisUnknown *unknown)
{
  const RkRegieScore *score = &input->scores[application->index];
  double functional[] = { measure_satisfaction (application), measure_suitability (application) };
  /* A4: the share of its interfaces that follow a standard. */
  double technical[] = { measure_life (application, input->landscape->date),
                         measure_standards (application, input->landscape),
                         score->values[rk_regie_find_question ("A4")], score->total };
  double x = take_mean (functional, G_N_ELEMENTS (functional));
  double y = take_mean (technical, G_N_ELEMENTS (technical));
  RkAnalysisRow *row;

  if (isnan (x) || isnan (y))
    {
      rk_analysis_unknown_add (unknown, application->id);
      return;
    }
  n_corners[find_corner (x, y)]++;
  row = rk_analysis_add_row (self, "application", application->id, application->name);
  rk_analysis_row_add_number (row, x);
  rk_analysis_row_add_number (row, y);
  rk_analysis_row_add_text (row, gettext (advices[find_corner (x, y)]));
  rk_analysis_row_add_number (row, application->criticality > 0 ? application->criticality : NAN);
  for (guint i = 0; i < G_N_ELEMENTS (functional); i++)
    rk_analysis_row_add_number (row, functional[i]);
  for (guint i = 0; i < G_N_ELEMENTS (technical); i++)
    rk_analysis_row_add_number (row, technical[i]);
  rk_analysis_row_add_record (row, "application", application->id);
}

static void
say_time (RkAnalysis *self, const guint *n_corners)
{
  self->enough = self->rows->len > 0;
  if (self->rows->len == 0)
    rk_analysis_take_sentence (
        self, g_strdup (_ ("Rate applications and answer the questions about control to see "
                           "this.")));
  else
    rk_analysis_take_sentence (
        self, g_strdup_printf (
                  /* Translators: numbers of applications. */
                  _ ("Of %u applications: invest in %u, migrate %u, tolerate %u, eliminate %u."),
                     self->rows->len, n_corners[0], n_corners[1], n_corners[2], n_corners[3]));
}

void
rk_analysis_compute_time (RkAnalysis *self, RkAnalysisInput *input)
{
  RkAnalysisUnknown *unknown = rk_analysis_unknown_new ("axis", "application");
  guint n_corners[G_N_ELEMENTS (advices)] = { 0 };

  rk_analysis_add_column (self, "functional", _ ("Does what is needed"), RK_VALUE_SCORE);
  rk_analysis_add_column (self, "technical", _ ("Technically sound"), RK_VALUE_SCORE);
  rk_analysis_add_column (self, "advice", _ ("Advice"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "criticality", _ ("Criticality"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "satisfaction", _ ("Satisfaction"), RK_VALUE_SCORE);
  rk_analysis_add_column (self, "suitability", _ ("Made for its components"), RK_VALUE_SCORE);
  rk_analysis_add_column (self, "life", _ ("Support"), RK_VALUE_SCORE);
  rk_analysis_add_column (self, "standards", _ ("Standards"), RK_VALUE_SCORE);
  rk_analysis_add_column (self, "interfaces", _ ("Standard interfaces"), RK_VALUE_SCORE);
  rk_analysis_add_column (self, "regie", _ ("Control"), RK_VALUE_SCORE);
  for (guint i = 0; i < input->landscape->applications->len; i++)
    {
      const RkLandApplication *application = g_ptr_array_index (input->landscape->applications, i);

      if (rk_lifecycle_is_active (application->status))
        add_time_row (self, input, application, n_corners, unknown);
    }
  rk_analysis_sort_rows (self, "functional");
  for (guint i = 0; i < G_N_ELEMENTS (advices); i++)
    rk_analysis_add_figure (self, advice_names[i], gettext (advices[i]), RK_VALUE_COUNT,
                            self->rows->len > 0 ? n_corners[i] : NAN);
  rk_analysis_add_unknown (
      self, unknown,
      g_strdup_printf (ngettext ("Of %u application too little is known to place it.",
                                 "Of %u applications too little is known to place them.",
                                 unknown->records->len),
                       unknown->records->len));
  self->why = g_strdup (
      _ ("Does what is needed: half the satisfaction, half the share of its components that the "
         "product is made for. Technically sound: a quarter each for support, required standards, "
         "standard interfaces and control. Each needs at least half of its parts; from 50 it is "
         "high."));
  say_time (self, n_corners);
}
