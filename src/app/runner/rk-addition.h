/* SPDX-License-Identifier: EUPL-1.2 */
/* Fields that add to another question (rk:addition-to): free text with an option, evidence with a
 * level. They are shown with that question and have no card of their own. */
#pragma once

#include "rk-form-node.h"

G_BEGIN_DECLS

gboolean rk_addition_is (RkFormNode *node);
/* All that add to @node, in form order: (transfer container) (element-type RkFormNode). */
GPtrArray *rk_addition_list (RkFormNode *node);
/* The one that belongs to the choice @value of @node: (nullable) (transfer none). */
RkFormNode *rk_addition_find (RkFormNode *node, const char *value);
/* Those that belong to no single choice: (transfer container) (element-type RkFormNode). */
GPtrArray *rk_addition_list_general (RkFormNode *node);

G_END_DECLS
