/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include "rk-landscape.h"
#include "rk-link-card.h"

G_BEGIN_DECLS

/* The contracts of an application: what was agreed, when it ends, until when one can give notice.
 */
GtkWidget *rk_contracts_of_new (RkStore *store, const char *application);
/* A row for a contract: when it ends and how it is renewed, with a warning when notice must be
 * given within half a year. */
void rk_link_card_add_contract (RkLinkCard *card, const RkLandContract *contract,
                                const char *today);

G_END_DECLS
