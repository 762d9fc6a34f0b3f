/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-results-words.h"

#include "rk-format.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* More terms than this are no explanation any more; the table has them all. */
#define MAX_TERMS 8

char *
rk_words_extremes (GPtrArray *themes)
{
  const RkTheme *high = NULL, *low = NULL;
  g_autofree char *top = NULL;
  g_autofree char *bottom = NULL;

  for (guint i = 0; i < themes->len; i++)
    {
      const RkTheme *theme = g_ptr_array_index (themes, i);

      if (isnan (theme->score))
        continue;
      high = high == NULL || theme->score > high->score ? theme : high;
      low = low == NULL || theme->score < low->score ? theme : low;
    }
  if (high == low)
    return g_strdup ("");
  top = rk_format_score (high->score);
  bottom = rk_format_score (low->score);
  /* Translators: the names and scores of two themes. */
  return g_strdup_printf (_ ("Highest theme %s %s, lowest %s %s."), high->short_label, top,
                             low->short_label, bottom);
}

char *
rk_words_coverage (const RkTheme *theme)
{
  if (isnan (theme->score))
    /* Translators: the numbers of questions that count, that are asked, and that are needed. */
    return g_strdup_printf (_ ("Not enough data: %u of %u scored questions, %u needed"),
                               theme->counting, theme->visible, theme->needed);
  /* Translators: the numbers of questions that count and that are asked. */
  return g_strdup_printf (ngettext ("%u of %u scored question", "%u of %u scored questions",
                                    theme->visible),
                          theme->counting, theme->visible);
}

const char *
rk_words_reason (int counts)
{
  switch (counts)
    {
    case RK_COUNTS_NOT_UNKNOWN: return _ ("do not know");
    case RK_COUNTS_NOT_APPLICABLE: return _ ("not applicable");
    case RK_COUNTS_NOT_EITHER: return _ ("do not know or not applicable");
    case RK_COUNTS_NOT_UNANSWERED: return _ ("not filled in");
    case RK_COUNTS_NOT_HIDDEN: return _ ("not asked because of your answers");
    default: return "";
    }
}

/* "do not know (2), not filled in (3)"; @n: how many there are of each reason. */
static char *
list_reasons (const guint n[RK_COUNTS_NOT_HIDDEN + 1])
{
  GString *list = g_string_new (NULL);

  for (guint i = RK_COUNTS + 1; i <= RK_COUNTS_NOT_HIDDEN; i++)
    if (n[i] > 0)
      g_string_append_printf (list, "%s%s (%u)", list->len > 0 ? ", " : "",
                              rk_words_reason ((int) i), n[i]);
  return g_string_free (list, FALSE);
}

char *
rk_words_missing (GPtrArray *questions)
{
  guint n[RK_COUNTS_NOT_HIDDEN + 1] = { 0 };
  g_autofree char *list = NULL;

  for (guint i = 0; i < questions->len; i++)
    n[((RkScoredQuestion *) g_ptr_array_index (questions, i))->counts]++;
  list = list_reasons (n);
  if (*list == '\0')
    return g_strdup ("");
  /* Translators: %s is a list of reasons with numbers: "do not know (2), not filled in (3)". */
  return g_strdup_printf (_ ("Does not count: %s."), list);
}

char *
rk_words_indicator_missing (const RkIndicator *indicator)
{
  guint n[RK_COUNTS_NOT_HIDDEN + 1] = { 0 };
  g_autofree char *list = NULL;

  for (guint i = 0; i < indicator->sources->len; i++)
    n[((RkSource *) g_ptr_array_index (indicator->sources, i))->counts]++;
  list = list_reasons (n);
  if (*list == '\0')
    return g_strdup (
        isnan (indicator->value) ? _ ("With these answers this figure cannot be worked out.") : "");
  if (isnan (indicator->value))
    /* Translators: %s is a list of reasons with numbers: "do not know (2), not filled in (3)". */
    return g_strdup_printf (_ ("There is no value yet. Missing: %s."), list);
  /* Translators: %s is a list of reasons with numbers: "do not know (2), not filled in (3)". */
  return g_strdup_printf (_ ("Missing: %s."), list);
}

char *
rk_words_weight (double weight)
{
  return rk_format_number (weight, -1);
}

char *
rk_words_theme_sum (const RkTheme *theme)
{
  g_autoptr (GString) terms = g_string_new (NULL);
  g_autofree char *weights = NULL;
  g_autofree char *score = NULL;
  double sum = 0;

  if (isnan (theme->score) || theme->counting < 1 || theme->counting > MAX_TERMS)
    return g_strdup ("");
  for (guint i = 0; i < theme->questions->len; i++)
    {
      const RkScoredQuestion *q = g_ptr_array_index (theme->questions, i);
      g_autofree char *weight = rk_words_weight (q->weight);
      g_autofree char *value = rk_format_score (q->score);

      if (q->counts != RK_COUNTS)
        continue;
      g_string_append_printf (terms, "%s%s × %s", terms->len > 0 ? " + " : "", weight, value);
      sum += q->weight;
    }
  weights = rk_words_weight (sum);
  score = rk_format_score (theme->score);
  return g_strdup_printf ("(%s) ÷ %s = %s", terms->str, weights, score);
}

const char *
rk_words_question_name (const char *id)
{
  const char *dot = strrchr (id, '.');

  return dot != NULL && dot[1] != '\0' ? dot + 1 : id;
}

static guint
count_lines (const char *text)
{
  guint n = *text != '\0';

  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

char *
rk_words_gain_caption (const RkScoredQuestion *question)
{
  const char *name = rk_words_question_name (question->id);
  guint lines = count_lines (question->answer);

  if (lines > 1) /* a matrix or rows: too long for a caption */
    /* Translators: the short name of a question, "B04", and how many parts of it are answered. */
    return g_strdup_printf (ngettext ("Question %s · %u answer", "Question %s · %u answers", lines),
                            name, lines);
  if (*question->answer == '\0')
    /* Translators: %s is the short name of a question, "B04". */
    return g_strdup_printf (_ ("Question %s · not filled in yet"), name);
  /* Translators: the short name of a question, "B04", and the answer as it is now. */
  return g_strdup_printf (_ ("Question %s · now: %s"), name, question->answer);
}
