/* SPDX-License-Identifier: EUPL-1.2 */
/* What a choice says about itself beside its label: the columns of its item. */
#pragma once

#include "rk-question.h"

G_BEGIN_DECLS

/* "Weet niet", "n.v.t." or both: an answer, but apart from the others. */
gboolean rk_choice_stands_apart (const RkChoice *choice);
/* "None of these": excludes all others. */
gboolean rk_choice_is_exclusive (const RkChoice *choice);
/* The choices of @node in form order, with those that stand apart last: (transfer container)
 * (element-type RkChoice). @n_apart (out) (optional): how many those are. */
GPtrArray *rk_choices_in_order (RkFormNode *node, guint *n_apart);
const RkChoice *rk_choices_find (GPtrArray *choices, const char *value);

G_END_DECLS
