/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include "rk-change.h"
#include "rk-import-index.h"
#include "rk-import.h"

G_BEGIN_DECLS

struct _RkImport
{
  RkImportSubject subject;
  RkRows *rows;
  GPtrArray *targets;     /* of const char, interned (nullable): by column */
  GHashTable *components; /* (nullable) */
  GStrv own_names;        /* (nullable): folded */
  GHashTable *cells;      /* "line column" → text */
  GHashTable *choices;    /* line → RkImportChoice */
  guint counts[RK_IMPORT_N_OUTCOMES];
  guint n_warnings;
  GPtrArray *made_kinds; /* of RkKind */
  GArray *made_counts;   /* of guint */
};

/* One pass over the rows. */
typedef struct
{
  RkImport *import;
  RkStore *store;
  RkChange *change; /* (nullable): only looking */
  RkImportIndex *index;
  GHashTable *lines; /* id → line: records that a row was about */
} RkImportPass;

/* Looks at the current row, and puts it into the change of the pass. @row is cleared first. FALSE:
 * the workspace could not be read. */
gboolean rk_import_take_row (RkImportPass *pass, RkImportRow *row, GError **error);

void rk_import_row_clear (RkImportRow *row);
void rk_import_add_fault (RkImportRow *row, guint column, const char *value, gboolean is_warning,
                          const char *message);

G_END_DECLS
