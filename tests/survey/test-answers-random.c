/* SPDX-License-Identifier: EUPL-1.2 */
/* Whatever stands in a file of answers: it is stored whole, or nothing of it is. The seed is in the
 * first line of the output; run with --seed to do it again. */
#include "survey-fixture.h"

static const char *const ids[] = { "tuin.opp",   "tuin.diepte", "tuin.soort", "tuin.water",
                                   "tuin.keuze", "tuin.stel",   "tuin.top",   "bed",
                                   "tuin.nota",  "tuin.aanleg", "intro",      "tuin.zon" };
static const char *const names[] = { "a", "b", "naam", "aantal", "plant", "soort", "geur" };
static const char *const words[] = { "leem", "roos", "lis", "2", "x", "", "2020-04-01", "é", " " };

static JsonNode *
make_json (guint depth)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);
  guint n = (guint) g_test_rand_int_range (0, 4);

  switch (g_test_rand_int_range (0, depth > 0 ? 7 : 4))
    {
    case 0: json_node_set_int (node, g_test_rand_int_range (-5, 2000)); return node;
    case 1: json_node_set_double (node, g_test_rand_double_range (-2, 2000)); return node;
    case 2: json_node_set_boolean (node, g_test_rand_bit ()); return node;
    case 3:
      json_node_set_string (node, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      return node;
    case 4: return json_node_init_null (node);
    case 5:
      json_node_init (node, JSON_NODE_ARRAY);
      json_node_take_array (node, json_array_new ());
      for (guint i = 0; i < n; i++)
        json_array_add_element (json_node_get_array (node), make_json (depth - 1));
      return node;
    default:
      json_node_init (node, JSON_NODE_OBJECT);
      json_node_take_object (node, json_object_new ());
      for (guint i = 0; i < n; i++)
        json_object_set_member (json_node_get_object (node),
                                names[g_test_rand_int_range (0, G_N_ELEMENTS (names))],
                                make_json (depth - 1));
      return node;
    }
}

static void
test_all_or_nothing (Fixture *f, gconstpointer data)
{
  guint stored = 0, refused = 0;

  for (guint round = 0; round < 600; round++)
    {
      g_autoptr (JsonObject) answers = json_object_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *before = collect (f->response), *after = NULL, *kept = NULL;
      guint n = (guint) g_test_rand_int_range (1, 4);

      for (guint i = 0; i < n; i++)
        json_object_set_member (answers, ids[g_test_rand_int_range (0, G_N_ELEMENTS (ids))],
                                make_json (3));
      if (rk_answers_apply (f->response, answers, NULL, &error))
        stored++;
      else
        {
          refused++;
          g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
          after = collect (f->response);
          g_assert_cmpstr (before, ==, after);
        }
      if (round % 20 != 0)
        continue;
      g_clear_pointer (&after, g_free);
      after = collect (f->response);
      restart (f);
      kept = collect (f->response);
      g_assert_cmpstr (after, ==, kept);
    }
  g_assert_cmpuint (stored, >, 20);
  g_assert_cmpuint (refused, >, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/answers-random/all-or-nothing", Fixture, NULL, set_up, test_all_or_nothing,
              tear_down);
  return g_test_run ();
}
