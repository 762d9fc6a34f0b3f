/* SPDX-License-Identifier: EUPL-1.2 */
/* A sheet to draw on with a mouse, a pen or a finger. What is drawn is kept as lines until it is
 * asked for as a picture. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_DRAW_PAD (rk_draw_pad_get_type ())
G_DECLARE_FINAL_TYPE (RkDrawPad, rk_draw_pad, RK, DRAW_PAD, GtkDrawingArea)

/* A white sheet of @width × @height. */
GtkWidget *rk_draw_pad_new (int width, int height);
/* Another size of the sheet. */
void rk_draw_pad_set_sheet (RkDrawPad *self, int width, int height);
/* Draws over @background (nullable), which then gives the sheet its shape. Wipes what was drawn. */
void rk_draw_pad_set_background (RkDrawPad *self, GdkPixbuf *background);
/* The colour of the lines that follow: "#1a1a1a". */
void rk_draw_pad_set_colour (RkDrawPad *self, const char *colour);
/* A name written as large as it fits, in place of what was drawn: for who does not draw. */
void rk_draw_pad_write (RkDrawPad *self, const char *name);
/* Takes the last line back. */
void rk_draw_pad_undo (RkDrawPad *self);
void rk_draw_pad_clear (RkDrawPad *self);
/* Property "empty", notifies: nothing has been drawn or written. */
gboolean rk_draw_pad_get_empty (RkDrawPad *self);
/* The sheet as a PNG: (transfer full) (nullable). */
GBytes *rk_draw_pad_dup_png (RkDrawPad *self);

G_END_DECLS
