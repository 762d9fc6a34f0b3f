/* SPDX-License-Identifier: EUPL-1.2 */
#include "test-kinds.h"

#include "rk-history.h"

typedef struct
{
  char *path;
  RkStore *store;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->path = test_path ();
  f->store = test_open (f->path);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->store);
  g_free (f->path);
}

static void
apply_named (RkChange *change)
{
  g_autoptr (GError) error = NULL;

  rk_change_apply (change, &error);
  g_assert_no_error (error);
  rk_change_free (change);
}

static void
assert_undo (RkStore *store, const char *expected)
{
  g_autofree char *peeked = rk_store_peek_undo (store);
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (peeked, ==, expected);
  g_assert_true (rk_store_undo (store, &label, &error) == (expected != NULL));
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, expected);
}

static void
assert_redo (RkStore *store, const char *expected)
{
  g_autofree char *peeked = rk_store_peek_redo (store);
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (peeked, ==, expected);
  g_assert_true (rk_store_redo (store, &label, &error) == (expected != NULL));
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, expected);
}

static void
set_named (RkStore *store, const char *label, const char *value)
{
  RkChange *change = rk_change_new (store, label);

  rk_change_set (change, "garden", "g1", "name", value, NULL);
  apply_named (change);
}

static void
test_undo_and_redo_walk_the_steps (Fixture *f, gconstpointer data)
{
  set_named (f->store, "first", "A");
  set_named (f->store, "second", "B");
  set_named (f->store, "third", "C");
  assert_redo (f->store, NULL);
  assert_undo (f->store, "third");
  assert_undo (f->store, "second");
  test_assert_value (f->store, "garden", "g1", "name", "A");
  assert_redo (f->store, "second");
  test_assert_value (f->store, "garden", "g1", "name", "B");
  assert_undo (f->store, "second");
  assert_undo (f->store, "first");
  test_assert_value (f->store, "garden", "g1", "name", NULL);
  assert_undo (f->store, NULL);
  assert_redo (f->store, "first");
  assert_redo (f->store, "second");
  assert_redo (f->store, "third");
  assert_redo (f->store, NULL);
  test_assert_value (f->store, "garden", "g1", "name", "C");
}

static void
test_new_change_empties_redo (Fixture *f, gconstpointer data)
{
  set_named (f->store, "first", "A");
  set_named (f->store, "second", "B");
  assert_undo (f->store, "second");
  set_named (f->store, "other", "C");
  assert_redo (f->store, NULL);
  assert_undo (f->store, "other");
  test_assert_value (f->store, "garden", "g1", "name", "A");
  assert_redo (f->store, "other");
}

static void
test_undo_survives_restart (Fixture *f, gconstpointer data)
{
  set_named (f->store, "first", "A");
  set_named (f->store, "second", "B");
  assert_undo (f->store, "second");
  g_assert_finalize_object (f->store);
  f->store = test_open (f->path);
  assert_redo (f->store, "second");
  assert_undo (f->store, "second");
  assert_undo (f->store, "first");
}

static void
test_deleted_record_comes_back_in_place (Fixture *f, gconstpointer data)
{
  RkChange *change;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (RkRecord) before = NULL;
  g_autoptr (RkRecord) after = NULL;

  set_named (f->store, "first", "A");
  test_set (f->store, "garden", "g1", "order", "7");
  test_set (f->store, "garden", "g2", "name", "B");
  before = rk_store_get (f->store, "garden", "g1", NULL);
  change = rk_change_new (f->store, "delete");
  rk_change_delete (change, "garden", "g1");
  apply_named (change);
  test_assert_value (f->store, "garden", "g1", "name", NULL);
  assert_undo (f->store, "delete");
  list = rk_store_list (f->store, "garden", NULL, NULL, NULL, NULL);
  g_assert_cmpstr (rk_record_get_id (list->pdata[0]), ==, "g1");
  after = rk_store_get (f->store, "garden", "g1", NULL);
  g_assert_cmpint (rk_record_get_int (after, "order", 0), ==, 7);
  g_assert_cmpstr (rk_record_get_created_at (after), ==, rk_record_get_created_at (before));
  assert_redo (f->store, "delete");
  test_assert_value (f->store, "garden", "g1", "name", NULL);
}

static void
test_bulk_is_one_entry_and_can_be_undone (Fixture *f, gconstpointer data)
{
  RkChange *change;
  g_autoptr (GPtrArray) history = NULL;

  set_named (f->store, "first", "Old");
  change = rk_change_new (f->store, "import");
  rk_change_set_bulk (change, TRUE);
  rk_change_set (change, "garden", "g1", "name", "New", NULL);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      rk_change_set (change, "plant", id, "name", id, "remark", "imported", NULL);
    }
  apply_named (change);
  history = rk_history_list (f->store, "plant", "p1", NULL);
  g_assert_cmpuint (history->len, ==, 0);
  assert_undo (f->store, "import");
  g_assert_cmpint (rk_store_count (f->store, "plant", NULL, NULL, NULL), ==, 0);
  test_assert_value (f->store, "garden", "g1", "name", "Old");
  assert_redo (f->store, "import");
  test_assert_value (f->store, "plant", "p999", "remark", "imported");
  test_assert_value (f->store, "garden", "g1", "name", "New");
}

static void
test_final_step_stands (Fixture *f, gconstpointer data)
{
  RkChange *change = rk_change_new (f->store, "submit");

  set_named (f->store, "first", "A");
  rk_change_set (change, "garden", "g1", "order", "1", NULL);
  rk_change_set_final (change, TRUE);
  apply_named (change);
  assert_undo (f->store, NULL);
  set_named (f->store, "later", "B");
  assert_undo (f->store, "later");
  assert_undo (f->store, NULL);
}

/* What happened elsewhere is not taken back, and holds up nothing. */
static void
test_step_aside_is_passed_over (Fixture *f, gconstpointer data)
{
  RkChange *change;

  set_named (f->store, "first", "A");
  set_named (f->store, "second", "B");
  assert_undo (f->store, "second");
  change = rk_change_new (f->store, "received");
  rk_change_set (change, "garden", "g2", "name", "Elsewhere", NULL);
  rk_change_set_aside (change);
  apply_named (change);
  assert_redo (f->store, "second");
  assert_undo (f->store, "second");
  assert_undo (f->store, "first");
  assert_undo (f->store, NULL);
  test_assert_value (f->store, "garden", "g2", "name", "Elsewhere");
}

static void
test_history_names_who_and_what (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  RkHistoryEntry *entry;

  rk_store_set_author (f->store, "An Peeters");
  set_named (f->store, "first", "A");
  rk_store_set_author (f->store, "Tom Claes");
  set_named (f->store, "second", "B");
  assert_undo (f->store, "second");
  history = rk_history_list (f->store, "garden", "g1", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 3);
  entry = history->pdata[1];
  g_assert_cmpstr (entry->author, ==, "Tom Claes");
  g_assert_cmpstr (entry->label, ==, "second");
  g_assert_cmpstr (entry->field->label, ==, "Name");
  g_assert_cmpstr (entry->base, ==, "A");
  g_assert_cmpstr (entry->value, ==, "B");
  entry = history->pdata[2];
  g_assert_null (entry->base);
  g_assert_cmpstr (entry->author, ==, "An Peeters");
}

/* --- a model in memory ---------------------------------------------------------------------- */

#define IDS 4
#define FIELDS 3
#define MAX_STEPS 200

static const char *const model_fields[FIELDS] = { "name", "remark", "height" };

/* All states since the beginning; undo and redo walk over them. */
typedef struct
{
  char *values[IDS][FIELDS]; /* name NULL: the record is not there */
} State;

static void
copy_state (State *to, const State *from)
{
  for (guint i = 0; i < IDS * FIELDS; i++)
    to->values[i / FIELDS][i % FIELDS] = g_strdup (from->values[i / FIELDS][i % FIELDS]);
}

static void
clear_state (State *state)
{
  for (guint i = 0; i < IDS * FIELDS; i++)
    g_clear_pointer (&state->values[i / FIELDS][i % FIELDS], g_free);
}

static gboolean
same_state (const State *a, const State *b)
{
  for (guint i = 0; i < IDS * FIELDS; i++)
    if (g_strcmp0 (a->values[i / FIELDS][i % FIELDS], b->values[i / FIELDS][i % FIELDS]) != 0)
      return FALSE;
  return TRUE;
}

static void
assert_state (RkStore *store, const State *state)
{
  for (guint i = 0; i < IDS; i++)
    for (guint j = 0; j < FIELDS; j++)
      {
        g_autofree char *id = g_strdup_printf ("p%u", i);

        test_assert_value (store, "plant", id, model_fields[j], state->values[i][j]);
      }
}

static void
change_field (GRand *random, RkChange *change, State *state, guint i)
{
  guint j = (guint) g_rand_int_range (random, 0, FIELDS);
  gboolean clear = j > 0 && g_rand_int_range (random, 0, 4) == 0;
  g_autofree char *id = g_strdup_printf ("p%u", i);
  char *value = clear ? NULL : g_strdup_printf ("%d", g_rand_int_range (random, 0, 3));

  if (state->values[i][0] == NULL)
    {
      state->values[i][0] = g_strdup ("new");
      rk_change_set (change, "plant", id, "name", "new", NULL);
    }
  rk_change_set (change, "plant", id, model_fields[j], value, NULL);
  g_free (state->values[i][j]);
  state->values[i][j] = value;
}

static void
change_at_random (GRand *random, RkStore *store, State *state)
{
  RkChange *change = rk_change_new (store, "random");
  int n = g_rand_int_range (random, 1, 4);

  rk_change_set_bulk (change, g_rand_int_range (random, 0, 5) == 0);
  for (int k = 0; k < n; k++)
    {
      guint i = (guint) g_rand_int_range (random, 0, IDS);
      g_autofree char *id = g_strdup_printf ("p%u", i);

      if (g_rand_int_range (random, 0, 6) > 0)
        change_field (random, change, state, i);
      else
        {
          rk_change_delete (change, "plant", id);
          for (guint j = 0; j < FIELDS; j++)
            g_clear_pointer (&state->values[i][j], g_free);
        }
    }
  apply_named (change);
}

static void
test_random_steps_equal_the_model (Fixture *f, gconstpointer data)
{
  const char *wanted = g_getenv ("RK_SEED");
  guint32 seed = wanted != NULL ? (guint32) g_ascii_strtoull (wanted, NULL, 10) : g_random_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  State states[MAX_STEPS + 1] = { 0 };
  guint at = 0;
  guint last = 0;

  g_test_message ("RK_SEED=%u", seed);
  for (guint step = 0; step < MAX_STEPS; step++)
    {
      int what = g_rand_int_range (random, 0, 10);

      if (what < 5)
        {
          State next;

          copy_state (&next, &states[at]);
          change_at_random (random, f->store, &next);
          if (same_state (&next, &states[at]))
            {
              clear_state (&next); /* a change of nothing is no step */
              continue;
            }
          while (last > at)
            clear_state (&states[last--]);
          states[++at] = next;
          last = at;
        }
      else if (what < 8)
        g_assert_true (rk_store_undo (f->store, NULL, NULL) == (at > 0 ? (at--, TRUE) : FALSE));
      else if (what < 9)
        g_assert_true (rk_store_redo (f->store, NULL, NULL) == (at < last ? (at++, TRUE) : FALSE));
      else
        {
          g_assert_finalize_object (f->store);
          f->store = test_open (f->path);
        }
      assert_state (f->store, &states[at]);
    }
  for (guint i = 0; i <= last; i++)
    clear_state (&states[i]);
}

static void
test_step_is_undone_only_while_it_is_the_last (Fixture *f, gconstpointer data)
{
  g_autofree char *none = rk_store_peek_undo_id (f->store);
  g_autofree char *step = NULL, *later = NULL, *label = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (none);
  set_named (f->store, "first", "A");
  step = rk_store_peek_undo_id (f->store);
  g_assert_nonnull (step);
  set_named (f->store, "second", "B");
  later = rk_store_peek_undo_id (f->store);
  g_assert_cmpstr (later, !=, step);

  g_assert_false (rk_store_undo_step (f->store, step, &label, &error));
  g_assert_no_error (error);
  g_assert_null (label);
  test_assert_value (f->store, "garden", "g1", "name", "B");

  g_assert_true (rk_store_undo_step (f->store, later, NULL, NULL));
  test_assert_value (f->store, "garden", "g1", "name", "A");
  g_assert_false (rk_store_undo_step (f->store, later, NULL, NULL));
  g_assert_true (rk_store_undo_step (f->store, step, &label, NULL));
  g_assert_cmpstr (label, ==, "first");
}

#define ADD(name, function) g_test_add ("/undo/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("walks-the-steps", test_undo_and_redo_walk_the_steps);
  ADD ("new-change-empties-redo", test_new_change_empties_redo);
  ADD ("step-is-undone-only-while-it-is-the-last", test_step_is_undone_only_while_it_is_the_last);
  ADD ("survives-restart", test_undo_survives_restart);
  ADD ("deleted-record-comes-back-in-place", test_deleted_record_comes_back_in_place);
  ADD ("bulk-is-one-entry", test_bulk_is_one_entry_and_can_be_undone);
  ADD ("final-step-stands", test_final_step_stands);
  ADD ("step-aside-is-passed-over", test_step_aside_is_passed_over);
  ADD ("history-names-who-and-what", test_history_names_who_and_what);
  ADD ("random-steps-equal-the-model", test_random_steps_equal_the_model);
  return g_test_run ();
}
