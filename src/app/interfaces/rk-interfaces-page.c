/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-interfaces-page.h"

#include "rk-empty.h"
#include "rk-graph-view.h"
#include "rk-interface-form.h"
#include "rk-interface-list.h"
#include "rk-matrix-view.h"
#include "rk-page.h"
#include "rk-refresh.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

#define STATE_TAB "interfaces.tab"

struct _RkInterfacesPage
{
  AdwBin parent_instance;
  RkStore *store;
  gboolean ready; /* where one was the last time is shown */

  GtkStack *outer, *stack;
  AdwBin *list, *diagram, *matrix, *form_bin;
  RkInterfaceForm *form;
  GtkWidget *before_form; /* (nullable) (weak): what had the focus */
};

G_DEFINE_FINAL_TYPE (RkInterfacesPage, rk_interfaces_page, ADW_TYPE_BIN)

static gboolean
is_on_form (RkInterfacesPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->outer), "form") == 0;
}

static void
update_subtitle (RkInterfacesPage *self, gint64 n)
{
  g_autofree char *subtitle =
      g_strdup_printf (ngettext ("%d interface", "%d interfaces", (gulong) n), (int) n);

  rk_page_set_subtitle (GTK_WIDGET (self), n > 0 ? subtitle : NULL);
}

static void
refresh (GtkWidget *widget)
{
  RkInterfacesPage *self = RK_INTERFACES_PAGE (widget);
  gint64 n = rk_store_count (self->store, "interface", NULL, NULL, NULL);
  g_autoptr (RkLandscape) landscape = rk_landscape_load (self->store, NULL, NULL);
  g_autoptr (RkGraph) graph = landscape != NULL ? rk_graph_new_for_landscape (landscape) : NULL;

  if (graph == NULL || n < 0)
    return;
  update_subtitle (self, n);
  rk_interface_list_set_landscape (RK_INTERFACE_LIST (adw_bin_get_child (self->list)), landscape);
  rk_graph_view_set_graph (RK_GRAPH_VIEW (adw_bin_get_child (self->diagram)), graph);
  rk_matrix_view_set_graph (RK_MATRIX_VIEW (adw_bin_get_child (self->matrix)), graph);
  if (!is_on_form (self))
    gtk_stack_set_visible_child_name (self->outer, n > 0 ? "full" : "empty");
}

static void
tab_changed_cb (RkInterfacesPage *self)
{
  const char *tab = gtk_stack_get_visible_child_name (self->stack);

  if (self->ready && tab != NULL)
    rk_store_set_state (self->store, STATE_TAB, tab, NULL);
}

/* --- adding ---------------------------------------------------------------------------------- */

static void
leave_form (RkInterfacesPage *self)
{
  gint64 n = rk_store_count (self->store, "interface", NULL, NULL, NULL);
  GtkWidget *before = self->before_form;

  gtk_stack_set_visible_child_name (self->outer, n > 0 ? "full" : "empty");
  g_clear_weak_pointer (&self->before_form);
  if (before == NULL || !gtk_widget_grab_focus (before))
    gtk_widget_child_focus (GTK_WIDGET (self->outer), GTK_DIR_TAB_FORWARD);
}

static void
form_done_cb (RkInterfacesPage *self, const char *id)
{
  g_autoptr (GVariant) target = NULL;
  g_autofree char *action = NULL;

  leave_form (self);
  if (id == NULL)
    return;
  target = g_variant_ref_sink (g_variant_new ("(ss)", "interface", id));
  action = g_action_print_detailed_name ("win.show-record", target);
  rk_toast_show (GTK_WIDGET (self), _ ("Interface added"), _ ("Complete it"), action);
}

static void
begin_form (RkInterfacesPage *self, const char *source, const char *target)
{
  if (!is_on_form (self))
    g_set_weak_pointer (&self->before_form,
                        gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_stack_set_visible_child_name (self->outer, "form");
  rk_interface_form_begin (self->form, source, target);
}

static void
create_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin_form (RK_INTERFACES_PAGE (widget), NULL, NULL);
}

static void
create_between_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *source, *target;

  g_variant_get (parameter, "(&s&s)", &source, &target);
  begin_form (RK_INTERFACES_PAGE (widget), source, target);
}

/* --- other actions --------------------------------------------------------------------------- */

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkInterfacesPage *self = RK_INTERFACES_PAGE (widget);
  const char *tab = g_variant_get_string (parameter, NULL);

  if (gtk_stack_get_child_by_name (self->stack, tab) == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, tab);
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
list_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "interfaces.show", "s", "list");
}

/* What one searches in depends on what one looks at. */
static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkInterfacesPage *self = RK_INTERFACES_PAGE (widget);
  GtkWidget *shown = gtk_stack_get_visible_child (self->stack);

  if (shown == GTK_WIDGET (self->diagram))
    rk_graph_view_find (RK_GRAPH_VIEW (adw_bin_get_child (self->diagram)));
  else
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
      rk_interface_list_find (RK_INTERFACE_LIST (adw_bin_get_child (self->list)));
    }
}

static void
select_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkInterfacesPage *self = RK_INTERFACES_PAGE (widget);

  gtk_stack_set_visible_child_name (self->stack, "list");
  rk_interface_list_select (RK_INTERFACE_LIST (adw_bin_get_child (self->list)),
                            g_variant_get_string (parameter, NULL));
}

/* --- widget ---------------------------------------------------------------------------------- */

static void
dispose (GObject *object)
{
  RkInterfacesPage *self = RK_INTERFACES_PAGE (object);

  g_clear_weak_pointer (&self->before_form);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (rk_interfaces_page_parent_class)->dispose (object);
}

static void
rk_interfaces_page_class_init (RkInterfacesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (RK_TYPE_EMPTY);
  gtk_widget_class_install_action (widget_class, "interfaces.create", NULL, create_action);
  gtk_widget_class_install_action (widget_class, "interfaces.create-between", "(ss)",
                                   create_between_action);
  gtk_widget_class_install_action (widget_class, "interfaces.show", "s", show_action);
  gtk_widget_class_install_action (widget_class, "interfaces.list", NULL, list_action);
  gtk_widget_class_install_action (widget_class, "records.select", "s", select_action);
  gtk_widget_class_install_action (widget_class, "interfaces.find", NULL, find_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "interfaces.find",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "interfaces.list",
                                       NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/interfaces/rk-interfaces-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RkInterfacesPage, outer);
  gtk_widget_class_bind_template_child (widget_class, RkInterfacesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RkInterfacesPage, list);
  gtk_widget_class_bind_template_child (widget_class, RkInterfacesPage, diagram);
  gtk_widget_class_bind_template_child (widget_class, RkInterfacesPage, matrix);
  gtk_widget_class_bind_template_child (widget_class, RkInterfacesPage, form_bin);
  gtk_widget_class_bind_template_callback (widget_class, tab_changed_cb);
}

static void
rk_interfaces_page_init (RkInterfacesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rk_page_set_create (GTK_WIDGET (self), _ ("Add an interface"), "interfaces.create");
}

GtkWidget *
rk_interfaces_page_new (RkStore *store)
{
  RkInterfacesPage *self = g_object_new (RK_TYPE_INTERFACES_PAGE, NULL);
  g_autofree char *tab = rk_store_get_state (store, STATE_TAB);

  self->store = g_object_ref (store);
  self->form = RK_INTERFACE_FORM (rk_interface_form_new (store));
  g_signal_connect_swapped (self->form, "done", G_CALLBACK (form_done_cb), self);
  adw_bin_set_child (self->form_bin, GTK_WIDGET (self->form));
  adw_bin_set_child (self->list, rk_interface_list_new (store));
  adw_bin_set_child (self->diagram, rk_graph_view_new (store));
  adw_bin_set_child (self->matrix, rk_matrix_view_new ());
  if (tab != NULL && gtk_stack_get_child_by_name (self->stack, tab) != NULL)
    gtk_stack_set_visible_child_name (self->stack, tab);
  self->ready = TRUE;
  rk_refresh_on_change (GTK_WIDGET (self), store, refresh);
  return GTK_WIDGET (self);
}
