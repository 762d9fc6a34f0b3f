/* SPDX-License-Identifier: EUPL-1.2 */
/* A questionnaire in the list of a server, chosen or not. */
#pragma once

#include "rk-exchange.h"

G_BEGIN_DECLS

#define RK_TYPE_FETCH_ITEM (rk_fetch_item_get_type ())
G_DECLARE_FINAL_TYPE (RkFetchItem, rk_fetch_item, RK, FETCH_ITEM, GObject)

RkFetchItem *rk_fetch_item_new (const RkOdkForm *form, RkExchangeHave have);
const RkOdkForm *rk_fetch_item_get_form (RkFetchItem *self);
RkExchangeHave rk_fetch_item_get_have (RkFetchItem *self);
void rk_fetch_item_set_have (RkFetchItem *self, RkExchangeHave have);
/* Property "chosen". Signal "changed": what it shows is another. */
gboolean rk_fetch_item_is_chosen (RkFetchItem *self);
void rk_fetch_item_set_chosen (RkFetchItem *self, gboolean chosen);
/* "version 2026.1 · bezoek": (transfer full). */
char *rk_fetch_item_dup_caption (RkFetchItem *self);
/* What the workspace has of it, in words; "" when nothing. */
const char *rk_fetch_item_get_have_words (RkFetchItem *self);
/* Whether @folded (rk_text_fold) is in its name, id or version. */
gboolean rk_fetch_item_matches (RkFetchItem *self, const char *folded);

G_END_DECLS
