/* SPDX-License-Identifier: EUPL-1.2 */
/* Lists that people import: any bytes are read as a table or refused; what is read can be written
 * and read again; and every row is looked at as a record of some kind, or gets a sentence that says
 * what is wrong. The first byte chooses the kind. */
#include "fuzz.h"

#include "rk-csv-reader.h"
#include "rk-csv-text.h"
#include "rk-import.h"
#include "rk-json.h"
#include "rk-portfolio-json.h"
#include "rk-portfolio-kinds.h"

#include <stdlib.h>

static const char *const subjects[] = {
  "application",        "contract",           "interface", "product",
  "adoption",           "standards-register", "rating",    "building-block-usage",
  "software-catalogue", "product_version"
};

static RkStore *store;
static char *path;

/* A warning falls as any other fault does, so that its input is kept. */
static void
fall_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if (level & (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING))
    {
      g_printerr ("%s: %s\n", domain != NULL ? domain : "", message);
      abort ();
    }
}

static void
set_up (void)
{
  g_autofree char *folder = g_dir_make_tmp ("rk-fuzz-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "fuzz.regiekamer", NULL);
  g_autoptr (RkChange) change = NULL;

  path = g_build_filename (folder, "list", NULL);
  g_log_set_default_handler (fall_cb, NULL);
  store = rk_store_open (file, rk_portfolio_kinds, RK_STORE_CREATE, NULL);
  g_assert_nonnull (store);
  change = rk_change_new (store, "fuzz");
  rk_change_set (change, "supplier", "s", "name", "A", NULL);
  rk_change_set (change, "application", "a", "name", "A", "supplier", "s", NULL);
  rk_change_set (change, "application", "b", "name", "B", NULL);
  g_assert_true (rk_change_apply (change, NULL));
}

/* The table again, as this program writes it; NULL when it cannot be read to its end. @separator:
 * '\0' for what is recognised. */
static GString *
rewrite (const guint8 *data, gsize size, char separator)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkCsvReader) reader = rk_csv_reader_new (stream, &error);
  g_autoptr (GString) text = g_string_new (NULL);
  guint line = 0;

  g_assert ((reader != NULL) != (error != NULL));
  if (reader != NULL && separator != '\0')
    rk_csv_reader_set_separator (reader, separator);
  while (reader != NULL && rk_csv_reader_next (reader, &error))
    {
      guint n = rk_csv_reader_get_n_cells (reader);

      g_assert (rk_csv_reader_get_line (reader) > line && n > 0 && n <= RK_CSV_MAX_COLUMNS);
      line = rk_csv_reader_get_line (reader);
      for (guint i = 0; i < n; i++)
        {
          g_assert (g_utf8_validate (rk_csv_reader_get (reader, i), -1, NULL));
          rk_csv_append (text, rk_csv_reader_get (reader, i), ',', i == 0);
        }
      g_string_append (text, "\r\n");
    }
  return error == NULL ? g_steal_pointer (&text) : NULL;
}

static void
check_row_cb (const RkImportRow *row, double fraction, gpointer data)
{
  g_assert (fraction >= 0 && fraction <= 1);
  g_assert (row->outcome != RK_IMPORT_FAULTY || row->faults->len > 0);
  for (guint i = 0; i < row->faults->len; i++)
    g_assert (g_utf8_validate (((RkImportFault *) row->faults->pdata[i])->message, -1, NULL));
}

static void
import (const char *name, const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkImport) self = NULL;
  RkImportSubject subject;
  RkRows *rows;

  g_assert_true (rk_import_subject_find (name, &subject));
  g_assert_true (g_file_set_contents_full (path, (const char *) data, (gssize) size,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  rows = rk_rows_open (path, &error);
  g_assert ((rows != NULL) != (error != NULL));
  if (rows == NULL)
    return;
  self = rk_import_new (store, &subject, rows);
  if (!rk_import_check (self, store, check_row_cb, NULL, NULL, &error))
    g_assert (error != NULL && g_utf8_validate (error->message, -1, NULL));
}

static void
read_document (const guint8 *data, gsize size)
{
  g_autoptr (JsonNode) root = rk_json_parse ((const char *) data, size, NULL);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RkChange) change = rk_change_new (store, "fuzz");
  g_autoptr (GError) error = NULL;

  if (root != NULL && !rk_portfolio_json_read (root, change, warnings, &error))
    g_assert_nonnull (error);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GString) once = NULL;
  g_autoptr (GString) twice = NULL;

  if (store == NULL)
    set_up ();
  if (size < 2)
    return 0;
  once = rewrite (data + 1, size - 1, '\0');
  if (once != NULL)
    {
      twice = rewrite ((const guint8 *) once->str, once->len, ',');
      g_assert_nonnull (twice);
      g_assert_cmpstr (once->str, ==, twice->str);
    }
  import (subjects[data[0] % G_N_ELEMENTS (subjects)], data + 1, size - 1);
  read_document (data + 1, size - 1);
  return 0;
}
