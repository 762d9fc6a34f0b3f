/* SPDX-License-Identifier: EUPL-1.2 */
/* What the files of the list share. */
#pragma once

#include "rk-list-model.h"
#include "rk-store-private.h"

G_BEGIN_DECLS

/* What a list asks for. */
typedef struct
{
  char *words;
  char *where;
  char **parameters;
  char *order;
} RkListQuery;

struct _RkListModel
{
  GObject parent_instance;
  RkStore *store;
  RkTable *table;
  const RkDerivedColumn *derived; /* (nullable) */
  char *source;                   /* (nullable): the table with its derived columns */
  char *select;                   /* of the row ?1 */
  RkListQuery query;
  GArray *spine;     /* of gint64: the number of the record at each position; NULL: never asked */
  GArray *base;      /* (nullable): the spine without words */
  char *base_asked;  /* what was asked for it */
  GHashTable *pages; /* page number -> GPtrArray of RkRecord */
  GQueue recent;     /* page numbers, newest first */
  GHashTable *dirty; /* ids that changed since the last refresh */
  GSource *refresh;  /* (nullable): waits to look again */
};

/* A statement with @parameters bound from ?1 on: (transfer full). */
sqlite3_stmt *rk_list_model_prepare (RkStore *store, const char *sql, const char *const *parameters,
                                     GError **error);
/* What stands after FROM: the table, with the derived columns. */
const char *rk_list_model_get_source (RkListModel *self);

G_END_DECLS
