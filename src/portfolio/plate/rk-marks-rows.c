/* SPDX-License-Identifier: EUPL-1.2 */
/* The rows of the legend of every lens. */
#include "config.h"
#include "rk-marks-private.h"

#include "rk-coverage.h"
#include "rk-format.h"
#include "rk-regie.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
add (RkMarks *self, const char *letter, const char *label, RkColour colour, RkPattern pattern)
{
  RkLegendRow row = { RK_SIGN_CHIP, letter, g_string_chunk_insert_const (self->texts, label),
                      colour, pattern };

  g_array_append_val (self->rows, row);
}

static void
add_retired (RkMarks *self)
{
  self->retired_row = (int) self->rows->len;
  add (self, "X", _ ("Retired: no longer counts"), RK_COLOUR_RETIRED, RK_PATTERN_CROSS);
}

static void
add_unknown (RkMarks *self, const char *label)
{
  self->unknown_row = (int) self->rows->len;
  add (self, "?", label, RK_COLOUR_UNKNOWN, RK_PATTERN_HATCH);
}

/* In the order of the legend; the same letters in every language. */
static void
add_statuses (RkMarks *self)
{
  add (self, "I", rk_lifecycle_get_label (RK_LIFECYCLE_IN_USE), RK_COLOUR_IN_USE, RK_PATTERN_PLAIN);
  add (self, "P", rk_lifecycle_get_label (RK_LIFECYCLE_PLANNED), RK_COLOUR_PLANNED,
       RK_PATTERN_DOTS);
  add (self, "U", rk_lifecycle_get_label (RK_LIFECYCLE_PHASING_OUT), RK_COLOUR_PHASING_OUT,
       RK_PATTERN_STRIPES);
  add (self, "X", rk_lifecycle_get_label (RK_LIFECYCLE_RETIRED), RK_COLOUR_RETIRED,
       RK_PATTERN_CROSS);
  add_unknown (self, rk_lifecycle_get_label (RK_LIFECYCLE_UNKNOWN));
}

static void
add_coverages (RkMarks *self)
{
  add (self, "1", rk_coverage_get_label (RK_COVERAGE_FILLED), RK_COLOUR_IN_USE, RK_PATTERN_PLAIN);
  add (self, "2", rk_coverage_get_label (RK_COVERAGE_TWICE), RK_COLOUR_CATEGORY_1 + 3,
       RK_PATTERN_CROSS);
  add (self, "P", rk_coverage_get_label (RK_COVERAGE_PLANNED), RK_COLOUR_PLANNED, RK_PATTERN_DOTS);
  add (self, "U", rk_coverage_get_label (RK_COVERAGE_LEAVING), RK_COLOUR_PHASING_OUT,
       RK_PATTERN_STRIPES);
  add_retired (self);
  add_unknown (self, rk_coverage_get_label (RK_COVERAGE_UNKNOWN));
}

static const char *const digits[] = { "1", "2", "3", "4", "5" };

static void
add_regie_bands (RkMarks *self)
{
  for (guint i = 0; i < RK_REGIE_N_BANDS; i++)
    add (self, digits[i], rk_regie_get_band_label ((int) i), rk_palette_band (i, RK_REGIE_N_BANDS),
         RK_PATTERN_STEP_1 + (rk_palette_band (i, RK_REGIE_N_BANDS) - RK_COLOUR_BAND_1));
  add_retired (self);
  add_unknown (self, rk_regie_get_band_label (-1));
}

static void
add_grades (RkMarks *self)
{
  const char *labels[] = { _ ("Very dissatisfied"), _ ("Dissatisfied"),
                                                       _ ("Neutral"), _ ("Satisfied"),
                                                                         _ ("Very satisfied") };

  for (guint i = 0; i < 5; i++)
    add (self, digits[i], labels[i], RK_COLOUR_BAND_1 + i, RK_PATTERN_STEP_1 + i);
  add_retired (self);
  add_unknown (self, _ ("Not rated"));
}

static void
add_ends (RkMarks *self)
{
  add (self, "0", _ ("Contract ended"), RK_COLOUR_HEAT_5, RK_PATTERN_STEP_5);
  add (self, "6", _ ("Ends within 6 months"), RK_COLOUR_HEAT_1 + 3, RK_PATTERN_STEP_1 + 3);
  add (self, "12", _ ("Ends within 12 months"), RK_COLOUR_HEAT_1 + 2, RK_PATTERN_STEP_1 + 2);
  add (self, "24", _ ("Ends within 24 months"), RK_COLOUR_HEAT_1 + 1, RK_PATTERN_STEP_1 + 1);
  add (self, "+", _ ("Ends later"), RK_COLOUR_HEAT_1, RK_PATTERN_STEP_1);
  add_retired (self);
  add_unknown (self, _ ("End of contract unknown"));
}

static int
compare_costs (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The rows part what is paid for into five equal numbers of applications; of the whole landscape,
 * so that they are the same on every plate. */
static void
add_costs (RkMarks *self)
{
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (double));
  GPtrArray *applications = self->landscape->applications;

  for (guint i = 0; i < applications->len; i++)
    {
      const RkLandApplication *application = applications->pdata[i];

      if (!isnan (application->annual_cost) && application->status != RK_LIFECYCLE_RETIRED)
        g_array_append_val (known, application->annual_cost);
    }
  g_array_sort (known, compare_costs);
  for (guint i = 1; i <= 5 && known->len > 0; i++)
    {
      double end = g_array_index (known, double, (known->len * i + 4) / 5 - 1);
      guint n = self->costs->len;

      if (n == 0 || end > g_array_index (self->costs, double, n - 1))
        g_array_append_val (self->costs, end);
    }
  for (guint i = 0; i < self->costs->len; i++)
    {
      g_autofree char *end =
          rk_format_money (g_array_index (self->costs, double, i), RK_FORMAT_TABLE);
      /* Translators: %s is an amount, as in "€ 4.500". */
      g_autofree char *label = g_strdup_printf (_ ("Up to %s a year"), end);

      add (self, digits[i], label, RK_COLOUR_HEAT_1 + i, RK_PATTERN_STEP_1 + i);
    }
  add_retired (self);
  add_unknown (self, _ ("Cost unknown"));
}

static void
add_shares (RkMarks *self, const char *all, const char *some, const char *none, const char *nothing,
            const char *unknown)
{
  add (self, "1", all, RK_COLOUR_BAND_5, RK_PATTERN_STEP_5);
  add (self, "½", some, RK_COLOUR_BAND_1 + 3, RK_PATTERN_STEP_1 + 2);
  add (self, "0", none, RK_COLOUR_BAND_1, RK_PATTERN_STEP_1);
  add (self, "–", nothing, RK_COLOUR_CATEGORY_6, RK_PATTERN_PLAIN);
  add_retired (self);
  add_unknown (self, unknown);
}

static void
add_differences (RkMarks *self)
{
  add (self, "+", _ ("Comes"), RK_COLOUR_PLANNED, RK_PATTERN_DOTS);
  add (self, "−", _ ("Goes"), RK_COLOUR_PHASING_OUT, RK_PATTERN_STRIPES);
  add (self, "~", _ ("Gets another status"), RK_COLOUR_CATEGORY_1 + 3, RK_PATTERN_CROSS);
  add (self, "=", _ ("Stays the same"), RK_COLOUR_RETIRED, RK_PATTERN_PLAIN);
  add_unknown (self, rk_lifecycle_get_label (RK_LIFECYCLE_UNKNOWN));
}

static void
add_signs (RkMarks *self)
{
  RkLegendRow gap = { RK_SIGN_GAP, "", _ ("No application"), RK_COLOUR_UNKNOWN, RK_PATTERN_PLAIN };
  RkLegendRow overlap = { RK_SIGN_OVERLAP, "",
                          _ ("In use twice or more"), RK_COLOUR_TEXT, RK_PATTERN_PLAIN };

  self->gap_row = (int) self->rows->len;
  g_array_append_val (self->rows, gap);
  self->overlap_row = (int) self->rows->len;
  g_array_append_val (self->rows, overlap);
}

static void
add_lens_rows (RkMarks *self)
{
  switch (self->options.lens)
    {
    case RK_LENS_COVERAGE: add_coverages (self); break;
    case RK_LENS_REGIE: add_regie_bands (self); break;
    case RK_LENS_SATISFACTION: add_grades (self); break;
    case RK_LENS_CONTRACT_END: add_ends (self); break;
    case RK_LENS_COST: add_costs (self); break;
    case RK_LENS_STANDARDS:
      add_shares (self, _ ("Meets all standards"), _ ("Meets some of the standards"),
                                                      _ ("Meets none of the standards"),
                                                         _ ("No standard asked for"),
                                                            _ ("Nothing known about standards"));
      break;
    case RK_LENS_BUILDING_BLOCKS:
      add_shares (self, _ ("Uses all building blocks"),
                           _ ("Uses some of the building blocks"),
                              _ ("Uses none of the building blocks"),
                                 _ ("No building block asked for"),
                                    _ ("Nothing known about building blocks"));
      break;
    case RK_LENS_STATUS:
    case RK_N_LENSES: add_statuses (self); break;
    }
}

void
rk_marks_make_rows (RkMarks *self)
{
  if (self->landscape == NULL)
    return;
  if (self->options.moment == RK_PLATE_DIFFERENCE)
    add_differences (self);
  else
    add_lens_rows (self);
  add_signs (self);
}
