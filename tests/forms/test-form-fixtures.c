/* SPDX-License-Identifier: EUPL-1.2 */
/* Forms of others, filled in by a script: every node is as the expectation says. */
#include "config.h"
#include "test-form-helper.h"

#include <json-glib/json-glib.h>

#define LONG_LIST 60

static char *
fixture_path (const char *name, const char *ending)
{
  g_autofree char *file = g_strconcat (name, ending, NULL);

  return g_build_filename (g_getenv ("RK_SOURCE_ROOT"), "tests", "forms", "fixtures", "forms", file,
                           NULL);
}

static JsonObject *
load_json (const char *name, const char *ending, JsonParser *parser)
{
  g_autofree char *path = fixture_path (name, ending);
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

/* --- comparing -------------------------------------------------------------------------------- */

static gboolean
is_volatile (JsonObject *want, const char *member)
{
  JsonArray *list = json_object_has_member (want, "volatile")
                        ? json_object_get_array_member (want, "volatile")
                        : NULL;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    if (g_str_equal (json_array_get_string_element (list, i), member) ||
        g_str_equal (json_array_get_string_element (list, i), "*"))
      return TRUE;
  return FALSE;
}

static void
differ (const char *path, const char *member, const char *want, const char *got)
{
  g_test_message ("%s %s: expected “%s”, got “%s”", path, member, want, got);
  g_test_fail ();
}

static void
compare_text (JsonObject *want, const char *path, const char *member, const char *got)
{
  const char *text = json_object_get_string_member_with_default (want, member, "");

  if (!is_volatile (want, member) && g_strcmp0 (text, got) != 0)
    differ (path, member, text, got);
}

static void
compare_boolean (JsonObject *want, const char *path, const char *member, gboolean got)
{
  gboolean value = json_object_get_boolean_member_with_default (want, member, FALSE);

  if (!is_volatile (want, member) && value != got)
    differ (path, member, value ? "true" : "false", got ? "true" : "false");
}

static char *
collapse_blanks (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " \t\r\n", -1);
  GString *line = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", *word);
  return g_string_free (line, FALSE);
}

static void
compare_label (JsonObject *want, const char *path, RkFormNode *node)
{
  g_autofree char *text =
      collapse_blanks (json_object_get_string_member_with_default (want, "label", ""));
  g_autofree char *got = collapse_blanks (rk_form_node_get_label (node));

  if (!is_volatile (want, "label") && !g_str_equal (text, got))
    differ (path, "label", text, got);
}

static void
compare_choices (JsonObject *want, const char *path, RkFormNode *node)
{
  GPtrArray *choices = rk_form_node_get_choices (node);
  JsonArray *list;

  if (is_volatile (want, "choices") || !json_object_has_member (want, "choices"))
    return;
  list = json_object_get_array_member (want, "choices");
  g_assert_cmpuint (choices->len, <=, LONG_LIST);
  g_assert_cmpuint (choices->len, ==, json_array_get_length (list));
  for (guint i = 0; i < choices->len; i++)
    g_assert_cmpstr (((RkChoice *) g_ptr_array_index (choices, i))->value, ==,
                     json_array_get_string_element (list, i));
}

static void
compare_node (RkFormInstance *self, const char *path, JsonObject *want)
{
  RkFormNode *node = rk_form_instance_find (self, path);
  RkViolation violation;

  if (is_volatile (want, "*"))
    return;
  if (node == NULL)
    {
      differ (path, "node", "present", "absent");
      return;
    }
  violation = rk_form_node_get_violation (node);
  compare_text (want, path, "value", rk_form_node_get_value (node));
  compare_boolean (want, path, "relevant", rk_form_node_get_relevant (node));
  compare_boolean (want, path, "required", rk_form_node_get_required (node));
  compare_boolean (want, path, "readonly", rk_form_node_get_readonly (node));
  compare_boolean (want, path, "valid", violation == RK_VIOLATION_NONE);
  if (violation != RK_VIOLATION_NONE)
    compare_text (want, path, "violation",
                  violation == RK_VIOLATION_REQUIRED ? "required" : "constraint");
  compare_label (want, path, node);
  compare_choices (want, path, node);
}

static guint
count_leaves (RkFormNode *node)
{
  GListModel *children = rk_form_node_get_children (node);
  guint n = rk_form_node_get_node_type (node) == RK_NODE_LEAF;

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);

      n += count_leaves (child);
    }
  return n;
}

static void
compare_nodes (RkFormInstance *self, JsonObject *nodes)
{
  JsonObjectIter iter;
  const char *path;
  JsonNode *want;
  guint leaves = 0;

  json_object_iter_init_ordered (&iter, nodes);
  while (json_object_iter_next_ordered (&iter, &path, &want))
    if (!g_str_has_suffix (path, "/"))
      {
        compare_node (self, path, json_node_get_object (want));
        leaves++;
      }
  g_assert_cmpuint (count_leaves (rk_form_instance_get_root (self)), ==, leaves);
}

static void
compare_repeats (RkFormInstance *self, JsonObject *repeats)
{
  JsonObjectIter iter;
  const char *path;
  JsonNode *want;

  json_object_iter_init_ordered (&iter, repeats);
  while (json_object_iter_next_ordered (&iter, &path, &want))
    {
      RkFormNode *range = node_at (self, path);
      JsonObject *object = json_node_get_object (want);

      g_assert_cmpint (g_list_model_get_n_items (rk_form_node_get_children (range)), ==,
                       json_object_get_int_member (object, "count"));
      compare_boolean (object, path, "controlled", !rk_form_node_is_user_controlled (range));
      compare_boolean (object, path, "relevant", rk_form_node_get_relevant (range));
    }
}

static void
compare_state (RkFormInstance *self, JsonObject *state)
{
  compare_nodes (self, json_object_get_object_member (state, "nodes"));
  compare_repeats (self, json_object_get_object_member (state, "repeats"));
}

/* --- operations ------------------------------------------------------------------------------- */

static RkReject
remove_row (RkFormInstance *self, const char *path)
{
  RkFormNode *row = rk_form_instance_find (self, path);

  return row != NULL ? rk_form_instance_remove_row (self, row) : RK_REJECT_NO_SUCH_INSTANCE;
}

static void
do_operation (RkFormInstance *self, JsonObject *op)
{
  const char *kind = json_object_get_string_member_with_default (op, "op", "set");
  const char *path = json_object_get_string_member_with_default (op, "path", "");
  const char *value = json_object_get_string_member_with_default (op, "value", "");
  RkFormNode *node = rk_form_instance_find (self, path);
  RkReject reject;

  if (g_str_equal (kind, "language"))
    reject = rk_form_instance_set_language (self, value);
  else if (g_str_equal (kind, "remove-repeat"))
    reject = remove_row (self, path);
  else if (node == NULL)
    reject = RK_REJECT_NO_SUCH_NODE;
  else if (g_str_equal (kind, "add-repeat"))
    reject = rk_form_instance_add_row (self, node, NULL);
  else
    reject = rk_form_instance_set_value (self, node, value);
  if ((reject != RK_REJECT_NONE) != json_object_has_member (op, "rejected"))
    differ (path, kind, json_object_has_member (op, "rejected") ? "refused" : "done",
            reject == RK_REJECT_NONE ? "done" : "refused");
}

static RkFormInstance *
open_fixture (const char *name)
{
  g_autofree char *path = fixture_path (name, ".xml");
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Brussels");
  g_autoptr (GHashTable) properties = g_hash_table_new (g_str_hash, g_str_equal);
  RkFormEnvironment environment = { .now_us = G_GINT64_CONSTANT (1768469400000000),
                                    .tz = zone,
                                    .seeded = TRUE,
                                    .seed = 12345,
                                    .properties = properties };
  g_autoptr (GError) error = NULL;
  g_autoptr (RkForm) form = NULL;
  RkFormInstance *self;

  g_hash_table_insert (properties, (char *) "deviceid", (char *) "oracle:device-1");
  g_hash_table_insert (properties, (char *) "username", (char *) "oracle");
  g_hash_table_insert (properties, (char *) "email", (char *) "oracle@example.org");
  g_hash_table_insert (properties, (char *) "phonenumber", (char *) "+3200000000");
  form = rk_form_new_from_file (path, NULL, NULL, &error);
  g_assert_no_error (error);
  self = rk_form_instance_new (form, &environment, &error);
  g_assert_no_error (error);
  return self;
}

static void
test_fixture (gconstpointer name)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *want = load_json (name, ".expected.json", parser);
  JsonArray *ops = json_object_get_array_member (want, "ops");
  JsonArray *languages = json_object_get_array_member (want, "languages");
  g_autoptr (RkFormInstance) self = open_fixture (name);
  const char *const *got = rk_form_get_languages (rk_form_instance_get_form (self));

  for (guint i = 0; i < json_array_get_length (languages); i++)
    g_assert_cmpstr (got[i], ==, json_array_get_string_element (languages, i));
  compare_state (self, json_object_get_object_member (want, "initial"));
  for (guint i = 0; i < json_array_get_length (ops); i++)
    do_operation (self, json_array_get_object_element (ops, i));
  compare_state (self, json_object_get_object_member (want, "final"));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *file;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  folder = fixture_path ("", "");
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".expected.json"))
      g_ptr_array_add (names, g_strndup (file, strlen (file) - strlen (".expected.json")));
  g_assert_cmpuint (names->len, >=, 20);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *test = g_strconcat ("/form-fixtures/", g_ptr_array_index (names, i), NULL);

      g_test_add_data_func (test, g_ptr_array_index (names, i), test_fixture);
    }
  return g_test_run ();
}
