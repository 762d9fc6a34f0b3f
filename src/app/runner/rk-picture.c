/* SPDX-License-Identifier: EUPL-1.2 */
/* Not a GtkPicture: that asks for the height it would have at the full width of its place, also
 * when the picture itself is small. */
#include "config.h"

#include "rk-picture.h"

#include "rk-image.h"

#define DENSITY 2 /* decoded for screens of twice the density */
#define MIN_WIDTH 96

struct _RkPicture
{
  GtkWidget parent_instance;
  GCancellable *cancellable;
  GdkTexture *texture; /* (nullable) */
  GtkWidget *failure;
  int side;
  int width, height; /* as it is shown when there is room */
};

G_DEFINE_FINAL_TYPE (RkPicture, rk_picture, GTK_TYPE_WIDGET)

static void
stop (RkPicture *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->texture);
}

static int
get_height (RkPicture *self, int width)
{
  width = width < 0 ? self->width : MIN (width, self->width);
  return MAX (1, width * self->height / self->width);
}

static GtkSizeRequestMode
rk_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rk_picture_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                    int *natural, int *minimum_baseline, int *natural_baseline)
{
  RkPicture *self = RK_PICTURE (widget);

  *minimum = *natural = 0;
  if (gtk_widget_get_visible (self->failure))
    gtk_widget_measure (self->failure, orientation, for_size, minimum, natural, NULL, NULL);
  else if (self->texture != NULL && orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN (MIN_WIDTH, self->width);
      *natural = self->width;
    }
  else if (self->texture != NULL)
    *minimum = *natural = get_height (self, for_size);
  *minimum_baseline = *natural_baseline = -1;
}

static void
rk_picture_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RkPicture *self = RK_PICTURE (widget);

  if (gtk_widget_get_visible (self->failure))
    gtk_widget_size_allocate (self->failure, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
rk_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RkPicture *self = RK_PICTURE (widget);
  int width = MIN (gtk_widget_get_width (widget), self->width);

  GTK_WIDGET_CLASS (rk_picture_parent_class)->snapshot (widget, snapshot);
  if (self->texture != NULL)
    gdk_paintable_snapshot (GDK_PAINTABLE (self->texture), snapshot, width,
                            get_height (self, width));
}

static void
rk_picture_dispose (GObject *object)
{
  RkPicture *self = RK_PICTURE (object);

  stop (self);
  g_clear_pointer (&self->failure, gtk_widget_unparent);
  G_OBJECT_CLASS (rk_picture_parent_class)->dispose (object);
}

static void
rk_picture_class_init (RkPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_picture_dispose;
  widget_class->get_request_mode = rk_picture_get_request_mode;
  widget_class->measure = rk_picture_measure;
  widget_class->size_allocate = rk_picture_size_allocate;
  widget_class->snapshot = rk_picture_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rk_picture_init (RkPicture *self)
{
  self->failure =
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->failure, "rk-hint");
  gtk_widget_set_parent (self->failure, GTK_WIDGET (self));
}

static void
take_pixbuf (RkPicture *self, GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  double scale = MIN (1, self->side / (double) MAX (width, height));

  self->texture = gdk_texture_new_for_pixbuf (pixbuf);
  self->width = MAX (1, (int) (width * scale));
  self->height = MAX (1, (int) (height * scale));
}

static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkPicture) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = rk_image_decode_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->failure == NULL)
    return;
  if (pixbuf != NULL)
    take_pixbuf (self, pixbuf);
  else
    gtk_label_set_label (GTK_LABEL (self->failure), error->message);
  gtk_widget_set_visible (self->failure, pixbuf == NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, alternative,
                                  -1);
  gtk_widget_hide (self->failure);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (bytes == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  rk_image_decode_async (bytes, self->side * DENSITY, self->cancellable, decoded_cb,
                         g_object_ref (self));
}
