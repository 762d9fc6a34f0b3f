/* SPDX-License-Identifier: EUPL-1.2 */
/* Looks items up by the text of a child, for predicates like `[name = X]` over long lists. */
#include "config.h"
#include "rk-xpath-private.h"

#include <string.h>

struct _RkXPathIndex
{
  GHashTable *tables; /* Key → (text → GPtrArray of items) */
};

/* Which items below which parent, by which child. */
typedef struct
{
  xmlNode *parent;
  char *item; /* NULL: all elements */
  char *child;
  char *uri; /* namespace of names without prefix */
  RkXPathAxis axis;
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_direct_hash (key->parent) ^ g_str_hash (key->child) ^
         (key->item != NULL ? g_str_hash (key->item) * 31 : 0);
}

static gboolean
keys_equal (gconstpointer a, gconstpointer b)
{
  const Key *x = a;
  const Key *y = b;

  return x->parent == y->parent && x->axis == y->axis && g_str_equal (x->child, y->child) &&
         g_strcmp0 (x->item, y->item) == 0 && g_strcmp0 (x->uri, y->uri) == 0;
}

static void
free_key (gpointer data)
{
  Key *key = data;

  g_free (key->item);
  g_free (key->child);
  g_free (key->uri);
  g_free (key);
}

RkXPathIndex *
rk_xpath_index_new (void)
{
  RkXPathIndex *self = g_new0 (RkXPathIndex, 1);

  self->tables =
      g_hash_table_new_full (hash_key, keys_equal, free_key, (GDestroyNotify) g_hash_table_unref);
  return self;
}

void
rk_xpath_index_free (RkXPathIndex *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->tables);
  g_free (self);
}

static void
add_item (GHashTable *table, const char *text, xmlNode *item)
{
  GPtrArray *items = g_hash_table_lookup (table, text);

  if (items == NULL)
    {
      items = g_ptr_array_new ();
      g_hash_table_insert (table, g_strdup (text), items);
    }
  /* an item with the same text twice counts once */
  if (items->len == 0 || items->pdata[items->len - 1] != item)
    g_ptr_array_add (items, item);
}

static xmlNode *
get_first_key (const RkXPathStep *key, xmlNode *item)
{
  return key->axis == RK_AXIS_ATTRIBUTE ? (xmlNode *) item->properties : item->children;
}

static GHashTable *
build_table (xmlNode *parent, const RkXPathStep *step, const RkXPathStep *key)
{
  GHashTable *table =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (xmlNode *item = parent->children; item != NULL; item = item->next)
    {
      if (item->type != XML_ELEMENT_NODE || !rk_xpath_test_matches (step, item))
        continue;
      for (xmlNode *n = get_first_key (key, item); n != NULL; n = n->next)
        if (rk_xpath_test_matches (key, n))
          {
            xmlChar *text = xmlNodeGetContent (n);

            add_item (table, text != NULL ? (const char *) text : "", item);
            xmlFree (text);
          }
    }
  return table;
}

GPtrArray *
rk_xpath_index_find (RkXPathIndex *self, xmlNode *parent, const RkXPathStep *step,
                     const RkXPathStep *key, const char *text)
{
  const Key wanted = { parent, step->name, key->name, step->default_uri, key->axis };
  GHashTable *table = g_hash_table_lookup (self->tables, &wanted);

  if (table == NULL)
    {
      Key *stored = g_new (Key, 1);

      *stored = wanted;
      stored->item = g_strdup (wanted.item);
      stored->child = g_strdup (wanted.child);
      stored->uri = g_strdup (wanted.uri);
      table = build_table (parent, step, key);
      g_hash_table_insert (self->tables, stored, table);
    }
  return g_hash_table_lookup (table, text);
}

/* The step of an expression that is one plain child or attribute name: (nullable). */
static const RkXPathStep *
get_key_step (const RkXPathExpr *expr)
{
  const RkXPathStep *step;

  if (expr->kind != RK_EXPR_PATH || expr->absolute || expr->args != NULL || expr->steps->len != 1)
    return NULL;
  step = &g_array_index (expr->steps, RkXPathStep, 0);
  return (step->axis == RK_AXIS_CHILD || step->axis == RK_AXIS_ATTRIBUTE) &&
                 step->test == RK_TEST_NAME && step->uri == NULL && step->predicates == NULL
             ? step
             : NULL;
}

/* The key in `name = X` or `X = name`: (nullable). */
static const RkXPathStep *
get_key (const RkXPathExpr *expr, const RkXPathExpr **other)
{
  const RkXPathExpr *a, *b;

  if (expr->kind != RK_EXPR_CHAIN || expr->ops->data[0] != RK_OP_EQUAL || expr->args->len != 2)
    return NULL;
  a = rk_xpath_arg (expr, 0);
  b = rk_xpath_arg (expr, 1);
  *other = get_key_step (a) != NULL ? b : a;
  return (*other)->fixed ? get_key_step (*other == b ? a : b) : NULL;
}

/* Finds a key in a predicate, alone or among operands of "and". @whole: there is nothing else in
 * the predicate. */
static const RkXPathStep *
find_key (const RkXPathExpr *predicate, const RkXPathExpr **other, gboolean *whole)
{
  const RkXPathStep *key = NULL;

  *whole = predicate->kind != RK_EXPR_CHAIN || predicate->ops->data[0] != RK_OP_AND;
  if (*whole)
    return get_key (predicate, other);
  for (guint i = 0; i < predicate->args->len && key == NULL; i++)
    key = get_key (rk_xpath_arg (predicate, i), other);
  return key;
}

/* Adds the items of which the key has one of the texts of @value: FALSE when it is no text. */
static gboolean
find_items (RkXPathState *state, xmlNode *parent, const RkXPathStep *step, const RkXPathStep *key,
            const RkXPathValue *value, GPtrArray *nodes)
{
  GPtrArray *found = NULL;
  g_autofree char *text = NULL;

  if (value->type != RK_XPATH_STRING && value->type != RK_XPATH_NODE_SET)
    return FALSE;
  if (value->is_date || (value->type == RK_XPATH_NODE_SET && value->nodes->len > 1))
    return FALSE;
  if (value->type == RK_XPATH_NODE_SET && value->nodes->len == 0)
    return TRUE;
  text = rk_xpath_to_string (state, value);
  found = rk_xpath_index_find (state->context->index, parent, step, key, text);
  if (found != NULL && rk_xpath_work (state, found->len / 4))
    g_ptr_array_extend (nodes, found, NULL, NULL);
  return TRUE;
}

gboolean
rk_xpath_index_step (const RkXPathFocus *focus, xmlNode *parent, const RkXPathStep *step,
                     GPtrArray *nodes)
{
  g_auto (RkXPathValue) value = { 0 };
  RkXPathState *state = focus->state;
  const RkXPathExpr *other, *predicate;
  const RkXPathStep *key;
  gboolean whole;

  if (state->context->index == NULL || step->axis != RK_AXIS_CHILD || step->test != RK_TEST_NAME ||
      step->uri != NULL || step->predicates == NULL || parent->type != XML_ELEMENT_NODE)
    return FALSE;
  predicate = step->predicates->pdata[0];
  key = find_key (predicate, &other, &whole);
  if (key == NULL || (!whole && rk_xpath_counts_positions (predicate)) ||
      rk_xpath_node_is_below (parent, state->root))
    return FALSE;
  rk_xpath_eval (focus, other, &value);
  if (state->error != NULL || !find_items (state, parent, step, key, &value, nodes))
    return FALSE;
  rk_xpath_filter (focus, step->predicates, whole ? 1 : 0, nodes);
  return TRUE;
}
