/* SPDX-License-Identifier: EUPL-1.2 */
/* Where the data are, under whose law, who holds the keys, and whether one can leave. */
#include "config.h"
#include "rk-analysis-private.h"
#include "rk-country.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* 1: inside the Union, 0: outside, -1: unknown. */
static int
find_place (const RkLandApplication *application)
{
  int country = rk_country_is_in_union (application->hosting_country);

  if (country >= 0)
    return country;
  if (application->hosting == NULL)
    return -1;
  return !g_str_equal (application->hosting, "cloud_outside_eu");
}

/* The law of the parent company reaches the supplier. */
static int
find_law (const RkLandApplication *application)
{
  const RkLandSupplier *supplier = application->supplier;

  if (supplier == NULL)
    return -1;
  if (supplier->parent_country != NULL)
    return rk_country_is_in_union (supplier->parent_country);
  return supplier->parent_company == NULL ? rk_country_is_in_union (supplier->country) : -1;
}

static int
find_exit (const RkLandApplication *application)
{
  return application->contract != NULL ? application->contract->exit_arranged : -1;
}

static const char *
get_hosting_label (const char *hosting)
{
  static const char *const labels[][2] = {
    { "on_premise", N_ ("On own servers") },
    { "shared_government", N_ ("With another government") },
    { "supplier_belgium", N_ ("With the supplier, in Belgium") },
    { "cloud_eu", N_ ("Cloud within the European Union") },
    { "cloud_outside_eu", N_ ("Cloud outside the European Union") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_strcmp0 (labels[i][0], hosting) == 0)
      return gettext (labels[i][1]);
  return NULL;
}

static const char *
get_word (int answer, const char *yes, const char *no)
{
  return answer < 0 ? NULL : answer ? yes : no;
}

static void
add_sovereignty_row (RkAnalysis *self, const RkLandApplication *application, guint risks)
{
  RkAnalysisRow *row =
      rk_analysis_add_row (self, "application", application->id, application->name);

  rk_analysis_row_add_number (row, risks);
  rk_analysis_row_add_text (row, get_hosting_label (application->hosting));
  rk_analysis_row_add_text (row, get_word (find_place (application), _ ("Inside the Union"),
                                                                        _ ("Outside the Union")));
  rk_analysis_row_add_text (row, get_word (find_law (application), _ ("Inside the Union"),
                                                                      _ ("Outside the Union")));
  rk_analysis_row_add_text (row, application->key_owner);
  rk_analysis_row_add_text (row, get_word (find_exit (application), _ ("Yes"), _ ("No")));
  rk_analysis_row_add_text (row, get_word (application->personal_data, _ ("Yes"), _ ("No")));
  rk_analysis_row_add_record (row, "application", application->id);
}

typedef struct
{
  guint active, outside, foreign, no_exit, personal, outside_personal, known;
} Counts;

static void
count (Counts *counts, const RkLandApplication *application)
{
  int place = find_place (application), law = find_law (application);

  counts->active++;
  counts->known += place >= 0;
  counts->outside += place == 0;
  counts->foreign += law == 0;
  counts->no_exit += find_exit (application) == 0;
  counts->personal += application->personal_data == 1;
  counts->outside_personal += application->personal_data == 1 && (place == 0 || law == 0);
}

static void
say_sovereignty (RkAnalysis *self, const Counts *counts)
{
  self->enough = counts->known > 0;
  if (counts->known == 0)
    rk_analysis_take_sentence (self,
                               g_strdup (_ ("Fill in where applications are hosted to see this.")));
  else
    rk_analysis_take_sentence (
        self,
        g_strdup_printf (
            /* Translators: numbers of applications. */
            ngettext ("Of %2$u applications, %1$u keeps its data outside the Union; %3$u have "
                      "a supplier under foreign law. With personal data: %4$u.",
                      "Of %2$u applications, %1$u keep their data outside the Union; %3$u "
                      "have a supplier under foreign law. With personal data: %4$u.",
                      counts->outside),
            counts->outside, counts->active, counts->foreign, counts->outside_personal));
}

static void
add_figures (RkAnalysis *self, const Counts *counts)
{
  rk_analysis_add_figure (self, "outside",
                          _ ("Data outside the Union"), RK_VALUE_COUNT,
                             counts->known > 0 ? counts->outside : NAN);
  rk_analysis_add_figure (self, "foreign",
                          _ ("Supplier under the law of a country outside it"), RK_VALUE_COUNT,
                             counts->foreign);
  rk_analysis_add_figure (self, "outside_personal",
                          _ ("Either of them, with personal data"), RK_VALUE_COUNT,
                             counts->outside_personal);
  rk_analysis_add_figure (self, "no_exit",
                          _ ("Exit not arranged"), RK_VALUE_COUNT, counts->no_exit);
  rk_analysis_add_figure (self, "applications", _ ("Applications"), RK_VALUE_COUNT, counts->active);
}

void
rk_analysis_compute_sovereignty (RkAnalysis *self, RkAnalysisInput *input)
{
  RkAnalysisUnknown *no_place = rk_analysis_unknown_new ("place", "application");
  RkAnalysisUnknown *no_law = rk_analysis_unknown_new ("law", "application");
  RkAnalysisUnknown *no_exit = rk_analysis_unknown_new ("exit", "application");
  Counts counts = { 0 };

  rk_analysis_add_column (self, "risks", _ ("Points of attention"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "hosting", _ ("Hosting"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "place", _ ("Data"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "law", _ ("Seat of the supplier or its parent"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "keys", _ ("Holds the keys"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "exit", _ ("Exit arranged"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "personal_data", _ ("Personal data"), RK_VALUE_TEXT);
  for (guint i = 0; i < input->landscape->applications->len; i++)
    {
      const RkLandApplication *application = g_ptr_array_index (input->landscape->applications, i);

      if (!rk_lifecycle_is_active (application->status))
        continue;
      count (&counts, application);
      add_sovereignty_row (self, application,
                           (find_place (application) == 0) + (find_law (application) == 0) +
                               (find_exit (application) == 0));
      if (find_place (application) < 0)
        rk_analysis_unknown_add (no_place, application->id);
      if (find_law (application) < 0)
        rk_analysis_unknown_add (no_law, application->id);
      if (find_exit (application) < 0)
        rk_analysis_unknown_add (no_exit, application->id);
    }
  rk_analysis_sort_rows (self, "risks");
  add_figures (self, &counts);
  rk_analysis_add_unknown (
      self, no_place,
      g_strdup_printf (ngettext ("Of %u application it is unknown where the data are.",
                                 "Of %u applications it is unknown where the data are.",
                                 no_place->records->len),
                       no_place->records->len));
  rk_analysis_add_unknown (
      self, no_law,
      g_strdup_printf (
          ngettext ("Of %u application the country of the supplier or its parent is unknown.",
                    "Of %u applications the country of the supplier or its parent is unknown.",
                    no_law->records->len),
          no_law->records->len));
  rk_analysis_add_unknown (
      self, no_exit,
      g_strdup_printf (ngettext ("Of %u application it is unknown whether exit is arranged.",
                                 "Of %u applications it is unknown whether exit is arranged.",
                                 no_exit->records->len),
                       no_exit->records->len));
  self->why =
      g_strdup (_ ("Points of attention: data outside the European Union, a supplier or its "
                           "parent company with a seat outside it, and a contract that does not "
                           "arrange the exit. Unknown is no point of attention, and is counted "
                           "apart."));
  say_sovereignty (self, &counts);
}
