/* SPDX-License-Identifier: EUPL-1.2 */
/* From text to tree, by recursive descent.
 *
 * Operators of one level become one chain instead of a tree that leans to the left: the depth of
 * the tree is the nesting a person wrote, and a limit on it protects every later walk. */
#include "config.h"
#include "rk-xpath-lexer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define UNION_LEVEL 6

typedef struct
{
  RkXPathLexer lexer;
  RkXPathNamespaceFunc namespaces;
  gpointer user_data;
  char *default_uri; /* (nullable): of names without prefix, a GRefString that the steps share */
  guint depth;
  gboolean late; /* wrong calls fail when they are evaluated */
  GError **error;
} Parser;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkXPathExpr, rk_xpath_expr_free)

static RkXPathExpr *parse_level (Parser *self, guint level);

static void
clear_step (gpointer data)
{
  RkXPathStep *step = data;

  g_free (step->name);
  g_free (step->prefix);
  g_free (step->uri);
  g_clear_pointer (&step->default_uri, g_ref_string_release);
  g_clear_pointer (&step->predicates, g_ptr_array_unref);
}

void
rk_xpath_expr_free (RkXPathExpr *expr)
{
  if (expr == NULL)
    return;
  g_free (expr->text);
  g_free (expr->place);
  g_clear_pointer (&expr->args, g_ptr_array_unref);
  g_clear_pointer (&expr->ops, g_byte_array_unref);
  g_clear_pointer (&expr->predicates, g_ptr_array_unref);
  g_clear_pointer (&expr->steps, g_array_unref);
  g_free (expr);
}

static RkXPathExpr *
new_expr (Parser *self, RkXPathKind kind)
{
  RkXPathExpr *expr = g_new0 (RkXPathExpr, 1);

  expr->kind = kind;
  expr->offset = self->lexer.p - self->lexer.text;
  return expr;
}

static void
add_arg (RkXPathExpr *expr, RkXPathExpr *arg)
{
  if (expr->args == NULL)
    expr->args = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_xpath_expr_free);
  g_ptr_array_add (expr->args, arg);
}

static glong
get_place (Parser *self)
{
  return g_utf8_pointer_to_offset (self->lexer.text, self->lexer.p) + 1;
}

/* Always NULL, so that a caller can return it. */
static gpointer
fail_syntax (Parser *self)
{
  g_autofree char *text = rk_xpath_shorten (self->lexer.text);
  g_autofree char *rest = rk_xpath_shorten (self->lexer.p);

  if (*self->error == NULL && *self->lexer.p == '\0')
    /* Translators: %s is an expression of a form. */
    g_set_error (self->error, RK_XPATH_ERROR, RK_XPATH_ERROR_SYNTAX,
                 _ ("The expression “%s” ends too early."), text);
  else if (*self->error == NULL)
    /* Translators: the first %s is an expression of a form, %ld counts its characters, the last %s
     * is the rest of the expression from that character on. */
    g_set_error (self->error, RK_XPATH_ERROR, RK_XPATH_ERROR_SYNTAX,
                 _ ("The expression “%s” cannot be read from character %ld on: “%s”."), text,
                    get_place (self), rest);
  return NULL;
}

static const char *
find_known_namespace (const char *prefix)
{
  static const char *const known[] = {
    "xf",
    "http://www.w3.org/2002/xforms",
    "xforms",
    "http://www.w3.org/2002/xforms",
    "h",
    "http://www.w3.org/1999/xhtml",
    "html",
    "http://www.w3.org/1999/xhtml",
    "xhtml",
    "http://www.w3.org/1999/xhtml",
    "jr",
    "http://openrosa.org/javarosa",
    "javarosa",
    "http://openrosa.org/javarosa",
    "orx",
    "http://openrosa.org/xforms",
    "openrosa-xforms",
    "http://openrosa.org/xforms",
    "odk",
    "http://www.opendatakit.org/xforms",
    "entities",
    "http://www.opendatakit.org/xforms/entities",
    "ev",
    "http://www.w3.org/2001/xml-events",
    "xsd",
    "http://www.w3.org/2001/XMLSchema",
    "enk",
    "http://enketo.org/xforms",
    "fn",
    "http://www.w3.org/2005/xpath-functions",
    "mathml",
    "http://www.w3.org/1998/Math/MathML",
    "xml",
    "http://www.w3.org/XML/1998/namespace",
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i += 2)
    if (g_str_equal (known[i], prefix))
      return known[i + 1];
  return NULL;
}

static const char *
find_namespace (Parser *self, const char *prefix)
{
  const char *uri = self->namespaces != NULL ? self->namespaces (prefix, self->user_data) : NULL;

  if (uri == NULL)
    uri = find_known_namespace (prefix);
  if (uri == NULL)
    /* Translators: the first %s is a namespace prefix, the second an expression of a form. */
    g_set_error (self->error, RK_XPATH_ERROR, RK_XPATH_ERROR_PREFIX,
                 _ ("The prefix “%s” in the expression “%s” is not known."), prefix,
                    self->lexer.text);
  return uri;
}

static gboolean
parse_predicates (Parser *self, GPtrArray **predicates)
{
  while (rk_xpath_lexer_take (&self->lexer, "["))
    {
      RkXPathExpr *predicate = parse_level (self, 0);

      if (predicate == NULL)
        return FALSE;
      if (*predicates == NULL)
        *predicates = g_ptr_array_new_with_free_func ((GDestroyNotify) rk_xpath_expr_free);
      g_ptr_array_add (*predicates, predicate);
      if (!rk_xpath_lexer_take (&self->lexer, "]"))
        return fail_syntax (self) != NULL;
    }
  return TRUE;
}

static gboolean
find_axis (const char *name, gsize length, RkXPathAxis *axis)
{
  static const char *const names[] = {
    [RK_AXIS_CHILD] = "child",
    [RK_AXIS_ATTRIBUTE] = "attribute",
    [RK_AXIS_SELF] = "self",
    [RK_AXIS_PARENT] = "parent",
    [RK_AXIS_DESCENDANT] = "descendant",
    [RK_AXIS_DESCENDANT_OR_SELF] = "descendant-or-self",
    [RK_AXIS_ANCESTOR] = "ancestor",
    [RK_AXIS_ANCESTOR_OR_SELF] = "ancestor-or-self",
    [RK_AXIS_FOLLOWING_SIBLING] = "following-sibling",
    [RK_AXIS_PRECEDING_SIBLING] = "preceding-sibling",
    [RK_AXIS_FOLLOWING] = "following",
    [RK_AXIS_PRECEDING] = "preceding",
    [RK_AXIS_NAMESPACE] = "namespace",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == length && strncmp (names[i], name, length) == 0)
      {
        *axis = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_node_type (const char *name, RkXPathTest *test)
{
  if (g_str_equal (name, "node"))
    *test = RK_TEST_NODE;
  else if (g_str_equal (name, "text"))
    *test = RK_TEST_TEXT;
  else if (g_str_equal (name, "comment"))
    *test = RK_TEST_COMMENT;
  else if (g_str_equal (name, "processing-instruction"))
    *test = RK_TEST_PI;
  else
    return FALSE;
  return TRUE;
}

static gboolean
parse_node_type (Parser *self, RkXPathStep *step, const char *name)
{
  if (!find_node_type (name, &step->test))
    return FALSE;
  rk_xpath_lexer_take (&self->lexer, "(");
  rk_xpath_lexer_skip_space (&self->lexer);
  if (step->test == RK_TEST_PI && (*self->lexer.p == '"' || *self->lexer.p == '\''))
    step->name = rk_xpath_lexer_take_literal (&self->lexer);
  return rk_xpath_lexer_take (&self->lexer, ")");
}

/* The part behind the axis. */
static gboolean
parse_test (Parser *self, RkXPathStep *step)
{
  g_autofree char *name = NULL;

  rk_xpath_lexer_skip_space (&self->lexer);
  if (rk_xpath_lexer_take (&self->lexer, "*"))
    {
      step->test = RK_TEST_ANY;
      return TRUE;
    }
  name = rk_xpath_lexer_take_name (&self->lexer);
  if (name == NULL)
    return fail_syntax (self) != NULL;
  if (*self->lexer.p == ':' && self->lexer.p[1] != ':')
    {
      const char *uri = find_namespace (self, name);

      if (uri == NULL)
        return FALSE;
      step->uri = g_strdup (uri);
      step->prefix = g_steal_pointer (&name);
      self->lexer.p++;
      step->test = rk_xpath_lexer_take (&self->lexer, "*") ? RK_TEST_NS : RK_TEST_NAME;
      if (step->test == RK_TEST_NAME)
        step->name = rk_xpath_lexer_take_name (&self->lexer);
      return step->test == RK_TEST_NS || step->name != NULL || fail_syntax (self) != NULL;
    }
  rk_xpath_lexer_skip_space (&self->lexer);
  if (*self->lexer.p == '(')
    return parse_node_type (self, step, name) || fail_syntax (self) != NULL;
  step->test = RK_TEST_NAME;
  step->name = g_steal_pointer (&name);
  if (self->default_uri != NULL && step->axis != RK_AXIS_ATTRIBUTE)
    step->default_uri = g_ref_string_acquire (self->default_uri);
  return TRUE;
}

static gboolean
parse_axis (Parser *self, RkXPathStep *step)
{
  RkXPathLexer start;

  step->axis = RK_AXIS_CHILD;
  if (rk_xpath_lexer_take (&self->lexer, "@"))
    {
      step->axis = RK_AXIS_ATTRIBUTE;
      return TRUE;
    }
  start = self->lexer;
  if (rk_xpath_lexer_skip_name (&self->lexer))
    {
      gsize length = self->lexer.p - start.p;

      if (rk_xpath_lexer_take (&self->lexer, "::"))
        return find_axis (start.p, length, &step->axis) || fail_syntax (self) != NULL;
    }
  self->lexer = start;
  return TRUE;
}

static gboolean
parse_step (Parser *self, RkXPathExpr *path)
{
  RkXPathStep step = { 0 };
  gboolean ok = TRUE;

  if (rk_xpath_lexer_take (&self->lexer, ".."))
    {
      step.axis = RK_AXIS_PARENT;
      step.test = RK_TEST_NODE;
    }
  else if (rk_xpath_lexer_take (&self->lexer, "."))
    {
      step.axis = RK_AXIS_SELF;
      step.test = RK_TEST_NODE;
    }
  else
    ok = parse_axis (self, &step) && parse_test (self, &step);
  ok = ok && parse_predicates (self, &step.predicates);
  g_array_append_val (path->steps, step);
  return ok;
}

static gboolean
at_step (Parser *self)
{
  rk_xpath_lexer_skip_space (&self->lexer);
  return rk_xpath_lexer_at_name (&self->lexer) || *self->lexer.p == '@' || *self->lexer.p == '*' ||
         (*self->lexer.p == '.' && !rk_xpath_lexer_at_number (&self->lexer));
}

/* Steps, after the beginning of the path. */
static gboolean
parse_steps (Parser *self, RkXPathExpr *path)
{
  const RkXPathStep anywhere = { .axis = RK_AXIS_DESCENDANT_OR_SELF, .test = RK_TEST_NODE };

  if (!parse_step (self, path))
    return FALSE;
  for (;;)
    {
      if (rk_xpath_lexer_take (&self->lexer, "//"))
        g_array_append_val (path->steps, anywhere);
      else if (!rk_xpath_lexer_take (&self->lexer, "/"))
        return TRUE;
      if (!parse_step (self, path))
        return FALSE;
    }
}

/* "//x" is "/descendant-or-self::node()/child::x"; without predicates that count positions it is
 * the same as "/descendant::x", which visits each node once. */
static void
join_descendants (GArray *steps)
{
  for (guint i = 0; i + 1 < steps->len; i++)
    {
      RkXPathStep *a = &g_array_index (steps, RkXPathStep, i);
      RkXPathStep *b = &g_array_index (steps, RkXPathStep, i + 1);

      if (a->axis == RK_AXIS_DESCENDANT_OR_SELF && a->test == RK_TEST_NODE &&
          a->predicates == NULL && b->axis == RK_AXIS_CHILD && b->predicates == NULL)
        {
          b->axis = RK_AXIS_DESCENDANT;
          g_array_remove_index (steps, i);
        }
    }
}

/* A path streams when it first climbs from one node and then only descends: each node is met once
 * and in document order. */
static gboolean
can_stream (const RkXPathExpr *path)
{
  gboolean descending = FALSE;

  if (path->args != NULL)
    return FALSE;
  for (guint i = 0; i < path->steps->len; i++)
    {
      const RkXPathStep *step = &g_array_index (path->steps, RkXPathStep, i);

      if (step->predicates != NULL)
        return FALSE;
      if (step->axis == RK_AXIS_CHILD || step->axis == RK_AXIS_ATTRIBUTE)
        descending = TRUE;
      else if (step->axis != RK_AXIS_SELF && (step->axis != RK_AXIS_PARENT || descending))
        return FALSE;
    }
  return TRUE;
}

static RkXPathExpr *
parse_path (Parser *self, RkXPathExpr *base)
{
  g_autoptr (RkXPathExpr) path = new_expr (self, RK_EXPR_PATH);
  const RkXPathStep anywhere = { .axis = RK_AXIS_DESCENDANT_OR_SELF, .test = RK_TEST_NODE };
  gboolean more = TRUE;

  path->steps = g_array_new (FALSE, FALSE, sizeof (RkXPathStep));
  g_array_set_clear_func (path->steps, clear_step);
  if (base != NULL)
    add_arg (path, base);
  if (rk_xpath_lexer_take (&self->lexer, "//"))
    {
      path->absolute = base == NULL;
      g_array_append_val (path->steps, anywhere);
    }
  else if (rk_xpath_lexer_take (&self->lexer, "/"))
    {
      path->absolute = base == NULL;
      more = base != NULL || at_step (self);
    }
  if (more && !parse_steps (self, path))
    return NULL;
  join_descendants (path->steps);
  path->streams = can_stream (path);
  return g_steal_pointer (&path);
}

static gboolean
check_arity (Parser *self, const RkXPathExpr *call)
{
  int n = rk_xpath_n_args (call);
  const RkXPathFunction *f = call->function;
  g_autofree char *text = NULL;

  if (n >= f->min_args && (f->max_args < 0 || n <= f->max_args) && !(f->pairs && n % 2 == 0))
    return TRUE;
  text = rk_xpath_shorten (self->lexer.text);
  if (n >= f->min_args && f->pairs && n % 2 == 0)
    /* Translators: %s is an expression of a form. */
    g_set_error (self->error, RK_XPATH_ERROR, RK_XPATH_ERROR_ARITY,
                 _ ("The function indexed-repeat() needs an index for each repeat in the "
                    "expression “%s”."),
                    text);
  else if (n < f->min_args)
    g_set_error (self->error, RK_XPATH_ERROR, RK_XPATH_ERROR_ARITY,
                 /* Translators: the first %s is the name of a function, %d counts what stands
                  * between its brackets, the last %s is an expression of a form. */
                 ngettext ("The function %s() needs at least %d argument in the expression “%s”.",
                           "The function %s() needs at least %d arguments in the expression “%s”.",
                           f->min_args),
                 f->name, f->min_args, text);
  else
    g_set_error (self->error, RK_XPATH_ERROR, RK_XPATH_ERROR_ARITY,
                 /* Translators: the first %s is the name of a function, %d counts what stands
                  * between its brackets, the last %s is an expression of a form. */
                 ngettext ("The function %s() takes at most %d argument in the expression “%s”.",
                           "The function %s() takes at most %d arguments in the expression “%s”.",
                           f->max_args),
                 f->name, f->max_args, text);
  return FALSE;
}

static RkXPathRepeats
get_repeats (const RkXPathExpr *call, guint i)
{
  if (!call->function->pairs)
    return call->function->repeats;
  if (i > 0 && i % 2 == 0)
    return RK_REPEATS_OWN; /* an index */
  return i == 0 || call->args->len > 3 ? RK_REPEATS_EVERY : RK_REPEATS_ALL;
}

static void
mark_repeats (RkXPathExpr *call)
{
  for (guint i = 0; i < rk_xpath_n_args (call); i++)
    {
      RkXPathExpr *arg = g_ptr_array_index (call->args, i);

      if (arg->kind == RK_EXPR_PATH)
        arg->repeats = get_repeats (call, i);
    }
}

static gboolean
parse_args (Parser *self, RkXPathExpr *call)
{
  if (rk_xpath_lexer_take (&self->lexer, ")"))
    return TRUE;
  do
    {
      RkXPathExpr *arg = parse_level (self, 0);

      if (arg == NULL)
        return FALSE;
      add_arg (call, arg);
    }
  while (rk_xpath_lexer_take (&self->lexer, ","));
  return rk_xpath_lexer_take (&self->lexer, ")") || fail_syntax (self) != NULL;
}

/* A name in the namespace of JavaRosa is looked up as jr:name, whatever its prefix here. */
static const RkXPathFunction *
find_function (Parser *self, const char *prefix, const char *local)
{
  g_autofree char *name = NULL;
  const char *uri;

  if (prefix == NULL)
    return rk_xpath_find_function (local);
  uri = find_namespace (self, prefix);
  if (g_strcmp0 (uri, "http://openrosa.org/javarosa") != 0)
    return NULL;
  name = g_strconcat ("jr:", local, NULL);
  return rk_xpath_find_function (name);
}

static void
fail_function (Parser *self, const char *prefix, const char *local)
{
  g_autofree char *text = rk_xpath_shorten (self->lexer.text);
  g_autofree char *name =
      prefix != NULL ? g_strdup_printf ("%s:%s", prefix, local) : g_strdup (local);

  /* Translators: the first %s is the name of a function, the second an expression of a form. */
  g_set_error (self->error, RK_XPATH_ERROR, RK_XPATH_ERROR_FUNCTION,
               _ ("There is no function %s() for the expression “%s”."), name, text);
}

static void
call_wrong (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  rk_xpath_fail (focus->state, (int) call->number, "%s", call->text);
}

/* Stands for a call that cannot be made; it carries what is wrong with it. */
static const RkXPathFunction wrong_function = { "", 0, -1, call_wrong };

/* Puts the error off until the call is evaluated. */
static void
make_late (Parser *self, RkXPathExpr *call)
{
  call->text = g_strdup ((*self->error)->message);
  call->number = (*self->error)->code;
  call->function = &wrong_function;
  g_clear_error (self->error);
}

static RkXPathExpr *
parse_call (Parser *self, const char *prefix, const char *local)
{
  g_autoptr (RkXPathExpr) call = new_expr (self, RK_EXPR_CALL);

  call->function = find_function (self, prefix, local);
  if (call->function == NULL && *self->error == NULL)
    fail_function (self, prefix, local);
  if (call->function == NULL && self->late)
    make_late (self, call);
  if (call->function == NULL)
    return NULL;
  rk_xpath_lexer_take (&self->lexer, "(");
  if (!parse_args (self, call))
    return NULL;
  if (!check_arity (self, call))
    {
      if (!self->late)
        return NULL;
      make_late (self, call);
    }
  mark_repeats (call);
  return g_steal_pointer (&call);
}

/* Whether a name with "(" behind it stands here. */
static gboolean
is_call (const Parser *self)
{
  RkXPathLexer ahead = self->lexer;

  if (!rk_xpath_lexer_skip_name (&ahead))
    return FALSE;
  if (*ahead.p == ':' && ahead.p[1] != ':')
    {
      ahead.p++;
      rk_xpath_lexer_skip_name (&ahead);
    }
  rk_xpath_lexer_skip_space (&ahead);
  return *ahead.p == '(';
}

/* Whether a call stands here, and no node test. Takes the name. */
static gboolean
take_function_name (Parser *self, char **prefix, char **local)
{
  RkXPathLexer start = self->lexer;
  RkXPathTest test;

  *prefix = *local = NULL;
  if (!is_call (self))
    return FALSE;
  *local = rk_xpath_lexer_take_name (&self->lexer);
  if (*local != NULL && *self->lexer.p == ':' && self->lexer.p[1] != ':')
    {
      self->lexer.p++;
      *prefix = *local;
      *local = rk_xpath_lexer_take_name (&self->lexer);
    }
  rk_xpath_lexer_skip_space (&self->lexer);
  if (*local != NULL && *self->lexer.p == '(' &&
      (*prefix != NULL || !find_node_type (*local, &test)))
    return TRUE;
  self->lexer = start;
  g_clear_pointer (prefix, g_free);
  g_clear_pointer (local, g_free);
  return FALSE;
}

static RkXPathExpr *
parse_literal (Parser *self)
{
  g_autoptr (RkXPathExpr) expr = new_expr (self, RK_EXPR_STRING);

  expr->text = rk_xpath_lexer_take_literal (&self->lexer);
  return expr->text != NULL ? g_steal_pointer (&expr) : fail_syntax (self);
}

static RkXPathExpr *
parse_group (Parser *self)
{
  g_autoptr (RkXPathExpr) expr = NULL;

  rk_xpath_lexer_take (&self->lexer, "(");
  expr = parse_level (self, 0);
  if (expr == NULL)
    return NULL;
  return rk_xpath_lexer_take (&self->lexer, ")") ? g_steal_pointer (&expr) : fail_syntax (self);
}

/* A literal, number, group or call; NULL without error when a path begins here. */
static RkXPathExpr *
parse_primary (Parser *self)
{
  g_autofree char *prefix = NULL;
  g_autofree char *local = NULL;
  RkXPathExpr *expr;

  if (*self->lexer.p == '"' || *self->lexer.p == '\'')
    return parse_literal (self);
  if (*self->lexer.p == '(')
    return parse_group (self);
  if (rk_xpath_lexer_at_number (&self->lexer))
    {
      expr = new_expr (self, RK_EXPR_NUMBER);
      expr->number = rk_xpath_lexer_take_number (&self->lexer);
      return expr;
    }
  return take_function_name (self, &prefix, &local) ? parse_call (self, prefix, local) : NULL;
}

static RkXPathExpr *
parse_operand (Parser *self)
{
  g_autoptr (RkXPathExpr) expr = NULL;
  GPtrArray *predicates = NULL;

  rk_xpath_lexer_skip_space (&self->lexer);
  expr = parse_primary (self);
  if (expr == NULL && *self->error != NULL)
    return NULL;
  if (expr == NULL)
    return *self->lexer.p == '/' || at_step (self) ? parse_path (self, NULL) : fail_syntax (self);
  rk_xpath_lexer_skip_space (&self->lexer);
  if (*self->lexer.p == '[')
    {
      RkXPathExpr *filter = new_expr (self, RK_EXPR_FILTER);
      gboolean ok = parse_predicates (self, &predicates);

      add_arg (filter, g_steal_pointer (&expr));
      filter->predicates = predicates;
      expr = filter;
      if (!ok)
        return NULL;
    }
  rk_xpath_lexer_skip_space (&self->lexer);
  return *self->lexer.p == '/' ? parse_path (self, g_steal_pointer (&expr))
                               : g_steal_pointer (&expr);
}

/* Operands of a union may carry minus signs before them. */
static RkXPathExpr *
parse_unary (Parser *self)
{
  RkXPathExpr *operand, *negation;
  guint signs = 0;

  while (rk_xpath_lexer_take (&self->lexer, "-"))
    signs++;
  operand = parse_level (self, UNION_LEVEL);
  if (operand == NULL || signs == 0)
    return operand;
  negation = new_expr (self, RK_EXPR_NEGATE);
  negation->number = signs % 2 == 1 ? -1 : 1;
  add_arg (negation, operand);
  return negation;
}

static RkXPathExpr *
parse_next_level (Parser *self, guint level)
{
  if (level == UNION_LEVEL)
    return parse_operand (self);
  return level + 1 == UNION_LEVEL ? parse_unary (self) : parse_level (self, level + 1);
}

static RkXPathExpr *
parse_chain (Parser *self, guint level)
{
  g_autoptr (RkXPathExpr) chain = NULL;
  RkXPathExpr *operand = parse_next_level (self, level);
  guint8 op;

  while (operand != NULL && (op = rk_xpath_lexer_take_operator (&self->lexer, level)) != RK_OP_NONE)
    {
      if (chain == NULL)
        {
          chain = new_expr (self, RK_EXPR_CHAIN);
          chain->ops = g_byte_array_new ();
        }
      g_byte_array_append (chain->ops, &op, 1);
      add_arg (chain, operand);
      operand = parse_next_level (self, level);
    }
  if (operand == NULL || chain == NULL)
    return operand;
  add_arg (chain, operand);
  return g_steal_pointer (&chain);
}

static RkXPathExpr *
parse_level (Parser *self, guint level)
{
  RkXPathExpr *expr;

  if (level > 0)
    return parse_chain (self, level);
  if (self->depth >= RK_XPATH_MAX_DEPTH)
    {
      g_autofree char *text = rk_xpath_shorten (self->lexer.text);

      /* Translators: %s is the beginning of an expression of a form. */
      g_set_error (self->error, RK_XPATH_ERROR, RK_XPATH_ERROR_LIMIT,
                   _ ("The expression “%s” is nested too deeply."), text);
      return NULL;
    }
  self->depth++;
  expr = parse_chain (self, level);
  self->depth--;
  return expr;
}

RkXPathExpr *
rk_xpath_parse (const char *text, gboolean late, RkXPathNamespaceFunc namespaces,
                gpointer user_data, GError **error)
{
  g_autoptr (RkXPathExpr) expr = NULL;
  g_autoptr (GError) problem = NULL;
  const char *default_uri = namespaces != NULL ? namespaces ("", user_data) : NULL;
  Parser self = { { text, text }, namespaces, user_data, NULL, 0, late, &problem };

  if (default_uri != NULL)
    self.default_uri = g_ref_string_new (default_uri);
  expr = parse_level (&self, 0);
  rk_xpath_lexer_skip_space (&self.lexer);
  if (expr != NULL && *self.lexer.p != '\0')
    fail_syntax (&self);
  g_clear_pointer (&self.default_uri, g_ref_string_release);
  if (problem == NULL)
    return g_steal_pointer (&expr);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}
