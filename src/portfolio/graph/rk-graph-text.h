/* SPDX-License-Identifier: EUPL-1.2 */
/* The lines of a text in a box, broken once, so that screen, PDF and SVG show the same. */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* The family that drawings are made with, on screen and in files. */
#define RK_GRAPH_FONT "Cantarell, sans-serif"

/* @text in at most @max_lines lines of @width pixels; what does not fit ends in "…". (transfer
 * full)
 */
GStrv rk_graph_break_text (PangoContext *context, const PangoFontDescription *font,
                           const char *text, double width, guint max_lines);

G_END_DECLS
