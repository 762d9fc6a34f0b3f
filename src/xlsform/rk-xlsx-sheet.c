/* SPDX-License-Identifier: EUPL-1.2 */
/* One sheet of a workbook: the rows that hold something. */
#include "config.h"
#include "rk-xlsx-private.h"

#include <string.h>

#define MAX_CELLS (4 * 1000 * 1000)
#define MAX_CELL_TEXT (32 * 1024)

typedef struct
{
  guint number;
  GPtrArray *cells; /* (element-type utf8), NULL where empty */
} Row;

struct _RkSheet
{
  char *name;
  GPtrArray *rows;    /* (element-type Row) */
  GHashTable *errors; /* the texts that are failed formulas, by address */
  guint n_columns;
};

/* What is known of the cell being read. */
typedef struct
{
  const RkXlsxSource *source;
  RkSheet *sheet;
  Row *row;
  guint next_row, next_column;
  guint column;
  guint n_cells;
  char type; /* s: shared, i: inline, t: text, b, e, d, n */
  gboolean date;
  gboolean in_value;
  gboolean phonetic;
  GString *value;
  gboolean too_large;
} Reading;

static void
row_free (Row *row)
{
  g_ptr_array_unref (row->cells);
  g_free (row);
}

void
rk_sheet_free (RkSheet *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->errors);
  g_free (self);
}

/* --- places ----------------------------------------------------------------------------------- */

/* "BC12" → 54, 12; FALSE when it is no such text. */
static gboolean
parse_place (const char *text, guint *column, guint *row)
{
  guint64 c = 0, r = 0;

  for (; g_ascii_isalpha (*text) && c < G_MAXUINT16; text++)
    c = c * 26 + (guint64) (g_ascii_toupper (*text) - 'A') + 1;
  for (; g_ascii_isdigit (*text) && r < G_MAXUINT32 / 10; text++)
    r = r * 10 + (guint64) (*text - '0');
  if (c == 0 || r == 0)
    return FALSE;
  *column = (guint) c - 1;
  *row = (guint) r;
  return TRUE;
}

static void
start_row (Reading *reading, guint number)
{
  reading->row = NULL;
  reading->next_row = number;
  reading->next_column = 0;
}

static Row *
ensure_row (Reading *reading)
{
  if (reading->row == NULL)
    {
      reading->row = g_new0 (Row, 1);
      reading->row->number = reading->next_row;
      reading->row->cells = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (reading->sheet->rows, reading->row);
    }
  return reading->row;
}

/* --- cells ------------------------------------------------------------------------------------ */

static void
start_cell (Reading *reading, xmlTextReader *reader)
{
  g_autofree char *place = rk_xlsx_dup_attribute (reader, "r");
  g_autofree char *type = rk_xlsx_dup_attribute (reader, "t");
  g_autofree char *style = rk_xlsx_dup_attribute (reader, "s");
  guint64 index = style != NULL ? g_ascii_strtoull (style, NULL, 10) : 0;
  guint row;

  reading->column = reading->next_column;
  if (place != NULL)
    parse_place (place, &reading->column, &row);
  reading->next_column = reading->column + 1;
  reading->type = type == NULL                      ? 'n'
                  : g_str_equal (type, "inlineStr") ? 'i'
                  : g_str_equal (type, "str")       ? 't'
                                                    : *type;
  reading->date = index < reading->source->dates->len &&
                  g_array_index (reading->source->dates, gboolean, index);
  g_string_truncate (reading->value, 0);
}

static char *
dup_shared (const Reading *reading)
{
  guint64 index = g_ascii_strtoull (reading->value->str, NULL, 10);

  if (index >= reading->source->strings->len)
    return NULL;
  return g_strdup (g_ptr_array_index (reading->source->strings, index));
}

static char *
dup_number (const Reading *reading)
{
  char *end;
  double number = g_ascii_strtod (reading->value->str, &end);

  if (end == reading->value->str)
    return NULL;
  return reading->date ? rk_xlsx_moment_to_text (number, reading->source->since_1904)
                       : rk_xlsx_number_to_text (number);
}

static char *
dup_iso (const Reading *reading)
{
  const char *midnight = g_strstr_len (reading->value->str, -1, "T00:00:00");

  return midnight != NULL ? g_strndup (reading->value->str, midnight - reading->value->str)
                          : g_strdup (reading->value->str);
}

static char *
dup_cell_text (const Reading *reading)
{
  switch (reading->type)
    {
    case 's': return dup_shared (reading);
    case 'b': return g_strdup (g_str_equal (reading->value->str, "1") ? "TRUE" : "FALSE");
    case 'd': return dup_iso (reading);
    case 'n': return dup_number (reading);
    default: return rk_xlsx_unescape (reading->value->str);
    }
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isspace (c) && c != 0xfeff)
        return FALSE;
    }
  return TRUE;
}

static void
end_cell (Reading *reading)
{
  g_autofree char *text = reading->value->len > 0 ? dup_cell_text (reading) : NULL;
  Row *row;

  if (text == NULL || is_blank (text))
    return;
  if (reading->column >= RK_XLSX_MAX_COLUMNS || reading->next_row > RK_XLSX_MAX_ROWS ||
      ++reading->n_cells > MAX_CELLS || strlen (text) > 4 * MAX_CELL_TEXT)
    {
      reading->too_large = TRUE;
      return;
    }
  row = ensure_row (reading);
  if (row->cells->len <= reading->column)
    g_ptr_array_set_size (row->cells, (int) reading->column + 1);
  g_hash_table_remove (reading->sheet->errors, g_ptr_array_index (row->cells, reading->column));
  g_free (g_ptr_array_index (row->cells, reading->column));
  if (reading->type == 'e')
    g_hash_table_add (reading->sheet->errors, text);
  g_ptr_array_index (row->cells, reading->column) = g_steal_pointer (&text);
  reading->sheet->n_columns = MAX (reading->sheet->n_columns, row->cells->len);
}

/* --- merged cells ----------------------------------------------------------------------------- */

/* Only the first cell of merged ones is seen; what is left in the others is not. */
static void
clear_covered (RkSheet *sheet, const char *range)
{
  const char *colon = strchr (range, ':');
  guint left, top, right, bottom;

  if (colon == NULL || !parse_place (range, &left, &top) ||
      !parse_place (colon + 1, &right, &bottom))
    return;
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      Row *row = g_ptr_array_index (sheet->rows, i);

      if (row->number < top || row->number > bottom)
        continue;
      for (guint c = left; c <= right && c < row->cells->len; c++)
        if (row->number != top || c != left)
          {
            g_hash_table_remove (sheet->errors, g_ptr_array_index (row->cells, c));
            g_clear_pointer (&g_ptr_array_index (row->cells, c), g_free);
          }
    }
}

/* --- the sheet -------------------------------------------------------------------------------- */

static void
read_node (Reading *reading, xmlTextReader *reader)
{
  gboolean empty = xmlTextReaderIsEmptyElement (reader);

  if (rk_xlsx_at (reader, "row"))
    {
      g_autofree char *number = rk_xlsx_dup_attribute (reader, "r");
      guint64 given = number != NULL ? g_ascii_strtoull (number, NULL, 10) : 0;

      start_row (reading, given > 0 && given < G_MAXUINT32 ? (guint) given : reading->next_row + 1);
    }
  else if (rk_xlsx_at (reader, "c"))
    start_cell (reading, reader);
  else if (rk_xlsx_at_end (reader, "c"))
    end_cell (reading);
  else if (rk_xlsx_at (reader, "rPh"))
    reading->phonetic = !empty;
  else if (rk_xlsx_at_end (reader, "rPh"))
    reading->phonetic = FALSE;
  else if (rk_xlsx_at (reader, "v") || rk_xlsx_at (reader, "t"))
    reading->in_value = !empty && !reading->phonetic;
  else if (rk_xlsx_at_end (reader, "v") || rk_xlsx_at_end (reader, "t"))
    reading->in_value = FALSE;
  else if (rk_xlsx_at (reader, "mergeCell"))
    {
      g_autofree char *range = rk_xlsx_dup_attribute (reader, "ref");

      if (range != NULL)
        clear_covered (reading->sheet, range);
    }
  else if (reading->in_value && xmlTextReaderHasValue (reader))
    g_string_append (reading->value, (const char *) xmlTextReaderConstValue (reader));
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *one = *(const Row *const *) a, *other = *(const Row *const *) b;

  return one->number < other->number ? -1 : one->number > other->number;
}

RkSheet *
rk_sheet_new (const RkXlsxSource *source, const char *name, const char *part, gboolean *too_large)
{
  g_autoptr (RkSheet) self = g_new0 (RkSheet, 1);
  g_autoptr (xmlTextReader) reader = rk_xlsx_read_part (source->parts, part);
  g_autoptr (GString) value = g_string_new (NULL);
  Reading reading = { .source = source, .sheet = self, .value = value };
  gboolean broken = FALSE;

  self->name = g_strdup (name);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->errors = g_hash_table_new (NULL, NULL);
  while (reader != NULL && !reading.too_large && rk_xlsx_next (reader, &broken))
    read_node (&reading, reader);
  *too_large = reading.too_large;
  if (reader == NULL || broken || reading.too_large)
    return NULL;
  g_ptr_array_sort (self->rows, compare_rows);
  return g_steal_pointer (&self);
}

const char *
rk_sheet_get_name (const RkSheet *self)
{
  return self->name;
}

guint
rk_sheet_get_n_rows (const RkSheet *self)
{
  return self->rows->len;
}

guint
rk_sheet_get_row_number (const RkSheet *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, 0);
  return ((Row *) g_ptr_array_index (self->rows, row))->number;
}

guint
rk_sheet_get_n_columns (const RkSheet *self)
{
  return self->n_columns;
}

const char *
rk_sheet_get (const RkSheet *self, guint row, guint column)
{
  const Row *line;

  g_return_val_if_fail (row < self->rows->len, NULL);
  line = g_ptr_array_index (self->rows, row);
  return column < line->cells->len ? g_ptr_array_index (line->cells, column) : NULL;
}

gboolean
rk_sheet_is_error (const RkSheet *self, guint row, guint column)
{
  const char *text = rk_sheet_get (self, row, column);

  return text != NULL && g_hash_table_contains (self->errors, text);
}
