/* SPDX-License-Identifier: EUPL-1.2 */
/* Keys that sort as text and leave room between any two: moving a row changes that row alone, so
 * two people who move different rows do not collide. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A key after @before and before @after; NULL is the end of the list: (transfer full). */
char *rk_sort_key_between (const char *before, const char *after);

G_END_DECLS
