/* SPDX-License-Identifier: EUPL-1.2 */
/* The example administration: a workspace with believable data of two years and one survey under
 * way, to try everything without consequences. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

/* Makes the example workspace at @path, replacing an earlier example there (never another file); no
 * store may be open on it. The folder must be there. Takes about a tenth of a second.
 * (transfer full) */
RkStore *rk_example_create (const char *path, GError **error);
/* Whether the workspace is the example. */
gboolean rk_example_is (RkStore *store);

G_END_DECLS
