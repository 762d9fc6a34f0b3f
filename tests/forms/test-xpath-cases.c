/* SPDX-License-Identifier: EUPL-1.2 */
/* Expectations of another implementation (fixtures/README.md), through `rkctl form xpath`. */
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

static JsonNode *
run_rkctl (const char *cases)
{
  g_autofree char *rkctl = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli", "rkctl", NULL);
  const char *argv[] = { rkctl, "form", "xpath", cases, "--json", NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status = -1;
  JsonNode *node;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  node = json_from_string (output, &error);
  g_assert_no_error (error);
  return node;
}

static double
get_number (JsonNode *node)
{
  const char *text;

  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return json_node_get_double (node);
  text = json_node_get_string (node);
  if (g_str_equal (text, "NaN"))
    return NAN;
  if (g_str_equal (text, "-0"))
    return 0;
  return *text == '-' ? -INFINITY : INFINITY;
}

static gboolean
numbers_agree (JsonNode *a, JsonNode *b)
{
  double x = get_number (a);
  double y = get_number (b);

  return (isnan (x) && isnan (y)) || x == y || fabs (x - y) <= 1e-9 * MAX (1, fabs (x));
}

static gboolean
nodes_agree (JsonObject *want, JsonObject *have)
{
  const char *text = json_object_get_string_member_with_default (want, "string", NULL);

  return g_str_equal (json_object_get_string_member (want, "path"),
                      json_object_get_string_member (have, "path")) &&
         (text == NULL || g_str_equal (text, json_object_get_string_member (have, "string")));
}

static gboolean
contains (JsonArray *array, JsonObject *wanted)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (nodes_agree (wanted, json_array_get_object_element (array, i)))
      return TRUE;
  return FALSE;
}

static gboolean
lists_agree (JsonArray *want, JsonArray *have, gboolean ordered)
{
  guint n = json_array_get_length (want);

  if (n != json_array_get_length (have))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      JsonObject *node = json_array_get_object_element (want, i);

      if (ordered ? !nodes_agree (node, json_array_get_object_element (have, i))
                  : !contains (have, node))
        return FALSE;
    }
  return TRUE;
}

static gboolean
single_nodes_agree (JsonNode *want, JsonNode *have)
{
  if (JSON_NODE_HOLDS_NULL (want) || JSON_NODE_HOLDS_NULL (have))
    return JSON_NODE_HOLDS_NULL (want) && JSON_NODE_HOLDS_NULL (have);
  return nodes_agree (json_node_get_object (want), json_node_get_object (have));
}

static gboolean
results_agree (JsonObject *want, JsonObject *have)
{
  const char *type = json_object_get_string_member (want, "type");
  JsonNode *a = json_object_get_member (want, "value");
  JsonNode *b = json_object_get_member (have, "value");

  if (!g_str_equal (type, json_object_get_string_member (have, "type")))
    return FALSE;
  if (g_str_equal (type, "number"))
    return numbers_agree (a, b);
  if (g_str_equal (type, "boolean"))
    return json_node_get_boolean (a) == json_node_get_boolean (b);
  if (g_str_equal (type, "string"))
    return g_str_equal (json_node_get_string (a), json_node_get_string (b));
  if (g_str_equal (type, "single-node"))
    return single_nodes_agree (a, b);
  return lists_agree (json_node_get_array (a), json_node_get_array (b),
                      json_object_get_boolean_member_with_default (want, "ordered", TRUE));
}

/* Cases that depend on the clock or chance have no one answer. */
static gboolean
is_judged (JsonObject *item)
{
  return !json_object_get_boolean_member_with_default (item, "volatile", FALSE) &&
         !json_object_has_member (item, "check");
}

static gboolean
is_right (JsonObject *item, JsonObject *answer)
{
  if (json_object_has_member (item, "expectedError"))
    return json_object_has_member (answer, "error");
  return json_object_has_member (answer, "result") &&
         results_agree (json_object_get_object_member (item, "expected"),
                        json_object_get_object_member (answer, "result"));
}

/* The share of the judged cases that is right. */
static double
judge (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answer = run_rkctl (path);
  JsonArray *results = json_object_get_array_member (json_node_get_object (answer), "results");
  JsonArray *cases;
  guint n = 0;
  guint right = 0;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  cases = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (cases), ==, json_array_get_length (results));
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *item = json_array_get_object_element (cases, i);

      if (!is_judged (item))
        continue;
      n++;
      if (is_right (item, json_array_get_object_element (results, i)))
        right++;
      else
        g_test_message ("wrong: %s %s", json_object_get_string_member (item, "id"),
                        json_object_get_string_member (item, "expression"));
    }
  g_test_message ("%u of %u right", right, n);
  return right / (double) n;
}

static void
test_fixture (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "forms", "fixtures", "xpath-cases.json", NULL);

  g_assert_cmpfloat (judge (path), ==, 1);
}

static void
test_all (gconstpointer path)
{
  g_assert_cmpfloat (judge (path), >=, 0.98);
}

static void
test_refuses_what_is_no_list (void)
{
  g_autofree char *rkctl = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli", "rkctl", NULL);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "cases.json", NULL);
  const char *const texts[] = { "{}", "[", "" };

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *argv[] = { rkctl, "form", "xpath", path, NULL };
      int status = 0;

      g_file_set_contents (path, texts[i], -1, NULL);
      g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                    &status, NULL);
      g_assert_true (g_spawn_check_wait_status (status, NULL) == FALSE);
    }
}

/* A bad case answers for itself and does not stop the others. */
static void
test_one_bad_case_stops_no_other (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "cases.json", NULL);
  g_autoptr (JsonNode) answer = NULL;
  JsonArray *results;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_file_set_contents (path,
                       "[1, {\"id\":\"a\",\"contextXml\":\"<a\"}, {\"id\":\"b\",\"expression\":\"1"
                       " + 1\",\"contextXml\":\"<a/>\",\"contextNode\":\"/\",\"requestedType\":"
                       "\"any\"}, {\"id\":\"c\",\"expression\":\".\",\"contextXml\":\"<a/>\","
                       "\"contextNode\":\"/*[2]\"}]",
                       -1, NULL);
  answer = run_rkctl (path);
  results = json_object_get_array_member (json_node_get_object (answer), "results");
  g_assert_cmpuint (json_array_get_length (results), ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (json_object_has_member (json_array_get_object_element (results, i), "error"),
                     ==, i != 2);
}

int
main (int argc, char **argv)
{
  g_autofree char *shared = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/xpath-cases/fixture", test_fixture);
  g_test_add_func ("/xpath-cases/refuses-what-is-no-list", test_refuses_what_is_no_list);
  g_test_add_func ("/xpath-cases/one-bad-case-stops-no-other", test_one_bad_case_stops_no_other);
  if (g_getenv ("RK_SOURCE_ROOT") != NULL)
    shared = g_build_filename (g_getenv ("RK_SOURCE_ROOT"), "..", "shared", "forms", "xpath",
                               "cases.json", NULL);
  if (shared != NULL && g_file_test (shared, G_FILE_TEST_EXISTS))
    g_test_add_data_func ("/xpath-cases/all", shared, test_all);
  return g_test_run ();
}
