/* SPDX-License-Identifier: EUPL-1.2 */
/* The rows of a model, in the order of their numbers, which is that of the file they came from. */
#include "config.h"
#include "rk-archimate-export.h"
#include "rk-archimate-export-private.h"

#include <glib/gi18n-lib.h>

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
  export_write_attributes (self, rk_sql_text (row, 5));
  from = export_begin_content (self);
  export_write_column (self, 3, row, "name", 6);
  export_write_column (self, 3, row, "documentation", 8);
  export_write_kept (self, 3, number, "any");
  export_write_properties (self, 3, number, NULL);
  export_write_kept (self, 3, number, "end");
  export_end_element (self, 2, from, tag);
}

static void
write_concepts (Export *self, const char *container, const char *tag, const char *sql,
                const GString *more)
{
  g_autoptr (sqlite3_stmt) stmt = export_list (self, sql, self->first, self->last);
  gboolean open =
      export_has_kept (self, self->number, container) || (more != NULL && more->len > 0);
  g_autofree char *start = g_strdup_printf ("<%s>", container);
  g_autofree char *end = g_strdup_printf ("</%s>", container);

  if (open)
    export_line (self, 1, start);
  while (export_next (self, stmt))
    {
      if (!open)
        export_line (self, 1, start);
      open = TRUE;
      write_concept (self, stmt, tag);
    }
  if (more != NULL)
    g_string_append (self->out, more->str);
  export_write_kept (self, 2, self->number, container);
  if (open)
    export_line (self, 1, end);
}

/* --- folders ---------------------------------------------------------------------------------- */

static void
begin_item (Export *self, guint depth, sqlite3_stmt *row)
{
  rk_archimate_indent (self->out, depth);
  g_string_append (self->out, "<item");
  rk_archimate_write_attribute (self->out, "identifier", rk_sql_text (row, 1));
  rk_archimate_write_attribute (self->out, "identifierRef", rk_sql_text (row, 2));
  export_write_attributes (self, rk_sql_text (row, 3));
  g_string_append (self->out, ">\n");
}

static void
open_item (Export *self, GArray *open, sqlite3_stmt *row)
{
  gint64 number = sqlite3_column_int64 (row, 0);
  guint depth = 2 + open->len;
  ExportOpen item = { number };

  begin_item (self, depth, row);
  item.from = export_get_position (self);
  export_write_column (self, depth + 1, row, "label", 5);
  export_write_texts (self, depth + 1, number, "documentation");
  g_array_append_val (open, item);
}

static void
write_folders (Export *self)
{
  g_autoptr (GArray) open = export_new_open ();
  gint64 lists = 0;
  g_autoptr (sqlite3_stmt) stmt = export_list (
      self,
      "SELECT number, identifier, reference, attributes, parent, label_lang, label FROM"
      " archimate_item WHERE number BETWEEN ?1 AND ?2 ORDER BY number",
      self->first, self->last);

  while (export_next (self, stmt))
    {
      gint64 parent = sqlite3_column_int64 (stmt, 4);

      export_close_to (self, open, parent, 2, "item");
      if (parent < 0 && -parent != lists)
        {
          if (lists > 0)
            export_line (self, 1, "</organizations>");
          export_line (self, 1, "<organizations>");
          lists = -parent;
        }
      open_item (self, open, stmt);
    }
  export_close_to (self, open, 0, 2, "item");
  if (lists == 0 && export_has_kept (self, self->number, "organizations"))
    {
      export_line (self, 1, "<organizations>");
      lists = 1;
    }
  export_write_kept (self, 2, self->number, "organizations");
  if (lists > 0)
    export_line (self, 1, "</organizations>");
  if (self->addition == NULL || self->addition->items->len == 0)
    return;
  export_line (self, 1, "<organizations>");
  g_string_append (self->out, self->addition->items->str);
  export_line (self, 1, "</organizations>");
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
  export_write_attributes (self, rk_sql_text (row, 3));
  from = export_begin_content (self);
  export_write_column (self, 3, row, "name", 4);
  export_write_column (self, 3, row, "documentation", 6);
  export_write_kept (self, 3, number, "any");
  export_write_kept (self, 3, number, "end");
  export_end_element (self, 2, from, "propertyDefinition");
}

static void
write_definitions (Export *self)
{
  const GString *more = self->addition != NULL ? self->addition->definitions : NULL;
  gboolean open = export_has_kept (self, self->number, "propertyDefinitions") ||
                  (more != NULL && more->len > 0);
  g_autoptr (sqlite3_stmt) stmt = export_list (
      self,
      "SELECT number, identifier, type, attributes, name_lang, name, documentation_lang,"
      " documentation FROM archimate_definition WHERE number BETWEEN ?1 AND ?2"
      " ORDER BY number",
      self->first, self->last);

  if (open)
    export_line (self, 1, "<propertyDefinitions>");
  while (export_next (self, stmt))
    {
      if (!open)
        export_line (self, 1, "<propertyDefinitions>");
      open = TRUE;
      write_definition (self, stmt);
    }
  if (more != NULL)
    g_string_append (self->out, more->str);
  export_write_kept (self, 2, self->number, "propertyDefinitions");
  if (open)
    export_line (self, 1, "</propertyDefinitions>");
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
  export_write_attributes (self, row != NULL ? rk_sql_text (row, 5) : NULL);
  rk_archimate_write_attribute (self->out, "xmlns:xsi", RK_ARCHIMATE_XSI);
  g_string_append (self->out, " xsi:schemaLocation=\"" RK_ARCHIMATE_URI
                              " http://www.opengroup.org/xsd/archimate/3.1/archimate3_Diagram.xsd");
  if (row != NULL && rk_sql_text (row, 6) != NULL)
    rk_archimate_append_text (self->out, rk_sql_text (row, 6), -1);
  g_string_append_c (self->out, '"');
  if (self->addition != NULL && self->addition->identifier != NULL)
    identifier = self->addition->identifier;
  rk_archimate_write_attribute (self->out, "identifier", identifier);
  export_write_attributes (self, row != NULL ? rk_sql_text (row, 7) : NULL);
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
    export_write_column (self, 1, row, "name", 8);
  if (row != NULL)
    export_write_column (self, 1, row, "documentation", 10);
  export_write_kept (self, 1, self->number, "any");
  export_write_properties (self, 1, self->number, addition != NULL ? addition->properties : NULL);
  export_write_kept (self, 1, self->number, "metadata");
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
  export_write_views (self);
  export_write_kept (self, 1, self->number, "end");
  g_string_append (self->out, "</model>\n");
  export_flush (self);
}

static sqlite3_stmt *
prepare (Export *self, const char *sql)
{
  return self->error == NULL ? rk_sql_prepare (self->db, &self->error, sql, "") : NULL;
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

  if (export_next (self, stmt))
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
                    guint *n_plotted, GOutputStream *stream, GCancellable *cancellable,
                    GError **error)
{
  Export self = { .db = db,
                  .addition = addition,
                  .stream = stream,
                  .cancellable = cancellable,
                  .out = g_string_sized_new (2 * EXPORT_PIECE),
                  .last = -1 };
  g_autoptr (sqlite3_stmt) row = architecture != NULL ? find_model (&self, architecture) : NULL;

  if (self.error == NULL)
    prepare_all (&self);
  if (self.error == NULL)
    write_model (&self, row);
  finish (&self);
  if (n_plotted != NULL)
    *n_plotted = self.n_plotted;
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
  ok = rk_archimate_write (db, architecture, NULL, NULL, stream, cancellable, error);
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
