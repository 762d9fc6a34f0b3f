/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-reference-set.h"

#include "rk-field-words.h"
#include "rk-reference-picker.h"
#include "rk-wrap-box.h"

#include <glib/gi18n.h>

struct _RkReferenceSet
{
  AdwBin parent_instance;
  RkStore *store;
  char *kind;
  GPtrArray *ids; /* sorted */
  GtkBox *box;
  GtkWidget *chips; /* (nullable) */
  RkReferencePicker *picker;
};

G_DEFINE_FINAL_TYPE (RkReferenceSet, rk_reference_set, ADW_TYPE_BIN)

static guint changed_signal;

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
remove_cb (RkReferenceSet *self, GtkWidget *button)
{
  const char *id = g_object_get_data (G_OBJECT (button), "rk-id");

  for (guint i = 0; i < self->ids->len; i++)
    if (g_str_equal (g_ptr_array_index (self->ids, i), id))
      {
        g_ptr_array_remove_index (self->ids, i);
        break;
      }
  gtk_widget_grab_focus (rk_reference_picker_get_entry (self->picker));
  gtk_widget_unparent (button);
  gtk_widget_set_visible (self->chips, self->ids->len > 0);
  g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
make_chip (RkReferenceSet *self, const char *id)
{
  g_autofree char *name = rk_record_dup_name_of (self->store, self->kind, id);
  /* Translators: the name of one of several chosen things */
  g_autofree char *label = g_strdup_printf (_ ("Take out %s"), name);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), *name != '\0' ? name : _ ("unknown"));
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "window-close-symbolic");
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "rk-chip");
  g_object_set_data_full (G_OBJECT (button), "rk-id", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
fill_chips (RkReferenceSet *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < self->ids->len; i++)
    rk_wrap_box_append (RK_WRAP_BOX (self->chips),
                        make_chip (self, g_ptr_array_index (self->ids, i)));
  gtk_widget_set_visible (self->chips, self->ids->len > 0);
}

static void
picked_cb (RkReferenceSet *self)
{
  g_autofree char *id = g_strdup (rk_reference_picker_get_id (self->picker));

  rk_reference_picker_set_id (self->picker, NULL);
  if (id == NULL || g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, NULL))
    return;
  g_ptr_array_add (self->ids, g_steal_pointer (&id));
  g_ptr_array_sort (self->ids, compare_ids);
  fill_chips (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
rk_reference_set_dispose (GObject *object)
{
  RkReferenceSet *self = RK_REFERENCE_SET (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  G_OBJECT_CLASS (rk_reference_set_parent_class)->dispose (object);
}

static void
rk_reference_set_class_init (RkReferenceSetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_reference_set_dispose;
  changed_signal = g_signal_new ("changed", RK_TYPE_REFERENCE_SET, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
rk_reference_set_init (RkReferenceSet *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->chips = rk_wrap_box_new ();
  gtk_widget_set_visible (self->chips, FALSE);
  gtk_box_append (self->box, self->chips);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
rk_reference_set_new (RkStore *store, const char *kind)
{
  RkReferenceSet *self = g_object_new (RK_TYPE_REFERENCE_SET, NULL);

  self->store = g_object_ref (store);
  self->kind = g_strdup (kind);
  self->picker = RK_REFERENCE_PICKER (rk_reference_picker_new (store, kind));
  gtk_box_append (self->box, GTK_WIDGET (self->picker));
  g_signal_connect_swapped (self->picker, "changed", G_CALLBACK (picked_cb), self);
  return GTK_WIDGET (self);
}

void
rk_reference_set_set_value (RkReferenceSet *self, const char *value)
{
  g_auto (GStrv) ids = g_strsplit (value != NULL ? value : "", " ", -1);

  g_return_if_fail (RK_IS_REFERENCE_SET (self));
  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; ids[i] != NULL; i++)
    if (*ids[i] != '\0')
      g_ptr_array_add (self->ids, g_strdup (ids[i]));
  fill_chips (self);
}

char *
rk_reference_set_dup_value (RkReferenceSet *self)
{
  g_autoptr (GString) value = g_string_new (NULL);

  g_return_val_if_fail (RK_IS_REFERENCE_SET (self), NULL);
  for (guint i = 0; i < self->ids->len; i++)
    g_string_append_printf (value, "%s%s", i > 0 ? " " : "",
                            (char *) g_ptr_array_index (self->ids, i));
  return g_string_free (g_steal_pointer (&value), FALSE);
}

void
rk_reference_set_set_label (RkReferenceSet *self, const char *label)
{
  g_return_if_fail (RK_IS_REFERENCE_SET (self));
  rk_reference_picker_set_label (self->picker, label);
}

GtkWidget *
rk_reference_set_get_entry (RkReferenceSet *self)
{
  g_return_val_if_fail (RK_IS_REFERENCE_SET (self), NULL);
  return rk_reference_picker_get_entry (self->picker);
}
