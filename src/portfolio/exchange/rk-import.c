/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-import-private.h"

#include "rk-json.h"
#include "rk-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Beyond this the step is journalled as a whole: the file is its history. */
#define BULK_ROWS 5000
/* A step is written as a whole, from memory: what is more than this comes in parts. */
#define MAX_WRITTEN 250000

/* --- rows ------------------------------------------------------------------------------------- */

static void
difference_free (RkImportDifference *difference)
{
  g_free (difference->old);
  g_free (difference->now);
  g_free (difference);
}

static void
fault_free (RkImportFault *fault)
{
  g_free (fault->value);
  g_free (fault->message);
  g_free (fault);
}

void
rk_import_row_clear (RkImportRow *row)
{
  g_clear_pointer (&row->title, g_free);
  g_clear_pointer (&row->similar, g_free);
  if (row->differences == NULL)
    {
      row->differences = g_ptr_array_new_with_free_func ((GDestroyNotify) difference_free);
      row->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) fault_free);
    }
  g_ptr_array_set_size (row->differences, 0);
  g_ptr_array_set_size (row->faults, 0);
}

static gpointer
copy_difference (gconstpointer source, gpointer data)
{
  const RkImportDifference *from = source;
  RkImportDifference *to = g_new0 (RkImportDifference, 1);

  *to = (RkImportDifference){ from->field, g_strdup (from->old), g_strdup (from->now) };
  return to;
}

static gpointer
copy_fault (gconstpointer source, gpointer data)
{
  const RkImportFault *from = source;
  RkImportFault *to = g_new0 (RkImportFault, 1);

  *to = (RkImportFault){ from->column, g_strdup (from->value), g_strdup (from->message),
                         from->is_warning };
  return to;
}

RkImportRow *
rk_import_row_copy (const RkImportRow *row)
{
  RkImportRow *copy = g_new0 (RkImportRow, 1);

  *copy = *row;
  copy->title = g_strdup (row->title);
  copy->similar = g_strdup (row->similar);
  copy->differences = g_ptr_array_copy (row->differences, copy_difference, NULL);
  copy->faults = g_ptr_array_copy (row->faults, copy_fault, NULL);
  return copy;
}

static void
row_clear (RkImportRow *row)
{
  g_free (row->title);
  g_free (row->similar);
  g_clear_pointer (&row->differences, g_ptr_array_unref);
  g_clear_pointer (&row->faults, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RkImportRow, row_clear)

void
rk_import_row_free (RkImportRow *row)
{
  row_clear (row);
  g_free (row);
}

void
rk_import_add_fault (RkImportRow *row, guint column, const char *value, gboolean is_warning,
                     const char *message)
{
  RkImportFault *fault = g_new0 (RkImportFault, 1);

  *fault = (RkImportFault){ column, g_strdup (value), g_strdup (message), is_warning };
  g_ptr_array_add (row->faults, fault);
  if (!is_warning)
    row->outcome = RK_IMPORT_FAULTY;
}

/* --- columns ---------------------------------------------------------------------------------- */

static gboolean
is_target (RkImport *self, const char *target)
{
  const RkKind *kind = self->subject.kind;

  return rk_kind_find_field (kind, target) >= 0 || g_str_equal (target, RK_IMPORT_ID) ||
         (g_str_equal (target, RK_IMPORT_COMPONENTS) && rk_import_takes_components (kind)) ||
         (g_str_equal (target, "organisation") &&
          g_str_equal (self->subject.name, "building-block-usage"));
}

static char *
get_state_key (RkImport *self)
{
  return g_strconcat ("import.", self->subject.name, NULL);
}

/* What was chosen before, by folded name of the column: (nullable) (transfer full). */
static JsonObject *
load_remembered (RkImport *self, RkStore *store)
{
  g_autofree char *key = get_state_key (self);
  g_autofree char *text = rk_store_get_state (store, key);
  g_autoptr (JsonNode) node = text != NULL ? rk_json_parse (text, strlen (text), NULL) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : NULL;
}

void
rk_import_reset_columns (RkImport *self, RkStore *store)
{
  g_autoptr (JsonObject) remembered = load_remembered (self, store);

  g_ptr_array_set_size (self->targets, 0);
  g_ptr_array_set_size (self->targets, (int) rk_rows_get_n_columns (self->rows));
  for (guint i = 0; i < self->targets->len; i++)
    {
      const char *name = rk_rows_get_column (self->rows, i);
      g_autofree char *folded = rk_text_fold (name);
      const char *target = rk_import_find_target (&self->subject, name);
      JsonNode *chosen = remembered != NULL ? json_object_get_member (remembered, folded) : NULL;
      gboolean taken = FALSE;

      if (chosen != NULL)
        target = JSON_NODE_HOLDS_VALUE (chosen) ? json_node_get_string (chosen) : NULL;
      if (target == NULL || *target == '\0' || !is_target (self, target))
        continue;
      for (guint j = 0; j < i; j++)
        taken = taken || g_strcmp0 (self->targets->pdata[j], target) == 0;
      if (!taken)
        self->targets->pdata[i] = (gpointer) g_intern_string (target);
    }
}

gboolean
rk_import_remember (RkImport *self, RkStore *store, GError **error)
{
  g_autoptr (JsonObject) chosen = load_remembered (self, store);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *key = get_state_key (self);
  g_autofree char *text = NULL;

  if (chosen == NULL)
    chosen = json_object_new ();
  for (guint i = 0; rk_rows_has_header (self->rows) && i < self->targets->len; i++)
    {
      const char *name = rk_rows_get_column (self->rows, i);
      const char *target = self->targets->pdata[i];
      g_autofree char *folded = rk_text_fold (name);

      /* Only what differs from what the name says by itself. */
      if (g_strcmp0 (target, rk_import_find_target (&self->subject, name)) != 0)
        json_object_set_string_member (chosen, folded, target != NULL ? target : "");
      else
        json_object_remove_member (chosen, folded);
    }
  json_node_set_object (node, chosen);
  text = json_to_string (node, FALSE);
  return rk_store_set_state (store, key, text, error);
}

const char *
rk_import_get_target (RkImport *self, guint column)
{
  return self->targets->pdata[column];
}

gboolean
rk_import_set_target (RkImport *self, guint column, const char *target)
{
  g_return_val_if_fail (column < self->targets->len, FALSE);
  if (target != NULL && !is_target (self, target))
    return FALSE;
  for (guint i = 0; target != NULL && i < self->targets->len; i++)
    if (g_strcmp0 (self->targets->pdata[i], target) == 0)
      self->targets->pdata[i] = NULL;
  self->targets->pdata[column] = (gpointer) g_intern_string (target);
  return TRUE;
}

const char **
rk_import_list_targets (RkImport *self)
{
  GPtrArray *list = g_ptr_array_new ();

  for (const RkField *field = self->subject.kind->fields; field->name != NULL; field++)
    g_ptr_array_add (list, (gpointer) field->name);
  if (rk_import_takes_components (self->subject.kind) &&
      rk_kind_find_field (self->subject.kind, RK_IMPORT_COMPONENTS) < 0)
    g_ptr_array_add (list, (gpointer) RK_IMPORT_COMPONENTS);
  if (is_target (self, "organisation") &&
      rk_kind_find_field (self->subject.kind, "organisation") < 0)
    g_ptr_array_add (list, (gpointer) "organisation");
  g_ptr_array_add (list, (gpointer) RK_IMPORT_ID);
  g_ptr_array_add (list, NULL);
  return (const char **) g_ptr_array_free (list, FALSE);
}

const char *
rk_import_get_target_label (RkImport *self, const char *target)
{
  int i = rk_kind_find_field (self->subject.kind, target);

  if (i >= 0)
    return _ (self->subject.kind->fields[i].label);
  if (g_str_equal (target, RK_IMPORT_COMPONENTS))
    return _ ("Reference components");
  return g_str_equal (target, RK_IMPORT_ID) ? _ ("Id") : _ ("Organisation");
}

/* --- the object ------------------------------------------------------------------------------- */

RkImport *
rk_import_new (RkStore *store, const RkImportSubject *subject, RkRows *rows)
{
  RkImport *self = g_new0 (RkImport, 1);

  self->subject = *subject;
  self->rows = rows;
  self->targets = g_ptr_array_new ();
  self->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->choices = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->made_kinds = g_ptr_array_new ();
  self->made_counts = g_array_new (FALSE, TRUE, sizeof (guint));
  rk_import_reset_columns (self, store);
  return self;
}

void
rk_import_free (RkImport *self)
{
  g_array_unref (self->made_counts);
  g_ptr_array_unref (self->made_kinds);
  g_hash_table_unref (self->choices);
  g_hash_table_unref (self->cells);
  g_strfreev (self->own_names);
  g_clear_pointer (&self->components, g_hash_table_unref);
  g_clear_pointer (&self->component_names, g_hash_table_unref);
  g_ptr_array_unref (self->targets);
  rk_rows_free (self->rows);
  g_free (self);
}

const RkImportSubject *
rk_import_get_subject (RkImport *self)
{
  return &self->subject;
}

RkRows *
rk_import_get_rows (RkImport *self)
{
  return self->rows;
}

void
rk_import_set_components (RkImport *self, GHashTable *components, GHashTable *names)
{
  g_clear_pointer (&self->components, g_hash_table_unref);
  g_clear_pointer (&self->component_names, g_hash_table_unref);
  self->component_names = names != NULL ? g_hash_table_ref (names) : NULL;
  self->components = components != NULL ? g_hash_table_ref (components) : NULL;
}

void
rk_import_set_own_names (RkImport *self, const char *const *names)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *folded = rk_text_fold (names[i]);

      g_strv_builder_add (builder, folded);
    }
  g_strfreev (self->own_names);
  self->own_names = g_strv_builder_end (builder);
}

void
rk_import_set_cell (RkImport *self, guint line, guint column, const char *text)
{
  g_hash_table_insert (self->cells, g_strdup_printf ("%u %u", line, column), g_strdup (text));
}

void
rk_import_set_choice (RkImport *self, guint line, RkImportChoice choice)
{
  g_hash_table_insert (self->choices, GUINT_TO_POINTER (line), GINT_TO_POINTER (choice));
}

/* --- passes ----------------------------------------------------------------------------------- */

static void
count_row (RkImport *self, const RkImportRow *row)
{
  self->counts[row->outcome]++;
  for (guint i = 0; i < row->faults->len; i++)
    self->n_warnings += ((RkImportFault *) row->faults->pdata[i])->is_warning;
}

static gboolean
check_size (RkImportPass *pass, GError **error)
{
  const guint *counts = pass->import->counts;

  if (pass->change == NULL || counts[RK_IMPORT_NEW] + counts[RK_IMPORT_CHANGED] <= MAX_WRITTEN)
    return TRUE;
  g_set_error (error, RK_ERROR, RK_ERROR_TOO_LARGE,
               _ ("The list has more than %d rows to take over, which is too much for one step. "
                  "Split the file. Nothing has changed."),
                  MAX_WRITTEN);
  return FALSE;
}

static gboolean
run (RkImportPass *pass, RkImportFunc function, gpointer data, GCancellable *cancellable,
     GError **error)
{
  RkImport *self = pass->import;
  g_auto (RkImportRow) row = { 0 };
  GError *local_error = NULL;

  memset (self->counts, 0, sizeof self->counts);
  self->n_warnings = 0;
  g_ptr_array_set_size (self->made_kinds, 0);
  g_array_set_size (self->made_counts, 0);
  if (!rk_rows_rewind (self->rows, &local_error) && local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  while (rk_rows_next (self->rows, &local_error))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !rk_import_take_row (pass, &row, error))
        return FALSE;
      count_row (self, &row);
      if (!check_size (pass, error))
        return FALSE;
      if (function != NULL)
        function (&row, rk_rows_get_fraction (self->rows), data);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
run_pass (RkImport *self, RkStore *store, RkChange *change, RkImportFunc function, gpointer data,
          GCancellable *cancellable, GError **error)
{
  g_autoptr (RkImportIndex) index = rk_import_index_new (store);
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  RkImportPass pass = { self, store, change, index, lines };

  return run (&pass, function, data, cancellable, error);
}

gboolean
rk_import_check (RkImport *self, RkStore *store, RkImportFunc function, gpointer data,
                 GCancellable *cancellable, GError **error)
{
  return run_pass (self, store, NULL, function, data, cancellable, error);
}

gboolean
rk_import_apply (RkImport *self, RkStore *store, gboolean all_or_nothing, RkImportFunc function,
                 gpointer data, GCancellable *cancellable, GError **error)
{
  /* Translators: the name of a step; %s is a kind of record, plural: "import of applications". */
  g_autofree char *label =
      g_strdup_printf (_ ("import of %s"), _ (self->subject.kind->label_plural));
  g_autoptr (RkChange) change = rk_change_new (store, label);

  if (!run_pass (self, store, change, function, data, cancellable, error))
    return FALSE;
  if (all_or_nothing && self->counts[RK_IMPORT_FAULTY] > 0)
    {
      g_set_error (error, RK_ERROR, RK_ERROR_INVALID,
                   g_dngettext (GETTEXT_PACKAGE,
                                "%u row has a fault, so nothing was taken over. Correct it, or "
                                "leave out what is faulty.",
                                "%u rows have faults, so nothing was taken over. Correct them, or "
                                "leave out what is faulty.",
                                self->counts[RK_IMPORT_FAULTY]),
                   self->counts[RK_IMPORT_FAULTY]);
      return FALSE;
    }
  rk_change_set_bulk (change,
                      self->counts[RK_IMPORT_NEW] + self->counts[RK_IMPORT_CHANGED] > BULK_ROWS);
  return rk_change_apply (change, error);
}

guint
rk_import_count (RkImport *self, RkImportOutcome outcome)
{
  return self->counts[outcome];
}

guint
rk_import_count_warnings (RkImport *self)
{
  return self->n_warnings;
}

const RkKind *
rk_import_get_made (RkImport *self, guint i, guint *count)
{
  if (i >= self->made_kinds->len)
    return NULL;
  *count = g_array_index (self->made_counts, guint, i);
  return self->made_kinds->pdata[i];
}

char *
rk_import_describe (RkImport *self)
{
  guint n = self->counts[RK_IMPORT_NEW] + self->counts[RK_IMPORT_CHANGED];

  /* Translators: a number and a kind of record: "1 application taken over". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u %s taken over", "%u %s taken over", n),
                          n,
                          n == 1 ? _ (self->subject.kind->label)
                                 : _ (self->subject.kind->label_plural));
}
