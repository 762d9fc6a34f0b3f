/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-record-editor.h"

#include "rk-change.h"
#include "rk-field-row.h"
#include "rk-field-words.h"
#include "rk-record-groups.h"
#include "rk-refresh.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *box; /* title and list */
  GtkWidget *list;
  GPtrArray *rows; /* of RkFieldRow, borrowed */
} Group;

struct _RkRecordEditor
{
  AdwBin parent_instance;
  RkStore *store;
  const RkKind *kind;
  char *id;            /* (nullable) */
  char *scope;         /* of its drafts */
  GHashTable *presets; /* field name → value: of a record that is not there yet */
  GHashTable *hidden;  /* field names */
  GtkBox *box;
  GPtrArray *groups;      /* of Group */
  GtkListBoxRow *missing; /* «11 fields are not filled in» */
  GtkLabel *missing_label;
  gboolean editing;
};

G_DEFINE_FINAL_TYPE (RkRecordEditor, rk_record_editor, ADW_TYPE_BIN)

enum
{
  PROP_EDITING = 1,
  N_PROPS
};
static GParamSpec *props[N_PROPS];
static guint created_signal;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->rows);
  g_free (group);
}

/* --- rows ------------------------------------------------------------------------------------ */

static gboolean
is_hidden (RkRecordEditor *self, RkFieldRow *row)
{
  return g_hash_table_contains (self->hidden, rk_field_row_get_field (row)->name);
}

/* The row of @field; NULL: the first one that shows. */
static RkFieldRow *
find_row (RkRecordEditor *self, const char *field)
{
  for (guint g = 0; g < self->groups->len; g++)
    {
      Group *group = g_ptr_array_index (self->groups, g);

      for (guint i = 0; i < group->rows->len; i++)
        {
          RkFieldRow *row = g_ptr_array_index (group->rows, i);
          const char *name = rk_field_row_get_field (row)->name;

          if (field != NULL ? g_str_equal (name, field) : !is_hidden (self, row))
            return row;
        }
    }
  return NULL;
}

/* Which rows and groups show, and what the last row says. */
static void
show_rows (RkRecordEditor *self)
{
  g_autofree char *text = NULL;
  guint n_missing = 0;

  for (guint g = 0; g < self->groups->len; g++)
    {
      Group *group = g_ptr_array_index (self->groups, g);
      guint n_shown = 0;

      for (guint i = 0; i < group->rows->len; i++)
        {
          RkFieldRow *row = g_ptr_array_index (group->rows, i);
          gboolean filled = rk_field_row_get_value (row) != NULL;
          gboolean shown = !is_hidden (self, row) && (self->editing || filled);

          gtk_widget_set_visible (GTK_WIDGET (row), shown);
          n_shown += shown;
          n_missing += !is_hidden (self, row) && !filled;
        }
      gtk_widget_set_visible (group->box, n_shown > 0);
    }
  text = g_strdup_printf (ngettext ("%u field is not filled in", "%u fields are not filled in",
                                    n_missing),
                          n_missing);
  gtk_label_set_label (self->missing_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->missing), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->missing)),
                          !self->editing && n_missing > 0);
}

/* The versions are those of the product: a reference to a kind that must belong to something that
 * this record refers to as well. */
static void
set_owner (RkRecordEditor *self, RkFieldRow *row)
{
  const RkField *field = rk_field_row_get_field (row);
  const RkKind *target;

  if (field->type != RK_FIELD_REFERENCE)
    return;
  target = rk_store_get_kind (self->store, field->target);
  for (const RkField *f = target->fields; f->name != NULL; f++)
    {
      RkFieldRow *owner = f->type == RK_FIELD_REFERENCE && (f->flags & RK_FIELD_REQUIRED)
                              ? find_row (self, f->name)
                              : NULL;
      if (owner != NULL)
        rk_field_row_set_owner (row, f->name, rk_field_row_get_value (owner));
    }
}

/* An end before its begin: said at the row that was left last. */
static void
check_dates (RkRecordEditor *self, RkFieldRow *edited)
{
  static const char *const pairs[][2] = { { "start_date", "end_date" },
                                          { "valid_from", "valid_to" } };
  const char *name = rk_field_row_get_field (edited)->name;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      RkFieldRow *from = find_row (self, pairs[i][0]);
      RkFieldRow *to = find_row (self, pairs[i][1]);

      if (from == NULL || to == NULL ||
          (!g_str_equal (name, pairs[i][0]) && !g_str_equal (name, pairs[i][1])) ||
          rk_field_row_get_draft (from) != NULL || rk_field_row_get_draft (to) != NULL)
        continue;
      rk_field_row_set_message (from, NULL);
      rk_field_row_set_message (to, NULL);
      if (rk_field_row_get_value (from) != NULL && rk_field_row_get_value (to) != NULL &&
          strcmp (rk_field_row_get_value (to), rk_field_row_get_value (from)) < 0)
        rk_field_row_set_message (edited,
                                  _ ("The end date is before the begin date. Adjust one of them."));
    }
}

/* --- reading --------------------------------------------------------------------------------- */

static const char *
get_value (RkRecordEditor *self, RkRecord *record, const char *field)
{
  if (record != NULL)
    return rk_record_get (record, field);
  return self->id == NULL ? g_hash_table_lookup (self->presets, field) : NULL;
}

static void
load (GtkWidget *widget)
{
  RkRecordEditor *self = RK_RECORD_EDITOR (widget);
  g_autoptr (RkRecord) record =
      self->id != NULL ? rk_store_get (self->store, self->kind->name, self->id, NULL) : NULL;

  for (const RkField *field = self->kind->fields; field->name != NULL; field++)
    rk_field_row_set_value (find_row (self, field->name), get_value (self, record, field->name));
  for (const RkField *field = self->kind->fields; field->name != NULL; field++)
    set_owner (self, find_row (self, field->name));
  show_rows (self);
}

static void
restore_drafts (RkRecordEditor *self)
{
  g_autoptr (GHashTable) drafts =
      self->scope != NULL ? rk_store_get_drafts (self->store, self->scope, NULL) : NULL;
  GHashTableIter iter;
  gpointer field, typed;

  if (drafts == NULL)
    return;
  g_hash_table_iter_init (&iter, drafts);
  while (g_hash_table_iter_next (&iter, &field, &typed))
    if (rk_kind_find_field (self->kind, field) >= 0)
      rk_field_row_restore_draft (find_row (self, field), typed);
}

/* --- saving ---------------------------------------------------------------------------------- */

static void
set_id (RkRecordEditor *self, const char *id)
{
  self->id = g_strdup (id);
  self->scope = g_strdup_printf ("record:%s:%s", self->kind->name, id);
}

static gboolean
is_complete (RkRecordEditor *self)
{
  for (const RkField *field = self->kind->fields; field->name != NULL; field++)
    if ((field->flags & RK_FIELD_REQUIRED) &&
        g_hash_table_lookup (self->presets, field->name) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
create (RkRecordEditor *self, GError **error)
{
  const char *title = g_hash_table_lookup (self->presets, self->kind->title_field);
  const RkField *title_field =
      &self->kind->fields[rk_kind_find_field (self->kind, self->kind->title_field)];
  g_autofree char *name = rk_field_dup_text (self->store, title_field, title);
  /* Translators: the name of a step: "supplier", then its name */
  g_autofree char *label = g_strdup_printf (_ ("New %s %s"), _ (self->kind->label), name);
  g_autoptr (RkChange) change = rk_change_new (self->store, g_strchomp (label));
  g_autofree char *id = rk_store_new_id ();
  GHashTableIter iter;
  gpointer field, value;

  g_hash_table_iter_init (&iter, self->presets);
  while (g_hash_table_iter_next (&iter, &field, &value))
    rk_change_set_field (change, self->kind->name, id, field, value);
  if (!rk_change_apply (change, error))
    return FALSE;
  set_id (self, id);
  g_signal_emit (self, created_signal, 0, self->id);
  return TRUE;
}

static gboolean
save (RkRecordEditor *self, const RkField *field, const char *value, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  g_autoptr (RkChange) change = NULL;

  if (self->id == NULL)
    {
      g_hash_table_insert (self->presets, g_strdup (field->name), g_strdup (value));
      return !is_complete (self) || create (self, error);
    }
  name = rk_record_dup_name_of (self->store, self->kind->name, self->id);
  label = rk_field_dup_step (field, name);
  change = rk_change_new (self->store, label);
  rk_change_set_field (change, self->kind->name, self->id, field->name, value);
  return rk_change_apply (change, error);
}

static void
edited_cb (RkRecordEditor *self, RkFieldRow *row)
{
  const RkField *field = rk_field_row_get_field (row);
  const char *draft = rk_field_row_get_draft (row);
  g_autoptr (GError) error = NULL;

  if (self->scope != NULL)
    rk_store_set_draft (self->store, self->scope, field->name, draft, NULL);
  if (draft != NULL)
    return;
  if (!save (self, field, rk_field_row_get_value (row), &error))
    {
      rk_field_row_set_message (row, error->message);
      return;
    }
  check_dates (self, row);
  for (const RkField *f = self->kind->fields; f->name != NULL; f++)
    set_owner (self, find_row (self, f->name));
}

/* --- building -------------------------------------------------------------------------------- */

static void
row_activated_cb (RkRecordEditor *self, GtkListBoxRow *row)
{
  const char *id;

  if (row == self->missing)
    {
      rk_record_editor_focus_field (self, NULL);
      return;
    }
  id = RK_IS_FIELD_ROW (row) ? rk_field_row_get_value (RK_FIELD_ROW (row)) : NULL;
  if (id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)",
                                rk_field_row_get_field (RK_FIELD_ROW (row))->target, id);
}

static GtkWidget *
make_list (RkRecordEditor *self, const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "rk-boxed");
  gtk_widget_add_css_class (list, "rk-fields");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_activated_cb), self);
  return list;
}

static Group *
add_group (RkRecordEditor *self, const char *title)
{
  Group *group = g_new0 (Group, 1);
  GtkWidget *heading = gtk_label_new (title);

  group->rows = g_ptr_array_new ();
  group->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  group->list = make_list (self, title);
  gtk_widget_set_halign (heading, GTK_ALIGN_START);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (group->box), heading);
  gtk_box_append (GTK_BOX (group->box), group->list);
  gtk_box_append (self->box, group->box);
  g_ptr_array_add (self->groups, group);
  return group;
}

static void
add_missing_row (RkRecordEditor *self)
{
  GtkWidget *list = make_list (self, _ ("Open fields"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->missing = GTK_LIST_BOX_ROW (gtk_list_box_row_new ());
  self->missing_label =
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->missing_label));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_widget_add_css_class (GTK_WIDGET (self->missing_label), "rk-secondary");
  gtk_list_box_row_set_child (self->missing, box);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->missing));
  gtk_box_append (self->box, list);
}

static void
build (RkRecordEditor *self)
{
  Group *group = NULL;

  for (const RkField *field = self->kind->fields; field->name != NULL; field++)
    {
      const char *title = rk_record_group_title (self->kind, field);
      GtkWidget *row = rk_field_row_new (self->store, field);

      if (title != NULL)
        group = add_group (self, title);
      gtk_list_box_append (GTK_LIST_BOX (group->list), row);
      g_ptr_array_add (group->rows, row);
      g_signal_connect_object (row, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
    }
  add_missing_row (self);
}

/* --- class ----------------------------------------------------------------------------------- */

static void
rk_record_editor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, RK_RECORD_EDITOR (object)->editing);
}

static void
rk_record_editor_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  rk_record_editor_set_editing (RK_RECORD_EDITOR (object), g_value_get_boolean (value));
}

static void
rk_record_editor_finalize (GObject *object)
{
  RkRecordEditor *self = RK_RECORD_EDITOR (object);

  g_clear_object (&self->store);
  g_free (self->id);
  g_free (self->scope);
  g_hash_table_unref (self->presets);
  g_hash_table_unref (self->hidden);
  g_ptr_array_unref (self->groups);
  G_OBJECT_CLASS (rk_record_editor_parent_class)->finalize (object);
}

static void
rk_record_editor_class_init (RkRecordEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rk_record_editor_get_property;
  object_class->set_property = rk_record_editor_set_property;
  object_class->finalize = rk_record_editor_finalize;
  props[PROP_EDITING] =
      g_param_spec_boolean ("editing", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  created_signal = g_signal_new ("created", RK_TYPE_RECORD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rk_record_editor_init (RkRecordEditor *self)
{
  self->presets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
rk_record_editor_new (RkStore *store, const char *kind, const char *id)
{
  RkRecordEditor *self;

  g_return_val_if_fail (RK_IS_STORE (store), NULL);
  self = g_object_new (RK_TYPE_RECORD_EDITOR, NULL);
  self->store = g_object_ref (store);
  self->kind = rk_store_get_kind (store, kind);
  if (id != NULL)
    set_id (self, id);
  build (self);
  load (GTK_WIDGET (self));
  rk_refresh_on_change (GTK_WIDGET (self), store, load);
  if (id == NULL)
    rk_record_editor_set_editing (self, TRUE);
  return GTK_WIDGET (self);
}

void
rk_record_editor_preset (RkRecordEditor *self, const char *field, const char *value)
{
  g_return_if_fail (RK_IS_RECORD_EDITOR (self) && self->id == NULL);
  g_hash_table_insert (self->presets, g_strdup (field), g_strdup (value));
  load (GTK_WIDGET (self));
}

void
rk_record_editor_hide_field (RkRecordEditor *self, const char *field)
{
  g_return_if_fail (RK_IS_RECORD_EDITOR (self) && field != NULL);
  g_hash_table_add (self->hidden, g_strdup (field));
  show_rows (self);
}

void
rk_record_editor_set_editing (RkRecordEditor *self, gboolean editing)
{
  g_return_if_fail (RK_IS_RECORD_EDITOR (self));
  editing = editing && !rk_store_is_read_only (self->store);
  if (self->editing == editing)
    return;
  rk_record_editor_commit (self);
  self->editing = editing;
  for (const RkField *field = self->kind->fields; field->name != NULL; field++)
    rk_field_row_set_editing (find_row (self, field->name), editing);
  if (editing)
    restore_drafts (self);
  show_rows (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EDITING]);
}

gboolean
rk_record_editor_get_editing (RkRecordEditor *self)
{
  g_return_val_if_fail (RK_IS_RECORD_EDITOR (self), FALSE);
  return self->editing;
}

const char *
rk_record_editor_get_id (RkRecordEditor *self)
{
  g_return_val_if_fail (RK_IS_RECORD_EDITOR (self), NULL);
  return self->id;
}

void
rk_record_editor_focus_field (RkRecordEditor *self, const char *field)
{
  RkFieldRow *row;

  g_return_if_fail (RK_IS_RECORD_EDITOR (self));
  rk_record_editor_set_editing (self, TRUE);
  row = find_row (self, field);
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

void
rk_record_editor_commit (RkRecordEditor *self)
{
  g_return_if_fail (RK_IS_RECORD_EDITOR (self));
  for (const RkField *field = self->kind->fields; field->name != NULL; field++)
    rk_field_row_commit (find_row (self, field->name));
}
