/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-data-table.h"

#include "rk-columns-layout.h"
#include "rk-format.h"
#include "rk-plot.h"

#include <glib/gi18n.h>
#include <string.h>

/* Width, before the text scale, that a column needs at least. */
#define TEXT_COLUMN 110
#define NUMBER_COLUMN 72

typedef struct
{
  char *title;
  RkColumnType type;
} Column;

typedef struct
{
  GStrv cells;
  char *action;
  GVariant *target;
} Row;

struct _RkDataTable
{
  GtkWidget parent_instance;
  GtkWidget *list;
  GArray *columns, *rows;
  GPtrArray *groups; /* of GtkSizeGroup, one per column; only numbers are in it */
  gboolean compact, wanted;
  guint idle;
};

G_DEFINE_FINAL_TYPE (RkDataTable, rk_data_table, GTK_TYPE_WIDGET)

static void
clear_column (gpointer data)
{
  g_clear_pointer (&((Column *) data)->title, g_free);
}

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_clear_pointer (&row->cells, g_strfreev);
  g_clear_pointer (&row->action, g_free);
  g_clear_pointer (&row->target, g_variant_unref);
}

static Column *
get_column (RkDataTable *self, guint i)
{
  return &g_array_index (self->columns, Column, i);
}

static Row *
get_row (RkDataTable *self, guint i)
{
  return &g_array_index (self->rows, Row, i);
}

/* --- rows ------------------------------------------------------------------------------------ */

static GtkWidget *
make_cell (RkDataTable *self, guint column, const char *text, GtkAccessibleRole role)
{
  gboolean number = get_column (self, column)->type == RK_COLUMN_NUMBER;
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", text, "xalign",
                    number ? 1.0 : 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                    "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, "max-width-chars", 34, "hexpand",
                    !number, "valign", GTK_ALIGN_CENTER, NULL);

  if (number)
    {
      gtk_widget_add_css_class (label, "numeric");
      gtk_size_group_add_widget (g_ptr_array_index (self->groups, column), label);
    }
  return label;
}

static GtkWidget *
make_wide_content (RkDataTable *self, const char *const *cells, GtkAccessibleRole role)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, rk_columns_layout_new (18));
  for (guint i = 0; i < self->columns->len; i++)
    gtk_box_append (GTK_BOX (box), make_cell (self, i, cells[i], role));
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

/* "Title: cell · Title: cell" for the columns of @type after the first one. */
static char *
join_cells (RkDataTable *self, const Row *row, RkColumnType type)
{
  GString *text = g_string_new (NULL);

  for (guint i = 1; i < self->columns->len; i++)
    if (*row->cells[i] != '\0' && get_column (self, i)->type == type)
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? " · " : "",
                              get_column (self, i)->title, row->cells[i]);
  return g_string_free (text, FALSE);
}

static void
append_line (GtkWidget *box, const char *text, gboolean caption)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_CELL, "label", text,
                    "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (caption)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "rk-secondary");
    }
  gtk_widget_set_visible (label, *text != '\0');
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
make_compact_content (RkDataTable *self, const Row *row)
{
  g_autofree char *numbers = join_cells (self, row, RK_COLUMN_NUMBER);
  g_autofree char *texts = join_cells (self, row, RK_COLUMN_TEXT);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  append_line (box, row->cells[0], FALSE);
  append_line (box, numbers, TRUE);
  append_line (box, texts, TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
wrap_row (GtkWidget *content, GtkAccessibleRole role)
{
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "accessible-role", role, "activatable",
                                 FALSE, "selectable", FALSE, "child", content, NULL);

  return row;
}

static gboolean
opens_rows (RkDataTable *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i)->action != NULL)
      return TRUE;
  return FALSE;
}

/* Also where it is not seen: it keeps the columns in line. */
static GtkWidget *
make_arrow (gboolean seen)
{
  return g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "icon-name", "go-next-symbolic", "opacity", seen ? 1.0 : 0.0, NULL);
}

static void
append_header (RkDataTable *self)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autofree char *spoken = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *row;

  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (titles, get_column (self, i)->title);
  gtk_box_append (GTK_BOX (box), make_wide_content (self, (const char *const *) titles->pdata,
                                                    GTK_ACCESSIBLE_ROLE_COLUMN_HEADER));
  if (opens_rows (self))
    gtk_box_append (GTK_BOX (box), make_arrow (FALSE));
  row = wrap_row (box, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "rk-table-header");
  g_ptr_array_add (titles, NULL);
  spoken = g_strjoinv (", ", (char **) titles->pdata);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
append_row (RkDataTable *self, const Row *row)
{
  g_autofree char *numbers = join_cells (self, row, RK_COLUMN_NUMBER);
  g_autofree char *texts = join_cells (self, row, RK_COLUMN_TEXT);
  g_autofree char *label = g_strdup_printf ("%s. %s%s%s", row->cells[0], numbers,
                                            *numbers != '\0' && *texts != '\0' ? ". " : "", texts);
  GtkWidget *content = self->compact ? make_compact_content (self, row)
                                     : make_wide_content (self, (const char *const *) row->cells,
                                                          GTK_ACCESSIBLE_ROLE_CELL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *widget;

  gtk_box_append (GTK_BOX (box), content);
  widget = wrap_row (box, GTK_ACCESSIBLE_ROLE_ROW);
  if (opens_rows (self))
    gtk_box_append (GTK_BOX (box), make_arrow (row->action != NULL));
  if (row->action != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), row->action);
      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (widget), row->target);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), widget);
}

static void
fill_list (RkDataTable *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  if (!self->compact && self->columns->len > 0)
    append_header (self);
  for (guint i = 0; i < self->rows->len; i++)
    append_row (self, get_row (self, i));
}

static gboolean
fill_cb (gpointer data)
{
  RkDataTable *self = data;

  self->idle = 0;
  self->compact = self->wanted;
  fill_list (self);
  return G_SOURCE_REMOVE;
}

static void
queue_fill (RkDataTable *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fill_cb, self, NULL);
}

/* --- widget ---------------------------------------------------------------------------------- */

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Too narrow is no reason to push the window open: the next layout is compact. */
static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  RkDataTable *self = RK_DATA_TABLE (widget);
  int least = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      gtk_widget_measure (self->list, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      for_size = MAX (for_size, least);
    }
  gtk_widget_measure (self->list, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (TEXT_COLUMN * rk_text_scale (widget));
      *natural = MAX (*natural, *minimum);
    }
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RkDataTable *self = RK_DATA_TABLE (widget);
  double needed = 0;
  int least;

  for (guint i = 0; i < self->columns->len; i++)
    needed += get_column (self, i)->type == RK_COLUMN_NUMBER ? NUMBER_COLUMN : TEXT_COLUMN;
  self->wanted = self->columns->len > 2 && width < needed * rk_text_scale (widget);
  if (self->wanted != self->compact)
    queue_fill (self);
  gtk_widget_measure (self->list, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_allocate (self->list, MAX (width, least), height, baseline, NULL);
}

static void
dispose (GObject *object)
{
  RkDataTable *self = RK_DATA_TABLE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  G_OBJECT_CLASS (rk_data_table_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  RkDataTable *self = RK_DATA_TABLE (object);

  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->groups);
  G_OBJECT_CLASS (rk_data_table_parent_class)->finalize (object);
}

static void
rk_data_table_class_init (RkDataTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dispose;
  object_class->finalize = finalize;
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  gtk_widget_class_set_css_name (widget_class, "datatable");
}

static void
rk_data_table_init (RkDataTable *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_array_set_clear_func (self->columns, clear_column);
  g_array_set_clear_func (self->rows, clear_row);
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE,
                             "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (self->list, "rk-table");
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

RkDataTable *
rk_data_table_new (const char *label)
{
  RkDataTable *self = g_object_new (RK_TYPE_DATA_TABLE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return self;
}

void
rk_data_table_add_column (RkDataTable *self, const char *title, RkColumnType type)
{
  Column column = { g_strdup (title), type };

  g_return_if_fail (RK_IS_DATA_TABLE (self) && self->rows->len == 0);

  g_array_append_val (self->columns, column);
  g_ptr_array_add (self->groups, gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL));
}

guint
rk_data_table_add_row (RkDataTable *self, const char *const *cells)
{
  Row row = { NULL };

  g_return_val_if_fail (RK_IS_DATA_TABLE (self), 0);

  row.cells = g_new0 (char *, self->columns->len + 1);
  for (guint i = 0; i < self->columns->len; i++)
    row.cells[i] = g_strdup (cells[i]);
  g_array_append_val (self->rows, row);
  queue_fill (self);
  return self->rows->len - 1;
}

void
rk_data_table_set_row_action (RkDataTable *self, guint row, const char *action, GVariant *target)
{
  g_return_if_fail (RK_IS_DATA_TABLE (self) && row < self->rows->len);

  get_row (self, row)->action = g_strdup (action);
  get_row (self, row)->target = target != NULL ? g_variant_ref_sink (target) : NULL;
  queue_fill (self);
}

guint
rk_data_table_get_n_rows (RkDataTable *self)
{
  g_return_val_if_fail (RK_IS_DATA_TABLE (self), 0);

  return self->rows->len;
}

guint
rk_data_table_get_n_columns (RkDataTable *self)
{
  g_return_val_if_fail (RK_IS_DATA_TABLE (self), 0);

  return self->columns->len;
}

const char *
rk_data_table_get_cell (RkDataTable *self, guint row, guint column)
{
  g_return_val_if_fail (RK_IS_DATA_TABLE (self), NULL);
  g_return_val_if_fail (row < self->rows->len && column < self->columns->len, NULL);

  return get_row (self, row)->cells[column];
}

gboolean
rk_data_table_get_compact (RkDataTable *self)
{
  g_return_val_if_fail (RK_IS_DATA_TABLE (self), FALSE);

  return self->compact;
}

/* A cell must not become a formula in somebody's spreadsheet; "+6,2" is a number. */
static char *
make_harmless (const char *text)
{
  g_autofree char *number = rk_parse_decimal (text);

  if (*text != '\0' && strchr ("=+-@\t\r", *text) != NULL && number == NULL)
    return g_strconcat ("'", text, NULL);
  return g_strdup (text);
}

static void
append_field (GString *csv, const char *text, gboolean last)
{
  g_autofree char *safe = make_harmless (text);

  if (strpbrk (safe, ";\"\r\n") != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (safe, "\"", -1);
      g_autofree char *doubled = g_strjoinv ("\"\"", parts);

      g_string_append_printf (csv, "\"%s\"", doubled);
    }
  else
    g_string_append (csv, safe);
  g_string_append (csv, last ? "\r\n" : ";");
}

char *
rk_data_table_to_csv (RkDataTable *self)
{
  GString *csv;
  guint n;

  g_return_val_if_fail (RK_IS_DATA_TABLE (self), NULL);

  csv = g_string_new (NULL);
  n = self->columns->len;
  for (guint i = 0; i < n; i++)
    append_field (csv, get_column (self, i)->title, i + 1 == n);
  for (guint r = 0; r < self->rows->len; r++)
    for (guint i = 0; i < n; i++)
      append_field (csv, get_row (self, r)->cells[i], i + 1 == n);
  return g_string_free (csv, FALSE);
}
