/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-picture.h"

#include "rk-image.h"

#define DENSITY 2 /* decoded for screens of twice the density */

struct _RkPicture
{
  AdwBin parent_instance;
  GCancellable *cancellable;
  GtkPicture *picture;
  GtkLabel *failure;
  int side;
};

G_DEFINE_FINAL_TYPE (RkPicture, rk_picture, ADW_TYPE_BIN)

static void
stop (RkPicture *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
rk_picture_dispose (GObject *object)
{
  stop (RK_PICTURE (object));
  G_OBJECT_CLASS (rk_picture_parent_class)->dispose (object);
}

static void
rk_picture_class_init (RkPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_picture_dispose;
}

static void
rk_picture_init (RkPicture *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->picture =
      GTK_PICTURE (g_object_new (GTK_TYPE_PICTURE, "can-shrink", TRUE, "keep-aspect-ratio", TRUE,
                                 "halign", GTK_ALIGN_START, NULL));
  self->failure =
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->failure), "rk-hint");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->picture));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->failure));
  adw_bin_set_child (ADW_BIN (self), box);
}

/* As large as the picture is, up to the side that was asked; smaller where there is no room. */
static void
show_pixbuf (RkPicture *self, GdkPixbuf *pixbuf)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_for_pixbuf (pixbuf);
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  double scale = MIN (1, self->side / (double) MAX (width, height));

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_widget_set_size_request (GTK_WIDGET (self->picture), MIN (240, (int) (width * scale)),
                               (int) (height * scale));
}

static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkPicture) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = rk_image_decode_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->picture), pixbuf != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), pixbuf == NULL);
  if (pixbuf != NULL)
    show_pixbuf (self, pixbuf);
  else
    gtk_label_set_label (self->failure, error->message);
}

GtkWidget *
rk_picture_new (int side)
{
  RkPicture *self = g_object_new (RK_TYPE_PICTURE, NULL);

  self->side = side;
  return GTK_WIDGET (self);
}

void
rk_picture_show (RkPicture *self, GBytes *bytes, const char *alternative)
{
  g_return_if_fail (RK_IS_PICTURE (self));
  stop (self);
  gtk_picture_set_paintable (self->picture, NULL);
  gtk_picture_set_alternative_text (self->picture, alternative);
  gtk_widget_hide (GTK_WIDGET (self->failure));
  if (bytes == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  rk_image_decode_async (bytes, self->side * DENSITY, self->cancellable, decoded_cb,
                         g_object_ref (self));
}
