/* SPDX-License-Identifier: EUPL-1.2 */
/* A key is a fraction in base 36 without the leading "0.", and never ends in '0'. */
#include "config.h"
#include "rk-sort-key.h"

#include <string.h>

#define BASE 36
static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";

static int
digit_at (const char *key, gsize i, int otherwise)
{
  const char *found;

  if (key == NULL || i >= strlen (key))
    return otherwise;
  found = strchr (digits, key[i]);
  return found != NULL ? (int) (found - digits) : 0;
}

char *
rk_sort_key_between (const char *before, const char *after)
{
  GString *key = g_string_new (NULL);

  if (before != NULL && after != NULL && strcmp (before, after) >= 0)
    after = NULL; /* two rows with one key: behind both will do */
  for (gsize i = 0;; i++)
    {
      int low = digit_at (before, i, 0), high = digit_at (after, i, BASE);

      if (high - low > 1)
        {
          /* At the end of the list a small step keeps the keys short. */
          g_string_append_c (key, digits[after == NULL ? low + 1 : (low + high) / 2]);
          return g_string_free (key, FALSE);
        }
      g_string_append_c (key, digits[low]);
      if (high > low)
        after = NULL;
    }
}
