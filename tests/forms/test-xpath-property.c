/* SPDX-License-Identifier: EUPL-1.2 */
/* Random numbers, texts, trees and expressions. Seeds are printed by GTest ("random seed") and can
 * be given back with --seed. */
#include "test-xpath-helper.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <math.h>

#define ROUNDS 1500

static guint
pick (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

/* Any finite double, all exponents alike. */
static double
random_double (void)
{
  union
  {
    guint64 bits;
    double number;
  } u;

  do
    u.bits = ((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ();
  while (!isfinite (u.number));
  return u.number;
}

static void
test_number_texts_read_back (void)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      double number = i % 2 ? random_double () : g_test_rand_double_range (-1e6, 1e6);
      g_autofree char *text = rk_xpath_number_to_string (number);

      g_assert_null (strpbrk (text, "eE+"));
      g_assert_true (g_ascii_isdigit (text[strlen (text) - 1]));
      g_assert_true (g_ascii_isdigit (text[*text == '-']));
      if (g_ascii_strtod (text, NULL) != number)
        g_error ("%.17g is written as %s", number, text);
    }
}

static void
append_random_element (GString *xml, guint depth)
{
  static const char *const names[] = { "a", "b", "c" };
  const char *name = names[pick (3)];
  guint children;

  g_string_append_printf (xml, "<%s", name);
  if (pick (3) == 0)
    g_string_append_printf (xml, " k='%u'", pick (4));
  g_string_append_c (xml, '>');
  children = depth > 0 ? pick (4) : 0;
  /* only leaves read as numbers: libxml2 writes large ones with an exponent */
  if (children > 0)
    g_string_append_c (xml, 'x');
  if (pick (2) == 0)
    g_string_append_printf (xml, "%u", pick (5));
  for (guint n = children; n > 0; n--)
    append_random_element (xml, depth - 1);
  if (pick (6) == 0)
    g_string_append (xml, "<!--x-->");
  g_string_append_printf (xml, "</%s>", name);
}

/* Only paths by name, as forms have them. */
static gboolean plain;

static void append_random_expr (GString *text, guint depth);

static void
append_plain_path (GString *text, guint depth)
{
  static const char *const starts[] = { "", "../", "../../", "/", "/a/", "/*/", "./" };
  static const char *const steps[] = { "a", "b", "c", "*", "..", "." };

  g_string_append (text, starts[pick (G_N_ELEMENTS (starts))]);
  for (guint n = 1 + pick (3); n > 0; n--)
    {
      const char *step = steps[pick (G_N_ELEMENTS (steps))];

      g_string_append (text, step);
      if (depth > 0 && *step != '.' && pick (3) == 0)
        {
          g_string_append_c (text, '[');
          append_random_expr (text, depth - 1);
          g_string_append_c (text, ']');
        }
      g_string_append (text, n > 1 ? "/" : pick (5) == 0 ? "/@k" : "");
    }
}

static void
append_random_path (GString *text, guint depth)
{
  static const char *const starts[] = { "", "/", "//", "./", "../", ".//" };
  static const char *const axes[] = {
    "",
    "",
    "",
    "child::",
    "descendant::",
    "ancestor::",
    "self::",
    "parent::",
    "following::",
    "descendant-or-self::",
    "preceding::",
    "following-sibling::",
    "preceding-sibling::",
    "ancestor-or-self::",
    "@",
  };
  static const char *const tests[] = { "a", "b", "c", "*", "node()", "text()", "k" };
  guint steps = 1 + pick (3);

  if (plain)
    {
      append_plain_path (text, depth);
      return;
    }
  g_string_append (text, starts[pick (G_N_ELEMENTS (starts))]);
  for (guint i = 0; i < steps; i++)
    {
      /* attributes at the end only: for libxml2 nothing below their element follows them */
      const char *axis = axes[pick (G_N_ELEMENTS (axes) - (i + 1 < steps))];
      const char *test = tests[pick (G_N_ELEMENTS (tests))];

      if (i > 0)
        g_string_append (text, pick (4) ? "/" : "//");
      g_string_append (text, axis);
      g_string_append (text, *axis == '@' ? (pick (2) ? "k" : "*") : test);
      if (depth > 0 && *axis != '@' && pick (3) == 0)
        {
          g_string_append_c (text, '[');
          if (pick (2))
            g_string_append_printf (text, "%u", 1 + pick (3));
          else
            append_random_expr (text, depth - 1);
          g_string_append_c (text, ']');
        }
    }
}

static void
append_call (GString *text, const char *name, guint n_args, guint depth)
{
  g_string_append_printf (text, "%s(", name);
  for (guint i = 0; i < n_args; i++)
    {
      if (i > 0)
        g_string_append (text, ", ");
      append_random_expr (text, depth - 1);
    }
  g_string_append_c (text, ')');
}

static void
append_random_call (GString *text, guint depth)
{
  static const struct
  {
    const char *name;
    guint n_args;
  } calls[] = {
    { "not", 1 },
    { "string", 1 },
    { "number", 1 },
    { "boolean", 1 },
    { "string-length", 1 },
    { "contains", 2 },
    { "starts-with", 2 },
    { "floor", 1 },
    { "ceiling", 1 },
    { "normalize-space", 1 },
    { "substring", 3 },
    { "translate", 3 },
    { "substring-after", 2 },
    { "substring-before", 2 },
  };
  static const char *const on_nodes[] = { "count", "sum", "name", "local-name" };
  guint i = pick (G_N_ELEMENTS (calls) + G_N_ELEMENTS (on_nodes));

  if (i < G_N_ELEMENTS (calls))
    {
      append_call (text, calls[i].name, calls[i].n_args, depth);
      return;
    }
  g_string_append_printf (text, "%s(", on_nodes[i - G_N_ELEMENTS (calls)]);
  append_random_path (text, depth - 1);
  g_string_append_c (text, ')');
}

/* Plain XPath 1.0 without what is known to differ: rounding of halves, relations between nodes and
 * booleans, all digits of a fraction, node-sets in concat(). */
static void
append_random_expr (GString *text, guint depth)
{
  static const char *const literals[] = { "0",  "1",    "2.5",        "'3'",
                                          "''", "'ab'", "position()", "last()" };
  static const char *const operators[] = { " + ", " - ",  " * ",   " mod ",
                                           " = ", " != ", " and ", " or " };

  if (depth == 0)
    {
      g_string_append (text, literals[pick (G_N_ELEMENTS (literals))]);
      return;
    }
  switch (pick (5))
    {
    case 0:
      g_string_append_c (text, '(');
      append_random_expr (text, depth - 1);
      g_string_append (text, operators[pick (G_N_ELEMENTS (operators))]);
      append_random_expr (text, depth - 1);
      g_string_append_c (text, ')');
      break;
    case 1: append_random_call (text, depth); break;
    case 2:
      g_string_append (text, "(");
      append_random_path (text, depth - 1);
      g_string_append (text, " | ");
      append_random_path (text, depth - 1);
      g_string_append (text, ")");
      break;
    default: append_random_path (text, depth);
    }
}

static char *
describe_nodes (xmlNode **nodes, guint n)
{
  GString *text = g_string_new ("nodes");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " %p", (gpointer) nodes[i]);
  return g_string_free (text, FALSE);
}

static char *
describe_number (double number)
{
  return isnan (number) ? g_strdup ("NaN") : g_strdup_printf ("%.15g", number + 0.0);
}

static char *
evaluate_ours (xmlNode *node, const char *expression)
{
  RkXPathContext context = { .context = node };
  g_autoptr (GError) error = NULL;
  g_autoptr (RkXPath) xpath = rk_xpath_compile (expression, NULL, NULL, &error);
  g_auto (RkXPathValue) value = { 0 };

  if (xpath == NULL || !rk_xpath_evaluate (xpath, &context, &value, &error))
    g_error ("%s: %s", expression, error->message);
  switch (value.type)
    {
    case RK_XPATH_NUMBER: return describe_number (value.number);
    case RK_XPATH_BOOLEAN: return g_strdup (value.boolean ? "true" : "false");
    case RK_XPATH_NODE_SET:
      return describe_nodes ((xmlNode **) value.nodes->pdata, value.nodes->len);
    default: return g_strdup (value.string);
    }
}

static char *
describe_theirs (xmlXPathObject *object)
{
  switch (object->type)
    {
    case XPATH_NUMBER: return describe_number (object->floatval);
    case XPATH_BOOLEAN: return g_strdup (object->boolval ? "true" : "false");
    case XPATH_NODESET:
      xmlXPathNodeSetSort (object->nodesetval);
      return describe_nodes (object->nodesetval != NULL ? object->nodesetval->nodeTab : NULL,
                             object->nodesetval != NULL ? object->nodesetval->nodeNr : 0);
    default: return g_strdup ((const char *) object->stringval);
    }
}

static char *
evaluate_theirs (xmlNode *node, const char *expression)
{
  xmlXPathContext *context = xmlXPathNewContext (node->doc);
  xmlXPathObject *object;
  char *text;

  context->node = node;
  context->contextSize = 1;
  context->proximityPosition = 1;
  object = xmlXPathEval (BAD_CAST expression, context);
  if (object == NULL)
    g_error ("libxml2 cannot evaluate %s", expression);
  text = describe_theirs (object);
  xmlXPathFreeObject (object);
  xmlXPathFreeContext (context);
  return text;
}

static xmlNode *
random_element (xmlDoc *doc)
{
  xmlNode *node = xmlDocGetRootElement (doc);

  while (pick (3) > 0 && xmlFirstElementChild (node) != NULL)
    {
      node = xmlFirstElementChild (node);
      while (pick (2) && xmlNextElementSibling (node) != NULL)
        node = xmlNextElementSibling (node);
    }
  return node;
}

static void
test_agrees_with_libxml2 (void)
{
  for (guint i = 0; i < ROUNDS / 20; i++)
    {
      g_autoptr (GString) xml = g_string_new (NULL);
      xmlDoc *doc;

      append_random_element (xml, 4);
      doc = parse_xml (xml->str);
      for (guint j = 0; j < 20; j++)
        {
          g_autoptr (GString) expression = g_string_new (NULL);
          g_autofree char *ours = NULL;
          g_autofree char *theirs = NULL;
          xmlNode *node = random_element (doc);

          append_random_expr (expression, 1 + pick (3));
          ours = evaluate_ours (node, expression->str);
          theirs = evaluate_theirs (node, expression->str);
          if (!g_str_equal (ours, theirs))
            g_error ("%s over %s: ours “%s”, libxml2 “%s”", expression->str, xml->str, ours,
                     theirs);
        }
      xmlFreeDoc (doc);
    }
}

/* The path without positions: "/a/b/@k". */
static char *
dup_nodeset (xmlNode *node)
{
  GString *path = g_string_new (NULL);

  for (; node != NULL && node->type != XML_DOCUMENT_NODE; node = node->parent)
    {
      g_string_prepend (path, (const char *) node->name);
      g_string_prepend (path, node->type == XML_ATTRIBUTE_NODE ? "/@" : "/");
    }
  return g_string_free (path, FALSE);
}

/* Whether one of @paths is @nodeset or above it. */
static gboolean
covers (GPtrArray *paths, const char *nodeset)
{
  for (guint i = 0; i < paths->len; i++)
    {
      gsize n = strlen (paths->pdata[i]);

      if (strncmp (nodeset, paths->pdata[i], n) == 0 && (nodeset[n] == '\0' || nodeset[n] == '/'))
        return TRUE;
    }
  return FALSE;
}

/* Gives an element another text, or its attribute another value. */
static void
change (xmlNode *element)
{
  xmlAttr *attribute = element->properties;

  if (attribute != NULL && pick (2))
    xmlSetProp (element, attribute->name, BAD_CAST "8");
  else if (element->children != NULL && element->children->type == XML_TEXT_NODE)
    xmlNodeSetContent (element->children, BAD_CAST "9");
  else if (element->children != NULL)
    xmlAddPrevSibling (element->children, xmlNewText (BAD_CAST "9"));
  else
    xmlNodeAddContent (element, BAD_CAST "9");
}

/* Changes what @xpath does not read according to itself: TRUE when there was such a thing. */
static gboolean
change_unread (const RkXPath *xpath, xmlDoc *doc, xmlNode *node)
{
  g_autoptr (GPtrArray) paths = NULL;
  g_autofree char *from = dup_nodeset (node);
  xmlNode *other = random_element (doc);
  g_autofree char *nodeset = dup_nodeset (other);
  g_autofree char *attribute = g_strconcat (nodeset, "/@k", NULL);

  if (rk_xpath_get_reads (xpath, from, &paths, NULL) & RK_XPATH_READ_ANY)
    return FALSE;
  if (covers (paths, nodeset) || covers (paths, attribute))
    return FALSE;
  change (other);
  return TRUE;
}

static void
test_reads_tell_everything (void)
{
  guint changed = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GString) xml = g_string_new (NULL);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (RkXPath) xpath = NULL;
      xmlDoc *doc;
      xmlNode *node;

      plain = i % 4 > 0;
      append_random_element (xml, 4);
      append_call (text, "concat", 1, 2 + pick (3)); /* the texts of all nodes */
      plain = FALSE;
      doc = parse_xml (xml->str);
      node = random_element (doc);
      xpath = rk_xpath_compile (text->str, NULL, NULL, NULL);
      for (guint j = 0; j < 5; j++)
        {
          g_autofree char *before = evaluate_ours (node, text->str);
          g_autofree char *after = NULL;

          if (!change_unread (xpath, doc, node))
            continue;
          changed++;
          after = evaluate_ours (node, text->str);
          if (!g_str_equal (before, after))
            g_error ("%s over %s from %s: an unread change made “%s” of “%s”", text->str, xml->str,
                     dup_nodeset (node), after, before);
        }
      xmlFreeDoc (doc);
    }
  g_test_message ("%u changes", changed);
  g_assert_cmpuint (changed, >, ROUNDS / 10);
}

/* Words of the grammar in any order: a value or an error, and nothing else. */
static void
test_any_words_end_well (void)
{
  static const char *const words[] = {
    "(",          ")",          "[",
    "]",          "/",          "//",
    "..",         ".",          "@",
    "*",          "|",          "+",
    "-",          "=",          "!=",
    "<=",         "a",          "k",
    "'x'",        "1",          "0.5",
    " and ",      " or ",       " div ",
    " mod ",      ",",          "::",
    "self",       "node()",     "count(",
    "position()", "if(",        "today()",
    "date(",      "concat(",    "current()",
    "instance(",  "randomize(", "indexed-repeat(",
    "jr:itext(",  "é",          ":",
    "$",          "'",          "\"",
    "round(",
  };
  xmlDoc *doc = parse_xml ("<a k='1'>2<a>3</a><k>4</k></a>");
  const RkXPathContext context = { .context = xmlDocGetRootElement (doc) };
  guint compiled = 0;

  for (guint i = 0; i < ROUNDS * 5; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (RkXPath) xpath = NULL;
      g_autoptr (GPtrArray) paths = NULL;
      g_auto (RkXPathValue) value = { 0 };

      for (guint n = 1 + pick (8); n > 0; n--)
        g_string_append (text, words[pick (G_N_ELEMENTS (words))]);
      xpath = rk_xpath_compile (text->str, NULL, NULL, NULL);
      if (xpath == NULL)
        continue;
      compiled++;
      rk_xpath_get_reads (xpath, "/a/a", &paths, NULL);
      if (rk_xpath_evaluate (xpath, &context, &value, NULL))
        g_free (rk_xpath_value_to_string (&value, &context));
    }
  g_test_message ("%u of %u texts are expressions", compiled, ROUNDS * 5);
  g_assert_cmpuint (compiled, >, ROUNDS / 10);
  xmlFreeDoc (doc);
}

/* Blanks between words change nothing. */
static void
test_blanks_do_not_matter (void)
{
  xmlDoc *doc = parse_xml ("<a k='1'>2<a>3</a><b>4</b></a>");

  for (guint i = 0; i < ROUNDS / 4; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) wide = g_string_new (NULL);
      g_autofree char *one = NULL;
      g_autofree char *two = NULL;

      append_random_expr (text, 3);
      for (const char *p = text->str; *p != '\0'; p++)
        g_string_append_printf (wide, strchr ("()[],", *p) != NULL ? " \n%c\t" : "%c", *p);
      one = evaluate_ours (xmlDocGetRootElement (doc), text->str);
      two = evaluate_ours (xmlDocGetRootElement (doc), wide->str);
      g_assert_cmpstr (one, ==, two);
    }
  xmlFreeDoc (doc);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/xpath-property/number-texts-read-back", test_number_texts_read_back);
  g_test_add_func ("/xpath-property/agrees-with-libxml2", test_agrees_with_libxml2);
  g_test_add_func ("/xpath-property/reads-tell-everything", test_reads_tell_everything);
  g_test_add_func ("/xpath-property/any-words-end-well", test_any_words_end_well);
  g_test_add_func ("/xpath-property/blanks-do-not-matter", test_blanks_do_not_matter);
  return g_test_run ();
}
