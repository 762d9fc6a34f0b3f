/* SPDX-License-Identifier: EUPL-1.2 */
/* Takes coordinates from the clipboard. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @places: "51 3;52 4", never empty. */
typedef void (*RkPasted) (GtkWidget *owner, const char *places);

/* Hands what the clipboard holds to @pasted; says so when it holds no coordinates. */
void rk_paste_places (GtkWidget *owner, RkPasted pasted);

G_END_DECLS
