/* SPDX-License-Identifier: EUPL-1.2 */
/* From what a cell stores to what a person reads: shared texts, numbers and moments. */
#include "config.h"
#include "rk-xlsx-private.h"

#include <math.h>
#include <string.h>

#define UNIX_EPOCH_1900 25569 /* days from the serial date 0 to 1970-01-01 */
#define UNIX_EPOCH_1904 24107
#define LAST_SERIAL 2958465 /* 9999-12-31 */
#define DAY_SECONDS 86400

/* --- texts ------------------------------------------------------------------------------------ */

/* Appends the character of the escape at @text ("_x000D_"); how many bytes it took, or 0. */
static gsize
append_escape (GString *plain, const char *text)
{
  gunichar c = 0;

  if (text[0] != '_' || text[1] != 'x')
    return 0;
  for (int i = 2; i < 6; i++)
    if (g_ascii_isxdigit (text[i]))
      c = c * 16 + (gunichar) g_ascii_xdigit_value (text[i]);
    else
      return 0;
  if (text[6] != '_' || !g_unichar_validate (c) || c == 0)
    return 0;
  g_string_append_unichar (plain, c);
  return 7;
}

char *
rk_xlsx_unescape (const char *text)
{
  GString *plain = g_string_sized_new (strlen (text));

  while (*text != '\0')
    {
      gsize taken = append_escape (plain, text);

      if (taken == 0)
        g_string_append_c (plain, *text);
      text += MAX (taken, 1);
    }
  return g_string_free (plain, FALSE);
}

GPtrArray *
rk_xlsx_read_strings (GHashTable *parts, const char *part)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (xmlTextReader) reader = rk_xlsx_read_part (parts, part);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean broken = FALSE, phonetic = FALSE, in_text = FALSE;

  while (reader != NULL && rk_xlsx_next (reader, &broken))
    if (rk_xlsx_at (reader, "rPh") && !xmlTextReaderIsEmptyElement (reader))
      phonetic = TRUE; /* how to pronounce it is not part of the text */
    else if (rk_xlsx_at_end (reader, "rPh"))
      phonetic = FALSE;
    else if (rk_xlsx_at (reader, "t"))
      in_text = !xmlTextReaderIsEmptyElement (reader) && !phonetic;
    else if (rk_xlsx_at_end (reader, "t"))
      in_text = FALSE;
    else if (rk_xlsx_at_end (reader, "si") ||
             (rk_xlsx_at (reader, "si") && xmlTextReaderIsEmptyElement (reader)))
      {
        g_ptr_array_add (strings, rk_xlsx_unescape (text->str));
        g_string_truncate (text, 0);
      }
    else if (in_text && xmlTextReaderHasValue (reader))
      g_string_append (text, (const char *) xmlTextReaderConstValue (reader));
  return broken ? NULL : g_steal_pointer (&strings);
}

/* --- numbers ---------------------------------------------------------------------------------- */

/* @number without an exponent, as few digits as bring it back. */
static char *
plain_decimals (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  int exponent = (int) floor (log10 (fabs (number)));
  GString *plain = g_string_new (NULL);
  char *digits;

  for (int precision = 15; precision <= 17; precision++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%de", precision - 1);

      g_ascii_formatd (text, sizeof text, format, number);
      if (g_ascii_strtod (text, NULL) == number)
        break;
    }
  exponent = (int) g_ascii_strtoll (strchr (text, 'e') + 1, NULL, 10);
  *strchr (text, 'e') = '\0';
  digits = *text == '-' ? text + 1 : text;
  memmove (digits + 1, digits + 2, strlen (digits + 2) + 1); /* without its point */
  if (number < 0)
    g_string_append_c (plain, '-');
  if (exponent < 0)
    g_string_append (plain, "0.");
  for (int i = exponent + 1; i < 0; i++)
    g_string_append_c (plain, '0');
  for (int i = 0; digits[i] != '\0'; i++)
    {
      g_string_append_c (plain, digits[i]);
      if (i == exponent)
        g_string_append_c (plain, '.');
    }
  while (plain->str[plain->len - 1] == '0')
    g_string_truncate (plain, plain->len - 1);
  if (plain->str[plain->len - 1] == '.')
    g_string_truncate (plain, plain->len - 1);
  return g_string_free (plain, FALSE);
}

char *
rk_xlsx_number_to_text (double number)
{
  if (!isfinite (number) || fabs (number) >= 1e15)
    return g_strdup_printf ("%.0f", number);
  if (number == floor (number))
    return g_strdup_printf ("%.0f", number == 0 ? 0.0 : number);
  if (fabs (number) < 1e-12)
    return g_strdup ("0");
  return plain_decimals (number);
}

/* --- moments ---------------------------------------------------------------------------------- */

char *
rk_xlsx_moment_to_text (double number, gboolean since_1904)
{
  g_autoptr (GDateTime) moment = NULL;
  gint64 seconds;
  int epoch = since_1904 ? UNIX_EPOCH_1904 : UNIX_EPOCH_1900;

  if (!isfinite (number) || number < 0 || number > LAST_SERIAL)
    return rk_xlsx_number_to_text (number);
  /* 1900 was no leap year, but Excel counts its 29th of February. */
  if (!since_1904 && number >= 1 && number < 60)
    epoch--;
  seconds = (gint64) llround (number * DAY_SECONDS) - (gint64) epoch * DAY_SECONDS;
  moment = g_date_time_new_from_unix_utc (seconds);
  if (moment == NULL)
    return rk_xlsx_number_to_text (number);
  if (number < 1)
    return g_date_time_format (moment, "%H:%M:%S");
  if (llround (number * DAY_SECONDS) % DAY_SECONDS == 0)
    return g_date_time_format (moment, "%Y-%m-%d");
  return g_date_time_format (moment, "%Y-%m-%dT%H:%M:%S");
}

/* --- styles ----------------------------------------------------------------------------------- */

static gboolean
is_builtin_date (int id)
{
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
         (id >= 50 && id <= 58);
}

/* Whether a number format shows a day or a time: it has a letter of one, outside quotes, escapes
 * and brackets (but for [h], [m] and [s]). */
static gboolean
is_date_format (const char *code)
{
  gboolean quoted = FALSE;

  if (g_ascii_strcasecmp (code, "general") == 0)
    return FALSE;
  for (const char *c = code; *c != '\0' && *c != ';'; c++)
    {
      if (*c == '"')
        quoted = !quoted;
      else if (quoted)
        continue;
      else if (*c == '\\' || *c == '_' || *c == '*')
        c += c[1] != '\0';
      else if (*c == '[' && strchr ("hHmMsS", c[1]) == NULL)
        {
          const char *end = strchr (c, ']');

          if (end == NULL)
            return FALSE;
          c = end;
        }
      else if (strchr ("dDmMyYhHsS", *c) != NULL)
        return TRUE;
    }
  return FALSE;
}

static int
dup_int (xmlTextReader *reader, const char *name)
{
  g_autofree char *text = rk_xlsx_dup_attribute (reader, name);

  return text != NULL ? (int) g_ascii_strtoll (text, NULL, 10) : -1;
}

GArray *
rk_xlsx_read_styles (GHashTable *parts, const char *part)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (xmlTextReader) reader = rk_xlsx_read_part (parts, part);
  g_autoptr (GHashTable) custom = g_hash_table_new (NULL, NULL);
  gboolean broken = FALSE, in_cells = FALSE;

  while (reader != NULL && rk_xlsx_next (reader, &broken))
    if (rk_xlsx_at (reader, "numFmt"))
      {
        g_autofree char *code = rk_xlsx_dup_attribute (reader, "formatCode");

        if (code != NULL && is_date_format (code))
          g_hash_table_add (custom, GINT_TO_POINTER (dup_int (reader, "numFmtId")));
      }
    else if (rk_xlsx_at (reader, "cellXfs"))
      in_cells = TRUE;
    else if (rk_xlsx_at_end (reader, "cellXfs"))
      in_cells = FALSE;
    else if (in_cells && rk_xlsx_at (reader, "xf"))
      {
        int id = dup_int (reader, "numFmtId");
        gboolean date =
            is_builtin_date (id) || g_hash_table_contains (custom, GINT_TO_POINTER (id));

        g_array_append_val (dates, date);
      }
  return dates;
}
