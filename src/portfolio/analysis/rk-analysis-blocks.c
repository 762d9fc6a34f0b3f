/* SPDX-License-Identifier: EUPL-1.2 */
/* Which building blocks are used, by how many of the applications that could. */
#include "config.h"
#include "rk-analysis-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What is known of one block. */
typedef struct
{
  guint in_use, planned, not_used, not_applicable, unknown;
  const char *own;      /* of the administration as a whole; NULL: not said */
  const char *official; /* by a list of the owner of the block */
} Use;

static const char *
get_status_label (const char *status)
{
  if (g_strcmp0 (status, "in_use") == 0)
    return _ ("In use");
  if (g_strcmp0 (status, "planned") == 0)
    return _ ("Planned");
  if (g_strcmp0 (status, "not_used") == 0)
    return _ ("Not used");
  return g_strcmp0 (status, "not_applicable") == 0 ? _ ("Not applicable") : NULL;
}

static void
count_adoption (Use *use, const RkLandAdoption *adoption)
{
  const char *status = adoption->status;

  if (adoption->official_status != NULL)
    use->official = adoption->official_status;
  if (adoption->application == NULL)
    {
      use->own = status;
      return;
    }
  if (adoption->application->status == RK_LIFECYCLE_RETIRED)
    return;
  use->in_use += g_strcmp0 (status, "in_use") == 0;
  use->planned += g_strcmp0 (status, "planned") == 0;
  use->not_used += g_strcmp0 (status, "not_used") == 0;
  use->not_applicable += g_strcmp0 (status, "not_applicable") == 0;
  use->unknown += status == NULL;
}

/* The block is used when an application does, or when the administration says so. */
static gboolean
is_used (const Use *use)
{
  return use->in_use > 0 || g_strcmp0 (use->own, "in_use") == 0;
}

static void
add_block_row (RkAnalysis *self, const RkLandBlock *block, const Use *use, GPtrArray *adoptions)
{
  RkAnalysisRow *row = rk_analysis_add_row (self, "building_block", block->id, block->name);
  guint applicable = use->in_use + use->planned + use->not_used;

  rk_analysis_row_add_number (row, applicable > 0 ? 100.0 * use->in_use / applicable : NAN);
  rk_analysis_row_add_number (row, use->in_use);
  rk_analysis_row_add_number (row, use->planned);
  rk_analysis_row_add_number (row, use->not_used);
  rk_analysis_row_add_number (row, use->not_applicable);
  rk_analysis_row_add_number (row, use->unknown);
  rk_analysis_row_add_text (row, get_status_label (use->own));
  rk_analysis_row_add_text (row, get_status_label (use->official));
  for (guint i = 0; i < adoptions->len; i++)
    {
      const RkLandAdoption *adoption = g_ptr_array_index (adoptions, i);

      if (adoption->block == block)
        rk_analysis_row_add_record (row, "adoption", adoption->id);
    }
}

static void
say_blocks (RkAnalysis *self, guint n_used, guint n_said)
{
  self->enough = n_said > 0;
  if (n_said == 0)
    rk_analysis_take_sentence (self,
                               g_strdup (_ ("Note which building blocks you use to see this.")));
  else
    rk_analysis_take_sentence (self,
                               g_strdup_printf (
                                   /* Translators: numbers of building blocks. */
                                   ngettext ("Of %2$u building blocks, %1$u is in use.",
                                             "Of %2$u building blocks, %1$u are in use.", n_used),
                                   n_used, self->rows->len));
}

void
rk_analysis_compute_blocks (RkAnalysis *self, RkAnalysisInput *input)
{
  GPtrArray *blocks = input->landscape->blocks, *adoptions = input->landscape->adoptions;
  RkAnalysisUnknown *unknown = rk_analysis_unknown_new ("status", "building_block");
  guint n_used = 0, n_said = 0, in_use = 0, applicable = 0;

  rk_analysis_add_column (self, "adoption", _ ("Adoption"), RK_VALUE_PERCENT);
  rk_analysis_add_column (self, "in_use", _ ("In use"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "planned", _ ("Planned"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "not_used", _ ("Not used"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "not_applicable", _ ("Not applicable"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "unknown", _ ("Unknown"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "own", _ ("Administration as a whole"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "official", _ ("Official status"), RK_VALUE_TEXT);
  for (guint i = 0; i < blocks->len; i++)
    {
      const RkLandBlock *block = g_ptr_array_index (blocks, i);
      Use use = { 0 };

      for (guint j = 0; j < adoptions->len; j++)
        if (((RkLandAdoption *) g_ptr_array_index (adoptions, j))->block == block)
          count_adoption (&use, g_ptr_array_index (adoptions, j));
      add_block_row (self, block, &use, adoptions);
      n_used += is_used (&use);
      in_use += use.in_use;
      applicable += use.in_use + use.planned + use.not_used;
      if (use.in_use + use.planned + use.not_used + use.not_applicable > 0 || use.own != NULL)
        n_said++;
      else
        rk_analysis_unknown_add (unknown, block->id);
    }
  rk_analysis_sort_rows (self, "in_use");
  rk_analysis_add_figure (self, "used",
                          _ ("Building blocks in use"), RK_VALUE_COUNT, n_said > 0 ? n_used : NAN);
  rk_analysis_add_figure (self, "blocks", _ ("Building blocks"), RK_VALUE_COUNT, blocks->len);
  rk_analysis_add_figure (self, "adoption",
                          _ ("Adoption by applications"), RK_VALUE_PERCENT,
                             applicable > 0 ? 100.0 * in_use / applicable : NAN);
  rk_analysis_add_unknown (self, unknown,
                           g_strdup_printf (ngettext ("Of %u building block nothing was noted.",
                                                      "Of %u building blocks nothing was noted.",
                                                      unknown->records->len),
                                            unknown->records->len));
  self->why = g_strdup (_ ("A building block is in use when an application uses it, or when you "
                           "noted so for the administration as a whole. Adoption is the share of "
                           "the applications to which it applies."));
  say_blocks (self, n_used, n_said);
}
