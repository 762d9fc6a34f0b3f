/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-plate-tile.h"

#include "rk-palette.h"

#include <adwaita.h>

#define WIDTH 240
#define HEIGHT 160
#define PAD 8

struct _RkPlateTile
{
  GtkWidget parent_instance;
  RkPlateSource *source;
  RkPlateItem *item;         /* (nullable) */
  GCancellable *cancellable; /* (nullable): of the picture that was asked for */
  GtkWidget *box;
  GtkPicture *picture;
  GtkLabel *name;
  GtkLabel *source_label;
  GtkLabel *coverage;
};

G_DEFINE_FINAL_TYPE (RkPlateTile, rk_plate_tile, GTK_TYPE_WIDGET)

static void
show_item (RkPlateTile *self)
{
  g_autofree char *coverage = rk_plate_item_dup_coverage (self->item);
  g_autofree char *spoken = g_strdup_printf ("%s, %s%s%s", rk_plate_item_get_name (self->item),
                                             rk_plate_item_get_source (self->item),
                                             *coverage != '\0' ? ", " : "", coverage);
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (rk_plate_item_get_picture (self->item)));
  gtk_label_set_label (self->name, rk_plate_item_get_name (self->item));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), rk_plate_item_get_name (self->item));
  gtk_label_set_label (self->source_label, rk_plate_item_get_source (self->item));
  gtk_label_set_label (self->coverage, coverage);
  if (row != NULL) /* GTK 4.8 gives a row no name of its own */
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                    -1);
  gtk_widget_queue_draw (GTK_WIDGET (self)); /* asks for a picture that is old */
}

/* Only what is drawn is seen, and only that needs its picture. */
static void
snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  RkPlateTile *self = RK_PLATE_TILE (widget);

  if (self->item != NULL && rk_plate_item_take_wanted (self->item))
    {
      if (self->cancellable == NULL)
        self->cancellable = g_cancellable_new ();
      rk_plate_source_draw_item (self->source, self->item, rk_palette_current (), WIDTH - 2 * PAD,
                                 HEIGHT - 2 * PAD, gtk_widget_get_scale_factor (widget),
                                 self->cancellable);
    }
  GTK_WIDGET_CLASS (rk_plate_tile_parent_class)->snapshot (widget, snap);
}

static void
dispose (GObject *object)
{
  RkPlateTile *self = RK_PLATE_TILE (object);

  rk_plate_tile_set_item (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->source);
  G_OBJECT_CLASS (rk_plate_tile_parent_class)->dispose (object);
}

static void
rk_plate_tile_class_init (RkPlateTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->snapshot = snapshot;
  gtk_widget_class_set_css_name (widget_class, "platetile");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/plates/rk-plate-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, RkPlateTile, box);
  gtk_widget_class_bind_template_child (widget_class, RkPlateTile, picture);
  gtk_widget_class_bind_template_child (widget_class, RkPlateTile, name);
  gtk_widget_class_bind_template_child (widget_class, RkPlateTile, source_label);
  gtk_widget_class_bind_template_child (widget_class, RkPlateTile, coverage);
}

static void
rk_plate_tile_init (RkPlateTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rk_plate_tile_new (RkPlateSource *source)
{
  RkPlateTile *self = g_object_new (RK_TYPE_PLATE_TILE, NULL);

  self->source = g_object_ref (source);
  return GTK_WIDGET (self);
}

void
rk_plate_tile_set_item (RkPlateTile *self, RkPlateItem *item)
{
  g_return_if_fail (RK_IS_PLATE_TILE (self));

  if (self->item == item)
    return;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect_object (item, "changed", G_CALLBACK (show_item), self, G_CONNECT_SWAPPED);
  show_item (self);
}
