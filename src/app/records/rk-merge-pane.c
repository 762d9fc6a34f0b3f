/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-merge-pane.h"

#include "rk-field-words.h"
#include "rk-merge.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

struct _RkMergePane
{
  AdwBin parent_instance;
  RkStore *store;
  const RkKind *kind;
  GStrv ids;
  GHashTable *chosen; /* field name → value */
  GtkLabel *message;
};

G_DEFINE_FINAL_TYPE (RkMergePane, rk_merge_pane, ADW_TYPE_BIN)

static guint closed_signal;

static void
chosen_cb (GtkCheckButton *radio, RkMergePane *self)
{
  if (gtk_check_button_get_active (radio))
    g_hash_table_insert (self->chosen, g_strdup (g_object_get_data (G_OBJECT (radio), "rk-field")),
                         g_strdup (g_object_get_data (G_OBJECT (radio), "rk-value")));
}

static GtkWidget *
make_radio (RkMergePane *self, const RkField *field, const char *value, GtkCheckButton *group)
{
  g_autofree char *text = rk_field_dup_text (self->store, field, value);
  GtkWidget *radio = gtk_check_button_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  /* Translators: the name of a field and one of the values to choose from */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), _ (field->label), text);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (radio), group);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (radio), group == NULL);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (radio), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (radio), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (radio), "rk-field", (gpointer) field->name);
  g_object_set_data_full (G_OBJECT (radio), "rk-value", g_strdup (value), g_free);
  g_signal_connect_object (radio, "toggled", G_CALLBACK (chosen_cb), self, 0);
  return radio;
}

static GtkWidget *
make_choice (RkMergePane *self, const RkMergeChoice *choice)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *caption =
      g_object_new (GTK_TYPE_LABEL, "label", _ (choice->field->label), "xalign", 0.0, NULL);
  GtkCheckButton *group = NULL;

  gtk_widget_add_css_class (caption, "rk-caption");
  gtk_box_append (GTK_BOX (box), caption);
  for (guint i = 0; i < choice->values->len; i++)
    {
      GtkWidget *radio =
          make_radio (self, choice->field, g_ptr_array_index (choice->values, i), group);

      group = group == NULL ? GTK_CHECK_BUTTON (radio) : group;
      gtk_box_append (GTK_BOX (box), radio);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (choice->field->label), -1);
  return row;
}

static void
cancel_cb (RkMergePane *self)
{
  g_signal_emit (self, closed_signal, 0, NULL);
}

static void
apply_cb (RkMergePane *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (!rk_merge (self->store, self->kind->name, (const char *const *) self->ids, self->chosen,
                 &error))
    {
      gtk_label_set_label (self->message, error->message);
      return;
    }
  name = rk_record_dup_name_of (self->store, self->kind->name, self->ids[0]);
  /* Translators: the name of what stays */
  text = g_strdup_printf (_ ("Merged into %s"), name);
  rk_toast_show_undo (GTK_WIDGET (self), self->store, text);
  g_signal_emit (self, closed_signal, 0, self->ids[0]);
}

static void
rk_merge_pane_finalize (GObject *object)
{
  RkMergePane *self = RK_MERGE_PANE (object);

  g_clear_object (&self->store);
  g_strfreev (self->ids);
  g_hash_table_unref (self->chosen);
  G_OBJECT_CLASS (rk_merge_pane_parent_class)->finalize (object);
}

static void
rk_merge_pane_class_init (RkMergePaneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rk_merge_pane_finalize;
  closed_signal = g_signal_new ("closed", RK_TYPE_MERGE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rk_merge_pane_init (RkMergePane *self)
{
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static GtkWidget *
make_buttons (RkMergePane *self, gboolean possible)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));
  GtkWidget *apply = gtk_button_new_with_label (_ ("Merge"));

  gtk_widget_add_css_class (apply, "suggested-action");
  gtk_widget_set_sensitive (apply, possible);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_box_append (GTK_BOX (box), apply);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (apply, "clicked", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static char *
dup_names (RkMergePane *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; self->ids[i] != NULL; i++)
    {
      g_autofree char *name = rk_record_dup_name_of (self->store, self->kind->name, self->ids[i]);
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
build (RkMergePane *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) choices = rk_merge_list_choices (self->store, self->kind->name,
                                                         (const char *const *) self->ids, &error);
  g_autofree char *names = dup_names (self);
  /* Translators: the names of what will be merged */
  g_autofree char *title = g_strdup_printf (_ ("Merge %s"), names);
  GtkWidget *heading =
      g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (heading, "title-4");
  self->message = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_label_set_label (self->message,
                       error != NULL
                           ? error->message
                           : _ ("Choose the right value where they differ. Interfaces, contracts "
                                "and all else that refers to them will refer to the one that "
                                "stays."));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Values that differ"), -1);
  gtk_widget_add_css_class (list, "rk-boxed");
  gtk_widget_add_css_class (list, "rk-fields");
  for (guint i = 0; choices != NULL && i < choices->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_choice (self, g_ptr_array_index (choices, i)));
  gtk_widget_set_visible (list, choices != NULL && choices->len > 0);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->message));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), make_buttons (self, error == NULL));
  gtk_widget_add_css_class (box, "rk-pane");
  g_object_set (scroller, "child", box, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
rk_merge_pane_new (RkStore *store, const char *kind, const char *const *ids)
{
  RkMergePane *self;

  g_return_val_if_fail (RK_IS_STORE (store) && ids != NULL, NULL);
  self = g_object_new (RK_TYPE_MERGE_PANE, NULL);
  self->store = g_object_ref (store);
  self->kind = rk_store_get_kind (store, kind);
  self->ids = g_strdupv ((char **) ids);
  build (self);
  return GTK_WIDGET (self);
}
