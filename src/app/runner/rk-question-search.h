/* SPDX-License-Identifier: EUPL-1.2 */
/* Finding a question of this response by its words, its note or who fills it in. */
#pragma once

#include "rk-response.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_QUESTION_SEARCH (rk_question_search_get_type ())
G_DECLARE_FINAL_TYPE (RkQuestionSearch, rk_question_search, RK, QUESTION_SEARCH, AdwBin)

typedef enum
{
  RK_SEARCH_ALL,
  RK_SEARCH_NOTES,   /* with a note */
  RK_SEARCH_ASSIGNED /* with somebody who fills it in */
} RkSearchFilter;

void rk_question_search_set_response (RkQuestionSearch *self, RkResponse *response);
/* Empties the entry and puts the focus in it. A chosen question goes to the action
 * "runner.show-question"; Escape to "runner.back". */
void rk_question_search_start (RkQuestionSearch *self, RkSearchFilter filter);

G_END_DECLS
