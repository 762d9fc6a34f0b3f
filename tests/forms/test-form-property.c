/* SPDX-License-Identifier: EUPL-1.2 */
/* Whatever is entered in whatever order, the instance is as if everything had been computed anew:
 * each rule of the form, evaluated here by itself, gives what the instance holds. */
#include "config.h"
#include "test-form-helper.h"

#include <libxml/parser.h>

#define STEPS 120

/* The rules of a form, straight from its XML: nodeset → bind element. */
typedef struct
{
  xmlDoc *doc;
  GHashTable *binds;
} Rules;

static void
collect_binds (xmlNode *node, GHashTable *binds)
{
  for (xmlNode *n = node; n != NULL; n = n->next)
    {
      xmlChar *nodeset = n->type == XML_ELEMENT_NODE && xmlStrEqual (n->name, BAD_CAST "bind")
                             ? xmlGetNoNsProp (n, BAD_CAST "nodeset")
                             : NULL;

      if (nodeset != NULL)
        g_hash_table_insert (binds, g_strdup ((char *) nodeset), n);
      xmlFree (nodeset);
      if (n->type == XML_ELEMENT_NODE)
        collect_binds (n->children, binds);
    }
}

static char *
rule_of (const Rules *rules, RkFormNode *node, const char *name)
{
  xmlNode *bind = g_hash_table_lookup (rules->binds, rk_form_node_get_nodeset (node));
  xmlChar *text = bind != NULL ? xmlGetNoNsProp (bind, BAD_CAST name) : NULL;
  char *rule = g_strdup ((char *) text);

  xmlFree (text);
  return rule;
}

static char *
evaluate (RkFormInstance *self, RkFormNode *node, const char *expression)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  rk_form_instance_evaluate_string (self, node, expression, &text, &error);
  g_assert_no_error (error);
  return text;
}

/* What the rule @name says about @node, or @fallback without such a rule. */
static gboolean
holds (RkFormInstance *self, const Rules *rules, RkFormNode *node, const char *name,
       gboolean fallback)
{
  g_autofree char *rule = rule_of (rules, node, name);
  g_autofree char *expression = rule != NULL ? g_strdup_printf ("boolean(%s)", rule) : NULL;
  g_autofree char *text = expression != NULL ? evaluate (self, node, expression) : NULL;

  return text != NULL ? g_str_equal (text, "true") : fallback;
}

static gboolean
is_repeatable (const char *expression)
{
  return strstr (expression, "random") == NULL && strstr (expression, "uuid") == NULL &&
         strstr (expression, "now()") == NULL && strstr (expression, "once") == NULL;
}

/* A number is stored by type: compared as a number. */
static gboolean
same_value (const char *a, const char *b)
{
  if (g_str_equal (a, "NaN"))
    a = "";
  return g_str_equal (a, b) || (*a != '\0' && *b != '\0' && g_ascii_strtod (a, NULL) != 0 &&
                                g_ascii_strtod (a, NULL) == g_ascii_strtod (b, NULL));
}

static void
check_leaf (RkFormInstance *self, const Rules *rules, RkFormNode *node)
{
  g_autofree char *calculate = rule_of (rules, node, "calculate");
  RkViolation violation = rk_form_node_get_violation (node);
  const char *value = rk_form_node_get_value (node);
  RkViolation expected = RK_VIOLATION_NONE;

  if (!rk_form_node_get_relevant (node))
    g_assert_cmpstr (value, ==, "");
  else if (*value == '\0')
    expected =
        holds (self, rules, node, "required", FALSE) ? RK_VIOLATION_REQUIRED : RK_VIOLATION_NONE;
  else if (!holds (self, rules, node, "constraint", TRUE))
    expected = RK_VIOLATION_CONSTRAINT;
  g_assert_cmpint (violation, ==, expected);
  if (calculate != NULL && rk_form_node_get_relevant (node) && is_repeatable (calculate) &&
      rk_form_node_get_control (node) == NULL)
    {
      g_autofree char *text = evaluate (self, node, calculate);

      if (!same_value (text, value))
        g_error ("%s: %s gives “%s”, but it holds “%s”", rk_form_node_get_path (node), calculate,
                 text, value);
    }
}

static void
check_node (RkFormInstance *self, const Rules *rules, RkFormNode *node, gboolean above)
{
  GListModel *children = rk_form_node_get_children (node);
  gboolean range = rk_form_node_get_node_type (node) == RK_NODE_REPEAT;
  gboolean relevant = range ? rk_form_node_get_relevant (node)
                            : above && holds (self, rules, node, "relevant", TRUE);

  if (rk_form_node_get_relevant (node) != relevant)
    g_error ("%s should be %s", rk_form_node_get_path (node), relevant ? "relevant" : "hidden");
  if (rk_form_node_get_node_type (node) == RK_NODE_LEAF)
    check_leaf (self, rules, node);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);

      check_node (self, rules, child, range ? above : relevant);
    }
}

/* --- entering at random ------------------------------------------------------------------------
 */

static void
collect_nodes (RkFormNode *node, GPtrArray *nodes)
{
  GListModel *children = rk_form_node_get_children (node);

  if (rk_form_node_get_relevant (node) &&
      (rk_form_node_get_control (node) != NULL || rk_form_node_get_node_type (node) == RK_NODE_ROW))
    g_ptr_array_add (nodes, node);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);

      collect_nodes (child, nodes);
    }
}

static char *
random_answer (RkFormNode *node, GRand *random)
{
  static const char *const words[] = { "", "1", "2", "12.5", "100", "abc", "2026-03-01", "OK" };
  GPtrArray *choices = rk_form_node_get_choices (node);

  if (choices->len > 0 && g_rand_int_range (random, 0, 10) > 0)
    {
      guint i = (guint) g_rand_int_range (random, 0, (gint32) choices->len);

      return g_strdup (((RkChoice *) g_ptr_array_index (choices, i))->value);
    }
  return g_strdup (words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
}

static void
random_row_step (RkFormInstance *self, RkFormNode *row, GRand *random)
{
  GListModel *rows = rk_form_node_get_children (rk_form_node_get_parent (row));
  guint n = g_list_model_get_n_items (rows);

  if (g_rand_int_range (random, 0, 3) == 0)
    rk_form_instance_remove_row (self, row);
  else
    rk_form_instance_move_row (self, row, (guint) g_rand_int_range (random, 0, (gint32) n));
}

static void
random_step (RkFormInstance *self, GRand *random)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  RkFormNode *node;
  g_autofree char *text = NULL;

  collect_nodes (rk_form_instance_get_root (self), nodes);
  node = g_ptr_array_index (nodes, g_rand_int_range (random, 0, (gint32) nodes->len));
  switch (rk_form_node_get_node_type (node))
    {
    case RK_NODE_REPEAT: rk_form_instance_add_row (self, node, NULL); break;
    case RK_NODE_ROW: random_row_step (self, node, random); break;
    case RK_NODE_LEAF:
      text = random_answer (node, random);
      rk_form_instance_set_value (self, node, text);
      break;
    default: break;
    }
}

static void
test_same_as_computed_anew (gconstpointer path)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = rk_form_new_from_file (path, NULL, NULL, &error);
  g_autoptr (RkFormInstance) self = NULL;
  Rules rules = { xmlReadFile (path, NULL, XML_PARSE_NONET),
                  g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  g_assert_no_error (error);
  g_test_message ("seed %u", seed);
  collect_binds (xmlDocGetRootElement (rules.doc), rules.binds);
  self = rk_form_instance_new (form, NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < STEPS; i++)
    {
      check_node (self, &rules, rk_form_instance_get_root (self), TRUE);
      random_step (self, random);
    }
  check_node (self, &rules, rk_form_instance_get_root (self), TRUE);
  g_hash_table_unref (rules.binds);
  xmlFreeDoc (rules.doc);
}

static void
add_case (const char *folder, const char *file)
{
  g_autofree char *test = g_strconcat ("/form-property/same-as-computed-anew/", file, NULL);
  char *path = g_build_filename (g_getenv ("RK_SOURCE_ROOT"), folder, file, NULL);

  g_test_add_data_func_full (test, path, test_same_as_computed_anew, g_free);
}

int
main (int argc, char **argv)
{
  static const char *const fixtures[] = {
    "collect--fieldlist-updates.xml",   "enketo--group-relevant-indexed-repeat.xml",
    "enketo--nested-branches.xml",      "enketo--nested_repeats.xml",
    "kobocat--Water_2011_03_17.xml",    "onadata--Transportation_Form.xml",
    "web-forms--12-NestedRepeat.xml",   "enketo--itemset-relevant.xml",
    "web-forms--08-complex-repeats.xml"
  };
  static const char *const ours[] = { "bdr.xml", "mat.xml", "ivg.xml" };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    add_case ("data/forms", ours[i]);
  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    add_case ("tests/forms/fixtures/forms", fixtures[i]);
  return g_test_run ();
}
