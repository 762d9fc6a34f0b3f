/* SPDX-License-Identifier: EUPL-1.2 */
/* The focused control stays in view with air around it, never half under what stands below. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_FOCUS_AIR 24

/* Follows the focus in @scroller, which holds a viewport, in place of that viewport's own scrolling
 * (which stops at the very edge). A click moves nothing: the press would miss its release. */
void rk_focus_air_install (GtkScrolledWindow *scroller);
/* Scrolls what has the focus in @scroller into view, if it has its size by now. */
void rk_focus_air_show (GtkScrolledWindow *scroller);

G_END_DECLS
