/* SPDX-License-Identifier: EUPL-1.2 */
/* Whatever is done in whatever order: two windows and the workspace hold the same. The seed is in
 * the first line of the output ("random seed"); run with --seed to do it again. */
#include "survey-fixture.h"

#define STEPS 250

static const char *const leaves[] = { "/tuin/grond/tuin_opp",    "/tuin/grond/tuin_diepte",
                                      "/tuin/grond/tuin_soort",  "/tuin/grond/tuin_water",
                                      "/tuin/grond/tuin_aanleg", "/tuin/planten/tuin_keuze",
                                      "/tuin/planten/tuin_nota" };
static const char *const texts[] = {
  "",  "5", "1.234", "12,5",     "leem",     "klei", "ander",
  "2", "x", "roos",  "roos lis", "1/2/2027", "iets", " spatie "
};

static RkFormNode *
pick_row (RkFormNode *repeat)
{
  GListModel *rows = rk_form_node_get_children (repeat);
  guint n = g_list_model_get_n_items (rows);
  g_autoptr (RkFormNode) row = NULL;

  if (n == 0)
    return NULL;
  row = g_list_model_get_item (rows, (guint) g_test_rand_int_range (0, (gint32) n));
  return row; /* the list keeps it */
}

static RkFormNode *
pick_repeat (RkResponse *response)
{
  RkFormNode *beds = node_at (response, "/tuin/planten/bed");
  RkFormNode *row = pick_row (beds);
  g_autofree char *inner = NULL;

  if (row == NULL || g_test_rand_bit ())
    return beds;
  inner = g_strconcat (rk_form_node_get_path (row), "/plant", NULL);
  return node_at (response, inner);
}

static void
enter_in_row (RkResponse *response, RkFormNode *repeat)
{
  static const char *const names[] = { "a", "b", "c", "" };
  RkFormNode *row = pick_row (repeat);
  g_autoptr (RkFormNode) first = NULL;

  if (row == NULL)
    return;
  first = g_list_model_get_item (rk_form_node_get_children (row), 0);
  g_assert_true (rk_response_enter (response, first,
                                    names[g_test_rand_int_range (0, G_N_ELEMENTS (names))], NULL));
}

static void
change_rows (RkResponse *response)
{
  RkFormNode *repeat = pick_repeat (response), *row = pick_row (repeat);
  guint n = g_list_model_get_n_items (rk_form_node_get_children (repeat));

  switch (g_test_rand_int_range (0, 4))
    {
    case 0: g_assert_true (rk_response_add_row (response, repeat, NULL, NULL)); break;
    case 1: enter_in_row (response, repeat); break;
    case 2:
      if (row != NULL)
        g_assert_true (rk_response_remove_row (response, row, NULL));
      break;
    default:
      if (row != NULL)
        g_assert_true (rk_response_move_row (response, row,
                                             (guint) g_test_rand_int_range (0, (gint32) n), NULL));
    }
}

static void
step (RkStore *store, RkResponse *response)
{
  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
    case 1: rk_store_undo (store, NULL, NULL); break;
    case 2: rk_store_redo (store, NULL, NULL); break;
    case 3:
    case 4:
    case 5: change_rows (response); break;
    default:
      enter_at (response, leaves[g_test_rand_int_range (0, G_N_ELEMENTS (leaves))],
                texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);
    }
}

/* Answers, texts that do not fit, rows: everything. */
static char *
describe (RkResponse *response)
{
  g_autoptr (GBytes) bytes = rk_response_export (response, RK_RESPONSE_JSON, NULL);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  return g_strndup (text, size);
}

static void
assert_same (RkResponse *one, RkResponse *other, guint n)
{
  g_autofree char *a = describe (one), *b = describe (other);

  if (!g_str_equal (a, b))
    g_error ("after step %u:\n%s\n%s", n, a, b);
}

static void
test_two_windows_and_the_workspace_agree (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResponse) other = open_response (f->store, f->id);

  for (guint n = 0; n < STEPS; n++)
    {
      step (f->store, g_test_rand_bit () ? f->response : other);
      /* the start of the survey itself was undone: do it again */
      if (rk_store_count (f->store, "response", NULL, NULL, NULL) == 0)
        rk_store_redo (f->store, NULL, NULL);
      assert_same (f->response, other, n);
      if (n % 25 == 0)
        {
          g_autoptr (RkResponse) fresh = open_response (f->store, f->id);

          assert_same (f->response, fresh, n);
        }
    }
  g_clear_object (&other);
  other = g_object_ref (f->response);
  g_clear_object (&f->response);
  f->response = open_response (f->store, f->id);
  assert_same (f->response, other, STEPS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/response-random/two-windows-and-the-workspace-agree", Fixture, NULL, set_up,
              test_two_windows_and_the_workspace_agree, tear_down);
  return g_test_run ();
}
