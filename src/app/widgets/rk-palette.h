/* SPDX-License-Identifier: EUPL-1.2 */
/* The colours of rk-colour.h on the screen. */
#pragma once

#include "rk-paint.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The palette of the screen now: dark and high contrast as the person set them. */
RkPalette rk_palette_current (void);
void rk_palette_get (RkPalette palette, RkColour colour, GdkRGBA *rgba);
/* Black or white, whichever reads best on @colour. */
void rk_palette_get_text_on (RkPalette palette, RkColour colour, GdkRGBA *rgba);
/* WCAG 2 contrast ratio, 1 to 21. */
double rk_palette_contrast (const GdkRGBA *a, const GdkRGBA *b);

void rk_palette_use (RkPalette palette, RkColour colour, cairo_t *cr);
/* Fills the current path and keeps it. */
void rk_palette_fill (RkPalette palette, RkColour colour, RkPattern pattern, cairo_t *cr);

G_END_DECLS
