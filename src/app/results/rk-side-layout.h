/* SPDX-License-Identifier: EUPL-1.2 */
/* Two children: beside each other, the first with a width of its own, or below each other. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_SIDE_LAYOUT (rk_side_layout_get_type ())
G_DECLARE_FINAL_TYPE (RkSideLayout, rk_side_layout, RK, SIDE_LAYOUT, GtkLayoutManager)

GtkLayoutManager *rk_side_layout_new (int spacing);
/* @width: of the first child; 0: below each other. */
void rk_side_layout_set_first_width (RkSideLayout *self, int width);

G_END_DECLS
