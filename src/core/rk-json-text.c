/* SPDX-License-Identifier: EUPL-1.2 */
/* JSON for people and programs to read: json-glib writes 57.4 as 57.399999999999999. */
#include "config.h"
#include "rk-json.h"

#include <stdlib.h>
#include <string.h>

/* Appends the number at @text in the fewest digits that read back as the same; returns its end. */
static const char *
append_number (GString *out, const char *text)
{
  char *end;
  double number = g_ascii_strtod (text, &end);
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (strcspn (text, ".eE") >= (gsize) (end - text))
    {
      g_string_append_len (out, text, end - text);
      return end;
    }
  for (int precision = 15; precision <= 17; precision++)
    {
      char format[] = "%.15g";

      format[3] = (char) ('0' + precision - 10);
      g_ascii_formatd (digits, sizeof digits, format, number);
      if (g_ascii_strtod (digits, NULL) == number)
        break;
    }
  g_string_append (out, digits);
  return end;
}

/* The end of the string that begins at @text, a quote. */
static const char *
skip_string (const char *text)
{
  text++;
  while (*text != '"' && *text != '\0')
    text += text[0] == '\\' && text[1] != '\0' ? 2 : 1;
  return *text == '"' ? text + 1 : text;
}

char *
rk_json_to_text (JsonNode *node)
{
  g_autofree char *plain = json_to_string (node, TRUE);
  GString *out = g_string_sized_new (strlen (plain));
  const char *text = plain;

  while (*text != '\0')
    {
      const char *from = text;

      if (*text == '-' || g_ascii_isdigit (*text))
        {
          text = append_number (out, text);
          continue;
        }
      text = *text == '"' ? skip_string (text) : text + 1;
      g_string_append_len (out, from, text - from);
    }
  return g_string_free (out, FALSE);
}
