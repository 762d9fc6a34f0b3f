/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-change-pane.h"

#include "rk-bulk.h"
#include "rk-field-control.h"
#include "rk-field-words.h"
#include "rk-status-label.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

struct _RkChangePane
{
  AdwBin parent_instance;
  RkStore *store;
  const RkKind *kind;
  GStrv ids;
  GPtrArray *fields; /* of RkField, borrowed: in the order of the list */
  GtkDropDown *field;
  AdwBin *value;
  RkFieldControl *control;
  GtkLabel *preview;
  GtkWidget *apply;
};

G_DEFINE_FINAL_TYPE (RkChangePane, rk_change_pane, ADW_TYPE_BIN)

static guint closed_signal;

static const RkField *
get_field (RkChangePane *self)
{
  return g_ptr_array_index (self->fields, gtk_drop_down_get_selected (self->field));
}

/* FALSE: what is typed is no value; the preview says what is expected. */
static gboolean
read_value (RkChangePane *self, char **value)
{
  g_autofree char *typed = rk_field_control_dup_typed (self->control);
  g_autoptr (GError) error = NULL;

  if (rk_field_parse (get_field (self), typed, value, &error))
    return TRUE;
  gtk_label_set_label (self->preview, error->message);
  return FALSE;
}

static void
show_preview (RkChangePane *self)
{
  const RkField *field = get_field (self);
  g_autofree char *value = NULL;
  g_autofree char *text = NULL;
  g_autofree char *sentence = NULL;
  gint64 n;

  gtk_widget_set_sensitive (self->apply, FALSE);
  if (!read_value (self, &value))
    return;
  n = rk_bulk_count (self->store, self->kind->name, (const char *const *) self->ids, field->name,
                     value, NULL);
  text = rk_field_dup_text (self->store, field, value);
  if (n <= 0)
    sentence = g_strdup (_ ("They have this value already."));
  else
    /* Translators: a number, a kind ("applications"), a field and its new value */
    sentence = g_strdup_printf (_ ("%u %s: %s becomes “%s”."), (guint) n,
                                   n == 1 ? _ (self->kind->label)
                                          : _ (self->kind->label_plural),
                                               _ (field->label),
                                                  *text != '\0' ? text : _ ("Not filled in"));
  gtk_label_set_label (self->preview, sentence);
  rk_announce (GTK_WIDGET (self), sentence);
  gtk_widget_set_sensitive (self->apply, n > 0);
}

static void
field_chosen_cb (RkChangePane *self)
{
  self->control = RK_FIELD_CONTROL (rk_field_control_new (self->store, get_field (self)));
  adw_bin_set_child (self->value, GTK_WIDGET (self->control));
  g_signal_connect_object (self->control, "touched", G_CALLBACK (show_preview), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->control, "done", G_CALLBACK (show_preview), self,
                           G_CONNECT_SWAPPED);
  /* clearing is a choice too, but nobody's first one */
  gtk_label_set_label (self->preview, _ ("Choose the new value."));
  gtk_widget_set_sensitive (self->apply, FALSE);
}

static void
cancel_cb (RkChangePane *self)
{
  g_signal_emit (self, closed_signal, 0);
}

static void
apply_cb (RkChangePane *self)
{
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!read_value (self, &value))
    return;
  /* Translators: the sentence of the preview becomes the message: "3 applications: …" */
  text = g_strdup (gtk_label_get_label (self->preview));
  if (!rk_bulk_set (self->store, self->kind->name, (const char *const *) self->ids,
                    get_field (self)->name, value, &error))
    {
      gtk_label_set_label (self->preview, error->message);
      return;
    }
  rk_toast_show_undo (GTK_WIDGET (self), self->store, text);
  g_signal_emit (self, closed_signal, 0);
}

static void
rk_change_pane_finalize (GObject *object)
{
  RkChangePane *self = RK_CHANGE_PANE (object);

  g_clear_object (&self->store);
  g_strfreev (self->ids);
  g_ptr_array_unref (self->fields);
  G_OBJECT_CLASS (rk_change_pane_parent_class)->finalize (object);
}

static void
rk_change_pane_class_init (RkChangePaneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rk_change_pane_finalize;
  closed_signal = g_signal_new ("closed", RK_TYPE_CHANGE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
rk_change_pane_init (RkChangePane *self)
{
  self->fields = g_ptr_array_new ();
}

static GtkWidget *
make_buttons (RkChangePane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));

  self->apply = gtk_button_new_with_label (_ ("Change"));
  gtk_widget_add_css_class (self->apply, "suggested-action");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_box_append (GTK_BOX (box), self->apply);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->apply, "clicked", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static GtkWidget *
make_caption (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, "rk-caption");
  return label;
}

static void
build (RkChangePane *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  guint n = g_strv_length (self->ids);
  g_autofree char *title = NULL;
  GtkWidget *heading;
  GtkWidget *buttons = make_buttons (self);

  /* Translators: a number and a kind: "Change 3 applications" */
  title = g_strdup_printf (_ ("Change %u %s"), n,
                              n == 1 ? _ (self->kind->label) : _ (self->kind->label_plural));
  heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (heading, "title-4");
  self->value = ADW_BIN (adw_bin_new ());
  self->preview = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_set_margin_top (GTK_WIDGET (self->preview), 12);
  gtk_widget_set_margin_top (buttons, 12);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), make_caption (_ ("Field")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->field));
  gtk_box_append (GTK_BOX (box), make_caption (_ ("New value")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->value));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->preview));
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "rk-pane");
  g_object_set (scroller, "child", box, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/* What names a record is not the same for several. */
static void
make_fields (RkChangePane *self)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  guint status = 0;

  for (const RkField *field = self->kind->fields; field->name != NULL; field++)
    if (rk_field_control_can_edit (field) && !g_str_equal (field->name, self->kind->title_field) &&
        !g_str_equal (field->name, "object_id"))
      {
        if (g_str_equal (field->name, "status"))
          status = self->fields->len;
        g_ptr_array_add (self->fields, (gpointer) field);
        gtk_string_list_append (labels, _ (field->label));
      }
  self->field = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (labels), NULL));
  gtk_drop_down_set_selected (self->field, status);
  gtk_accessible_update_property (GTK_ACCESSIBLE (
                                      gtk_widget_get_first_child (GTK_WIDGET (self->field))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Field"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Field"), -1);
  g_signal_connect_object (self->field, "notify::selected", G_CALLBACK (field_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
rk_change_pane_new (RkStore *store, const char *kind, const char *const *ids)
{
  RkChangePane *self;

  g_return_val_if_fail (RK_IS_STORE (store) && ids != NULL, NULL);
  self = g_object_new (RK_TYPE_CHANGE_PANE, NULL);
  self->store = g_object_ref (store);
  self->kind = rk_store_get_kind (store, kind);
  self->ids = g_strdupv ((char **) ids);
  make_fields (self);
  build (self);
  field_chosen_cb (self);
  return GTK_WIDGET (self);
}
