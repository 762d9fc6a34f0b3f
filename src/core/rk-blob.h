/* SPDX-License-Identifier: EUPL-1.2 */
/* Files inside the workspace: bytes known by the SHA-256 of what they hold.
 *
 * A blob is never changed and, like a column, never dropped: undo and history can bring back the
 * record that names it. Which file it is (its name, its type, where it belongs) is said by a record
 * whose field has the flag RK_FIELD_BLOB. The same bytes are kept once. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

/* The largest file that the workspace takes. */
#define RK_BLOB_MAX ((goffset) 100 * 1024 * 1024)

/* Keeps @bytes: their SHA-256 in hexadecimal, (transfer full). Errors: RK_ERROR_TOO_LARGE,
 * RK_ERROR_FULL, RK_ERROR_READ_ONLY; then the workspace is as it was. */
char *rk_blob_put (RkStore *store, GBytes *bytes, GError **error);
/* Keeps the content of the file at @path, read piece by piece. @limit: in bytes; 0: RK_BLOB_MAX.
 * Errors further: RK_ERROR_NOT_FOUND, RK_ERROR_INVALID (not a regular file, or it changes while it
 * is read). (transfer full) */
char *rk_blob_put_file (RkStore *store, const char *path, goffset limit, GError **error);

/* The same in the file @workspace, with a connection of its own: for a thread beside the one whose
 * the store is, so that a large file holds nobody up. */
char *rk_blob_put_file_apart (const char *workspace, const char *path, goffset limit,
                              GError **error);

gboolean rk_blob_exists (RkStore *store, const char *hash);
/* In bytes; -1: there is no such blob. */
gint64 rk_blob_get_size (RkStore *store, const char *hash);
/* The whole content: (transfer full). RK_ERROR_NOT_FOUND when the workspace has no such blob. */
GBytes *rk_blob_get (RkStore *store, const char *hash, GError **error);
/* Writes it to a file at @path, in place of what is there. Nothing is at @path before all of it is
 * on disk. */
gboolean rk_blob_export (RkStore *store, const char *hash, const char *path, GError **error);

/* Receives the content piece by piece; FALSE stops, with @error set. */
typedef gboolean (*RkBlobSink) (gconstpointer data, gsize length, gpointer user_data,
                                GError **error);
gboolean rk_blob_read (RkStore *store, const char *hash, RkBlobSink sink, gpointer user_data,
                       GError **error);

G_END_DECLS
