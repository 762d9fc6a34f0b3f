/* SPDX-License-Identifier: EUPL-1.2 */
/* Tells which nodes of the primary instance an expression may read, without evaluating it.
 *
 * Paths are followed by name only. What cannot be followed widens to the group around it, and what
 * leaves the tree that is known widens to RK_XPATH_READ_ANY: rather too much than too little. */
#include "config.h"
#include "rk-xpath-private.h"

#include <string.h>

/* Where an expression may lead: an absolute path, and whether it is that node or one below it.
 * The path "" is the root above the instance. */
typedef struct
{
  char *path;
  gboolean below;
} Place;

typedef struct
{
  const char *nodeset;
  GPtrArray *paths;     /* of Place: what is read */
  GPtrArray *questions; /* of Place: whose choices are read */
  RkXPathReads reads;
  guint work;      /* places compared so far */
  const char *row; /* (nullable): the repeat whose instance is around the node */
  gboolean across; /* reads in other instances of it too */
} Reader;

/* An expression that takes more than this to follow may read anything. */
#define MAX_WORK 100000

static GPtrArray *read_expr (Reader *self, const RkXPathExpr *expr, GPtrArray *context);

static void
free_place (gpointer data)
{
  Place *place = data;

  g_free (place->path);
  g_free (place);
}

static GPtrArray *
new_places (void)
{
  return g_ptr_array_new_with_free_func (free_place);
}

static void
add_place (GPtrArray *places, const char *path, gboolean below)
{
  Place *place;

  for (guint i = 0; i < places->len; i++)
    {
      place = places->pdata[i];
      if (g_str_equal (place->path, path) && place->below == below)
        return;
    }
  place = g_new (Place, 1);
  place->path = g_strdup (path);
  place->below = below;
  g_ptr_array_add (places, place);
}

static char *
dup_parent (const char *path)
{
  const char *slash = strrchr (path, '/');

  return slash != NULL ? g_strndup (path, slash - path) : g_strdup ("");
}

static void
note_in (Reader *self, GPtrArray *list, GPtrArray *places)
{
  self->work += places->len * (1 + list->len);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = places->pdata[i];

      add_place (list, place->path, FALSE);
    }
}

static void
note (Reader *self, GPtrArray *places)
{
  note_in (self, self->paths, places);
}

static void
step_down (const RkXPathStep *step, const Place *from, GPtrArray *to)
{
  g_autofree char *path = NULL;

  if (from->below || step->test != RK_TEST_NAME)
    {
      /* text() is the node's own text; any other test leads somewhere below */
      add_place (to, from->path, from->below || step->test != RK_TEST_TEXT);
      return;
    }
  path = g_strdup_printf ("%s/%s%s%s%s", from->path, step->axis == RK_AXIS_ATTRIBUTE ? "@" : "",
                          step->prefix != NULL ? step->prefix : "", step->prefix != NULL ? ":" : "",
                          step->name);
  add_place (to, path, FALSE);
}

static void
step_up (Reader *self, const Place *from, GPtrArray *to)
{
  g_autofree char *parent = dup_parent (from->path);

  self->across |= self->row != NULL && strlen (parent) < strlen (self->row) &&
                  g_str_has_prefix (from->path, self->row);
  add_place (to, parent, from->below);
}

static void
take_step (Reader *self, const RkXPathStep *step, const Place *from, GPtrArray *to)
{
  g_autofree char *parent = NULL;

  switch (step->axis)
    {
    case RK_AXIS_CHILD:
    case RK_AXIS_ATTRIBUTE: step_down (step, from, to); break;
    case RK_AXIS_SELF: add_place (to, from->path, from->below); break;
    case RK_AXIS_PARENT: step_up (self, from, to); break;
    case RK_AXIS_DESCENDANT:
    case RK_AXIS_DESCENDANT_OR_SELF: add_place (to, from->path, TRUE); break;
    case RK_AXIS_FOLLOWING_SIBLING:
    case RK_AXIS_PRECEDING_SIBLING:
      parent = dup_parent (from->path);
      self->reads |= RK_XPATH_READ_POSITION;
      add_place (to, parent, TRUE);
      break;
    default: self->reads |= RK_XPATH_READ_ANY | RK_XPATH_READ_POSITION; add_place (to, "", TRUE);
    }
}

static gboolean
may_be_number (const RkXPathExpr *expr)
{
  if (expr->kind == RK_EXPR_CHAIN)
    return expr->ops->data[0] >= RK_OP_ADD;
  return expr->kind != RK_EXPR_STRING && expr->kind != RK_EXPR_PATH;
}

static void
read_predicates (Reader *self, GPtrArray *predicates, GPtrArray *context)
{
  for (guint i = 0; predicates != NULL && i < predicates->len; i++)
    {
      const RkXPathExpr *predicate = predicates->pdata[i];
      g_autoptr (GPtrArray) places = read_expr (self, predicate, context);

      note (self, places);
      note (self, context);
      self->across |= context->len > 0; /* it chooses among nodes of several rows */
      if (may_be_number (predicate))
        self->reads |= RK_XPATH_READ_POSITION;
    }
}

/* Adds the place of an absolute path that only descends by name, as most do: FALSE for others. */
static gboolean
add_plain_path (const RkXPathExpr *path, GPtrArray *places)
{
  g_autoptr (GString) text = NULL;

  if (!path->absolute || path->args != NULL)
    return FALSE;
  text = g_string_sized_new (64);
  for (guint i = 0; i < path->steps->len; i++)
    {
      const RkXPathStep *step = &g_array_index (path->steps, RkXPathStep, i);

      if (step->axis != RK_AXIS_CHILD || step->test != RK_TEST_NAME || step->predicates != NULL)
        return FALSE;
      g_string_append_c (text, '/');
      if (step->prefix != NULL)
        g_string_append_c (g_string_append (text, step->prefix), ':');
      g_string_append (text, step->name);
    }
  add_place (places, text->str, FALSE);
  return TRUE;
}

static GPtrArray *
read_path (Reader *self, const RkXPathExpr *path, GPtrArray *context)
{
  g_autoptr (GPtrArray) from = new_places ();

  if (add_plain_path (path, from))
    return g_steal_pointer (&from);
  g_clear_pointer (&from, g_ptr_array_unref);
  if (path->args != NULL)
    from = read_expr (self, rk_xpath_arg (path, 0), context);
  else if (path->absolute)
    {
      from = new_places ();
      add_place (from, "", FALSE);
    }
  else
    from = g_ptr_array_ref (context);
  for (guint i = 0; i < path->steps->len; i++)
    {
      const RkXPathStep *step = &g_array_index (path->steps, RkXPathStep, i);
      GPtrArray *to = new_places ();

      self->work += from->len * from->len;
      for (guint j = 0; j < from->len; j++)
        take_step (self, step, from->pdata[j], to);
      read_predicates (self, step->predicates, to);
      g_ptr_array_unref (from);
      from = to;
    }
  return g_steal_pointer (&from);
}

/* The question of jr:choice-name() is a path between quotes; as a computed text it can be any. */
static void
read_choice_name (Reader *self, const RkXPathExpr *call, GPtrArray *context)
{
  const RkXPathExpr *path = rk_xpath_arg (call, 1);
  g_autoptr (RkXPath) question = NULL;
  g_autoptr (GPtrArray) places = NULL;

  if (path->kind == RK_EXPR_STRING)
    question = rk_xpath_compile (path->text, NULL, NULL, NULL);
  if (question == NULL)
    self->reads |= RK_XPATH_READ_ANY;
  else
    {
      places = read_expr (self, rk_xpath_get_expr (question), context);
      note_in (self, self->questions, places);
    }
}

/* What a function reads beside its arguments. */
static void
read_function (Reader *self, const RkXPathExpr *call, GPtrArray *context)
{
  const RkXPathFunction *f = call->function;

  self->reads |= f->reads;
  if (g_str_equal (f->name, "once") || (f->reads_context && rk_xpath_n_args (call) == 0))
    note (self, context);
  if (g_str_equal (f->name, "jr:choice-name"))
    read_choice_name (self, call, context);
}

/* Reads all arguments; the places of those that may be the result are returned. */
static GPtrArray *
read_call (Reader *self, const RkXPathExpr *call, GPtrArray *context)
{
  GPtrArray *result = new_places ();
  const char *name = call->function->name;
  gboolean passes = g_str_equal (name, "randomize") || g_str_equal (name, "indexed-repeat") ||
                    g_str_equal (name, "if") || g_str_equal (name, "coalesce") ||
                    g_str_equal (name, "once");

  read_function (self, call, context);
  for (guint i = 0; i < rk_xpath_n_args (call); i++)
    {
      g_autoptr (GPtrArray) places = read_expr (self, rk_xpath_arg (call, i), context);

      note (self, places);
      for (guint j = 0; passes && j < places->len; j++)
        {
          const Place *place = places->pdata[j];

          add_place (result, place->path, place->below);
        }
    }
  if (g_str_equal (name, "current"))
    add_place (result, self->nodeset, FALSE);
  else if (g_str_equal (name, "id"))
    add_place (result, "", TRUE);
  return result;
}

/* The places to which @expr leads when it is a node-set. What it reads on the way is noted; its
 * result is for the caller to note. */
static GPtrArray *
read_expr (Reader *self, const RkXPathExpr *expr, GPtrArray *context)
{
  GPtrArray *result;

  if (self->work > MAX_WORK)
    {
      self->reads |= RK_XPATH_READ_ANY;
      return new_places ();
    }
  if (expr->kind == RK_EXPR_PATH)
    return read_path (self, expr, context);
  if (expr->kind == RK_EXPR_CALL)
    return read_call (self, expr, context);
  result = new_places ();
  for (guint i = 0; i < rk_xpath_n_args (expr); i++)
    {
      g_autoptr (GPtrArray) places = read_expr (self, rk_xpath_arg (expr, i), context);

      self->work += places->len * (1 + result->len);
      for (guint j = 0; j < places->len; j++)
        {
          const Place *place = places->pdata[j];

          add_place (result, place->path, place->below);
        }
    }
  if (expr->kind == RK_EXPR_FILTER)
    read_predicates (self, expr->predicates, result);
  return result;
}

static void
read_all (Reader *self, const RkXPath *xpath)
{
  g_autoptr (GPtrArray) context = new_places ();
  g_autoptr (GPtrArray) result = NULL;

  add_place (context, self->nodeset, FALSE);
  result = read_expr (self, rk_xpath_get_expr (xpath), context);
  note (self, result);
}

/* The places below the root: (transfer full) (element-type utf8). */
static GPtrArray *
list_paths (GPtrArray *places)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = places->pdata[i];

      if (*place->path != '\0')
        g_ptr_array_add (paths, g_strdup (place->path));
    }
  return paths;
}

gboolean
rk_xpath_reads_across (const RkXPath *self, const char *nodeset, const char *row)
{
  g_autoptr (GPtrArray) read = new_places ();
  g_autoptr (GPtrArray) asked = new_places ();
  Reader reader = { .nodeset = nodeset, .paths = read, .questions = asked, .row = row };

  read_all (&reader, self);
  return reader.across;
}

RkXPathReads
rk_xpath_get_reads (const RkXPath *self, const char *nodeset, GPtrArray **paths,
                    GPtrArray **questions)
{
  g_autoptr (GPtrArray) read = new_places ();
  g_autoptr (GPtrArray) asked = new_places ();
  Reader reader = { .nodeset = nodeset, .paths = read, .questions = asked };

  read_all (&reader, self);
  for (guint i = 0; i < read->len; i++)
    {
      const Place *place = read->pdata[i];

      reader.reads |= *place->path != '\0' ? RK_XPATH_READ_NODES : RK_XPATH_READ_ANY;
    }
  if (paths != NULL)
    *paths = list_paths (read);
  if (questions != NULL)
    *questions = list_paths (asked);
  return reader.reads;
}
