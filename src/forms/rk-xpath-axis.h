/* SPDX-License-Identifier: EUPL-1.2 */
/* The axes of XPath over a libxml2 tree. */
#pragma once

#include "rk-xpath-private.h"

G_BEGIN_DECLS

/* The first node of a child or attribute axis: (nullable); the others follow by ->next. */
xmlNode *rk_xpath_axis_first (RkXPathAxis axis, xmlNode *node);
/* Whether the axis runs against document order. */
gboolean rk_xpath_axis_is_reverse (RkXPathAxis axis);
/* Adds what @step meets from @node, in the order of the axis, without its predicates. */
void rk_xpath_axis_collect (RkXPathState *state, const RkXPathStep *step, xmlNode *node,
                            GPtrArray *nodes);

G_END_DECLS
