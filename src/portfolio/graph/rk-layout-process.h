/* SPDX-License-Identifier: EUPL-1.2 */
/* Asks the process that holds Graphviz for an arrangement. */
#pragma once

#include "rk-graph-layout.h"

G_BEGIN_DECLS

/* Fills @points, one per node of @self. FALSE: cancelled (G_IO_ERROR_CANCELLED), or the process is
 * not there, failed or took too long. */
gboolean rk_layout_process_run (RkGraphLayout *self, guint seed, RkGraphPoint *points,
                                GCancellable *cancellable, GError **error);

G_END_DECLS
