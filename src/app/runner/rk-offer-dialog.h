/* SPDX-License-Identifier: EUPL-1.2 */
/* Choosing which applications become rows of a repeat. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_OFFER_DIALOG (rk_offer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RkOfferDialog, rk_offer_dialog, RK, OFFER_DIALOG, AdwWindow)

/* @offers: (element-type RkOffer): those that were chosen. */
typedef void (*RkOfferFunc) (GPtrArray *offers, gpointer data);

/* Shows it over the window of @from. @function is called once, when something was chosen, as long
 * as @from is there. */
void rk_offer_dialog_present (GtkWidget *from, GPtrArray *offers, RkOfferFunc function,
                              gpointer data);

G_END_DECLS
