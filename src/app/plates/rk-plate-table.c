/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-plate-table.h"

#include <glib/gi18n.h>

#define VALUE_WIDTH 160

/* --- a row: a box, or an application in it ---------------------------------------------------- */

struct _RkPlateRow
{
  GObject parent_instance;
  RkPlateDrawing *drawing;
  guint box;
  const RkPlateChip *chip; /* (nullable): the row is of the box itself */
};

#define RK_TYPE_PLATE_ROW (rk_plate_row_get_type ())
G_DECLARE_FINAL_TYPE (RkPlateRow, rk_plate_row, RK, PLATE_ROW, GObject)
G_DEFINE_FINAL_TYPE (RkPlateRow, rk_plate_row, G_TYPE_OBJECT)

static void
row_dispose (GObject *object)
{
  g_clear_object (&RK_PLATE_ROW (object)->drawing);
  G_OBJECT_CLASS (rk_plate_row_parent_class)->dispose (object);
}

static void
rk_plate_row_class_init (RkPlateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = row_dispose;
}

static void
rk_plate_row_init (RkPlateRow *self)
{
}

static void
append_row (GListStore *rows, RkPlateDrawing *drawing, guint box, const RkPlateChip *chip)
{
  g_autoptr (RkPlateRow) row = g_object_new (RK_TYPE_PLATE_ROW, NULL);

  row->drawing = g_object_ref (drawing);
  row->box = box;
  row->chip = chip;
  g_list_store_append (rows, row);
}

static const RkPlateBox *
get_box (RkPlateRow *row)
{
  return rk_plate_drawing_get_box (row->drawing, row->box);
}

static const char *
get_name (RkPlateRow *row)
{
  return row->chip != NULL ? row->chip->name : get_box (row)->name;
}

/* What the lens says of an application, and of a box how it is filled in: (transfer full). */
static char *
make_state (RkPlateRow *row)
{
  const RkPlateBox *box = get_box (row);
  guint n;

  if (row->chip != NULL)
    return g_strdup (rk_plate_drawing_get_legend (row->drawing, &n)[row->chip->row].label);
  if (box->kind == RK_PLATE_BOX_HOLDER)
    return g_strdup_printf (ngettext ("%u application in use", "%u applications in use",
                                      box->n_in_use),
                            box->n_in_use);
  if (box->kind != RK_PLATE_BOX_COMPONENT)
    return g_strdup ("");
  if (box->n_chips == 0)
    return g_strdup (box->in_scope ? _ ("No application") : _ ("Out of scope"));
  return g_strdup (box->overlap ? _ ("Overlap") : "");
}

/* --- the tree -------------------------------------------------------------------------------- */

struct _RkPlateTable
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkColumnView *view;
  RkPlateDrawing *drawing; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (RkPlateTable, rk_plate_table, GTK_TYPE_WIDGET)

static guint box_activated;

static gboolean
is_listed (const RkPlateBox *box)
{
  return box->kind != RK_PLATE_BOX_NOTE && *box->name != '\0';
}

/* The box around it that has a row, or -1. */
static int
get_listed_parent (RkPlateDrawing *drawing, const RkPlateBox *box)
{
  int parent = box->parent;

  while (parent >= 0 && !is_listed (rk_plate_drawing_get_box (drawing, (guint) parent)))
    parent = rk_plate_drawing_get_box (drawing, (guint) parent)->parent;
  return parent;
}

static GListStore *
list_children (RkPlateDrawing *drawing, int parent)
{
  GListStore *rows = g_list_store_new (RK_TYPE_PLATE_ROW);
  guint n = rk_plate_drawing_get_n_boxes (drawing);
  const RkPlateBox *around =
      parent >= 0 ? rk_plate_drawing_get_box (drawing, (guint) parent) : NULL;

  for (guint i = 0; around != NULL && i < around->n_chips; i++)
    append_row (rows, drawing, (guint) parent, &around->chips[i]);
  for (guint i = 0; i < n; i++)
    {
      const RkPlateBox *box = rk_plate_drawing_get_box (drawing, i);

      if (is_listed (box) && get_listed_parent (drawing, box) == parent)
        append_row (rows, drawing, i, NULL);
    }
  return rows;
}

static GListModel *
make_children (gpointer item, gpointer data)
{
  RkPlateRow *row = item;
  g_autoptr (GListStore) rows = NULL;

  if (row->chip != NULL)
    return NULL;
  rows = list_children (row->drawing, (int) row->box);
  if (g_list_model_get_n_items (G_LIST_MODEL (rows)) == 0)
    return NULL;
  return G_LIST_MODEL (g_steal_pointer (&rows));
}

/* --- cells ----------------------------------------------------------------------------------- */

static RkPlateRow *
get_row (GtkListItem *item)
{
  return gtk_tree_list_row_get_item (GTK_TREE_LIST_ROW (gtk_list_item_get_item (item)));
}

static void
set_cell_label (GtkListItem *item, const char *text)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (child)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
name_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), label);
  gtk_list_item_set_child (item, expander);
}

static void
name_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  g_autoptr (RkPlateRow) row = get_row (item);
  GtkWidget *label = gtk_tree_expander_get_child (expander);
  g_autofree char *state = make_state (row);
  g_autofree char *spoken = *state != '\0' ? g_strdup_printf ("%s, %s", get_name (row), state)
                                           : g_strdup (get_name (row));

  gtk_tree_expander_set_list_row (expander, gtk_list_item_get_item (item));
  gtk_label_set_label (GTK_LABEL (label), get_name (row));
  gtk_widget_set_tooltip_text (label, get_name (row));
  if (row->chip == NULL && get_box (row)->kind == RK_PLATE_BOX_HOLDER)
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");
  set_cell_label (item, spoken);
}

static void
text_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
state_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_autoptr (RkPlateRow) row = get_row (item);
  g_autofree char *state = make_state (row);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), state);
  set_cell_label (item, state);
}

static void
value_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_autoptr (RkPlateRow) row = get_row (item);
  const char *value = row->chip != NULL ? row->chip->value : "";

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), value);
  set_cell_label (item, value);
}

static void
add_column (RkPlateTable *self, const char *title, GCallback setup, GCallback bind, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", bind, NULL);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_column_set_expand (column, width < 0);
  gtk_column_view_append_column (self->view, column);
}

static void
activate_cb (RkPlateTable *self, guint position)
{
  g_autoptr (GtkTreeListRow) at =
      g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->view)), position);
  g_autoptr (RkPlateRow) row = gtk_tree_list_row_get_item (at);

  if (row->chip != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)", "application",
                                row->chip->application);
  else
    g_signal_emit (self, box_activated, 0, row->box);
}

/* --- widget ---------------------------------------------------------------------------------- */

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (RK_PLATE_TABLE (widget)->view), GTK_DIR_TAB_FORWARD);
}

static void
dispose (GObject *object)
{
  RkPlateTable *self = RK_PLATE_TABLE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->drawing);
  G_OBJECT_CLASS (rk_plate_table_parent_class)->dispose (object);
}

static void
rk_plate_table_class_init (RkPlateTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->grab_focus = grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  box_activated = g_signal_new ("box-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
rk_plate_table_init (RkPlateTable *self)
{
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "rk-plate-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The plate as a list"), -1);
  /* the rows are a widget of their own in it */
  gtk_accessible_update_property (GTK_ACCESSIBLE (
                                      gtk_widget_get_last_child (GTK_WIDGET (self->view))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("The plate as a list"), -1);
  add_column (self, _ ("Name"), G_CALLBACK (name_setup_cb), G_CALLBACK (name_bind_cb), -1);
  add_column (self, _ ("What the lens shows"), G_CALLBACK (text_setup_cb),
                       G_CALLBACK (state_bind_cb), VALUE_WIDTH);
  add_column (self, _ ("Value"), G_CALLBACK (text_setup_cb), G_CALLBACK (value_bind_cb),
                       VALUE_WIDTH);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/* Keeps the row that is selected, as far as it is still there. */
void
rk_plate_table_set_drawing (RkPlateTable *self, RkPlateDrawing *drawing)
{
  GtkTreeListModel *tree;
  GtkSelectionModel *selection;
  guint selected = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (RK_IS_PLATE_TABLE (self) && RK_IS_PLATE_DRAWING (drawing));

  selection = gtk_column_view_get_model (self->view);
  if (selection != NULL)
    selected = gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (selection));
  g_set_object (&self->drawing, drawing);
  tree = gtk_tree_list_model_new (G_LIST_MODEL (list_children (drawing, -1)), FALSE, TRUE,
                                  make_children, NULL, NULL);
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (tree)));
  if (selected != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (selection), selected);
  gtk_column_view_set_model (self->view, selection);
  g_object_unref (selection);
}
