/* SPDX-License-Identifier: EUPL-1.2 */
/* Mutates forms as trees, so that most of them stay well-formed and reach the engine: elements are
 * copied, moved, removed and renamed, attributes get other values, expressions among them. */
#include "fuzz.h"

#include <libxml/parser.h>
#include <string.h>

size_t LLVMFuzzerMutate (guint8 *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator (guint8 *data, size_t size, size_t max_size, unsigned int seed);

static const char *const values[] = {
  ".",
  "..",
  "/data",
  "position(..)",
  "count(/data/rep)",
  "current()/../a",
  "1000",
  "true()",
  "false()",
  "if(. = '', 1, . + 1)",
  "concat(., .)",
  "once(random())",
  "jr:itext('a')",
  "jr:itext(name)",
  "randomize(instance('a')/root/item, 3)",
  "instance('a')/root/item[name = current()/../a]",
  "indexed-repeat(/data/rep/a, /data/rep, 1)",
  "jr:choice-name(., '.')",
  "//*",
  "int",
  "select1",
  "date",
  "geoshape",
  "odk-instance-first-load xforms-value-changed odk-new-repeat",
  "pulldata('a', 'b', 'c', .)",
  "string-length(/data)",
  "sum(//a) > 1",
  "regex(., '(a+)+$')",
};

typedef struct
{
  GRand *random;
  GPtrArray *elements;
  GPtrArray *attributes;
} Tree;

static gpointer
pick (Tree *tree, GPtrArray *from)
{
  return from->len > 0 ? from->pdata[g_rand_int_range (tree->random, 0, (gint32) from->len)] : NULL;
}

static void
collect (Tree *tree, xmlNode *node)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      {
        g_ptr_array_add (tree->elements, node);
        for (xmlAttr *a = node->properties; a != NULL; a = a->next)
          g_ptr_array_add (tree->attributes, a);
        collect (tree, node->children);
      }
}

static void
set_attribute (xmlAttr *attribute, const char *value)
{
  if (g_utf8_validate (value, -1, NULL))
    xmlSetNsProp (attribute->parent, attribute->ns, attribute->name, BAD_CAST value);
}

/* Bytes of the value change as libFuzzer likes. */
static void
scramble (xmlAttr *attribute)
{
  xmlChar *old = xmlNodeListGetString (attribute->doc, attribute->children, 1);
  char buffer[512] = "";
  gsize n;

  if (old != NULL)
    g_strlcpy (buffer, (const char *) old, sizeof buffer);
  xmlFree (old);
  n = LLVMFuzzerMutate ((guint8 *) buffer, strlen (buffer), sizeof buffer - 1);
  buffer[n] = '\0';
  for (gsize i = 0; i < n; i++)
    if (buffer[i] > 0 && buffer[i] < ' ')
      buffer[i] = ' ';
  set_attribute (attribute, buffer);
}

static void
take_other_value (Tree *tree, xmlAttr *attribute)
{
  xmlAttr *other = pick (tree, tree->attributes);
  xmlChar *value = xmlNodeListGetString (other->doc, other->children, 1);

  if (value != NULL)
    set_attribute (attribute, (const char *) value);
  xmlFree (value);
}

static void
change_attribute (Tree *tree)
{
  xmlAttr *attribute = pick (tree, tree->attributes);

  if (attribute == NULL)
    return;
  switch (g_rand_int_range (tree->random, 0, 4))
    {
    case 0: scramble (attribute); break;
    case 1: take_other_value (tree, attribute); break;
    case 2: xmlRemoveProp (attribute); break;
    default:
      set_attribute (attribute, values[g_rand_int_range (tree->random, 0, G_N_ELEMENTS (values))]);
    }
}

static void
change_element (Tree *tree)
{
  xmlNode *element = pick (tree, tree->elements);
  xmlNode *other = pick (tree, tree->elements);
  xmlNode *root = xmlDocGetRootElement (element->doc);

  switch (g_rand_int_range (tree->random, 0, 5))
    {
    case 0: xmlAddChild (other, xmlCopyNode (element, 1)); break;
    case 1: xmlAddNextSibling (element, xmlCopyNode (element, 1)); break;
    case 2:
      xmlNodeSetName (element, other->name);
      xmlSetNs (element, other->ns);
      break;
    case 3:
      if (element->children == NULL || element->children->type == XML_TEXT_NODE)
        xmlNodeSetContent (element, BAD_CAST values[g_rand_int_range (tree->random, 0, 12)]);
      break;
    default:
      if (element == root)
        break;
      xmlUnlinkNode (element);
      xmlFreeNode (element);
    }
}

static gsize
mutate_tree (xmlDoc *doc, guint8 *data, gsize max_size, guint seed)
{
  Tree tree = { g_rand_new_with_seed (seed), g_ptr_array_new (), g_ptr_array_new () };
  xmlChar *text = NULL;
  int n = 0;
  gsize size = 0;

  collect (&tree, xmlDocGetRootElement (doc));
  /* one at a time: a change may take away what the lists name */
  if (g_rand_int_range (tree.random, 0, 3) > 0)
    change_attribute (&tree);
  else
    change_element (&tree);
  xmlDocDumpMemoryEnc (doc, &text, &n, "UTF-8");
  if (text != NULL && n > 0 && (gsize) n <= max_size)
    {
      memcpy (data, text, (gsize) n);
      size = (gsize) n;
    }
  xmlFree (text);
  g_ptr_array_unref (tree.elements);
  g_ptr_array_unref (tree.attributes);
  g_rand_free (tree.random);
  return size;
}

size_t
LLVMFuzzerCustomMutator (guint8 *data, size_t size, size_t max_size, unsigned int seed)
{
  xmlDoc *doc = seed % 8 > 0
                    ? xmlReadMemory ((const char *) data, (int) size, NULL, NULL,
                                     XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)
                    : NULL;
  gsize n = 0;

  if (doc != NULL && xmlDocGetRootElement (doc) != NULL)
    n = mutate_tree (doc, data, max_size, seed);
  xmlFreeDoc (doc);
  return n > 0 ? n : LLVMFuzzerMutate (data, size, max_size);
}
