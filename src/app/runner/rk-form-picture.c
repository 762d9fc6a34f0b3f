/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-form-picture.h"

#include "rk-media-file.h"
#include "rk-open-file.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

#define CACHE_KEY "rk-form-pictures"
#define MAX_PIXELS 4096 /* in either direction */

/* name → GdkTexture, or NULL for what is no picture. */
static GHashTable *
get_cache (RkResponse *response)
{
  GHashTable *cache = g_object_get_data (G_OBJECT (response), CACHE_KEY);

  if (cache != NULL)
    return cache;
  cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_object_set_data_full (G_OBJECT (response), CACHE_KEY, cache,
                          (GDestroyNotify) g_hash_table_unref);
  return cache;
}

GdkTexture *
rk_form_picture_load (RkResponse *response, const char *name)
{
  GHashTable *cache;
  GdkTexture *texture;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (RK_IS_RESPONSE (response) && name != NULL, NULL);
  cache = get_cache (response);
  texture = g_hash_table_lookup (cache, name);
  if (texture != NULL)
    return g_object_ref (texture);
  bytes = rk_media_file_dup (response, name);
  texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, NULL) : NULL;
  if (texture == NULL)
    return NULL;
  if (gdk_texture_get_width (texture) > MAX_PIXELS || gdk_texture_get_height (texture) > MAX_PIXELS)
    {
      g_object_unref (texture);
      return NULL;
    }
  g_hash_table_insert (cache, g_strdup (name), g_object_ref (texture));
  return texture;
}

static void
open_cb (GtkWidget *link, RkResponse *response)
{
  const char *name = gtk_widget_get_name (link);
  g_autoptr (GBytes) bytes = rk_media_file_dup (response, name);
  g_autofree char *text = NULL;

  if (bytes != NULL)
    {
      rk_open_file (link, bytes, name);
      return;
    }
  /* Translators: the name of a file that comes with a questionnaire. */
  text =
      g_strdup_printf (_ ("“%s” cannot be opened: it does not come with the questionnaire."), name);
  rk_toast_show (link, text, NULL, NULL);
}

GtkWidget *
rk_form_sound_link_new (RkResponse *response, const char *name, gboolean film)
{
  GtkWidget *link = gtk_button_new ();
  /* Translators: a link that opens a file of this name. */
  g_autofree char *text = g_strdup_printf (film ? _ ("Film: %s") : _ ("Sound: %s"), name);

  gtk_button_set_label (GTK_BUTTON (link), text);
  gtk_widget_set_name (link, name);
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  gtk_widget_add_css_class (link, "flat");
  gtk_widget_add_css_class (link, "rk-sound-link");
  g_signal_connect_object (link, "clicked", G_CALLBACK (open_cb), response, 0);
  return link;
}
