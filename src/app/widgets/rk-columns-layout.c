/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-columns-layout.h"

struct _RkColumnsLayout
{
  GtkLayoutManager parent_instance;
  int spacing;
};

G_DEFINE_FINAL_TYPE (RkColumnsLayout, rk_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

#define FOR_EACH_CHILD(child, widget)                                                              \
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;                      \
       child = gtk_widget_get_next_sibling (child))

static int
natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* What each child that expands gets of @width. */
static int
share_of (RkColumnsLayout *self, GtkWidget *widget, int width)
{
  int n = 0, left = width + self->spacing;

  FOR_EACH_CHILD (child, widget)
  {
    gboolean expands = gtk_widget_get_hexpand (child);

    n += expands;
    left -= self->spacing + (expands ? 0 : natural_width (child));
  }
  return n > 0 ? MAX (left / n, 1) : 0;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (RkColumnsLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = -self->spacing;
  FOR_EACH_CHILD (child, widget)
  {
    int least, likes;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &likes, NULL, NULL);
    *minimum += self->spacing + (gtk_widget_get_hexpand (child) ? least : likes);
    *natural += self->spacing + likes;
  }
  *minimum = MAX (*minimum, 0);
  *natural = MAX (*natural, *minimum);
}

static void
measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
         int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  RkColumnsLayout *self = RK_COLUMNS_LAYOUT (manager);
  int share;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }
  share = for_size >= 0 ? share_of (self, widget, for_size) : -1;
  *minimum = *natural = 0;
  FOR_EACH_CHILD (child, widget)
  {
    int width = gtk_widget_get_hexpand (child) ? share : natural_width (child), least, height;

    if (width >= 0) /* never less than the child can do with */
      {
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
        width = MAX (width, least);
      }
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
    *minimum = *natural = MAX (*natural, height);
  }
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  RkColumnsLayout *self = RK_COLUMNS_LAYOUT (manager);
  int share = share_of (self, widget, width), x = 0;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  FOR_EACH_CHILD (child, widget)
  {
    int size = gtk_widget_get_hexpand (child) ? share : natural_width (child), least;
    GtkAllocation area;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
    area = (GtkAllocation){ rtl ? width - x - size : x, 0, MAX (size, least), height };
    gtk_widget_size_allocate (child, &area, -1);
    x += size + self->spacing;
  }
}

static void
rk_columns_layout_class_init (RkColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;
}

static void
rk_columns_layout_init (RkColumnsLayout *self)
{
}

GtkLayoutManager *
rk_columns_layout_new (int spacing)
{
  RkColumnsLayout *self = g_object_new (RK_TYPE_COLUMNS_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
