/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-xpath-axis.h"

#include <string.h>

/* A name without prefix means nodes without prefix: in no namespace or in the default one, which in
 * a form is that of XForms or of the instance itself. */
static gboolean
name_matches (const RkXPathStep *step, const xmlNode *node)
{
  if (step->name != NULL && (node->name[0] != (xmlChar) step->name[0] ||
                             strcmp ((const char *) node->name, step->name) != 0))
    return FALSE;
  if (step->uri == NULL && step->default_uri == NULL)
    return node->ns == NULL || node->ns->prefix == NULL;
  if (step->uri == NULL)
    return node->ns == NULL || g_strcmp0 ((const char *) node->ns->href, step->default_uri) == 0;
  return node->ns != NULL && node->ns->href != NULL &&
         g_str_equal ((const char *) node->ns->href, step->uri);
}

gboolean
rk_xpath_test_matches (const RkXPathStep *step, const xmlNode *node)
{
  gboolean principal = node->type == (step->axis == RK_AXIS_ATTRIBUTE   ? XML_ATTRIBUTE_NODE
                                      : step->axis == RK_AXIS_NAMESPACE ? XML_NAMESPACE_DECL
                                                                        : XML_ELEMENT_NODE);

  switch (step->test)
    {
    case RK_TEST_NODE: return node->type != XML_DTD_NODE;
    case RK_TEST_ANY: return principal;
    case RK_TEST_NAME:
    case RK_TEST_NS:
      if (step->axis == RK_AXIS_NAMESPACE)
        return principal &&
               g_strcmp0 ((const char *) ((const xmlNs *) node)->prefix, step->name) == 0;
      return principal && name_matches (step, node);
    case RK_TEST_TEXT: return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
    case RK_TEST_COMMENT: return node->type == XML_COMMENT_NODE;
    case RK_TEST_PI:
      return node->type == XML_PI_NODE &&
             (step->name == NULL || g_str_equal ((const char *) node->name, step->name));
    default: g_return_val_if_reached (FALSE);
    }
}

static gboolean
has_children (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE || node->type == XML_DOCUMENT_NODE ||
         node->type == XML_HTML_DOCUMENT_NODE || node->type == XML_DOCUMENT_FRAG_NODE;
}

xmlNode *
rk_xpath_axis_first (RkXPathAxis axis, xmlNode *node)
{
  if (axis == RK_AXIS_ATTRIBUTE)
    return node->type == XML_ELEMENT_NODE ? (xmlNode *) node->properties : NULL;
  return has_children (node) ? node->children : NULL;
}

gboolean
rk_xpath_axis_is_reverse (RkXPathAxis axis)
{
  return axis == RK_AXIS_ANCESTOR || axis == RK_AXIS_ANCESTOR_OR_SELF ||
         axis == RK_AXIS_PRECEDING_SIBLING || axis == RK_AXIS_PRECEDING;
}

static void
offer (RkXPathState *state, const RkXPathStep *step, xmlNode *node, GPtrArray *nodes)
{
  if (rk_xpath_work (state, 1) && rk_xpath_test_matches (step, node))
    g_ptr_array_add (nodes, node);
}

/* The node after @node in document order, not going above @top. */
static xmlNode *
get_next (xmlNode *node, xmlNode *top)
{
  if (has_children (node) && node->children != NULL)
    return node->children;
  while (node != top && node->next == NULL)
    node = node->parent;
  return node == top ? NULL : node->next;
}

static void
collect_descendants (RkXPathState *state, const RkXPathStep *step, xmlNode *top, GPtrArray *nodes)
{
  if (!has_children (top))
    return;
  for (xmlNode *n = get_next (top, top); n != NULL && state->error == NULL; n = get_next (n, top))
    offer (state, step, n, nodes);
}

static void
collect_ancestors (RkXPathState *state, const RkXPathStep *step, xmlNode *node, GPtrArray *nodes)
{
  while ((node = rk_xpath_node_parent (node)) != NULL)
    offer (state, step, node, nodes);
}

static gboolean
has_siblings (const xmlNode *node)
{
  return node->type != XML_ATTRIBUTE_NODE && node->type != XML_NAMESPACE_DECL &&
         node->type != XML_DOCUMENT_NODE;
}

static void
collect_following (RkXPathState *state, const RkXPathStep *step, xmlNode *node, GPtrArray *nodes)
{
  if (node->type == XML_ATTRIBUTE_NODE)
    {
      node = node->parent;
      collect_descendants (state, step, node, nodes);
    }
  for (; node != NULL; node = rk_xpath_node_parent (node))
    for (xmlNode *n = has_siblings (node) ? node->next : NULL; n != NULL && state->error == NULL;
         n = n->next)
      {
        offer (state, step, n, nodes);
        collect_descendants (state, step, n, nodes);
      }
}

static void
collect_preceding (RkXPathState *state, const RkXPathStep *step, xmlNode *node, GPtrArray *nodes)
{
  g_autoptr (GPtrArray) part = g_ptr_array_new ();

  if (node->type == XML_ATTRIBUTE_NODE)
    node = node->parent;
  for (; node != NULL; node = rk_xpath_node_parent (node))
    for (xmlNode *n = has_siblings (node) ? node->prev : NULL; n != NULL && state->error == NULL;
         n = n->prev)
      {
        g_ptr_array_set_size (part, 0);
        offer (state, step, n, part);
        collect_descendants (state, step, n, part);
        for (guint i = part->len; i > 0; i--)
          g_ptr_array_add (nodes, part->pdata[i - 1]);
      }
}

static void
collect_siblings (RkXPathState *state, const RkXPathStep *step, xmlNode *node, GPtrArray *nodes)
{
  gboolean forward = step->axis == RK_AXIS_FOLLOWING_SIBLING;

  if (!has_siblings (node))
    return;
  for (node = forward ? node->next : node->prev; node != NULL;
       node = forward ? node->next : node->prev)
    offer (state, step, node, nodes);
}

/* Declarations in scope; an inner one hides an outer one of the same prefix. */
static void
collect_namespaces (RkXPathState *state, const RkXPathStep *step, xmlNode *element,
                    GPtrArray *nodes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (xmlNode *n = element; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    for (xmlNs *ns = n->nsDef; ns != NULL; ns = ns->next)
      {
        const char *prefix = ns->prefix != NULL ? (const char *) ns->prefix : "";

        if (g_hash_table_add (seen, (gpointer) prefix) && ns->href != NULL && *ns->href != '\0')
          offer (state, step, (xmlNode *) ns, nodes);
      }
}

void
rk_xpath_axis_collect (RkXPathState *state, const RkXPathStep *step, xmlNode *node,
                       GPtrArray *nodes)
{
  switch (step->axis)
    {
    case RK_AXIS_CHILD:
    case RK_AXIS_ATTRIBUTE:
      for (xmlNode *n = rk_xpath_axis_first (step->axis, node); n != NULL; n = n->next)
        offer (state, step, n, nodes);
      break;
    case RK_AXIS_SELF: offer (state, step, node, nodes); break;
    case RK_AXIS_PARENT:
      if (rk_xpath_node_parent (node) != NULL)
        offer (state, step, rk_xpath_node_parent (node), nodes);
      break;
    case RK_AXIS_DESCENDANT_OR_SELF: offer (state, step, node, nodes); G_GNUC_FALLTHROUGH;
    case RK_AXIS_DESCENDANT: collect_descendants (state, step, node, nodes); break;
    case RK_AXIS_ANCESTOR_OR_SELF: offer (state, step, node, nodes); G_GNUC_FALLTHROUGH;
    case RK_AXIS_ANCESTOR: collect_ancestors (state, step, node, nodes); break;
    case RK_AXIS_FOLLOWING_SIBLING:
    case RK_AXIS_PRECEDING_SIBLING: collect_siblings (state, step, node, nodes); break;
    case RK_AXIS_FOLLOWING: collect_following (state, step, node, nodes); break;
    case RK_AXIS_PRECEDING: collect_preceding (state, step, node, nodes); break;
    case RK_AXIS_NAMESPACE: collect_namespaces (state, step, node, nodes); break;
    default: g_return_if_reached ();
    }
}
