/* SPDX-License-Identifier: EUPL-1.2 */
/* Which cards the overview shows and in which order, as this workspace was told. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

/* @ids (element-type utf8): the cards there are. Those to show, in order: (transfer container), the
 * texts are those of @ids; @n_hidden (out): how many are not. New cards come last. */
GPtrArray *rk_card_order_apply (RkStore *store, GPtrArray *ids, guint *n_hidden);
void rk_card_order_hide (RkStore *store, const char *id);
void rk_card_order_show_all (RkStore *store);
/* Moves the card @id among @shown by one place: -1 earlier, 1 later. */
void rk_card_order_move (RkStore *store, GPtrArray *shown, const char *id, int by);

G_END_DECLS
