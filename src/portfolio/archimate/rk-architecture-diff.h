/* SPDX-License-Identifier: EUPL-1.2 */
/* What a newer release of a reference architecture changes, and going over to it.
 *
 * Concepts are the same when they have the same key (Object ID), else the same identifier.
 * Applications stay where they stand as long as the new release has the place; those of which the
 * place is gone are listed, and can be moved in the same step. */
#pragma once

#include "rk-archimate-import.h"
#include "rk-architecture.h"

G_BEGIN_DECLS

/* One difference of a concept, as texts. */
typedef struct
{
  char *field;  /* for people: "Name", or the name of a property */
  char *before; /* (nullable) */
  char *after;  /* (nullable) */
} RkConceptEdit;

/* A concept that differs. */
typedef struct
{
  char *key; /* in the new release; in the old one when it vanishes */
  char *type;
  char *name;
  gboolean is_component;
  GPtrArray *edits; /* of RkConceptEdit; empty for new and vanished ones */
} RkConceptChange;

/* Applications on a place that is gone. */
typedef struct
{
  char *key;
  char *name;                 /* of the place */
  GPtrArray *application_ids; /* of utf8 */
  GPtrArray *application_names;
  GPtrArray *suggestions; /* of utf8: keys of the new release, best first */
} RkOrphan;

typedef struct
{
  char *from_id, *from_name; /* (nullable): nothing was in use */
  char *to_id, *to_name;
  GPtrArray *added, *changed, *vanished, *moved; /* of RkConceptChange, components first */
  GPtrArray *orphans;                            /* of RkOrphan */
  GHashTable *renamed; /* key in the old release -> the other key it has in the new one */
  guint n_views_added, n_views_vanished;
  RkArchimateSummary *summary; /* (nullable): of the file that was compared */
} RkArchitectureDiff;
void rk_architecture_diff_free (RkArchitectureDiff *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkArchitectureDiff, rk_architecture_diff_free)
/* Whether both are the same. */
gboolean rk_architecture_diff_is_empty (const RkArchitectureDiff *self);

/* From @from (NULL: the one in use) to @to, both records. (transfer full) */
RkArchitectureDiff *rk_architecture_compare (RkStore *store, const char *from, const char *to,
                                             GError **error);
/* From the one in use to the model in a file; nothing is kept of it. (transfer full) */
RkArchitectureDiff *rk_architecture_compare_file (RkStore *store, const char *path,
                                                  RkArchimateProgress progress, gpointer data,
                                                  GCancellable *cancellable, GError **error);

/**
 * rk_architecture_use:
 * @id: a record of the kind "architecture"
 * @moves: (nullable): key of a place that is gone → key of a place in @id, for the applications on
 *   it
 *
 * Uses @id from now on: one step that undo takes back. Places that have another key there are
 * followed; applications of which the place was gone find back the one that they had in @id before.
 */
gboolean rk_architecture_use (RkStore *store, const char *id, GHashTable *moves, GError **error);

/* Days within which one can go back to the release before. */
#define RK_ARCHITECTURE_BACK_DAYS 30

/* The release that the one in use replaced, as long as one can go back to it: its id, (transfer
 * full) (nullable). @name (out) (optional) (transfer full), @days_left (out) (optional). */
char *rk_architecture_dup_previous (RkStore *store, char **name, guint *days_left, GError **error);

G_END_DECLS
