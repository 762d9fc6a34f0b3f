/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-suggest.h"
#include "rk-text.h"

#include <string.h>

/* Below this a suggestion is noise (measured on names of applications and components). */
#define LEAST 0.3
/* What each later text weighs against the one before it. */
#define FADE 0.85
/* Words of fewer letters say nothing: "en", "of", "de". */
#define SHORT_WORD 3

/* Words that stand in half of all names. */
static const char *const common[] = { "applicatie", "beheer",     "component", "register",
                                      "systeem",    "toepassing", "van",       "voor",
                                      "software",   "online",     "module",    NULL };

/* The trigrams of a word with a mark at its begin, as a set of numbers. */
static GHashTable *
make_trigrams (const char *word)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);
  g_autofree gunichar *letters = NULL;
  g_autofree char *marked = g_strconcat (" ", word, NULL);
  glong n = 0;

  letters = g_utf8_to_ucs4_fast (marked, -1, &n);
  for (glong i = 0; i + 2 < n; i++)
    g_hash_table_add (set, GUINT_TO_POINTER (letters[i] * 961 * 961 + letters[i + 1] * 961 +
                                             letters[i + 2]));
  return set;
}

/* Dice: twice what they share by what they have. */
static double
compare_words (const char *a, const char *b)
{
  g_autoptr (GHashTable) first = NULL;
  g_autoptr (GHashTable) second = NULL;
  GHashTableIter iter;
  gpointer trigram;
  guint shared = 0, all;

  if (g_str_equal (a, b))
    return 1;
  first = make_trigrams (a);
  second = make_trigrams (b);
  all = g_hash_table_size (first) + g_hash_table_size (second);
  g_hash_table_iter_init (&iter, first);
  while (g_hash_table_iter_next (&iter, &trigram, NULL))
    shared += g_hash_table_contains (second, trigram);
  return all > 0 ? 2.0 * shared / all : 0;
}

static double
get_weight (const char *word)
{
  glong n = g_utf8_strlen (word, -1);

  if (n < SHORT_WORD)
    return 0.1;
  return g_strv_contains (common, word) ? 0.4 : 1;
}

/* How well the words of @a are found in those of @b. */
static double
cover (char **a, char **b)
{
  double sum = 0, weights = 0;

  for (guint i = 0; a[i] != NULL; i++)
    {
      double best = 0, weight = get_weight (a[i]);

      for (guint j = 0; b[j] != NULL; j++)
        {
          double alike = compare_words (a[i], b[j]);
          best = MAX (best, alike);
        }
      sum += weight * best;
      weights += weight;
    }
  return weights > 0 ? sum / weights : 0;
}

static char **
split (const char *text)
{
  g_autofree char *folded = rk_text_fold (text);

  return *folded != '\0' ? g_strsplit (folded, " ", 64) : g_new0 (char *, 1);
}

double
rk_suggest_similarity (const char *a, const char *b)
{
  g_auto (GStrv) first = split (a);
  g_auto (GStrv) second = split (b);

  if (first[0] == NULL || second[0] == NULL)
    return 0;
  /* a short name in a long one is nearly as good as the same name */
  return (cover (first, second) + cover (second, first)) / 2;
}

static int
compare_suggestions (gconstpointer a, gconstpointer b)
{
  const RkSuggestion *first = a, *second = b;

  if (first->similarity != second->similarity)
    return first->similarity > second->similarity ? -1 : 1;
  return first->index < second->index ? -1 : first->index > second->index;
}

GArray *
rk_suggest (const char *const *texts, const char *const *candidates, guint most)
{
  GArray *suggestions = g_array_new (FALSE, FALSE, sizeof (RkSuggestion));

  for (guint i = 0; candidates[i] != NULL; i++)
    {
      RkSuggestion suggestion = { .index = i };
      double weight = 1;

      for (guint t = 0; texts[t] != NULL; t++, weight *= FADE)
        {
          double alike = weight * rk_suggest_similarity (texts[t], candidates[i]);
          suggestion.similarity = MAX (suggestion.similarity, alike);
        }
      if (suggestion.similarity >= LEAST)
        g_array_append_val (suggestions, suggestion);
    }
  g_array_sort (suggestions, compare_suggestions);
  if (suggestions->len > most)
    g_array_set_size (suggestions, most);
  return suggestions;
}
