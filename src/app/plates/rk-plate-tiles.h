/* SPDX-License-Identifier: EUPL-1.2 */
/* A drawing that one zooms and pans, kept as textures so that a frame never draws its text again.
 *
 * The drawing is cut in square tiles at one scale. A view at another scale shows the tiles there
 * are, stretched, until those of its own scale are drawn; below everything lies a small picture of
 * the whole. Drawing has a budget: what does not fit in a frame is left to the next. */
#pragma once

#include "rk-viewport.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _RkPlateTiles RkPlateTiles;

/* Draws the plate in its own lengths; only @clip is seen. @scale: pixels for one length,
 * or fewer where details may be left out. */
typedef void (*RkPlateDrawFunc) (gpointer data, cairo_t *cr, const cairo_rectangle_t *clip,
                                 double scale);

RkPlateTiles *rk_plate_tiles_new (RkPlateDrawFunc draw, gpointer data);
void rk_plate_tiles_free (RkPlateTiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkPlateTiles, rk_plate_tiles_free)

/* Another plate: nothing of the old one is shown any more. */
void rk_plate_tiles_set_bounds (RkPlateTiles *self, const cairo_rectangle_t *bounds);
/* The drawing looks different now; the old one is shown until the new one is there. */
void rk_plate_tiles_invalidate (RkPlateTiles *self);
/* Draws what is missing at the scale of @view, at least one tile, for some @budget microseconds.
 * @factor: pixels of the screen for one of the view. Returns whether everything is there. */
gboolean rk_plate_tiles_render (RkPlateTiles *self, RkViewport view, int width, int height,
                                int factor, gint64 budget);
void rk_plate_tiles_snapshot (RkPlateTiles *self, GtkSnapshot *snapshot, RkViewport view, int width,
                              int height);
/* How many tiles were drawn since the beginning: for tests and measurements. */
guint rk_plate_tiles_get_n_drawn (RkPlateTiles *self);

G_END_DECLS
