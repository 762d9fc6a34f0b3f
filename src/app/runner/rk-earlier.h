/* SPDX-License-Identifier: EUPL-1.2 */
/* The answers of the time before, to show what changed since. */
#pragma once

#include "rk-response.h"

G_BEGIN_DECLS

#define RK_TYPE_EARLIER (rk_earlier_get_type ())
G_DECLARE_FINAL_TYPE (RkEarlier, rk_earlier, RK, EARLIER, GObject)

/* The last response to the same form that was submitted before @response: (transfer full)
 * (nullable) when there is none. */
RkEarlier *rk_earlier_open (RkResponse *response);
/* What @answer to @question is and what it was when it differs ("5 · was 4 in 2025"): (transfer
 * full). */
char *rk_earlier_dup_compared (RkEarlier *self, RkQuestion *question, const char *answer);

G_END_DECLS
