/* SPDX-License-Identifier: EUPL-1.2 */
/* The checklist of principles: what the administration answers, and how its applications do. */
#include "config.h"
#include "rk-analysis-private.h"
#include "rk-format.h"
#include "rk-principles.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Answers to one principle, over the administration and its applications. */
typedef struct
{
  guint yes, partly, no, not_applicable;
  const RkLandAnswer *own; /* of the administration as a whole */
} Answers;

static const char *
get_answer_label (const char *value)
{
  if (g_strcmp0 (value, "yes") == 0)
    return _ ("Yes");
  if (g_strcmp0 (value, "partly") == 0)
    return _ ("Partly");
  if (g_strcmp0 (value, "no") == 0)
    return _ ("No");
  return g_strcmp0 (value, "not_applicable") == 0 ? _ ("Not applicable") : NULL;
}

static void
count_answer (Answers *answers, const RkLandAnswer *answer)
{
  answers->yes += g_strcmp0 (answer->value, "yes") == 0;
  answers->partly += g_strcmp0 (answer->value, "partly") == 0;
  answers->no += g_strcmp0 (answer->value, "no") == 0;
  answers->not_applicable += g_strcmp0 (answer->value, "not_applicable") == 0;
  if (answer->application == NULL)
    answers->own = answer;
}

/* Yes counts whole and partly half, of what is applicable. */
static double
find_share (const Answers *answers)
{
  guint n = answers->yes + answers->partly + answers->no;

  return n > 0 ? 100 * (answers->yes + 0.5 * answers->partly) / n : NAN;
}

static void
add_principle_row (RkAnalysis *self, const RkPrinciple *principle, const Answers *answers,
                   GPtrArray *all)
{
  RkAnalysisRow *row = rk_analysis_add_row (self, "principle", principle->id, principle->name);

  rk_analysis_row_add_text (row, principle->group);
  rk_analysis_row_add_text (row, principle->question);
  rk_analysis_row_add_number (row, find_share (answers));
  rk_analysis_row_add_text (row,
                            answers->own != NULL ? get_answer_label (answers->own->value) : NULL);
  rk_analysis_row_add_text (row, answers->own != NULL ? answers->own->reason : NULL);
  rk_analysis_row_add_number (row, answers->yes);
  rk_analysis_row_add_number (row, answers->partly);
  rk_analysis_row_add_number (row, answers->no);
  rk_analysis_row_add_number (row, answers->not_applicable);
  for (guint i = 0; i < all->len; i++)
    {
      const RkLandAnswer *answer = g_ptr_array_index (all, i);

      if (g_strcmp0 (answer->question, principle->id) == 0)
        rk_analysis_row_add_record (row, "principle_answer", answer->id);
    }
}

static void
say_principles (RkAnalysis *self, const Answers *total, guint n_answered)
{
  g_autofree char *share = rk_format_percent (find_share (total), 0);

  self->enough = n_answered > 0;
  if (n_answered == 0)
    rk_analysis_take_sentence (self,
                               g_strdup (_ ("Answer for each principle whether you follow it.")));
  else
    rk_analysis_take_sentence (
        self, g_strdup_printf (
                  /* Translators: two numbers of principles; a percentage. */
                  _ ("%u of %u principles have an answer. Of the answers, %s follow them."),
                     n_answered, self->rows->len, share));
}

void
rk_analysis_compute_principles (RkAnalysis *self, RkAnalysisInput *input)
{
  GPtrArray *principles = rk_principles_list (), *all = input->landscape->principles;
  RkAnalysisUnknown *unknown = rk_analysis_unknown_new ("answer", "principle");
  Answers total = { 0 };
  guint n_answered = 0;

  rk_analysis_add_column (self, "group", _ ("Group"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "question", _ ("Question"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "followed", _ ("Followed"), RK_VALUE_PERCENT);
  rk_analysis_add_column (self, "own", _ ("Administration as a whole"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "reason", _ ("Reason"), RK_VALUE_TEXT);
  rk_analysis_add_column (self, "yes", _ ("Yes"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "partly", _ ("Partly"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "no", _ ("No"), RK_VALUE_COUNT);
  rk_analysis_add_column (self, "not_applicable", _ ("Not applicable"), RK_VALUE_COUNT);
  for (guint i = 0; i < principles->len; i++)
    {
      const RkPrinciple *principle = g_ptr_array_index (principles, i);
      Answers answers = { 0 };

      for (guint j = 0; j < all->len; j++)
        if (g_strcmp0 (((RkLandAnswer *) g_ptr_array_index (all, j))->question, principle->id) == 0)
          count_answer (&answers, g_ptr_array_index (all, j));
      add_principle_row (self, principle, &answers, all);
      total.yes += answers.yes;
      total.partly += answers.partly;
      total.no += answers.no;
      if (answers.yes + answers.partly + answers.no + answers.not_applicable > 0)
        n_answered++;
      else
        rk_analysis_unknown_add (unknown, principle->id);
    }
  rk_analysis_add_figure (self, "followed", _ ("Followed"), RK_VALUE_PERCENT, find_share (&total));
  rk_analysis_add_figure (self, "answered",
                          _ ("Principles with an answer"), RK_VALUE_COUNT, n_answered);
  rk_analysis_add_figure (self, "principles", _ ("Principles"), RK_VALUE_COUNT, principles->len);
  rk_analysis_add_unknown (self, unknown,
                           g_strdup_printf (ngettext ("%u principle has no answer.",
                                                      "%u principles have no answer.",
                                                      unknown->records->len),
                                            unknown->records->len));
  self->why = g_strdup (_ ("Yes counts for one and partly for a half, of all answers except not "
                           "applicable: those for the administration as a whole and those for "
                           "applications."));
  say_principles (self, &total, n_answered);
}
