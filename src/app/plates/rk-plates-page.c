/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-plates-page-private.h"

#include "rk-page.h"
#include "rk-plate-page.h"
#include "rk-plate-tile.h"
#include "rk-refresh.h"
#include "rk-status-label.h"
#include "rk-wrap-box.h"

#include <glib/gi18n.h>
#include <string.h>

#define PATIENCE 300 /* milliseconds without a spinner */
/* From here on one may want to see only plates for applications. */
#define MANY_PLATES 24

G_DEFINE_FINAL_TYPE (RkPlatesPage, rk_plates_page, ADW_TYPE_BIN)

/* --- what is shown --------------------------------------------------------------------------- */

static gboolean
matches (RkPlatesPage *self, RkPlateItem *item, const char *folded)
{
  g_autofree char *name = NULL;

  if (gtk_check_button_get_active (self->only_components) &&
      rk_plate_item_get_n_components (item) == 0)
    return FALSE;
  if (*folded == '\0')
    return TRUE;
  name = g_utf8_casefold (rk_plate_item_get_name (item), -1);
  return strstr (name, folded) != NULL;
}

static void
show_count (RkPlatesPage *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  guint all = self->list->items->len;
  g_autofree char *text =
      shown == all
          ? g_strdup_printf (ngettext ("%u plate", "%u plates", all), all)
          : g_strdup_printf (ngettext ("%u of %u plate", "%u of %u plates", all), shown, all);

  gtk_label_set_label (self->count, text);
}

static gboolean
is_shown_already (RkPlatesPage *self, GPtrArray *items)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  if (n != items->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RkPlateItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      if (item != g_ptr_array_index (items, i))
        return FALSE;
    }
  return TRUE;
}

static void
filter (RkPlatesPage *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < self->list->items->len; i++)
    if (matches (self, g_ptr_array_index (self->list->items, i), folded))
      g_ptr_array_add (items, g_ptr_array_index (self->list->items, i));
  if (!is_shown_already (self, items))
    g_list_store_splice (self->shown, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shown)),
                         items->pdata, items->len);
  show_count (self);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "grid" : "nothing");
}

static void
search_changed_cb (RkPlatesPage *self)
{
  if (self->list == NULL || self->list->architecture == NULL)
    return;
  filter (self);
  rk_announce (GTK_WIDGET (self), gtk_label_get_label (self->count));
}

static void
search_activated_cb (RkPlatesPage *self)
{
  g_autoptr (RkPlateItem) first = g_list_model_get_item (G_LIST_MODEL (self->shown), 0);

  if (first != NULL && *gtk_editable_get_text (self->search) != '\0')
    rk_plate_page_open (GTK_WIDGET (self), rk_plate_item_get_id (first));
}

static void
stop_search_cb (RkPlatesPage *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_child_focus (GTK_WIDGET (self->grid), GTK_DIR_TAB_FORWARD);
}

static void
activate_cb (RkPlatesPage *self, guint position)
{
  g_autoptr (RkPlateItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (item != NULL)
    rk_plate_page_open (GTK_WIDGET (self), rk_plate_item_get_id (item));
}

/* --- the list -------------------------------------------------------------------------------- */

static RkPlateItem *
find_item (GPtrArray *items, const char *id)
{
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (rk_plate_item_get_id (g_ptr_array_index (items, i)), id))
      return g_ptr_array_index (items, i);
  return NULL;
}

/* A plate that was there already stays the same tile, with its picture until there is a newer. */
static void
keep_items (RkPlateList *list, RkPlateList *old)
{
  for (guint i = 0; i < list->items->len; i++)
    {
      RkPlateItem *item = g_ptr_array_index (list->items, i);
      RkPlateItem *before = find_item (old->items, rk_plate_item_get_id (item));

      if (before == NULL)
        continue;
      if (!g_str_equal (rk_plate_item_get_name (before), rk_plate_item_get_name (item)) ||
          !g_str_equal (rk_plate_item_get_source (before), rk_plate_item_get_source (item)))
        {
          rk_plate_item_take_over (item, before);
          continue;
        }
      g_object_unref (item);
      g_ptr_array_index (list->items, i) = g_object_ref (before);
      rk_plate_item_set_stale (before);
    }
}

static void
show_list (RkPlatesPage *self, RkPlateList *list)
{
  gboolean first = self->list == NULL || self->list->architecture == NULL;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (self->list != NULL)
    keep_items (list, self->list);
  g_clear_pointer (&self->list, rk_plate_list_free);
  self->list = list;
  gtk_widget_set_visible (self->toolbar, list->architecture != NULL);
  rk_plates_page_fill_menu (self);
  rk_page_set_menu (GTK_WIDGET (self), list->architecture != NULL ? self->menu : NULL);
  rk_page_set_create (GTK_WIDGET (self), list->architecture != NULL
                      ? _ ("Make your own plate…") : NULL, "plates.make-own");
  gtk_widget_set_visible (GTK_WIDGET (self->only_components), list->items->len >= MANY_PLATES);
  if (list->architecture == NULL)
    {
      g_list_store_remove_all (self->shown);
      gtk_stack_set_visible_child_name (self->stack, "empty");
    }
  else
    filter (self);
  if (first && !GTK_IS_TEXT (focus)) /* nobody types elsewhere */
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RkPlatesPage) self = data;
  g_autoptr (GError) error = NULL;
  RkPlateList *list = rk_plate_source_list_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->source == NULL)
    return;
  g_clear_handle_id (&self->spinner_id, g_source_remove);
  gtk_spinner_stop (self->spinner);
  if (list != NULL)
    show_list (self, list);
  else
    rk_banner_show (self->banner, RK_BANNER_ERROR, error->message, NULL, NULL);
}

static gboolean
spin_cb (gpointer data)
{
  RkPlatesPage *self = data;

  self->spinner_id = 0;
  gtk_spinner_start (self->spinner);
  return G_SOURCE_REMOVE;
}

static void
refresh (GtkWidget *widget)
{
  RkPlatesPage *self = RK_PLATES_PAGE (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (self->list == NULL && self->spinner_id == 0)
    self->spinner_id = g_timeout_add (PATIENCE, spin_cb, self);
  rk_plate_source_list_async (self->source, self->cancellable, listed_cb, g_object_ref (self));
}

/* In other colours all pictures are old. */
static void
colours_changed_cb (RkPlatesPage *self)
{
  for (guint i = 0; self->list != NULL && i < self->list->items->len; i++)
    rk_plate_item_set_stale (g_ptr_array_index (self->list->items, i));
}

/* --- tiles ----------------------------------------------------------------------------------- */

static void
tile_setup_cb (RkPlatesPage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, rk_plate_tile_new (self->source));
}

static void
tile_bind_cb (RkPlatesPage *self, GtkListItem *item)
{
  rk_plate_tile_set_item (RK_PLATE_TILE (gtk_list_item_get_child (item)),
                          gtk_list_item_get_item (item));
}

static void
tile_unbind_cb (RkPlatesPage *self, GtkListItem *item)
{
  rk_plate_tile_set_item (RK_PLATE_TILE (gtk_list_item_get_child (item)), NULL);
}

/* --- actions --------------------------------------------------------------------------------- */

static void
make_own_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.open-location", "s", "plate-editor:");
}

static void
clear_filters_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkPlatesPage *self = RK_PLATES_PAGE (widget);

  gtk_check_button_set_active (self->only_components, FALSE);
  gtk_editable_set_text (self->search, "");
  filter (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (RK_PLATES_PAGE (widget)->search));
}

/* --- widget ---------------------------------------------------------------------------------- */

static void
dispose (GObject *object)
{
  RkPlatesPage *self = RK_PLATES_PAGE (object);

  g_clear_handle_id (&self->spinner_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->import != NULL)
    g_cancellable_cancel (self->import);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->import);
  g_clear_pointer (&self->list, rk_plate_list_free);
  g_clear_object (&self->shown);
  g_clear_object (&self->source);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (rk_plates_page_parent_class)->dispose (object);
}

static void
rk_plates_page_class_init (RkPlatesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (RK_TYPE_BANNER);
  g_type_ensure (RK_TYPE_EMPTY);
  g_type_ensure (RK_TYPE_WRAP_BOX);
  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_install_action (widget_class, "plates.make-own", NULL, make_own_action);
  gtk_widget_class_install_action (widget_class, "plates.clear-filters", NULL,
                                   clear_filters_action);
  gtk_widget_class_install_action (widget_class, "plates.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "plates.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "plates.make-own",
                                       NULL);
  rk_plates_page_install_import (widget_class);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/plates/rk-plates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RkPlatesPage, banner);
  gtk_widget_class_bind_template_child (widget_class, RkPlatesPage, work);
  gtk_widget_class_bind_template_child (widget_class, RkPlatesPage, work_label);
  gtk_widget_class_bind_template_child (widget_class, RkPlatesPage, work_bar);
  gtk_widget_class_bind_template_child (widget_class, RkPlatesPage, toolbar);
  gtk_widget_class_bind_template_child (widget_class, RkPlatesPage, search);
  gtk_widget_class_bind_template_child (widget_class, RkPlatesPage, only_components);
  gtk_widget_class_bind_template_child (widget_class, RkPlatesPage, count);
  gtk_widget_class_bind_template_child (widget_class, RkPlatesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RkPlatesPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, RkPlatesPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, RkPlatesPage, grid);
  gtk_widget_class_bind_template_child (widget_class, RkPlatesPage, menu);
  gtk_widget_class_bind_template_child (widget_class, RkPlatesPage, back_section);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
rk_plates_page_init (RkPlatesPage *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = g_list_store_new (RK_TYPE_PLATE_ITEM);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (colours_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (colours_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
rk_plates_page_new (RkStore *store)
{
  RkPlatesPage *self = g_object_new (RK_TYPE_PLATES_PAGE, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection =
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown))));

  self->store = g_object_ref (store);
  self->source = rk_plate_source_get (store);
  g_signal_connect_object (factory, "setup", G_CALLBACK (tile_setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (tile_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (tile_unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_view_set_factory (self->grid, factory);
  gtk_grid_view_set_model (self->grid, selection);
  rk_refresh_on_change (GTK_WIDGET (self), store, refresh);
  return GTK_WIDGET (self);
}
