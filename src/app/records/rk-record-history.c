/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-record-history.h"

#include "rk-change.h"
#include "rk-field-words.h"
#include "rk-format.h"
#include "rk-history.h"
#include "rk-refresh.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

/* More than this is read by nobody in one go; a button shows the rest. */
#define FIRST_ROWS 50

struct _RkRecordHistory
{
  AdwBin parent_instance;
  RkStore *store;
  const RkKind *kind;
  char *id;
  GtkBox *box;
  GtkListBox *list;
  GtkWidget *more;
  gboolean all;
};

G_DEFINE_FINAL_TYPE (RkRecordHistory, rk_record_history, ADW_TYPE_BIN)

static char *
dup_moment (const RkHistoryEntry *entry)
{
  g_autofree char *date = rk_format_relative (entry->at, NULL);

  if (*entry->author == '\0')
    return g_steal_pointer (&date);
  /* Translators: a moment, then who did it */
  return g_strdup_printf (_ ("%s · %s"), date, entry->author);
}

static char *
dup_change (RkRecordHistory *self, const RkHistoryEntry *entry)
{
  g_autofree char *before = rk_field_dup_text (self->store, entry->field, entry->base);
  g_autofree char *after = rk_field_dup_text (self->store, entry->field, entry->value);

  /* Translators: an earlier and a later value; a dash is "nothing" */
  return g_strdup_printf (_ ("%s → %s"), *before != '\0' ? before : "–",
                             *after != '\0' ? after : "–");
}

/* Puts back what the field was after that step. */
static void
restore_cb (RkRecordHistory *self, GtkWidget *button)
{
  const RkField *field = g_object_get_data (G_OBJECT (button), "rk-field");
  const char *value = g_object_get_data (G_OBJECT (button), "rk-value");
  g_autofree char *name = rk_record_dup_name_of (self->store, self->kind->name, self->id);
  g_autofree char *label = rk_field_dup_step (field, name);
  g_autoptr (RkChange) change = rk_change_new (self->store, label);
  g_autoptr (GError) error = NULL;

  rk_change_set_field (change, self->kind->name, self->id, field->name, value);
  if (rk_change_apply (change, &error))
    rk_toast_show_undo (GTK_WIDGET (self), self->store, _ ("Earlier value put back"));
  else
    rk_toast_show (GTK_WIDGET (self), error->message, NULL, NULL);
}

static GtkWidget *
make_restore_button (RkRecordHistory *self, const RkHistoryEntry *entry, const char *change)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  g_autofree char *label = NULL;

  /* Translators: the name of a field and "earlier → later" */
  label = g_strdup_printf (_ ("Put this value back: %s, %s"), _ (entry->field->label), change);
  g_object_set (button, "valign", GTK_ALIGN_CENTER, "tooltip-text",
                _ ("Put this value back"), NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (button), "rk-field", (gpointer) entry->field);
  g_object_set_data_full (G_OBJECT (button), "rk-value", g_strdup (entry->value), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_line (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* @current: the entry tells what the field is now, so there is nothing to put back. */
static GtkWidget *
make_row (RkRecordHistory *self, const RkHistoryEntry *entry, gboolean current)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *moment = dup_moment (entry);
  g_autofree char *change = dup_change (self, entry);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", moment, _ (entry->field->label), change);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_line (moment, "rk-caption"));
  gtk_box_append (GTK_BOX (words), make_line (_ (entry->field->label), "heading"));
  gtk_box_append (GTK_BOX (words), make_line (change, NULL));
  gtk_box_append (GTK_BOX (line), words);
  if (!current && !rk_store_is_read_only (self->store))
    gtk_box_append (GTK_BOX (line), make_restore_button (self, entry, change));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
fill (GtkWidget *widget)
{
  RkRecordHistory *self = RK_RECORD_HISTORY (widget);
  g_autoptr (GPtrArray) entries = rk_history_list (self->store, self->kind->name, self->id, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autofree char *label = NULL;
  guint n = entries != NULL ? entries->len : 0;
  guint shown = self->all ? n : MIN (n, FIRST_ROWS);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < shown; i++)
    {
      const RkHistoryEntry *entry = g_ptr_array_index (entries, i);
      gboolean current = g_hash_table_add (seen, (gpointer) entry->field);

      gtk_list_box_append (self->list, make_row (self, entry, current));
    }
  label = g_strdup_printf (ngettext ("Show all %u change", "Show all %u changes", n), n);
  gtk_button_set_label (GTK_BUTTON (self->more), label);
  gtk_widget_set_visible (self->more, shown < n);
}

static void
more_cb (RkRecordHistory *self)
{
  self->all = TRUE;
  fill (GTK_WIDGET (self));
}

static void
rk_record_history_finalize (GObject *object)
{
  RkRecordHistory *self = RK_RECORD_HISTORY (object);

  g_clear_object (&self->store);
  g_free (self->id);
  G_OBJECT_CLASS (rk_record_history_parent_class)->finalize (object);
}

static void
rk_record_history_class_init (RkRecordHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rk_record_history_finalize;
}

static void
rk_record_history_init (RkRecordHistory *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->more = gtk_button_new ();
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, make_line (_ ("Nothing was changed yet."), "rk-empty"));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "rk-boxed");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "rk-fields");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("History"), -1);
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_cb), self);
  gtk_box_append (self->box, GTK_WIDGET (self->list));
  gtk_box_append (self->box, self->more);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
rk_record_history_new (RkStore *store, const char *kind, const char *id)
{
  RkRecordHistory *self;

  g_return_val_if_fail (RK_IS_STORE (store) && id != NULL, NULL);
  self = g_object_new (RK_TYPE_RECORD_HISTORY, NULL);
  self->store = g_object_ref (store);
  self->kind = rk_store_get_kind (store, kind);
  self->id = g_strdup (id);
  rk_refresh_on_change (GTK_WIDGET (self), store, fill);
  return GTK_WIDGET (self);
}
