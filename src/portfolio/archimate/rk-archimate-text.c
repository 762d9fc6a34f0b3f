/* SPDX-License-Identifier: EUPL-1.2 */
/* Text as XML holds it, so that reading gives the very same text again. */
#include "config.h"
#include "rk-archimate-private.h"

#include <string.h>

static const char *
get_reference (char c, gboolean attribute)
{
  switch (c)
    {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '\r': return "&#13;";
    case '"': return attribute ? "&quot;" : NULL;
    case '\n': return attribute ? "&#10;" : NULL;
    case '\t': return attribute ? "&#9;" : NULL;
    default: return NULL;
    }
}

static void
append (GString *out, const char *text, gssize length, gboolean attribute)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  const char *from = text;

  for (const char *p = text; p < end; p++)
    {
      const char *reference = get_reference (*p, attribute);

      if (reference == NULL)
        continue;
      g_string_append_len (out, from, p - from);
      g_string_append (out, reference);
      from = p + 1;
    }
  g_string_append_len (out, from, end - from);
}

void
rk_archimate_append_text (GString *out, const char *text, gssize length)
{
  append (out, text, length, FALSE);
}

void
rk_archimate_append_attribute (GString *out, const char *name, const char *value, gssize length)
{
  g_string_append_c (out, ' ');
  g_string_append (out, name);
  g_string_append (out, "=\"");
  append (out, value, length, TRUE);
  g_string_append_c (out, '"');
}
