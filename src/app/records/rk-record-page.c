/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-record-page.h"

#include "rk-field-words.h"
#include "rk-record-editor.h"
#include "rk-record-group.h"
#include "rk-record-history.h"
#include "rk-remove.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

struct _RkRecordPage
{
  AdwBin parent_instance;
  RkStore *store;
  const RkKind *kind;
  char *id;
  RkRecordEditor *editor;
  GtkWidget *edit_button;
  GtkStack *tabs;
};

G_DEFINE_FINAL_TYPE (RkRecordPage, rk_record_page, ADW_TYPE_BIN)

/* What belongs to a record of a kind and is shown with it. */
static const struct
{
  const char *owner;
  const char *kind;
  const char *field;
  const char *summary;
  const char *title;
} groups[] = {
  { "product", "product_version", "product", "status", N_ ("Versions") },
  { "product", "product_standard", "product", "evidence", N_ ("Standards") },
  { "product", "application", "product", "status", N_ ("Applications of this product") },
  { "supplier", "product", "supplier", "description", N_ ("Products") },
  { "dataset", "dataset_flow", "dataset", "application", N_ ("Life of the data, in six steps") },
  { "building_block", "adoption", "building_block", "status", N_ ("Use") },
  { "standard", "product_standard", "standard", "product", N_ ("Products that follow it") },
};

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkRecordPage *self = RK_RECORD_PAGE (widget);

  gtk_stack_set_visible_child_name (self->tabs, "fields");
  if (rk_record_editor_get_editing (self->editor))
    rk_record_editor_set_editing (self->editor, FALSE);
  else
    rk_record_editor_focus_field (self->editor, NULL);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RkRecordPage *self = RK_RECORD_PAGE (widget);
  g_autofree char *title = rk_record_page_dup_title (self);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!rk_portfolio_remove (self->store, self->kind->name, (const char *const[]){ self->id, NULL },
                            &error))
    {
      rk_toast_show (widget, error->message, NULL, NULL);
      return;
    }
  /* Translators: the name of what was removed */
  text = g_strdup_printf (_ ("%s removed"), title);
  rk_toast_show_undo (widget, self->store, text);
  gtk_widget_activate_action (widget, "win.forget-location", "s", gtk_widget_get_name (widget));
}

static void
editing_cb (RkRecordPage *self)
{
  gboolean editing = rk_record_editor_get_editing (self->editor);

  gtk_button_set_label (GTK_BUTTON (self->edit_button), editing ? _ ("Done") : _ ("Change"));
}

static GtkWidget *
make_fields (RkRecordPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->editor = RK_RECORD_EDITOR (rk_record_editor_new (self->store, self->kind->name, self->id));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->editor));
  g_signal_connect_object (self->editor, "notify::editing", G_CALLBACK (editing_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_equal (groups[i].owner, self->kind->name))
      {
        GtkWidget *group = rk_record_group_new (self->store, groups[i].kind, groups[i].field,
                                                self->id, _ (groups[i].title));

        rk_record_group_set_summary (RK_RECORD_GROUP (group), groups[i].summary);
        gtk_box_append (GTK_BOX (box), group);
      }
  return box;
}

static GtkWidget *
make_buttons (RkRecordPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = gtk_button_new_with_label (_ ("Remove"));

  self->edit_button = gtk_button_new_with_label (_ ("Change"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->edit_button), "record.edit");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), "record.remove");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), self->edit_button);
  gtk_box_append (GTK_BOX (box), remove);
  return box;
}

static void
build (RkRecordPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->tabs = GTK_STACK (gtk_stack_new ());
  g_object_set (self->tabs, "vhomogeneous", FALSE, NULL);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->tabs);
  gtk_box_append (GTK_BOX (line), switcher);
  gtk_box_append (GTK_BOX (line), make_buttons (self));
  gtk_stack_add_titled (self->tabs, make_fields (self), "fields", _ ("Data"));
  gtk_stack_add_titled (self->tabs, rk_record_history_new (self->store, self->kind->name, self->id),
                        "history", _ ("History"));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->tabs));
  gtk_widget_add_css_class (box, "rk-page");
  g_object_set (clamp, "maximum-size", 720, "child", box, NULL);
  g_object_set (scroller, "child", clamp, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  adw_bin_set_child (ADW_BIN (self), scroller);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.edit",
                                 !rk_store_is_read_only (self->store));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.remove",
                                 !rk_store_is_read_only (self->store));
}

static void
rk_record_page_finalize (GObject *object)
{
  RkRecordPage *self = RK_RECORD_PAGE (object);

  g_clear_object (&self->store);
  g_free (self->id);
  G_OBJECT_CLASS (rk_record_page_parent_class)->finalize (object);
}

static void
rk_record_page_class_init (RkRecordPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rk_record_page_finalize;
  gtk_widget_class_install_action (widget_class, "record.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "record.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "record.edit", NULL);
}

static void
rk_record_page_init (RkRecordPage *self)
{
}

GtkWidget *
rk_record_page_new (RkStore *store, const char *kind, const char *id)
{
  const RkKind *description = rk_store_get_kind (store, kind);
  g_autoptr (RkRecord) record = description != NULL ? rk_store_get (store, kind, id, NULL) : NULL;
  RkRecordPage *self;

  if (record == NULL)
    return NULL;
  self = g_object_new (RK_TYPE_RECORD_PAGE, NULL);
  self->store = g_object_ref (store);
  self->kind = description;
  self->id = g_strdup (id);
  build (self);
  return GTK_WIDGET (self);
}

/* Puts a tab after all others: a GtkStack has no other order than that of adding. */
static void
move_to_end (RkRecordPage *self, const char *name, const char *title)
{
  GtkWidget *child = g_object_ref (gtk_stack_get_child_by_name (self->tabs, name));

  gtk_stack_remove (self->tabs, child);
  gtk_stack_add_titled (self->tabs, child, name, title);
  g_object_unref (child);
}

void
rk_record_page_add_overview (RkRecordPage *self, GtkWidget *overview)
{
  g_return_if_fail (RK_IS_RECORD_PAGE (self));
  gtk_stack_add_titled (self->tabs, overview, "overview", _ ("Overview"));
  move_to_end (self, "fields", _ ("Data"));
  move_to_end (self, "history", _ ("History"));
  gtk_stack_set_visible_child (self->tabs, overview);
}

char *
rk_record_page_dup_title (RkRecordPage *self)
{
  g_return_val_if_fail (RK_IS_RECORD_PAGE (self), NULL);
  return rk_record_dup_name_of (self->store, self->kind->name, self->id);
}

char *
rk_record_page_dup_subtitle (RkRecordPage *self)
{
  g_return_val_if_fail (RK_IS_RECORD_PAGE (self), NULL);
  return rk_kind_dup_title (self->kind);
}
