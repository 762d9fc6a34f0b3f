/* SPDX-License-Identifier: EUPL-1.2 */
/* Height follows from width, never the other way around: a box searches a fair share of its width
 * by the height that each share asks, which costs time and, with grids in it, room. */
#include "config.h"

#include "rk-side-layout.h"

struct _RkSideLayout
{
  GtkLayoutManager parent_instance;
  int first_width, spacing;
};

G_DEFINE_FINAL_TYPE (RkSideLayout, rk_side_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (RkSideLayout *self, GtkWidget *first, GtkWidget *second, int *minimum, int *natural)
{
  int least, likes, least_second, likes_second;

  gtk_widget_measure (first, GTK_ORIENTATION_HORIZONTAL, -1, &least, &likes, NULL, NULL);
  gtk_widget_measure (second, GTK_ORIENTATION_HORIZONTAL, -1, &least_second, &likes_second, NULL,
                      NULL);
  if (self->first_width == 0)
    {
      *minimum = MAX (least, least_second);
      *natural = MAX (likes, likes_second);
      return;
    }
  least = MAX (least, self->first_width) + self->spacing;
  *minimum = least + least_second;
  *natural = least + likes_second;
}

/* Heights and widths of both children in @width. */
static void
divide (RkSideLayout *self, GtkWidget *first, GtkWidget *second, int width, GtkAllocation *areas)
{
  int least;

  areas[0] = areas[1] = (GtkAllocation){ 0, 0, width, 0 };
  if (self->first_width > 0)
    {
      gtk_widget_measure (first, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      areas[0].width = MAX (least, self->first_width);
      areas[1].x = areas[0].width + self->spacing;
      areas[1].width = width - areas[1].x;
    }
  gtk_widget_measure (first, GTK_ORIENTATION_VERTICAL, areas[0].width, &areas[0].height, NULL, NULL,
                      NULL);
  gtk_widget_measure (second, GTK_ORIENTATION_VERTICAL, areas[1].width, &areas[1].height, NULL,
                      NULL, NULL);
  if (self->first_width == 0)
    areas[1].y = areas[0].height + self->spacing;
}

static void
measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
         int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  RkSideLayout *self = RK_SIDE_LAYOUT (manager);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  GtkAllocation areas[2];
  int least, likes;

  measure_width (self, first, second, &least, &likes);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = likes;
      return;
    }
  divide (self, first, second, for_size >= 0 ? MAX (for_size, least) : likes, areas);
  *minimum = *natural = MAX (areas[0].height, areas[1].y + areas[1].height);
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  RkSideLayout *self = RK_SIDE_LAYOUT (manager);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  GtkAllocation areas[2];

  divide (self, first, second, width, areas);
  if (self->first_width > 0)
    areas[0].height = height;
  areas[1].height = MAX (areas[1].height, height - areas[1].y);
  gtk_widget_size_allocate (first, &areas[0], -1);
  gtk_widget_size_allocate (second, &areas[1], -1);
}

static void
rk_side_layout_class_init (RkSideLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;
}

static void
rk_side_layout_init (RkSideLayout *self)
{
}

GtkLayoutManager *
rk_side_layout_new (int spacing)
{
  RkSideLayout *self = g_object_new (RK_TYPE_SIDE_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}

void
rk_side_layout_set_first_width (RkSideLayout *self, int width)
{
  g_return_if_fail (RK_IS_SIDE_LAYOUT (self));
  if (self->first_width == width)
    return;
  self->first_width = width;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}
