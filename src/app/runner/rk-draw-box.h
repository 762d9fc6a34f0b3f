/* SPDX-License-Identifier: EUPL-1.2 */
/* A sheet to draw or sign on, with what goes with it: colours, the last line back, and a name to
 * type for who does not draw. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_DRAW_BOX (rk_draw_box_get_type ())
G_DECLARE_FINAL_TYPE (RkDrawBox, rk_draw_box, RK, DRAW_BOX, AdwBin)

typedef enum
{
  RK_DRAW_SIGNATURE,
  RK_DRAW_DRAWING
} RkDrawKind;

/* Signals "kept" (RkDrawBox *self, GBytes *png) and "cancelled" (RkDrawBox *self). */
GtkWidget *rk_draw_box_new (RkDrawKind kind);
/* What is drawn over: (nullable). */
void rk_draw_box_set_background (RkDrawBox *self, GdkPixbuf *background);

G_END_DECLS
