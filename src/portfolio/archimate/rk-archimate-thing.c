/* SPDX-License-Identifier: EUPL-1.2 */
/* What is being put together: an element of XML with its texts, that becomes one row at its end. */
#include "config.h"
#include "rk-archimate-reader-private.h"

#include <string.h>

static const char *const inserts[N_INSERTS] = {
  [INSERT_CONCEPT] = "INSERT INTO archimate_concept (number, relation, identifier, type, source,"
                     " target, name, name_lang, attributes, documentation_lang, documentation)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
  [INSERT_DEFINITION] = "INSERT INTO archimate_definition (number, identifier, type, name,"
                        " name_lang, attributes, documentation_lang, documentation)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
  [INSERT_PROPERTY] = "INSERT INTO archimate_property (owner, place, part, definition, lang, value)"
                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
  [INSERT_TEXT] = "INSERT INTO archimate_text (owner, place, field, lang, text)"
                  " VALUES (?1, ?2, ?3, ?4, ?5)",
  [INSERT_ITEM] = "INSERT INTO archimate_item (number, parent, identifier, reference, label,"
                  " label_lang, attributes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
  [INSERT_VIEW] = "INSERT INTO archimate_view (number, last, identifier, type, viewpoint, name,"
                  " name_lang, n_nodes, attributes, documentation_lang, documentation)"
                  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
  [INSERT_NODE] = "INSERT INTO archimate_node (number, parent, identifier, type, concept, x, y, w,"
                  " h, style, label, label_lang, view_ref, attributes)"
                  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, nullif (?10, 0), ?11, ?12, ?13,"
                  " ?14)",
  [INSERT_CONNECTION] = "INSERT INTO archimate_connection (number, identifier, type, relation,"
                        " source, target, style, points, label, label_lang, view_ref, attributes)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, nullif (?7, 0), ?8, ?9, ?10, ?11, ?12)",
  [INSERT_STYLE] = "INSERT INTO archimate_style (number, xml) VALUES (?1, ?2)",
  [INSERT_KEPT] =
      "INSERT INTO archimate_kept (owner, place, position, xml) VALUES (?1, ?2, ?3, ?4)",
};

gboolean
reader_prepare (Reader *self, GError **error)
{
  for (guint i = 0; i < N_INSERTS; i++)
    {
      self->inserts[i] = rk_sql_prepare (self->db, error, inserts[i], "");
      if (self->inserts[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

void
thing_free (Thing *thing)
{
  g_string_free (thing->pool, TRUE);
  g_string_free (thing->attributes, TRUE);
  g_string_free (thing->points, TRUE);
  g_free (thing);
}

static Thing *
thing_new (void)
{
  Thing *thing = g_new0 (Thing, 1);

  thing->pool = g_string_new (NULL);
  thing->attributes = g_string_new (NULL);
  thing->points = g_string_new (NULL);
  return thing;
}

static void
thing_reset (Thing *thing)
{
  memset (thing->at, 0, sizeof thing->at);
  g_string_truncate (thing->pool, 0);
  g_string_truncate (thing->attributes, 0);
  g_string_truncate (thing->points, 0);
  thing->style = 0;
  thing->n_texts = thing->n_properties = thing->n_kept = 0;
  thing->n_nodes = 0;
  thing->is_or = FALSE;
}

Thing *
reader_get_thing (Reader *self)
{
  return self->n_things > 0 ? g_ptr_array_index (self->things, self->n_things - 1) : NULL;
}

Thing *
reader_open_thing (Reader *self, Tag tag)
{
  Thing *outer = reader_get_thing (self);
  Thing *thing;

  if (self->n_things == self->things->len)
    g_ptr_array_add (self->things, thing_new ());
  thing = g_ptr_array_index (self->things, self->n_things++);
  thing_reset (thing);
  thing->tag = tag;
  thing->number = self->next++;
  thing->parent = outer != NULL && outer->tag == tag ? outer->number : 0;
  thing->line = reader_get_line (self);
  return thing;
}

void
thing_set (Thing *thing, Field field, const char *text, gsize length)
{
  thing->at[field] = thing->pool->len + 1;
  thing->length[field] = length;
  g_string_append_len (thing->pool, text, (gssize) length);
  g_string_append_c (thing->pool, '\0');
}

const char *
thing_get (const Thing *thing, Field field)
{
  return thing->at[field] > 0 ? thing->pool->str + thing->at[field] - 1 : NULL;
}

/* --- binding ---------------------------------------------------------------------------------- */

static void
bind_field (sqlite3_stmt *stmt, int place, const Thing *thing, Field field)
{
  const char *text = thing_get (thing, field);

  if (text == NULL)
    sqlite3_bind_null (stmt, place);
  else
    sqlite3_bind_text64 (stmt, place, text, thing->length[field], SQLITE_STATIC, SQLITE_UTF8);
}

static void
bind_string (sqlite3_stmt *stmt, int place, const GString *text)
{
  if (text->len == 0)
    sqlite3_bind_null (stmt, place);
  else
    sqlite3_bind_text64 (stmt, place, text->str, text->len, SQLITE_STATIC, SQLITE_UTF8);
}

/* Whole numbers as numbers, anything else as it is written, to come out the same. */
static void
bind_measure (Reader *self, sqlite3_stmt *stmt, int place, const Thing *thing, Field field)
{
  const char *text = thing_get (thing, field);
  gboolean whole = text != NULL && thing->length[field] < 10;
  char *end;

  for (const char *p = text; whole && *p != '\0'; p++)
    whole = g_ascii_isdigit (*p) && (p != text || *p != '0' || p[1] == '\0');
  if (whole && *text != '\0')
    {
      sqlite3_bind_int (stmt, place, atoi (text));
      return;
    }
  bind_field (stmt, place, thing, field);
  if (text != NULL && g_ascii_strtod (text, &end) >= 0 && end != text && *end == '\0')
    return;
  reader_warn (self, RK_ARCHIMATE_BAD_NUMBER, thing_get (thing, FIELD_IDENTIFIER),
               text != NULL ? text : "");
}

/* --- texts and properties --------------------------------------------------------------------- */

void
reader_add_text (Reader *self, Field field, const char *name)
{
  Thing *thing = reader_get_thing (self);
  sqlite3_stmt *stmt = self->inserts[INSERT_TEXT];
  gboolean has_column = field == FIELD_NAME || thing->tag == TAG_MODEL ||
                        thing->tag == TAG_ELEMENT || thing->tag == TAG_RELATIONSHIP ||
                        thing->tag == TAG_DEFINITION || thing->tag == TAG_VIEW;

  if (has_column && thing->at[field] == 0)
    {
      thing_set (thing, field, self->text->str, self->text->len);
      if (self->has_lang)
        thing_set (thing, field + 1, self->lang->str, self->lang->len);
      return;
    }
  sqlite3_bind_int64 (stmt, 1, thing->number);
  sqlite3_bind_int64 (stmt, 2, thing->n_texts++);
  sqlite3_bind_text (stmt, 3, name, -1, SQLITE_STATIC);
  if (self->has_lang)
    sqlite3_bind_text (stmt, 4, self->lang->str, -1, SQLITE_STATIC);
  else
    sqlite3_bind_null (stmt, 4);
  sqlite3_bind_text64 (stmt, 5, self->text->str, self->text->len, SQLITE_STATIC, SQLITE_UTF8);
  reader_insert (self, INSERT_TEXT);
}

void
reader_add_value (Reader *self, const char *text)
{
  Thing *thing = reader_get_thing (self);
  sqlite3_stmt *stmt = self->inserts[INSERT_PROPERTY];

  sqlite3_bind_int64 (stmt, 1, thing->number);
  sqlite3_bind_int64 (stmt, 2, thing->n_properties);
  sqlite3_bind_int64 (stmt, 3, self->n_parts++);
  sqlite3_bind_text (stmt, 4, self->definition->str, -1, SQLITE_STATIC);
  if (text != NULL && self->has_lang)
    sqlite3_bind_text (stmt, 5, self->lang->str, -1, SQLITE_STATIC);
  else
    sqlite3_bind_null (stmt, 5);
  sqlite3_bind_text (stmt, 6, text, -1, SQLITE_STATIC);
  reader_insert (self, INSERT_PROPERTY);
  thing->is_or |= text != NULL && g_ascii_strcasecmp (text, "or") == 0;
}

/* --- rows ------------------------------------------------------------------------------------- */

/* The types of version 2.1 become those of 3. */
static void
modernise (Reader *self, Thing *thing)
{
  const char *type = thing_get (thing, FIELD_TYPE);
  g_autofree char *old = g_strdup (type);
  const char *modern;

  if (self->summary->version != 2 || type == NULL)
    return;
  modern = rk_archimate_rules_modernise (type);
  if (g_str_equal (type, "Junction"))
    modern = thing->is_or ? "OrJunction" : "AndJunction";
  if (modern == type)
    return;
  if (g_hash_table_add (self->old_types, g_strdup (old)))
    reader_warn (self, RK_ARCHIMATE_OLD_TYPE, old, modern);
  thing_set (thing, FIELD_TYPE, modern, strlen (modern));
}

static void
insert_concept (Reader *self, Thing *thing)
{
  sqlite3_stmt *stmt = self->inserts[INSERT_CONCEPT];

  modernise (self, thing);
  sqlite3_bind_int64 (stmt, 1, thing->number);
  sqlite3_bind_int (stmt, 2, thing->tag == TAG_RELATIONSHIP);
  bind_field (stmt, 3, thing, FIELD_IDENTIFIER);
  bind_field (stmt, 4, thing, FIELD_TYPE);
  bind_field (stmt, 5, thing, FIELD_SOURCE);
  bind_field (stmt, 6, thing, FIELD_TARGET);
  bind_field (stmt, 7, thing, FIELD_NAME);
  bind_field (stmt, 8, thing, FIELD_NAME_LANG);
  bind_string (stmt, 9, thing->attributes);
  bind_field (stmt, 10, thing, FIELD_DOCUMENTATION_LANG);
  bind_field (stmt, 11, thing, FIELD_DOCUMENTATION);
  reader_insert (self, INSERT_CONCEPT);
}

static void
insert_definition (Reader *self, Thing *thing)
{
  sqlite3_stmt *stmt = self->inserts[INSERT_DEFINITION];
  const char *name = thing_get (thing, FIELD_NAME);
  Definition definition = { reader_get_known (self, thing_get (thing, FIELD_IDENTIFIER)),
                            g_strdup (name != NULL ? name : "") };

  g_array_append_val (self->definitions, definition);
  sqlite3_bind_int64 (stmt, 1, thing->number);
  bind_field (stmt, 2, thing, FIELD_IDENTIFIER);
  bind_field (stmt, 3, thing, FIELD_TYPE);
  bind_field (stmt, 4, thing, FIELD_NAME);
  bind_field (stmt, 5, thing, FIELD_NAME_LANG);
  bind_string (stmt, 6, thing->attributes);
  bind_field (stmt, 7, thing, FIELD_DOCUMENTATION_LANG);
  bind_field (stmt, 8, thing, FIELD_DOCUMENTATION);
  reader_insert (self, INSERT_DEFINITION);
}

static void
insert_item (Reader *self, Thing *thing)
{
  sqlite3_stmt *stmt = self->inserts[INSERT_ITEM];

  sqlite3_bind_int64 (stmt, 1, thing->number);
  sqlite3_bind_int64 (stmt, 2, thing->parent != 0 ? thing->parent : -self->n_organizations);
  bind_field (stmt, 3, thing, FIELD_IDENTIFIER);
  bind_field (stmt, 4, thing, FIELD_REFERENCE);
  bind_field (stmt, 5, thing, FIELD_NAME);
  bind_field (stmt, 6, thing, FIELD_NAME_LANG);
  bind_string (stmt, 7, thing->attributes);
  reader_insert (self, INSERT_ITEM);
}

static void
insert_view (Reader *self, Thing *thing)
{
  sqlite3_stmt *stmt = self->inserts[INSERT_VIEW];

  sqlite3_bind_int64 (stmt, 1, thing->number);
  sqlite3_bind_int64 (stmt, 2, self->next - 1);
  bind_field (stmt, 3, thing, FIELD_IDENTIFIER);
  bind_field (stmt, 4, thing, FIELD_TYPE);
  bind_field (stmt, 5, thing, FIELD_VIEWPOINT);
  bind_field (stmt, 6, thing, FIELD_NAME);
  bind_field (stmt, 7, thing, FIELD_NAME_LANG);
  sqlite3_bind_int64 (stmt, 8, thing->n_nodes);
  bind_string (stmt, 9, thing->attributes);
  bind_field (stmt, 10, thing, FIELD_DOCUMENTATION_LANG);
  bind_field (stmt, 11, thing, FIELD_DOCUMENTATION);
  reader_insert (self, INSERT_VIEW);
}

/* What version 2.1 tells by an attribute of its own, or not at all. */
static const char *
get_node_type (Reader *self, const Thing *thing)
{
  const char *type = thing_get (thing, FIELD_TYPE);

  if (self->summary->version != 2)
    return type;
  if (thing_get (thing, FIELD_REFERENCE) != NULL)
    return "Element";
  return g_strcmp0 (type, "group") == 0 ? "Container" : "Label";
}

static void
insert_node (Reader *self, Thing *thing)
{
  sqlite3_stmt *stmt = self->inserts[INSERT_NODE];

  sqlite3_bind_int64 (stmt, 1, thing->number);
  sqlite3_bind_int64 (stmt, 2, thing->parent);
  bind_field (stmt, 3, thing, FIELD_IDENTIFIER);
  sqlite3_bind_text (stmt, 4, get_node_type (self, thing), -1, SQLITE_STATIC);
  bind_field (stmt, 5, thing, FIELD_REFERENCE);
  for (int i = 0; i < 4; i++)
    bind_measure (self, stmt, 6 + i, thing, FIELD_X + (Field) i);
  sqlite3_bind_int64 (stmt, 10, thing->style);
  bind_field (stmt, 11, thing, FIELD_NAME);
  bind_field (stmt, 12, thing, FIELD_NAME_LANG);
  bind_field (stmt, 13, thing, FIELD_VIEW_REF);
  bind_string (stmt, 14, thing->attributes);
  reader_insert (self, INSERT_NODE);
}

static const char *
get_connection_type (Reader *self, const Thing *thing)
{
  if (self->summary->version != 2)
    return thing_get (thing, FIELD_TYPE);
  return thing_get (thing, FIELD_REFERENCE) != NULL ? "Relationship" : "Line";
}

static void
insert_connection (Reader *self, Thing *thing)
{
  sqlite3_stmt *stmt = self->inserts[INSERT_CONNECTION];

  sqlite3_bind_int64 (stmt, 1, thing->number);
  bind_field (stmt, 2, thing, FIELD_IDENTIFIER);
  sqlite3_bind_text (stmt, 3, get_connection_type (self, thing), -1, SQLITE_STATIC);
  bind_field (stmt, 4, thing, FIELD_REFERENCE);
  bind_field (stmt, 5, thing, FIELD_SOURCE);
  bind_field (stmt, 6, thing, FIELD_TARGET);
  sqlite3_bind_int64 (stmt, 7, thing->style);
  bind_string (stmt, 8, thing->points);
  bind_field (stmt, 9, thing, FIELD_NAME);
  bind_field (stmt, 10, thing, FIELD_NAME_LANG);
  bind_field (stmt, 11, thing, FIELD_VIEW_REF);
  bind_string (stmt, 12, thing->attributes);
  reader_insert (self, INSERT_CONNECTION);
}

/* --- closing ---------------------------------------------------------------------------------- */

/* Without an identifier it could not be named; a made one says so. */
static void
ensure_identifier (Reader *self, Thing *thing)
{
  g_autofree char *made = NULL;

  if (thing->tag == TAG_ITEM || thing_get (thing, FIELD_IDENTIFIER) != NULL)
    return;
  made = g_strdup_printf ("id-rk-%" G_GINT64_FORMAT, thing->number - self->first);
  thing_set (thing, FIELD_IDENTIFIER, made, strlen (made));
  reader_warn (self, RK_ARCHIMATE_NO_IDENTIFIER, grammar_get_name (thing->tag), made);
}

static void
define (Reader *self, Thing *thing)
{
  const char *id = thing_get (thing, FIELD_IDENTIFIER);
  const char *type = thing_get (thing, FIELD_TYPE);
  Known *known;

  if (id == NULL)
    return;
  known = reader_get_known (self, id);
  if (known->class != TAG_NONE)
    {
      reader_warn (self, RK_ARCHIMATE_DUPLICATE, id, "identifier");
      return;
    }
  known->class = thing->tag;
  known->number = thing->number;
  known->rule = -1;
  if (thing->tag != TAG_ELEMENT && thing->tag != TAG_RELATIONSHIP)
    return;
  known->rule = (gint16) rk_archimate_rules_find (type != NULL ? type : "");
  if (known->rule < 0)
    reader_warn (self, RK_ARCHIMATE_UNKNOWN_TYPE, id, type != NULL ? type : "");
}

static Known *
refer (Reader *self, const Thing *thing, Field field)
{
  const char *id = thing_get (thing, field);

  return id != NULL ? reader_get_known (self, id) : NULL;
}

static void
close_relation (Reader *self, Thing *thing)
{
  const char *type;
  Relation relation = { NULL };

  insert_concept (self, thing);
  type = thing_get (thing, FIELD_TYPE);
  relation.id = reader_get_known (self, thing_get (thing, FIELD_IDENTIFIER))->id;
  relation.source = refer (self, thing, FIELD_SOURCE);
  relation.target = refer (self, thing, FIELD_TARGET);
  relation.letter = type != NULL ? rk_archimate_rules_get_letter (type) : '\0';
  relation.line = thing->line;
  g_array_append_val (self->relations, relation);
  self->summary->n_relations++;
}

static void
close_node (Reader *self, Thing *thing)
{
  Shown shown = { refer (self, thing, FIELD_REFERENCE), self->views->len };

  insert_node (self, thing);
  if (shown.concept != NULL)
    g_array_append_val (self->shown, shown);
  self->summary->n_nodes++;
}

static void
close_view (Reader *self, Thing *thing)
{
  g_array_append_val (self->views, thing->number);
  insert_view (self, thing);
  self->summary->n_views++;
}

static void
close_connection (Reader *self, Thing *thing)
{
  refer (self, thing, FIELD_REFERENCE);
  refer (self, thing, FIELD_SOURCE);
  refer (self, thing, FIELD_TARGET);
  insert_connection (self, thing);
  self->summary->n_connections++;
}

void
reader_close_thing (Reader *self)
{
  Thing *thing = reader_get_thing (self);

  ensure_identifier (self, thing);
  switch (thing->tag)
    {
    case TAG_ELEMENT:
      insert_concept (self, thing);
      self->summary->n_elements++;
      break;
    case TAG_RELATIONSHIP: close_relation (self, thing); break;
    case TAG_DEFINITION: insert_definition (self, thing); break;
    case TAG_ITEM:
      refer (self, thing, FIELD_REFERENCE);
      insert_item (self, thing);
      break;
    case TAG_VIEW: close_view (self, thing); break;
    case TAG_NODE: close_node (self, thing); break;
    case TAG_CONNECTION: close_connection (self, thing); break;
    default: break;
    }
  define (self, thing);
  self->n_things--;
}
