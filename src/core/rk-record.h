/* SPDX-License-Identifier: EUPL-1.2 */
/* One record of the workspace as it was read: a kind, an id and the text of each field. */
#pragma once

#include "rk-kind.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * RkDerivedColumn:
 * @name: how a list names it, in its conditions and its order
 * @sql: an expression over the row `r` of the kind's table, which may look into other tables
 * @kinds: (nullable): the names of those, with blanks between: a change of one changes the list
 *
 * A column of a list that is no field: the name of the supplier beside its id.
 */
typedef struct
{
  const char *name;
  const char *sql;
  const char *kinds;
} RkDerivedColumn;

#define RK_TYPE_RECORD (rk_record_get_type ())
G_DECLARE_FINAL_TYPE (RkRecord, rk_record, RK, RECORD, GObject)

const RkKind *rk_record_get_kind (RkRecord *self);
const char *rk_record_get_id (RkRecord *self);
/* Value of the field @name: (nullable) (transfer none). An unknown name is a programmer's error. */
const char *rk_record_get (RkRecord *self, const char *name);
gint64 rk_record_get_int (RkRecord *self, const char *name, gint64 otherwise);
/* The name people know the record by: the value of the title field, or "". */
const char *rk_record_get_title (RkRecord *self);
/* Value of the derived column @name of the list that the record is from: (nullable). NULL too when
 * that list has no such column. */
const char *rk_record_get_derived (RkRecord *self, const char *name);
/* UTC ISO 8601. */
const char *rk_record_get_created_at (RkRecord *self);
const char *rk_record_get_updated_at (RkRecord *self);
/* Fields that only newer versions know, kept verbatim: a JSON object, (nullable). */
const char *rk_record_get_extra (RkRecord *self);

G_END_DECLS
