/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-window-private.h"

#include "rk-settings.h"
#include "rk-status-label.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (RkWindow, rk_window, ADW_TYPE_APPLICATION_WINDOW)

static void
entry_activated_cb (RkWindow *self, GtkListBoxRow *row)
{
  rk_navigation_choose (self->navigation, gtk_widget_get_name (GTK_WIDGET (row)));
}

/* The first page of the portfolio has a heading above it. */
static void
add_heading_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  GtkWidget *heading;

  if (!g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), "applications") ||
      gtk_list_box_row_get_header (row) != NULL)
    return;
  heading = g_object_new (GTK_TYPE_LABEL, "label", _ ("Portfolio"), "xalign", 0.0, NULL);
  gtk_widget_add_css_class (heading, "rk-sidebar-heading");
  gtk_list_box_row_set_header (row, heading);
}

/* The name of a page is as wide as when it is bold: choosing another moves nothing. */
static void
reserve_bold (RkWindow *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->entries, i)) != NULL; i++)
    {
      GtkWidget *name = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));
      g_autoptr (PangoAttrList) bold = pango_attr_list_new ();
      g_autoptr (PangoLayout) layout = NULL;
      int width;

      while (!GTK_IS_LABEL (name))
        name = gtk_widget_get_next_sibling (name);
      layout = gtk_widget_create_pango_layout (name, gtk_label_get_label (GTK_LABEL (name)));
      pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, bold);
      pango_layout_get_pixel_size (layout, &width, NULL);
      gtk_widget_set_size_request (name, width, -1);
    }
}

static void
restore_size (RkWindow *self)
{
  GSettings *settings = rk_settings_get ();

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

void
rk_window_save_state (RkWindow *self)
{
  GSettings *settings = rk_settings_get ();
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
rk_window_close_request (GtkWindow *window)
{
  rk_window_save_state (RK_WINDOW (window));
  return GTK_WINDOW_CLASS (rk_window_parent_class)->close_request (window);
}

static void
rk_window_dispose (GObject *object)
{
  RkWindow *self = RK_WINDOW (object);

  if (self->search != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->search));
  self->search = NULL;
  g_clear_weak_pointer (&self->content_focus);
  g_clear_weak_pointer (&self->before_search);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->busy_id, g_source_remove);
  rk_window_stop_sender (self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->responses, g_hash_table_unref);
  g_clear_object (&self->navigation);
  G_OBJECT_CLASS (rk_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RkWindow, outer);
  gtk_widget_class_bind_template_child (widget_class, RkWindow, plain);
  gtk_widget_class_bind_template_child (widget_class, RkWindow, plain_banner);
  gtk_widget_class_bind_template_child (widget_class, RkWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, RkWindow, surveys_row);
  gtk_widget_class_bind_template_child (widget_class, RkWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, RkWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, RkWindow, entries);
  gtk_widget_class_bind_template_child (widget_class, RkWindow, surveys_count);
  gtk_widget_class_bind_template_child (widget_class, RkWindow, example_box);
  gtk_widget_class_bind_template_child (widget_class, RkWindow, content);
  gtk_widget_class_bind_template_child (widget_class, RkWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, RkWindow, create_button);
  gtk_widget_class_bind_template_child (widget_class, RkWindow, create_label);
  gtk_widget_class_bind_template_child (widget_class, RkWindow, page_menu);
  gtk_widget_class_bind_template_child (widget_class, RkWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, RkWindow, busy);
  gtk_widget_class_bind_template_child (widget_class, RkWindow, title);
  gtk_widget_class_bind_template_child (widget_class, RkWindow, workspace_title);
  gtk_widget_class_bind_template_child (widget_class, RkWindow, administration_label);
  gtk_widget_class_bind_template_child (widget_class, RkWindow, file_label);
  gtk_widget_class_bind_template_child (widget_class, RkWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, RkWindow, undo_section);
}

static void
rk_window_class_init (RkWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = rk_window_close_request;
  g_type_ensure (RK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (RK_TYPE_BANNER);
  g_type_ensure (RK_TYPE_STATUS_LABEL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/window/rk-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
rk_window_init (RkWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->responses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->navigation = rk_navigation_new ("overview");
  g_signal_connect_object (self->navigation, "changed", G_CALLBACK (rk_window_show_location), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->leaflet, "notify::folded", G_CALLBACK (rk_window_update_back),
                            self);
  gtk_list_box_set_header_func (self->entries, add_heading_cb, NULL, NULL);
  reserve_bold (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (reserve_bold), self, G_CONNECT_SWAPPED);
  rk_window_add_actions (self);
  restore_size (self);
}

RkWindow *
rk_window_new (RkApplication *application)
{
  return g_object_new (RK_TYPE_WINDOW, "application", application, NULL);
}
