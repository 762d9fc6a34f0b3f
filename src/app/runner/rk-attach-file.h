/* SPDX-License-Identifier: EUPL-1.2 */
/* Attaching a file that was chosen: a picture that is larger than the question wants is made
 * smaller first. */
#pragma once

#include "rk-response-file.h"

G_BEGIN_DECLS

/* rk_response_attach() with the width and height that the form allows (orx:max-pixels). */
gboolean rk_attach_file (RkResponse *response, RkFormNode *node, const char *path, GError **error);
/* The picture at @path with neither side longer than @max_pixels, upright and in its own format
 * when that can be written, else as PNG: (transfer full); NULL without error when it is small
 * enough, or no picture. @name (out) (transfer full): what it is called now. */
GBytes *rk_attach_scale_picture (const char *path, guint max_pixels, char **name, GError **error);

G_END_DECLS
