/* SPDX-License-Identifier: EUPL-1.2 */
/* One plate in the list: a view of the reference architecture, or one of one's own. */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

#define RK_TYPE_PLATE_ITEM (rk_plate_item_get_type ())
G_DECLARE_FINAL_TYPE (RkPlateItem, rk_plate_item, RK, PLATE_ITEM, GObject)

/* @id: "view/IDENTIFIER" or "own/RECORD"; @source: the name and release of the model. */
RkPlateItem *rk_plate_item_new (const char *id, const char *name, const char *source,
                                guint n_components);
const char *rk_plate_item_get_id (RkPlateItem *self);
const char *rk_plate_item_get_name (RkPlateItem *self);
const char *rk_plate_item_get_source (RkPlateItem *self);
gboolean rk_plate_item_is_own (RkPlateItem *self);
guint rk_plate_item_get_n_components (RkPlateItem *self);

/* The picture, and how many components have an application in use: known some time after one asked
 * for them. Emits "changed". */
void rk_plate_item_set_picture (RkPlateItem *self, GdkTexture *texture, guint covered,
                                guint components);
/* (nullable): not drawn yet, or forgotten. */
GdkTexture *rk_plate_item_get_picture (RkPlateItem *self);
void rk_plate_item_forget_picture (RkPlateItem *self);
/* The picture there is may be old: it is shown until a new one comes. Emits "changed". */
void rk_plate_item_set_stale (RkPlateItem *self);
/* Whether a picture must be asked for; that is so once. */
gboolean rk_plate_item_take_wanted (RkPlateItem *self);
/* Who asked for it no longer waits. */
void rk_plate_item_give_up (RkPlateItem *self);
/* What @other shows, as an old one. */
void rk_plate_item_take_over (RkPlateItem *self, RkPlateItem *other);
/* "21 of 28 filled in", or that there is nothing to fill in; "" while that is not known. (transfer
 * full) */
char *rk_plate_item_dup_coverage (RkPlateItem *self);

G_END_DECLS
