/* SPDX-License-Identifier: EUPL-1.2 */
/* The survey runner: sections in a side pane, their questions as cards, and the review.
 *
 * It takes the whole window, with header bars of its own. It leaves through the actions win.back,
 * win.results and win.open-response of the window around it. */
#pragma once

#include "rk-response.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_RUNNER_PAGE (rk_runner_page_get_type ())
G_DECLARE_FINAL_TYPE (RkRunnerPage, rk_runner_page, RK, RUNNER_PAGE, AdwBin)

/* Opens where the response was left. */
RkRunnerPage *rk_runner_page_new (RkResponse *response);
RkResponse *rk_runner_page_get_response (RkRunnerPage *self);
/* Goes to the question @question_id; unknown ids are ignored. */
void rk_runner_page_show_question (RkRunnerPage *self, const char *question_id);
/* Opens the row that @node stands in, of the table that this question is, and goes to its field. */
void rk_runner_page_show_field (RkRunnerPage *self, const char *question_id, RkFormNode *node);
/* From a question to the review it was opened from, from there or from the search to the questions.
 * FALSE: there is nothing to go back to in here. */
gboolean rk_runner_page_go_back (RkRunnerPage *self);
void rk_runner_page_show_review (RkRunnerPage *self);

/* Around an undo or redo: notes which answer it changes, and then goes there when that is not on
 * screen. */
void rk_runner_page_watch (RkRunnerPage *self);
void rk_runner_page_show_changed (RkRunnerPage *self);

G_END_DECLS
