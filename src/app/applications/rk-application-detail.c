/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-application-detail.h"

#include "rk-application-data.h"
#include "rk-contracts-of.h"
#include "rk-field-words.h"
#include "rk-format.h"
#include "rk-neighbours.h"
#include "rk-record-editor.h"
#include "rk-record-history.h"
#include "rk-refresh.h"
#include "rk-regie-editor.h"
#include "rk-status-chip.h"

#include <glib/gi18n.h>

struct _RkApplicationDetail
{
  AdwBin parent_instance;
  RkStore *store;
  char *id; /* (nullable): not made yet */
  GtkLabel *name;
  GtkLabel *caption;
  RkStatusChip *status;
  GtkLabel *since;
  GtkBox *status_line;
  GtkToggleButton *edit;
  GtkStack *tabs;
  RkApplicationData *data;
};

G_DEFINE_FINAL_TYPE (RkApplicationDetail, rk_application_detail, ADW_TYPE_BIN)

static guint created_signal;

/* --- header ---------------------------------------------------------------------------------- */

static void
append_part (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static char *
dup_reference (RkApplicationDetail *self, RkRecord *record, const char *field)
{
  const RkKind *kind = rk_record_get_kind (record);

  return rk_field_dup_text (self->store, &kind->fields[rk_kind_find_field (kind, field)],
                            rk_record_get (record, field));
}

static char *
dup_delivery (RkRecord *product)
{
  const char *delivery = product != NULL ? rk_record_get (product, "delivery") : NULL;

  return g_strdup (g_strcmp0 (delivery, "saas") == 0 ? _ ("SaaS") : "");
}

/* Supplier · version 7.2 · SaaS */
static char *
dup_caption (RkApplicationDetail *self, RkRecord *record)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *product_id = rk_record_get (record, "product");
  g_autoptr (RkRecord) product =
      product_id != NULL ? rk_store_get (self->store, "product", product_id, NULL) : NULL;
  g_autofree char *supplier = dup_reference (self, record, "supplier");
  g_autofree char *maker = product != NULL ? dup_reference (self, product, "supplier") : NULL;
  g_autofree char *label = dup_reference (self, record, "version");
  g_autofree char *delivery = dup_delivery (product);
  g_autofree char *version = NULL;

  if (*label != '\0')
    /* Translators: the version of a product: "version 7.2" */
    version = g_strdup_printf (_ ("version %s"), label);
  append_part (text, *supplier != '\0' ? supplier : maker);
  append_part (text, version);
  append_part (text, delivery);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_since (RkRecord *record)
{
  RkLifecycle status = rk_lifecycle_from_text (rk_record_get (record, "status"));
  gboolean planned = status == RK_LIFECYCLE_PLANNED;
  gboolean ends = status == RK_LIFECYCLE_PHASING_OUT || status == RK_LIFECYCLE_RETIRED;
  const char *date = rk_record_get (record, ends ? "end_date" : "start_date");
  g_autofree char *words = rk_format_date (date, RK_FORMAT_SENTENCE);

  if (date == NULL)
    return g_strdup ("");
  if (ends || planned)
    /* Translators: a date: from when it is planned, or until when it is used */
    return g_strdup_printf (planned ? _ ("from %s") : _ ("until %s"), words);
  /* Translators: a date */
  return g_strdup_printf (_ ("since %s"), words);
}

static void
set_count (RkApplicationDetail *self, const char *tab, const char *title, gint64 n)
{
  GtkWidget *child = gtk_stack_get_child_by_name (self->tabs, tab);
  /* Translators: the title of a tab and how many things are in it */
  g_autofree char *counted = g_strdup_printf (_ ("%s %u"), title, (guint) MAX (n, 0));

  if (child != NULL)
    gtk_stack_page_set_title (gtk_stack_get_page (self->tabs, child), n > 0 ? counted : title);
}

static void
load (GtkWidget *widget)
{
  RkApplicationDetail *self = RK_APPLICATION_DETAIL (widget);
  g_autoptr (RkRecord) record =
      self->id != NULL ? rk_store_get (self->store, "application", self->id, NULL) : NULL;
  g_autofree char *caption = record != NULL ? dup_caption (self, record) : NULL;
  g_autofree char *since = record != NULL ? dup_since (record) : NULL;

  gtk_label_set_label (self->name,
                       record != NULL ? rk_record_get_title (record) : _ ("New application"));
  gtk_label_set_label (self->caption, caption != NULL ? caption : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), caption != NULL && *caption != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->status_line), record != NULL);
  if (record == NULL)
    return;
  rk_status_chip_set_status (self->status,
                             rk_lifecycle_from_text (rk_record_get (record, "status")));
  gtk_label_set_label (self->since, since);
  set_count (self, "interfaces",
             _ ("Interfaces"), rk_store_count (self->store, "interface",
                                               "source = ?1 OR target = ?1", NULL, self->id, NULL));
}

/* --- tabs ------------------------------------------------------------------------------------ */

static GtkWidget *
make_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (child, "rk-pane");
  g_object_set (scroller, "child", child, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE,
                NULL);
  return scroller;
}

static GtkWidget *
make_tab (RkApplicationDetail *self, const char *name)
{
  if (g_str_equal (name, "interfaces"))
    return rk_neighbours_new (self->store, self->id);
  if (g_str_equal (name, "contract"))
    return rk_contracts_of_new (self->store, self->id);
  if (g_str_equal (name, "regie"))
    return rk_regie_editor_new (self->store, self->id);
  return rk_record_history_new (self->store, "application", self->id);
}

/* A tab is made when one first looks at it. */
static void
tab_shown_cb (RkApplicationDetail *self)
{
  GtkWidget *tab = gtk_stack_get_visible_child (self->tabs);

  if (ADW_IS_BIN (tab) && adw_bin_get_child (ADW_BIN (tab)) == NULL)
    adw_bin_set_child (ADW_BIN (tab),
                       make_scroller (
                           make_tab (self, gtk_stack_get_visible_child_name (self->tabs))));
}

static void
add_tabs (RkApplicationDetail *self)
{
  static const struct
  {
    const char *name;
    const char *title;
  } lazy[] = {
    { "interfaces", N_ ("Interfaces") },
    { "contract", N_ ("Contract") },
    { "regie", N_ ("Control") },
    { "history", N_ ("History") },
  };

  gtk_stack_add_titled (self->tabs, make_scroller (GTK_WIDGET (self->data)), "data", _ ("Data"));
  for (guint i = 0; self->id != NULL && i < G_N_ELEMENTS (lazy); i++)
    gtk_stack_add_titled (self->tabs, adw_bin_new (), lazy[i].name, _ (lazy[i].title));
  g_signal_connect_object (self->tabs, "notify::visible-child", G_CALLBACK (tab_shown_cb), self,
                           G_CONNECT_SWAPPED);
}

/* --- changing -------------------------------------------------------------------------------- */

static void
edit_toggled_cb (RkApplicationDetail *self)
{
  RkRecordEditor *editor = rk_application_data_get_editor (self->data);
  gboolean editing = gtk_toggle_button_get_active (self->edit);

  if (editing == rk_record_editor_get_editing (editor))
    return;
  gtk_stack_set_visible_child_name (self->tabs, "data");
  if (editing)
    rk_record_editor_focus_field (editor, NULL);
  else
    rk_record_editor_set_editing (editor, FALSE);
}

static void
editing_cb (RkApplicationDetail *self)
{
  gtk_toggle_button_set_active (self->edit, rk_record_editor_get_editing (
                                                rk_application_data_get_editor (self->data)));
}

static void
created_cb (RkApplicationDetail *self, const char *id)
{
  g_signal_emit (self, created_signal, 0, id);
}

static void
show_tab_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rk_application_detail_set_tab (RK_APPLICATION_DETAIL (widget),
                                 g_variant_get_string (parameter, NULL));
}

/* --- class ----------------------------------------------------------------------------------- */

static void
rk_application_detail_finalize (GObject *object)
{
  RkApplicationDetail *self = RK_APPLICATION_DETAIL (object);

  g_clear_object (&self->store);
  g_free (self->id);
  G_OBJECT_CLASS (rk_application_detail_parent_class)->finalize (object);
}

static void
rk_application_detail_class_init (RkApplicationDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rk_application_detail_finalize;
  created_signal = g_signal_new ("created", RK_TYPE_APPLICATION_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "application.show-tab", "s",
                                   show_tab_action);
  gtk_widget_class_set_template_from_resource (
      GTK_WIDGET_CLASS (klass),
      "/io/github/regiekamer/Regiekamer/applications/rk-application-detail.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), RkApplicationDetail, name);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), RkApplicationDetail, caption);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), RkApplicationDetail, since);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), RkApplicationDetail, status_line);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), RkApplicationDetail, edit);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), RkApplicationDetail, tabs);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), edit_toggled_cb);
}

static void
rk_application_detail_init (RkApplicationDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->status = RK_STATUS_CHIP (rk_status_chip_new (TRUE));
  gtk_box_prepend (self->status_line, GTK_WIDGET (self->status));
}

GtkWidget *
rk_application_detail_new (RkStore *store, const char *id)
{
  RkApplicationDetail *self;
  RkRecordEditor *editor;

  g_return_val_if_fail (RK_IS_STORE (store), NULL);
  self = g_object_new (RK_TYPE_APPLICATION_DETAIL, NULL);
  self->store = g_object_ref (store);
  self->id = g_strdup (id);
  self->data = RK_APPLICATION_DATA (rk_application_data_new (store, id));
  editor = rk_application_data_get_editor (self->data);
  add_tabs (self);
  gtk_widget_set_visible (GTK_WIDGET (self->edit), id != NULL && !rk_store_is_read_only (store));
  g_signal_connect_object (editor, "notify::editing", G_CALLBACK (editing_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  load (GTK_WIDGET (self));
  rk_refresh_on_change (GTK_WIDGET (self), store, load);
  return GTK_WIDGET (self);
}

void
rk_application_detail_edit (RkApplicationDetail *self)
{
  RkRecordEditor *editor;

  g_return_if_fail (RK_IS_APPLICATION_DETAIL (self));
  editor = rk_application_data_get_editor (self->data);
  gtk_stack_set_visible_child_name (self->tabs, "data");
  if (self->id != NULL && rk_record_editor_get_editing (editor))
    rk_record_editor_set_editing (editor, FALSE);
  else
    rk_record_editor_focus_field (editor, NULL);
}

void
rk_application_detail_go_on (RkApplicationDetail *self)
{
  g_return_if_fail (RK_IS_APPLICATION_DETAIL (self));
  rk_record_editor_focus_field (rk_application_data_get_editor (self->data), "product");
}

gboolean
rk_application_detail_is_editing (RkApplicationDetail *self)
{
  g_return_val_if_fail (RK_IS_APPLICATION_DETAIL (self), FALSE);
  return rk_record_editor_get_editing (rk_application_data_get_editor (self->data));
}

void
rk_application_detail_set_tab (RkApplicationDetail *self, const char *name)
{
  g_return_if_fail (RK_IS_APPLICATION_DETAIL (self));
  if (name != NULL && gtk_stack_get_child_by_name (self->tabs, name) != NULL)
    gtk_stack_set_visible_child_name (self->tabs, name);
}

const char *
rk_application_detail_get_tab (RkApplicationDetail *self)
{
  g_return_val_if_fail (RK_IS_APPLICATION_DETAIL (self), NULL);
  return gtk_stack_get_visible_child_name (self->tabs);
}
