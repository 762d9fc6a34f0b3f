/* SPDX-License-Identifier: EUPL-1.2 */
/* Small things about texts: translations, yes and no, names, and what somebody may have meant. */
#include "config.h"
#include "rk-xlsform-private.h"

#include <string.h>

static void
phrase_free (RkXfPhrase *phrase)
{
  g_free (phrase->language);
  g_free (phrase->text);
  g_free (phrase);
}

void
rk_xf_text_clear (RkXfText *text)
{
  g_clear_pointer (&text->phrases, g_ptr_array_unref);
}

void
rk_xf_text_set (RkXfText *text, const char *language, const char *words, const RkXfColumn *column)
{
  RkXfPhrase *phrase = g_new0 (RkXfPhrase, 1);

  if (text->phrases == NULL)
    text->phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) phrase_free);
  phrase->language = g_strdup (language);
  phrase->text = g_strdup (words);
  phrase->column = column;
  g_ptr_array_add (text->phrases, phrase);
}

void
rk_xf_text_copy (RkXfText *to, const RkXfText *from)
{
  rk_xf_text_clear (to);
  for (guint i = 0; !rk_xf_text_is_empty (from) && i < from->phrases->len; i++)
    {
      const RkXfPhrase *phrase = g_ptr_array_index (from->phrases, i);

      rk_xf_text_set (to, phrase->language, phrase->text, phrase->column);
    }
}

gboolean
rk_xf_text_is_empty (const RkXfText *text)
{
  return text->phrases == NULL || text->phrases->len == 0;
}

gboolean
rk_xf_text_is_translated (const RkXfText *text)
{
  return !rk_xf_text_is_empty (text) &&
         ((RkXfPhrase *) g_ptr_array_index (text->phrases, 0))->language != NULL;
}

gboolean
rk_xf_text_has_reference (const RkXfText *text)
{
  for (guint i = 0; !rk_xf_text_is_empty (text) && i < text->phrases->len; i++)
    if (rk_xf_has_reference (((RkXfPhrase *) g_ptr_array_index (text->phrases, i))->text))
      return TRUE;
  return FALSE;
}

/* --- yes and no ------------------------------------------------------------------------------- */

int
rk_xf_truth (const char *text)
{
  static const char *const yes[] = { "yes", "true", "true()", "1", "ja", NULL };
  static const char *const no[] = { "no", "false", "false()", "0", "nee", NULL };
  g_autofree char *lower = g_ascii_strdown (text, -1);

  if (g_strv_contains (yes, lower))
    return 1;
  return g_strv_contains (no, lower) ? 0 : -1;
}

const char *
rk_xf_condition (const char *text)
{
  int truth = strlen (text) > 1 ? rk_xf_truth (text) : -1;

  if (truth < 0)
    return text;
  return truth == 1 ? "true()" : "false()";
}

/* --- names ------------------------------------------------------------------------------------ */

static gboolean
is_name_start (gunichar c)
{
  return c == '_' || (c < 0x80 ? g_ascii_isalpha ((char) c) : g_unichar_isalpha (c));
}

/* A name of XML without a colon, or two joined by one. */
gboolean
rk_xf_is_name (const char *text)
{
  gboolean start = TRUE;
  guint colons = 0;

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar u = g_utf8_get_char (c);

      if (u == ':' && !start)
        {
          colons++;
          start = TRUE;
          continue;
        }
      if (!is_name_start (u) && (start || !(u == '-' || u == '.' || u == 0xb7 ||
                                            g_unichar_isdigit (u) || g_unichar_ismark (u))))
        return FALSE;
      start = FALSE;
    }
  return !start && colons <= 1;
}

/* --- what somebody meant ---------------------------------------------------------------------- */

/* How many letters to change, add or leave out to make @a of @b; two exchanged count as one. */
static guint
distance (const char *a, const char *b)
{
  gsize m = strlen (a), n = strlen (b);
  g_autofree guint *rows = g_new0 (guint, 3 * (n + 1));
  guint *before = rows, *last = rows + n + 1, *now = rows + 2 * (n + 1);

  for (gsize j = 0; j <= n; j++)
    last[j] = (guint) j;
  for (gsize i = 1; i <= m; i++)
    {
      guint *free_row = before;

      now[0] = (guint) i;
      for (gsize j = 1; j <= n; j++)
        {
          guint change = last[j - 1] + (a[i - 1] != b[j - 1]);

          now[j] = MIN (MIN (last[j], now[j - 1]) + 1, change);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            now[j] = MIN (now[j], before[j - 2] + 1);
        }
      before = last;
      last = now;
      now = free_row;
    }
  return last[n];
}

const char *
rk_xf_nearest (const char *name, GPtrArray *names)
{
  g_autofree char *wanted = g_ascii_strdown (name, -1);
  const char *nearest = NULL;
  guint best = strlen (name) < 4 ? 1 : strlen (name) < 9 ? 2 : 3;

  if (strlen (name) > 64)
    return NULL;
  for (guint i = 0; i < names->len; i++)
    {
      const char *other = g_ptr_array_index (names, i);
      g_autofree char *lower = NULL;
      guint d;

      if (strlen (other) > 64)
        continue;
      lower = g_ascii_strdown (other, -1);
      d = distance (wanted, lower);
      if (d < best || (d == best && nearest == NULL))
        {
          best = d;
          nearest = other;
        }
    }
  return nearest;
}
