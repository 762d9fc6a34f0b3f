/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Now, as UTC ISO 8601 with milliseconds: (transfer full). */
char *rk_time_now (void);

G_END_DECLS
