/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-archimate-export-private.h"

#include <string.h>

/* --- reading ---------------------------------------------------------------------------------- */

/* The next row of a query, as long as nothing went wrong. */
gboolean
export_next (Export *self, sqlite3_stmt *stmt)
{
  return stmt != NULL && self->error == NULL && rk_sql_next (stmt, &self->error);
}

sqlite3_stmt *
export_about (sqlite3_stmt *stmt, gint64 number)
{
  sqlite3_reset (stmt);
  sqlite3_bind_int64 (stmt, 1, number);
  return stmt;
}

/* The rows of a table within the model. */
sqlite3_stmt *
export_list (Export *self, const char *sql, gint64 first, gint64 last)
{
  return self->error == NULL ? rk_sql_prepare (self->db, &self->error, sql, "ii", first, last)
                             : NULL;
}

void
export_flush (Export *self)
{
  if (self->error == NULL)
    g_output_stream_write_all (self->stream, self->out->str, self->out->len, NULL,
                               self->cancellable, &self->error);
  self->flushed += self->out->len;
  g_string_truncate (self->out, 0);
}

/* How much has been written. */
gsize
export_get_position (Export *self)
{
  return self->flushed + self->out->len;
}

void
export_line (Export *self, guint depth, const char *text)
{
  rk_archimate_indent (self->out, depth);
  g_string_append (self->out, text);
  g_string_append_c (self->out, '\n');
  if (self->out->len > EXPORT_PIECE)
    export_flush (self);
}

/* --- what anything can have ------------------------------------------------------------------- */

/* Names, labels or documentation beyond the first. */
void
export_write_texts (Export *self, guint depth, gint64 number, const char *field)
{
  sqlite3_stmt *stmt = export_about (self->texts, number);

  while (export_next (self, stmt))
    if (g_strcmp0 (rk_sql_text (stmt, 0), field) == 0)
      rk_archimate_write_text (self->out, depth, field, rk_sql_text (stmt, 1),
                               rk_sql_text (stmt, 2));
}

/* The text after @column, which has its language, then those in other languages. */
void
export_write_column (Export *self, guint depth, sqlite3_stmt *row, const char *field, int column)
{
  rk_archimate_write_text (self->out, depth, field, rk_sql_text (row, column),
                           rk_sql_text (row, column + 1));
  export_write_texts (self, depth, sqlite3_column_int64 (row, 0), field);
}

gboolean
export_has_kept (Export *self, gint64 number, const char *position)
{
  sqlite3_stmt *stmt = export_about (self->kept, number);

  while (export_next (self, stmt))
    if (g_strcmp0 (rk_sql_text (stmt, 0), position) == 0)
      return TRUE;
  return FALSE;
}

void
export_write_kept (Export *self, guint depth, gint64 number, const char *position)
{
  sqlite3_stmt *stmt = export_about (self->kept, number);

  while (export_next (self, stmt))
    if (g_strcmp0 (rk_sql_text (stmt, 0), position) == 0)
      export_line (self, depth, rk_sql_text (stmt, 1));
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
void
export_write_properties (Export *self, guint depth, gint64 number, const GString *more)
{
  sqlite3_stmt *stmt = export_about (self->properties, number);
  gint64 place = -1;

  while (export_next (self, stmt))
    {
      if (place < 0)
        export_line (self, depth, "<properties>");
      if (sqlite3_column_int64 (stmt, 0) != place)
        {
          if (place >= 0)
            export_line (self, depth + 1, "</property>");
          place = sqlite3_column_int64 (stmt, 0);
          begin_property (self, depth + 1, rk_sql_text (stmt, 1));
        }
      rk_archimate_write_text (self->out, depth + 2, "value", rk_sql_text (stmt, 2),
                               rk_sql_text (stmt, 3));
    }
  if (place >= 0)
    export_line (self, depth + 1, "</property>");
  else if (more != NULL && more->len > 0)
    export_line (self, depth, "<properties>");
  if (more != NULL)
    g_string_append (self->out, more->str);
  if (place >= 0 || (more != NULL && more->len > 0))
    export_line (self, depth, "</properties>");
}

/* Attributes that are kept as they were written. */
void
export_write_attributes (Export *self, const char *attributes)
{
  if (attributes != NULL)
    g_string_append (self->out, attributes);
}

/* Ends an element of which the content began at @from; without content it is one tag. */
void
export_write_end (Export *self, guint depth, gsize from, const char *tag)
{
  if (export_get_position (self) == from)
    {
      g_string_truncate (self->out, self->out->len - strlen (">\n"));
      g_string_append (self->out, "/>\n");
      return;
    }
  rk_archimate_indent (self->out, depth);
  g_string_append_printf (self->out, "</%s>\n", tag);
}

void
export_end_element (Export *self, guint depth, gsize from, const char *tag)
{
  export_write_end (self, depth, from, tag);
  if (self->out->len > EXPORT_PIECE)
    export_flush (self);
}

gsize
export_begin_content (Export *self)
{
  g_string_append (self->out, ">\n");
  return export_get_position (self);
}

/* --- what stands in each other ------------------------------------------------------------------
 */

static void
open_clear (ExportOpen *open)
{
  g_free (open->identifier);
}

GArray *
export_new_open (void)
{
  GArray *open = g_array_new (FALSE, FALSE, sizeof (ExportOpen));

  g_array_set_clear_func (open, (GDestroyNotify) open_clear);
  return open;
}

/* Closes what is open down to @parent; 0 closes all. */
void
export_close_to (Export *self, GArray *open, gint64 parent, guint depth, const char *tag)
{
  while (open->len > 0 && g_array_index (open, ExportOpen, open->len - 1).number != parent)
    {
      const ExportOpen *last = &g_array_index (open, ExportOpen, open->len - 1);
      guint at = depth + open->len - 1;

      export_write_plots (self, at + 1, last);
      export_write_kept (self, at + 1, last->number, "end");
      export_write_end (self, at, last->from, tag);
      g_array_set_size (open, open->len - 1);
    }
  if (open->len == 0 && self->out->len > EXPORT_PIECE)
    export_flush (self);
}
