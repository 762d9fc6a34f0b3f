/* SPDX-License-Identifier: EUPL-1.2 */
/* The lists of the review page: rows that go to a question, and the answers of a section. */
#pragma once

#include "rk-earlier.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row that goes to the question @id: (transfer floating). */
GtkWidget *rk_review_row_new (const char *id, const char *title, const char *subtitle,
                              gboolean warn);
/* It goes to the row and the field of @node there, which stands in a table. */
void rk_review_row_set_field (GtkWidget *row, RkFormNode *node);
/* Where the row goes to: (nullable) for rows that are no review rows. */
const char *rk_review_row_get_id (GtkWidget *row);
/* A list of such rows; activating one goes to "runner.show-question". */
GtkWidget *rk_review_list_new (const char *label);
/* A section folded under its title, which fills itself when it is opened. @earlier: (nullable): to
 * tell what changed since. */
GtkWidget *rk_review_section_new (RkSection *section, RkEarlier *earlier, gboolean expanded);
/* What this response keeps to itself, as sentences: (transfer full) (element-type utf8). */
GPtrArray *rk_review_list_confidential (GListModel *sections);
/* The answer about sharing, in words (rk:consent on a bind): (transfer full) (nullable). */
char *rk_review_dup_consent (GListModel *sections);

G_END_DECLS
