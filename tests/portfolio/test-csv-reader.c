/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-csv-reader.h"
#include "rk-csv-text.h"

#include <string.h>

/* The whole table in one text: cells between '|', rows between '/'; or the error's code. */
static char *
read_bytes (const void *bytes, gsize length, RkCsvFormat *format, GError **error)
{
  g_autoptr (GBytes) data = g_bytes_new (bytes, length);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (data);
  g_autoptr (RkCsvReader) reader = rk_csv_reader_new (stream, error);
  g_autoptr (GString) text = g_string_new (NULL);
  GError *local_error = NULL;

  if (reader == NULL)
    return NULL;
  if (format != NULL)
    *format = *rk_csv_reader_get_format (reader);
  while (rk_csv_reader_next (reader, &local_error))
    {
      g_string_append_printf (text, "%s%u:", text->len > 0 ? "/" : "",
                              rk_csv_reader_get_line (reader));
      for (guint i = 0; i < rk_csv_reader_get_n_cells (reader); i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", rk_csv_reader_get (reader, i));
    }
  if (local_error == NULL)
    return g_strdup (text->str);
  g_propagate_error (error, local_error);
  return NULL;
}

static void
assert_read (const char *text, char separator, const char *expected)
{
  RkCsvFormat format;
  g_autoptr (GError) error = NULL;
  g_autofree char *read = read_bytes (text, strlen (text), &format, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (read, ==, expected);
  g_assert_cmpint (format.separator, ==, separator);
  g_assert_cmpstr (format.encoding, ==, "UTF-8");
}

static void
test_cells_are_as_written (void)
{
  assert_read ("a,b\r\nc,d\r\n", ',', "1:a|b/2:c|d");
  assert_read ("a;b\nc;d", ';', "1:a|b/2:c|d");
  assert_read ("a\tb\rc\td\r", '\t', "1:a|b/2:c|d");
  assert_read ("\xef\xbb\xbfnaam;kost\nBurgerPunt;1.234,50\nKassa;1,5\n", ';',
               "1:naam|kost/2:BurgerPunt|1.234,50/3:Kassa|1,5");
  assert_read ("sep=|\na|b;c\n", '|', "2:a|b;c");
  assert_read ("alleen\neen\nkolom\n", ',', "1:alleen/2:een/3:kolom");
  /* quotes: separators, quotes and line ends inside; a quote that is none */
  assert_read ("a,b\n\"x,\"\"y\"\"\nz\",2\n5\" buis,3\n", ',', "1:a|b/2:x,\"y\"\nz|2/4:5\" buis|3");
  assert_read ("a;b\r\n\"1\r\n2\r\n3\";c\r\nd;e\r\n", ';', "1:a|b/2:1\r\n2\r\n3|c/5:d|e");
  assert_read ("a,b\n\"half\" open,2\n", ',', "1:a|b/2:half open|2");
  /* empty cells and lines, short and long rows */
  assert_read ("a,b,c\n\n,,\nd,,f\ng\nh,i,j,k\n", ',', "1:a|b|c/4:d||f/5:g/6:h|i|j|k");
  assert_read ("a,b\n1,\n", ',', "1:a|b/2:1|");
  assert_read ("", ',', "");
  assert_read ("\n\n", ',', "");
  /* commas in the text of a table with semicolons */
  assert_read ("naam;uitleg\nA;een, twee, drie\nB;vier, vijf\nC;niets\n", ';',
               "1:naam|uitleg/2:A|een, twee, drie/3:B|vier, vijf/4:C|niets");
}

static void
assert_encoded (const char *encoding, const char *bytes, gsize length)
{
  RkCsvFormat format;
  g_autoptr (GError) error = NULL;
  g_autofree char *read = read_bytes (bytes, length, &format, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (read, ==, "1:naam|kost/2:Café Één|€ 5");
  g_assert_cmpstr (format.encoding, ==, encoding);
  g_assert_cmpint (format.separator, ==, ';');
}

static void
test_encodings_are_recognised (void)
{
  static const char text[] = "naam;kost\r\nCafé Één;€ 5\r\n";
  static const char *const encodings[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1252" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length = 0;
      g_autofree char *bytes = g_convert (text, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      g_autofree char *marked = g_malloc (length + 2);

      g_assert_nonnull (bytes);
      assert_encoded (encodings[i], bytes, length);
      if (!g_str_has_prefix (encodings[i], "UTF-16"))
        continue;
      memcpy (marked, g_str_has_suffix (encodings[i], "LE") ? "\xff\xfe" : "\xfe\xff", 2);
      memcpy (marked + 2, bytes, length);
      assert_encoded (encodings[i], marked, length + 2);
    }
}

/* A program of long ago added a line in its own encoding, far behind what is looked at first. */
static void
test_another_encoding_later_is_read_too (void)
{
  g_autoptr (GString) text = g_string_new ("naam;nr\n");
  g_autoptr (GError) error = NULL;
  g_autofree char *read = NULL;

  for (int i = 0; text->len < 200000; i++)
    g_string_append_printf (text, "Één %d;1\n", i);
  g_string_append (text, "Caf\xe9;2\n");
  read = read_bytes (text->str, text->len, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (read, ":Café|2"));
}

static void
assert_refused (const char *bytes, gsize length, int code, const char *named)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *read = read_bytes (bytes, length, NULL, &error);

  g_assert_null (read);
  g_assert_error (error, RK_ERROR, code);
  g_assert_nonnull (strstr (error->message, named));
}

static void
test_what_is_no_table_is_refused (void)
{
  static const char binary[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0";
  g_autofree char *long_row = g_strnfill (RK_CSV_MAX_ROW_BYTES + 100, 'x');
  g_autofree char *wide_row = g_strnfill (RK_CSV_MAX_COLUMNS + 10, ',');
  g_autofree char *late = g_malloc0 (100000);

  assert_refused (binary, sizeof binary, RK_ERROR_FOREIGN, "no text");
  assert_refused ("a,b\nc,\"d\ne,f\n", 12, RK_ERROR_INVALID, "line 2");
  assert_refused (long_row, strlen (long_row), RK_ERROR_TOO_LARGE, "line 1");
  wide_row[0] = 'a';
  assert_refused (wide_row, strlen (wide_row), RK_ERROR_TOO_LARGE, "columns");
  memset (late, 'a', 90000);
  assert_refused (late, 100000, RK_ERROR_FOREIGN, "no text");
  assert_refused ("\xff\xfe"
                  "a\0;\0b\0\n",
                  9, RK_ERROR_INVALID, "UTF-16");
}

/* --- whatever is written can be read -----------------------------------------------------------
 */

static char *
make_cell (GRand *random)
{
  static const char *const parts[] = { "a",  "Één", "\"", ",", ";", "\n", "\r\n", " ",
                                       "\t", "|",   "=",  "😀", "0", "x",  "'",    "é" };
  GString *cell = g_string_new (NULL);
  int n = g_rand_int_range (random, 0, 8);

  for (int i = 0; i < n; i++)
    g_string_append (cell, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
  return g_string_free (cell, FALSE);
}

static void
check_table (GRand *random, char separator)
{
  guint columns = (guint) g_rand_int_range (random, 2, 7);
  guint rows = (guint) g_rand_int_range (random, 1, 12);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RkCsvReader) reader = NULL;

  for (guint i = 0; i < rows; i++)
    {
      for (guint j = 0; j < columns; j++)
        {
          g_ptr_array_add (cells, j == 0 ? g_strdup_printf ("row %u", i) : make_cell (random));
          rk_csv_append (text, cells->pdata[cells->len - 1], separator, j == 0);
        }
      g_string_append (text, "\r\n");
    }
  stream = g_memory_input_stream_new_from_data (text->str, (gssize) text->len, NULL);
  reader = rk_csv_reader_new (stream, &error);
  g_assert_no_error (error);
  rk_csv_reader_set_separator (reader, separator);
  for (guint i = 0; i < rows; i++)
    {
      g_assert_true (rk_csv_reader_next (reader, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (rk_csv_reader_get_n_cells (reader), ==, columns);
      for (guint j = 0; j < columns; j++)
        g_assert_cmpstr (rk_csv_reader_get (reader, j), ==, cells->pdata[i * columns + j]);
    }
  g_assert_false (rk_csv_reader_next (reader, &error));
  g_assert_no_error (error);
}

static void
test_written_is_read (void)
{
  const char *given = g_getenv ("RK_SEED");
  guint32 seed = given != NULL ? (guint32) atoi (given) : g_random_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("RK_SEED=%u", seed);
  for (int i = 0; i < 2000; i++)
    check_table (random, ",;\t|"[i % 4]);
}

static void
test_first_cell_may_be_empty (void)
{
  g_autoptr (GString) row = g_string_new (NULL);

  rk_csv_append (row, NULL, ',', TRUE);
  rk_csv_append (row, "", ',', FALSE);
  rk_csv_append (row, "a", ',', FALSE);
  g_assert_cmpstr (row->str, ==, ",\"\",a");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-reader/cells-are-as-written", test_cells_are_as_written);
  g_test_add_func ("/csv-reader/encodings-are-recognised", test_encodings_are_recognised);
  g_test_add_func ("/csv-reader/another-encoding-later-is-read-too",
                   test_another_encoding_later_is_read_too);
  g_test_add_func ("/csv-reader/what-is-no-table-is-refused", test_what_is_no_table_is_refused);
  g_test_add_func ("/csv-reader/written-is-read", test_written_is_read);
  g_test_add_func ("/csv-reader/first-cell-may-be-empty", test_first_cell_may_be_empty);
  return g_test_run ();
}
