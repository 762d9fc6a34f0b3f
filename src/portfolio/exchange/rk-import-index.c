/* SPDX-License-Identifier: EUPL-1.2 */
/* A kind is read once, when somebody first asks for it; only ids, names and keys are kept. Two
 * records of one name lead to neither. */
#include "config.h"
#include "rk-import-index.h"

#include "rk-portfolio-kinds.h"
#include "rk-text.h"

#include <string.h>

/* Records of one kind. */
typedef struct
{
  GStringChunk *texts;
  GHashTable *ids;     /* id → name */
  GHashTable *names;   /* scope and folded name → id, or SEVERAL */
  GHashTable *similar; /* squashed name → id */
  GHashTable *object_ids;
} Names;

/* Records of one kind by some of their fields. */
typedef struct
{
  GStringChunk *texts;
  GHashTable *keys; /* key → id, or SEVERAL */
} Keys;

struct _RkImportIndex
{
  RkStore *store;
  GHashTable *by_kind; /* name of kind → Names */
  GHashTable *by_keys; /* name of kind and fields → Keys */
};

static const char SEVERAL[] = "";

static void
names_free (Names *names)
{
  g_hash_table_unref (names->ids);
  g_hash_table_unref (names->names);
  g_hash_table_unref (names->similar);
  g_hash_table_unref (names->object_ids);
  g_string_chunk_free (names->texts);
  g_free (names);
}

static void
keys_free (Keys *keys)
{
  g_hash_table_unref (keys->keys);
  g_string_chunk_free (keys->texts);
  g_free (keys);
}

RkImportIndex *
rk_import_index_new (RkStore *store)
{
  RkImportIndex *self = g_new0 (RkImportIndex, 1);

  self->store = g_object_ref (store);
  self->by_kind =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) names_free);
  self->by_keys =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) keys_free);
  return self;
}

void
rk_import_index_free (RkImportIndex *self)
{
  g_hash_table_unref (self->by_kind);
  g_hash_table_unref (self->by_keys);
  g_object_unref (self->store);
  g_free (self);
}

/* --- names ------------------------------------------------------------------------------------ */

static char *
make_name (const char *name, const char *scope)
{
  g_autofree char *folded = rk_text_fold (name);

  return g_strconcat (scope != NULL ? scope : "", "\n", folded, NULL);
}

/* What is left of a name without blanks, numbers and what firms are called besides. */
static char *
squash (const char *name)
{
  static const char *const fillers[] = { "bv",  "nv",      "cv",     "bvba",  "vzw",
                                         "the", "version", "versie", "group", "software" };
  g_autofree char *folded = rk_text_fold (name);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean filler = strspn (words[i], "0123456789v") == strlen (words[i]);

      for (guint j = 0; j < G_N_ELEMENTS (fillers); j++)
        filler = filler || g_str_equal (words[i], fillers[j]);
      if (!filler)
        g_string_append (text, words[i]);
    }
  return g_string_free (text, FALSE);
}

static const char *
note (Names *names, const char *id, const char *name, const char *scope, const char *object_id)
{
  const char *own = g_string_chunk_insert (names->texts, id);
  const char *title = g_string_chunk_insert (names->texts, name);
  g_autofree char *key = make_name (name, scope);
  g_autofree char *squashed = squash (name);
  gboolean named = !g_str_has_suffix (key, "\n");

  g_hash_table_insert (names->ids, (gpointer) own, (gpointer) title);
  if (named)
    {
      gboolean known = g_hash_table_contains (names->names, key);

      g_hash_table_insert (names->names, g_string_chunk_insert (names->texts, key),
                           (gpointer) (known ? SEVERAL : own));
    }
  if (strlen (squashed) >= 3 && !g_hash_table_contains (names->similar, squashed))
    g_hash_table_insert (names->similar, g_string_chunk_insert (names->texts, squashed),
                         (gpointer) own);
  if (object_id != NULL)
    g_hash_table_insert (names->object_ids, g_string_chunk_insert (names->texts, object_id),
                         (gpointer) own);
  return own;
}

static const char *
get_optional (RkRecord *record, const char *field)
{
  return rk_kind_find_field (rk_record_get_kind (record), field) >= 0
             ? rk_record_get (record, field)
             : NULL;
}

static gboolean
note_cb (RkRecord *record, gpointer data, GError **error)
{
  gboolean is_version = g_str_equal (rk_record_get_kind (record)->name, "product_version");

  note (data, rk_record_get_id (record), rk_record_get_title (record),
        is_version ? rk_record_get (record, "product") : NULL, get_optional (record, "object_id"));
  return TRUE;
}

static Names *
get_names (RkImportIndex *self, const RkKind *kind, GError **error)
{
  Names *names = g_hash_table_lookup (self->by_kind, kind->name);

  if (names != NULL)
    return names;
  names = g_new0 (Names, 1);
  names->texts = g_string_chunk_new (4096);
  names->ids = g_hash_table_new (g_str_hash, g_str_equal);
  names->names = g_hash_table_new (g_str_hash, g_str_equal);
  names->similar = g_hash_table_new (g_str_hash, g_str_equal);
  names->object_ids = g_hash_table_new (g_str_hash, g_str_equal);
  if (!rk_store_foreach (self->store, kind->name, note_cb, names, error))
    {
      names_free (names);
      return NULL;
    }
  g_hash_table_insert (self->by_kind, g_strdup (kind->name), names);
  return names;
}

const char *
rk_import_index_find_id (RkImportIndex *self, const RkKind *kind, const char *id, GError **error)
{
  Names *names = get_names (self, kind, error);
  gpointer own = NULL;

  if (names == NULL)
    return NULL;
  g_hash_table_lookup_extended (names->ids, id, &own, NULL);
  return own;
}

RkFound
rk_import_index_find (RkImportIndex *self, const RkKind *kind, const char *name, const char *scope,
                      const char **id, GError **error)
{
  Names *names = get_names (self, kind, error);
  g_autofree char *key = make_name (name, scope);

  *id = NULL;
  if (names == NULL)
    return RK_FOUND_NONE;
  *id = rk_import_index_find_id (self, kind, name, error);
  if (*id == NULL)
    *id = g_hash_table_lookup (names->object_ids, name);
  if (*id == NULL)
    *id = g_hash_table_lookup (names->names, key);
  if (*id == NULL)
    return RK_FOUND_NONE;
  return *id == SEVERAL ? RK_FOUND_SEVERAL : RK_FOUND_ONE;
}

const char *
rk_import_index_add (RkImportIndex *self, const RkKind *kind, const char *id, const char *name,
                     const char *scope, GError **error)
{
  Names *names = get_names (self, kind, error);

  return names != NULL ? note (names, id, name, scope, NULL) : NULL;
}

const char *
rk_import_index_get_name (RkImportIndex *self, const RkKind *kind, const char *id, GError **error)
{
  Names *names = get_names (self, kind, error);
  const char *name = names != NULL ? g_hash_table_lookup (names->ids, id) : NULL;

  return name != NULL ? name : "";
}

const char *
rk_import_index_find_similar (RkImportIndex *self, const RkKind *kind, const char *name,
                              GError **error)
{
  Names *names = get_names (self, kind, error);
  g_autofree char *squashed = squash (name);

  return names != NULL ? g_hash_table_lookup (names->similar, squashed) : NULL;
}

/* --- keys ------------------------------------------------------------------------------------- */

char *
rk_import_index_make_key (const char *const *values, guint n)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *folded = rk_text_fold (values[i] != NULL ? values[i] : "");

      g_string_append_printf (key, "%s\n", folded);
    }
  return g_string_free (key, FALSE);
}

static void
note_key (Keys *keys, const char *key, const char *id)
{
  gboolean known = g_hash_table_contains (keys->keys, key);
  const char *own = known ? SEVERAL : g_string_chunk_insert (keys->texts, id);

  g_hash_table_insert (keys->keys, g_string_chunk_insert (keys->texts, key), (gpointer) own);
}

typedef struct
{
  Keys *keys;
  const char *const *fields;
  guint n;
} Noting;

static gboolean
note_key_cb (RkRecord *record, gpointer data, GError **error)
{
  Noting *noting = data;
  g_autofree const char **values = g_new0 (const char *, noting->n + 1);
  g_autofree char *key = NULL;

  for (guint i = 0; i < noting->n; i++)
    values[i] = rk_record_get (record, noting->fields[i]);
  key = rk_import_index_make_key (values, noting->n);
  note_key (noting->keys, key, rk_record_get_id (record));
  return TRUE;
}

static Keys *
get_keys (RkImportIndex *self, const RkKind *kind, const char *const *fields, GError **error)
{
  g_autofree char *joined = g_strjoinv (" ", (char **) fields);
  g_autofree char *name = g_strconcat (kind->name, " ", joined, NULL);
  Keys *keys = g_hash_table_lookup (self->by_keys, name);
  Noting noting;

  if (keys != NULL)
    return keys;
  keys = g_new0 (Keys, 1);
  keys->texts = g_string_chunk_new (4096);
  keys->keys = g_hash_table_new (g_str_hash, g_str_equal);
  noting = (Noting){ keys, fields, g_strv_length ((char **) fields) };
  if (!rk_store_foreach (self->store, kind->name, note_key_cb, &noting, error))
    {
      keys_free (keys);
      return NULL;
    }
  g_hash_table_insert (self->by_keys, g_steal_pointer (&name), keys);
  return keys;
}

RkFound
rk_import_index_find_key (RkImportIndex *self, const RkKind *kind, const char *const *fields,
                          const char *key, const char **id, GError **error)
{
  Keys *keys = get_keys (self, kind, fields, error);

  *id = keys != NULL ? g_hash_table_lookup (keys->keys, key) : NULL;
  if (*id == NULL)
    return RK_FOUND_NONE;
  return *id == SEVERAL ? RK_FOUND_SEVERAL : RK_FOUND_ONE;
}

void
rk_import_index_add_key (RkImportIndex *self, const RkKind *kind, const char *const *fields,
                         const char *key, const char *id)
{
  Keys *keys = get_keys (self, kind, fields, NULL);

  if (keys != NULL)
    note_key (keys, key, id);
}
