/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-interface-list.h"

#include "rk-figure-table.h"
#include "rk-graph.h"
#include "rk-remove.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

enum
{
  FROM,
  DIRECTION,
  TO,
  TYPE,
  STANDARD,
  STATUS,
  DATA,
  N_COLUMNS
};

struct _RkInterfaceList
{
  AdwBin parent_instance;
  RkStore *store;
  RkFigureTable *table;
};

G_DEFINE_FINAL_TYPE (RkInterfaceList, rk_interface_list, ADW_TYPE_BIN)

static void
opened_cb (RkInterfaceList *self, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)", "interface", id);
}

static void
removed_cb (RkInterfaceList *self, const char *id)
{
  const char *const ids[] = { id, NULL };
  g_autoptr (GError) error = NULL;

  if (rk_store_is_read_only (self->store))
    return;
  if (rk_portfolio_remove (self->store, "interface", ids, &error))
    rk_toast_show_undo (GTK_WIDGET (self), self->store, _ ("Interface removed"));
  else
    rk_toast_show (GTK_WIDGET (self), error->message, NULL, NULL);
}

static const char *
get_end (const RkLandApplication *application, const char *name)
{
  if (application != NULL)
    return application->name;
  return name != NULL ? name : _ ("unknown");
}

static void
add_row (RkInterfaceList *self, const RkLandInterface *interface)
{
  const char *cells[N_COLUMNS + 1] = {
    [FROM] = get_end (interface->source, interface->source_name),
    [DIRECTION] = rk_graph_direction_get_arrow (rk_graph_direction_parse (interface->direction)),
    [TO] = get_end (interface->target, interface->target_name),
    [TYPE] = rk_graph_type_get_word (interface->type),
    [STANDARD] = interface->standard != NULL ? interface->standard->name : "",
    [STATUS] = rk_lifecycle_get_label (interface->status),
    [DATA] = interface->data != NULL ? interface->data : "",
  };
  const double keys[N_COLUMNS] = { [STATUS] = interface->status };

  rk_figure_table_add_row (self->table, interface->id, cells, keys);
}

static void
dispose (GObject *object)
{
  g_clear_object (&RK_INTERFACE_LIST (object)->store);
  G_OBJECT_CLASS (rk_interface_list_parent_class)->dispose (object);
}

static void
rk_interface_list_class_init (RkInterfaceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
}

static void
rk_interface_list_init (RkInterfaceList *self)
{
  RkFigureTable *table = RK_FIGURE_TABLE (rk_figure_table_new (_ ("Interface"), _ ("Interfaces")));

  self->table = table;
  rk_figure_table_add_column (table, _ ("From"), RK_COLUMN_TEXT, 0, 0);
  rk_figure_table_add_column (table, _ ("Direction"), RK_COLUMN_TEXT, 84, 0);
  rk_figure_table_add_column (table, _ ("To"), RK_COLUMN_TEXT, 0, 0);
  rk_figure_table_add_column (table, _ ("Type"), RK_COLUMN_TEXT, 104, 3);
  rk_figure_table_add_column (table, _ ("Standard"), RK_COLUMN_TEXT, 140, 2);
  rk_figure_table_add_column (table, _ ("Status"), RK_COLUMN_TEXT, 156, 4);
  rk_figure_table_add_column (table, _ ("Data"), RK_COLUMN_TEXT, 0, 1);
  rk_figure_table_set_status_column (table, STATUS);
  rk_figure_table_add_filter (table, TYPE, _ ("Type: all"));
  rk_figure_table_add_filter (table, STATUS, _ ("Status: all"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (table));
  g_signal_connect_swapped (table, "opened", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (table, "removed", G_CALLBACK (removed_cb), self);
}

GtkWidget *
rk_interface_list_new (RkStore *store)
{
  RkInterfaceList *self = g_object_new (RK_TYPE_INTERFACE_LIST, NULL);

  self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}

void
rk_interface_list_set_landscape (RkInterfaceList *self, RkLandscape *landscape)
{
  g_return_if_fail (RK_IS_INTERFACE_LIST (self));
  rk_figure_table_begin (self->table);
  for (guint i = 0; i < landscape->interfaces->len; i++)
    add_row (self, g_ptr_array_index (landscape->interfaces, i));
  rk_figure_table_end (self->table);
}

void
rk_interface_list_select (RkInterfaceList *self, const char *id)
{
  g_return_if_fail (RK_IS_INTERFACE_LIST (self));
  rk_figure_table_select (self->table, id);
}

void
rk_interface_list_find (RkInterfaceList *self)
{
  g_return_if_fail (RK_IS_INTERFACE_LIST (self));
  rk_figure_table_find (self->table);
}
