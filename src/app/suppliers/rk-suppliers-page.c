/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-suppliers-page.h"

#include "rk-empty.h"
#include "rk-figure-table.h"
#include "rk-page.h"
#include "rk-record-editor.h"
#include "rk-refresh.h"
#include "rk-remove.h"
#include "rk-supplier-list.h"
#include "rk-timeline-view.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

#define STATE_TAB "suppliers.tab"

struct _RkSuppliersPage
{
  AdwBin parent_instance;
  RkStore *store;
  gboolean ready; /* where one was the last time is shown */

  GtkStack *outer, *stack;
  AdwBin *suppliers, *contracts, *timeline, *form_bin;
  GtkLabel *form_title;
  GtkButton *form_close;
};

G_DEFINE_FINAL_TYPE (RkSuppliersPage, rk_suppliers_page, ADW_TYPE_BIN)

static gboolean
is_on (GtkStack *stack, const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), name) == 0;
}

static void
show_list_or_empty (RkSuppliersPage *self)
{
  gint64 n = rk_store_count (self->store, "contract", NULL, NULL, NULL) +
             rk_store_count (self->store, "supplier", NULL, NULL, NULL);

  gtk_stack_set_visible_child_name (self->outer, n > 0 ? "full" : "empty");
}

static void
update_header (RkSuppliersPage *self)
{
  gboolean suppliers = is_on (self->stack, "suppliers");
  gint64 n = rk_store_count (self->store, suppliers ? "supplier" : "contract", NULL, NULL, NULL);
  g_autofree char *subtitle =
      g_strdup_printf (suppliers ? ngettext ("%d supplier", "%d suppliers", (gulong) n)
                                 : ngettext ("%d contract", "%d contracts", (gulong) n),
                       (int) n);

  rk_page_set_subtitle (GTK_WIDGET (self), n > 0 ? subtitle : NULL);
  rk_page_set_create (GTK_WIDGET (self),
                      suppliers ? _ ("Add a supplier") : _ ("Add a contract"), "suppliers.create");
}

static void
refresh (GtkWidget *widget)
{
  RkSuppliersPage *self = RK_SUPPLIERS_PAGE (widget);
  g_autoptr (RkAnalysisInput) input = rk_analysis_input_load (self->store, NULL, NULL);

  if (input == NULL)
    return;
  rk_supplier_list_fill (adw_bin_get_child (self->suppliers), input);
  rk_contract_list_fill (adw_bin_get_child (self->contracts), input->landscape);
  rk_timeline_view_set_landscape (RK_TIMELINE_VIEW (adw_bin_get_child (self->timeline)),
                                  input->landscape);
  update_header (self);
  if (!is_on (self->outer, "form"))
    show_list_or_empty (self);
}

static void
tab_changed_cb (RkSuppliersPage *self)
{
  if (!self->ready)
    return;
  rk_store_set_state (self->store, STATE_TAB, gtk_stack_get_visible_child_name (self->stack), NULL);
  update_header (self);
}

/* --- adding ---------------------------------------------------------------------------------- */

static void
created_cb (RkSuppliersPage *self)
{
  gtk_button_set_label (self->form_close, _ ("Done"));
}

/* Whatever has its name has been kept already. */
static void
close_form_cb (RkSuppliersPage *self)
{
  GtkWidget *editor = adw_bin_get_child (self->form_bin);

  if (editor != NULL)
    rk_record_editor_commit (RK_RECORD_EDITOR (editor));
  adw_bin_set_child (self->form_bin, NULL);
  show_list_or_empty (self);
  gtk_widget_child_focus (GTK_WIDGET (self->outer), GTK_DIR_TAB_FORWARD);
}

static void
begin_form (RkSuppliersPage *self, const char *kind, const char *title)
{
  GtkWidget *editor = rk_record_editor_new (self->store, kind, NULL);

  gtk_label_set_label (self->form_title, title);
  gtk_button_set_label (self->form_close, _ ("Cancel"));
  g_signal_connect_object (editor, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->form_bin, editor);
  gtk_stack_set_visible_child_name (self->outer, "form");
  rk_record_editor_focus_field (RK_RECORD_EDITOR (editor), "name");
}

static void
create_contract_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin_form (RK_SUPPLIERS_PAGE (widget), "contract", _ ("Add a contract"));
}

static void
create_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkSuppliersPage *self = RK_SUPPLIERS_PAGE (widget);

  if (is_on (self->stack, "suppliers") && is_on (self->outer, "full"))
    begin_form (self, "supplier", _ ("Add a supplier"));
  else
    create_contract_action (widget, name, parameter);
}

/* --- other actions --------------------------------------------------------------------------- */

static void
remove_record (RkSuppliersPage *self, const char *kind, const char *id, const char *text)
{
  const char *const ids[] = { id, NULL };
  g_autoptr (GError) error = NULL;

  if (rk_store_is_read_only (self->store))
    return;
  if (rk_portfolio_remove (self->store, kind, ids, &error))
    rk_toast_show_undo (GTK_WIDGET (self), self->store, text);
  else
    rk_toast_show (GTK_WIDGET (self), error->message, NULL, NULL);
}

static void
supplier_removed_cb (RkSuppliersPage *self, const char *id)
{
  remove_record (self, "supplier", id, _ ("Supplier removed"));
}

static void
contract_removed_cb (RkSuppliersPage *self, const char *id)
{
  remove_record (self, "contract", id, _ ("Contract removed"));
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkSuppliersPage *self = RK_SUPPLIERS_PAGE (widget);
  const char *tab = g_variant_get_string (parameter, NULL);

  if (gtk_stack_get_child_by_name (self->stack, tab) == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, tab);
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkSuppliersPage *self = RK_SUPPLIERS_PAGE (widget);
  AdwBin *tables = is_on (self->stack, "suppliers") ? self->suppliers : self->contracts;

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (tables));
  rk_figure_table_find (RK_FIGURE_TABLE (adw_bin_get_child (tables)));
}

static void
list_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "suppliers.show", "s", "contracts");
}

/* --- widget ---------------------------------------------------------------------------------- */

static void
dispose (GObject *object)
{
  g_clear_object (&RK_SUPPLIERS_PAGE (object)->store);
  G_OBJECT_CLASS (rk_suppliers_page_parent_class)->dispose (object);
}

static void
rk_suppliers_page_class_init (RkSuppliersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  g_type_ensure (RK_TYPE_EMPTY);
  gtk_widget_class_install_action (widget_class, "suppliers.create", NULL, create_action);
  gtk_widget_class_install_action (widget_class, "suppliers.create-contract", NULL,
                                   create_contract_action);
  gtk_widget_class_install_action (widget_class, "suppliers.show", "s", show_action);
  gtk_widget_class_install_action (widget_class, "suppliers.list", NULL, list_action);
  gtk_widget_class_install_action (widget_class, "suppliers.find", NULL, find_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "suppliers.find",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "suppliers.list",
                                       NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/regiekamer/Regiekamer/suppliers/rk-suppliers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RkSuppliersPage, outer);
  gtk_widget_class_bind_template_child (widget_class, RkSuppliersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RkSuppliersPage, suppliers);
  gtk_widget_class_bind_template_child (widget_class, RkSuppliersPage, contracts);
  gtk_widget_class_bind_template_child (widget_class, RkSuppliersPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, RkSuppliersPage, form_bin);
  gtk_widget_class_bind_template_child (widget_class, RkSuppliersPage, form_title);
  gtk_widget_class_bind_template_child (widget_class, RkSuppliersPage, form_close);
  gtk_widget_class_bind_template_callback (widget_class, tab_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_form_cb);
}

static void
rk_suppliers_page_init (RkSuppliersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rk_suppliers_page_new (RkStore *store)
{
  RkSuppliersPage *self = g_object_new (RK_TYPE_SUPPLIERS_PAGE, NULL);
  g_autofree char *tab = rk_store_get_state (store, STATE_TAB);
  GtkWidget *suppliers = rk_supplier_list_new (), *contracts = rk_contract_list_new ();

  self->store = g_object_ref (store);
  g_signal_connect_swapped (suppliers, "removed", G_CALLBACK (supplier_removed_cb), self);
  g_signal_connect_swapped (contracts, "removed", G_CALLBACK (contract_removed_cb), self);
  adw_bin_set_child (self->suppliers, suppliers);
  adw_bin_set_child (self->contracts, contracts);
  adw_bin_set_child (self->timeline, rk_timeline_view_new (store));
  if (tab != NULL && gtk_stack_get_child_by_name (self->stack, tab) != NULL)
    gtk_stack_set_visible_child_name (self->stack, tab);
  self->ready = TRUE;
  update_header (self);
  rk_refresh_on_change (GTK_WIDGET (self), store, refresh);
  return GTK_WIDGET (self);
}
