/* SPDX-License-Identifier: EUPL-1.2 */
/* The reader works on bytes: every encoding it reads as such has quotes, separators and line ends
 * in one byte; UTF-16 is converted before. A cell becomes UTF-8 when its row is complete. */
#include "config.h"
#include "rk-csv-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK (64 * 1024)

struct _RkCsvReader
{
  GInputStream *stream; /* of bytes as they are in the file */
  GInputStream *text;   /* the same, or converted */
  RkCsvFormat format;
  char *chunk;
  gsize length, at; /* of the chunk */
  gboolean ended;
  gint64 position;
  GString *bytes; /* of the row, cell after cell */
  GArray *ends;   /* of gsize: where each cell ends in bytes */
  GPtrArray *cells;
  guint line, row_line;
};

/* --- bytes ------------------------------------------------------------------------------------ */

/* Half a letter at the end of a file is what the converter stumbles over. */
static gboolean
fail (RkCsvReader *self, GError *cause, GError **error)
{
  if (self->text == self->stream)
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  g_error_free (cause);
  g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
               _ ("The file cannot be read as UTF-16 text. Save it again, as UTF-8."));
  return FALSE;
}

static gboolean
fill (RkCsvReader *self, GError **error)
{
  GError *local_error = NULL;
  gsize n = 0;

  if (self->ended || self->at < self->length)
    return TRUE;
  if (!g_input_stream_read_all (self->text, self->chunk, CHUNK, &n, NULL, &local_error))
    return fail (self, local_error, error);
  self->length = n;
  self->at = 0;
  self->position += (gint64) n;
  self->ended = n == 0;
  return TRUE;
}

static gboolean
set_foreign (GError **error)
{
  g_set_error (error, RK_ERROR, RK_ERROR_FOREIGN,
               _ ("The file is no text. Choose a CSV file; a spreadsheet can be saved as one."));
  return FALSE;
}

/* What follows @start bytes of the stream, as bytes that the reader understands. */
static gboolean
open_text (RkCsvReader *self, gsize start, GError **error)
{
  g_autoptr (GCharsetConverter) converter = NULL;

  if (!g_str_has_prefix (self->format.encoding, "UTF-16"))
    {
      self->text = g_object_ref (self->stream);
      return TRUE;
    }
  if (g_input_stream_skip (self->stream, start, NULL, error) != (gssize) start)
    return FALSE;
  converter = g_charset_converter_new ("UTF-8", self->format.encoding, error);
  if (converter == NULL)
    return FALSE;
  g_charset_converter_set_use_fallback (converter, TRUE);
  self->text = g_converter_input_stream_new (self->stream, G_CONVERTER (converter));
  return TRUE;
}

/* Looks at the first bytes, and leaves the reader behind a byte order mark and a declaration. */
static gboolean
begin (RkCsvReader *self, GError **error)
{
  g_autoptr (GBufferedInputStream) buffered =
      G_BUFFERED_INPUT_STREAM (g_buffered_input_stream_new_sized (self->stream, CHUNK));
  gsize n;
  const guchar *bytes;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (buffered), FALSE);
  if (g_buffered_input_stream_fill (buffered, CHUNK, NULL, error) < 0)
    return FALSE;
  bytes = g_buffered_input_stream_peek_buffer (buffered, &n);
  self->format.encoding = rk_csv_find_encoding (bytes, n, n < CHUNK);
  if (self->format.encoding == NULL)
    return set_foreign (error);
  g_set_object (&self->stream, G_INPUT_STREAM (buffered));
  if (!open_text (self, n >= 2 && bytes[0] >= 0xfe ? 2 : 0, error) || !fill (self, error))
    return FALSE;
  if (self->length >= 3 && memcmp (self->chunk, "\xef\xbb\xbf", 3) == 0)
    self->at = 3;
  self->format.separator = rk_csv_find_separator (self->chunk + self->at, self->length - self->at);
  n = rk_csv_find_declaration (self->chunk + self->at, self->length - self->at,
                               &self->format.separator);
  self->at += n;
  self->line += n > 0;
  return TRUE;
}

RkCsvReader *
rk_csv_reader_new (GInputStream *stream, GError **error)
{
  g_autoptr (RkCsvReader) self = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  self = g_new0 (RkCsvReader, 1);
  self->stream = g_object_ref (stream);
  self->chunk = g_malloc (CHUNK);
  self->bytes = g_string_new (NULL);
  self->ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->line = 1;
  return begin (self, error) ? g_steal_pointer (&self) : NULL;
}

RkCsvReader *
rk_csv_reader_open (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);

  return stream != NULL ? rk_csv_reader_new (G_INPUT_STREAM (stream), error) : NULL;
}

void
rk_csv_reader_free (RkCsvReader *self)
{
  g_clear_object (&self->text);
  g_clear_object (&self->stream);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->ends);
  g_string_free (self->bytes, TRUE);
  g_free (self->chunk);
  g_free (self);
}

/* --- rows ------------------------------------------------------------------------------------- */

/* Where in a cell the reader is. */
typedef enum
{
  AT_START,
  IN_PLAIN,
  IN_QUOTES,
  AFTER_QUOTE
} Place;

static gboolean
end_cell (RkCsvReader *self, GError **error)
{
  g_array_append_val (self->ends, self->bytes->len);
  if (self->ends->len <= RK_CSV_MAX_COLUMNS)
    return TRUE;
  g_set_error (error, RK_ERROR, RK_ERROR_TOO_LARGE,
               _ ("Line %u has more than %d columns. Choose another separator, or another file."),
                  self->row_line, RK_CSV_MAX_COLUMNS);
  return FALSE;
}

/* A line end of one or two bytes counts once. */
static void
end_line (RkCsvReader *self, char byte, GError **error)
{
  self->line++;
  if (byte == '\r' && fill (self, error) && !self->ended && self->chunk[self->at] == '\n')
    self->at++;
}

/* A line end inside quotes; of two bytes the second does not count. */
static gboolean
ends_line (RkCsvReader *self, char byte)
{
  gboolean after_cr = self->bytes->len > 0 && self->bytes->str[self->bytes->len - 1] == '\r';

  return byte == '\r' || (byte == '\n' && !after_cr);
}

/* Takes one byte that is part of a cell, and tells where the reader is then. */
static Place
take (RkCsvReader *self, Place place, char byte)
{
  if (place == AT_START && byte == '"')
    return IN_QUOTES;
  if (place == IN_QUOTES && byte == '"')
    return AFTER_QUOTE;
  if (place == AFTER_QUOTE && byte == '"')
    {
      g_string_append_c (self->bytes, byte);
      return IN_QUOTES;
    }
  self->line += ends_line (self, byte);
  g_string_append_c (self->bytes, byte);
  return place == IN_QUOTES ? IN_QUOTES : IN_PLAIN;
}

static gboolean
check_byte (RkCsvReader *self, char byte, GError **error)
{
  if (byte == '\0')
    return set_foreign (error);
  if (self->bytes->len <= RK_CSV_MAX_ROW_BYTES)
    return TRUE;
  g_set_error (error, RK_ERROR, RK_ERROR_TOO_LARGE,
               _ ("The row that begins on line %u is larger than 4 MiB. Look for a quote (\") that "
                  "is never closed."),
                  self->row_line);
  return FALSE;
}

static gboolean
end_file (RkCsvReader *self, Place place, GError **error)
{
  if (place != IN_QUOTES)
    return end_cell (self, error);
  g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
               _ ("The row that begins on line %u has a quote (\") that is never closed. Correct "
                  "the file."),
                  self->row_line);
  return FALSE;
}

/* Reads the cells of one row. FALSE without an error: the file has ended. */
static gboolean
read_row (RkCsvReader *self, GError **error)
{
  Place place = AT_START;

  g_string_truncate (self->bytes, 0);
  g_array_set_size (self->ends, 0);
  self->row_line = self->line;
  for (;;)
    {
      char byte;

      if (!fill (self, error))
        return FALSE;
      if (self->ended)
        return (self->ends->len > 0 || place != AT_START) && end_file (self, place, error);
      byte = self->chunk[self->at++];
      if (!check_byte (self, byte, error))
        return FALSE;
      if (place != IN_QUOTES && (byte == '\n' || byte == '\r'))
        {
          end_line (self, byte, error);
          return end_cell (self, error);
        }
      if (place != IN_QUOTES && byte == self->format.separator)
        {
          if (!end_cell (self, error))
            return FALSE;
          place = AT_START;
        }
      else
        place = take (self, place, byte);
    }
}

/* Bytes that are no UTF-8 in a file that seemed to be are what an old program added to it. */
static char *
decode (RkCsvReader *self, const char *bytes, gsize length)
{
  GString *text;

  if (g_str_has_prefix (self->format.encoding, "UTF") &&
      g_utf8_validate (bytes, (gssize) length, NULL))
    return g_strndup (bytes, length);
  text = g_string_sized_new (length + 8);
  rk_csv_recode (bytes, length, text);
  return g_string_free (text, FALSE);
}

static void
decode_row (RkCsvReader *self)
{
  gsize start = 0;

  g_ptr_array_set_size (self->cells, 0);
  for (guint i = 0; i < self->ends->len; i++)
    {
      gsize end = g_array_index (self->ends, gsize, i);

      g_ptr_array_add (self->cells, decode (self, self->bytes->str + start, end - start));
      start = end;
    }
}

const RkCsvFormat *
rk_csv_reader_get_format (RkCsvReader *self)
{
  return &self->format;
}

void
rk_csv_reader_set_separator (RkCsvReader *self, char separator)
{
  self->format.separator = separator;
}

gboolean
rk_csv_reader_next (RkCsvReader *self, GError **error)
{
  GError *local_error = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  do
    if (!read_row (self, &local_error) || local_error != NULL)
      {
        g_ptr_array_set_size (self->cells, 0);
        if (local_error != NULL)
          g_propagate_error (error, local_error);
        return FALSE;
      }
  while (self->bytes->len == 0);
  decode_row (self);
  return TRUE;
}

guint
rk_csv_reader_get_n_cells (RkCsvReader *self)
{
  return self->cells->len;
}

const char *
rk_csv_reader_get (RkCsvReader *self, guint cell)
{
  return cell < self->cells->len ? self->cells->pdata[cell] : "";
}

guint
rk_csv_reader_get_line (RkCsvReader *self)
{
  return self->row_line;
}

gint64
rk_csv_reader_get_position (RkCsvReader *self)
{
  return self->position;
}
