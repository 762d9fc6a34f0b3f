/* SPDX-License-Identifier: EUPL-1.2 */
/* A picture that came from elsewhere, no larger than asked, or a line that says why not. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_PICTURE (rk_picture_get_type ())
G_DECLARE_FINAL_TYPE (RkPicture, rk_picture, RK, PICTURE, GtkWidget)

/* @side: the longest side, in pixels of a normal screen. */
GtkWidget *rk_picture_new (int side);
/* Shows @bytes as soon as they are decoded; NULL: nothing. @alternative: what one sees, in words.
 */
void rk_picture_show (RkPicture *self, GBytes *bytes, const char *alternative);

G_END_DECLS
