/* SPDX-License-Identifier: EUPL-1.2 */
/* Lines that are only ever added: what happened while somebody worked. In no journal and no undo.
 */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

/* Adds @line to the log of @scope (the caller's). */
gboolean rk_store_log (RkStore *self, const char *scope, const char *line, GError **error);
/* In order: (transfer full) (element-type utf8). */
GPtrArray *rk_store_list_log (RkStore *self, const char *scope, GError **error);

G_END_DECLS
