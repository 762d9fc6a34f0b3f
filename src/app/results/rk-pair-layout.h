/* SPDX-License-Identifier: EUPL-1.2 */
/* Children beside each other in equal parts where each gets its least width, else under each other.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_PAIR_LAYOUT (rk_pair_layout_get_type ())
G_DECLARE_FINAL_TYPE (RkPairLayout, rk_pair_layout, RK, PAIR_LAYOUT, GtkLayoutManager)

/* Lengths before the text scale. */
GtkLayoutManager *rk_pair_layout_new (int least_width, int spacing);

G_END_DECLS
