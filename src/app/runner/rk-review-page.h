/* SPDX-License-Identifier: EUPL-1.2 */
/* Looking a response over and submitting it: what is missing, what may be wrong, all answers, what
 * is shared. */
#pragma once

#include "rk-autosave.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_REVIEW_PAGE (rk_review_page_get_type ())
G_DECLARE_FINAL_TYPE (RkReviewPage, rk_review_page, RK, REVIEW_PAGE, AdwBin)

void rk_review_page_set_autosave (RkReviewPage *self, RkAutosave *autosave);
/* Reads the response anew and puts the focus on the row last chosen, else on the first. A chosen
 * row goes to the action "runner.show-question". */
void rk_review_page_refresh (RkReviewPage *self);
/* One went to this question from here, and will come back to its row. */
void rk_review_page_remember (RkReviewPage *self, const char *question_id);

G_END_DECLS
