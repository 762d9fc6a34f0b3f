/* SPDX-License-Identifier: EUPL-1.2 */
/* Lists of choices that come as CSV or GeoJSON, as the XML tree that expressions walk:
 * <root><item><COLUMN>…</COLUMN></item></root>. */
#include "config.h"
#include "rk-form-private.h"
#include "rk-json.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

static xmlNode *
new_tree (xmlDoc *doc)
{
  xmlNode *root = xmlNewDocNode (doc, NULL, BAD_CAST "root", NULL);

  xmlDocSetRootElement (doc, root);
  return root;
}

/* A column name as an element name; what XML does not allow becomes '_'. */
static char *
element_name (const char *column)
{
  GString *name = g_string_new (NULL);

  for (const char *c = column; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar ch = g_utf8_get_char (c);

      g_string_append_unichar (name,
                               g_unichar_isalnum (ch) || (ch < 0x80 && strchr ("_-.:", (int) ch))
                                   ? ch
                                   : '_');
    }
  if (name->len == 0 || g_ascii_isdigit (name->str[0]) || strchr ("-.", name->str[0]) != NULL)
    g_string_prepend_c (name, '_');
  return g_string_free (name, FALSE);
}

static void
add_value (xmlNode *item, const char *column, const char *value)
{
  g_autofree char *name = element_name (column);

  xmlNewTextChild (item, NULL, BAD_CAST name, BAD_CAST value);
}

/* --- CSV -------------------------------------------------------------------------------------- */

/* Reads one record from @cursor on; NULL at the end. Quoted fields may hold line ends. */
static GPtrArray *
read_record (const char **cursor, char separator)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) field = g_string_new (NULL);
  const char *c = *cursor;
  gboolean quoted = FALSE;

  if (*c == '\0')
    return NULL;
  for (; *c != '\0' && (quoted || *c != '\n'); c++)
    {
      if (quoted && *c == '"' && c[1] == '"')
        g_string_append_c (field, *c++);
      else if (*c == '"' && (quoted || field->len == 0))
        quoted = !quoted;
      else if (*c == separator && !quoted)
        {
          g_ptr_array_add (fields, g_strdup (field->str));
          g_string_truncate (field, 0);
        }
      else if (*c != '\r' || quoted)
        g_string_append_c (field, *c);
    }
  *cursor = *c == '\n' ? c + 1 : c;
  g_ptr_array_add (fields, g_strdup (field->str));
  return g_steal_pointer (&fields);
}

/* The separator of the first line: the one that occurs most. */
static char
guess_separator (const char *text)
{
  const char candidates[] = ",;\t";
  char best = ',';
  guint most = 0;

  for (const char *candidate = candidates; *candidate != '\0'; candidate++)
    {
      guint n = 0;

      for (const char *c = text; *c != '\0' && *c != '\n'; c++)
        n += *c == *candidate;
      if (n > most)
        {
          best = *candidate;
          most = n;
        }
    }
  return best;
}

static gboolean
check_size (guint n_values, GError **error)
{
  if (n_values <= RK_FORM_MAX_NODES)
    return TRUE;
  g_set_error (error, RK_FORM_ERROR, RK_FORM_ERROR_TOO_LARGE,
               _ ("It has more than %d values. Choose a smaller file."), RK_FORM_MAX_NODES);
  return FALSE;
}

xmlDoc *
rk_form_csv_to_xml (const char *text, gsize length, GError **error)
{
  g_autofree char *copy = g_utf8_make_valid (text, (gssize) length);
  const char *cursor = g_str_has_prefix (copy, "\xef\xbb\xbf") ? copy + 3 : copy;
  char separator = guess_separator (cursor);
  g_autoptr (GPtrArray) header = read_record (&cursor, separator);
  xmlDoc *doc = xmlNewDoc (BAD_CAST "1.0");
  xmlNode *root = new_tree (doc);
  GPtrArray *record;
  guint n_values = 0;

  while (header != NULL && (record = read_record (&cursor, separator)) != NULL)
    {
      gboolean blank = record->len == 1 && *(char *) g_ptr_array_index (record, 0) == '\0';
      xmlNode *item = blank ? NULL : xmlNewChild (root, NULL, BAD_CAST "item", NULL);

      for (guint i = 0; !blank && i < header->len; i++)
        add_value (item, g_strstrip (g_ptr_array_index (header, i)),
                   i < record->len ? g_ptr_array_index (record, i) : "");
      g_ptr_array_unref (record);
      n_values += 1 + header->len;
      if (!check_size (n_values, error))
        {
          xmlFreeDoc (doc);
          return NULL;
        }
    }
  return doc;
}

/* --- GeoJSON ---------------------------------------------------------------------------------- */

/* Appends "latitude longitude altitude accuracy" as ODK writes a point. */
static void
append_point (GString *text, JsonArray *point)
{
  g_autofree char *latitude = NULL;
  g_autofree char *longitude = NULL;
  g_autofree char *altitude = NULL;

  if (json_array_get_length (point) < 2)
    return;
  longitude = rk_xpath_number_to_string (json_array_get_double_element (point, 0));
  latitude = rk_xpath_number_to_string (json_array_get_double_element (point, 1));
  altitude = rk_xpath_number_to_string (
      json_array_get_length (point) > 2 ? json_array_get_double_element (point, 2) : 0);
  g_string_append_printf (text, "%s%s %s %s 0", text->len > 0 ? "; " : "", latitude, longitude,
                          altitude);
}

/* The list of points of a line, or of the outer ring of a polygon. */
static void
append_points (GString *text, JsonArray *points)
{
  for (guint i = 0; i < json_array_get_length (points); i++)
    {
      JsonNode *node = json_array_get_element (points, i);

      if (JSON_NODE_HOLDS_ARRAY (node))
        append_point (text, json_node_get_array (node));
    }
}

static char *
geometry_text (JsonObject *feature)
{
  JsonNode *node = json_object_get_member (feature, "geometry");
  JsonObject *geometry =
      node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *member = geometry != NULL ? json_object_get_member (geometry, "coordinates") : NULL;
  const char *type =
      geometry != NULL ? json_object_get_string_member_with_default (geometry, "type", "") : "";
  JsonArray *coordinates =
      member != NULL && JSON_NODE_HOLDS_ARRAY (member) ? json_node_get_array (member) : NULL;
  GString *text = g_string_new (NULL);

  if (coordinates != NULL && g_str_equal (type, "Point"))
    append_point (text, coordinates);
  else if (coordinates != NULL && g_str_equal (type, "LineString"))
    append_points (text, coordinates);
  else if (coordinates != NULL && g_str_equal (type, "Polygon") &&
           json_array_get_length (coordinates) > 0 &&
           JSON_NODE_HOLDS_ARRAY (json_array_get_element (coordinates, 0)))
    append_points (text, json_array_get_array_element (coordinates, 0));
  return g_string_free (text, FALSE);
}

static char *
scalar_text (JsonNode *node)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  if (JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("");
  return json_to_string (node, FALSE);
}

/* How many values it has. */
static guint
add_feature (xmlNode *root, JsonObject *feature)
{
  xmlNode *item = xmlNewChild (root, NULL, BAD_CAST "item", NULL);
  g_autofree char *geometry = geometry_text (feature);
  JsonNode *properties = json_object_get_member (feature, "properties");
  JsonNode *id = json_object_get_member (feature, "id");
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  add_value (item, "geometry", geometry);
  if (id != NULL)
    {
      g_autofree char *text = scalar_text (id);

      add_value (item, "id", text);
    }
  if (properties == NULL || !JSON_NODE_HOLDS_OBJECT (properties))
    return 3;
  json_object_iter_init_ordered (&iter, json_node_get_object (properties));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      g_autofree char *text = scalar_text (value);

      if (!JSON_NODE_HOLDS_NULL (value) && (id == NULL || !g_str_equal (name, "id")))
        add_value (item, name, text);
    }
  return 3 + json_object_get_size (json_node_get_object (properties));
}

/* The tree that the parser makes takes fifty times the memory of the text: values are counted
 * before, by the commas between them. Those inside texts count too. */
static guint
count_commas (const char *text, gsize length)
{
  const char *end = text + length;
  guint n = 0;

  for (const char *c = text; (c = memchr (c, ',', (gsize) (end - c))) != NULL; c++)
    n++;
  return n;
}

xmlDoc *
rk_form_geojson_to_xml (const char *text, gsize length, GError **error)
{
  g_autoptr (JsonNode) top = NULL;
  JsonNode *features;
  xmlDoc *doc;
  guint n_values = 0;

  if (!check_size (count_commas (text, length) / 2, error))
    return NULL;
  top = rk_json_parse (text, length, error);
  if (top == NULL)
    return NULL;
  features = JSON_NODE_HOLDS_OBJECT (top)
                 ? json_object_get_member (json_node_get_object (top), "features")
                 : NULL;
  if (features == NULL || !JSON_NODE_HOLDS_ARRAY (features))
    {
      g_set_error (error, RK_FORM_ERROR, RK_FORM_ERROR_INVALID,
                   _ ("It has no list of features. Export it as a GeoJSON FeatureCollection."));
      return NULL;
    }
  doc = xmlNewDoc (BAD_CAST "1.0");
  new_tree (doc);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (features)); i++)
    {
      JsonNode *feature = json_array_get_element (json_node_get_array (features), i);

      if (JSON_NODE_HOLDS_OBJECT (feature))
        n_values += add_feature (xmlDocGetRootElement (doc), json_node_get_object (feature));
      if (!check_size (n_values, error))
        {
          xmlFreeDoc (doc);
          return NULL;
        }
    }
  return doc;
}
