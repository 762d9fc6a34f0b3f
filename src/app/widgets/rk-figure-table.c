/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-figure-table.h"

#include "rk-button.h"
#include "rk-figure-row.h"
#include "rk-plot.h"
#include "rk-row-range.h"
#include "rk-status-chip.h"
#include "rk-status-label.h"
#include "rk-text.h"
#include "rk-wrap-box.h"

#include <glib/gi18n.h>
#include <math.h>

/* Of columns that take what is left, at text scale 1; the first one names the row. */
#define NAME_WIDTH 150
#define LEAST_WIDTH 130
/* Beside the text of a cell; in a head there is an arrow too. */
#define CELL_ROOM 36
#define HEAD_ROOM 48
#define MAX_LEAVES 8

typedef struct
{
  char *title;
  RkColumnType type;
  int width;
  int leaves;
  gboolean status;           /* its key is an RkLifecycle */
  int needed;                /* for its head, and for its numbers */
  int given;                 /* the width it was given last: what a person made of it stays */
  GtkColumnViewColumn *view; /* borrowed */
  GtkDropDown *filter;       /* (nullable) borrowed */
  char *all;                 /* of the filter */
} Column;

struct _RkFigureTable
{
  GtkWidget parent_instance;
  GArray *columns; /* Column */
  GListStore *rows;
  GPtrArray *coming; /* (nullable): rows between begin and end */
  GtkCustomFilter *filter;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  char *words;    /* folded, what is searched */
  char *selected; /* (nullable): id, while the rows are replaced */
  gboolean filling;
  int width;
  double scale;
  guint fit_id, count_id;
  char *one, *many; /* what a row is */

  GtkWidget *box;
  RkWrapBox *tools;
  GtkEditable *entry;
  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (RkFigureTable, rk_figure_table, GTK_TYPE_WIDGET)

static guint opened, removed;

/* The list inside a column view, which scrolls. */
static GtkWidget *
find_list (RkFigureTable *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  while (child != NULL && !GTK_IS_LIST_BASE (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static Column *
get_column (RkFigureTable *self, guint column)
{
  return &g_array_index (self->columns, Column, column);
}

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_free (column->title);
  g_free (column->all);
}

/* --- cells ----------------------------------------------------------------------------------- */

/* What a screen reader says of a row: its cells, as far as they say something. */
static char *
dup_row_words (RkFigureTable *self, RkFigureRow *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rk_figure_row_get_n_cells (row); i++)
    {
      const char *cell = rk_figure_row_get_cell (row, i);

      if (*cell == '\0')
        continue;
      g_string_append (text, text->len > 0 ? ", " : "");
      if (i > 0 && get_column (self, i)->type == RK_COLUMN_NUMBER)
        g_string_append_printf (text, "%s ", get_column (self, i)->title);
      g_string_append (text, cell);
    }
  return g_string_free (text, FALSE);
}

static void
setup_cb (RkFigureTable *self, GtkListItem *item, GtkSignalListItemFactory *factory)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "rk-column"));
  float align = get_column (self, column)->type == RK_COLUMN_NUMBER ? 1 : 0;
  GtkWidget *text;

  if (get_column (self, column)->status)
    {
      gtk_list_item_set_child (item, rk_status_chip_new (TRUE));
      return;
    }
  text = gtk_inscription_new (NULL);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), align);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_wrap_mode (GTK_INSCRIPTION (text), PANGO_WRAP_CHAR);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER); /* one line, whatever the height of a row */
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (text), 6);
  if (get_column (self, column)->type == RK_COLUMN_NUMBER)
    gtk_widget_add_css_class (text, "numeric");
  gtk_list_item_set_child (item, text);
}

/* GTK 4.8 gives neither cell nor row a name. */
static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static RkLifecycle
get_status (RkFigureRow *row, guint column)
{
  double key = rk_figure_row_get_key (row, column);

  return key > 0 && key < RK_N_LIFECYCLES ? (RkLifecycle) key : RK_LIFECYCLE_UNKNOWN;
}

static void
bind_cb (RkFigureTable *self, GtkListItem *item, GtkSignalListItemFactory *factory)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "rk-column"));
  RkFigureRow *row = gtk_list_item_get_item (item);
  GtkWidget *text = gtk_list_item_get_child (item), *holder = gtk_widget_get_parent (text);
  const char *cell = rk_figure_row_get_cell (row, column);
  g_autofree char *words = dup_row_words (self, row);

  if (RK_IS_STATUS_CHIP (text))
    rk_status_chip_set_status (RK_STATUS_CHIP (text), get_status (row, column));
  else
    {
      gtk_inscription_set_text (GTK_INSCRIPTION (text), cell);
      gtk_widget_set_tooltip_text (text, cell);
    }
  name_widget (text, *cell != '\0' ? cell : "–");
  if (holder != NULL && gtk_widget_get_parent (holder) != NULL)
    name_widget (gtk_widget_get_parent (holder), words);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer column)
{
  return rk_figure_row_compare ((RkFigureRow *) a, (RkFigureRow *) b, GPOINTER_TO_UINT (column));
}

/* --- filters --------------------------------------------------------------------------------- */

static const char *
get_filter_value (const Column *column)
{
  GtkStringObject *item;

  if (column->filter == NULL || gtk_drop_down_get_selected (column->filter) == 0)
    return NULL;
  item = gtk_drop_down_get_selected_item (column->filter);
  return item != NULL ? gtk_string_object_get_string (item) : NULL;
}

static gboolean
filter_cb (gpointer item, gpointer data)
{
  RkFigureTable *self = data;

  if (*self->words != '\0' && !rk_figure_row_matches (item, self->words))
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *value = get_filter_value (get_column (self, i));
      if (value != NULL && !g_str_equal (value, rk_figure_row_get_cell (item, i)))
        return FALSE;
    }
  return TRUE;
}

static void
update_count (RkFigureTable *self)
{
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint shown = rk_figure_table_get_n_shown (self);
  g_autofree char *range = rk_row_range_dup (self->scroller, shown, self->one, self->many);
  g_autofree char *text = NULL;

  if (shown < all)
    /* Translators: the rows that the filters let through, and how many there are without them */
    text = g_strdup_printf (_ ("%s (%u in all)"), range, all);
  gtk_label_set_label (self->count, text != NULL ? text : range);
}

static gboolean
count_cb (gpointer data)
{
  RkFigureTable *self = data;

  self->count_id = 0;
  update_count (self);
  return G_SOURCE_REMOVE;
}

static void
scrolled_cb (RkFigureTable *self)
{
  if (self->count_id == 0)
    self->count_id = g_timeout_add (50, count_cb, self);
}

static void
filters_changed_cb (RkFigureTable *self)
{
  g_autofree char *count = NULL;

  if (self->filling)
    return;
  g_free (self->words);
  self->words = rk_text_fold (gtk_editable_get_text (self->entry));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_count (self);
  count = rk_row_range_dup_count (rk_figure_table_get_n_shown (self), self->one, self->many);
  rk_announce (GTK_WIDGET (self), count);
}

static void
clear_filters (RkFigureTable *self)
{
  self->filling = TRUE;
  gtk_editable_set_text (self->entry, "");
  for (guint i = 0; i < self->columns->len; i++)
    if (get_column (self, i)->filter != NULL)
      gtk_drop_down_set_selected (get_column (self, i)->filter, 0);
  self->filling = FALSE;
  filters_changed_cb (self);
}

/* The values that a column has now, sorted; what was chosen stays chosen. */
static void
fill_filter (RkFigureTable *self, guint index)
{
  Column *column = get_column (self, index);
  g_autofree char *before = g_strdup (get_filter_value (column));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  g_autoptr (GList) values = NULL;
  guint chosen = 0, n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (RkFigureRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      const char *cell = rk_figure_row_get_cell (row, index);

      if (*cell != '\0')
        g_hash_table_add (seen, (char *) cell);
    }
  gtk_string_list_append (model, column->all);
  values = g_list_sort (g_hash_table_get_keys (seen), (GCompareFunc) g_utf8_collate);
  for (GList *l = values; l != NULL; l = l->next)
    {
      gtk_string_list_append (model, l->data);
      n++;
      if (g_strcmp0 (before, l->data) == 0)
        chosen = n;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (column->filter, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (column->filter, chosen);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (column->filter), n > 1);
}

/* --- opening --------------------------------------------------------------------------------- */

static void
activate_cb (RkFigureTable *self, guint position)
{
  g_autoptr (RkFigureRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL)
    g_signal_emit (self, opened, 0, rk_figure_row_get_id (row));
}

static gboolean
delete_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  RkFigureTable *self = RK_FIGURE_TABLE (widget);
  RkFigureRow *row = gtk_single_selection_get_selected_item (self->selection);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (row == NULL || focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, removed, 0, rk_figure_row_get_id (row));
  return GDK_EVENT_STOP;
}

static int
find_position (RkFigureTable *self, const char *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RkFigureRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      if (g_str_equal (rk_figure_row_get_id (row), id))
        return (int) i;
    }
  return -1;
}

/* --- widths ---------------------------------------------------------------------------------- */

static int
measure_text (RkFigureTable *self, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width;

  /* as the heads and the cells of a selected row are; figures stand below each other */
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* Of the cells with a figure or a date: nobody reads the half of a number. */
static const char *
find_longest_cell (RkFigureTable *self, guint column)
{
  const char *longest = "";
  glong most = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (RkFigureRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      const char *cell = rk_figure_row_get_cell (row, column);
      glong length = g_utf8_strlen (cell, -1);

      if (length > most)
        {
          most = length;
          longest = cell;
        }
    }
  return longest;
}

static void
measure_columns (RkFigureTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = get_column (self, i);

      column->needed = measure_text (self, column->title) + HEAD_ROOM;
      if (column->type == RK_COLUMN_NUMBER)
        column->needed =
            MAX (column->needed, measure_text (self, find_longest_cell (self, i)) + CELL_ROOM);
    }
}

static int
get_width (RkFigureTable *self, const Column *column)
{
  int least = column == get_column (self, 0) ? NAME_WIDTH : LEAST_WIDTH;
  int width = column->width > 0 ? column->width : least;

  return MAX ((int) (width * self->scale), column->needed);
}

/* The columns that stay when those go that leave up to @leaves. */
static int
sum_widths (RkFigureTable *self, int leaves)
{
  int sum = 0;

  for (guint i = 0; i < self->columns->len; i++)
    if (get_column (self, i)->leaves == 0 || get_column (self, i)->leaves > leaves)
      sum += get_width (self, get_column (self, i));
  return sum;
}

/* GTK 4.8 counts the width of a column that is not visible, and gives it a part of the room: it
 * gets none. It stays in the view, so that the rows stay sorted by it. */
static void
show_column (RkFigureTable *self, Column *column, gboolean visible)
{
  int width = column->width > 0 ? get_width (self, column) : -1;

  if (!visible)
    width = 0;
  gtk_column_view_column_set_visible (column->view, visible);
  gtk_column_view_column_set_expand (column->view, visible && column->width == 0);
  if (width != column->given)
    gtk_column_view_column_set_fixed_width (column->view, width);
  column->given = width;
}

static gboolean
fit_cb (gpointer data)
{
  RkFigureTable *self = data;
  int leaves = 0;

  self->fit_id = 0;
  while (leaves < MAX_LEAVES && sum_widths (self, leaves) > self->width)
    leaves++;
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = get_column (self, i);

      show_column (self, column, column->leaves == 0 || column->leaves > leaves);
    }
  return G_SOURCE_REMOVE;
}

static void
queue_fit (RkFigureTable *self)
{
  if (self->fit_id == 0 && self->width > 0)
    self->fit_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

/* --- widget ---------------------------------------------------------------------------------- */

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RkFigureTable *self = RK_FIGURE_TABLE (widget);
  double scale = rk_text_scale (widget);

  if (fabs (scale - self->scale) > 0.01)
    {
      self->scale = scale;
      measure_columns (self);
      self->width = 0;
    }
  if (width != self->width)
    {
      self->width = width;
      queue_fit (self);
    }
  gtk_widget_allocate (self->box, width, height, baseline, NULL);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (RK_FIGURE_TABLE (widget)->box, orientation, for_size, minimum, natural, NULL,
                      NULL);
}

static void
dispose (GObject *object)
{
  RkFigureTable *self = RK_FIGURE_TABLE (object);

  g_clear_handle_id (&self->fit_id, g_source_remove);
  g_clear_handle_id (&self->count_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (rk_figure_table_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  RkFigureTable *self = RK_FIGURE_TABLE (object);

  g_clear_pointer (&self->coming, g_ptr_array_unref);
  g_object_unref (self->rows);
  g_array_unref (self->columns);
  g_free (self->words);
  g_free (self->selected);
  g_free (self->one);
  g_free (self->many);
  G_OBJECT_CLASS (rk_figure_table_parent_class)->finalize (object);
}

static void
rk_figure_table_class_init (RkFigureTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = dispose;
  object_class->finalize = finalize;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  gtk_widget_class_set_css_name (widget_class, "figuretable");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
  opened = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                         G_TYPE_STRING);
  removed = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                          G_TYPE_STRING);
}

static GtkWidget *
make_view (RkFigureTable *self, const char *label)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkSortListModel *sorted;

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                                              GTK_FILTER (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (self->filtered),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "rk-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (find_list (self)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  self->scroller = GTK_SCROLLED_WINDOW (scrolled);
  rk_row_range_watch (self->scroller, G_CALLBACK (scrolled_cb), self);
  return scrolled;
}

static void
make_tools (RkFigureTable *self)
{
  GtkWidget *entry = gtk_search_entry_new ();

  self->tools = RK_WRAP_BOX (rk_wrap_box_new ());
  self->entry = GTK_EDITABLE (entry);
  gtk_editable_set_width_chars (self->entry, 20);
  g_object_set (entry, "placeholder-text", _ ("Filter"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filter"), -1);
  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (filters_changed_cb), self);
  gtk_widget_add_css_class (GTK_WIDGET (self->tools), "rk-tools");
  rk_wrap_box_append (self->tools, entry);
}

static void
rk_figure_table_init (RkFigureTable *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  self->rows = g_list_store_new (RK_TYPE_FIGURE_ROW);
  self->words = g_strdup ("");
}

GtkWidget *
rk_figure_table_new (const char *one, const char *many)
{
  RkFigureTable *self = g_object_new (RK_TYPE_FIGURE_TABLE, NULL);

  self->one = g_strdup (one);
  self->many = g_strdup (many);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  make_tools (self);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->tools));
  gtk_box_append (GTK_BOX (self->box), make_view (self, many));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->count, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "rk-tools");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "rk-caption");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->count));
  return GTK_WIDGET (self);
}

/* The head of a column stands where its cells do, the arrow before it: GTK has no other way to say
 * so. */
static void
align_head (RkFigureTable *self)
{
  GtkWidget *head = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = head != NULL ? gtk_widget_get_last_child (head) : NULL;
  GtkWidget *box = title != NULL ? gtk_widget_get_first_child (title) : NULL;

  if (box != NULL)
    {
      gtk_widget_set_halign (box, GTK_ALIGN_END);
      gtk_box_reorder_child_after (GTK_BOX (box), gtk_widget_get_last_child (box), NULL);
    }
}

void
rk_figure_table_add_column (RkFigureTable *self, const char *title, RkColumnType type, int width,
                            int leaves)
{
  guint index;
  Column column = { .title = g_strdup (title), .type = type, .width = width, .leaves = leaves };
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (RK_IS_FIGURE_TABLE (self));
  index = self->columns->len;
  g_object_set_data (G_OBJECT (factory), "rk-column", GUINT_TO_POINTER (index));
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  column.view = gtk_column_view_column_new (title, factory);
  column.given = -1;
  gtk_column_view_column_set_expand (column.view, width == 0);
  gtk_column_view_column_set_resizable (column.view, TRUE);
  gtk_column_view_column_set_sorter (column.view,
                                     GTK_SORTER (gtk_custom_sorter_new (compare_cb,
                                                                        GUINT_TO_POINTER (index),
                                                                        NULL)));
  gtk_column_view_append_column (self->view, column.view);
  if (type == RK_COLUMN_NUMBER)
    align_head (self);
  if (index == 0)
    gtk_column_view_sort_by_column (self->view, column.view, GTK_SORT_ASCENDING);
  g_object_unref (column.view);
  g_array_append_val (self->columns, column);
}

void
rk_figure_table_set_status_column (RkFigureTable *self, guint column)
{
  g_return_if_fail (RK_IS_FIGURE_TABLE (self) && column < self->columns->len);
  get_column (self, column)->status = TRUE;
}

void
rk_figure_table_add_filter (RkFigureTable *self, guint column, const char *all)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);
  Column *c;

  g_return_if_fail (RK_IS_FIGURE_TABLE (self) && column < self->columns->len);
  c = get_column (self, column);
  c->filter = GTK_DROP_DOWN (drop_down);
  c->all = g_strdup (all);
  rk_drop_down_set_name (c->filter, c->title);
  rk_wrap_box_append (self->tools, drop_down);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (filters_changed_cb), self);
}

void
rk_figure_table_begin (RkFigureTable *self)
{
  RkFigureRow *row;

  g_return_if_fail (RK_IS_FIGURE_TABLE (self));
  row = gtk_single_selection_get_selected_item (self->selection);
  g_free (self->selected);
  self->selected = row != NULL ? g_strdup (rk_figure_row_get_id (row)) : NULL;
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  self->coming = g_ptr_array_new_with_free_func (g_object_unref);
}

void
rk_figure_table_add_row (RkFigureTable *self, const char *id, const char *const *cells,
                         const double *keys)
{
  g_return_if_fail (RK_IS_FIGURE_TABLE (self) && self->coming != NULL);
  g_ptr_array_add (self->coming, rk_figure_row_new (id, cells, keys));
}

void
rk_figure_table_end (RkFigureTable *self)
{
  int position;

  g_return_if_fail (RK_IS_FIGURE_TABLE (self) && self->coming != NULL);
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       self->coming->pdata, self->coming->len);
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  for (guint i = 0; i < self->columns->len; i++)
    if (get_column (self, i)->filter != NULL)
      fill_filter (self, i);
  measure_columns (self);
  queue_fit (self);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  position = self->selected != NULL ? find_position (self, self->selected) : -1;
  gtk_single_selection_set_selected (self->selection,
                                     position >= 0 ? (guint) position : GTK_INVALID_LIST_POSITION);
  update_count (self);
}

void
rk_figure_table_select (RkFigureTable *self, const char *id)
{
  int position;
  GtkWidget *list;

  g_return_if_fail (RK_IS_FIGURE_TABLE (self));
  position = find_position (self, id);
  if (position < 0)
    {
      clear_filters (self);
      position = find_position (self, id);
    }
  if (position < 0)
    return;
  gtk_single_selection_set_selected (self->selection, (guint) position);
  list = find_list (self);
  if (list != NULL)
    {
      gtk_widget_activate_action (list, "list.scroll-to-item", "u", (guint) position);
      gtk_widget_grab_focus (list);
    }
}

guint
rk_figure_table_get_n_shown (RkFigureTable *self)
{
  g_return_val_if_fail (RK_IS_FIGURE_TABLE (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
}

void
rk_figure_table_find (RkFigureTable *self)
{
  g_return_if_fail (RK_IS_FIGURE_TABLE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
