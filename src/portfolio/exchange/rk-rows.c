/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-rows.h"

#include "rk-format.h"
#include "rk-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NAME 200

struct _RkRows
{
  char *path;
  char separator;
  gboolean header;
  GPtrArray *columns; /* of char */
  /* a text table */
  RkCsvReader *reader;
  gint64 size;
  /* objects */
  JsonNode *root;
  JsonArray *objects; /* of the root */
  guint next;
  GPtrArray *cells; /* of char (nullable): of the object */
};

/* --- objects ---------------------------------------------------------------------------------- */

/* The list that the file is, or the longest one in the object that it is. */
static JsonArray *
find_list (JsonNode *root)
{
  g_autoptr (GList) members = NULL;
  JsonArray *found = NULL;

  if (JSON_NODE_HOLDS_ARRAY (root))
    return json_node_get_array (root);
  if (!JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  members = json_object_get_values (json_node_get_object (root));
  for (GList *l = members; l != NULL; l = l->next)
    if (JSON_NODE_HOLDS_ARRAY (l->data) &&
        (found == NULL ||
         json_array_get_length (json_node_get_array (l->data)) > json_array_get_length (found)))
      found = json_node_get_array (l->data);
  return found;
}

static void
list_members (RkRows *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (self->objects); i++)
    {
      JsonNode *node = json_array_get_element (self->objects, i);
      g_autoptr (GList) members = JSON_NODE_HOLDS_OBJECT (node)
                                      ? json_object_get_members (json_node_get_object (node))
                                      : NULL;

      for (GList *l = members; l != NULL && self->columns->len < RK_CSV_MAX_COLUMNS; l = l->next)
        if (!g_hash_table_contains (seen, l->data))
          {
            char *name = g_strdup (l->data);

            g_ptr_array_add (self->columns, name);
            g_hash_table_add (seen, name);
          }
    }
}

static gboolean
open_objects (RkRows *self, GError **error)
{
  self->root = rk_json_parse_file (self->path, error);
  if (self->root == NULL)
    return FALSE;
  self->objects = find_list (self->root);
  self->header = TRUE;
  if (self->objects != NULL)
    {
      list_members (self);
      return TRUE;
    }
  g_set_error (error, RK_ERROR, RK_ERROR_FOREIGN,
               _ ("The file holds no list of records. Choose another file."));
  return FALSE;
}

static char *
node_to_text (JsonNode *node)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING: return json_node_dup_string (node);
    case G_TYPE_BOOLEAN: return g_strdup (json_node_get_boolean (node) ? "true" : "false");
    case G_TYPE_INT64: return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
    default:
      return g_strdup (
          g_ascii_formatd (buffer, sizeof buffer, "%.15g", json_node_get_double (node)));
    }
}

static gboolean
next_object (RkRows *self)
{
  JsonNode *node;
  JsonObject *object;

  if (self->next >= json_array_get_length (self->objects))
    return FALSE;
  node = json_array_get_element (self->objects, self->next++);
  object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_ptr_array_set_size (self->cells, 0);
  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (self->cells,
                     object != NULL
                         ? node_to_text (json_object_get_member (object, self->columns->pdata[i]))
                         : NULL);
  return TRUE;
}

/* --- text tables ------------------------------------------------------------------------------ */

/* A name is short text with a letter in it; a date or a number is none. */
static gboolean
is_name (const char *cell)
{
  g_autofree char *date = NULL;
  double number;
  gboolean letter = FALSE;

  if (strlen (cell) > MAX_NAME || rk_parse_number (cell, &number))
    return FALSE;
  date = rk_parse_date (cell, NULL);
  for (const char *p = cell; *p != '\0'; p = g_utf8_next_char (p))
    letter = letter || g_unichar_isalpha (g_utf8_get_char (p));
  return letter && date == NULL;
}

/* All cells of a header are names, each another one; the last may be empty. */
static gboolean
looks_like_header (RkCsvReader *reader)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = rk_csv_reader_get_n_cells (reader);

  for (guint i = 0; i < n; i++)
    {
      const char *cell = rk_csv_reader_get (reader, i);

      if (*cell == '\0' && i > 0)
        continue;
      if (!is_name (cell) || !g_hash_table_add (seen, (gpointer) cell))
        return FALSE;
    }
  return n > 0;
}

static void
name_columns (RkRows *self, gboolean any)
{
  guint n = any ? rk_csv_reader_get_n_cells (self->reader) : 0;

  g_ptr_array_set_size (self->columns, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *cell = g_strstrip (g_strdup (rk_csv_reader_get (self->reader, i)));

      if (self->header && *cell != '\0')
        g_ptr_array_add (self->columns, g_strndup (cell, MAX_NAME));
      else
        g_ptr_array_add (self->columns, g_strdup_printf (_ ("Column %u"), i + 1));
    }
}

static gboolean
open_reader (RkRows *self, GError **error)
{
  g_clear_pointer (&self->reader, rk_csv_reader_free);
  self->reader = rk_csv_reader_open (self->path, error);
  if (self->reader == NULL)
    return FALSE;
  if (self->separator != '\0')
    rk_csv_reader_set_separator (self->reader, self->separator);
  self->separator = rk_csv_reader_get_format (self->reader)->separator;
  return TRUE;
}

static gboolean
read_columns (RkRows *self, gboolean guess, GError **error)
{
  GError *local_error = NULL;
  gboolean any;

  if (!open_reader (self, error))
    return FALSE;
  any = rk_csv_reader_next (self->reader, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  if (guess)
    self->header = any && looks_like_header (self->reader);
  name_columns (self, any);
  return rk_rows_rewind (self, error);
}

/* --- both ------------------------------------------------------------------------------------- */

/* The first byte that is no blank tells objects from a table. */
static gboolean
holds_objects (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  char start[256];
  gssize n = stream != NULL
                 ? g_input_stream_read (G_INPUT_STREAM (stream), start, sizeof start, NULL, NULL)
                 : 0;

  for (gssize i = n >= 3 && memcmp (start, "\xef\xbb\xbf", 3) == 0 ? 3 : 0; i < n; i++)
    if (!g_ascii_isspace (start[i]))
      return start[i] == '{' || start[i] == '[';
  return FALSE;
}

static gint64
measure (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_file_info_get_size (info) : 0;
}

RkRows *
rk_rows_open (const char *path, GError **error)
{
  g_autoptr (RkRows) self = NULL;
  gboolean ok;

  g_return_val_if_fail (path != NULL, NULL);
  self = g_new0 (RkRows, 1);
  self->path = g_strdup (path);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->size = measure (path);
  ok = holds_objects (path) ? open_objects (self, error) : read_columns (self, TRUE, error);
  return ok ? g_steal_pointer (&self) : NULL;
}

void
rk_rows_free (RkRows *self)
{
  g_clear_pointer (&self->reader, rk_csv_reader_free);
  g_clear_pointer (&self->root, json_node_unref);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self->path);
  g_free (self);
}

const char *
rk_rows_get_path (RkRows *self)
{
  return self->path;
}

static const char *
name_separator (char separator)
{
  switch (separator)
    {
    case ';': return _ ("semicolon");
    case '\t': return _ ("tab");
    case '|': return _ ("vertical bar");
    default: return _ ("comma");
    }
}

char *
rk_rows_describe (RkRows *self)
{
  if (self->reader == NULL)
    return g_strdup ("JSON");
  return g_strdup_printf ("CSV, %s, %s", name_separator (self->separator),
                          rk_csv_reader_get_format (self->reader)->encoding);
}

char
rk_rows_get_separator (RkRows *self)
{
  return self->separator;
}

gboolean
rk_rows_set_separator (RkRows *self, char separator, GError **error)
{
  if (self->reader == NULL || separator == self->separator)
    return TRUE;
  self->separator = separator;
  return read_columns (self, TRUE, error);
}

gboolean
rk_rows_has_header (RkRows *self)
{
  return self->header;
}

gboolean
rk_rows_set_header (RkRows *self, gboolean header, GError **error)
{
  if (self->reader == NULL || header == self->header)
    return TRUE;
  self->header = header;
  return read_columns (self, FALSE, error);
}

guint
rk_rows_get_n_columns (RkRows *self)
{
  return self->columns->len;
}

const char *
rk_rows_get_column (RkRows *self, guint column)
{
  return self->columns->pdata[column];
}

gboolean
rk_rows_rewind (RkRows *self, GError **error)
{
  self->next = 0;
  if (self->reader == NULL)
    return TRUE;
  if (!open_reader (self, error))
    return FALSE;
  return !self->header || rk_csv_reader_next (self->reader, error);
}

gboolean
rk_rows_next (RkRows *self, GError **error)
{
  return self->reader != NULL ? rk_csv_reader_next (self->reader, error) : next_object (self);
}

const char *
rk_rows_get (RkRows *self, guint column)
{
  const char *text;

  if (self->reader != NULL)
    return rk_csv_reader_get (self->reader, column);
  text = column < self->cells->len ? self->cells->pdata[column] : NULL;
  return text != NULL ? text : "";
}

gboolean
rk_rows_is_too_long (RkRows *self)
{
  guint n = self->reader != NULL ? rk_csv_reader_get_n_cells (self->reader) : 0;

  for (guint i = self->columns->len; i < n; i++)
    if (*rk_csv_reader_get (self->reader, i) != '\0')
      return TRUE;
  return FALSE;
}

guint
rk_rows_get_line (RkRows *self)
{
  return self->reader != NULL ? rk_csv_reader_get_line (self->reader) : self->next;
}

double
rk_rows_get_fraction (RkRows *self)
{
  guint n = self->objects != NULL ? json_array_get_length (self->objects) : 0;

  if (self->reader != NULL)
    return self->size > 0
               ? MIN (1.0, (double) rk_csv_reader_get_position (self->reader) / (double) self->size)
               : 0;
  return n > 0 ? (double) self->next / n : 1;
}
