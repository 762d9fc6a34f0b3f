/* SPDX-License-Identifier: EUPL-1.2 */
/* The stored value of one leaf as people read it. */
#pragma once

#include "rk-form-node.h"

G_BEGIN_DECLS

/* Labels of choices, numbers with unit, dates; "" when it is empty: (transfer full). */
char *rk_value_dup_text (RkFormNode *leaf);
/* "12.50" → "12.5", "12.0" → "12": (transfer full). */
char *rk_value_trim_decimal (const char *value);

G_END_DECLS
