/* SPDX-License-Identifier: EUPL-1.2 */
/* What our questionnaires calculate: every vector of the fixtures, answered in the form itself. */
#include "rk-form-instance.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

static RkForm *
load_form (const char *id)
{
  g_autofree char *lower = g_ascii_strdown (id, -1);
  g_autofree char *name = g_strconcat (lower, ".xml", NULL);
  g_autofree char *path =
      g_build_filename (g_getenv ("RK_SOURCE_ROOT"), "data", "forms", name, NULL);
  g_autoptr (GError) error = NULL;
  RkForm *form = rk_form_new_from_file (path, NULL, NULL, &error);

  g_assert_no_error (error);
  return form;
}

static RkFormNode *
find_named (RkFormNode *node, const char *name)
{
  GListModel *children = rk_form_node_get_children (node);

  if (g_str_equal (rk_form_node_get_name (node), name))
    return node;
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (RkFormNode) child = g_list_model_get_item (children, i);
      RkFormNode *found =
          g_str_equal (rk_form_node_get_name (child), "score") ? NULL : find_named (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static RkFormNode *
find_question (RkFormInstance *instance, const char *id)
{
  g_autofree char *name = g_strdelimit (g_strdup (id), ".", '_');
  RkFormNode *node = find_named (rk_form_instance_get_root (instance), name);

  if (node == NULL)
    g_error ("no question %s", id);
  return node;
}

/* Number or text of a scalar as a person would enter it. */
static char *
scalar_text (JsonNode *value)
{
  if (json_node_get_value_type (value) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (value));
  return g_strdup_printf ("%.15g", json_node_get_double (value));
}

static void
answer_leaf (RkFormInstance *instance, RkFormNode *node, const char *text)
{
  g_assert_nonnull (node);
  rk_form_instance_restore_value (instance, node, text);
}

static void
answer_object (RkFormInstance *instance, RkFormNode *node, JsonObject *object, gboolean rows)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    {
      g_autofree char *text = scalar_text (json_object_get_member (object, l->data));
      g_autofree char *name =
          rows ? g_strdup_printf ("%s_%s", rk_form_node_get_name (node), (const char *) l->data)
               : g_strdup (l->data);

      answer_leaf (instance, find_named (node, name), text);
    }
}

static void
answer_array (RkFormInstance *instance, RkFormNode *node, JsonArray *array)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      RkFormNode *row = NULL;

      if (JSON_NODE_HOLDS_OBJECT (element))
        {
          g_assert_cmpint (rk_form_instance_add_row (instance, node, &row), ==, RK_REJECT_NONE);
          answer_object (instance, row, json_node_get_object (element), FALSE);
          continue;
        }
      g_string_append_printf (words, "%s%s", i > 0 ? " " : "", json_node_get_string (element));
    }
  if (rk_form_node_get_node_type (node) == RK_NODE_LEAF)
    answer_leaf (instance, node, words->str);
}

static void
answer (RkFormInstance *instance, const char *id, JsonNode *value)
{
  RkFormNode *node = find_question (instance, id);

  if (JSON_NODE_HOLDS_OBJECT (value))
    answer_object (instance, node, json_node_get_object (value), TRUE);
  else if (JSON_NODE_HOLDS_ARRAY (value))
    answer_array (instance, node, json_node_get_array (value));
  else
    {
      g_autofree char *text = scalar_text (value);

      answer_leaf (instance, node, text);
    }
}

/* The score node @name, or NaN when it is empty. */
static double
get_score (RkFormInstance *instance, const char *form, const char *name)
{
  g_autofree char *path = g_strdup_printf ("/%s/score/%s", form, name);
  RkFormNode *node = rk_form_instance_find (instance, path);
  const char *text;
  char *end = NULL;
  double value;

  if (node == NULL)
    g_error ("no node %s", path);
  text = rk_form_node_get_value (node);
  if (*text == '\0')
    return NAN;
  value = g_ascii_strtod (text, &end);
  g_assert_cmpint (*end, ==, '\0');
  return value;
}

static void
check (RkFormInstance *instance, const char *form, const char *name, JsonNode *wanted,
       double tolerance)
{
  double got = get_score (instance, form, name);

  if (JSON_NODE_HOLDS_NULL (wanted) ? isnan (got)
                                    : fabs (got - json_node_get_double (wanted)) <= tolerance)
    return;
  g_test_message ("%s/score/%s is %.17g", form, name, got);
  g_test_fail ();
}

static void
check_theme (RkFormInstance *instance, const char *form, const char *theme, JsonObject *wanted)
{
  g_autofree char *coverage = g_strconcat (theme, "_dekking", NULL);

  check (instance, form, theme, json_object_get_member (wanted, "score"), 0);
  check (instance, form, coverage, json_object_get_member (wanted, "dekking"), 0.000501);
}

static void
check_expected (RkFormInstance *instance, const char *form, JsonObject *wanted)
{
  if (json_object_has_member (wanted, "index"))
    check (instance, form, "index", json_object_get_member (wanted, "index"), 0);
  if (json_object_has_member (wanted, "themas"))
    {
      JsonObject *themes = json_object_get_object_member (wanted, "themas");
      g_autoptr (GList) names = json_object_get_members (themes);

      for (GList *l = names; l != NULL; l = l->next)
        check_theme (instance, form, l->data, json_object_get_object_member (themes, l->data));
    }
  if (json_object_has_member (wanted, "knopen"))
    {
      JsonObject *nodes = json_object_get_object_member (wanted, "knopen");
      g_autoptr (GList) names = json_object_get_members (nodes);

      for (GList *l = names; l != NULL; l = l->next)
        check (instance, form, l->data, json_object_get_member (nodes, l->data), 1e-9);
    }
}

static void
run_vector (RkForm *form, JsonObject *vector)
{
  const RkFormEnvironment environment = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (RkFormInstance) instance = rk_form_instance_new (form, &environment, &error);
  JsonObject *answers = json_object_get_object_member (vector, "antwoorden");
  g_autoptr (GList) ids = json_object_get_members (answers);

  g_assert_no_error (error);
  g_test_message ("%s %s", rk_form_get_id (form), json_object_get_string_member (vector, "naam"));
  rk_form_instance_freeze (instance);
  for (GList *l = ids; l != NULL; l = l->next)
    answer (instance, l->data, json_object_get_member (answers, l->data));
  rk_form_instance_thaw (instance);
  check_expected (instance, rk_form_get_id (form),
                  json_object_get_object_member (vector, "verwacht"));
}

static void
test_vectors (gconstpointer file)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("G_TEST_SRCDIR"), "survey", "fixtures", file, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) forms =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  JsonArray *vectors;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  vectors = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                          "vectoren");
  g_assert_cmpuint (json_array_get_length (vectors), >, 0);
  for (guint i = 0; i < json_array_get_length (vectors); i++)
    {
      JsonObject *vector = json_array_get_object_element (vectors, i);
      const char *id = json_object_get_string_member (vector, "vragenlijst");

      if (!g_hash_table_contains (forms, id))
        g_hash_table_insert (forms, (char *) id, load_form (id));
      run_vector (g_hash_table_lookup (forms, id), vector);
    }
}

/* A form that runs without a remark is one that nobody has to explain. */
static void
test_forms_have_no_messages (void)
{
  static const char *const names[] = { "bdr.xml", "mat.xml", "ivg.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path =
          g_build_filename (g_getenv ("RK_SOURCE_ROOT"), "data", "forms", names[i], NULL);
      g_autoptr (GPtrArray) messages =
          g_ptr_array_new_with_free_func ((GDestroyNotify) rk_form_message_free);
      g_autoptr (GError) error = NULL;
      g_autoptr (RkForm) form = rk_form_new_from_file (path, NULL, messages, &error);

      g_assert_no_error (error);
      for (guint m = 0; m < messages->len; m++)
        {
          RkFormMessage *message = messages->pdata[m];

          g_test_message ("%s:%d: %s", names[i], message->line, message->message);
          g_test_fail ();
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/forms/no-messages", test_forms_have_no_messages);
  g_test_add_data_func ("/score-vectors/shared", "score-vectors.json", test_vectors);
  g_test_add_data_func ("/score-vectors/by-hand", "score-vectors-more.json", test_vectors);
  return g_test_run ();
}
