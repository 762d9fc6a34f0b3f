/* SPDX-License-Identifier: EUPL-1.2 */
/* Where boxes within boxes stand on a plate that nobody drew.
 *
 * Every row of a plate is divided over whole domains, in their order, so that the boxes of
 * components in it have the same size and both edges are straight. The same boxes always give the
 * same plate. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int parent; /* index of the box around it, always an earlier one; -1: on the plate itself */
  gboolean holds_boxes;    /* has a title above its boxes, even when it holds none */
  int x, y, width, height; /* out: from the origin of the plate */
} RkLayoutBox;

/* The sizes of a plate, in its own units. */
#define RK_LAYOUT_MARGIN 20 /* around the plate */
#define RK_LAYOUT_GAP 16    /* between boxes that hold boxes */
#define RK_LAYOUT_PAD 12    /* within one, and its gap between components is 8 */
#define RK_LAYOUT_HEADER 36
#define RK_LAYOUT_LEAF_WIDTH 156
#define RK_LAYOUT_LEAF_HEIGHT 88

/* Lays out @n boxes; the order of brothers is their order in @boxes. @ratio is the width over the
 * height that the plate tries to have: 1.414 for a sheet of paper. */
void rk_layout_plate (RkLayoutBox *boxes, guint n, double ratio);

G_END_DECLS
