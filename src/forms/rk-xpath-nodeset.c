/* SPDX-License-Identifier: EUPL-1.2 */
/* Functions on nodes: counting, places, names, instances. */
#include "config.h"
#include "rk-xpath-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
call_count (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autoptr (GPtrArray) nodes = rk_xpath_eval_nodes (focus, rk_xpath_arg (call, 0), "count()");

  rk_xpath_return_number (result, nodes->len);
}

static void
call_count_non_empty (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autoptr (GPtrArray) nodes =
      rk_xpath_eval_nodes (focus, rk_xpath_arg (call, 0), "count-non-empty()");
  guint n = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      g_autofree char *owned = NULL;

      n += *rk_xpath_node_text (focus->state, nodes->pdata[i], &owned) != '\0';
    }
  rk_xpath_return_number (result, n);
}

/* The place of an element among its siblings of the same name. */
static double
get_place (RkXPathState *state, xmlNode *node)
{
  double place = 0;

  if (node->type != XML_ELEMENT_NODE)
    return 1;
  if (state->host->row_number != NULL)
    place = state->host->row_number (node, state->host->user_data);
  if (place > 0)
    return place;
  if (node == state->placed)
    return state->place;
  place = 1;
  for (xmlNode *n = node->prev; n != NULL; n = n->prev)
    if (n->type == XML_ELEMENT_NODE && xmlStrEqual (n->name, node->name))
      place++;
  state->placed = node;
  state->place = place;
  return place;
}

static void
call_position (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autoptr (GPtrArray) nodes = NULL;

  if (rk_xpath_n_args (call) == 0)
    {
      rk_xpath_return_number (result, focus->position);
      return;
    }
  nodes = rk_xpath_eval_nodes (focus, rk_xpath_arg (call, 0), "position()");
  rk_xpath_return_number (result, nodes->len > 0 ? get_place (focus->state, nodes->pdata[0]) : NAN);
}

static void
call_last (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  rk_xpath_return_number (result, focus->size);
}

/* The node a name is asked of: (nullable). */
static xmlNode *
get_named (const RkXPathFocus *focus, const RkXPathExpr *call)
{
  g_autoptr (GPtrArray) nodes = NULL;

  if (rk_xpath_n_args (call) == 0)
    return focus->node;
  nodes = rk_xpath_eval_nodes (focus, rk_xpath_arg (call, 0), call->function->name);
  return nodes->len > 0 ? nodes->pdata[0] : NULL;
}

static const char *
get_local_name (const xmlNode *node)
{
  if (node == NULL)
    return "";
  if (node->type == XML_NAMESPACE_DECL)
    return ((const xmlNs *) node)->prefix != NULL ? (const char *) ((const xmlNs *) node)->prefix
                                                  : "";
  if (node->type == XML_ELEMENT_NODE || node->type == XML_ATTRIBUTE_NODE ||
      node->type == XML_PI_NODE)
    return (const char *) node->name;
  return "";
}

static gboolean
has_namespace (const xmlNode *node)
{
  return node != NULL && (node->type == XML_ELEMENT_NODE || node->type == XML_ATTRIBUTE_NODE) &&
         node->ns != NULL;
}

static void
call_local_name (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  rk_xpath_return_string (result, g_strdup (get_local_name (get_named (focus, call))));
}

static void
call_name (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  xmlNode *node = get_named (focus, call);
  const char *local = get_local_name (node);

  if (has_namespace (node) && node->ns->prefix != NULL)
    rk_xpath_return_string (result, g_strdup_printf ("%s:%s", node->ns->prefix, local));
  else
    rk_xpath_return_string (result, g_strdup (local));
}

static void
call_namespace_uri (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  xmlNode *node = get_named (focus, call);
  const char *uri = has_namespace (node) ? (const char *) node->ns->href : NULL;

  rk_xpath_return_string (result, g_strdup (uri != NULL ? uri : ""));
}

/* Elements with an "id" attribute of one of the words of @text, below @top. */
static void
find_ids (RkXPathState *state, xmlNode *top, const char *text, GPtrArray *nodes)
{
  g_auto (GStrv) ids = g_strsplit_set (text, " \t\r\n", -1);

  for (xmlNode *n = top; n != NULL && rk_xpath_work (state, 1);)
    {
      xmlAttr *id = n->type == XML_ELEMENT_NODE ? xmlHasNsProp (n, BAD_CAST "id", NULL) : NULL;
      g_autofree char *owned = NULL;

      if (id == NULL && n->type == XML_ELEMENT_NODE)
        id = xmlHasNsProp (n, BAD_CAST "id", XML_XML_NAMESPACE);
      if (id != NULL && g_strv_contains ((const char *const *) ids,
                                         rk_xpath_node_text (state, (xmlNode *) id, &owned)))
        g_ptr_array_add (nodes, n);
      if (n->children != NULL && (n->type == XML_ELEMENT_NODE || n->type == XML_DOCUMENT_NODE))
        {
          n = n->children;
          continue;
        }
      while (n != top && n->next == NULL)
        n = n->parent;
      n = n == top ? NULL : n->next;
    }
}

static void
call_id (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autoptr (GPtrArray) texts = rk_xpath_arg_texts (focus, call, 0);
  GPtrArray *nodes = g_ptr_array_new ();

  for (guint i = 0; i < texts->len; i++)
    find_ids (focus->state, focus->state->root, texts->pdata[i], nodes);
  rk_xpath_sort_nodes (focus->state, nodes);
  rk_xpath_return_nodes (result, nodes);
}

/* The element that stands for instance('id'): the parent of the root element, so that
 * instance('id')/root/item works. */
static xmlNode *
find_instance (RkXPathState *state, const char *id)
{
  xmlNode *root = NULL;

  if (state->host->instance != NULL)
    root = state->host->instance (id, state->host->user_data);
  if (root == NULL)
    /* Translators: %s is the name of a list in a form. */
    rk_xpath_fail (state, RK_XPATH_ERROR_TYPE, _ ("The form has no instance “%s”."), id);
  return root != NULL ? rk_xpath_node_parent (root) : NULL;
}

static void
call_instance (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *id = rk_xpath_arg_string (focus, call, 0);
  xmlNode *instance = find_instance (focus->state, id);

  rk_xpath_return_nodes (result, g_ptr_array_new ());
  if (instance != NULL)
    g_ptr_array_add (result->nodes, instance);
}

static void
call_current (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  rk_xpath_return_nodes (result, g_ptr_array_new ());
  g_ptr_array_add (result->nodes, focus->state->current);
}

/* The first child element of @node named @name: (nullable). */
static xmlNode *
find_child (xmlNode *node, const char *name)
{
  for (xmlNode *n = node->children; n != NULL; n = n->next)
    if (n->type == XML_ELEMENT_NODE && g_str_equal ((const char *) n->name, name))
      return n;
  return NULL;
}

static char *
pull (RkXPathState *state, xmlNode *item, const char *column)
{
  xmlNode *cell = find_child (item, column);

  return cell != NULL ? rk_xpath_dup_node_text (state, cell) : g_strdup ("");
}

/* The item of a list whose child @key holds @text: (nullable). */
static xmlNode *
find_item (RkXPathState *state, xmlNode *root, const char *key, const char *text)
{
  const RkXPathStep items = { .axis = RK_AXIS_CHILD, .test = RK_TEST_ANY };
  const RkXPathStep keys = { .axis = RK_AXIS_CHILD, .test = RK_TEST_NAME, .name = (char *) key };

  if (state->context->index != NULL && !rk_xpath_node_is_below (root, state->root))
    {
      GPtrArray *found = rk_xpath_index_find (state->context->index, root, &items, &keys, text);

      return found != NULL ? found->pdata[0] : NULL;
    }
  for (xmlNode *item = root->children; item != NULL && rk_xpath_work (state, 1); item = item->next)
    {
      xmlNode *cell = item->type == XML_ELEMENT_NODE ? find_child (item, key) : NULL;
      g_autofree char *owned = NULL;

      if (cell != NULL && g_str_equal (rk_xpath_node_text (state, cell, &owned), text))
        return item;
    }
  return NULL;
}

/* pulldata(list, column, key column, key). */
static void
call_pulldata (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  RkXPathState *state = focus->state;
  g_autofree char *id = rk_xpath_arg_string (focus, call, 0);
  g_autofree char *column = rk_xpath_arg_string (focus, call, 1);
  g_autofree char *key = rk_xpath_arg_string (focus, call, 2);
  g_autofree char *text = rk_xpath_arg_string (focus, call, 3);
  xmlNode *root = NULL;
  xmlNode *item = NULL;

  if (state->host->instance != NULL)
    root = state->host->instance (id, state->host->user_data);
  if (root != NULL)
    item = find_item (state, root, key, text);
  rk_xpath_return_string (result, item != NULL ? pull (state, item, column) : g_strdup (""));
}

/* Keeps the nodes that stand below @top, or are it. */
static void
keep_below (GPtrArray *nodes, xmlNode *top)
{
  guint kept = 0;

  for (guint i = 0; i < nodes->len; i++)
    if (rk_xpath_node_is_below (nodes->pdata[i], top))
      nodes->pdata[kept++] = nodes->pdata[i];
  g_ptr_array_set_size (nodes, kept);
}

/* Keeps the repeat instances that have one of @nodes inside: those of the outer instance that was
 * chosen before. */
static void
keep_above (GPtrArray *repeats, GPtrArray *nodes)
{
  guint kept = 0;

  for (guint i = 0; i < repeats->len; i++)
    for (guint j = 0; j < nodes->len; j++)
      if (rk_xpath_node_is_below (nodes->pdata[j], repeats->pdata[i]))
        {
          repeats->pdata[kept++] = repeats->pdata[i];
          break;
        }
  g_ptr_array_set_size (repeats, kept);
}

/* indexed-repeat(node, repeat, index, inner repeat, index, …). */
static void
call_indexed_repeat (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autoptr (GPtrArray) nodes = NULL;

  if (call->args->len == 3)
    {
      g_autoptr (GPtrArray) found = g_ptr_array_new ();
      double index = trunc (rk_xpath_arg_number (focus, call, 2));

      if (rk_xpath_eval_row (focus, rk_xpath_arg (call, 1), index, rk_xpath_arg (call, 0), found))
        {
          rk_xpath_return_nodes (result, g_steal_pointer (&found));
          return;
        }
    }
  nodes = rk_xpath_eval_nodes (focus, rk_xpath_arg (call, 0), "indexed-repeat()");
  for (guint i = 1; i + 1 < call->args->len && focus->state->error == NULL; i += 2)
    {
      g_autoptr (GPtrArray) repeats =
          rk_xpath_eval_nodes (focus, rk_xpath_arg (call, i), "indexed-repeat()");
      double index = rk_xpath_arg_number (focus, call, i + 1);

      if (!rk_xpath_work (focus->state, (gint64) nodes->len * (1 + repeats->len) / 8))
        break;
      if (i > 1)
        keep_above (repeats, nodes);
      if (index >= 1 && index <= repeats->len)
        keep_below (nodes, repeats->pdata[(guint) index - 1]);
      else
        g_ptr_array_set_size (nodes, 0);
    }
  rk_xpath_return_nodes (result, g_steal_pointer (&nodes));
}

static gboolean
language_matches (const char *have, const char *want)
{
  gsize n = strlen (want);

  return g_ascii_strncasecmp (have, want, n) == 0 && (have[n] == '\0' || have[n] == '-');
}

static void
call_lang (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *want = rk_xpath_arg_string (focus, call, 0);

  rk_xpath_return_boolean (result, FALSE);
  for (xmlNode *n = focus->node; n != NULL; n = rk_xpath_node_parent (n))
    {
      g_autofree char *owned = NULL;
      xmlAttr *lang =
          n->type == XML_ELEMENT_NODE ? xmlHasNsProp (n, BAD_CAST "lang", XML_XML_NAMESPACE) : NULL;

      if (lang == NULL)
        continue;
      result->boolean =
          language_matches (rk_xpath_node_text (focus->state, (xmlNode *) lang, &owned), want);
      return;
    }
}

const RkXPathFunction rk_xpath_node_functions[] = {
  { "count", 1, 1, call_count, RK_XPATH_READ_POSITION, RK_REPEATS_ALL, .aggregates = TRUE },
  { "count-non-empty", 1, 1, call_count_non_empty, RK_XPATH_READ_POSITION, RK_REPEATS_ALL,
    .aggregates = TRUE },
  { "position", 0, 1, call_position, RK_XPATH_READ_POSITION, RK_REPEATS_SELF },
  { "last", 0, 0, call_last, RK_XPATH_READ_POSITION },
  { "name", 0, 1, call_name },
  { "local-name", 0, 1, call_local_name },
  { "namespace-uri", 0, 1, call_namespace_uri },
  { "id", 1, 1, call_id, RK_XPATH_READ_ANY },
  { "instance", 1, 1, call_instance },
  { "current", 0, 0, call_current },
  { "pulldata", 4, 4, call_pulldata },
  { "indexed-repeat", 3, 7, call_indexed_repeat, RK_XPATH_READ_POSITION, RK_REPEATS_ALL, TRUE },
  { "lang", 1, 1, call_lang },
  { NULL },
};
