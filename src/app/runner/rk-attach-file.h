/* SPDX-License-Identifier: EUPL-1.2 */
/* Attaching a file that was chosen or made, off the main thread: it may be large, and a picture
 * that is larger than the question wants (orx:max-pixels) is made smaller first. */
#pragma once

#include "rk-response-file.h"

G_BEGIN_DECLS

void rk_attach_file_async (RkResponse *response, RkFormNode *node, const char *path,
                           GAsyncReadyCallback callback, gpointer user_data);
void rk_attach_bytes_async (RkResponse *response, RkFormNode *node, GBytes *bytes, const char *name,
                            GAsyncReadyCallback callback, gpointer user_data);
/* Errors as rk_response_attach(). */
gboolean rk_attach_finish (GAsyncResult *result, GError **error);

G_END_DECLS
