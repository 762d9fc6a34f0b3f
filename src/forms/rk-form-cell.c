/* SPDX-License-Identifier: EUPL-1.2 */
/* Cells: the live tree over the XML of the instance. */
#include "config.h"
#include "rk-form-instance-private.h"

#include <string.h>

/* --- making ----------------------------------------------------------------------------------- */

static gboolean
is_template (xmlNode *element)
{
  return xmlHasNsProp (element, BAD_CAST "template", BAD_CAST RK_JAVAROSA_NS) != NULL;
}

static void
drop (xmlNode *node)
{
  xmlUnlinkNode (node);
  xmlFreeNode (node);
}

/* One text node holds the value of a leaf. */
static void
flatten_leaf (xmlNode *element)
{
  xmlChar *text = xmlNodeGetContent (element);

  while (element->children != NULL)
    drop (element->children);
  if (text != NULL && *text != '\0')
    xmlAddChild (element, xmlNewDocText (element->doc, text));
  xmlFree (text);
}

void
rk_cell_clean (const RkDef *def, xmlNode *element)
{
  xmlNode *next;

  xmlUnsetNsProp (element, xmlSearchNsByHref (element->doc, element, BAD_CAST RK_JAVAROSA_NS),
                  BAD_CAST "template");
  if (def->type == RK_DEF_LEAF)
    {
      flatten_leaf (element);
      return;
    }
  for (xmlNode *n = element->children; n != NULL; n = next)
    {
      RkDef *child = NULL;
      g_autofree char *name = NULL;

      next = n->next;
      if (n->type == XML_ELEMENT_NODE)
        name = n->ns != NULL && n->ns->prefix != NULL
                   ? g_strdup_printf ("%s:%s", n->ns->prefix, n->name)
                   : g_strdup ((const char *) n->name);
      child = name != NULL ? rk_def_get_child (def, name, -1) : NULL;
      if (child == NULL || (child->type == RK_DEF_REPEAT && is_template (n)))
        drop (n);
      else
        rk_cell_clean (child, n);
    }
}

void
rk_cell_blank (const RkDef *def, xmlNode *element)
{
  for (xmlNode *n = element->children; n != NULL; n = n->next)
    if (n->type == XML_ELEMENT_NODE)
      rk_cell_blank (def, n);
    else if (n->type == XML_TEXT_NODE)
      xmlNodeSetContent (n, BAD_CAST "");
}

static RkCell *
cell_new (RkDef *def, RkCell *parent, xmlNode *xml)
{
  RkCell *cell = g_new0 (RkCell, 1);

  cell->def = def;
  cell->parent = parent;
  cell->xml = xml;
  cell->own_relevant = TRUE;
  cell->relevant = TRUE;
  cell->satisfied = TRUE;
  xml->_private = cell;
  return cell;
}

static void
fill_rows (RkCell *range, xmlNode *first)
{
  for (xmlNode *n = first; n != NULL; n = n->next)
    if (n->type == XML_ELEMENT_NODE && g_str_equal (n->name, first->name) && n->_private == NULL)
      rk_cell_new_row (range, n);
}

/* The range of a repeat keeps its place with a comment before the first row. */
static RkCell *
range_new (RkDef *def, RkCell *parent, xmlNode *first, xmlNode *previous)
{
  xmlNode *anchor = xmlNewDocComment (parent->xml->doc, BAD_CAST "");
  RkCell *range;

  if (first != NULL)
    xmlAddPrevSibling (first, anchor);
  else if (previous != NULL)
    xmlAddNextSibling (previous, anchor);
  else if (parent->xml->children != NULL)
    xmlAddPrevSibling (parent->xml->children, anchor);
  else
    xmlAddChild (parent->xml, anchor);
  range = cell_new (def, parent, anchor);
  range->children = g_ptr_array_new ();
  if (first != NULL)
    fill_rows (range, first);
  return range;
}

static xmlNode *
find_between (xmlNode *first, const xmlNode *end, const RkDef *def)
{
  for (xmlNode *n = first; n != end; n = n->next)
    if (n->type == XML_ELEMENT_NODE && xmlStrEqual (n->name, def->element->name) &&
        xmlStrEqual (n->ns != NULL ? n->ns->href : NULL,
                     def->element->ns != NULL ? def->element->ns->href : NULL))
      return n;
  return NULL;
}

/* The first element of @def in @parent. It mostly is the next one after @previous. */
static xmlNode *
find_element (xmlNode *parent, xmlNode *previous, const RkDef *def)
{
  xmlNode *next = previous != NULL && !def->has_namesakes && def->type != RK_DEF_REPEAT
                      ? previous->next
                      : parent->children;
  xmlNode *found = find_between (next, NULL, def);

  return found == NULL && next != parent->children ? find_between (parent->children, next, def)
                                                   : found;
}

static xmlNode *
find_attribute (xmlNode *parent, const RkDef *def)
{
  const xmlChar *href = def->element->ns != NULL ? def->element->ns->href : NULL;

  for (xmlAttr *a = parent->properties; a != NULL; a = a->next)
    if (xmlStrEqual (a->name, def->element->name) &&
        xmlStrEqual (a->ns != NULL ? a->ns->href : NULL, href))
      return (xmlNode *) a;
  return NULL;
}

static void
fill_children (RkCell *cell)
{
  xmlNode *previous = NULL;

  cell->children = g_ptr_array_new ();
  for (guint i = 0; i < cell->def->children->len; i++)
    {
      RkDef *def = g_ptr_array_index (cell->def->children, i);
      xmlNode *xml = def->is_attribute ? find_attribute (cell->xml, def)
                                       : find_element (cell->xml, previous, def);
      RkCell *child = NULL;

      if (def->type == RK_DEF_REPEAT)
        child = range_new (def, cell, xml, previous);
      else if (xml != NULL)
        {
          child = cell_new (def, cell, xml);
          if (def->type == RK_DEF_GROUP || def->children->len > 0)
            fill_children (child);
        }
      if (child != NULL && !def->is_attribute)
        previous =
            child->children != NULL && def->type == RK_DEF_REPEAT && child->children->len > 0
                ? ((RkCell *) g_ptr_array_index (child->children, child->children->len - 1))->xml
                : child->xml;
      g_ptr_array_add (cell->children, child);
    }
}

RkCell *
rk_cell_new_row (RkCell *range, xmlNode *element)
{
  RkCell *row = cell_new (range->def, range, element);

  row->is_row = TRUE;
  row->position = range->children->len;
  g_ptr_array_add (range->children, row);
  fill_children (row);
  return row;
}

RkCell *
rk_cell_new_tree (RkForm *form, xmlDoc *doc)
{
  xmlNode *copy = xmlDocCopyNode (form->primary, doc, 1);
  RkCell *root;

  xmlDocSetRootElement (doc, copy);
  rk_cell_clean (form->root, copy);
  root = cell_new (form->root, NULL, copy);
  fill_children (root);
  return root;
}

void
rk_cell_free (RkFormInstance *instance, RkCell *self)
{
  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    if (g_ptr_array_index (self->children, i) != NULL)
      rk_cell_free (instance, g_ptr_array_index (self->children, i));
  rk_form_instance_forget (instance, self);
  if (self->object != NULL)
    rk_form_node_detach (self->object);
  g_clear_object (&self->object);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->choices, rk_choice_set_free);
  g_clear_pointer (&self->choice_list, g_ptr_array_unref);
  g_free (self->shown);
  g_free (self->computed);
  g_free (self->label);
  g_free (self->hint);
  if (self->xml != NULL)
    self->xml->_private = NULL;
  g_free (self);
}

/* --- values ----------------------------------------------------------------------------------- */

const char *
rk_cell_get_stored (const RkCell *self)
{
  const xmlNode *text = self->def->type == RK_DEF_LEAF ? self->xml->children : NULL;

  return text != NULL && text->content != NULL ? (const char *) text->content : "";
}

const char *
rk_cell_get_value (const RkCell *self)
{
  if (!self->relevant)
    return "";
  return self->shown != NULL ? self->shown : rk_cell_get_stored (self);
}

gboolean
rk_cell_work_out_relevance (const RkCell *self)
{
  const RkCell *above = self->is_row ? self->parent->parent : self->parent;

  return self->own_relevant && (above == NULL || above->relevant);
}

/* XML cannot hold most control characters: they are left out. */
static char *
storable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_new (NULL);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar ch = g_utf8_get_char (c);

      if (ch >= 0x20 ? ch != 0xfffe && ch != 0xffff : ch == '\t' || ch == '\n' || ch == '\r')
        g_string_append_len (clean, c, g_utf8_next_char (c) - c);
    }
  return g_string_free (clean, FALSE);
}

void
rk_cell_put (RkCell *self, const char *text)
{
  g_autofree char *clean = storable (text);
  xmlNode *node = self->xml->children;

  if (node == NULL && *clean != '\0')
    {
      node = xmlNewDocText (self->xml->doc, BAD_CAST clean);
      if (self->def->is_attribute)
        {
          node->parent = self->xml;
          self->xml->children = self->xml->last = node;
        }
      else
        xmlAddChild (self->xml, node);
    }
  else if (node != NULL)
    xmlNodeSetContentLen (node, BAD_CAST clean, (int) strlen (clean));
}

/* --- places ----------------------------------------------------------------------------------- */

char *
rk_cell_dup_path (const RkCell *self)
{
  g_autofree char *above = NULL;

  if (self->parent == NULL)
    return g_strconcat ("/", self->def->name, NULL);
  above = rk_cell_dup_path (self->parent);
  if (self->is_row)
    return g_strdup_printf ("%s[%u]", above, self->position + 1);
  return g_strdup_printf ("%s/%s", above, self->def->name);
}

static RkCell *
get_child (const RkCell *self, const char *name, gsize length)
{
  const RkDef *def = rk_def_get_child (self->def, name, (gssize) length);

  if (def == NULL || self->children == NULL || (self->def->type == RK_DEF_REPEAT && !self->is_row))
    return NULL;
  return g_ptr_array_index (self->children, def->slot);
}

/* The row that "[3]" at *@cursor names, and moves the cursor behind it. */
static RkCell *
get_indexed_row (RkCell *range, const char **cursor)
{
  char *end = NULL;
  guint64 position = g_ascii_strtoull (*cursor + 1, &end, 10);

  if (*end != ']' || position < 1 || range->def->type != RK_DEF_REPEAT ||
      position > range->children->len)
    return NULL;
  *cursor = end + 1;
  return g_ptr_array_index (range->children, position - 1);
}

RkCell *
rk_cell_find (RkCell *root, const char *path)
{
  gsize length = strlen (root->def->name);
  const char *cursor = path + 1 + length;
  RkCell *cell = root;

  if (*path != '/' || strncmp (path + 1, root->def->name, length) != 0 ||
      (*cursor != '\0' && *cursor != '/'))
    return NULL;
  while (cell != NULL && *cursor != '\0')
    {
      gsize n = strcspn (cursor + 1, "/[");

      if (*cursor != '/')
        return NULL;
      cell = get_child (cell, cursor + 1, n);
      cursor += 1 + n;
      if (cell != NULL && *cursor == '[')
        cell = get_indexed_row (cell, &cursor);
    }
  return cell;
}

RkCell *
rk_cell_get_row (RkCell *self, const RkDef *repeat)
{
  while (self != NULL && !(self->is_row && self->def == repeat))
    self = self->parent;
  return self;
}

RkCell *
rk_cell_get_scope (RkCell *root, RkCell *from, const RkDef *def)
{
  for (const RkDef *repeat = def->repeat; repeat != NULL;
       repeat = repeat->parent != NULL ? repeat->parent->repeat : NULL)
    {
      RkCell *row = rk_cell_get_row (from, repeat);

      if (row != NULL)
        return row;
    }
  return root;
}

void
rk_cell_foreach_of (RkCell *scope, const RkDef *def, void (*func) (RkCell *, gpointer),
                    gpointer data)
{
  const RkDef *step = def;
  gboolean range = scope->def->type == RK_DEF_REPEAT && !scope->is_row;

  if (scope->def == def)
    func (scope, data);
  if (range)
    for (guint i = 0; i < scope->children->len; i++)
      rk_cell_foreach_of (g_ptr_array_index (scope->children, i), def, func, data);
  if (range || scope->def == def || scope->children == NULL)
    return;
  while (step != NULL && step->parent != scope->def)
    step = step->parent;
  if (step != NULL && g_ptr_array_index (scope->children, step->slot) != NULL)
    rk_cell_foreach_of (g_ptr_array_index (scope->children, step->slot), def, func, data);
}

void
rk_cell_foreach (RkCell *self, void (*func) (RkCell *, gpointer), gpointer data)
{
  func (self, data);
  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    if (g_ptr_array_index (self->children, i) != NULL)
      rk_cell_foreach (g_ptr_array_index (self->children, i), func, data);
}
