/* SPDX-License-Identifier: EUPL-1.2 */
/* One record of the workspace as it was read: a kind, an id and the text of each field. */
#pragma once

#include "rk-kind.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define RK_TYPE_RECORD (rk_record_get_type ())
G_DECLARE_FINAL_TYPE (RkRecord, rk_record, RK, RECORD, GObject)

const RkKind *rk_record_get_kind (RkRecord *self);
const char *rk_record_get_id (RkRecord *self);
/* Value of the field @name: (nullable) (transfer none). An unknown name is a programmer's error. */
const char *rk_record_get (RkRecord *self, const char *name);
gint64 rk_record_get_int (RkRecord *self, const char *name, gint64 otherwise);
/* The name people know the record by: the value of the title field, or "". */
const char *rk_record_get_title (RkRecord *self);
/* UTC ISO 8601. */
const char *rk_record_get_created_at (RkRecord *self);
const char *rk_record_get_updated_at (RkRecord *self);
/* Fields that only newer versions know, kept verbatim: a JSON object, (nullable). */
const char *rk_record_get_extra (RkRecord *self);

G_END_DECLS
