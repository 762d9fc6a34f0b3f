/* SPDX-License-Identifier: EUPL-1.2 */
/* Short names of months and days in the languages of a form. Not those of the system: one answer
 * gives one result, whoever opens the form. */
#include "config.h"
#include "rk-xpath-date.h"

#include <string.h>

typedef struct
{
  const char *code;
  const char *names[2]; /* as forms call the language, beside its code */
  const char *months[12];
  const char *days[7]; /* from Monday on */
} Names;

static const Names languages[] = {
  { "en",
    { "English", "Engels" },
    { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" },
    { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" } },
  { "nl",
    { "Nederlands", "Dutch" },
    { "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec" },
    { "ma", "di", "wo", "do", "vr", "za", "zo" } },
  { "fr",
    { "Français", "French" },
    { "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
      "déc." },
    { "lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim." } },
  { "de",
    { "Deutsch", "German" },
    { "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.",
      "Dez." },
    { "Mo", "Di", "Mi", "Do", "Fr", "Sa", "So" } },
};

static gboolean
is_code (const char *text, const char *code)
{
  gsize n = strlen (code);

  return g_ascii_strncasecmp (text, code, n) == 0 &&
         (text[n] == '\0' || text[n] == ')' || text[n] == '-' || text[n] == '_');
}

/* "Nederlands (nl)", "nl", "nl-BE", "Dutch". English for what is not known. */
static const Names *
find_names (const char *language)
{
  const char *bracket = language != NULL ? strrchr (language, '(') : NULL;

  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (languages); i++)
    if (is_code (bracket != NULL ? bracket + 1 : language, languages[i].code))
      return &languages[i];
  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (languages); i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages[i].names); j++)
      if (g_str_has_prefix (language, languages[i].names[j]))
        return &languages[i];
  return &languages[0];
}

const char *
rk_xpath_month_name (const char *language, int month)
{
  return find_names (language)->months[month - 1];
}

const char *
rk_xpath_day_name (const char *language, int day)
{
  return find_names (language)->days[day - 1];
}
