/* SPDX-License-Identifier: EUPL-1.2 */
/* What a text table is, from its first bytes. */
#include "config.h"
#include "rk-csv-private.h"

#include <string.h>

#define MAX_LINES 100

static const char separators[] = { ';', ',', '\t', '|' };

/* --- encoding --------------------------------------------------------------------------------- */

/* Latin text in UTF-16 has a NUL in every other byte: at even places when the high byte is first.
 */
static const char *
find_utf16 (const guchar *bytes, gsize length)
{
  gsize even = 0, odd = 0;

  for (gsize i = 0; i < length; i++)
    if (bytes[i] == 0)
      {
        if (i % 2 == 0)
          even++;
        else
          odd++;
      }
  if (odd > length / 4 && even == 0)
    return "UTF-16LE";
  return even > length / 4 && odd == 0 ? "UTF-16BE" : NULL;
}

const char *
rk_csv_find_encoding (const guchar *bytes, gsize length, gboolean whole)
{
  const char *end;

  if (length >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe)
    return "UTF-16LE";
  if (length >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
    return "UTF-16BE";
  if (memchr (bytes, 0, length) != NULL)
    return find_utf16 (bytes, length);
  if (g_utf8_validate ((const char *) bytes, (gssize) length, &end))
    return "UTF-8";
  /* The sample may end in the middle of a letter. */
  if (!whole && (const char *) bytes + length - end < 4)
    return "UTF-8";
  return "WINDOWS-1252";
}

/* 0x80 to 0x9f; 0 where the encoding has no letter. */
static const gunichar windows[] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

void
rk_csv_recode (const char *bytes, gsize length, GString *text)
{
  for (gsize i = 0; i < length; i++)
    {
      guchar byte = (guchar) bytes[i];
      gunichar letter = byte >= 0x80 && byte < 0xa0 ? windows[byte - 0x80] : byte;

      g_string_append_unichar (text, letter != 0 || byte == 0 ? letter : 0xfffd);
    }
}

/* --- separator -------------------------------------------------------------------------------- */

/* How often each separator stands outside quotes, line by line. */
typedef struct
{
  guint counts[MAX_LINES][G_N_ELEMENTS (separators)];
  guint n;
} Lines;

static void
count_line (Lines *lines, guint counts[G_N_ELEMENTS (separators)], gboolean any)
{
  if (any && lines->n < MAX_LINES)
    memcpy (lines->counts[lines->n++], counts, sizeof lines->counts[0]);
  memset (counts, 0, sizeof lines->counts[0]);
}

static void
count_all (const char *bytes, gsize length, Lines *lines)
{
  guint counts[G_N_ELEMENTS (separators)] = { 0 };
  gboolean quoted = FALSE, any = FALSE;

  for (gsize i = 0; i < length && lines->n < MAX_LINES; i++)
    {
      const char *found;

      if (bytes[i] == '"')
        quoted = !quoted;
      if (!quoted && (bytes[i] == '\n' || bytes[i] == '\r'))
        {
          count_line (lines, counts, any);
          any = FALSE;
          continue;
        }
      any = TRUE;
      found = quoted ? NULL : memchr (separators, bytes[i], sizeof separators);
      if (found != NULL)
        counts[found - separators]++;
    }
  if (lines->n == 0) /* a table of one line; else what is left may be half a line */
    count_line (lines, counts, any);
}

/* How evenly a separator divides the lines: those with the usual number of it, then that number. */
static guint
rate (const Lines *lines, guint which)
{
  guint best = 0;

  for (guint i = 0; i < lines->n; i++)
    {
      guint same = 0, usual = lines->counts[i][which];

      for (guint j = 0; j < lines->n; j++)
        same += lines->counts[j][which] == usual;
      if (usual > 0)
        best = MAX (best, same * 1000 / lines->n * 1000 + MIN (usual, 999));
    }
  return best;
}

char
rk_csv_find_separator (const char *bytes, gsize length)
{
  g_autofree Lines *lines = g_new0 (Lines, 1);
  char separator = ',';
  guint best = 0;

  count_all (bytes, length, lines);
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (rate (lines, i) > best)
      {
        best = rate (lines, i);
        separator = separators[i];
      }
  return separator;
}

gsize
rk_csv_find_declaration (const char *bytes, gsize length, char *separator)
{
  gsize end = 5;

  if (length < 6 || g_ascii_strncasecmp (bytes, "sep=", 4) != 0 ||
      (bytes[5] != '\n' && bytes[5] != '\r'))
    return 0;
  *separator = bytes[4];
  return bytes[5] == '\r' && length > 6 && bytes[6] == '\n' ? end + 2 : end + 1;
}
