/* SPDX-License-Identifier: EUPL-1.2 */
/* Pictures that came from elsewhere: decoded off the main thread, and never larger than is needed.
 * What is broken or claims an enormous size is refused. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The largest picture that is decoded at all, in pixels. */
#define RK_IMAGE_MAX_PIXELS (G_GINT64_CONSTANT (64) * 1000 * 1000)

/* @bytes, no side longer than @side; 0: as it is. Turned as a camera says. Errors: G_IO_ERROR.
 * (transfer full) */
GdkPixbuf *rk_image_decode (GBytes *bytes, int side, GError **error);
/* The same in a thread. */
void rk_image_decode_async (GBytes *bytes, int side, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);
GdkPixbuf *rk_image_decode_finish (GAsyncResult *result, GError **error);

/* @bytes itself when no side is longer than @side, or when it is no picture that can be decoded;
 * else a smaller one of the same kind: JPEG, or PNG. (transfer full) */
GBytes *rk_image_scale_down (GBytes *bytes, int side);

G_END_DECLS
