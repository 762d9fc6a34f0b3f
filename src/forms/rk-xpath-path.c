/* SPDX-License-Identifier: EUPL-1.2 */
/* Location paths: steps, predicates, and the repeat instance an absolute path means.
 *
 * Most paths of a form only climb and descend by name; they are walked without intermediate
 * node-sets. Others go step by step with a sort where document order could be lost. */
#include "config.h"
#include "rk-xpath-axis.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A walk over the steps of one path that streams. */
typedef struct
{
  const RkXPathFocus *focus;
  const RkXPathExpr *path;
  GPtrArray *nodes; /* NULL: stop at the first */
  xmlNode *first;
} Walk;

#define get_step(path, i) (&g_array_index ((path)->steps, RkXPathStep, i))

static gboolean
is_repeat (RkXPathState *state, xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && state->host->is_repeat != NULL &&
         state->host->is_repeat (node, state->host->user_data);
}

/* Whether the steps from @i on lead from @node through another repeat, or to nothing (a repeat
 * without instances). */
static gboolean
leads_to_repeat (RkXPathState *state, const RkXPathExpr *path, guint i, xmlNode *node)
{
  for (; i < path->steps->len; i++)
    {
      const RkXPathStep *step = get_step (path, i);
      xmlNode *child = node->type == XML_ELEMENT_NODE ? node->children : NULL;

      if (step->axis != RK_AXIS_CHILD)
        return FALSE;
      while (child != NULL && !rk_xpath_test_matches (step, child))
        child = child->next;
      if (child == NULL || is_repeat (state, child))
        return TRUE;
      node = child;
    }
  return FALSE;
}

/* The repeat instance around current() that step @i of an absolute path means when it stands at
 * @parent; NULL: the step means all matching children. */
static xmlNode *
find_own_instance (RkXPathState *state, const RkXPathExpr *path, guint i, xmlNode *parent)
{
  const RkXPathStep *step = get_step (path, i);
  gboolean last = i + 1 == path->steps->len;
  xmlNode *node = state->current;

  if (!path->absolute || state->host->is_repeat == NULL || step->axis != RK_AXIS_CHILD ||
      step->predicates != NULL || path->repeats == RK_REPEATS_EVERY)
    return NULL;
  while (node != NULL && rk_xpath_node_parent (node) != parent)
    node = rk_xpath_node_parent (node);
  if (node == NULL || !rk_xpath_test_matches (step, node) || !is_repeat (state, node))
    return NULL;
  if (last && path->repeats != RK_REPEATS_SELF)
    return NULL;
  if (path->repeats == RK_REPEATS_ALL && !leads_to_repeat (state, path, i + 1, node))
    return NULL;
  return node;
}

/* Looks up what a step by name finds, where the form can tell: FALSE elsewhere. */
static gboolean
find_only_child (RkXPathState *state, const RkXPathStep *step, xmlNode *parent, xmlNode **child)
{
  xmlNode *found = NULL;

  if (state->host->only_child == NULL || step->axis != RK_AXIS_CHILD ||
      step->test != RK_TEST_NAME || step->uri != NULL || parent->type != XML_ELEMENT_NODE ||
      !state->host->only_child (parent, step->name, &found, state->host->user_data) ||
      !rk_xpath_work (state, 2) || (found != NULL && !rk_xpath_test_matches (step, found)))
    return FALSE;
  *child = found;
  return TRUE;
}

static gboolean walk_from (Walk *walk, guint i, xmlNode *node);

/* FALSE: stop. */
static gboolean
walk_children (Walk *walk, guint i, xmlNode *node)
{
  RkXPathState *state = walk->focus->state;
  const RkXPathStep *step = get_step (walk->path, i);
  xmlNode *own = find_own_instance (state, walk->path, i, node);

  if (own == NULL && find_only_child (state, step, node, &own))
    return own == NULL || walk_from (walk, i + 1, own);
  if (own != NULL)
    return walk_from (walk, i + 1, own);
  for (xmlNode *n = rk_xpath_axis_first (step->axis, node); n != NULL; n = n->next)
    {
      if (!rk_xpath_work (state, 1))
        return FALSE;
      if (rk_xpath_test_matches (step, n) && !walk_from (walk, i + 1, n))
        return FALSE;
    }
  return TRUE;
}

static gboolean
walk_from (Walk *walk, guint i, xmlNode *node)
{
  const RkXPathStep *step;

  if (i == walk->path->steps->len)
    {
      walk->first = node;
      if (walk->nodes != NULL)
        g_ptr_array_add (walk->nodes, node);
      return walk->nodes != NULL;
    }
  step = get_step (walk->path, i);
  if (step->axis == RK_AXIS_CHILD || step->axis == RK_AXIS_ATTRIBUTE)
    return walk_children (walk, i, node);
  if (step->axis == RK_AXIS_PARENT)
    node = rk_xpath_node_parent (node);
  if (node == NULL || !rk_xpath_test_matches (step, node))
    return TRUE;
  return walk_from (walk, i + 1, node);
}

static xmlNode *
get_start (const RkXPathFocus *focus, const RkXPathExpr *path)
{
  return path->absolute ? focus->state->root : focus->node;
}

xmlNode *
rk_xpath_eval_first (const RkXPathFocus *focus, const RkXPathExpr *path)
{
  Walk walk = { focus, path, NULL, NULL };

  walk_from (&walk, 0, get_start (focus, path));
  return walk.first;
}

/* The first child of a plain step that is in no repeat: (nullable). */
static xmlNode *
find_plain_child (RkXPathState *state, const RkXPathStep *step, xmlNode *parent)
{
  xmlNode *child = NULL;

  if (!find_only_child (state, step, parent, &child))
    for (child = rk_xpath_axis_first (step->axis, parent); child != NULL; child = child->next)
      if (!rk_xpath_work (state, 1) || rk_xpath_test_matches (step, child))
        break;
  return child != NULL && !is_repeat (state, child) ? child : NULL;
}

/* Whether @path begins with all steps of @repeat, and both only descend by unprefixed names. */
static gboolean
leads_to (const RkXPathExpr *repeat, const RkXPathExpr *path)
{
  if (path->kind != RK_EXPR_PATH || !path->absolute || !path->streams || !repeat->absolute ||
      !repeat->streams || path->args != NULL || path->steps->len < repeat->steps->len)
    return FALSE;
  for (guint i = 0; i < repeat->steps->len; i++)
    {
      const RkXPathStep *a = get_step (repeat, i);
      const RkXPathStep *b = get_step (path, i);

      if (a->axis != RK_AXIS_CHILD || b->axis != RK_AXIS_CHILD || a->test != RK_TEST_NAME ||
          b->test != RK_TEST_NAME || a->uri != NULL || b->uri != NULL ||
          !g_str_equal (a->name, b->name))
        return FALSE;
    }
  return TRUE;
}

static void
step_from (const RkXPathFocus *focus, const RkXPathExpr *path, guint i, xmlNode *node,
           GPtrArray *nodes)
{
  const RkXPathStep *step = get_step (path, i);
  xmlNode *own = find_own_instance (focus->state, path, i, node);

  if (own != NULL)
    g_ptr_array_add (nodes, own);
  else if (!rk_xpath_row_step (focus, node, step, nodes) &&
           !rk_xpath_index_step (focus, node, step, nodes))
    {
      rk_xpath_axis_collect (focus->state, step, node, nodes);
      rk_xpath_filter (focus, step->predicates, 0, nodes);
    }
}

/* Whether a step from several nodes keeps document order and meets no node twice. @flat: no node of
 * the set stands inside another. */
static gboolean
keeps_order (RkXPathAxis axis, gboolean flat)
{
  if (axis == RK_AXIS_SELF || axis == RK_AXIS_ATTRIBUTE)
    return TRUE;
  return flat && (axis == RK_AXIS_CHILD || axis == RK_AXIS_DESCENDANT ||
                  axis == RK_AXIS_DESCENDANT_OR_SELF);
}

static gboolean
stays_flat (RkXPathAxis axis, gboolean flat, gboolean single)
{
  switch (axis)
    {
    case RK_AXIS_CHILD:
    case RK_AXIS_ATTRIBUTE:
    case RK_AXIS_SELF: return flat;
    case RK_AXIS_PARENT:
    case RK_AXIS_FOLLOWING_SIBLING:
    case RK_AXIS_PRECEDING_SIBLING: return single;
    default: return FALSE;
    }
}

static void
run_steps (const RkXPathFocus *focus, const RkXPathExpr *path, GPtrArray *nodes, gboolean flat)
{
  g_autoptr (GPtrArray) next = g_ptr_array_new ();
  g_autoptr (GPtrArray) part = g_ptr_array_new ();

  for (guint i = 0; i < path->steps->len && focus->state->error == NULL; i++)
    {
      RkXPathAxis axis = get_step (path, i)->axis;
      gboolean single = nodes->len == 1;

      g_ptr_array_set_size (next, 0);
      for (guint j = 0; j < nodes->len && focus->state->error == NULL; j++)
        {
          g_ptr_array_set_size (part, 0);
          step_from (focus, path, i, nodes->pdata[j], part);
          g_ptr_array_extend (next, part, NULL, NULL);
          if (next->len > RK_XPATH_MAX_NODES)
            rk_xpath_fail (focus->state, RK_XPATH_ERROR_LIMIT,
                           _ ("The expression gathers too many nodes."));
        }
      if (rk_xpath_axis_is_reverse (axis) || (!single && !keeps_order (axis, flat)))
        rk_xpath_sort_nodes (focus->state, next);
      flat = stays_flat (axis, flat, single);
      g_ptr_array_set_size (nodes, 0);
      g_ptr_array_extend (nodes, next, NULL, NULL);
    }
}

gboolean
rk_xpath_eval_row (const RkXPathFocus *focus, const RkXPathExpr *repeat, double number,
                   const RkXPathExpr *path, GPtrArray *nodes)
{
  RkXPathState *state = focus->state;
  guint last = repeat->kind == RK_EXPR_PATH && repeat->steps->len > 1 ? repeat->steps->len - 1 : 0;
  Walk walk = { focus, path, nodes, NULL };
  xmlNode *row = NULL;
  xmlNode *parent = state->root;

  if (last == 0 || state->host->nth_row == NULL || !leads_to (repeat, path))
    return FALSE;
  for (guint i = 0; i < last && parent != NULL; i++)
    parent = find_plain_child (state, get_step (repeat, i), parent);
  if (parent == NULL || !state->host->nth_row (parent, get_step (repeat, last)->name, number, &row,
                                               state->host->user_data))
    return FALSE;
  if (row != NULL)
    walk_from (&walk, last + 1, row);
  return TRUE;
}

void
rk_xpath_eval_path (const RkXPathFocus *focus, const RkXPathExpr *path, GPtrArray *nodes)
{
  if (path->streams)
    {
      Walk walk = { focus, path, nodes, NULL };

      walk_from (&walk, 0, get_start (focus, path));
      return;
    }
  if (path->args != NULL)
    {
      g_autoptr (GPtrArray) base = rk_xpath_eval_nodes (focus, rk_xpath_arg (path, 0), "/");

      g_ptr_array_extend (nodes, base, NULL, NULL);
    }
  else
    g_ptr_array_add (nodes, get_start (focus, path));
  run_steps (focus, path, nodes, nodes->len == 1);
}
