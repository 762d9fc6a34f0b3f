/* SPDX-License-Identifier: EUPL-1.2 */
/* A framed box of the interface: a group to assistive technology, named by its label. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_CARD (rk_card_get_type ())
G_DECLARE_FINAL_TYPE (RkCard, rk_card, RK, CARD, GtkBox)

GtkWidget *rk_card_new (void);
/* Property "label": what a screen reader calls it; nothing is drawn. */
void rk_card_set_label (RkCard *self, const char *label);

G_END_DECLS
