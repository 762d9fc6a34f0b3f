/* SPDX-License-Identifier: EUPL-1.2 */
/* Which of the standards that components ask for the products in use follow, claimed or proven. */
#include "config.h"
#include "rk-analysis-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What an application does with a standard that its component asks for. */
typedef enum
{
  MEETS_NOTHING_SAID,
  MEETS_REFUTED,
  MEETS_CLAIMED,
  MEETS_PROVEN,
  N_MEETS
} Meets;

static Meets
find_claim (const RkLandApplication *application, const RkLandStandard *standard)
{
  Meets best = MEETS_NOTHING_SAID;

  for (guint i = 0; application->product != NULL && i < application->product->claims->len; i++)
    {
      const RkLandClaim *claim = g_ptr_array_index (application->product->claims, i);
      Meets meets = g_strcmp0 (claim->claim, "proven") == 0    ? MEETS_PROVEN
                    : g_strcmp0 (claim->claim, "claimed") == 0 ? MEETS_CLAIMED
                                                               : MEETS_REFUTED;

      if (claim->standard == standard)
        best = MAX (best, meets);
    }
  return best;
}

static void
add_requirement_row (RkAnalysis *self, RkAnalysisInput *input, const RkLandRequirement *requirement,
                     guint *n, RkAnalysisUnknown *unknown)
{
  GPtrArray *fits = rk_landscape_get_fits (input->landscape, requirement->component);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint own[N_MEETS] = { 0 };
  gboolean required = g_strcmp0 (requirement->obligation, "required") == 0;
  RkAnalysisRow *row = NULL;

  for (guint i = 0; fits != NULL && i < fits->len; i++)
    {
      const RkLandFit *fit = g_ptr_array_index (fits, i);
      Meets meets;

      if (!rk_lifecycle_is_active (fit->status) || !g_hash_table_add (seen, fit->application))
        continue;
      if (row == NULL)
        {
          g_autofree char *label =
              g_strdup_printf ("%s · %s",
                               rk_analysis_input_get_component_name (input, requirement->component),
                               requirement->standard->name);

          row = rk_analysis_add_row (self, "component_standard", requirement->id, label);
        }
      meets = find_claim (fit->application, requirement->standard);
      own[meets]++;
      if (required)
        n[meets]++;
      if (meets == MEETS_NOTHING_SAID)
        rk_analysis_unknown_add (unknown, fit->application->id);
      rk_analysis_row_add_record (row, "application", fit->application->id);
    }
  if (row == NULL)
    return;
  rk_analysis_row_add_text (row, required ? _ ("Required") : _ ("Recommended"));
  rk_analysis_row_add_number (row, 100.0 * (own[MEETS_CLAIMED] + own[MEETS_PROVEN]) /
                                       g_hash_table_size (seen));
  rk_analysis_row_add_number (row, own[MEETS_PROVEN]);
  rk_analysis_row_add_number (row, own[MEETS_CLAIMED]);
  rk_analysis_row_add_number (row, own[MEETS_REFUTED]);
  rk_analysis_row_add_number (row, own[MEETS_NOTHING_SAID]);
}

/* All that products in use say, asked or not. */
static void
count_claims (RkAnalysisInput *input, guint *claimed, guint *proven)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  *claimed = *proven = 0;
  for (guint i = 0; i < input->landscape->applications->len; i++)
    {
      const RkLandApplication *application = g_ptr_array_index (input->landscape->applications, i);

      if (application->product == NULL || !rk_lifecycle_is_active (application->status) ||
          !g_hash_table_add (seen, (gpointer) application->product))
        continue;
      for (guint j = 0; j < application->product->claims->len; j++)
        {
          const RkLandClaim *claim = g_ptr_array_index (application->product->claims, j);

          *claimed += g_strcmp0 (claim->claim, "claimed") == 0;
          *proven += g_strcmp0 (claim->claim, "proven") == 0;
        }
    }
}

static void
say_standards (RkAnalysis *self, const guint *n, guint asked, guint claimed, guint proven)
{
  self->enough = asked > 0 || claimed + proven > 0;
  if (asked > 0)
    rk_analysis_take_sentence (
        self,
        g_strdup_printf (
            /* Translators: numbers of times that a standard is asked for. */
            _ ("Components ask %u times for a standard. Of these %u are proven, %u only claimed, "
               "and of %u nothing is known."),
               asked, n[MEETS_PROVEN], n[MEETS_CLAIMED], n[MEETS_NOTHING_SAID]));
  else if (self->enough)
    rk_analysis_take_sentence (
        self, g_strdup_printf (
                  /* Translators: numbers of standards of products. */
                  _ ("Products in use claim %u standards, and have proven %u. Note which standards "
                     "components ask for to know whether that is enough."),
                     claimed, proven));
  else
    rk_analysis_take_sentence (
        self, g_strdup (_ ("Note which standards components ask for, and which products follow, "
                           "to see this.")));
}

void
rk_analysis_compute_standards (RkAnalysis *self, RkAnalysisInput *input)
{
  RkAnalysisUnknown *unknown = rk_analysis_unknown_new ("claim", "application");
  guint n[N_MEETS] = { 0 }, asked = 0, claimed, proven;

  rk_analysis_add_column (self, "obligation", _ ("Obligation"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "covered", _ ("Covered"), RK_VALUE_PERCENT);
  rk_analysis_add_column (self, "proven", _ ("Proven"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "claimed", _ ("Claimed"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "refuted", _ ("Not met when tested"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "unknown", _ ("Unknown"), RK_VALUE_COUNT);
  for (guint i = 0; i < input->landscape->requirements->len; i++)
    add_requirement_row (self, input, g_ptr_array_index (input->landscape->requirements, i), n,
                         unknown);
  for (guint i = 0; i < N_MEETS; i++)
    asked += n[i];
  count_claims (input, &claimed, &proven);
  rk_analysis_sort_rows (self, "covered");
  rk_analysis_add_figure (self, "covered",
                          _ ("Required standards that are covered"), RK_VALUE_PERCENT,
                             asked > 0 ? 100.0 * (n[MEETS_CLAIMED] + n[MEETS_PROVEN]) / asked
                                       : NAN);
  rk_analysis_add_figure (self, "proven",
                          _ ("Of which proven"), RK_VALUE_PERCENT,
                             asked > 0 ? 100.0 * n[MEETS_PROVEN] / asked : NAN);
  rk_analysis_add_figure (self, "asked", _ ("Required"), RK_VALUE_COUNT, asked);
  rk_analysis_add_figure (self, "products_claim",
                          _ ("Claimed by products in use"), RK_VALUE_COUNT, claimed);
  rk_analysis_add_figure (self, "products_prove",
                          _ ("Proven by products in use"), RK_VALUE_COUNT, proven);
  rk_analysis_add_unknown (
      self, unknown,
      g_strdup_printf (
          ngettext ("Once, nothing is known of a standard that is asked for (%u application).",
                    "Of standards that are asked for, nothing is known %u times.",
                    unknown->records->len),
          unknown->records->len));
  self->why = g_strdup (_ ("Each application in use is held against the standards that its "
                           "components require. Claimed is what the supplier says, proven what a "
                           "test has shown."));
  say_standards (self, n, asked, claimed, proven);
}
