/* SPDX-License-Identifier: EUPL-1.2 */
/* The records that are there, found by what people call them: to know a record again, and to follow
 * a reference by name. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

typedef struct _RkImportIndex RkImportIndex;

RkImportIndex *rk_import_index_new (RkStore *store);
void rk_import_index_free (RkImportIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkImportIndex, rk_import_index_free)

/* What a name led to. */
typedef enum
{
  RK_FOUND_NONE,
  RK_FOUND_ONE,
  RK_FOUND_SEVERAL
} RkFound;

/* A record of @kind by its id or Object ID, or else by its name within @scope (nullable: for a
 * version, the id of its product). @id (out) (transfer none). An error says that the workspace
 * could not be read. */
RkFound rk_import_index_find (RkImportIndex *self, const RkKind *kind, const char *name,
                              const char *scope, const char **id, GError **error);
/* Only by id: (nullable) the index's own copy of it. */
const char *rk_import_index_find_id (RkImportIndex *self, const RkKind *kind, const char *id,
                                     GError **error);
/* Makes a record known that is about to be made. Returns the index's own copy of its id. */
const char *rk_import_index_add (RkImportIndex *self, const RkKind *kind, const char *id,
                                 const char *name, const char *scope, GError **error);

/* The name of a record, for people: (transfer none), "" when it is unknown. */
const char *rk_import_index_get_name (RkImportIndex *self, const RkKind *kind, const char *id,
                                      GError **error);
/* A record whose name differs only in blanks, punctuation, numbers and words such as "bv":
 * (nullable) (transfer none). */
const char *rk_import_index_find_similar (RkImportIndex *self, const RkKind *kind, const char *name,
                                          GError **error);

/* --- knowing a record again by several of its fields ------------------------------------------ */

/* @fields: names of fields, NULL at the end. The index by these fields is made once. @key is what
 * rk_import_index_make_key() gives for their values. */
RkFound rk_import_index_find_key (RkImportIndex *self, const RkKind *kind,
                                  const char *const *fields, const char *key, const char **id,
                                  GError **error);
void rk_import_index_add_key (RkImportIndex *self, const RkKind *kind, const char *const *fields,
                              const char *key, const char *id);
/* Values in the order of the fields, NULL for none: (transfer full). */
char *rk_import_index_make_key (const char *const *values, guint n);

G_END_DECLS
