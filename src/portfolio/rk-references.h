/* SPDX-License-Identifier: EUPL-1.2 */
/* Who refers to a record: the one place that knows what becomes of a reference when what it names
 * goes away or becomes another record. */
#pragma once

#include "rk-change.h"

G_BEGIN_DECLS

/* A record that names another in one of its fields. */
typedef struct
{
  const RkKind *kind;
  const RkField *field;
  RkRecord *record;
} RkReferrer;

/* Every record of every kind that refers to @id of @kind, once per field: (transfer full)
 * (element-type RkReferrer). */
GPtrArray *rk_references_list (RkStore *store, const char *kind, const char *id, GError **error);
/* Whether the referring record means nothing without what it refers to: a rating of an application.
 */
gboolean rk_reference_is_essential (const RkKind *kind, const RkField *field);
/* The set @value without @id, and with @instead (nullable) in its place, sorted and once: (transfer
 * full) (nullable): NULL when nothing is left. */
char *rk_reference_set_replace (const char *value, const char *id, const char *instead);

G_END_DECLS
