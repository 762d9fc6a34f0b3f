/* SPDX-License-Identifier: EUPL-1.2 */
/* Holds one child whose width never follows from its height.
 *
 * A box that lays out labels that wrap asks each how wide it would be at its least height; boxes in
 * boxes make of that a search in a search, some milliseconds for one row of a list. In here the
 * question is answered by the ordinary width. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_STEADY_BIN (rk_steady_bin_get_type ())
G_DECLARE_FINAL_TYPE (RkSteadyBin, rk_steady_bin, RK, STEADY_BIN, AdwBin)

/* As wide as this, whatever the child would like: it wraps. 0: as wide as the child. */
void rk_steady_bin_set_width (RkSteadyBin *self, int width);

G_END_DECLS
