/* SPDX-License-Identifier: EUPL-1.2 */
/* The menu of a card of the overview: hide it, or put it elsewhere. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives @button the menu of the card @id, and opens it by a right click on @card. */
void rk_card_menu_fill (GtkWidget *card, GtkMenuButton *button, const char *id, const char *title);

G_END_DECLS
