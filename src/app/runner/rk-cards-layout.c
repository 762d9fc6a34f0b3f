/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"

#include "rk-cards-layout.h"

struct _RkCardsLayout
{
  GtkLayoutManager parent_instance;
  int spacing;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (RkCardsLayout, rk_cards_layout, GTK_TYPE_LAYOUT_MANAGER)

#define UNITS_KEY "rk-cards-units"
#define COLUMNS_KEY "rk-cards-columns"

/* Children that stand beside each other. */
typedef struct
{
  GtkWidget *first, *end; /* @end: the one after it, or NULL */
  guint n, units;
} Row;

static guint
get_number (GtkWidget *child, const char *key)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), key));
}

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
next_shown (GtkWidget *child)
{
  return skip_hidden (gtk_widget_get_next_sibling (child));
}

static int
least_width (GtkWidget *child)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* A row is always as wide as the page, whether its units fill it or not. */
static int
share_of (RkCardsLayout *self, const Row *row, GtkWidget *child, int width)
{
  int room = width - self->spacing * ((int) row->n - 1);

  if (row->n <= 1)
    return width;
  return (int) (room * get_number (child, UNITS_KEY) / row->units);
}

static gboolean
has_room (RkCardsLayout *self, const Row *row, int width)
{
  for (GtkWidget *child = row->first; row->n > 1 && child != row->end; child = next_shown (child))
    if (share_of (self, row, child, width) < least_width (child))
      return FALSE;
  return TRUE;
}

/* The row that starts with @first, which shows. */
static Row
find_row (RkCardsLayout *self, GtkWidget *first, int width)
{
  const guint columns = get_number (first, COLUMNS_KEY);
  Row row = { first, next_shown (first), 1, get_number (first, UNITS_KEY) };

  if (self->narrow || columns == 0)
    return row;
  while (row.end != NULL && get_number (row.end, COLUMNS_KEY) == columns &&
         row.units + get_number (row.end, UNITS_KEY) <= columns)
    {
      row.units += get_number (row.end, UNITS_KEY);
      row.n++;
      row.end = next_shown (row.end);
    }
  if (!has_room (self, &row, width))
    row = (Row){ first, next_shown (first), 1, 1 };
  return row;
}

static int
measure_row (RkCardsLayout *self, const Row *row, int width)
{
  int height = 0;

  for (GtkWidget *child = row->first; child != row->end; child = next_shown (child))
    {
      int own;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, share_of (self, row, child, width), NULL,
                          &own, NULL, NULL);
      height = MAX (height, own);
    }
  return height;
}

static void
allocate_row (RkCardsLayout *self, const Row *row, int width, int y, int height, gboolean rtl)
{
  int x = 0;

  for (GtkWidget *child = row->first; child != row->end; child = next_shown (child))
    {
      int share = share_of (self, row, child, width);
      GtkAllocation area = { rtl ? width - x - share : x, y, share, height };

      gtk_widget_size_allocate (child, &area, -1);
      x += share + self->spacing;
    }
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (child))
    {
      int least, likes;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &likes, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, likes);
    }
}

static void
measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
         int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  RkCardsLayout *self = RK_CARDS_LAYOUT (manager);
  int width = for_size, height = 0;
  Row row;

  if (orientation == GTK_ORIENTATION_HORIZONTAL || for_size < 0)
    measure_width (widget, minimum, &width);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = width;
      return;
    }
  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL;
       child = row.end)
    {
      row = find_row (self, child, width);
      height += measure_row (self, &row, width) + (row.end != NULL ? self->spacing : 0);
    }
  *minimum = *natural = height;
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  RkCardsLayout *self = RK_CARDS_LAYOUT (manager);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;
  Row row;

  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL;
       child = row.end)
    {
      int own;

      row = find_row (self, child, width);
      own = measure_row (self, &row, width);
      allocate_row (self, &row, width, y, own, rtl);
      y += own + self->spacing;
    }
}

static void
rk_cards_layout_class_init (RkCardsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;
}

static void
rk_cards_layout_init (RkCardsLayout *self)
{
}

GtkLayoutManager *
rk_cards_layout_new (int spacing)
{
  RkCardsLayout *self = g_object_new (RK_TYPE_CARDS_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}

void
rk_cards_layout_set_narrow (RkCardsLayout *self, gboolean narrow)
{
  g_return_if_fail (RK_IS_CARDS_LAYOUT (self));
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

void
rk_cards_layout_set_units (GtkWidget *child, guint units, guint columns)
{
  g_return_if_fail (GTK_IS_WIDGET (child));
  g_object_set_data (G_OBJECT (child), UNITS_KEY, GUINT_TO_POINTER (units));
  g_object_set_data (G_OBJECT (child), COLUMNS_KEY, GUINT_TO_POINTER (columns));
}
