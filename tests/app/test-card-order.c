/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-card-order.h"
#include "rk-workspace-kinds.h"

#include <glib.h>

typedef struct
{
  RkStore *store;
  GPtrArray *ids;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "kaarten.regiekamer", NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  f->store = rk_workspace_open (path, RK_STORE_CREATE, NULL);
  g_assert_nonnull (f->store);
  f->ids = g_ptr_array_new ();
  g_ptr_array_add (f->ids, (gpointer) "A");
  g_ptr_array_add (f->ids, (gpointer) "B");
  g_ptr_array_add (f->ids, (gpointer) "C");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_ptr_array_unref (f->ids);
  g_object_unref (f->store);
}

static void
assert_shown (Fixture *f, const char *expected, guint hidden)
{
  guint n_hidden;
  g_autoptr (GPtrArray) shown = rk_card_order_apply (f->store, f->ids, &n_hidden);
  g_autofree char *text = NULL;

  g_ptr_array_add (shown, NULL);
  text = g_strjoinv (" ", (char **) shown->pdata);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (n_hidden, ==, hidden);
}

static void
move (Fixture *f, const char *id, int by)
{
  guint n_hidden;
  g_autoptr (GPtrArray) shown = rk_card_order_apply (f->store, f->ids, &n_hidden);

  rk_card_order_move (f->store, shown, id, by);
}

static void
test_hidden_cards_come_back (Fixture *f, gconstpointer data)
{
  assert_shown (f, "A B C", 0);
  rk_card_order_hide (f->store, "A");
  rk_card_order_hide (f->store, "C");
  assert_shown (f, "B", 2);
  rk_card_order_show_all (f->store);
  assert_shown (f, "A B C", 0);
}

static void
test_moving_stops_at_the_ends (Fixture *f, gconstpointer data)
{
  move (f, "C", -1);
  assert_shown (f, "A C B", 0);
  move (f, "A", -1);
  assert_shown (f, "A C B", 0);
  move (f, "B", 1);
  assert_shown (f, "A C B", 0);
  move (f, "A", 1);
  assert_shown (f, "C A B", 0);
}

static void
test_new_cards_come_last (Fixture *f, gconstpointer data)
{
  move (f, "C", -1);
  g_ptr_array_insert (f->ids, 0, (gpointer) "N");
  assert_shown (f, "A C B N", 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/card-order/hidden-cards-come-back", Fixture, NULL, set_up,
              test_hidden_cards_come_back, tear_down);
  g_test_add ("/card-order/moving-stops-at-the-ends", Fixture, NULL, set_up,
              test_moving_stops_at_the_ends, tear_down);
  g_test_add ("/card-order/new-cards-come-last", Fixture, NULL, set_up, test_new_cards_come_last,
              tear_down);
  return g_test_run ();
}
