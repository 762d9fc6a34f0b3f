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
  GPtrArray *targets;          /* of const char, interned (nullable): by column */
  GHashTable *components;      /* (nullable) */
  GHashTable *component_names; /* (nullable) */
  GStrv own_names;             /* (nullable): folded */
  GHashTable *cells;           /* "line column" → text */
  GHashTable *choices;         /* line → RkImportChoice */
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

/* A row under way. */
typedef struct
{
  RkImportPass *pass;
  RkImportRow *row;
  const RkKind *kind;
  char **values;  /* by field; NULL: not given */
  guint *columns; /* by field: where the value comes from */
  GPtrArray *components;
  const char *id; /* of a record that is there (nullable) */
  char *new_id;   /* (nullable) */
} RkImportTaking;

/* --- rk-import-row.c -------------------------------------------------------------------------- */

/* The text of a cell, as it was corrected if it was. */
const char *rk_import_get_cell (RkImportTaking *t, guint column);
/* The value of a field of the row so far: (nullable). */
const char *rk_import_get_value (RkImportTaking *t, const char *field);
/* The column that holds @target, or -1. */
int rk_import_find_column (RkImport *import, const char *target);
void rk_import_fault (RkImportTaking *t, guint column, const char *value, const char *message);

/* --- rk-import-references.c ------------------------------------------------------------------- */

/* Turns the names in the row into ids. @probing: only tells what cannot be followed, so that a
 * faulty row makes nothing. FALSE: the workspace could not be read. */
gboolean rk_import_follow_all (RkImportTaking *t, gboolean probing, GError **error);
/* Turns the names of reference components into keys. */
void rk_import_take_components (RkImportTaking *t);
/* Places the application on the components where it does not stand yet. */
gboolean rk_import_place (RkImportTaking *t, const char *application, GError **error);

/* --- rk-import.c ------------------------------------------------------------------------------ */

void rk_import_row_clear (RkImportRow *row);
void rk_import_add_fault (RkImportRow *row, guint column, const char *value, gboolean is_warning,
                          const char *message);

G_END_DECLS
