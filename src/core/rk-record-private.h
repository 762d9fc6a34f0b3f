/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include "rk-record.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* The order of columns in every SELECT that rk_record_new_from_row() reads. */
typedef enum
{
  RK_COLUMN_NUMBER, /* order of making; the row id that lists keep */
  RK_COLUMN_ID,
  RK_COLUMN_CREATED_AT,
  RK_COLUMN_UPDATED_AT,
  RK_COLUMN_EXTRA, /* (nullable): JSON object of fields that only newer versions know */
  RK_COLUMN_FIRST_FIELD
} RkColumn;

/* The record in the current row of @stmt: (transfer full). */
RkRecord *rk_record_new_from_row (const RkKind *kind, sqlite3_stmt *stmt);
/* The same with derived columns, ended by one without a name and borrowed for the life of the
 * record, whose values are the last of the row. */
RkRecord *rk_record_new_from_list (const RkKind *kind, const RkDerivedColumn *derived,
                                   sqlite3_stmt *stmt);
/* A record that is not there any more: an id of "" and no values. (transfer full) */
RkRecord *rk_record_new_blank (const RkKind *kind);

G_END_DECLS
