/* SPDX-License-Identifier: EUPL-1.2 */
/* Where one is in the window, and the way back.
 *
 * Each entry of the sidebar has a stack of locations of its own: the page of the entry, and what
 * was opened from there. Choosing another entry replaces; opening pushes; back pops. A location is
 * a word with an argument: "surveys", "results:ID", "runner:ID". */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define RK_TYPE_NAVIGATION (rk_navigation_get_type ())
G_DECLARE_FINAL_TYPE (RkNavigation, rk_navigation, RK, NAVIGATION, GObject)

/* @entry: the one to begin with. */
RkNavigation *rk_navigation_new (const char *entry);
const char *rk_navigation_get_entry (RkNavigation *self);
/* The top of the stack of the current entry. */
const char *rk_navigation_get_location (RkNavigation *self);
/* Goes to an entry, where it was left; to its first page when it is the current one already. */
void rk_navigation_choose (RkNavigation *self, const char *entry);
/* Opens a location on top of the current one; going where one is does nothing. */
void rk_navigation_push (RkNavigation *self, const char *location);
/* Puts @location in the place of the current one: back skips what was there. */
void rk_navigation_replace (RkNavigation *self, const char *location);
gboolean rk_navigation_can_go_back (RkNavigation *self);
gboolean rk_navigation_can_go_forward (RkNavigation *self);
gboolean rk_navigation_back (RkNavigation *self);
gboolean rk_navigation_forward (RkNavigation *self);
/* Whether @location is on any stack: pages that are not can go. */
gboolean rk_navigation_holds (RkNavigation *self, const char *location);
/* Takes @location off all stacks: what it showed is no more. */
void rk_navigation_forget (RkNavigation *self, const char *location);
/* Forgets everything and begins again at @entry, for another workspace. Does not emit "changed". */
void rk_navigation_reset (RkNavigation *self, const char *entry);
/* The current stack as text, and back again; a text that is not one of ours is left alone. Neither
 * emits "changed". */
char *rk_navigation_save (RkNavigation *self);
void rk_navigation_restore (RkNavigation *self, const char *text);
/* The argument of a location: what comes after the colon, or "". */
const char *rk_location_get_argument (const char *location);
/* Whether a location is of this kind: rk_location_is ("results:1", "results"). */
gboolean rk_location_is (const char *location, const char *kind);

/* Signal "changed" (RkNavigation *self). */

G_END_DECLS
