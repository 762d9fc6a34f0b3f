/* SPDX-License-Identifier: EUPL-1.2 */
/* The one window: a sidebar and a page, or a task that takes all of it.
 *
 * What one can do is a GAction of the window ("win."), so that buttons, menus, shortcuts, toasts
 * and tests all ask for the same: show-page(s), open-response(s), open-question((ss)) with the ids
 * of a response and of a question, review(s), results(s), back, forward, undo, undo-step(s) with
 * the id of a step, redo, search,
 * set-up((ssss)), open-example, open-workspace, open-file(s), new-workspace, backup,
 * restore-backup(s), export-all, start-survey(s) with a form id, discard-response(s), adopt(s),
 * add-questionnaire, add-questionnaire-file(s), show-record((ss)) with a kind and an id. */
#pragma once

#include "rk-application.h"
#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_WINDOW (rk_window_get_type ())
G_DECLARE_FINAL_TYPE (RkWindow, rk_window, RK, WINDOW, AdwApplicationWindow)

RkWindow *rk_window_new (RkApplication *application);

/* Opens the workspace of the last time, or the usual one, or welcomes a newcomer. */
void rk_window_start (RkWindow *self);
/* Opens the workspace @path; what is wrong with it is shown in the window. */
gboolean rk_window_open_file (RkWindow *self, const char *path);
/* The workspace that is open: (transfer none) (nullable). */
RkStore *rk_window_get_store (RkWindow *self);
/* Keeps size and place for the next time. */
void rk_window_save_state (RkWindow *self);

G_END_DECLS
