/* SPDX-License-Identifier: EUPL-1.2 */
/* One row: its cells as values, the record it is about, what differs. */
#include "config.h"
#include "rk-import-private.h"

#include "rk-format.h"
#include "rk-import-value.h"
#include "rk-portfolio-kinds.h"
#include "rk-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What people know a record by when it has no id: the fields that the rows have of these. Kinds
 * that are not here are known by the field that names them. */
static const struct
{
  const RkKind *kind;
  const char *fields[5];
} keys[] = {
  { &rk_kind_product_version, { "product", "label" } },
  { &rk_kind_fit, { "application", "component" } },
  { &rk_kind_standard, { "name", "version" } },
  { &rk_kind_interface, { "source", "source_name", "target", "target_name" } },
  { &rk_kind_product_standard, { "product", "standard" } },
  { &rk_kind_component_standard, { "component", "standard" } },
  { &rk_kind_adoption, { "building_block", "application" } },
  { &rk_kind_rating, { "application", "aspect", "rated_by", "rated_on" } },
  { &rk_kind_regie_answer, { "application", "question" } },
  { &rk_kind_dataset_flow, { "dataset", "step", "application", "interface" } },
  { &rk_kind_principle_answer, { "principle", "application" } },
};

/* --- cells ------------------------------------------------------------------------------------ */

const char *
rk_import_get_cell (RkImportTaking *t, guint column)
{
  RkImport *import = t->pass->import;
  g_autofree char *key = g_strdup_printf ("%u %u", t->row->line, column);
  const char *corrected = g_hash_table_lookup (import->cells, key);

  return corrected != NULL ? corrected : rk_rows_get (import->rows, column);
}

void
rk_import_fault (RkImportTaking *t, guint column, const char *value, const char *message)
{
  rk_import_add_fault (t->row, column, value, FALSE, message);
}

/* A date that is none is kept beside, in a field for it, where the kind has one. */
static gboolean
keep_as_text (RkImportTaking *t, const RkField *field, guint column, const char *text)
{
  int beside =
      g_str_equal (field->name, "published_on") ? rk_kind_find_field (t->kind, "date_text") : -1;

  if (beside < 0 || t->values[beside] != NULL)
    return FALSE;
  t->values[beside] = g_strstrip (g_strdup (text));
  t->columns[beside] = column;
  rk_import_add_fault (t->row, column, text, TRUE,
                       _ ("This is no date. It was kept as text; correct it later."));
  return TRUE;
}

static void
take_cell (RkImportTaking *t, const RkField *field, guint i, guint column)
{
  const char *text = rk_import_get_cell (t, column);
  g_autoptr (GError) error = NULL;

  t->columns[i] = column;
  if (field->target != NULL)
    {
      g_autofree char *plain = g_strstrip (g_strdup (text));

      t->values[i] = *plain != '\0' ? g_steal_pointer (&plain) : NULL;
      return;
    }
  g_free (t->values[i]);
  t->values[i] = rk_import_parse_value (field, text, &error);
  if (error != NULL && !keep_as_text (t, field, column, text))
    rk_import_fault (t, column, text, error->message);
}

static void
take_cells (RkImportTaking *t)
{
  RkImport *import = t->pass->import;

  for (guint column = 0; column < import->targets->len; column++)
    {
      const char *target = import->targets->pdata[column];
      int i = target != NULL ? rk_kind_find_field (t->kind, target) : -1;

      if (i >= 0 && !g_str_equal (target, RK_IMPORT_COMPONENTS))
        take_cell (t, &t->kind->fields[i], (guint) i, column);
    }
  for (guint i = 0; import->subject.fixed != NULL && import->subject.fixed[i] != NULL; i += 2)
    {
      int field = rk_kind_find_field (t->kind, import->subject.fixed[i]);

      if (field >= 0 && t->values[field] == NULL)
        t->values[field] = g_strdup (import->subject.fixed[i + 1]);
    }
  if (rk_rows_is_too_long (import->rows))
    rk_import_fault (
        t, RK_IMPORT_NO_COLUMN, NULL,
        _ ("The row has more cells than there are columns. Put quotes around a text that holds "
              "the separator."));
}

int
rk_import_find_column (RkImport *import, const char *target)
{
  for (guint i = 0; i < import->targets->len; i++)
    if (g_strcmp0 (import->targets->pdata[i], target) == 0)
      return (int) i;
  return -1;
}

const char *
rk_import_get_value (RkImportTaking *t, const char *field)
{
  int i = rk_kind_find_field (t->kind, field);

  return i >= 0 ? t->values[i] : NULL;
}

/* --- the record ------------------------------------------------------------------------------- */

/* The fields by which rows are known again: those of the key that a column gives. */
static guint
list_key_fields (RkImportTaking *t, const char *fields[6])
{
  guint n = 0;
  gboolean known = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (guint j = 0; keys[i].kind == t->kind && j < 5 && keys[i].fields[j] != NULL; j++)
      {
        known = TRUE;
        if (rk_import_find_column (t->pass->import, keys[i].fields[j]) >= 0 ||
            rk_import_get_value (t, keys[i].fields[j]) != NULL || t->kind == &rk_kind_interface)
          fields[n++] = keys[i].fields[j];
      }
  if (!known && t->kind == &rk_kind_contract && rk_import_get_value (t, "contract_number") != NULL)
    fields[n++] = "contract_number";
  else if (!known)
    fields[n++] = t->kind->title_field;
  fields[n] = NULL;
  return n;
}

static gboolean
find_by_id (RkImportTaking *t, GError **error)
{
  int column = rk_import_find_column (t->pass->import, RK_IMPORT_ID);
  g_autofree char *id =
      column >= 0 ? g_strstrip (g_strdup (rk_import_get_cell (t, (guint) column))) : NULL;

  if (id == NULL || *id == '\0')
    return FALSE;
  t->id = rk_import_index_find_id (t->pass->index, t->kind, id, error);
  if (t->id == NULL)
    t->new_id = g_uuid_string_is_valid (id)
                    ? g_steal_pointer (&id)
                    : rk_store_name_id ("portfolio", t->kind->name, id, NULL);
  return TRUE;
}

static void
find_by_object_id (RkImportTaking *t, GError **error)
{
  const char *object_id = rk_import_get_value (t, "object_id");
  const char *id;

  if (object_id != NULL &&
      rk_import_index_find (t->pass->index, t->kind, object_id, NULL, &id, error) == RK_FOUND_ONE)
    t->id = id;
}

static void
find_by_key (RkImportTaking *t, GError **error)
{
  const char *fields[6], *values[6] = { NULL };
  guint n = list_key_fields (t, fields);
  g_autofree char *key = NULL;
  g_autofree char *message = NULL;
  gboolean any = FALSE;
  RkFound found;

  for (guint i = 0; i < n; i++)
    {
      values[i] = rk_import_get_value (t, fields[i]);
      any = any || values[i] != NULL;
    }
  key = rk_import_index_make_key (values, n);
  found = any ? rk_import_index_find_key (t->pass->index, t->kind, fields, key, &t->id, error)
              : RK_FOUND_NONE;
  if (found == RK_FOUND_SEVERAL)
    {
      t->id = NULL;
      message = g_strdup_printf (_ ("There are several %s like this. Give the id of one of them."),
                                    _ (t->kind->label_plural));
      rk_import_fault (t, RK_IMPORT_NO_COLUMN, t->row->title, message);
    }
  if (found != RK_FOUND_NONE)
    return;
  t->new_id = t->kind == &rk_kind_regie_answer && n == 2
                  ? rk_store_name_id ("regie", values[0], values[1], NULL)
                  : rk_store_new_id ();
  if (any)
    rk_import_index_add_key (t->pass->index, t->kind, fields, key, t->new_id);
}

/* A name that is almost one that is there: the same but for blanks, or not. */
static void
find_similar (RkImportTaking *t, RkImportChoice choice, GError **error)
{
  const char *name = rk_import_get_value (t, t->kind->title_field);
  const char *similar = name != NULL && t->id == NULL
                            ? rk_import_index_find_similar (t->pass->index, t->kind, name, error)
                            : NULL;

  if (similar == NULL || g_hash_table_contains (t->pass->lines, similar))
    return;
  t->row->similar = g_strdup (rk_import_index_get_name (t->pass->index, t->kind, similar, error));
  if (choice == RK_IMPORT_MERGE)
    {
      int title = rk_kind_find_field (t->kind, t->kind->title_field);

      t->id = similar;
      g_clear_pointer (&t->values[title], g_free); /* it keeps its name */
    }
}

static gboolean
find_record (RkImportTaking *t, RkImportChoice choice, GError **error)
{
  GError *local_error = NULL;

  if (!find_by_id (t, &local_error))
    {
      find_by_object_id (t, &local_error);
      if (t->id == NULL && local_error == NULL)
        find_by_key (t, &local_error);
    }
  if (local_error == NULL)
    find_similar (t, choice, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* A record that another line was about already is not changed twice. */
static gboolean
is_repeated (RkImportTaking *t)
{
  const char *id = t->id != NULL ? t->id : t->new_id;
  gpointer line;
  g_autofree char *message = NULL;

  if (!g_hash_table_lookup_extended (t->pass->lines, id, NULL, &line))
    {
      g_hash_table_insert (t->pass->lines, g_strdup (id), GUINT_TO_POINTER (t->row->line));
      return FALSE;
    }
  /* Translators: %u is the number of a line. */
  message = g_strdup_printf (_ ("Line %u is about the same. This line was left out."),
                                GPOINTER_TO_UINT (line));
  rk_import_add_fault (t->row, RK_IMPORT_NO_COLUMN, t->row->title, TRUE, message);
  t->row->outcome = RK_IMPORT_LEFT_OUT;
  return TRUE;
}

/* --- differences ------------------------------------------------------------------------------ */

/* A value in words: names for references, labels for choices. (transfer full) (nullable) */
static char *
describe (RkImportTaking *t, const RkField *field, const char *value)
{
  const RkKind *target =
      field->target != NULL ? rk_store_get_kind (t->pass->store, field->target) : NULL;
  g_auto (GStrv) words = NULL;
  GString *text;

  if (value == NULL)
    return NULL;
  for (const RkEnumValue *v = field->values; v != NULL && v->value != NULL; v++)
    if (g_str_equal (v->value, value))
      return g_strdup (_ (v->label));
  if (field->type == RK_FIELD_DATE)
    return rk_format_date (value, RK_FORMAT_TABLE);
  if (field->type == RK_FIELD_BOOLEAN)
    return g_strdup (g_str_equal (value, "true") ? _ ("Yes") : _ ("No"));
  if (target == NULL)
    return g_strdup (value);
  words = g_strsplit (value, " ", -1);
  text = g_string_new (NULL);
  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            rk_import_index_get_name (t->pass->index, target, words[i], NULL));
  return g_string_free (text, FALSE);
}

static void
compare (RkImportTaking *t, RkRecord *record)
{
  for (guint i = 0; t->kind->fields[i].name != NULL; i++)
    {
      const RkField *field = &t->kind->fields[i];
      const char *old = record != NULL ? rk_record_get (record, field->name) : NULL;
      RkImportDifference *difference;

      if (t->values[i] == NULL || g_strcmp0 (old, t->values[i]) == 0)
        continue;
      difference = g_new0 (RkImportDifference, 1);
      *difference = (RkImportDifference){ field, describe (t, field, old),
                                          describe (t, field, t->values[i]) };
      g_ptr_array_add (t->row->differences, difference);
      if (t->pass->change != NULL)
        rk_change_set_field (t->pass->change, t->kind->name, t->id != NULL ? t->id : t->new_id,
                             field->name, t->values[i]);
    }
}

static void
check_required (RkImportTaking *t)
{
  for (guint i = 0; t->kind->fields[i].name != NULL; i++)
    if ((t->kind->fields[i].flags & RK_FIELD_REQUIRED) && t->values[i] == NULL)
      {
        int column = rk_import_find_column (t->pass->import, t->kind->fields[i].name);
        /* Translators: %s is the name of a field. */
        g_autofree char *message =
            g_strdup_printf (_ ("“%s” is missing. Fill it in."), _ (t->kind->fields[i].label));

        if (t->row->outcome != RK_IMPORT_FAULTY) /* else the cell is there, but wrong */
          rk_import_fault (t, column >= 0 ? (guint) column : RK_IMPORT_NO_COLUMN, NULL, message);
      }
}

/* What is known by its name must have one. */
static void
check_title (RkImportTaking *t)
{
  const char *title = t->kind->title_field;
  int i = rk_kind_find_field (t->kind, title);

  if ((t->kind->fields[i].flags & RK_FIELD_REQUIRED) && t->values[i] == NULL &&
      rk_import_find_column (t->pass->import, RK_IMPORT_ID) < 0 &&
      rk_import_get_value (t, "object_id") == NULL)
    check_required (t);
}

/* --- rows ------------------------------------------------------------------------------------- */

static gboolean
is_of_others (RkImportTaking *t)
{
  RkImport *import = t->pass->import;
  int column = g_str_equal (import->subject.name, "building-block-usage")
                   ? rk_import_find_column (import, "organisation")
                   : -1;
  g_autofree char *name =
      column >= 0 ? rk_text_fold (rk_import_get_cell (t, (guint) column)) : NULL;

  return name != NULL && *name != '\0' && import->own_names != NULL &&
         !g_strv_contains ((const char *const *) import->own_names, name);
}

/* A repeated row may still name another component of the record. */
static gboolean
write_row (RkImportTaking *t, gboolean repeated, GError **error)
{
  g_autoptr (RkRecord) record =
      t->id != NULL ? rk_store_get (t->pass->store, t->kind->name, t->id, NULL) : NULL;

  if (t->id == NULL)
    check_required (t);
  if (t->row->outcome == RK_IMPORT_FAULTY)
    return TRUE;
  if (!repeated)
    {
      t->row->outcome = t->id == NULL ? RK_IMPORT_NEW : RK_IMPORT_CHANGED;
      compare (t, record);
      if (t->id == NULL && rk_import_get_value (t, t->kind->title_field) != NULL)
        rk_import_index_add (t->pass->index, t->kind, t->new_id,
                             rk_import_get_value (t, t->kind->title_field),
                             rk_import_get_value (t, "product"), NULL);
    }
  if (!rk_import_place (t, t->id != NULL ? t->id : t->new_id, error))
    return FALSE;
  if (t->row->outcome == RK_IMPORT_CHANGED && t->row->differences->len == 0)
    t->row->outcome = RK_IMPORT_UNCHANGED;
  return TRUE;
}

static gboolean
take (RkImportTaking *t, RkImportChoice choice, GError **error)
{
  take_cells (t);
  if (choice == RK_IMPORT_SKIP || is_of_others (t))
    {
      t->row->outcome = RK_IMPORT_LEFT_OUT;
      return TRUE;
    }
  rk_import_take_components (t);
  if (!rk_import_follow_all (t, TRUE, error))
    return FALSE;
  check_title (t);
  if (t->row->outcome == RK_IMPORT_FAULTY)
    return TRUE; /* it makes nothing that it refers to */
  if (!rk_import_follow_all (t, FALSE, error) || !find_record (t, choice, error))
    return FALSE;
  if (t->row->outcome == RK_IMPORT_FAULTY)
    return TRUE;
  return write_row (t, is_repeated (t), error);
}

gboolean
rk_import_take_row (RkImportPass *pass, RkImportRow *row, GError **error)
{
  RkImport *import = pass->import;
  const RkKind *kind = import->subject.kind;
  guint n = rk_kind_get_n_fields (kind);
  g_autofree guint *columns = g_new0 (guint, n + 1);
  g_autoptr (GPtrArray) components = g_ptr_array_new_with_free_func (g_free);
  RkImportTaking t = { pass, row, kind, g_new0 (char *, n + 1), columns, components, NULL, NULL };
  int title = rk_import_find_column (import, kind->title_field);
  RkImportChoice choice;
  gboolean ok;

  rk_import_row_clear (row);
  row->line = rk_rows_get_line (import->rows);
  row->outcome = RK_IMPORT_NEW;
  row->title = g_strdup (title >= 0 ? rk_import_get_cell (&t, (guint) title) : "");
  choice = GPOINTER_TO_INT (g_hash_table_lookup (import->choices, GUINT_TO_POINTER (row->line)));
  ok = take (&t, choice, error);
  for (guint i = 0; i < n; i++)
    g_free (t.values[i]);
  g_free (t.values);
  g_free (t.new_id);
  return ok;
}
