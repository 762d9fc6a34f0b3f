/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-text.h"

#include <string.h>

char *
rk_text_fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *lower = apart != NULL ? g_utf8_casefold (apart, -1) : g_strdup ("");
  GString *folded = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        {
          if (gap && folded->len > 0)
            g_string_append_c (folded, ' ');
          g_string_append_unichar (folded, c);
          gap = FALSE;
        }
      else if (!g_unichar_ismark (c))
        gap = TRUE;
    }
  return g_string_free (folded, FALSE);
}

int
rk_text_find (const char *text, const char *part)
{
  int best = -1;

  if (g_str_has_prefix (text, part))
    return 0;
  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    if (p[-1] == ' ')
      return 1;
    else
      best = 2;
  return best;
}
