/* SPDX-License-Identifier: EUPL-1.2 */
/* Where plates come from, off the main thread.
 *
 * One thread reads the workspace through a store of its own, keeps the reference architecture and
 * the landscapes between questions, and answers what is asked for by a person before the small
 * pictures of the list. */
#pragma once

#include "rk-plate-drawing.h"
#include "rk-plate-item.h"

G_BEGIN_DECLS

#define RK_TYPE_PLATE_SOURCE (rk_plate_source_get_type ())
G_DECLARE_FINAL_TYPE (RkPlateSource, rk_plate_source, RK, PLATE_SOURCE, GObject)

/* The one of @store, shared by the pages that show plates: (transfer full). */
RkPlateSource *rk_plate_source_get (RkStore *store);

/* --- the list -------------------------------------------------------------------------------- */

typedef struct
{
  char *architecture; /* (nullable): the record in use; NULL: there is none */
  GPtrArray *items;   /* of RkPlateItem: one's own first, then those of the model */
} RkPlateList;
void rk_plate_list_free (RkPlateList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkPlateList, rk_plate_list_free)

void rk_plate_source_list_async (RkPlateSource *self, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
RkPlateList *rk_plate_source_list_finish (GAsyncResult *result, GError **error);

/* --- a plate --------------------------------------------------------------------------------- */

typedef struct
{
  const char *plate; /* id of an RkPlateItem, or "draft/" and keys with blanks between them */
  RkLens lens;
  RkPlateMoment moment;
  const char *date; /* (nullable): of the other moment */
} RkPlateRequest;

typedef struct
{
  RkPlateDrawing *drawing;
  char *name;
  char *source; /* the name and release of the model */
} RkPlateAnswer;
void rk_plate_answer_free (RkPlateAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkPlateAnswer, rk_plate_answer_free)

/* Errors: RK_ERROR_NOT_FOUND: the plate is not there any more; those of store and architecture. */
void rk_plate_source_draw_async (RkPlateSource *self, const RkPlateRequest *request,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer data);
RkPlateAnswer *rk_plate_source_draw_finish (GAsyncResult *result, GError **error);

/* Fills in the picture of @item, to be shown on @width × @height at @factor; nothing when that
 * fails or is cancelled. */
void rk_plate_source_draw_item (RkPlateSource *self, RkPlateItem *item, RkPalette palette,
                                int width, int height, int factor, GCancellable *cancellable);

/* --- components ------------------------------------------------------------------------------ */

/* A reference component to choose. */
typedef struct
{
  char *key;
  char *name;
  char *domain; /* "" when it lies in none */
} RkPlateComponent;

/* In the order of domains and names: (element-type RkPlateComponent). */
void rk_plate_source_components_async (RkPlateSource *self, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer data);
GPtrArray *rk_plate_source_components_finish (GAsyncResult *result, GError **error);

G_END_DECLS
