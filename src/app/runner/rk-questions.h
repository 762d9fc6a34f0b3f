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
/* Whether it is asked, counts and has no answer. */
gboolean rk_question_is_open (RkQuestion *question);
/* The next open question after the question @id (NULL: from the begin), around the end; @step -1:
 * the one before. (transfer full) (nullable): NULL when nothing is open. */
RkQuestion *rk_questions_find_open (GListModel *sections, const char *id, int step);

G_END_DECLS
