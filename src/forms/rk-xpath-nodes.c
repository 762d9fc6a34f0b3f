/* SPDX-License-Identifier: EUPL-1.2 */
/* Nodes of a libxml2 tree as XPath sees them: parents, texts, document order. */
#include "config.h"
#include "rk-xpath-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* From here on it is cheaper to number the whole document than to compare nodes pairwise. */
#define NUMBERING_SIZE 24

xmlNode *
rk_xpath_node_parent (xmlNode *node)
{
  /* a namespace node is an xmlNs, which knows its element by its @context only as a document */
  return node->type == XML_NAMESPACE_DECL ? NULL : node->parent;
}

gboolean
rk_xpath_node_is_below (xmlNode *node, xmlNode *ancestor)
{
  while (node != NULL && node != ancestor)
    node = rk_xpath_node_parent (node);
  return node != NULL;
}

/* The text of an element that holds nothing but one text; NULL for others. */
static const char *
peek_simple_text (const xmlNode *node)
{
  const xmlNode *child = node->children;

  if (child == NULL)
    return "";
  if (child->next != NULL ||
      (child->type != XML_TEXT_NODE && child->type != XML_CDATA_SECTION_NODE))
    return NULL;
  return child->content != NULL ? (const char *) child->content : "";
}

/* What the form says is the text of a node: (nullable). */
static const char *
ask_form (RkXPathState *state, xmlNode *node)
{
  if (state->host->node_text == NULL ||
      (node->type != XML_ELEMENT_NODE && node->type != XML_ATTRIBUTE_NODE))
    return NULL;
  return state->host->node_text (node, state->host->user_data);
}

/* Appends the text of @node itself: FALSE when its children must be visited. */
static gboolean
append_own_text (RkXPathState *state, GString *text, xmlNode *node)
{
  const char *own = ask_form (state, node);

  if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
      node->content != NULL)
    own = (const char *) node->content;
  if (own != NULL)
    g_string_append (text, own);
  return own != NULL || node->type != XML_ELEMENT_NODE || node->children == NULL;
}

static void
append_text (RkXPathState *state, GString *text, xmlNode *top)
{
  xmlNode *node = top->children;

  while (node != NULL && rk_xpath_work (state, 1))
    {
      if (!append_own_text (state, text, node))
        {
          node = node->children;
          continue;
        }
      while (node != top && node->next == NULL)
        node = node->parent;
      node = node == top ? NULL : node->next;
    }
  if (text->len > RK_XPATH_MAX_STRING)
    rk_xpath_fail (state, RK_XPATH_ERROR_LIMIT, _ ("A text in the form is too long."));
}

const char *
rk_xpath_node_text (RkXPathState *state, xmlNode *node, char **owned)
{
  const char *text;
  GString *all;

  if (node->type == XML_NAMESPACE_DECL)
    return (const char *) ((xmlNs *) node)->href;
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE ||
      node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE)
    return node->content != NULL ? (const char *) node->content : "";
  text = ask_form (state, node);
  if (text == NULL)
    text = peek_simple_text (node);
  if (text != NULL)
    return text;
  all = g_string_new (NULL);
  append_text (state, all, node);
  return *owned = g_string_free (all, FALSE);
}

/* Puts one number per node, elements before their attributes, attributes before their children. */
static void
number_tree (RkXPathState *state, GHashTable *numbers, xmlNode *node)
{
  guint n = 0;

  while (node != NULL && rk_xpath_work (state, 4))
    {
      g_hash_table_insert (numbers, node, GUINT_TO_POINTER (++n));
      if (node->type == XML_ELEMENT_NODE)
        for (xmlAttr *a = node->properties; a != NULL; a = a->next)
          g_hash_table_insert (numbers, a, GUINT_TO_POINTER (++n));
      if ((node->type == XML_ELEMENT_NODE || node->type == XML_DOCUMENT_NODE) &&
          node->children != NULL)
        {
          node = node->children;
          continue;
        }
      while (node != NULL && node->next == NULL)
        node = node->parent;
      node = node != NULL ? node->next : NULL;
    }
}

static xmlNode *
get_top (xmlNode *node)
{
  while (rk_xpath_node_parent (node) != NULL)
    node = rk_xpath_node_parent (node);
  return node;
}

static guint
get_depth (xmlNode *node)
{
  guint depth = 0;

  while ((node = rk_xpath_node_parent (node)) != NULL)
    depth++;
  return depth;
}

/* Two different namespace nodes; those of one element stand in one list. */
static int
compare_namespaces (const xmlNs *a, const xmlNs *b)
{
  for (const xmlNs *ns = a->next; ns != NULL; ns = ns->next)
    if (ns == b)
      return -1;
  for (const xmlNs *ns = b->next; ns != NULL; ns = ns->next)
    if (ns == a)
      return 1;
  return a < b ? -1 : 1;
}

/* Two different nodes with the same parent. */
static int
compare_siblings (RkXPathState *state, xmlNode *a, xmlNode *b)
{
  xmlNode *n = a->next;
  gint64 steps = 1;

  if ((a->type == XML_ATTRIBUTE_NODE) != (b->type == XML_ATTRIBUTE_NODE))
    return a->type == XML_ATTRIBUTE_NODE ? -1 : 1;
  for (; n != NULL && n != b; n = n->next)
    steps++;
  rk_xpath_work (state, steps / 4);
  return n != NULL ? -1 : 1;
}

static int
compare_order (RkXPathState *state, xmlNode *a, xmlNode *b)
{
  guint depth_a = get_depth (a);
  guint depth_b = get_depth (b);
  xmlNode *x = a;
  xmlNode *y = b;

  if (a == b)
    return 0;
  if (a->type == XML_NAMESPACE_DECL && b->type == XML_NAMESPACE_DECL)
    return compare_namespaces ((const xmlNs *) a, (const xmlNs *) b);
  for (guint i = depth_b; i < depth_a; i++)
    x = x->parent;
  for (guint i = depth_a; i < depth_b; i++)
    y = y->parent;
  if (x == y)
    return depth_a < depth_b ? -1 : 1;
  while (rk_xpath_node_parent (x) != rk_xpath_node_parent (y))
    {
      x = x->parent;
      y = y->parent;
    }
  if (rk_xpath_node_parent (x) == NULL) /* different trees: any order that stays */
    return x < y ? -1 : 1;
  return compare_siblings (state, x, y);
}

static int
compare_order_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  return compare_order (data, *(xmlNode **) a, *(xmlNode **) b);
}

typedef struct
{
  RkXPathState *state;
  GHashTable *numbers;
} Numbering;

static int
compare_numbers_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const Numbering *numbering = data;
  xmlNode *x = *(xmlNode **) a;
  xmlNode *y = *(xmlNode **) b;
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (numbering->numbers, x));
  guint j = GPOINTER_TO_UINT (g_hash_table_lookup (numbering->numbers, y));

  /* nodes outside the numbered tree */
  if (i == 0 || j == 0)
    return i == j ? compare_order (numbering->state, x, y) : (i == 0) - (j == 0);
  return (i > j) - (i < j);
}

void
rk_xpath_sort_nodes (RkXPathState *state, GPtrArray *nodes)
{
  guint kept = 0;

  if (nodes->len < 2)
    return;
  if (nodes->len < NUMBERING_SIZE)
    g_ptr_array_sort_with_data (nodes, compare_order_cb, state);
  else
    {
      g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);

      const Numbering numbering = { state, numbers };

      number_tree (state, numbers, get_top (g_ptr_array_index (nodes, 0)));
      g_ptr_array_sort_with_data (nodes, compare_numbers_cb, (gpointer) &numbering);
    }
  for (guint i = 0; i < nodes->len; i++)
    if (kept == 0 || nodes->pdata[i] != nodes->pdata[kept - 1])
      nodes->pdata[kept++] = nodes->pdata[i];
  g_ptr_array_set_size (nodes, kept);
}

char *
rk_xpath_dup_node_text (RkXPathState *state, xmlNode *node)
{
  char *owned = NULL;
  const char *text = rk_xpath_node_text (state, node, &owned);

  if (owned == NULL)
    owned = g_strdup (text);
  rk_xpath_work (state, strlen (owned) / 64);
  return owned;
}
