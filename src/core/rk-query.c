/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-search.h"

#include <string.h>

#define MAX_WORDS 16
#define MAX_BYTES 400

static gboolean
says_something (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Quotes make every character of the word harmless; the star makes it a beginning. */
static void
append_word (GString *query, const char *word)
{
  g_string_append (query, query->len > 0 ? " \"" : "\"");
  for (const char *p = word; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (query, '"');
      g_string_append_c (query, *p);
    }
  g_string_append (query, "\"*");
}

char *
rk_query_from_words (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) MIN (strlen (text), MAX_BYTES));
  g_auto (GStrv) words = g_strsplit_set (valid, " \t\r\n", -1);
  g_autoptr (GString) query = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; words[i] != NULL && n < MAX_WORDS; i++)
    if (says_something (words[i]))
      {
        append_word (query, words[i]);
        n++;
      }
  return n > 0 ? g_string_free (g_steal_pointer (&query), FALSE) : NULL;
}
