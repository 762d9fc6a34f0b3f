/* SPDX-License-Identifier: EUPL-1.2 */
/* Views with their nodes and connections; those that show what others are drawn in come twice. */
#include "config.h"
#include "rk-archimate-export-private.h"

#include <string.h>

#define MAX_MEASURE 1000000 /* beyond, nothing is drawn */

/* Identifiers of a view that is written again have a prefix. */
static void
write_identifier (Export *self, const char *name, const char *identifier)
{
  g_autofree char *other =
      self->plotting && identifier != NULL ? g_strconcat (PLOT_PREFIX, identifier, NULL) : NULL;

  rk_archimate_write_attribute (self->out, name, other != NULL ? other : identifier);
}

/* --- views ------------------------------------------------------------------------------------ */

static void
write_style (Export *self, guint depth, gint64 number)
{
  sqlite3_stmt *stmt = export_about (self->style, number);

  if (number != 0 && export_next (self, stmt))
    export_line (self, depth, rk_sql_text (stmt, 0));
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
  ExportOpen node = { number };

  rk_archimate_indent (self->out, depth);
  g_string_append (self->out, "<node");
  write_identifier (self, "identifier", rk_sql_text (row, 2));
  rk_archimate_write_attribute (self->out, "elementRef", rk_sql_text (row, 4));
  rk_archimate_write_attribute (self->out, "xsi:type", rk_sql_text (row, 3));
  for (int i = 0; i < 4; i++)
    rk_archimate_write_attribute (self->out, measures[i], rk_sql_text (row, 5 + i));
  export_write_attributes (self, rk_sql_text (row, 13));
  node.from = export_begin_content (self);
  export_write_column (self, depth + 1, row, "label", 10);
  export_write_texts (self, depth + 1, number, "documentation");
  write_style (self, depth + 1, sqlite3_column_int64 (row, 9));
  write_view_refs (self, depth + 1, rk_sql_text (row, 12));
  if (self->plotting && rk_sql_text (row, 4) != NULL)
    {
      node.plots = g_hash_table_lookup (self->addition->plots, rk_sql_text (row, 4));
      node.identifier = g_strdup (rk_sql_text (row, 2));
      node.x = CLAMP (sqlite3_column_int (row, 5), 0, MAX_MEASURE);
      node.y = CLAMP (sqlite3_column_int (row, 6), 0, MAX_MEASURE);
      node.width = CLAMP (sqlite3_column_int (row, 7), 1, MAX_MEASURE);
      node.height = CLAMP (sqlite3_column_int (row, 8), 1, MAX_MEASURE);
    }
  g_array_append_val (open, node);
}

static void
write_nodes (Export *self, gint64 first, gint64 last)
{
  g_autoptr (GArray) open = export_new_open ();
  g_autoptr (sqlite3_stmt) stmt = export_list (
      self,
      "SELECT number, parent, identifier, type, concept, x, y, w, h, style, label_lang,"
      " label, view_ref, attributes FROM archimate_node WHERE number BETWEEN ?1 AND ?2"
      " ORDER BY number",
      first, last);

  while (export_next (self, stmt))
    {
      export_close_to (self, open, sqlite3_column_int64 (stmt, 1), 4, "node");
      open_node (self, open, stmt);
    }
  export_close_to (self, open, 0, 4, "node");
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
  write_identifier (self, "identifier", rk_sql_text (row, 1));
  rk_archimate_write_attribute (self->out, "relationshipRef", rk_sql_text (row, 3));
  rk_archimate_write_attribute (self->out, "xsi:type", rk_sql_text (row, 2));
  write_identifier (self, "source", rk_sql_text (row, 4));
  write_identifier (self, "target", rk_sql_text (row, 5));
  export_write_attributes (self, rk_sql_text (row, 11));
  from = export_begin_content (self);
  export_write_column (self, 5, row, "label", 8);
  export_write_texts (self, 5, number, "documentation");
  write_style (self, 5, sqlite3_column_int64 (row, 6));
  write_view_refs (self, 5, rk_sql_text (row, 10));
  write_points (self, rk_sql_text (row, 7));
  export_write_kept (self, 5, number, "end");
  export_end_element (self, 4, from, "connection");
}

static void
write_connections (Export *self, gint64 first, gint64 last)
{
  g_autoptr (sqlite3_stmt) stmt = export_list (
      self,
      "SELECT number, identifier, type, relation, source, target, style, points, label_lang,"
      " label, view_ref, attributes FROM archimate_connection"
      " WHERE number BETWEEN ?1 AND ?2 ORDER BY number",
      first, last);

  while (export_next (self, stmt))
    write_connection (self, stmt);
}

/* The name and documentation of a view that is written again. */
static void
write_plot_head (Export *self, sqlite3_stmt *row)
{
  const char *name = rk_sql_text (row, 7);
  g_autofree char *own = g_strconcat (name != NULL ? name : "", self->addition->plot_suffix, NULL);

  rk_archimate_write_text (self->out, 4, "name", rk_sql_text (row, 6), own);
  rk_archimate_write_text (self->out, 4, "documentation", NULL, self->addition->plot_note);
}

static void
write_view (Export *self, sqlite3_stmt *row)
{
  gint64 number = sqlite3_column_int64 (row, 0);
  gint64 last = sqlite3_column_int64 (row, 1);
  const char *type = rk_sql_text (row, 3);

  rk_archimate_indent (self->out, 3);
  g_string_append (self->out, "<view");
  write_identifier (self, "identifier", rk_sql_text (row, 2));
  rk_archimate_write_attribute (self->out, "viewpoint", rk_sql_text (row, 4));
  rk_archimate_write_attribute (self->out, "xsi:type",
                                type == NULL && self->version == 2 ? "Diagram" : type);
  export_write_attributes (self, rk_sql_text (row, 5));
  g_string_append (self->out, ">\n");
  if (self->plotting)
    write_plot_head (self, row);
  else
    {
      export_write_column (self, 4, row, "name", 6);
      export_write_column (self, 4, row, "documentation", 8);
    }
  export_write_kept (self, 4, number, "any");
  export_write_properties (self, 4, number, NULL);
  write_nodes (self, number + 1, last);
  write_connections (self, number + 1, last);
  export_write_kept (self, 4, number, "end");
  export_line (self, 3, "</view>");
}

/* Whether the view shows something that others are drawn in. */
static gboolean
has_plots (Export *self, sqlite3_stmt *view)
{
  g_autoptr (sqlite3_stmt) stmt =
      export_list (self,
                   "SELECT concept FROM archimate_node WHERE number BETWEEN ?1 AND ?2"
                   " AND concept IS NOT NULL",
                   sqlite3_column_int64 (view, 0), sqlite3_column_int64 (view, 1));

  while (export_next (self, stmt))
    if (g_hash_table_contains (self->addition->plots, rk_sql_text (stmt, 0)))
      return TRUE;
  return FALSE;
}

#define VIEW_SQL                                                                                   \
  "SELECT number, last, identifier, type, viewpoint, attributes, name_lang, name,"                 \
  " documentation_lang, documentation FROM archimate_view WHERE number BETWEEN ?1 AND ?2"          \
  " ORDER BY number"

static void
write_plotted_views (Export *self)
{
  g_autoptr (sqlite3_stmt) stmt = export_list (self, VIEW_SQL, self->first, self->last);

  self->plotting = TRUE;
  while (export_next (self, stmt))
    if (has_plots (self, stmt))
      {
        write_view (self, stmt);
        self->n_plotted++;
      }
  self->plotting = FALSE;
}

static void
write_diagrams (Export *self)
{
  const GString *more = self->addition != NULL ? self->addition->views : NULL;
  gboolean open =
      export_has_kept (self, self->number, "diagrams") || (more != NULL && more->len > 0);
  g_autoptr (sqlite3_stmt) stmt = export_list (self, VIEW_SQL, self->first, self->last);

  if (open)
    export_line (self, 2, "<diagrams>");
  while (export_next (self, stmt))
    {
      if (!open)
        export_line (self, 2, "<diagrams>");
      open = TRUE;
      write_view (self, stmt);
    }
  if (more != NULL)
    g_string_append (self->out, more->str);
  if (self->addition != NULL && g_hash_table_size (self->addition->plots) > 0)
    write_plotted_views (self);
  export_write_kept (self, 3, self->number, "diagrams");
  if (open)
    export_line (self, 2, "</diagrams>");
}

static gboolean
has_views (Export *self)
{
  g_autoptr (sqlite3_stmt) stmt =
      export_list (self, "SELECT 1 FROM archimate_view WHERE number BETWEEN ?1 AND ?2 LIMIT 1",
                   self->first, self->last);

  return export_next (self, stmt) || export_has_kept (self, self->number, "diagrams") ||
         export_has_kept (self, self->number, "viewpoints") ||
         export_has_kept (self, self->number, "views") ||
         (self->addition != NULL && self->addition->views->len > 0);
}

void
export_write_views (Export *self)
{
  if (!has_views (self))
    return;
  export_line (self, 1, "<views>");
  export_write_kept (self, 2, self->number, "viewpoints");
  write_diagrams (self);
  export_write_kept (self, 2, self->number, "views");
  export_line (self, 1, "</views>");
}
