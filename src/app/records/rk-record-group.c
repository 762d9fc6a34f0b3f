/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-record-group.h"

#include "rk-field-words.h"
#include "rk-record-editor.h"
#include "rk-refresh.h"
#include "rk-remove.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

struct _RkRecordGroup
{
  AdwBin parent_instance;
  RkStore *store;
  const RkKind *kind;
  char *field;
  char *owner;
  char *summary;     /* (nullable) */
  GPtrArray *hidden; /* names of fields */
  GtkBox *box;
  GtkLabel *description;
  GtkLabel *none;
  GtkListBox *list;
  GtkWidget *add;
  GHashTable *rows; /* id → row, "" the new one; all borrowed but the ids */
  gboolean own_add;
};

/* What a row holds, as data of it. */
typedef struct
{
  char *id;
  GtkLabel *name;
  GtkLabel *summary;
  GtkWidget *button;
  GtkRevealer *revealer;
  RkRecordEditor *editor; /* (nullable): once it was opened */
} Row;

G_DEFINE_FINAL_TYPE (RkRecordGroup, rk_record_group, ADW_TYPE_BIN)

static guint add_signal;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->id);
  g_free (row);
}

/* --- rows ------------------------------------------------------------------------------------ */

static void
remove_cb (RkRecordGroup *self, GtkWidget *button)
{
  const char *id = g_object_get_data (G_OBJECT (button), "rk-id");
  g_autofree char *name = rk_record_dup_name_of (self->store, self->kind->name, id);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!rk_portfolio_remove (self->store, self->kind->name, (const char *const[]){ id, NULL },
                            &error))
    {
      rk_toast_show (GTK_WIDGET (self), error->message, NULL, NULL);
      return;
    }
  /* Translators: the name of what was removed */
  text = g_strdup_printf (_ ("%s removed"), name);
  rk_toast_show_undo (GTK_WIDGET (self), self->store, text);
}

static GtkWidget *
make_remove_button (RkRecordGroup *self, const char *id)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Remove"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "rk-id", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
created_cb (RkRecordGroup *self)
{
  GtkWidget *row = g_hash_table_lookup (self->rows, "");

  if (row == NULL)
    return;
  g_hash_table_remove (self->rows, "");
  gtk_list_box_remove (self->list, row);
}

static void
open_row (RkRecordGroup *self, Row *row)
{
  GtkWidget *box;

  gtk_revealer_set_reveal_child (row->revealer, TRUE);
  if (row->editor != NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  row->editor = RK_RECORD_EDITOR (
      rk_record_editor_new (self->store, self->kind->name, *row->id != '\0' ? row->id : NULL));
  if (*row->id == '\0')
    rk_record_editor_preset (row->editor, self->field, self->owner);
  for (guint i = 0; i < self->hidden->len; i++)
    rk_record_editor_hide_field (row->editor, g_ptr_array_index (self->hidden, i));
  rk_record_editor_set_editing (row->editor, TRUE);
  gtk_widget_set_margin_top (box, 6);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->editor));
  if (*row->id != '\0' && !rk_store_is_read_only (self->store))
    gtk_box_append (GTK_BOX (box), make_remove_button (self, row->id));
  g_signal_connect_object (row->editor, "created", G_CALLBACK (created_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_revealer_set_child (row->revealer, box);
}

static void
toggled_cb (RkRecordGroup *self, GtkWidget *button)
{
  GtkWidget *list_row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  Row *row = g_object_get_data (G_OBJECT (list_row), "rk-row");

  if (!gtk_revealer_get_reveal_child (row->revealer))
    {
      open_row (self, row);
      gtk_widget_add_css_class (list_row, "open");
      return;
    }
  rk_record_editor_commit (row->editor);
  gtk_revealer_set_reveal_child (row->revealer, FALSE);
  gtk_widget_remove_css_class (list_row, "open");
}

static GtkWidget *
make_row (RkRecordGroup *self, const char *id)
{
  GtkWidget *list_row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  Row *row = g_new0 (Row, 1);

  row->id = g_strdup (id);
  row->name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  row->summary = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  row->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_widget_add_css_class (GTK_WIDGET (row->summary), "rk-caption");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (row->name));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (row->summary));
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  row->button = gtk_button_new ();
  gtk_widget_add_css_class (row->button, "flat");
  gtk_widget_add_css_class (row->button, "rk-opens");
  gtk_button_set_child (GTK_BUTTON (row->button), line);
  g_signal_connect_object (row->button, "clicked", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), row->button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->revealer));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list_row), FALSE);
  gtk_widget_set_focusable (list_row, FALSE);
  g_object_set_data_full (G_OBJECT (list_row), "rk-row", row, row_free);
  gtk_list_box_append (self->list, list_row);
  g_hash_table_insert (self->rows, g_strdup (id), list_row);
  return list_row;
}

static void
show_row (RkRecordGroup *self, GtkWidget *list_row, RkRecord *record)
{
  Row *row = g_object_get_data (G_OBJECT (list_row), "rk-row");
  g_autofree char *name = rk_record_dup_name (self->store, record);
  g_autofree char *summary = NULL;
  int i = self->summary != NULL ? rk_kind_find_field (self->kind, self->summary) : -1;

  if (i >= 0)
    summary = rk_field_dup_text (self->store, &self->kind->fields[i],
                                 rk_record_get (record, self->summary));
  gtk_label_set_label (row->name, name);
  gtk_label_set_label (row->summary, summary != NULL ? summary : "");
  gtk_widget_set_visible (GTK_WIDGET (row->summary), summary != NULL && *summary != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
drop_rows (RkRecordGroup *self, GHashTable *kept)
{
  GHashTableIter iter;
  gpointer id, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    if (*(char *) id != '\0' && !g_hash_table_contains (kept, id))
      {
        gtk_list_box_remove (self->list, row);
        g_hash_table_iter_remove (&iter);
      }
}

static void
fill (GtkWidget *widget)
{
  RkRecordGroup *self = RK_RECORD_GROUP (widget);
  const RkField *field = &self->kind->fields[rk_kind_find_field (self->kind, self->field)];
  g_autofree char *where =
      field->type == RK_FIELD_REFERENCE_SET
          ? g_strdup_printf ("instr (' ' || \"%s\" || ' ', ' ' || ?1 || ' ')", self->field)
          : g_strdup_printf ("\"%s\" = ?1", self->field);
  g_autoptr (GPtrArray) records =
      rk_store_list (self->store, self->kind->name, where, NULL, NULL, self->owner, NULL);
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      RkRecord *record = g_ptr_array_index (records, i);
      const char *id = rk_record_get_id (record);
      GtkWidget *row = g_hash_table_lookup (self->rows, id);

      g_hash_table_add (kept, (char *) id);
      show_row (self, row != NULL ? row : make_row (self, id), record);
    }
  drop_rows (self, kept);
  gtk_widget_set_visible (GTK_WIDGET (self->list), g_hash_table_size (self->rows) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->none), g_hash_table_size (self->rows) == 0);
}

void
rk_record_group_focus_add (RkRecordGroup *self)
{
  g_return_if_fail (RK_IS_RECORD_GROUP (self));
  gtk_widget_grab_focus (self->add);
}

void
rk_record_group_add (RkRecordGroup *self)
{
  GtkWidget *row;
  Row *data;
  g_autofree char *name = NULL;

  g_return_if_fail (RK_IS_RECORD_GROUP (self));
  row = g_hash_table_lookup (self->rows, "");
  if (row == NULL)
    row = make_row (self, "");
  data = g_object_get_data (G_OBJECT (row), "rk-row");
  /* Translators: a kind of record: "rating" */
  name = g_strdup_printf (_ ("New %s"), _ (self->kind->label));
  gtk_label_set_label (data->name, name);
  gtk_widget_set_visible (GTK_WIDGET (data->summary), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (data->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->none), FALSE);
  open_row (self, data);
  rk_record_editor_focus_field (data->editor, NULL);
}

static void
add_clicked_cb (RkRecordGroup *self)
{
  if (self->own_add)
    g_signal_emit (self, add_signal, 0);
  else
    rk_record_group_add (self);
}

/* --- class ----------------------------------------------------------------------------------- */

static void
rk_record_group_finalize (GObject *object)
{
  RkRecordGroup *self = RK_RECORD_GROUP (object);

  g_clear_object (&self->store);
  g_free (self->field);
  g_free (self->owner);
  g_free (self->summary);
  g_ptr_array_unref (self->hidden);
  g_hash_table_unref (self->rows);
  G_OBJECT_CLASS (rk_record_group_parent_class)->finalize (object);
}

static void
rk_record_group_class_init (RkRecordGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rk_record_group_finalize;
  add_signal = g_signal_new ("add", RK_TYPE_RECORD_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                             G_TYPE_NONE, 0);
}

static void
rk_record_group_init (RkRecordGroup *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->hidden = g_ptr_array_new_with_free_func (g_free);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

static void
add_header (RkRecordGroup *self, const char *title)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "hexpand", TRUE,
                                     "wrap", TRUE, NULL);
  g_autofree char *label = NULL;

  /* Translators: adds to the group with this title: "Ratings" */
  label = g_strdup_printf (_ ("Add to %s"), title);
  self->add = gtk_button_new_with_label (_ ("Add"));
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_add_css_class (self->add, "rk-link");
  gtk_widget_set_visible (self->add, !rk_store_is_read_only (self->store));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_box_append (GTK_BOX (line), heading);
  gtk_box_append (GTK_BOX (line), self->add);
  gtk_box_append (self->box, line);
}

GtkWidget *
rk_record_group_new (RkStore *store, const char *kind, const char *field, const char *owner,
                     const char *title)
{
  RkRecordGroup *self = g_object_new (RK_TYPE_RECORD_GROUP, NULL);

  self->store = g_object_ref (store);
  self->kind = rk_store_get_kind (store, kind);
  self->field = g_strdup (field);
  self->owner = g_strdup (owner);
  /* a set can hold others too: then one sees them */
  if (self->kind->fields[rk_kind_find_field (self->kind, field)].type == RK_FIELD_REFERENCE)
    rk_record_group_hide_field (self, field);
  add_header (self, title);
  self->description =
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL);
  self->none = g_object_new (GTK_TYPE_LABEL, "label", _ ("Nothing yet."), "xalign", 0.0, NULL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->description), "rk-secondary");
  gtk_widget_add_css_class (GTK_WIDGET (self->none), "rk-secondary");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "rk-boxed");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "rk-fields");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_box_append (self->box, GTK_WIDGET (self->description));
  gtk_box_append (self->box, GTK_WIDGET (self->none));
  gtk_box_append (self->box, GTK_WIDGET (self->list));
  rk_refresh_on_change (GTK_WIDGET (self), store, fill);
  return GTK_WIDGET (self);
}

void
rk_record_group_set_summary (RkRecordGroup *self, const char *field)
{
  g_return_if_fail (RK_IS_RECORD_GROUP (self));
  g_free (self->summary);
  self->summary = g_strdup (field);
}

void
rk_record_group_hide_field (RkRecordGroup *self, const char *field)
{
  g_return_if_fail (RK_IS_RECORD_GROUP (self) && field != NULL);
  g_ptr_array_add (self->hidden, g_strdup (field));
}

void
rk_record_group_set_description (RkRecordGroup *self, const char *sentence)
{
  g_return_if_fail (RK_IS_RECORD_GROUP (self));
  gtk_label_set_label (self->description, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->description), TRUE);
}

void
rk_record_group_set_own_add (RkRecordGroup *self)
{
  g_return_if_fail (RK_IS_RECORD_GROUP (self));
  self->own_add = TRUE;
}
