/* SPDX-License-Identifier: EUPL-1.2 */
/* The one window: a sidebar and a page, or a task that takes all of it.
 *
 * What one can do is a GAction of the window ("win."), so that buttons, menus, shortcuts, toasts
 * and tests all ask for the same: show-page(s), open-response(s), open-question((ss)) with the ids
 * of a response and of a question, review(s), results(s), back, forward, undo, redo, search … */
#pragma once

#include "rk-application.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_WINDOW (rk_window_get_type ())
G_DECLARE_FINAL_TYPE (RkWindow, rk_window, RK, WINDOW, AdwApplicationWindow)

RkWindow *rk_window_new (RkApplication *application);

G_END_DECLS
