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

#define MAX_COLUMNS 10
#define UNITS_KEY "rk-cards-units"
#define COLUMNS_KEY "rk-cards-columns"
#define JOINED_KEY "rk-cards-joined"

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

/* A row is always as wide as the page, whether its units fill it or not. Nobody gets less than he
 * can do with; the others share what is left by their units. */
static void
share (RkCardsLayout *self, const Row *row, int width, int *widths)
{
  int room = width - self->spacing * ((int) row->n - 1);
  guint units = row->units;
  gboolean again = TRUE;
  guint i = 0;

  for (i = 0; i < row->n; i++)
    widths[i] = 0;
  while (again)
    {
      GtkWidget *child = row->first;

      again = FALSE;
      for (i = 0; i < row->n && units > 0; i++, child = next_shown (child))
        {
          guint own = get_number (child, UNITS_KEY);
          int least = least_width (child);

          if (widths[i] > 0 || (gint64) room * own / units >= least)
            continue;
          widths[i] = least;
          room -= least;
          units -= own;
          again = TRUE;
        }
    }
  i = 0;
  for (GtkWidget *child = row->first; i < row->n; i++, child = next_shown (child))
    if (widths[i] == 0)
      widths[i] = row->n == 1 ? width : (int) (room * get_number (child, UNITS_KEY) / units);
}

static int
sum_least (const Row *row)
{
  int sum = 0;
  guint i = 0;

  for (GtkWidget *child = row->first; i < row->n; i++, child = next_shown (child))
    sum += least_width (child);
  return sum;
}

/* The row that starts with @first, which shows: as many as fit. */
static Row
find_row (RkCardsLayout *self, GtkWidget *first, int width)
{
  const guint columns = get_number (first, COLUMNS_KEY);
  Row row = { first, next_shown (first), 1, get_number (first, UNITS_KEY) };

  while (!self->narrow && columns > 0 && row.n < MAX_COLUMNS && row.end != NULL &&
         get_number (row.end, COLUMNS_KEY) == columns &&
         row.units + get_number (row.end, UNITS_KEY) <= columns)
    {
      Row longer = { first, next_shown (row.end), row.n + 1,
                     row.units + get_number (row.end, UNITS_KEY) };

      if (sum_least (&longer) + self->spacing * ((int) longer.n - 1) > width)
        break;
      row = longer;
    }
  return row;
}

/* Below @row. */
static int
get_room (RkCardsLayout *self, const Row *row)
{
  return row->end == NULL || get_number (row->end, JOINED_KEY) ? 0 : self->spacing;
}

static int
measure_row (RkCardsLayout *self, const Row *row, const int *widths)
{
  int height = 0;
  guint i = 0;

  for (GtkWidget *child = row->first; i < row->n; i++, child = next_shown (child))
    {
      int own;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, widths[i], NULL, &own, NULL, NULL);
      height = MAX (height, own);
    }
  return height;
}

static void
allocate_row (RkCardsLayout *self, const Row *row, const int *widths, GtkAllocation area,
              gboolean rtl)
{
  int x = 0;
  guint i = 0;

  for (GtkWidget *child = row->first; i < row->n; i++, child = next_shown (child))
    {
      GtkAllocation own = { rtl ? area.width - x - widths[i] : x, area.y, widths[i], area.height };

      gtk_widget_size_allocate (child, &own, -1);
      x += widths[i] + self->spacing;
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
  int width = for_size, height = 0, widths[MAX_COLUMNS];
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
      share (self, &row, width, widths);
      height += measure_row (self, &row, widths) + get_room (self, &row);
    }
  *minimum = *natural = height;
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  RkCardsLayout *self = RK_CARDS_LAYOUT (manager);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int widths[MAX_COLUMNS];
  GtkAllocation area = { 0, 0, width, 0 };
  Row row;

  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL;
       child = row.end)
    {
      row = find_row (self, child, width);
      share (self, &row, width, widths);
      area.height = measure_row (self, &row, widths);
      allocate_row (self, &row, widths, area, rtl);
      area.y += area.height + get_room (self, &row);
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

void
rk_cards_layout_set_joined (GtkWidget *child, gboolean joined)
{
  g_return_if_fail (GTK_IS_WIDGET (child));
  if ((get_number (child, JOINED_KEY) != 0) == joined)
    return;
  g_object_set_data (G_OBJECT (child), JOINED_KEY, GUINT_TO_POINTER (joined ? 1 : 0));
  gtk_widget_queue_resize (child);
}
