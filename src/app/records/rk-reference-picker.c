/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-reference-picker.h"

#include "rk-change.h"
#include "rk-field-words.h"
#include "rk-picker.h"
#include "rk-text.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

#define MAX_MATCHES 50

struct _RkReferencePicker
{
  AdwBin parent_instance;
  RkStore *store;
  const RkKind *kind;
  RkPicker *picker;
  char *id;    /* (nullable) */
  char *typed; /* what was searched last: the name of what is made */
  char *owner_field;
  char *owner;
  gboolean can_create;
};

G_DEFINE_FINAL_TYPE (RkReferencePicker, rk_reference_picker, ADW_TYPE_BIN)

static guint changed_signal;

static gboolean
can_create (RkReferencePicker *self)
{
  if (!self->can_create || rk_store_is_read_only (self->store) ||
      (self->owner_field != NULL && self->owner == NULL))
    return FALSE;
  for (const RkField *field = self->kind->fields; field->name != NULL; field++)
    if ((field->flags & RK_FIELD_REQUIRED) != 0 &&
        !g_str_equal (field->name, self->kind->title_field) &&
        g_strcmp0 (field->name, self->owner_field) != 0)
      return FALSE;
  return TRUE;
}

static GPtrArray *
find_matches (RkReferencePicker *self, const char *text)
{
  g_autofree char *folded = rk_text_fold (text);
  g_autofree char *pattern = g_strdup_printf ("%%%s%%", folded);
  g_autofree char *where =
      g_strdup_printf ("rk_fold (%s) LIKE ?1 AND %s = ?2", self->kind->title_field,
                       self->owner_field != NULL ? self->owner_field : "?2");
  g_autofree char *order =
      g_strdup_printf ("rk_fold (%s) LIMIT %d", self->kind->title_field, MAX_MATCHES);

  return rk_store_list (self->store, self->kind->name, where, order, NULL, pattern,
                        self->owner != NULL ? self->owner : "", NULL);
}

static GListModel *
search_cb (const char *text, gpointer data)
{
  RkReferencePicker *self = data;
  GListStore *items = g_list_store_new (RK_TYPE_PICKER_ITEM);
  g_autoptr (GPtrArray) matches = find_matches (self, text);
  g_autofree char *name = g_strstrip (g_strdup (text));
  g_autofree char *folded = rk_text_fold (name);
  gboolean exact = *folded == '\0';

  for (guint i = 0; matches != NULL && i < matches->len; i++)
    {
      RkRecord *record = g_ptr_array_index (matches, i);
      g_autofree char *other = rk_text_fold (rk_record_get_title (record));
      g_autoptr (RkPickerItem) item =
          rk_picker_item_new (rk_record_get_id (record), rk_record_get_title (record), NULL);

      exact = exact || g_str_equal (other, folded);
      g_list_store_append (items, item);
    }
  g_free (self->typed);
  self->typed = g_steal_pointer (&name);
  if (!exact && can_create (self))
    {
      /* Translators: the name of something that will be made by choosing this row */
      g_autofree char *title = g_strdup_printf (_ ("New: %s"), self->typed);
      g_autoptr (RkPickerItem) item = rk_picker_item_new (NULL, title, NULL);
      g_list_store_append (items, item);
    }
  return G_LIST_MODEL (items);
}

static void
take (RkReferencePicker *self, const char *id)
{
  if (g_strcmp0 (self->id, id) == 0)
    {
      rk_reference_picker_set_id (self, id);
      return;
    }
  rk_reference_picker_set_id (self, id);
  g_signal_emit (self, changed_signal, 0);
}

static char *
create (RkReferencePicker *self, const char *name)
{
  g_autofree char *id = rk_store_new_id ();
  g_autofree char *label = NULL;
  g_autoptr (RkChange) change = NULL;
  g_autoptr (GError) error = NULL;

  /* Translators: the name of a step: "supplier", then its name */
  label = g_strdup_printf (_ ("New %s %s"), _ (self->kind->label), name);
  change = rk_change_new (self->store, label);
  rk_change_set_field (change, self->kind->name, id, self->kind->title_field, name);
  if (self->owner_field != NULL)
    rk_change_set_field (change, self->kind->name, id, self->owner_field, self->owner);
  if (rk_change_apply (change, &error))
    return g_steal_pointer (&id);
  rk_toast_show (GTK_WIDGET (self), error->message, NULL, NULL);
  return NULL;
}

static void
chosen_cb (RkReferencePicker *self, RkPickerItem *item)
{
  g_autofree char *made = NULL;

  if (rk_picker_item_get_id (item) == NULL)
    {
      g_autofree char *name = g_strdup (self->typed);
      made = create (self, name);
      if (made == NULL)
        return;
    }
  take (self, made != NULL ? made : rk_picker_item_get_id (item));
}

static void
cleared_cb (RkReferencePicker *self)
{
  take (self, NULL);
}

static void
rk_reference_picker_dispose (GObject *object)
{
  RkReferencePicker *self = RK_REFERENCE_PICKER (object);

  if (self->picker != NULL)
    rk_picker_set_search (self->picker, NULL, NULL, NULL);
  self->picker = NULL;
  g_clear_object (&self->store);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->typed, g_free);
  g_clear_pointer (&self->owner_field, g_free);
  g_clear_pointer (&self->owner, g_free);
  G_OBJECT_CLASS (rk_reference_picker_parent_class)->dispose (object);
}

static void
rk_reference_picker_class_init (RkReferencePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rk_reference_picker_dispose;
  changed_signal = g_signal_new ("changed", RK_TYPE_REFERENCE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
rk_reference_picker_init (RkReferencePicker *self)
{
  self->can_create = TRUE;
  self->picker = RK_PICKER (rk_picker_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->picker));
  rk_picker_set_search (self->picker, search_cb, self, NULL);
  g_signal_connect_swapped (self->picker, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->picker, "cleared", G_CALLBACK (cleared_cb), self);
}

GtkWidget *
rk_reference_picker_new (RkStore *store, const char *kind)
{
  RkReferencePicker *self = g_object_new (RK_TYPE_REFERENCE_PICKER, NULL);

  self->store = g_object_ref (store);
  self->kind = rk_store_get_kind (store, kind);
  return GTK_WIDGET (self);
}

const char *
rk_reference_picker_get_id (RkReferencePicker *self)
{
  g_return_val_if_fail (RK_IS_REFERENCE_PICKER (self), NULL);
  return self->id;
}

void
rk_reference_picker_set_id (RkReferencePicker *self, const char *id)
{
  g_autoptr (RkPickerItem) item = NULL;
  g_autofree char *copy = g_strdup (id);

  g_return_if_fail (RK_IS_REFERENCE_PICKER (self));
  if (copy != NULL)
    {
      g_autofree char *name = rk_record_dup_name_of (self->store, self->kind->name, copy);
      item = rk_picker_item_new (copy, *name != '\0' ? name : _ ("unknown"), NULL);
    }
  g_free (self->id);
  self->id = g_steal_pointer (&copy);
  rk_picker_set_selected (self->picker, item);
}

void
rk_reference_picker_set_owner (RkReferencePicker *self, const char *field, const char *id)
{
  g_return_if_fail (RK_IS_REFERENCE_PICKER (self) && field != NULL);
  g_free (self->owner_field);
  g_free (self->owner);
  self->owner_field = g_strdup (field);
  self->owner = g_strdup (id);
}

void
rk_reference_picker_set_label (RkReferencePicker *self, const char *label)
{
  g_return_if_fail (RK_IS_REFERENCE_PICKER (self));
  rk_picker_set_label (self->picker, label);
}

void
rk_reference_picker_set_can_create (RkReferencePicker *self, gboolean can_create_new)
{
  g_return_if_fail (RK_IS_REFERENCE_PICKER (self));
  self->can_create = can_create_new;
}

GtkWidget *
rk_reference_picker_get_entry (RkReferencePicker *self)
{
  g_return_val_if_fail (RK_IS_REFERENCE_PICKER (self), NULL);
  return rk_picker_get_entry (self->picker);
}
