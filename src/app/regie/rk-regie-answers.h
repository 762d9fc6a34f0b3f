/* SPDX-License-Identifier: EUPL-1.2 */
/* Answers about control as they are stored. */
#pragma once

#include "rk-regie.h"

G_BEGIN_DECLS

/* The answer to "D1" for an application: (transfer full) (nullable). */
RkRecord *rk_regie_answer_find (RkStore *store, const char *application, const char *question);
/* Changes one field of it; a "value" of NULL takes the answer away. Day, name and version of the
 * weights are noted with a value. */
gboolean rk_regie_answer_set (RkStore *store, const char *application, const char *question,
                              const char *field, const char *value, GError **error);

G_END_DECLS
