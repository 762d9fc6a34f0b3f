/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-words.h"

#include <string.h>

#define BLANKS " \t\r\n"

/* The word at @at or after it, and its length; NULL: there is none. */
static const char *
next_word (const char *at, gsize *length)
{
  at += strspn (at, BLANKS);
  *length = strcspn (at, BLANKS);
  return *length > 0 ? at : NULL;
}

gboolean
rk_words_contain (const char *words, const char *word)
{
  gsize length;

  for (const char *at = next_word (words, &length); at != NULL;
       at = next_word (at + length, &length))
    if (strlen (word) == length && strncmp (at, word, length) == 0)
      return TRUE;
  return FALSE;
}

guint
rk_words_count (const char *words)
{
  guint n = 0;
  gsize length;

  for (const char *at = next_word (words, &length); at != NULL;
       at = next_word (at + length, &length))
    n++;
  return n;
}

void
rk_words_append (GString *words, const char *word)
{
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, word);
}

GPtrArray *
rk_words_split (const char *words)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  gsize length;

  for (const char *at = next_word (words, &length); at != NULL;
       at = next_word (at + length, &length))
    g_ptr_array_add (list, g_strndup (at, length));
  return list;
}
