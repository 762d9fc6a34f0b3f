/* SPDX-License-Identifier: EUPL-1.2 */
/* Cards under each other, and in a form with a grid beside each other, as wide as they say. Where
 * there is no room for that, under each other all the same. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_CARDS_LAYOUT (rk_cards_layout_get_type ())
G_DECLARE_FINAL_TYPE (RkCardsLayout, rk_cards_layout, RK, CARDS_LAYOUT, GtkLayoutManager)

GtkLayoutManager *rk_cards_layout_new (int spacing);
/* Everything takes the whole width. */
void rk_cards_layout_set_narrow (RkCardsLayout *self, gboolean narrow);
/* @child takes @units of the @columns in a row; 0: the whole row. */
void rk_cards_layout_set_units (GtkWidget *child, guint units, guint columns);
/* @child follows the one above it without room between. */
void rk_cards_layout_set_joined (GtkWidget *child, gboolean joined);

G_END_DECLS
