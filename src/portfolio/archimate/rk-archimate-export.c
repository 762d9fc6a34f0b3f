/* SPDX-License-Identifier: EUPL-1.2 */
/* The rows of a model, in the order of their numbers, which is that of the file they came from. */
#include "config.h"
#include "rk-archimate-export.h"
#include "rk-archimate-writer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PIECE (64 * 1024)

typedef struct
{
  sqlite3 *db;
  const RkArchimateAddition *addition; /* (nullable) */
  GOutputStream *stream;
  GCancellable *cancellable;
  GString *out;
  gsize flushed; /* bytes that left it */
  GError *error;
  gint64 number; /* of the model; 0: there is none */
  gint64 first, last;
  int version;
  sqlite3_stmt *texts, *properties, *kept, *style;
} Export;

/* --- reading ---------------------------------------------------------------------------------- */

static sqlite3_stmt *
prepare (Export *self, const char *sql)
{
  return self->error == NULL ? rk_sql_prepare (self->db, &self->error, sql, "") : NULL;
}

/* The next row of a query, as long as nothing went wrong. */
static gboolean
next (Export *self, sqlite3_stmt *stmt)
{
  return stmt != NULL && self->error == NULL && rk_sql_next (stmt, &self->error);
}

static sqlite3_stmt *
about (sqlite3_stmt *stmt, gint64 number)
{
  sqlite3_reset (stmt);
  sqlite3_bind_int64 (stmt, 1, number);
  return stmt;
}

/* The rows of a table within the model. */
static sqlite3_stmt *
list (Export *self, const char *sql, gint64 first, gint64 last)
{
  return self->error == NULL ? rk_sql_prepare (self->db, &self->error, sql, "ii", first, last)
                             : NULL;
}

static void
flush (Export *self)
{
  if (self->error == NULL)
    g_output_stream_write_all (self->stream, self->out->str, self->out->len, NULL,
                               self->cancellable, &self->error);
  self->flushed += self->out->len;
  g_string_truncate (self->out, 0);
}

/* How much has been written. */
static gsize
get_position (Export *self)
{
  return self->flushed + self->out->len;
}

static void
line (Export *self, guint depth, const char *text)
{
  rk_archimate_indent (self->out, depth);
  g_string_append (self->out, text);
  g_string_append_c (self->out, '\n');
  if (self->out->len > PIECE)
    flush (self);
}

/* --- what anything can have ------------------------------------------------------------------- */

/* Names, labels or documentation beyond the first. */
static void
write_texts (Export *self, guint depth, gint64 number, const char *field)
{
  sqlite3_stmt *stmt = about (self->texts, number);

  while (next (self, stmt))
    if (g_strcmp0 (rk_sql_text (stmt, 0), field) == 0)
      rk_archimate_write_text (self->out, depth, field, rk_sql_text (stmt, 1),
                               rk_sql_text (stmt, 2));
}

/* The text after @column, which has its language, then those in other languages. */
static void
write_column (Export *self, guint depth, sqlite3_stmt *row, const char *field, int column)
{
  rk_archimate_write_text (self->out, depth, field, rk_sql_text (row, column),
                           rk_sql_text (row, column + 1));
  write_texts (self, depth, sqlite3_column_int64 (row, 0), field);
}

static gboolean
has_kept (Export *self, gint64 number, const char *position)
{
  sqlite3_stmt *stmt = about (self->kept, number);

  while (next (self, stmt))
    if (g_strcmp0 (rk_sql_text (stmt, 0), position) == 0)
      return TRUE;
  return FALSE;
}

static void
write_kept (Export *self, guint depth, gint64 number, const char *position)
{
  sqlite3_stmt *stmt = about (self->kept, number);

  while (next (self, stmt))
    if (g_strcmp0 (rk_sql_text (stmt, 0), position) == 0)
      line (self, depth, rk_sql_text (stmt, 1));
}

static void
begin_property (Export *self, guint depth, const char *definition)
{
  rk_archimate_indent (self->out, depth);
  g_string_append (self->out, "<property");
  rk_archimate_write_attribute (self->out, "propertyDefinitionRef",
                                definition != NULL ? definition : "");
  g_string_append (self->out, ">\n");
}

/* @more: (nullable): what is added to them. */
static void
write_properties (Export *self, guint depth, gint64 number, const GString *more)
{
  sqlite3_stmt *stmt = about (self->properties, number);
  gint64 place = -1;

  while (next (self, stmt))
    {
      if (place < 0)
        line (self, depth, "<properties>");
      if (sqlite3_column_int64 (stmt, 0) != place)
        {
          if (place >= 0)
            line (self, depth + 1, "</property>");
          place = sqlite3_column_int64 (stmt, 0);
          begin_property (self, depth + 1, rk_sql_text (stmt, 1));
        }
      rk_archimate_write_text (self->out, depth + 2, "value", rk_sql_text (stmt, 2),
                               rk_sql_text (stmt, 3));
    }
  if (place >= 0)
    line (self, depth + 1, "</property>");
  else if (more != NULL && more->len > 0)
    line (self, depth, "<properties>");
  if (more != NULL)
    g_string_append (self->out, more->str);
  if (place >= 0 || (more != NULL && more->len > 0))
    line (self, depth, "</properties>");
}

/* Attributes that are kept as they were written. */
static void
write_attributes (Export *self, const char *attributes)
{
  if (attributes != NULL)
    g_string_append (self->out, attributes);
}

/* Ends an element of which the content began at @from; without content it is one tag. */
static void
write_end (Export *self, guint depth, gsize from, const char *tag)
{
  if (get_position (self) == from)
    {
      g_string_truncate (self->out, self->out->len - strlen (">\n"));
      g_string_append (self->out, "/>\n");
      return;
    }
  rk_archimate_indent (self->out, depth);
  g_string_append_printf (self->out, "</%s>\n", tag);
}

static void
end_element (Export *self, guint depth, gsize from, const char *tag)
{
  write_end (self, depth, from, tag);
  if (self->out->len > PIECE)
    flush (self);
}

static gsize
begin_content (Export *self)
{
  g_string_append (self->out, ">\n");
  return get_position (self);
}

/* --- concepts --------------------------------------------------------------------------------- */

static void
write_concept (Export *self, sqlite3_stmt *row, const char *tag)
{
  gint64 number = sqlite3_column_int64 (row, 0);
  gsize from;

  rk_archimate_indent (self->out, 2);
  g_string_append_printf (self->out, "<%s", tag);
  rk_archimate_write_attribute (self->out, "identifier", rk_sql_text (row, 1));
  rk_archimate_write_attribute (self->out, "source", rk_sql_text (row, 3));
  rk_archimate_write_attribute (self->out, "target", rk_sql_text (row, 4));
  rk_archimate_write_attribute (self->out, "xsi:type", rk_sql_text (row, 2));
  write_attributes (self, rk_sql_text (row, 5));
  from = begin_content (self);
  write_column (self, 3, row, "name", 6);
  write_column (self, 3, row, "documentation", 8);
  write_kept (self, 3, number, "any");
  write_properties (self, 3, number, NULL);
  write_kept (self, 3, number, "end");
  end_element (self, 2, from, tag);
}

static void
write_concepts (Export *self, const char *container, const char *tag, const char *sql,
                const GString *more)
{
  g_autoptr (sqlite3_stmt) stmt = list (self, sql, self->first, self->last);
  gboolean open = has_kept (self, self->number, container) || (more != NULL && more->len > 0);
  g_autofree char *start = g_strdup_printf ("<%s>", container);
  g_autofree char *end = g_strdup_printf ("</%s>", container);

  if (open)
    line (self, 1, start);
  while (next (self, stmt))
    {
      if (!open)
        line (self, 1, start);
      open = TRUE;
      write_concept (self, stmt, tag);
    }
  if (more != NULL)
    g_string_append (self->out, more->str);
  write_kept (self, 2, self->number, container);
  if (open)
    line (self, 1, end);
}

/* --- folders ---------------------------------------------------------------------------------- */

static void
begin_item (Export *self, guint depth, sqlite3_stmt *row)
{
  rk_archimate_indent (self->out, depth);
  g_string_append (self->out, "<item");
  rk_archimate_write_attribute (self->out, "identifier", rk_sql_text (row, 1));
  rk_archimate_write_attribute (self->out, "identifierRef", rk_sql_text (row, 2));
  write_attributes (self, rk_sql_text (row, 3));
  g_string_append (self->out, ">\n");
}

/* Things that stand in each other and come depth first: those that are open, with the place where
 * their content began. */
typedef struct
{
  gint64 number;
  gsize from;
} Open;

/* Closes what is open down to @parent; 0 closes all. */
static void
close_to (Export *self, GArray *open, gint64 parent, guint depth, const char *tag)
{
  while (open->len > 0 && g_array_index (open, Open, open->len - 1).number != parent)
    {
      const Open last = g_array_index (open, Open, open->len - 1);
      guint at = depth + open->len - 1;

      write_kept (self, at + 1, last.number, "end");
      write_end (self, at, last.from, tag);
      g_array_set_size (open, open->len - 1);
    }
  if (open->len == 0 && self->out->len > PIECE)
    flush (self);
}

static void
open_item (Export *self, GArray *open, sqlite3_stmt *row)
{
  gint64 number = sqlite3_column_int64 (row, 0);
  guint depth = 2 + open->len;
  Open item = { number };

  begin_item (self, depth, row);
  item.from = get_position (self);
  write_column (self, depth + 1, row, "label", 5);
  write_texts (self, depth + 1, number, "documentation");
  g_array_append_val (open, item);
}

static void
write_folders (Export *self)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Open));
  gint64 lists = 0;
  g_autoptr (sqlite3_stmt) stmt =
      list (self,
            "SELECT number, identifier, reference, attributes, parent, label_lang, label FROM"
            " archimate_item WHERE number BETWEEN ?1 AND ?2 ORDER BY number",
            self->first, self->last);

  while (next (self, stmt))
    {
      gint64 parent = sqlite3_column_int64 (stmt, 4);

      close_to (self, open, parent, 2, "item");
      if (parent < 0 && -parent != lists)
        {
          if (lists > 0)
            line (self, 1, "</organizations>");
          line (self, 1, "<organizations>");
          lists = -parent;
        }
      open_item (self, open, stmt);
    }
  close_to (self, open, 0, 2, "item");
  if (lists == 0 && has_kept (self, self->number, "organizations"))
    {
      line (self, 1, "<organizations>");
      lists = 1;
    }
  write_kept (self, 2, self->number, "organizations");
  if (lists > 0)
    line (self, 1, "</organizations>");
  if (self->addition == NULL || self->addition->items->len == 0)
    return;
  line (self, 1, "<organizations>");
  g_string_append (self->out, self->addition->items->str);
  line (self, 1, "</organizations>");
}

/* --- definitions ------------------------------------------------------------------------------ */

static void
write_definition (Export *self, sqlite3_stmt *row)
{
  gint64 number = sqlite3_column_int64 (row, 0);
  gsize from;

  rk_archimate_indent (self->out, 2);
  g_string_append (self->out, "<propertyDefinition");
  rk_archimate_write_attribute (self->out, "identifier", rk_sql_text (row, 1));
  rk_archimate_write_attribute (self->out, "type", rk_sql_text (row, 2));
  write_attributes (self, rk_sql_text (row, 3));
  from = begin_content (self);
  write_column (self, 3, row, "name", 4);
  write_column (self, 3, row, "documentation", 6);
  write_kept (self, 3, number, "any");
  write_kept (self, 3, number, "end");
  end_element (self, 2, from, "propertyDefinition");
}

static void
write_definitions (Export *self)
{
  const GString *more = self->addition != NULL ? self->addition->definitions : NULL;
  gboolean open =
      has_kept (self, self->number, "propertyDefinitions") || (more != NULL && more->len > 0);
  g_autoptr (sqlite3_stmt) stmt =
      list (self,
            "SELECT number, identifier, type, attributes, name_lang, name, documentation_lang,"
            " documentation FROM archimate_definition WHERE number BETWEEN ?1 AND ?2"
            " ORDER BY number",
            self->first, self->last);

  if (open)
    line (self, 1, "<propertyDefinitions>");
  while (next (self, stmt))
    {
      if (!open)
        line (self, 1, "<propertyDefinitions>");
      open = TRUE;
      write_definition (self, stmt);
    }
  if (more != NULL)
    g_string_append (self->out, more->str);
  write_kept (self, 2, self->number, "propertyDefinitions");
  if (open)
    line (self, 1, "</propertyDefinitions>");
}

/* --- views ------------------------------------------------------------------------------------ */

static void
write_style (Export *self, guint depth, gint64 number)
{
  sqlite3_stmt *stmt = about (self->style, number);

  if (number != 0 && next (self, stmt))
    line (self, depth, rk_sql_text (stmt, 0));
}

static void
write_view_refs (Export *self, guint depth, const char *references)
{
  g_auto (GStrv) words = g_strsplit (references != NULL ? references : "", " ", -1);

  for (guint i = 0; references != NULL && words[i] != NULL; i++)
    {
      rk_archimate_indent (self->out, depth);
      g_string_append (self->out, "<viewRef");
      rk_archimate_write_attribute (self->out, "ref", words[i]);
      g_string_append (self->out, "/>\n");
    }
}

static const char *const measures[] = { "x", "y", "w", "h" };

static void
open_node (Export *self, GArray *open, sqlite3_stmt *row)
{
  gint64 number = sqlite3_column_int64 (row, 0);
  guint depth = 4 + open->len;
  Open node = { number };

  rk_archimate_indent (self->out, depth);
  g_string_append (self->out, "<node");
  rk_archimate_write_attribute (self->out, "identifier", rk_sql_text (row, 2));
  rk_archimate_write_attribute (self->out, "elementRef", rk_sql_text (row, 4));
  rk_archimate_write_attribute (self->out, "xsi:type", rk_sql_text (row, 3));
  for (int i = 0; i < 4; i++)
    rk_archimate_write_attribute (self->out, measures[i], rk_sql_text (row, 5 + i));
  write_attributes (self, rk_sql_text (row, 13));
  node.from = begin_content (self);
  write_column (self, depth + 1, row, "label", 10);
  write_texts (self, depth + 1, number, "documentation");
  write_style (self, depth + 1, sqlite3_column_int64 (row, 9));
  write_view_refs (self, depth + 1, rk_sql_text (row, 12));
  g_array_append_val (open, node);
}

static void
write_nodes (Export *self, gint64 first, gint64 last)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Open));
  g_autoptr (sqlite3_stmt) stmt =
      list (self,
            "SELECT number, parent, identifier, type, concept, x, y, w, h, style, label_lang,"
            " label, view_ref, attributes FROM archimate_node WHERE number BETWEEN ?1 AND ?2"
            " ORDER BY number",
            first, last);

  while (next (self, stmt))
    {
      close_to (self, open, sqlite3_column_int64 (stmt, 1), 4, "node");
      open_node (self, open, stmt);
    }
  close_to (self, open, 0, 4, "node");
}

/* "s1,2 3,4 t5,6". */
static void
write_points (Export *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);

  for (guint i = 0; text != NULL && words[i] != NULL; i++)
    {
      const char *word = words[i];
      const char *tag = "bendpoint";
      char *comma;

      if (*word == 's' || *word == 't')
        tag = *word++ == 's' ? "sourceAttachment" : "targetAttachment";
      comma = strchr (word, ',');
      if (comma == NULL)
        continue;
      *comma = '\0';
      rk_archimate_indent (self->out, 5);
      g_string_append_printf (self->out, "<%s", tag);
      rk_archimate_write_attribute (self->out, "x", word);
      rk_archimate_write_attribute (self->out, "y", comma + 1);
      g_string_append (self->out, "/>\n");
    }
}

static void
write_connection (Export *self, sqlite3_stmt *row)
{
  gint64 number = sqlite3_column_int64 (row, 0);
  gsize from;

  rk_archimate_indent (self->out, 4);
  g_string_append (self->out, "<connection");
  rk_archimate_write_attribute (self->out, "identifier", rk_sql_text (row, 1));
  rk_archimate_write_attribute (self->out, "relationshipRef", rk_sql_text (row, 3));
  rk_archimate_write_attribute (self->out, "xsi:type", rk_sql_text (row, 2));
  rk_archimate_write_attribute (self->out, "source", rk_sql_text (row, 4));
  rk_archimate_write_attribute (self->out, "target", rk_sql_text (row, 5));
  write_attributes (self, rk_sql_text (row, 11));
  from = begin_content (self);
  write_column (self, 5, row, "label", 8);
  write_texts (self, 5, number, "documentation");
  write_style (self, 5, sqlite3_column_int64 (row, 6));
  write_view_refs (self, 5, rk_sql_text (row, 10));
  write_points (self, rk_sql_text (row, 7));
  write_kept (self, 5, number, "end");
  end_element (self, 4, from, "connection");
}

static void
write_connections (Export *self, gint64 first, gint64 last)
{
  g_autoptr (sqlite3_stmt) stmt =
      list (self,
            "SELECT number, identifier, type, relation, source, target, style, points, label_lang,"
            " label, view_ref, attributes FROM archimate_connection"
            " WHERE number BETWEEN ?1 AND ?2 ORDER BY number",
            first, last);

  while (next (self, stmt))
    write_connection (self, stmt);
}

static void
write_view (Export *self, sqlite3_stmt *row)
{
  gint64 number = sqlite3_column_int64 (row, 0);
  gint64 last = sqlite3_column_int64 (row, 1);
  const char *type = rk_sql_text (row, 3);

  rk_archimate_indent (self->out, 3);
  g_string_append (self->out, "<view");
  rk_archimate_write_attribute (self->out, "identifier", rk_sql_text (row, 2));
  rk_archimate_write_attribute (self->out, "viewpoint", rk_sql_text (row, 4));
  rk_archimate_write_attribute (self->out, "xsi:type",
                                type == NULL && self->version == 2 ? "Diagram" : type);
  write_attributes (self, rk_sql_text (row, 5));
  g_string_append (self->out, ">\n");
  write_column (self, 4, row, "name", 6);
  write_column (self, 4, row, "documentation", 8);
  write_kept (self, 4, number, "any");
  write_properties (self, 4, number, NULL);
  write_nodes (self, number + 1, last);
  write_connections (self, number + 1, last);
  write_kept (self, 4, number, "end");
  line (self, 3, "</view>");
}

static void
write_diagrams (Export *self)
{
  const GString *more = self->addition != NULL ? self->addition->views : NULL;
  gboolean open = has_kept (self, self->number, "diagrams") || (more != NULL && more->len > 0);
  g_autoptr (sqlite3_stmt) stmt =
      list (self,
            "SELECT number, last, identifier, type, viewpoint, attributes, name_lang, name,"
            " documentation_lang, documentation FROM archimate_view"
            " WHERE number BETWEEN ?1 AND ?2 ORDER BY number",
            self->first, self->last);

  if (open)
    line (self, 2, "<diagrams>");
  while (next (self, stmt))
    {
      if (!open)
        line (self, 2, "<diagrams>");
      open = TRUE;
      write_view (self, stmt);
    }
  if (more != NULL)
    g_string_append (self->out, more->str);
  write_kept (self, 3, self->number, "diagrams");
  if (open)
    line (self, 2, "</diagrams>");
}

static gboolean
has_views (Export *self)
{
  g_autoptr (sqlite3_stmt) stmt =
      list (self, "SELECT 1 FROM archimate_view WHERE number BETWEEN ?1 AND ?2 LIMIT 1",
            self->first, self->last);

  return next (self, stmt) || has_kept (self, self->number, "diagrams") ||
         has_kept (self, self->number, "viewpoints") || has_kept (self, self->number, "views") ||
         (self->addition != NULL && self->addition->views->len > 0);
}

static void
write_views (Export *self)
{
  if (!has_views (self))
    return;
  line (self, 1, "<views>");
  write_kept (self, 2, self->number, "viewpoints");
  write_diagrams (self);
  write_kept (self, 2, self->number, "views");
  line (self, 1, "</views>");
}

/* --- the model -------------------------------------------------------------------------------- */

#define CONCEPT_COLUMNS                                                                            \
  "SELECT number, identifier, type, source, target, attributes, name_lang, name,"                  \
  " documentation_lang, documentation FROM archimate_concept WHERE number BETWEEN ?1 AND ?2"

static void
write_start (Export *self, sqlite3_stmt *row)
{
  const char *identifier = row != NULL ? rk_sql_text (row, 4) : NULL;

  g_string_append (self->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<model");
  rk_archimate_write_attribute (self->out, "xmlns", RK_ARCHIMATE_URI);
  write_attributes (self, row != NULL ? rk_sql_text (row, 5) : NULL);
  rk_archimate_write_attribute (self->out, "xmlns:xsi", RK_ARCHIMATE_XSI);
  g_string_append (self->out, " xsi:schemaLocation=\"" RK_ARCHIMATE_URI
                              " http://www.opengroup.org/xsd/archimate/3.1/archimate3_Diagram.xsd");
  if (row != NULL && rk_sql_text (row, 6) != NULL)
    rk_archimate_append_text (self->out, rk_sql_text (row, 6), -1);
  g_string_append_c (self->out, '"');
  if (self->addition != NULL && self->addition->identifier != NULL)
    identifier = self->addition->identifier;
  rk_archimate_write_attribute (self->out, "identifier", identifier);
  write_attributes (self, row != NULL ? rk_sql_text (row, 7) : NULL);
  g_string_append (self->out, ">\n");
}

static void
write_head (Export *self, sqlite3_stmt *row)
{
  const RkArchimateAddition *addition = self->addition;

  write_start (self, row);
  if (addition != NULL && addition->name != NULL)
    rk_archimate_write_text (self->out, 1, "name", NULL, addition->name);
  else if (row != NULL)
    write_column (self, 1, row, "name", 8);
  if (row != NULL)
    write_column (self, 1, row, "documentation", 10);
  write_kept (self, 1, self->number, "any");
  write_properties (self, 1, self->number, addition != NULL ? addition->properties : NULL);
  write_kept (self, 1, self->number, "metadata");
}

static void
write_model (Export *self, sqlite3_stmt *row)
{
  const RkArchimateAddition *addition = self->addition;

  write_head (self, row);
  write_concepts (self, "elements", "element", CONCEPT_COLUMNS " AND relation = 0 ORDER BY number",
                  addition != NULL ? addition->elements : NULL);
  write_concepts (self, "relationships", "relationship",
                  CONCEPT_COLUMNS " AND relation = 1 ORDER BY number",
                  addition != NULL ? addition->relations : NULL);
  write_folders (self);
  write_definitions (self);
  write_views (self);
  write_kept (self, 1, self->number, "end");
  g_string_append (self->out, "</model>\n");
  flush (self);
}

static void
prepare_all (Export *self)
{
  self->texts =
      prepare (self,
               "SELECT field, lang, text FROM archimate_text WHERE owner = ?1 ORDER BY place");
  self->properties = prepare (self, "SELECT place, definition, lang, value FROM archimate_property"
                                    " WHERE owner = ?1 ORDER BY place, part");
  self->kept =
      prepare (self, "SELECT position, xml FROM archimate_kept WHERE owner = ?1 ORDER BY place");
  self->style = prepare (self, "SELECT xml FROM archimate_style WHERE number = ?1");
}

static void
finish (Export *self)
{
  sqlite3_finalize (self->texts);
  sqlite3_finalize (self->properties);
  sqlite3_finalize (self->kept);
  sqlite3_finalize (self->style);
  g_string_free (self->out, TRUE);
}

/* The row of the model: (transfer full) (nullable). */
static sqlite3_stmt *
find_model (Export *self, const char *architecture)
{
  g_autoptr (sqlite3_stmt) stmt = rk_sql_prepare (
      self->db, &self->error,
      "SELECT number, first, last, version, identifier, namespaces, locations, attributes,"
      " name_lang, name, documentation_lang, documentation FROM archimate_model"
      " WHERE architecture = ?1",
      "s", architecture);

  if (next (self, stmt))
    {
      self->number = sqlite3_column_int64 (stmt, 0);
      self->first = sqlite3_column_int64 (stmt, 1);
      self->last = sqlite3_column_int64 (stmt, 2);
      self->version = sqlite3_column_int (stmt, 3);
      return g_steal_pointer (&stmt);
    }
  if (self->error == NULL)
    g_set_error_literal (&self->error, RK_ERROR, RK_ERROR_NOT_FOUND,
                         _ ("The contents of this reference architecture are no longer in the "
                            "workspace. Import its file again."));
  return NULL;
}

gboolean
rk_archimate_write (sqlite3 *db, const char *architecture, const RkArchimateAddition *addition,
                    GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  Export self = { .db = db,
                  .addition = addition,
                  .stream = stream,
                  .cancellable = cancellable,
                  .out = g_string_sized_new (2 * PIECE),
                  .last = -1 };
  g_autoptr (sqlite3_stmt) row = architecture != NULL ? find_model (&self, architecture) : NULL;

  if (self.error == NULL)
    prepare_all (&self);
  if (self.error == NULL)
    write_model (&self, row);
  finish (&self);
  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, self.error);
  return FALSE;
}

/* --- public ----------------------------------------------------------------------------------- */

gboolean
rk_archimate_export (RkStore *store, const char *architecture, GOutputStream *stream,
                     GCancellable *cancellable, GError **error)
{
  sqlite3 *db;
  gboolean ok;

  g_return_val_if_fail (RK_IS_STORE (store) && architecture != NULL, FALSE);
  db = rk_store_get_database (store);
  /* All of it from one moment. */
  if (!rk_sql_exec (db, "SAVEPOINT archimate", error))
    return FALSE;
  ok = rk_archimate_write (db, architecture, NULL, stream, cancellable, error);
  sqlite3_exec (db, "RELEASE archimate", NULL, NULL, NULL);
  return ok;
}

typedef struct
{
  RkStore *store;
  const char *architecture;
  GCancellable *cancellable;
} Task;

static gboolean
export_cb (GOutputStream *stream, gpointer data, GError **error)
{
  const Task *task = data;

  return rk_archimate_export (task->store, task->architecture, stream, task->cancellable, error);
}

gboolean
rk_archimate_export_file (RkStore *store, const char *architecture, const char *path,
                          GCancellable *cancellable, GError **error)
{
  Task task = { store, architecture, cancellable };

  g_return_val_if_fail (RK_IS_STORE (store) && architecture != NULL && path != NULL, FALSE);
  return rk_archimate_write_file (path, export_cb, &task, error);
}
