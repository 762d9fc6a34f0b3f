/* SPDX-License-Identifier: EUPL-1.2 */
/* What a row refers to: records by name, made when they are not there, and reference components. */
#include "config.h"
#include "rk-import-private.h"

#include "rk-import-value.h"
#include "rk-portfolio-kinds.h"
#include "rk-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* References that may be made when they are not there, in the order in which they are followed:
 * what is made for a row later belongs to what was found before. */
static const RkKind *const makeable[] = {
  &rk_kind_supplier, &rk_kind_product,        &rk_kind_product_version,
  &rk_kind_standard, &rk_kind_building_block, &rk_kind_dataset,
};

/* --- references ------------------------------------------------------------------------------- */

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
make_reference (RkImportTaking *t, const RkKind *kind, const char *name, const char *scope,
                GError **error)
{
  g_autofree char *id = rk_store_new_id ();
  const char *supplier = rk_import_get_value (t, "supplier");

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
fault_reference (RkImportTaking *t, const RkKind *kind, const char *name, guint column,
                 RkFound found)
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
  rk_import_fault (t, column, name, message);
  return NULL;
}

/* (nullable) (transfer none): the id; NULL after a fault, or with @error. @probing: only whether it
 * can be followed, so that a faulty row makes nothing. */
static const char *
follow (RkImportTaking *t, const RkField *field, const char *name, gboolean probing, GError **error)
{
  const RkKind *kind = rk_store_get_kind (t->pass->store, field->target);
  guint column = t->columns[field - t->kind->fields];
  gboolean is_version = kind == &rk_kind_product_version;
  const char *scope = is_version ? rk_import_get_value (t, "product") : NULL;
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
keep_outside (RkImportTaking *t, const RkField *field, guint i, GError **error)
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
follow_field (RkImportTaking *t, const RkField *field, guint i, gboolean probing, GError **error)
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

gboolean
rk_import_follow_all (RkImportTaking *t, gboolean probing, GError **error)
{
  for (guint rank = 0; rank <= G_N_ELEMENTS (makeable); rank++)
    for (guint i = 0; t->kind->fields[i].name != NULL; i++)
      if (t->kind->fields[i].target != NULL && get_rank (&t->kind->fields[i]) == rank &&
          !follow_field (t, &t->kind->fields[i], i, probing, error))
        return FALSE;
  return TRUE;
}

/* --- reference components --------------------------------------------------------------------- */

/* The key of a component by its name or key: as it is when there is no architecture to ask. */
static const char *
find_component (RkImportTaking *t, const char *name, guint column)
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
  rk_import_fault (t, column, name, message);
  return NULL;
}

void
rk_import_take_components (RkImportTaking *t)
{
  int column = rk_import_find_column (t->pass->import, RK_IMPORT_COMPONENTS);
  int one = rk_kind_find_field (t->kind, "component");
  int set = rk_kind_find_field (t->kind, RK_IMPORT_COMPONENTS);
  g_auto (GStrv) names =
      column >= 0 ? rk_import_split (rk_import_get_cell (t, (guint) column)) : NULL;

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

/* The name of a component as the architecture has it: (nullable). */
static const char *
get_component_name (RkImportTaking *t, const char *key)
{
  GHashTable *names = t->pass->import->component_names;

  return names != NULL ? g_hash_table_lookup (names, key) : NULL;
}

/* Places the application on the components where it does not stand yet. */
gboolean
rk_import_place (RkImportTaking *t, const char *application, GError **error)
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
      difference->now =
          g_strdup (get_component_name (t, key) != NULL ? get_component_name (t, key) : key);
      g_ptr_array_add (t->row->differences, difference);
      if (t->pass->change != NULL)
        rk_change_set (t->pass->change, "fit", id, "application", application, "component", key,
                       "component_name", get_component_name (t, key), NULL);
    }
  return TRUE;
}
