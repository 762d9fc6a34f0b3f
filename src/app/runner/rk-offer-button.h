/* SPDX-License-Identifier: EUPL-1.2 */
/* "Take over from Applications (5)": rows that the workspace offers for a repeat. Hidden when there
 * are none. */
#pragma once

#include "rk-autosave.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_OFFER_BUTTON (rk_offer_button_get_type ())
G_DECLARE_FINAL_TYPE (RkOfferButton, rk_offer_button, RK, OFFER_BUTTON, AdwBin)

GtkWidget *rk_offer_button_new (RkAutosave *autosave, RkFormNode *repeat);

G_END_DECLS
