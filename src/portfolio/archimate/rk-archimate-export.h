/* SPDX-License-Identifier: EUPL-1.2 */
/* Writing an imported model as a file in the ArchiMate exchange format 3.1, with all that was kept.
 *
 * What is written, imported and written again is the same to the byte. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

/* Writes the model of @architecture (a record) to @stream. */
gboolean rk_archimate_export (RkStore *store, const char *architecture, GOutputStream *stream,
                              GCancellable *cancellable, GError **error);
/* The same to a file at @path, for its owner only: whole or not at all. */
gboolean rk_archimate_export_file (RkStore *store, const char *architecture, const char *path,
                                   GCancellable *cancellable, GError **error);

G_END_DECLS
