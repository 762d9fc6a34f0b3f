/* SPDX-License-Identifier: EUPL-1.2 */
/* What happened to a record, from the journal. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

/* One field of one step. */
typedef struct
{
  char *at;     /* UTC ISO 8601 */
  char *author; /* "" when nobody was named */
  char *label;  /* name of the step */
  const RkField *field;
  char *base;  /* (nullable): value before */
  char *value; /* (nullable): value after */
} RkHistoryEntry;

void rk_history_entry_free (RkHistoryEntry *entry);
/* Newest first: (transfer full) (element-type RkHistoryEntry). */
GPtrArray *rk_history_list (RkStore *store, const char *kind, const char *id, GError **error);

G_END_DECLS
