/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-references.h"

static void
referrer_free (gpointer data)
{
  RkReferrer *referrer = data;

  g_object_unref (referrer->record);
  g_free (referrer);
}

/* A set that holds the word, or a field that is it. */
static GPtrArray *
list_field (RkStore *store, const RkKind *kind, const RkField *field, const char *id,
            GError **error)
{
  g_autofree char *where = NULL;

  if (field->type == RK_FIELD_REFERENCE)
    where = g_strdup_printf ("\"%s\" = ?1", field->name);
  else
    where = g_strdup_printf ("instr (' ' || \"%s\" || ' ', ' ' || ?1 || ' ')", field->name);
  return rk_store_list (store, kind->name, where, NULL, error, id, NULL);
}

static gboolean
add_field (GPtrArray *referrers, RkStore *store, const RkKind *kind, const RkField *field,
           const char *id, GError **error)
{
  g_autoptr (GPtrArray) records = list_field (store, kind, field, id, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      RkReferrer *referrer = g_new0 (RkReferrer, 1);

      referrer->kind = kind;
      referrer->field = field;
      referrer->record = g_object_ref (g_ptr_array_index (records, i));
      g_ptr_array_add (referrers, referrer);
    }
  return TRUE;
}

GPtrArray *
rk_references_list (RkStore *store, const char *kind, const char *id, GError **error)
{
  g_autoptr (GPtrArray) referrers = g_ptr_array_new_with_free_func (referrer_free);
  const RkKind *const *kinds = rk_store_get_kinds (store);

  for (guint k = 0; kinds[k] != NULL; k++)
    for (const RkField *field = kinds[k]->fields; field->name != NULL; field++)
      if ((field->type == RK_FIELD_REFERENCE || field->type == RK_FIELD_REFERENCE_SET) &&
          g_strcmp0 (field->target, kind) == 0 &&
          !add_field (referrers, store, kinds[k], field, id, error))
        return NULL;
  return g_steal_pointer (&referrers);
}

gboolean
rk_reference_is_essential (const RkKind *kind, const RkField *field)
{
  if (field->flags & RK_FIELD_REQUIRED)
    return TRUE;
  /* Without an application these are about the administration as a whole: another fact. */
  return g_str_equal (field->name, "application") &&
         (g_str_equal (kind->name, "adoption") || g_str_equal (kind->name, "principle_answer"));
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

char *
rk_reference_set_replace (const char *value, const char *id, const char *instead)
{
  g_auto (GStrv) words = g_strsplit (value != NULL ? value : "", " ", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = g_str_equal (words[i], id) ? instead : words[i];

      if (word != NULL && *word != '\0' &&
          !g_ptr_array_find_with_equal_func (kept, word, g_str_equal, NULL))
        g_ptr_array_add (kept, (char *) word);
    }
  g_ptr_array_sort (kept, compare_words);
  if (kept->len == 0)
    return NULL;
  g_ptr_array_add (kept, NULL);
  return g_strjoinv (" ", (char **) kept->pdata);
}
