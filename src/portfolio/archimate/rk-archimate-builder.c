/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-archimate-builder-private.h"

#include <string.h>

#define LANGUAGE "nl" /* of the terms of the mapping */

struct _RkArchimateBuilder
{
  RkArchitecture *architecture; /* (nullable) */
  RkArchimateAddition *addition;
  GString *properties;     /* of what follows */
  GHashTable *definitions; /* name → identifier */
  GHashTable *identifiers; /* id of a record → identifier */
  GHashTable *types;       /* identifier → type */
  GHashTable *relations;   /* identifiers that were given */
  GPtrArray *folders;      /* names, in order */
  GHashTable *items;       /* name of a folder → GString */
  guint n_elements;
};

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

static void
load_definitions (RkArchimateBuilder *self)
{
  RkArchitecture *architecture = self->architecture;
  g_autoptr (sqlite3_stmt) stmt = rk_sql_prepare (
      rk_store_get_database (architecture->store), NULL,
      "SELECT name, identifier FROM archimate_definition WHERE number BETWEEN ?1 AND ?2"
      " AND name IS NOT NULL ORDER BY number DESC",
      "ii", architecture->first, architecture->last);

  while (stmt != NULL && rk_sql_next (stmt, NULL))
    g_hash_table_insert (self->definitions, g_strdup (rk_sql_text (stmt, 0)),
                         g_strdup (rk_sql_text (stmt, 1)));
}

RkArchimateBuilder *
rk_archimate_builder_new (RkArchitecture *architecture)
{
  RkArchimateBuilder *self = g_new0 (RkArchimateBuilder, 1);

  self->architecture = architecture != NULL ? rk_architecture_ref (architecture) : NULL;
  self->addition = rk_archimate_addition_new ();
  self->properties = g_string_new (NULL);
  self->definitions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->identifiers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->folders = g_ptr_array_new_with_free_func (g_free);
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_string);
  if (architecture != NULL)
    load_definitions (self);
  return self;
}

void
rk_archimate_builder_free (RkArchimateBuilder *self)
{
  g_clear_pointer (&self->architecture, rk_architecture_unref);
  g_clear_pointer (&self->addition, rk_archimate_addition_free);
  g_string_free (self->properties, TRUE);
  g_hash_table_unref (self->definitions);
  g_hash_table_unref (self->identifiers);
  g_hash_table_unref (self->types);
  g_hash_table_unref (self->relations);
  g_ptr_array_unref (self->folders);
  g_hash_table_unref (self->items);
  g_free (self);
}

RkArchimateAddition *
rk_archimate_builder_get (RkArchimateBuilder *self)
{
  return self->addition;
}

/* Folders one after the other. */
static void
write_folders (RkArchimateBuilder *self)
{
  GString *out = self->addition->items;

  for (guint i = 0; i < self->folders->len; i++)
    {
      const char *name = g_ptr_array_index (self->folders, i);
      GString *items = g_hash_table_lookup (self->items, name);

      g_string_append (out, "    <item>\n");
      rk_archimate_write_text (out, 3, "label", LANGUAGE, name);
      g_string_append_printf (out, "%s    </item>\n", items->str);
    }
}

RkArchimateAddition *
rk_archimate_builder_steal (RkArchimateBuilder *self)
{
  write_folders (self);
  return g_steal_pointer (&self->addition);
}

guint
rk_archimate_builder_get_n_elements (RkArchimateBuilder *self)
{
  return self->n_elements;
}

guint
rk_archimate_builder_get_n_relations (RkArchimateBuilder *self)
{
  return g_hash_table_size (self->relations);
}

/* --- properties ------------------------------------------------------------------------------- */

/* The definition of that name, of the model or of our own. */
static const char *
get_definition (RkArchimateBuilder *self, const char *name)
{
  const char *known = g_hash_table_lookup (self->definitions, name);
  GString *out = self->addition->definitions;
  char *identifier;

  if (known != NULL)
    return known;
  identifier = g_strdup_printf ("propid-rk-%u", g_hash_table_size (self->definitions) + 1);
  g_hash_table_insert (self->definitions, g_strdup (name), identifier);
  rk_archimate_indent (out, 2);
  g_string_append_printf (out, "<propertyDefinition identifier=\"%s\" type=\"string\">\n",
                          identifier);
  rk_archimate_write_text (out, 3, "name", NULL, name);
  rk_archimate_indent (out, 2);
  g_string_append (out, "</propertyDefinition>\n");
  return identifier;
}

static void
write_property (RkArchimateBuilder *self, GString *out, guint depth, const char *name,
                const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  rk_archimate_indent (out, depth);
  g_string_append (out, "<property");
  rk_archimate_write_attribute (out, "propertyDefinitionRef", get_definition (self, name));
  g_string_append (out, ">\n");
  rk_archimate_write_text (out, depth + 1, "value", LANGUAGE, value);
  rk_archimate_indent (out, depth);
  g_string_append (out, "</property>\n");
}

void
rk_archimate_builder_property (RkArchimateBuilder *self, const char *name, const char *value)
{
  write_property (self, self->properties, 4, name, value);
}

void
rk_archimate_builder_model_property (RkArchimateBuilder *self, const char *name, const char *value)
{
  write_property (self, self->addition->properties, 2, name, value);
}

/* Puts the properties that were gathered into @out. */
static void
take_properties (RkArchimateBuilder *self, GString *out)
{
  if (self->properties->len > 0)
    g_string_append_printf (out, "      <properties>\n%s      </properties>\n",
                            self->properties->str);
  g_string_truncate (self->properties, 0);
}

/* --- elements --------------------------------------------------------------------------------- */

static gboolean
is_plain (const char *id)
{
  for (const char *p = id; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_')
      return FALSE;
  return TRUE;
}

/* An identifier that XML allows: (transfer full). */
static char *
make_identifier (const char *id)
{
  g_autofree char *derived = is_plain (id) ? NULL : rk_store_name_id ("archimate", id, NULL);

  return g_strconcat ("id-", derived != NULL ? derived : id, NULL);
}

static void
add_item (RkArchimateBuilder *self, const char *folder, const char *identifier)
{
  GString *items = g_hash_table_lookup (self->items, folder);

  if (items == NULL)
    {
      items = g_string_new (NULL);
      g_hash_table_insert (self->items, g_strdup (folder), items);
      g_ptr_array_add (self->folders, g_strdup (folder));
    }
  rk_archimate_indent (items, 3);
  g_string_append (items, "<item");
  rk_archimate_write_attribute (items, "identifierRef", identifier);
  g_string_append (items, "/>\n");
}

const char *
rk_archimate_builder_element (RkArchimateBuilder *self, const char *folder, const char *type,
                              const char *id, const char *name, const char *documentation)
{
  char *identifier = make_identifier (id);
  GString *out = self->addition->elements;

  g_hash_table_insert (self->identifiers, g_strdup (id), identifier);
  g_hash_table_insert (self->types, g_strdup (identifier), g_strdup (type));
  rk_archimate_indent (out, 2);
  g_string_append (out, "<element");
  rk_archimate_write_attribute (out, "identifier", identifier);
  rk_archimate_write_attribute (out, "xsi:type", type);
  g_string_append (out, ">\n");
  rk_archimate_write_text (out, 3, "name", LANGUAGE, name != NULL ? name : "");
  rk_archimate_write_text (out, 3, "documentation", LANGUAGE, documentation);
  take_properties (self, out);
  rk_archimate_indent (out, 2);
  g_string_append (out, "</element>\n");
  add_item (self, folder, identifier);
  self->n_elements++;
  return identifier;
}

const char *
rk_archimate_builder_find (RkArchimateBuilder *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->identifiers, id) : NULL;
}

/* --- relations -------------------------------------------------------------------------------- */

static int
find_rule (RkArchimateBuilder *self, const char *identifier)
{
  const char *type = g_hash_table_lookup (self->types, identifier);
  const RkConcept *concept =
      self->architecture != NULL
          ? g_hash_table_lookup (self->architecture->by_identifier, identifier)
          : NULL;

  if (type == NULL && concept == NULL)
    return -1;
  return rk_archimate_rules_find (type != NULL ? type : concept->type);
}

/* The first of @types that ArchiMate allows: (transfer full) (nullable). */
static char *
choose_type (RkArchimateBuilder *self, const char *types, const char *source, const char *target)
{
  g_auto (GStrv) words = g_strsplit (types, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (rk_archimate_rules_allow (find_rule (self, source),
                                  rk_archimate_rules_get_letter (words[i]),
                                  find_rule (self, target)))
      return g_strdup (words[i]);
  return NULL;
}

/* Two relations of one kind between the same ends get identifiers of their own. */
static char *
make_relation (RkArchimateBuilder *self, const char *type, const char *source, const char *target,
               const char *name)
{
  for (guint i = 0;; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *id = rk_store_name_id ("archimate-relation", type, source, target,
                                              name != NULL ? name : "", number, NULL);
      char *identifier = g_strconcat ("id-", id, NULL);

      if (g_hash_table_add (self->relations, g_strdup (identifier)))
        return identifier;
      g_free (identifier);
    }
}

gboolean
rk_archimate_builder_relate (RkArchimateBuilder *self, const char *types, const char *source,
                             const char *target, const char *name)
{
  GString *out = self->addition->relations;
  g_autofree char *type =
      source != NULL && target != NULL ? choose_type (self, types, source, target) : NULL;
  g_autofree char *identifier = NULL;

  if (type == NULL)
    {
      g_string_truncate (self->properties, 0);
      return FALSE;
    }
  identifier = make_relation (self, type, source, target, name);
  rk_archimate_indent (out, 2);
  g_string_append (out, "<relationship");
  rk_archimate_write_attribute (out, "identifier", identifier);
  rk_archimate_write_attribute (out, "source", source);
  rk_archimate_write_attribute (out, "target", target);
  rk_archimate_write_attribute (out, "xsi:type", type);
  g_string_append (out, ">\n");
  rk_archimate_write_text (out, 3, "name", LANGUAGE, name);
  take_properties (self, out);
  rk_archimate_indent (out, 2);
  g_string_append (out, "</relationship>\n");
  return TRUE;
}
