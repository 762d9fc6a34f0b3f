/* SPDX-License-Identifier: EUPL-1.2 */
/* Columns: which ones, how wide, and the order of the rows.
 *
 * GTK 4.8 does not tell by which column a view is sorted. Its sorter compares with the sorter of
 * that column: one that remembers being asked tells which, and its answer comes back turned round
 * when the order is descending. */
#include "config.h"
#include "rk-record-table-private.h"

#include "rk-plot.h"

#include <glib/gi18n.h>

#define TICK_WIDTH 44

/* --- order ----------------------------------------------------------------------------------- */

static int
probe_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  RkTableColumnState *state = data;

  state->table->probed = state;
  return -1;
}

static void
sorter_changed_cb (RkRecordTable *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  GtkOrdering ordering;

  if (self->quiet)
    return;
  self->probed = NULL;
  ordering = gtk_sorter_compare (sorter, self, self);
  if (self->probed == NULL)
    return;
  self->order = self->probed->spec->name;
  self->descending = ordering == GTK_ORDERING_LARGER;
  rk_record_table_apply (self);
  rk_record_table_save (self);
}

void
rk_record_table_show_order (RkRecordTable *self)
{
  self->quiet = TRUE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      RkTableColumnState *state = g_ptr_array_index (self->columns, i);

      if (g_str_equal (state->spec->name, self->order))
        gtk_column_view_sort_by_column (self->view, state->column,
                                        self->descending ? GTK_SORT_DESCENDING
                                                         : GTK_SORT_ASCENDING);
    }
  self->quiet = FALSE;
}

/* --- width ----------------------------------------------------------------------------------- */

static double
get_scale (RkRecordTable *self)
{
  return rk_text_scale (GTK_WIDGET (self));
}

static int
get_width (const RkTableColumnState *state)
{
  return state->spec->width > 0 ? state->spec->width : MAX (state->spec->min_width, 140);
}

/* The columns that are shown, less those that leave before @leaves (0: all stay). */
static int
sum_widths (RkRecordTable *self, int leaves)
{
  int sum = TICK_WIDTH;

  for (guint i = 0; i < self->columns->len; i++)
    {
      RkTableColumnState *state = g_ptr_array_index (self->columns, i);

      if (state->wanted && (state->spec->leaves == 0 || state->spec->leaves > leaves))
        sum += get_width (state);
    }
  return sum;
}

/* GTK 4.8 counts the width of columns that are not visible too: those are taken out. */
static gboolean
show_column (RkRecordTable *self, RkTableColumnState *state, guint position, gboolean shown)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr (GtkColumnViewColumn) there = g_list_model_get_item (columns, position);

  if (shown == (there == state->column))
    return FALSE;
  if (shown)
    gtk_column_view_insert_column (self->view, position, state->column);
  else
    gtk_column_view_remove_column (self->view, state->column);
  return TRUE;
}

static gboolean
fit_cb (gpointer data)
{
  RkRecordTable *self = data;
  double scale = get_scale (self);
  guint position = 1; /* after the ticks */
  gboolean changed = FALSE;
  int leaves = 0;

  self->fit_id = 0;
  while (leaves < 12 && sum_widths (self, leaves) * scale > self->width)
    leaves++;
  self->quiet = TRUE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      RkTableColumnState *state = g_ptr_array_index (self->columns, i);
      gboolean shown = state->wanted && (state->spec->leaves == 0 || state->spec->leaves > leaves);

      if (state->spec->width > 0)
        gtk_column_view_column_set_fixed_width (state->column, (int) (state->spec->width * scale));
      changed = show_column (self, state, position, shown) || changed;
      position += shown;
    }
  self->quiet = FALSE;
  if (changed)
    rk_record_table_show_order (self);
  return G_SOURCE_REMOVE;
}

void
rk_record_table_fit_columns (RkRecordTable *self)
{
  if (self->fit_id == 0)
    self->fit_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

/* --- choosing -------------------------------------------------------------------------------- */

static void
column_toggled_cb (RkRecordTable *self, GtkCheckButton *check)
{
  RkTableColumnState *state = g_object_get_data (G_OBJECT (check), "rk-column");

  state->wanted = gtk_check_button_get_active (check);
  rk_record_table_fit_columns (self);
  rk_record_table_save (self);
}

/* The first column names the row: it stays. */
static void
open_chooser_cb (RkRecordTable *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->column_checks)) != NULL)
    gtk_box_remove (GTK_BOX (self->column_checks), child);
  for (guint i = 1; i < self->columns->len; i++)
    {
      RkTableColumnState *state = g_ptr_array_index (self->columns, i);
      GtkWidget *check = gtk_check_button_new_with_label (_ (state->spec->title));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), state->wanted);
      g_object_set_data (G_OBJECT (check), "rk-column", state);
      g_signal_connect_object (check, "toggled", G_CALLBACK (column_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->column_checks), check);
    }
}

/* --- making ---------------------------------------------------------------------------------- */

static void
add_tick_column (RkRecordTable *self)
{
  g_autoptr (GtkColumnViewColumn) column =
      gtk_column_view_column_new (NULL, rk_record_table_make_ticks (self));

  gtk_column_view_column_set_fixed_width (column, TICK_WIDTH);
  gtk_column_view_append_column (self->view, column);
}

static void
add_column (RkRecordTable *self, const RkTableColumn *spec)
{
  RkTableColumnState *state = g_new0 (RkTableColumnState, 1);
  g_autoptr (GtkSorter) sorter = NULL;

  state->table = self;
  state->spec = spec;
  state->wanted = !spec->optional;
  state->column = gtk_column_view_column_new (_ (spec->title), rk_record_table_make_cells (state));
  sorter = GTK_SORTER (gtk_custom_sorter_new (probe_cb, state, NULL));
  gtk_column_view_column_set_sorter (state->column, sorter);
  gtk_column_view_column_set_expand (state->column, spec->width == 0);
  g_ptr_array_add (self->columns, state);
  if (state->wanted)
    gtk_column_view_append_column (self->view, state->column);
}

void
rk_record_table_make_columns (RkRecordTable *self)
{
  GtkWidget *popover = gtk_popover_new ();

  add_tick_column (self);
  for (const RkTableColumn *spec = self->spec->columns; spec->name != NULL; spec++)
    add_column (self, spec);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
  self->column_checks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (self->column_checks, "rk-popover");
  gtk_popover_set_child (GTK_POPOVER (popover), self->column_checks);
  gtk_menu_button_set_popover (self->column_button, popover);
  g_signal_connect_object (popover, "show", G_CALLBACK (open_chooser_cb), self, G_CONNECT_SWAPPED);
}
