/* SPDX-License-Identifier: EUPL-1.2 */
/* Text tables (RFC 4180) as they come from spreadsheets: separator and encoding are recognised, and
 * rows are read one at a time, so that a table of a million rows costs no more than one row. */
#pragma once

#include "rk-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define RK_CSV_MAX_COLUMNS 1000
#define RK_CSV_MAX_ROW_BYTES (4 * 1024 * 1024)

/* What a file turned out to be. */
typedef struct
{
  char separator;       /* ',', ';', '|' or a tab */
  const char *encoding; /* "UTF-8", "UTF-16LE", "UTF-16BE" or "WINDOWS-1252" */
} RkCsvFormat;

typedef struct _RkCsvReader RkCsvReader;

/**
 * rk_csv_reader_new:
 * @stream: read to its end, not closed
 *
 * Looks at the beginning of @stream. Errors: RK_ERROR_FOREIGN (no text), file errors.
 *
 * Returns: (transfer full)
 */
RkCsvReader *rk_csv_reader_new (GInputStream *stream, GError **error);
RkCsvReader *rk_csv_reader_open (const char *path, GError **error);
void rk_csv_reader_free (RkCsvReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkCsvReader, rk_csv_reader_free)

const RkCsvFormat *rk_csv_reader_get_format (RkCsvReader *self);
/* Before the first row: reads with another separator than the one that was recognised. */
void rk_csv_reader_set_separator (RkCsvReader *self, char separator);
/* Goes to the next row that is not empty. FALSE: there is none, or @error is set: a quote that is
 * never closed, a row that is too large, a file that is no text after all. */
gboolean rk_csv_reader_next (RkCsvReader *self, GError **error);
guint rk_csv_reader_get_n_cells (RkCsvReader *self);
/* UTF-8, until the next row; "" beyond the last cell. */
const char *rk_csv_reader_get (RkCsvReader *self, guint cell);
/* The line of the file on which the row begins, from 1. */
guint rk_csv_reader_get_line (RkCsvReader *self);
/* Bytes of the stream read so far. */
gint64 rk_csv_reader_get_position (RkCsvReader *self);

G_END_DECLS
