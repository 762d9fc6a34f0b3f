/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-wrap-box.h"

#define SPACING 6

struct _RkWrapBox
{
  GtkWidget parent_instance;
};

static GtkBuildableIface *parent_buildable;

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    rk_wrap_box_append (RK_WRAP_BOX (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RkWrapBox, rk_wrap_box, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static int
get_natural_width (GtkWidget *child, int most)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, most));
}

static int
get_natural_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* The children from @first that fit on one line of @width, and how high it is. Returns the first of
 * the next line. */
static GtkWidget *
find_line_end (GtkWidget *first, int width, int *height)
{
  GtkWidget *child = first;
  int used = 0;

  *height = 0;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int natural;

      if (!gtk_widget_should_layout (child))
        continue;
      natural = get_natural_width (child, width);
      if (used > 0 && used + SPACING + natural > width)
        break;
      used += natural + (used > 0 ? SPACING : 0);
      *height = MAX (*height, get_natural_height (child, natural));
    }
  return child;
}

static void
measure_width (GtkWidget *self, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, wanted;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += wanted + (*natural > 0 ? SPACING : 0);
    }
}

static int
measure_height (GtkWidget *self, int width)
{
  GtkWidget *child = gtk_widget_get_first_child (self);
  int total = 0, height;

  while (child != NULL)
    {
      child = find_line_end (child, width < 0 ? G_MAXINT / 2 : width, &height);
      total += height + (total > 0 && height > 0 ? SPACING : 0);
    }
  return total;
}

static GtkSizeRequestMode
rk_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rk_wrap_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    *minimum = *natural = measure_height (widget, for_size);
}

static void
allocate_line (GtkWidget *first, const GtkWidget *end, int width, int y, int height,
               gboolean mirrored)
{
  int x = 0;

  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { x, y, 0, height };

      if (!gtk_widget_should_layout (child))
        continue;
      place.width = get_natural_width (child, width);
      if (mirrored)
        place.x = width - x - place.width;
      gtk_widget_size_allocate (child, &place, -1);
      x += place.width + SPACING;
    }
}

static void
rk_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0, line;

  while (child != NULL)
    {
      GtkWidget *next = find_line_end (child, width, &line);

      allocate_line (child, next, width, y, line, mirrored);
      y += line > 0 ? line + SPACING : 0;
      child = next;
    }
}

static void
rk_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rk_wrap_box_parent_class)->dispose (object);
}

static void
rk_wrap_box_class_init (RkWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_wrap_box_dispose;
  widget_class->get_request_mode = rk_wrap_box_get_request_mode;
  widget_class->measure = rk_wrap_box_measure;
  widget_class->size_allocate = rk_wrap_box_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rk_wrap_box_init (RkWrapBox *self)
{
}

GtkWidget *
rk_wrap_box_new (void)
{
  return g_object_new (RK_TYPE_WRAP_BOX, NULL);
}

void
rk_wrap_box_append (RkWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (RK_IS_WRAP_BOX (self));
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}
