/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-csv-text.h"

#include <string.h>

static gboolean
needs_quotes (const char *text, char separator)
{
  return *text == '\0' || *text == ' ' || strchr (text, separator) != NULL ||
         strpbrk (text, "\"\r\n") != NULL;
}

void
rk_csv_append (GString *row, const char *text, char separator, gboolean first)
{
  if (!first)
    g_string_append_c (row, separator);
  if (text == NULL)
    return;
  if (!needs_quotes (text, separator))
    {
      g_string_append (row, text);
      return;
    }
  g_string_append_c (row, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (row, '"');
      g_string_append_c (row, *p);
    }
  g_string_append_c (row, '"');
}
