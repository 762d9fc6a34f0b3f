/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-figure-table.h"
#include "rk-row-range.h"

#include <adwaita.h>

static GtkColumnView *
find_view (GtkWidget *widget)
{
  GtkColumnView *found = GTK_IS_COLUMN_VIEW (widget) ? GTK_COLUMN_VIEW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_view (child);
  return found;
}

static GtkWidget *
make_table (void)
{
  GtkWidget *table = rk_figure_table_new ("Supplier", "Suppliers");
  const char *const cells[] = { "Nordale", "31/03/2027", "€ 1.234.567 per quarter", "words", NULL };
  RkFigureTable *self = RK_FIGURE_TABLE (table);

  rk_figure_table_add_column (self, "Name", RK_COLUMN_TEXT, 0, 0);
  rk_figure_table_add_column (self, "End", RK_COLUMN_NUMBER, 20, 0);
  rk_figure_table_add_column (self, "Cost", RK_COLUMN_NUMBER, 20, 2);
  rk_figure_table_add_column (self, "Words", RK_COLUMN_TEXT, 140, 1);
  rk_figure_table_begin (self);
  rk_figure_table_add_row (self, "a", cells, NULL);
  rk_figure_table_end (self);
  return table;
}

/* The titles of the columns that are seen, and how wide they are of their own. */
static char *
list_columns (GtkWidget *table, int width, int *end_width)
{
  GListModel *columns = gtk_column_view_get_columns (find_view (table));
  g_autoptr (GString) titles = g_string_new (NULL);

  gtk_widget_measure (table, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (table, width, 400, -1, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column))
        g_string_append_printf (titles, "%s ", gtk_column_view_column_get_title (column));
      else
        g_assert_cmpint (gtk_column_view_column_get_fixed_width (column), ==, 0);
      if (i == 1)
        *end_width = gtk_column_view_column_get_fixed_width (column);
    }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
test_columns_leave (void)
{
  g_autoptr (GtkWidget) table = g_object_ref_sink (make_table ());
  g_autofree char *wide = NULL, *narrow = NULL, *least = NULL, *again = NULL;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (table, "31/03/2027");
  int end, date;

  wide = list_columns (table, 1200, &end);
  g_assert_cmpstr (wide, ==, "Name End Cost Words ");
  pango_layout_get_pixel_size (layout, &date, NULL);
  g_assert_cmpint (end, >=, date); /* asked for 20: a date is never cut */
  narrow = list_columns (table, 600, &end);
  g_assert_cmpstr (narrow, ==, "Name End Cost ");
  least = list_columns (table, 360, &end);
  g_assert_cmpstr (least, ==, "Name End ");
  again = list_columns (table, 1200, &end);
  g_assert_cmpstr (again, ==, "Name End Cost Words ");
}

static void
test_count_is_named (void)
{
  g_autofree char *one = rk_row_range_dup_count (1, "Supplier", "Suppliers");
  g_autofree char *many = rk_row_range_dup_count (25, "Supplier", "Suppliers");

  g_assert_cmpstr (one, ==, "1 supplier");
  g_assert_cmpstr (many, ==, "25 suppliers");
}

int
main (int argc, char **argv)
{
  gtk_disable_setlocale ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/figure-table/columns-leave", test_columns_leave);
  g_test_add_func ("/figure-table/count-is-named", test_count_is_named);
  return g_test_run ();
}
