/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-attach-file.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

/* The name of the picture in the format in which it is written: "foto.webp" → "foto.png". */
static char *
rename_picture (const char *path, const char *own, const char *written)
{
  g_autofree char *name = g_path_get_basename (path);
  char *dot = strrchr (name, '.');

  if (g_strcmp0 (own, written) == 0)
    return g_steal_pointer (&name);
  if (dot != NULL && dot > name)
    *dot = '\0';
  return g_strconcat (name, ".", written, NULL);
}

static GBytes *
write_picture (GdkPixbuf *picture, const char *format, GError **error)
{
  gboolean jpeg = g_str_equal (format, "jpeg");
  char *buffer = NULL;
  gsize length = 0;

  if (!gdk_pixbuf_save_to_buffer (picture, &buffer, &length, format, error, jpeg ? "quality" : NULL,
                                  "85", NULL))
    return NULL;
  return g_bytes_new_take (buffer, length);
}

GBytes *
rk_attach_scale_picture (const char *path, guint max_pixels, char **name, GError **error)
{
  g_autoptr (GdkPixbuf) scaled = NULL, upright = NULL;
  g_autofree char *own = NULL;
  const char *written;
  GdkPixbufFormat *format;
  int width = 0, height = 0;

  format = max_pixels > 0 ? gdk_pixbuf_get_file_info (path, &width, &height) : NULL;
  if (format == NULL || MAX (width, height) <= (int) max_pixels)
    return NULL;
  scaled =
      gdk_pixbuf_new_from_file_at_scale (path, (int) max_pixels, (int) max_pixels, TRUE, error);
  if (scaled == NULL)
    return NULL;
  upright = gdk_pixbuf_apply_embedded_orientation (scaled);
  own = gdk_pixbuf_format_get_name (format);
  written = g_str_equal (own, "jpeg") ? "jpeg" : "png";
  *name = rename_picture (path, own, written);
  return write_picture (upright, written, error);
}

gboolean
rk_attach_file (RkResponse *response, RkFormNode *node, const char *path, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GError) problem = NULL;
  g_autoptr (GBytes) scaled =
      rk_attach_scale_picture (path, rk_response_get_max_pixels (response, node), &name, &problem);

  /* A picture that cannot be read here is still a file: it goes as it is. */
  if (scaled == NULL)
    return rk_response_attach (response, node, path, error);
  return rk_response_attach_bytes (response, node, scaled, name, error);
}
