/* SPDX-License-Identifier: EUPL-1.2 */
/* A card with a heading and a list of records: a row opens its record. */
#pragma once

#include "rk-card.h"

G_BEGIN_DECLS

#define RK_TYPE_LINK_CARD (rk_link_card_get_type ())
G_DECLARE_FINAL_TYPE (RkLinkCard, rk_link_card, RK, LINK_CARD, GtkWidget)

/* @empty: what it says without rows. */
GtkWidget *rk_link_card_new (const char *title, const char *empty);
void rk_link_card_clear (RkLinkCard *self);
/* @caption, @value: (nullable): below the title, and to the right of it. @value is shown as a pill
 * when @warn. */
void rk_link_card_add (RkLinkCard *self, const char *title, const char *caption, const char *value,
                       gboolean warn, const char *kind, const char *id);
/* A button beside the heading; @action: detailed. */
void rk_link_card_set_button (RkLinkCard *self, const char *label, const char *action);
guint rk_link_card_get_n_rows (RkLinkCard *self);

G_END_DECLS
