/* SPDX-License-Identifier: EUPL-1.2 */
/* The texts of an .xlsx workbook: what a person sees in its cells, nothing of how it looks.
 *
 * A file is never trusted: no network, no document types, and bounds on entries, bytes, rows and
 * columns. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RK_XLSX_MAX_COLUMNS 1000
#define RK_XLSX_MAX_ROWS 200000

typedef struct _RkXlsx RkXlsx;
typedef struct _RkSheet RkSheet;

/* Whether @bytes begin as a spreadsheet does: .xlsx, but also the kinds that rk_xlsx_new() refuses
 * with advice (.xls, .ods). */
gboolean rk_xlsx_is_spreadsheet (GBytes *bytes);
/* Whether a file called @name is meant to be one, whatever it holds: .xlsx, .csv … */
gboolean rk_xlsx_is_named_so (const char *name);

/**
 * rk_xlsx_new:
 * @bytes: the file
 * @name: what to call it in messages
 *
 * RK_ERROR_INVALID: no .xlsx, or a damaged one; RK_ERROR_TOO_LARGE: beyond the bounds.
 *
 * Returns: (transfer full)
 */
RkXlsx *rk_xlsx_new (GBytes *bytes, const char *name, GError **error);
void rk_xlsx_free (RkXlsx *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkXlsx, rk_xlsx_free)

guint rk_xlsx_get_n_sheets (const RkXlsx *self);
/* In the order of the tabs, hidden ones too. */
const RkSheet *rk_xlsx_get_sheet (const RkXlsx *self, guint position);

const char *rk_sheet_get_name (const RkSheet *self);
/* Rows that hold something, from the top; the others are passed over. */
guint rk_sheet_get_n_rows (const RkSheet *self);
/* The number a person sees beside it, from 1. */
guint rk_sheet_get_row_number (const RkSheet *self, guint row);
/* One more than the last column with something in it. */
guint rk_sheet_get_n_columns (const RkSheet *self);
/* (nullable): an empty cell. Numbers in plain decimals, dates as ISO 8601, booleans as TRUE and
 * FALSE. */
const char *rk_sheet_get (const RkSheet *self, guint row, guint column);
/* Whether the cell holds the outcome of a formula that failed, such as #N/A. */
gboolean rk_sheet_is_error (const RkSheet *self, guint row, guint column);

G_END_DECLS
