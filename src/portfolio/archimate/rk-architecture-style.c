/* SPDX-License-Identifier: EUPL-1.2 */
/* Styles: the XML that the model has, read when a view is drawn. Few serve thousands of nodes. */
#include "config.h"
#include "rk-architecture-private.h"

#include <libxml/parser.h>
#include <string.h>

static double
get_number (xmlNode *node, const char *name, double otherwise)
{
  xmlChar *text = xmlGetNoNsProp (node, BAD_CAST name);
  double number = otherwise;
  char *end = NULL;

  if (text != NULL)
    number = g_ascii_strtod ((const char *) text, &end);
  if (text != NULL && end == (char *) text)
    number = otherwise;
  xmlFree (text);
  return number;
}

static void
read_colour (xmlNode *node, RkViewColour *colour, gboolean *has)
{
  colour->red = CLAMP (get_number (node, "r", 0) / 255, 0, 1);
  colour->green = CLAMP (get_number (node, "g", 0) / 255, 0, 1);
  colour->blue = CLAMP (get_number (node, "b", 0) / 255, 0, 1);
  colour->alpha = CLAMP (get_number (node, "a", 100) / 100, 0, 1);
  *has = TRUE;
}

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_str_equal ((const char *) node->name, name);
}

static void
read_font (RkArchitecture *self, xmlNode *font, RkViewStyle *style)
{
  xmlChar *name = xmlGetNoNsProp (font, BAD_CAST "name");
  xmlChar *look = xmlGetNoNsProp (font, BAD_CAST "style");
  const char *words = look != NULL ? (const char *) look : "";

  if (name != NULL)
    style->font_name = g_string_chunk_insert_const (self->texts, (const char *) name);
  style->font_size = CLAMP (get_number (font, "size", 0), 0, 200);
  style->bold = strstr (words, "bold") != NULL;
  style->italic = strstr (words, "italic") != NULL;
  style->underline = strstr (words, "underline") != NULL;
  for (xmlNode *child = font->children; child != NULL; child = child->next)
    if (is_named (child, "color"))
      read_colour (child, &style->text, &style->has_text);
  xmlFree (name);
  xmlFree (look);
}

static RkViewStyle *
parse_style (RkArchitecture *self, const char *xml)
{
  RkViewStyle *style = g_new0 (RkViewStyle, 1);
  xmlDoc *doc = xmlReadMemory (xml, (int) strlen (xml), NULL, NULL,
                               XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;

  if (root != NULL)
    style->line_width = CLAMP (get_number (root, "lineWidth", 0), 0, 100);
  for (xmlNode *child = root != NULL ? root->children : NULL; child != NULL; child = child->next)
    {
      if (is_named (child, "lineColor"))
        read_colour (child, &style->line, &style->has_line);
      else if (is_named (child, "fillColor"))
        read_colour (child, &style->fill, &style->has_fill);
      else if (is_named (child, "font"))
        read_font (self, child, style);
    }
  xmlFreeDoc (doc);
  return style;
}

static void
load_styles (RkArchitecture *self)
{
  g_autoptr (sqlite3_stmt) stmt =
      rk_sql_prepare (rk_store_get_database (self->store), NULL,
                      "SELECT number, xml FROM archimate_style WHERE number BETWEEN ?1 AND ?2",
                      "ii", self->first, self->last);

  self->styles = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  while (stmt != NULL && rk_sql_next (stmt, NULL))
    g_hash_table_insert (self->styles, GSIZE_TO_POINTER ((gsize) sqlite3_column_int64 (stmt, 0)),
                         parse_style (self, rk_sql_text (stmt, 1)));
}

const RkViewStyle *
rk_architecture_get_style (RkArchitecture *self, gint64 number)
{
  if (self->styles == NULL)
    load_styles (self);
  return g_hash_table_lookup (self->styles, GSIZE_TO_POINTER ((gsize) number));
}
