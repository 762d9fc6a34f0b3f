/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include "rk-archimate-private.h"
#include "rk-architecture.h"

G_BEGIN_DECLS

/* A relation of the model; its ends are identifiers. */
typedef struct
{
  const char *identifier;
  const char *type;
  const char *name; /* (nullable) */
  const char *source, *target;
} RkRelation;

struct _RkArchitecture
{
  int references;
  RkStore *store;
  char *id;
  char *name;
  gint64 first, last;
  char *language;
  GStringChunk *texts;
  GPtrArray *concepts;       /* of RkConcept */
  GPtrArray *components;     /* of RkConcept */
  GHashTable *by_key;        /* key -> RkConcept */
  GHashTable *by_identifier; /* identifier -> RkConcept */
  GArray *relations;         /* of RkRelation */
  GHashTable *by_relation;   /* identifier -> index in relations + 1 */
  GHashTable *numbers;       /* identifier of an element or view -> its number */
  GPtrArray *views;          /* of RkViewInfo */
  GHashTable *domains;       /* key -> name; made when first asked */
  GPtrArray *domain_names;
  GHashTable *styles; /* number -> RkViewStyle; loaded when first asked */
};

/* --- rk-architecture-domain.c ----------------------------------------------------------------- */

/* Fills in the parents of all concepts. */
void rk_architecture_find_parents (RkArchitecture *self);

/* --- rk-architecture-style.c ------------------------------------------------------------------ */

/* The style with this number: (nullable) (transfer none). */
const RkViewStyle *rk_architecture_get_style (RkArchitecture *self, gint64 number);

G_END_DECLS
