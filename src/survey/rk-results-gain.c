/* SPDX-License-Identifier: EUPL-1.2 */
/* What would raise the index most.
 *
 * The gain of a question is the index as it would be if that question scored 100, less the index as
 * it is. Both follow from the weights that the form describes:
 *
 *   theme    = sum (weight × score) / sum (weight), over the questions that count
 *   coverage = weight that counts / weight of the questions that are asked
 *   index    = sum (weight × theme) / sum (weight), over the themes with enough coverage
 *
 * A question that does not count yet would also raise the coverage, and so can bring its theme into
 * the index; that can lower the index, and then the gain is 0. An answer "not applicable" is no
 * room for improvement: its gain is 0 too. When the form computes its index in another way (the
 * formulas above do not give the index that it has), no gain is offered rather than a wrong one. */
#include "config.h"
#include "rk-results-private.h"

#include <math.h>

#define TOLERANCE 1e-9

static gboolean
is_asked (const RkScoredQuestion *question)
{
  return question->counts != RK_COUNTS_NOT_HIDDEN;
}

/* The score of @theme if @raised scored 100; NaN without enough coverage. */
static double
score_theme (const RkTheme *theme, const RkScoredQuestion *raised)
{
  double asked = 0, counting = 0, sum = 0;

  for (guint i = 0; i < theme->questions->len; i++)
    {
      const RkScoredQuestion *question = g_ptr_array_index (theme->questions, i);
      double score = question == raised ? 100 : question->score;

      if (!is_asked (question))
        continue;
      asked += question->weight;
      if (isnan (score))
        continue;
      counting += question->weight;
      sum += question->weight * score;
    }
  if (counting <= 0 || counting < theme->min_coverage * asked - TOLERANCE)
    return NAN;
  return sum / counting;
}

static double
score_index (GPtrArray *themes, guint min_themes, const RkScoredQuestion *raised)
{
  double sum = 0, weights = 0;
  guint scored = 0;

  for (guint i = 0; i < themes->len; i++)
    {
      const RkTheme *theme = g_ptr_array_index (themes, i);
      double score = score_theme (theme, raised);

      if (isnan (score))
        continue;
      scored++;
      weights += theme->weight;
      sum += theme->weight * score;
    }
  return scored >= min_themes && weights > 0 ? sum / weights : NAN;
}

static double
find_gain (GPtrArray *themes, guint min_themes, double index, const RkScoredQuestion *question)
{
  double raised;

  if (!is_asked (question) || question->counts == RK_COUNTS_NOT_APPLICABLE ||
      question->counts == RK_COUNTS_NOT_EITHER || question->score >= 100)
    return 0;
  raised = score_index (themes, min_themes, question);
  return isnan (raised) || raised <= index ? 0 : raised - index;
}

void
rk_results_simulate (GPtrArray *themes, guint min_themes, double index)
{
  double base = score_index (themes, min_themes, NULL);

  if (isnan (index) || isnan (base) || fabs (base - index) > 1e-6)
    return;
  for (guint t = 0; t < themes->len; t++)
    {
      RkTheme *theme = g_ptr_array_index (themes, t);

      for (guint q = 0; q < theme->questions->len; q++)
        {
          RkScoredQuestion *question = g_ptr_array_index (theme->questions, q);

          question->gain = find_gain (themes, min_themes, base, question);
        }
    }
}

static gint
compare_gains (gconstpointer a, gconstpointer b)
{
  double one = (*(RkScoredQuestion **) a)->gain, other = (*(RkScoredQuestion **) b)->gain;

  return one > other ? -1 : one < other;
}

GPtrArray *
rk_results_list_gains (RkResults *self, guint limit)
{
  g_autoptr (GPtrArray) gains = g_ptr_array_new ();
  GPtrArray *themes = rk_results_get_themes (self);

  for (guint t = 0; t < themes->len; t++)
    {
      RkTheme *theme = g_ptr_array_index (themes, t);

      for (guint q = 0; q < theme->questions->len; q++)
        if (((RkScoredQuestion *) g_ptr_array_index (theme->questions, q))->gain > TOLERANCE)
          g_ptr_array_add (gains, g_ptr_array_index (theme->questions, q));
    }
  g_ptr_array_sort (gains, compare_gains);
  if (gains->len > limit)
    g_ptr_array_set_size (gains, (int) limit);
  return g_steal_pointer (&gains);
}
