/* SPDX-License-Identifier: EUPL-1.2 */
/* Rows that the workspace offers for a repeat: what it knows already need not be typed again.
 *
 * The form says which records and which values (src/portfolio/exchange/INSTANCE.md, "Rows from the
 * portfolio"); what stands in a row already is not offered again. */
#pragma once

#include "rk-response.h"

G_BEGIN_DECLS

/* One record that can become a row. */
typedef struct _RkOffer RkOffer;
void rk_offer_free (RkOffer *offer);
const char *rk_offer_get_name (RkOffer *offer);
/* What tells it from others, its supplier: (nullable). */
const char *rk_offer_get_detail (RkOffer *offer);

/* In the order of the workspace; empty when the form asks for none. (transfer full) (element-type
 * RkOffer) */
GPtrArray *rk_response_list_offers (RkResponse *self, RkFormNode *repeat);
/* Adds a row for each of @offers (element-type RkOffer), as one step. What fits no option of a
 * choice, or breaks a rule of the form, is left open. */
gboolean rk_response_take_offers (RkResponse *self, RkFormNode *repeat, GPtrArray *offers,
                                  GError **error);

G_END_DECLS
