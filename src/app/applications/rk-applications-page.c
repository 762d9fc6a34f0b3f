/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-applications-page.h"

#include "rk-adaptive-bin.h"
#include "rk-application-detail.h"
#include "rk-application-list.h"
#include "rk-application-table.h"
#include "rk-change-pane.h"
#include "rk-empty.h"
#include "rk-export-records.h"
#include "rk-field-words.h"
#include "rk-format.h"
#include "rk-merge-pane.h"
#include "rk-merge.h"
#include "rk-page.h"
#include "rk-plot.h"
#include "rk-refresh.h"
#include "rk-remove.h"
#include "rk-steady-bin.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

/* With very many applications their figures wait until nothing else happens. */
#define FIGURES_PAUSE_MS 1000
#define DETAIL_WIDTH 360
#define WIDE_DETAIL_WIDTH 480

struct _RkApplicationsPage
{
  AdwBin parent_instance;
  RkStore *store;
  RkAdaptiveBin *bin;
  GtkStack *states; /* "empty", "list" */
  GtkWidget *separator;
  RkRecordTable *table;
  GtkWidget *side; /* the way back where it is alone, and the pane */
  GtkWidget *back;
  RkSteadyBin *pane;
  guint figures_id;
  char *created;    /* (nullable): will be shown */
  char *shown;      /* (nullable): the application in the pane */
  gboolean compact; /* table or pane, not both */
  gboolean alone;   /* the pane shows, where there is no room for both */
  gboolean pushed;  /* the window knows the way back */
};

G_DEFINE_FINAL_TYPE (RkApplicationsPage, rk_applications_page, ADW_TYPE_BIN)

/* --- panes ----------------------------------------------------------------------------------- */

static void
show_panes (RkApplicationsPage *self)
{
  gboolean full = adw_bin_get_child (ADW_BIN (self->pane)) != NULL;
  gboolean alone = self->compact && self->alone && full;
  RkSizeClass size = rk_adaptive_bin_get_size_class (self->bin);
  int width = size == RK_SIZE_XL ? WIDE_DETAIL_WIDTH : DETAIL_WIDTH;

  gtk_widget_set_visible (GTK_WIDGET (self->table), !alone);
  gtk_widget_set_visible (self->side, full && (alone || !self->compact));
  gtk_widget_set_visible (self->separator, full && !self->compact);
  gtk_widget_set_visible (self->back, self->compact);
  gtk_widget_set_hexpand (self->side, self->compact);
  rk_steady_bin_set_width (self->pane,
                           self->compact ? 0 : (int) (width * rk_text_scale (GTK_WIDGET (self))));
}

static void
set_pane (RkApplicationsPage *self, GtkWidget *pane)
{
  adw_bin_set_child (ADW_BIN (self->pane), pane);
  show_panes (self);
}

static void
show_detail (RkApplicationsPage *self, const char *id)
{
  GtkWidget *before = adw_bin_get_child (ADW_BIN (self->pane));
  g_autofree char *tab =
      RK_IS_APPLICATION_DETAIL (before)
          ? g_strdup (rk_application_detail_get_tab (RK_APPLICATION_DETAIL (before)))
          : NULL;
  GtkWidget *detail;

  g_free (self->shown);
  self->shown = g_strdup (id);
  if (id == NULL)
    {
      set_pane (self, NULL);
      return;
    }
  detail = rk_application_detail_new (self->store, id);
  rk_application_detail_set_tab (RK_APPLICATION_DETAIL (detail), tab);
  set_pane (self, detail);
}

static gboolean
show_created_cb (gpointer data)
{
  RkApplicationsPage *self = data;
  g_autofree char *id = g_steal_pointer (&self->created);

  if (id == NULL || self->table == NULL)
    return G_SOURCE_REMOVE;
  gtk_stack_set_visible_child_name (self->states, "list");
  rk_record_table_select (self->table, id);
  if (RK_IS_APPLICATION_DETAIL (adw_bin_get_child (ADW_BIN (self->pane))))
    rk_application_detail_go_on (RK_APPLICATION_DETAIL (adw_bin_get_child (ADW_BIN (self->pane))));
  return G_SOURCE_REMOVE;
}

/* Not at once: the focus is on its way from the name to the next field. */
static void
created_cb (RkApplicationsPage *self, const char *id)
{
  g_free (self->created);
  self->created = g_strdup (id);
  g_idle_add_full (G_PRIORITY_DEFAULT, show_created_cb, g_object_ref (self), g_object_unref);
}

static void
selected_cb (RkApplicationsPage *self, const char *id)
{
  show_detail (self, id);
}

/* Where the detail takes the place of the table, the window keeps the way back. */
static void
activated_cb (RkApplicationsPage *self, const char *id)
{
  if (self->compact)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)", "application", id);
  else if (RK_IS_APPLICATION_DETAIL (adw_bin_get_child (ADW_BIN (self->pane))))
    gtk_widget_child_focus (self->side, GTK_DIR_TAB_FORWARD);
}

static void
show_table (RkApplicationsPage *self)
{
  self->alone = FALSE;
  self->pushed = FALSE;
  show_panes (self);
  rk_record_table_focus_rows (self->table);
}

static void
back_cb (RkApplicationsPage *self)
{
  if (self->pushed)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
  show_table (self);
}

/* A pane that did its work gives its place back to the application. */
static void
close_pane (RkApplicationsPage *self)
{
  show_detail (self, rk_record_table_get_selected (self->table));
  show_table (self);
}

/* --- actions --------------------------------------------------------------------------------- */

static void
create_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkApplicationsPage *self = RK_APPLICATIONS_PAGE (widget);
  GtkWidget *detail;

  if (rk_store_is_read_only (self->store))
    return;
  detail = rk_application_detail_new (self->store, NULL);
  g_signal_connect_object (detail, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child_name (self->states, "list");
  g_clear_pointer (&self->shown, g_free);
  self->alone = TRUE;
  set_pane (self, detail);
  rk_application_detail_edit (RK_APPLICATION_DETAIL (detail));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkApplicationsPage *self = RK_APPLICATIONS_PAGE (widget);
  GtkWidget *pane = adw_bin_get_child (ADW_BIN (self->pane));

  if (!RK_IS_APPLICATION_DETAIL (pane))
    return;
  self->alone = TRUE;
  show_panes (self);
  rk_application_detail_edit (RK_APPLICATION_DETAIL (pane));
  if (!self->compact && !rk_application_detail_is_editing (RK_APPLICATION_DETAIL (pane)))
    rk_record_table_focus_rows (self->table); /* what had the focus is gone */
}

/* What is ticked, or else what is selected: (transfer full). */
static GStrv
dup_chosen (RkApplicationsPage *self)
{
  g_auto (GStrv) ticked = rk_record_table_dup_ticked (self->table);
  const char *selected = rk_record_table_get_selected (self->table);

  if (ticked[0] != NULL || selected == NULL)
    return g_steal_pointer (&ticked);
  return g_strdupv ((char *[]){ (char *) selected, NULL });
}

static char *
dup_removed_text (RkApplicationsPage *self, const char *const *ids)
{
  guint n = g_strv_length ((char **) ids);
  g_autofree char *name = NULL;

  if (n > 1)
    return g_strdup_printf (ngettext ("%u application removed", "%u applications removed", n), n);
  name = rk_record_dup_name_of (self->store, "application", ids[0]);
  /* Translators: the name of an application */
  return g_strdup_printf (_ ("Application %s removed"), name);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkApplicationsPage *self = RK_APPLICATIONS_PAGE (widget);
  g_auto (GStrv) ids = dup_chosen (self);
  const char *const *chosen = (const char *const *) ids;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (ids[0] == NULL)
    return;
  text = dup_removed_text (self, chosen);
  if (self->shown != NULL && g_strv_contains (chosen, self->shown))
    rk_record_table_select_next (self->table);
  if (!rk_portfolio_remove (self->store, "application", chosen, &error))
    {
      rk_toast_show (widget, error->message, NULL, NULL);
      return;
    }
  rk_record_table_untick_all (self->table);
  if (self->shown != NULL && g_strv_contains (chosen, self->shown))
    rk_record_table_select (self->table, NULL);
  show_table (self);
  rk_toast_show_undo (widget, self->store, text);
}

static void
changed_cb (RkApplicationsPage *self)
{
  rk_record_table_untick_all (self->table);
  close_pane (self);
}

static void
change_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkApplicationsPage *self = RK_APPLICATIONS_PAGE (widget);
  g_auto (GStrv) ids = dup_chosen (self);
  GtkWidget *pane;

  if (ids[0] == NULL)
    return;
  pane = rk_change_pane_new (self->store, "application", (const char *const *) ids);
  g_signal_connect_object (pane, "closed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->alone = TRUE;
  set_pane (self, pane);
  gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkApplicationsPage *self = RK_APPLICATIONS_PAGE (widget);
  g_auto (GStrv) ids = dup_chosen (self);

  if (ids[0] != NULL)
    rk_export_records (widget, self->store, "application", (const char *const *) ids);
}

static void
merged_cb (RkApplicationsPage *self, const char *id)
{
  if (id != NULL)
    {
      rk_record_table_untick_all (self->table);
      rk_record_table_select (self->table, id);
      show_table (self);
    }
  else
    close_pane (self);
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkApplicationsPage *self = RK_APPLICATIONS_PAGE (widget);
  g_auto (GStrv) ids = rk_record_table_dup_ticked (self->table);
  GtkWidget *pane;

  pane = rk_merge_pane_new (self->store, "application", (const char *const *) ids);
  g_signal_connect_object (pane, "closed", G_CALLBACK (merged_cb), self, G_CONNECT_SWAPPED);
  self->alone = TRUE;
  set_pane (self, pane);
  gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkApplicationsPage *self = RK_APPLICATIONS_PAGE (widget);

  if (self->compact && self->alone)
    show_table (self);
  rk_record_table_focus_filter (self->table);
}

static void
select_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkApplicationsPage *self = RK_APPLICATIONS_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  if (*id == '\0')
    {
      if (self->alone)
        show_table (self);
      return;
    }
  gtk_stack_set_visible_child_name (self->states, "list");
  self->alone = TRUE;
  self->pushed = TRUE;
  if (g_strcmp0 (id, self->shown) != 0)
    rk_record_table_select (self->table, id);
  else
    show_panes (self);
}

/* --- keeping up ------------------------------------------------------------------------------ */

static void
show_ticks (RkApplicationsPage *self)
{
  guint n = rk_record_table_get_n_ticked (self->table);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "applications.merge",
                                 n >= 2 && n <= RK_MERGE_MAX &&
                                     !rk_store_is_read_only (self->store));
}

static void
show_count (RkApplicationsPage *self)
{
  gint64 n = rk_store_count (self->store, "application", NULL, NULL, NULL);
  g_autofree char *number = rk_format_number ((double) n, 0);
  g_autofree char *text =
      g_strdup_printf (ngettext ("%s application", "%s applications", (gulong) n), number);

  rk_page_set_subtitle (GTK_WIDGET (self), n > 0 ? text : NULL);
  if (n > 0)
    gtk_stack_set_visible_child_name (self->states, "list");
  else if (adw_bin_get_child (ADW_BIN (self->pane)) == NULL)
    gtk_stack_set_visible_child_name (self->states, "empty");
}

static void
show_figures (RkApplicationsPage *self)
{
  gboolean changed;

  /* without them the columns say unknown */
  rk_application_figures_update (self->store, &changed, NULL);
  if (changed)
    rk_list_model_reload (rk_record_table_get_list (self->table));
}

static gboolean
figures_cb (gpointer data)
{
  RkApplicationsPage *self = data;

  self->figures_id = 0;
  show_figures (self);
  return G_SOURCE_REMOVE;
}

static void
refresh (GtkWidget *widget)
{
  RkApplicationsPage *self = RK_APPLICATIONS_PAGE (widget);
  g_autoptr (RkRecord) shown =
      self->shown != NULL ? rk_store_get (self->store, "application", self->shown, NULL) : NULL;

  if (self->shown != NULL && shown == NULL) /* undone, or removed elsewhere */
    show_detail (self, NULL);
  if (!rk_application_figures_take_long (self->store))
    show_figures (self);
  else if (self->figures_id == 0)
    self->figures_id = g_timeout_add (FIGURES_PAUSE_MS, figures_cb, self);
  show_count (self);
}

static void
size_class_cb (RkApplicationsPage *self)
{
  RkSizeClass size = rk_adaptive_bin_get_size_class (self->bin);

  self->compact = size <= RK_SIZE_M;
  rk_record_table_set_compact (self->table, self->compact);
  rk_record_table_set_narrow (self->table, size == RK_SIZE_S);
  show_panes (self);
}

/* At first the keys are for the rows. */
static gboolean
focus_rows_cb (gpointer data)
{
  RkApplicationsPage *self = data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self->table)))
    rk_record_table_focus_rows (self->table);
  return G_SOURCE_REMOVE;
}

static void
first_map_cb (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (widget, first_map_cb, NULL);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_rows_cb, g_object_ref (widget), g_object_unref);
}

/* --- building -------------------------------------------------------------------------------- */

static void
rk_applications_page_dispose (GObject *object)
{
  RkApplicationsPage *self = RK_APPLICATIONS_PAGE (object);

  g_clear_handle_id (&self->figures_id, g_source_remove);
  G_OBJECT_CLASS (rk_applications_page_parent_class)->dispose (object);
}

static void
rk_applications_page_finalize (GObject *object)
{
  RkApplicationsPage *self = RK_APPLICATIONS_PAGE (object);

  g_clear_object (&self->store);
  g_free (self->created);
  g_free (self->shown);
  G_OBJECT_CLASS (rk_applications_page_parent_class)->finalize (object);
}

static void
rk_applications_page_class_init (RkApplicationsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rk_applications_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = rk_applications_page_finalize;
  gtk_widget_class_install_action (widget_class, "applications.create", NULL, create_action);
  gtk_widget_class_install_action (widget_class, "applications.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "applications.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "applications.change", NULL, change_action);
  gtk_widget_class_install_action (widget_class, "applications.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "applications.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "applications.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "records.select", "s", select_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK,
                                       "applications.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "applications.edit", NULL);
}

static void
rk_applications_page_init (RkApplicationsPage *self)
{
}

/* Delete removes from the table only, never while one looks at something else. */
static void
add_delete_key (RkApplicationsPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                                            gtk_named_action_new ("applications.remove"));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
  gtk_widget_add_controller (GTK_WIDGET (self->table), keys);
}

static void
make_table (RkApplicationsPage *self)
{
  self->table = RK_RECORD_TABLE (rk_record_table_new (self->store, &rk_application_table));
  rk_record_table_add_bulk_button (self->table, _ ("_Change…"), "applications.change");
  rk_record_table_add_bulk_button (self->table, _ ("_Merge…"), "applications.merge");
  rk_record_table_add_bulk_button (self->table, _ ("_Export…"), "applications.export");
  rk_record_table_add_bulk_button (self->table, _ ("_Remove"), "applications.remove");
  gtk_widget_set_hexpand (GTK_WIDGET (self->table), TRUE);
  add_delete_key (self);
  g_signal_connect_object (self->table, "selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "ticks-changed", G_CALLBACK (show_ticks), self,
                           G_CONNECT_SWAPPED);
}

static void
make_side (RkApplicationsPage *self)
{
  GtkWidget *content = adw_button_content_new ();

  self->side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->back = gtk_button_new ();
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "go-previous-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("All applications"));
  gtk_button_set_child (GTK_BUTTON (self->back), content);
  gtk_widget_set_halign (self->back, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->back, "flat");
  gtk_widget_add_css_class (self->back, "rk-pane-back");
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  self->pane = g_object_new (RK_TYPE_STEADY_BIN, NULL);
  gtk_widget_set_vexpand (GTK_WIDGET (self->pane), TRUE);
  gtk_box_append (GTK_BOX (self->side), self->back);
  gtk_box_append (GTK_BOX (self->side), GTK_WIDGET (self->pane));
  gtk_widget_add_css_class (self->side, "rk-side");
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *empty = rk_empty_new ("rk-applications-symbolic",
                                   _ ("No applications yet"),
                                      _ ("Add what you use, or take over a list from a file."));

  rk_empty_set_button (RK_EMPTY (empty), _ ("Add"), "win.create");
  rk_empty_set_link (RK_EMPTY (empty), _ ("Import"), "win.import");
  return empty;
}

static void
build (RkApplicationsPage *self)
{
  GtkWidget *panes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  make_table (self);
  make_side (self);
  self->separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_box_append (GTK_BOX (panes), GTK_WIDGET (self->table));
  gtk_box_append (GTK_BOX (panes), self->separator);
  gtk_box_append (GTK_BOX (panes), self->side);
  self->states = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->states, make_empty (), "empty");
  gtk_stack_add_named (self->states, panes, "list");
  self->bin = RK_ADAPTIVE_BIN (rk_adaptive_bin_new ());
  rk_adaptive_bin_set_child (self->bin, GTK_WIDGET (self->states));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->bin));
  g_signal_connect_object (self->bin, "notify::size-class", G_CALLBACK (size_class_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
disable_changes (RkApplicationsPage *self)
{
  static const char *const actions[] = { "applications.create", "applications.edit",
                                         "applications.remove", "applications.change" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], FALSE);
}

GtkWidget *
rk_applications_page_new (RkStore *store)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  RkApplicationsPage *self;

  g_return_val_if_fail (RK_IS_STORE (store), NULL);
  self = g_object_new (RK_TYPE_APPLICATIONS_PAGE, NULL);
  self->store = g_object_ref (store);
  build (self);
  if (rk_store_is_read_only (store))
    disable_changes (self);
  else
    rk_page_set_create (GTK_WIDGET (self), _ ("Add"), "applications.create");
  g_menu_append (menu, _ ("Import…"), "win.import");
  rk_page_set_menu (GTK_WIDGET (self), G_MENU_MODEL (menu));
  size_class_cb (self);
  show_ticks (self);
  show_detail (self, rk_record_table_get_selected (self->table));
  show_count (self);
  g_signal_connect (self, "map", G_CALLBACK (first_map_cb), NULL);
  rk_refresh_on_change (GTK_WIDGET (self), store, refresh);
  return GTK_WIDGET (self);
}
