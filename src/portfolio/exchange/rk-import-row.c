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

/* References that may be made when they are not there, in the order in which they are followed:
 * what is made for a row later belongs to what was found before. */
static const RkKind *const makeable[] = {
  &rk_kind_supplier, &rk_kind_product,        &rk_kind_product_version,
  &rk_kind_standard, &rk_kind_building_block, &rk_kind_dataset,
};

/* A row under way. */
typedef struct
{
  RkImportPass *pass;
  RkImportRow *row;
  const RkKind *kind;
  char **values;  /* by field; NULL: not given */
  guint *columns; /* by field: where the value comes from */
  GPtrArray *components;
  const char *id; /* of a record that is there (nullable) */
  char *new_id;   /* (nullable) */
} Taking;

/* --- cells ------------------------------------------------------------------------------------ */

static const char *
get_cell (Taking *t, guint column)
{
  RkImport *import = t->pass->import;
  g_autofree char *key = g_strdup_printf ("%u %u", t->row->line, column);
  const char *corrected = g_hash_table_lookup (import->cells, key);

  return corrected != NULL ? corrected : rk_rows_get (import->rows, column);
}

static void
fault (Taking *t, guint column, const char *value, const char *message)
{
  rk_import_add_fault (t->row, column, value, FALSE, message);
}

/* A date that is none is kept beside, in a field for it, where the kind has one. */
static gboolean
keep_as_text (Taking *t, const RkField *field, guint column, const char *text)
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

static gboolean
is_reference (const RkField *field)
{
  return field->target != NULL;
}

static void
take_cell (Taking *t, const RkField *field, guint i, guint column)
{
  const char *text = get_cell (t, column);
  g_autoptr (GError) error = NULL;

  t->columns[i] = column;
  if (is_reference (field))
    {
      g_autofree char *plain = g_strstrip (g_strdup (text));

      t->values[i] = *plain != '\0' ? g_steal_pointer (&plain) : NULL;
      return;
    }
  g_free (t->values[i]);
  t->values[i] = rk_import_parse_value (field, text, &error);
  if (error != NULL && !keep_as_text (t, field, column, text))
    fault (t, column, text, error->message);
}

static void
take_cells (Taking *t)
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
    fault (t, RK_IMPORT_NO_COLUMN, NULL,
           _ ("The row has more cells than there are columns. Put quotes around a text that holds "
              "the separator."));
}

static int
find_column (RkImport *import, const char *target)
{
  for (guint i = 0; i < import->targets->len; i++)
    if (g_strcmp0 (import->targets->pdata[i], target) == 0)
      return (int) i;
  return -1;
}

/* --- references ------------------------------------------------------------------------------- */

static const char *
get_value (Taking *t, const char *field)
{
  int i = rk_kind_find_field (t->kind, field);

  return i >= 0 ? t->values[i] : NULL;
}

static void
count_made (RkImport *import, const RkKind *kind)
{
  guint i;

  if (!g_ptr_array_find (import->made_kinds, kind, &i))
    {
      guint none = 0;

      i = import->made_kinds->len;
      g_ptr_array_add (import->made_kinds, (gpointer) kind);
      g_array_append_val (import->made_counts, none);
    }
  g_array_index (import->made_counts, guint, i)++;
}

/* Makes what a row refers to; what the row says of the supplier holds for its product too. */
static const char *
make_reference (Taking *t, const RkKind *kind, const char *name, const char *scope, GError **error)
{
  g_autofree char *id = rk_store_new_id ();
  const char *supplier = get_value (t, "supplier");

  count_made (t->pass->import, kind);
  if (t->pass->change != NULL)
    {
      rk_change_set (t->pass->change, kind->name, id, kind->title_field, name, NULL);
      if (kind == &rk_kind_product && supplier != NULL)
        rk_change_set_field (t->pass->change, kind->name, id, "supplier", supplier);
      if (kind == &rk_kind_product_version)
        rk_change_set_field (t->pass->change, kind->name, id, "product", scope);
    }
  return rk_import_index_add (t->pass->index, kind, id, name, scope, error);
}

static gboolean
is_makeable (const RkKind *kind, const char *name, const char *scope)
{
  if (g_uuid_string_is_valid (name) || (kind == &rk_kind_product_version && scope == NULL))
    return FALSE; /* while probing the scope is still a name, which will do */
  for (guint i = 0; i < G_N_ELEMENTS (makeable); i++)
    if (makeable[i] == kind)
      return TRUE;
  return FALSE;
}

/* What refers to its own kind may come on a later line: it is no reason to keep the row out. */
static const char *
fault_reference (Taking *t, const RkKind *kind, const char *name, guint column, RkFound found)
{
  g_autofree char *message = NULL;

  if (kind == t->kind && g_uuid_string_is_valid (name))
    return name;
  if (kind == t->kind)
    {
      /* Translators: a kind of record and a name. */
      message =
          g_strdup_printf (_ ("There is no %s named “%s” yet. The cell was left out; take the "
                                    "list over once more to fill it in."),
                              _ (kind->label), name);
      rk_import_add_fault (t->row, column, name, TRUE, message);
      return NULL;
    }
  if (found == RK_FOUND_SEVERAL)
    /* Translators: a kind of record, plural, and a name. */
    message = g_strdup_printf (_ ("There are several %s named “%s”. Give the id of one of them."),
                                  _ (kind->label_plural), name);
  else
    /* Translators: a kind of record and a name. */
    message = g_strdup_printf (_ ("There is no %s named “%s”. Add it first, or correct the name."),
                                  _ (kind->label), name);
  fault (t, column, name, message);
  return NULL;
}

/* (nullable) (transfer none): the id; NULL after a fault, or with @error. @probing: only whether it
 * can be followed, so that a faulty row makes nothing. */
static const char *
follow (Taking *t, const RkField *field, const char *name, gboolean probing, GError **error)
{
  const RkKind *kind = rk_store_get_kind (t->pass->store, field->target);
  guint column = t->columns[field - t->kind->fields];
  gboolean is_version = kind == &rk_kind_product_version;
  const char *scope = is_version ? get_value (t, "product") : NULL;
  GError *local_error = NULL;
  const char *id;
  RkFound found = rk_import_index_find (t->pass->index, kind, name, scope, &id, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }
  if (found == RK_FOUND_ONE)
    return id;
  if (found == RK_FOUND_NONE && is_makeable (kind, name, scope))
    return probing ? NULL : make_reference (t, kind, name, scope, error);
  /* Told once: while probing, except what is no reason to keep the row out. */
  return probing == (kind != t->kind) ? fault_reference (t, kind, name, column, found) : NULL;
}

/* An end of an interface that is no application of ours lies outside. */
static gboolean
keep_outside (Taking *t, const RkField *field, guint i, GError **error)
{
  g_autofree char *beside = g_strconcat (field->name, "_name", NULL);
  int other = t->kind == &rk_kind_interface ? rk_kind_find_field (t->kind, beside) : -1;
  const char *id;

  if (other < 0 || t->values[other] != NULL || g_uuid_string_is_valid (t->values[i]) ||
      rk_import_index_find (t->pass->index, &rk_kind_application, t->values[i], NULL, &id, error) !=
          RK_FOUND_NONE)
    return FALSE;
  t->values[other] = g_steal_pointer (&t->values[i]);
  return TRUE;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Sorted and each once, as sets are stored: (transfer full). */
static char *
join_set (GPtrArray *words)
{
  GString *text = g_string_new (NULL);

  g_ptr_array_sort (words, compare_words);
  for (guint i = 0; i < words->len; i++)
    if (i == 0 || !g_str_equal (words->pdata[i], words->pdata[i - 1]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", (char *) words->pdata[i]);
  return g_string_free (text, FALSE);
}

static gboolean
follow_field (Taking *t, const RkField *field, guint i, gboolean probing, GError **error)
{
  g_auto (GStrv) names = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GError *local_error = NULL;

  if (t->values[i] == NULL || keep_outside (t, field, i, &local_error))
    return TRUE;
  if (field->type == RK_FIELD_REFERENCE_SET)
    names = rk_import_split (t->values[i]);
  else
    names = g_strdupv ((char *[]){ t->values[i], NULL });
  for (guint n = 0; names[n] != NULL && local_error == NULL; n++)
    {
      const char *id = follow (t, field, names[n], probing, &local_error);

      if (id != NULL)
        g_ptr_array_add (ids, (gpointer) id);
    }
  if (!probing)
    {
      g_free (t->values[i]);
      t->values[i] = ids->len > 0 ? join_set (ids) : NULL;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* What belongs to something else is followed after it: a version after its product, and that after
 * its supplier. */
static guint
get_rank (const RkField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (makeable); i++)
    if (g_str_equal (field->target, makeable[i]->name))
      return i;
  return G_N_ELEMENTS (makeable);
}

static gboolean
follow_all (Taking *t, gboolean probing, GError **error)
{
  for (guint rank = 0; rank <= G_N_ELEMENTS (makeable); rank++)
    for (guint i = 0; t->kind->fields[i].name != NULL; i++)
      if (is_reference (&t->kind->fields[i]) && get_rank (&t->kind->fields[i]) == rank &&
          !follow_field (t, &t->kind->fields[i], i, probing, error))
        return FALSE;
  return TRUE;
}

/* --- reference components --------------------------------------------------------------------- */

/* The key of a component by its name or key: as it is when there is no architecture to ask. */
static const char *
find_component (Taking *t, const char *name, guint column)
{
  GHashTable *components = t->pass->import->components;
  g_autofree char *folded = rk_text_fold (name);
  const char *key = components != NULL ? g_hash_table_lookup (components, folded) : name;
  g_autofree char *message = NULL;

  if (key != NULL && strchr (key, ' ') == NULL)
    return key;
  message = g_strdup_printf (
      /* Translators: the name of a component. */
      _ ("The reference architecture has no component “%s”. Correct the name."), name);
  fault (t, column, name, message);
  return NULL;
}

static void
take_components (Taking *t)
{
  int column = find_column (t->pass->import, RK_IMPORT_COMPONENTS);
  int one = rk_kind_find_field (t->kind, "component");
  int set = rk_kind_find_field (t->kind, RK_IMPORT_COMPONENTS);
  g_auto (GStrv) names = column >= 0 ? rk_import_split (get_cell (t, (guint) column)) : NULL;

  if (one >= 0 && t->values[one] != NULL)
    {
      const char *key = find_component (t, t->values[one], t->columns[one]);
      char *copy = g_strdup (key);

      g_free (t->values[one]);
      t->values[one] = copy;
    }
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      const char *key = find_component (t, names[i], (guint) column);

      if (key != NULL)
        g_ptr_array_add (t->components, g_strdup (key));
    }
  if (set >= 0 && t->components->len > 0)
    {
      t->values[set] = join_set (t->components);
      g_ptr_array_set_size (t->components, 0);
    }
}

/* Places the application on the components where it does not stand yet. */
static gboolean
place (Taking *t, const char *application, GError **error)
{
  static const char *const fields[] = { "application", "component", NULL };

  for (guint i = 0; i < t->components->len; i++)
    {
      const char *key = t->components->pdata[i];
      g_autofree char *looked = rk_import_index_make_key ((const char *[]){ application, key }, 2);
      g_autofree char *id = rk_store_new_id ();
      GError *local_error = NULL;
      const char *there;
      RkImportDifference *difference;

      if (rk_import_index_find_key (t->pass->index, &rk_kind_fit, fields, looked, &there,
                                    &local_error) != RK_FOUND_NONE)
        continue;
      if (local_error != NULL)
        {
          g_propagate_error (error, local_error);
          return FALSE;
        }
      rk_import_index_add_key (t->pass->index, &rk_kind_fit, fields, looked, id);
      difference = g_new0 (RkImportDifference, 1);
      difference->now = g_strdup (key);
      g_ptr_array_add (t->row->differences, difference);
      if (t->pass->change != NULL)
        rk_change_set (t->pass->change, "fit", id, "application", application, "component", key,
                       NULL);
    }
  return TRUE;
}

/* --- the record ------------------------------------------------------------------------------- */

/* The fields by which rows are known again: those of the key that a column gives. */
static guint
list_key_fields (Taking *t, const char *fields[6])
{
  guint n = 0;
  gboolean known = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (guint j = 0; keys[i].kind == t->kind && j < 5 && keys[i].fields[j] != NULL; j++)
      {
        known = TRUE;
        if (find_column (t->pass->import, keys[i].fields[j]) >= 0 ||
            get_value (t, keys[i].fields[j]) != NULL || t->kind == &rk_kind_interface)
          fields[n++] = keys[i].fields[j];
      }
  if (!known && t->kind == &rk_kind_contract && get_value (t, "contract_number") != NULL)
    fields[n++] = "contract_number";
  else if (!known)
    fields[n++] = t->kind->title_field;
  fields[n] = NULL;
  return n;
}

static gboolean
find_by_id (Taking *t, GError **error)
{
  int column = find_column (t->pass->import, RK_IMPORT_ID);
  g_autofree char *id = column >= 0 ? g_strstrip (g_strdup (get_cell (t, (guint) column))) : NULL;

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
find_by_object_id (Taking *t, GError **error)
{
  const char *object_id = get_value (t, "object_id");
  const char *id;

  if (object_id != NULL &&
      rk_import_index_find (t->pass->index, t->kind, object_id, NULL, &id, error) == RK_FOUND_ONE)
    t->id = id;
}

static void
find_by_key (Taking *t, GError **error)
{
  const char *fields[6], *values[6] = { NULL };
  guint n = list_key_fields (t, fields);
  g_autofree char *key = NULL;
  g_autofree char *message = NULL;
  gboolean any = FALSE;
  RkFound found;

  for (guint i = 0; i < n; i++)
    {
      values[i] = get_value (t, fields[i]);
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
      fault (t, RK_IMPORT_NO_COLUMN, t->row->title, message);
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
find_similar (Taking *t, RkImportChoice choice, GError **error)
{
  const char *name = get_value (t, t->kind->title_field);
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
find_record (Taking *t, RkImportChoice choice, GError **error)
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
is_repeated (Taking *t)
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
describe (Taking *t, const RkField *field, const char *value)
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
compare (Taking *t, RkRecord *record)
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
check_required (Taking *t)
{
  for (guint i = 0; t->kind->fields[i].name != NULL; i++)
    if ((t->kind->fields[i].flags & RK_FIELD_REQUIRED) && t->values[i] == NULL)
      {
        int column = find_column (t->pass->import, t->kind->fields[i].name);
        /* Translators: %s is the name of a field. */
        g_autofree char *message =
            g_strdup_printf (_ ("“%s” is missing. Fill it in."), _ (t->kind->fields[i].label));

        if (t->row->outcome != RK_IMPORT_FAULTY) /* else the cell is there, but wrong */
          fault (t, column >= 0 ? (guint) column : RK_IMPORT_NO_COLUMN, NULL, message);
      }
}

/* What is known by its name must have one. */
static void
check_title (Taking *t)
{
  const char *title = t->kind->title_field;
  int i = rk_kind_find_field (t->kind, title);

  if ((t->kind->fields[i].flags & RK_FIELD_REQUIRED) && t->values[i] == NULL &&
      find_column (t->pass->import, RK_IMPORT_ID) < 0 && get_value (t, "object_id") == NULL)
    check_required (t);
}

/* --- rows ------------------------------------------------------------------------------------- */

static gboolean
is_of_others (Taking *t)
{
  RkImport *import = t->pass->import;
  int column = g_str_equal (import->subject.name, "building-block-usage")
                   ? find_column (import, "organisation")
                   : -1;
  g_autofree char *name = column >= 0 ? rk_text_fold (get_cell (t, (guint) column)) : NULL;

  return name != NULL && *name != '\0' && import->own_names != NULL &&
         !g_strv_contains ((const char *const *) import->own_names, name);
}

/* A repeated row may still name another component of the record. */
static gboolean
write_row (Taking *t, gboolean repeated, GError **error)
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
      if (t->id == NULL && get_value (t, t->kind->title_field) != NULL)
        rk_import_index_add (t->pass->index, t->kind, t->new_id,
                             get_value (t, t->kind->title_field), get_value (t, "product"), NULL);
    }
  if (!place (t, t->id != NULL ? t->id : t->new_id, error))
    return FALSE;
  if (t->row->outcome == RK_IMPORT_CHANGED && t->row->differences->len == 0)
    t->row->outcome = RK_IMPORT_UNCHANGED;
  return TRUE;
}

static gboolean
take (Taking *t, RkImportChoice choice, GError **error)
{
  take_cells (t);
  if (choice == RK_IMPORT_SKIP || is_of_others (t))
    {
      t->row->outcome = RK_IMPORT_LEFT_OUT;
      return TRUE;
    }
  take_components (t);
  if (!follow_all (t, TRUE, error))
    return FALSE;
  check_title (t);
  if (t->row->outcome == RK_IMPORT_FAULTY)
    return TRUE; /* it makes nothing that it refers to */
  if (!follow_all (t, FALSE, error) || !find_record (t, choice, error))
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
  Taking t = { pass, row, kind, g_new0 (char *, n + 1), columns, components, NULL, NULL };
  int title = find_column (import, kind->title_field);
  RkImportChoice choice;
  gboolean ok;

  rk_import_row_clear (row);
  row->line = rk_rows_get_line (import->rows);
  row->outcome = RK_IMPORT_NEW;
  row->title = g_strdup (title >= 0 ? get_cell (&t, (guint) title) : "");
  choice = GPOINTER_TO_INT (g_hash_table_lookup (import->choices, GUINT_TO_POINTER (row->line)));
  ok = take (&t, choice, error);
  for (guint i = 0; i < n; i++)
    g_free (t.values[i]);
  g_free (t.values);
  g_free (t.new_id);
  return ok;
}
