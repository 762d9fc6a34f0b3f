/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-csv-text.h"

#include <string.h>

/* What the first cell of a file may not begin with: a spreadsheet would take it for a mark or for
 * the name of the separator. */
static gboolean
is_misleading (const char *text)
{
  return g_str_has_prefix (text, "\xef\xbb\xbf") || g_ascii_strncasecmp (text, "sep=", 4) == 0;
}

static gboolean
needs_quotes (const char *text, char separator)
{
  return is_misleading (text) || *text == '\0' || *text == ' ' ||
         strchr (text, separator) != NULL || strpbrk (text, "\"\r\n") != NULL;
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
