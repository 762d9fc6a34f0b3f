/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-pair-layout.h"

#include "rk-plot.h"

struct _RkPairLayout
{
  GtkLayoutManager parent_instance;
  int least_width, spacing;
};

G_DEFINE_FINAL_TYPE (RkPairLayout, rk_pair_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
count_children (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *c = gtk_widget_get_first_child (widget); c; c = gtk_widget_get_next_sibling (c))
    n++;
  return n;
}

/* Width of one child when they stand beside each other; 0 when they do not. */
static int
share_of (RkPairLayout *self, GtkWidget *widget, int width)
{
  int n = count_children (widget), share, least;

  if (n < 2)
    return 0;
  share = (width - (n - 1) * self->spacing) / n;
  if (share < self->least_width * rk_text_scale (widget))
    return 0;
  for (GtkWidget *c = gtk_widget_get_first_child (widget); c; c = gtk_widget_get_next_sibling (c))
    {
      gtk_widget_measure (c, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      if (least > share)
        return 0;
    }
  return share;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
         int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  RkPairLayout *self = RK_PAIR_LAYOUT (manager);
  gboolean vertical = orientation == GTK_ORIENTATION_VERTICAL;
  int share = vertical && for_size >= 0 ? share_of (self, widget, for_size) : 0;
  int sum = -self->spacing, most = 0, most_natural = 0;

  for (GtkWidget *c = gtk_widget_get_first_child (widget); c; c = gtk_widget_get_next_sibling (c))
    {
      int least, likes;

      gtk_widget_measure (c, orientation, share > 0 ? share : for_size, &least, &likes, NULL, NULL);
      sum += self->spacing + least;
      most = MAX (most, least);
      most_natural = MAX (most_natural, likes);
    }
  *minimum = vertical && share == 0 ? MAX (sum, 0) : most;
  *natural = vertical ? *minimum : most_natural;
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  RkPairLayout *self = RK_PAIR_LAYOUT (manager);
  int share = share_of (self, widget, width);
  GtkAllocation area = { 0, 0, share > 0 ? share : width, height };

  for (GtkWidget *c = gtk_widget_get_first_child (widget); c; c = gtk_widget_get_next_sibling (c))
    {
      if (share == 0)
        gtk_widget_measure (c, GTK_ORIENTATION_VERTICAL, width, &area.height, NULL, NULL, NULL);
      gtk_widget_size_allocate (c, &area, -1);
      if (share > 0)
        area.x += share + self->spacing;
      else
        area.y += area.height + self->spacing;
    }
}

static void
rk_pair_layout_class_init (RkPairLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;
}

static void
rk_pair_layout_init (RkPairLayout *self)
{
}

GtkLayoutManager *
rk_pair_layout_new (int least_width, int spacing)
{
  RkPairLayout *self = g_object_new (RK_TYPE_PAIR_LAYOUT, NULL);

  self->least_width = least_width;
  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
