/* SPDX-License-Identifier: EUPL-1.2 */
/* Rows of a file, whatever the file is: a text table (CSV), or a JSON list of objects, as registers
 * are published. Columns have names; cells are text. */
#pragma once

#include "rk-csv-reader.h"

G_BEGIN_DECLS

typedef struct _RkRows RkRows;

/* Recognises what @path is. Errors: RK_ERROR_FOREIGN, _INVALID, _TOO_LARGE, file errors.
 * (transfer full) */
RkRows *rk_rows_open (const char *path, GError **error);
void rk_rows_free (RkRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkRows, rk_rows_free)

const char *rk_rows_get_path (RkRows *self);
/* "CSV, semicolon, UTF-8" in the language of the interface: (transfer full). */
char *rk_rows_describe (RkRows *self);
/* '\0' when the file is no CSV. Another separator reads the first row again. */
char rk_rows_get_separator (RkRows *self);
gboolean rk_rows_set_separator (RkRows *self, char separator, GError **error);
/* Whether the first row holds the names of the columns; without, they are "Column 1" …. */
gboolean rk_rows_has_header (RkRows *self);
gboolean rk_rows_set_header (RkRows *self, gboolean header, GError **error);
guint rk_rows_get_n_columns (RkRows *self);
const char *rk_rows_get_column (RkRows *self, guint column);

/* Before the first row again. */
gboolean rk_rows_rewind (RkRows *self, GError **error);
/* Goes to the next row. FALSE: there is none, or @error is set. */
gboolean rk_rows_next (RkRows *self, GError **error);
/* Text of a cell, until the next row; "" when it is empty. */
const char *rk_rows_get (RkRows *self, guint column);
/* More cells than there are columns: a separator that is not in quotes, most likely. */
gboolean rk_rows_is_too_long (RkRows *self);
/* Line of the file (CSV) or number of the object (JSON), from 1. */
guint rk_rows_get_line (RkRows *self);
/* How much of the file is read, from 0 to 1. */
double rk_rows_get_fraction (RkRows *self);

G_END_DECLS
