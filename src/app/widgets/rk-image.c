/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-image.h"

#include <glib/gi18n.h>
#include <string.h>

#define CHUNK 16384

/* What is asked of one decoding, and what its header said. */
typedef struct
{
  int side;
  gboolean too_large;
  gboolean shrunk;
} Ask;

/* Called as soon as the header is read: nothing of the size of the picture is there yet. A size of
 * nothing makes the decoder give up. */
static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Ask *ask = data;
  double scale = MIN (1, ask->side / (double) MAX (1, MAX (width, height)));

  if (width < 1 || height < 1 || (gint64) width * height > RK_IMAGE_MAX_PIXELS)
    {
      ask->too_large = TRUE;
      gdk_pixbuf_loader_set_size (loader, 0, 0);
    }
  else if (ask->side > 0 && scale < 1)
    {
      ask->shrunk = TRUE;
      gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale)),
                                  MAX (1, (int) (height * scale)));
    }
}

static gboolean
feed (GdkPixbufLoader *loader, GBytes *bytes, const Ask *ask, GError **error)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  for (gsize at = 0; at < length; at += CHUNK)
    if (ask->too_large ||
        !gdk_pixbuf_loader_write (loader, data + at, MIN (CHUNK, length - at), error))
      {
        gdk_pixbuf_loader_close (loader, NULL);
        return FALSE;
      }
  return gdk_pixbuf_loader_close (loader, error);
}

static GdkPixbuf *
decode (GBytes *bytes, Ask *ask, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GError) cause = NULL;
  GdkPixbuf *pixbuf;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), ask);
  pixbuf = feed (loader, bytes, ask, &cause) ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  if (ask->too_large)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                 _ ("This picture is too large to be shown."));
  else if (pixbuf == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _ ("This picture cannot be shown: the file is damaged, or of an unknown kind."));
  return pixbuf != NULL && !ask->too_large ? gdk_pixbuf_apply_embedded_orientation (pixbuf) : NULL;
}

GdkPixbuf *
rk_image_decode (GBytes *bytes, int side, GError **error)
{
  Ask ask = { .side = side };

  g_return_val_if_fail (bytes != NULL, NULL);
  return decode (bytes, &ask, error);
}

static void
decode_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  int side = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (task), "side"));
  GdkPixbuf *pixbuf = rk_image_decode (data, side, &error);

  if (pixbuf != NULL)
    g_task_return_pointer (task, pixbuf, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
rk_image_decode_async (GBytes *bytes, int side, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (bytes != NULL);
  g_task_set_source_tag (task, rk_image_decode_async);
  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_object_set_data (G_OBJECT (task), "side", GINT_TO_POINTER (side));
  g_task_run_in_thread (task, decode_thread);
}

GdkPixbuf *
rk_image_decode_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
is_jpeg (GBytes *bytes)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  return length > 3 && memcmp (data, "\xff\xd8\xff", 3) == 0;
}

GBytes *
rk_image_scale_down (GBytes *bytes, int side)
{
  Ask ask = { .side = side };
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  char *data = NULL;
  gsize length = 0;
  gboolean saved;

  g_return_val_if_fail (bytes != NULL, NULL);
  pixbuf = side > 0 ? decode (bytes, &ask, NULL) : NULL;
  if (pixbuf == NULL || !ask.shrunk)
    return g_bytes_ref (bytes);
  saved = is_jpeg (bytes) ? gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "jpeg", NULL,
                                                       "quality", "90", NULL)
                          : gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", NULL, NULL);
  return saved ? g_bytes_new_take (data, length) : g_bytes_ref (bytes);
}
