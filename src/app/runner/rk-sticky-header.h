/* SPDX-License-Identifier: EUPL-1.2 */
/* A table taller than the view keeps its heading in view. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_STICKY_HEADER (rk_sticky_header_get_type ())
G_DECLARE_FINAL_TYPE (RkStickyHeader, rk_sticky_header, RK, STICKY_HEADER, AdwBin)

/* @header is a second heading, drawn over @content while the first is out of view. */
GtkWidget *rk_sticky_header_new (GtkWidget *content, GtkWidget *header);

/* How much of the top the header covers now. */
int rk_sticky_header_get_height (RkStickyHeader *self);

G_END_DECLS
