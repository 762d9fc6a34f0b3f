/* SPDX-License-Identifier: EUPL-1.2 */
/* Finding questions in the sections of a response: by id, by text, the next open one. */
#pragma once

#include "rk-question.h"

G_BEGIN_DECLS

/* The question @id, and its section: (transfer full) (nullable). @section: (out) (optional)
 * (transfer full). */
RkQuestion *rk_questions_find (GListModel *sections, const char *id, RkSection **section);
RkSection *rk_questions_find_section (GListModel *sections, const char *id);
/* 0-based, -1 when it is not there. */
int rk_questions_index_of (GListModel *sections, RkSection *section);
/* The section after @section, or before it with @step -1, that has something to show: (transfer
 * full) (nullable). */
RkSection *rk_questions_step_section (GListModel *sections, RkSection *section, int step);
/* The page of @section after @page, or before it, that has something to show; -1: none. Start with
 * -1, or for the last one with G_MAXINT. */
int rk_questions_step_page (RkSection *section, int page, int step);
/* How many pages of @section have something to show, and the 1-based place of @page among them. */
guint rk_questions_count_pages (RkSection *section, int page, guint *place);
/* Whether it is asked, counts and has no answer. */
gboolean rk_question_is_open (RkQuestion *question);
/* The question that shows after the question @id: (transfer full) (nullable). */
RkQuestion *rk_questions_find_next (GListModel *sections, const char *id);
/* The next open question after the question @id (NULL: from the begin), around the end; @step -1:
 * the one before. (transfer full) (nullable): NULL when nothing is open. */
RkQuestion *rk_questions_find_open (GListModel *sections, const char *id, int step);

G_END_DECLS
