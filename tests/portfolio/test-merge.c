/* SPDX-License-Identifier: EUPL-1.2 */
/* Merging, removing and changing many: nothing may be left that refers to what is not there. */
#include "rk-bulk.h"
#include "rk-change.h"
#include "rk-merge.h"
#include "rk-portfolio-kinds.h"
#include "rk-remove.h"

#include <string.h>

typedef struct
{
  char *path;
  RkStore *store;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *dir = g_dir_make_tmp ("rk-merge-XXXXXX", NULL);

  f->path = g_build_filename (dir, "test.regiekamer", NULL);
  f->store = rk_store_open (f->path, rk_portfolio_kinds, RK_STORE_CREATE, NULL);
  g_assert_nonnull (f->store);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->store);
  g_free (f->path);
}

/* --- what must hold always ------------------------------------------------------------------- */

static void
check_word (RkStore *store, RkRecord *record, const RkField *field, const char *word)
{
  g_autoptr (RkRecord) target = rk_store_get (store, field->target, word, NULL);

  if (target == NULL)
    g_error ("%s.%s of %s refers to %s %s, which is not there", rk_record_get_kind (record)->name,
             field->name, rk_record_get_id (record), field->target, word);
}

static void
check_record (RkStore *store, RkRecord *record)
{
  for (const RkField *field = rk_record_get_kind (record)->fields; field->name != NULL; field++)
    {
      const char *value = rk_record_get (record, field->name);
      g_auto (GStrv) words = NULL;

      if (value == NULL || field->target == NULL)
        continue;
      words = g_strsplit (value, " ", -1);
      for (guint i = 0; words[i] != NULL; i++)
        check_word (store, record, field, words[i]);
    }
}

static void
check_references (RkStore *store)
{
  for (guint k = 0; rk_portfolio_kinds[k] != NULL; k++)
    {
      g_autoptr (GPtrArray) records =
          rk_store_list (store, rk_portfolio_kinds[k]->name, NULL, NULL, NULL, NULL);

      for (guint i = 0; i < records->len; i++)
        check_record (store, g_ptr_array_index (records, i));
    }
}

/* Everything in the workspace as one text, to compare. */
static char *
dup_everything (RkStore *store)
{
  GString *text = g_string_new (NULL);

  for (guint k = 0; rk_portfolio_kinds[k] != NULL; k++)
    {
      const RkKind *kind = rk_portfolio_kinds[k];
      g_autoptr (GPtrArray) records = rk_store_list (store, kind->name, NULL, "id", NULL, NULL);

      for (guint i = 0; i < records->len; i++)
        {
          RkRecord *record = g_ptr_array_index (records, i);

          g_string_append_printf (text, "%s %s", kind->name, rk_record_get_id (record));
          for (const RkField *field = kind->fields; field->name != NULL; field++)
            g_string_append_printf (text, "|%s",
                                    rk_record_get (record, field->name) != NULL
                                        ? rk_record_get (record, field->name)
                                        : "");
          g_string_append_c (text, '\n');
        }
    }
  return g_string_free (text, FALSE);
}

/* --- a landscape at random ------------------------------------------------------------------- */

typedef struct
{
  GRand *rand;
  GHashTable *ids; /* kind name → GPtrArray of ids */
} Landscape;

static GPtrArray *
get_ids (Landscape *l, const char *kind)
{
  GPtrArray *ids = g_hash_table_lookup (l->ids, kind);

  if (ids == NULL)
    {
      ids = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (l->ids, (char *) kind, ids);
    }
  return ids;
}

static const char *
pick (Landscape *l, const char *kind)
{
  GPtrArray *ids = get_ids (l, kind);

  return ids->len > 0 ? g_ptr_array_index (ids, g_rand_int_range (l->rand, 0, (int) ids->len))
                      : NULL;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
dup_random_set (Landscape *l, const char *kind)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  GPtrArray *ids = get_ids (l, kind);

  for (guint i = 0; i < ids->len; i++)
    if (g_rand_int_range (l->rand, 0, 4) == 0)
      g_ptr_array_add (chosen, g_ptr_array_index (ids, i));
  if (chosen->len == 0)
    return NULL;
  g_ptr_array_sort (chosen, compare_ids);
  g_ptr_array_add (chosen, NULL);
  return g_strjoinv (" ", (char **) chosen->pdata);
}

/* A value that fits: references to what is there, few different texts, so that much is the same. */
static char *
dup_random_value (Landscape *l, const RkField *field)
{
  guint n = 0;

  switch (field->type)
    {
    case RK_FIELD_REFERENCE: return g_strdup (pick (l, field->target));
    case RK_FIELD_REFERENCE_SET:
      return field->target != NULL ? dup_random_set (l, field->target) : NULL;
    case RK_FIELD_ENUM:
      while (field->values[n].value != NULL)
        n++;
      return g_strdup (field->values[g_rand_int_range (l->rand, 0, (int) n)].value);
    case RK_FIELD_TEXT: return g_strdup_printf ("%c", 'a' + g_rand_int_range (l->rand, 0, 5));
    case RK_FIELD_INTEGER: return g_strdup_printf ("%d", g_rand_int_range (l->rand, 0, 3));
    case RK_FIELD_LONG_TEXT:
    case RK_FIELD_DECIMAL:
    case RK_FIELD_MONEY:
    case RK_FIELD_DATE:
    case RK_FIELD_TIME:
    case RK_FIELD_BOOLEAN:
    case RK_FIELD_ENUM_SET:
    default: return NULL;
    }
}

static void
add_record (Landscape *l, RkStore *store, const RkKind *kind)
{
  g_autoptr (RkChange) change = rk_change_new (store, "Make");
  g_autofree char *id = rk_store_new_id ();
  g_autoptr (GError) error = NULL;

  for (const RkField *field = kind->fields; field->name != NULL; field++)
    {
      gboolean needed = (field->flags & RK_FIELD_REQUIRED) != 0;
      g_autofree char *value =
          (field->flags & RK_FIELD_BLOB) == 0 && (needed || g_rand_boolean (l->rand))
              ? dup_random_value (l, field)
              : NULL;

      if (needed && value == NULL)
        return; /* there is nothing yet to refer to */
      rk_change_set_field (change, kind->name, id, field->name, value);
    }
  g_assert_true (rk_change_apply (change, &error));
  g_assert_no_error (error);
  g_ptr_array_add (get_ids (l, kind->name), g_steal_pointer (&id));
}

static void
make_landscape (Landscape *l, RkStore *store, guint32 seed)
{
  l->rand = g_rand_new_with_seed (seed);
  l->ids =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint round = 0; round < 6; round++)
    for (guint k = 0; rk_portfolio_kinds[k] != NULL; k++)
      add_record (l, store, rk_portfolio_kinds[k]);
}

static void
landscape_clear (Landscape *l)
{
  g_rand_free (l->rand);
  g_hash_table_unref (l->ids);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Landscape, landscape_clear)

/* Up to five different ids of @kind that are there. */
static GStrv
dup_some (Landscape *l, RkStore *store, const char *kind)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < RK_MERGE_MAX; i++)
    {
      const char *id = pick (l, kind);
      g_autoptr (RkRecord) record = id != NULL ? rk_store_get (store, kind, id, NULL) : NULL;

      if (record != NULL && g_hash_table_add (seen, (char *) id))
        g_strv_builder_add (builder, id);
    }
  return g_strv_builder_end (builder);
}

/* Whatever is merged or removed, nothing refers to what is gone, and undo brings all of it back. */
static void
test_random (Fixture *f, gconstpointer data)
{
  static const char *const kinds[] = { "application",  "supplier", "product",   "standard",
                                       "organisation", "contract", "interface", "dataset" };
  guint32 seed = g_test_rand_int ();
  g_auto (Landscape) l = { NULL };

  g_test_message ("seed %u", seed);
  make_landscape (&l, f->store, seed);
  check_references (f->store);
  for (guint i = 0; i < 40; i++)
    {
      const char *kind = kinds[g_rand_int_range (l.rand, 0, G_N_ELEMENTS (kinds))];
      g_auto (GStrv) ids = dup_some (&l, f->store, kind);
      g_autofree char *before = dup_everything (f->store);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      gboolean merge = g_rand_boolean (l.rand) && g_strv_length (ids) >= 2;

      if (ids[0] == NULL)
        continue;
      g_test_message ("%s %u of %s", merge ? "merge" : "remove", g_strv_length (ids), kind);
      if (merge)
        rk_merge (f->store, kind, (const char *const *) ids, NULL, &error);
      else
        rk_portfolio_remove (f->store, kind, (const char *const[]){ ids[0], NULL }, &error);
      g_assert_no_error (error);
      check_references (f->store);
      if (g_rand_boolean (l.rand))
        continue;
      g_assert_true (rk_store_undo (f->store, NULL, &error));
      after = dup_everything (f->store);
      g_assert_cmpstr (after, ==, before);
      check_references (f->store);
    }
}

/* --- by example ------------------------------------------------------------------------------ */

static void
make (RkStore *store, const char *kind, const char *id, const char *first, const char *value,
      const char *second, const char *other)
{
  g_autoptr (RkChange) change = rk_change_new (store, "Make");
  g_autoptr (GError) error = NULL;

  rk_change_set (change, kind, id, first, value, second, other, NULL);
  rk_change_apply (change, &error);
  g_assert_no_error (error);
}

static void
make_answer (RkStore *store, const char *id, const char *application, const char *question)
{
  g_autoptr (RkChange) change = rk_change_new (store, "Make");

  rk_change_set (change, "regie_answer", id, "application", application, "question", question,
                 "value", "50", NULL);
  g_assert_true (rk_change_apply (change, NULL));
}

static char *
dup_field (RkStore *store, const char *kind, const char *id, const char *field)
{
  g_autoptr (RkRecord) record = rk_store_get (store, kind, id, NULL);

  g_assert_nonnull (record);
  return g_strdup (rk_record_get (record, field));
}

static void
assert_field (RkStore *store, const char *kind, const char *id, const char *field,
              const char *expected)
{
  g_autofree char *value = dup_field (store, kind, id, field);

  g_assert_cmpstr (value, ==, expected);
}

static void
assert_gone (RkStore *store, const char *kind, const char *id)
{
  g_autoptr (RkRecord) record = rk_store_get (store, kind, id, NULL);

  g_assert_null (record);
}

static void
test_merge_moves (Fixture *f, gconstpointer data)
{
  g_autofree char *answer = rk_store_name_id ("regie", "b", "D1", NULL);
  g_autofree char *moved = rk_store_name_id ("regie", "a", "D1", NULL);
  g_autoptr (GHashTable) chosen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) choices = NULL;
  const char *const ids[] = { "a", "b", NULL };

  make (f->store, "application", "a", "name", "BurgerPunt", "owner", NULL);
  make (f->store, "application", "b", "name", "Burgerpunt", "owner", "Els");
  make (f->store, "application", "c", "name", "Loonwijzer", "successor", "b");
  make (f->store, "fit", "f1", "application", "a", "component", "C1");
  make (f->store, "fit", "f2", "application", "b", "component", "C1");
  make (f->store, "fit", "f3", "application", "b", "component", "C2");
  make (f->store, "contract", "k", "name", "K", "applications", "b c");
  make (f->store, "interface", "i1", "source", "a", "target", "b");
  make (f->store, "interface", "i2", "source", "c", "target", "b");
  make_answer (f->store, answer, "b", "D1");

  choices = rk_merge_list_choices (f->store, "application", ids, NULL);
  g_assert_cmpuint (choices->len, ==, 1); /* the owner is known of one only */
  g_hash_table_insert (chosen, (char *) "name", (char *) "Burgerpunt");
  g_assert_true (rk_merge (f->store, "application", ids, chosen, NULL));

  assert_gone (f->store, "application", "b");
  assert_field (f->store, "application", "a", "name", "Burgerpunt");
  assert_field (f->store, "application", "a", "owner", "Els");
  assert_field (f->store, "application", "c", "successor", "a");
  assert_gone (f->store, "fit", "f2"); /* the same place twice */
  assert_field (f->store, "fit", "f3", "application", "a");
  assert_field (f->store, "contract", "k", "applications", "a c");
  assert_gone (f->store, "interface", "i1"); /* with itself */
  assert_field (f->store, "interface", "i2", "target", "a");
  assert_gone (f->store, "regie_answer", answer);
  assert_field (f->store, "regie_answer", moved, "application", "a");

  g_assert_true (rk_store_undo (f->store, NULL, NULL)); /* one step */
  assert_field (f->store, "application", "b", "owner", "Els");
  assert_field (f->store, "contract", "k", "applications", "b c");
  assert_field (f->store, "regie_answer", answer, "application", "b");
  assert_gone (f->store, "regie_answer", moved);
}

static void
test_merge_refuses (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make (f->store, "supplier", "a", "name", "A", "kbo", NULL);
  g_assert_false (
      rk_merge (f->store, "supplier", (const char *const[]){ "a", NULL }, NULL, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (
      rk_merge (f->store, "supplier", (const char *const[]){ "a", "x", NULL }, NULL, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (
      rk_merge (f->store, "supplier", (const char *const[]){ "a", "a", NULL }, NULL, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "“A”"));
}

/* An interface of the merged with each other goes; the step of a dataset that named it stays. */
static void
test_merge_lets_go (Fixture *f, gconstpointer data)
{
  g_autoptr (RkChange) change = rk_change_new (f->store, "Make");

  make (f->store, "application", "a", "name", "A", "status", NULL);
  make (f->store, "application", "b", "name", "B", "status", NULL);
  make (f->store, "dataset", "d", "name", "Persons", "owner", NULL);
  make (f->store, "interface", "i", "source", "a", "target", "b");
  rk_change_set (change, "dataset_flow", "f", "dataset", "d", "step", "share", "interface", "i",
                 "application", "b", NULL);
  g_assert_true (rk_change_apply (change, NULL));
  g_assert_true (
      rk_merge (f->store, "application", (const char *const[]){ "a", "b", NULL }, NULL, NULL));
  assert_gone (f->store, "interface", "i");
  assert_field (f->store, "dataset_flow", "f", "interface", NULL);
  assert_field (f->store, "dataset_flow", "f", "application", "a");
  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  assert_field (f->store, "dataset_flow", "f", "interface", "i");
  assert_field (f->store, "dataset_flow", "f", "application", "b");
}

static void
test_remove_clears (Fixture *f, gconstpointer data)
{
  make (f->store, "supplier", "s", "name", "Nordale", "kbo", NULL);
  make (f->store, "application", "a", "name", "BurgerPunt", "supplier", "s");
  make (f->store, "application", "b", "name", "Loonwijzer", "successor", "a");
  make (f->store, "building_block", "bb", "name", "MAGDA", "level", NULL);
  make (f->store, "adoption", "ad", "building_block", "bb", "application", "a");
  make (f->store, "fit", "f", "application", "a", "component", "C1");
  make (f->store, "interface", "i1", "source", "a", "target", "b");
  make (f->store, "interface", "i2", "source", "a", "target_name", NULL);
  make (f->store, "contract", "k", "name", "K", "applications", "a b");

  g_assert_true (
      rk_portfolio_remove (f->store, "application", (const char *const[]){ "a", NULL }, NULL));
  assert_gone (f->store, "fit", "f");
  assert_gone (f->store, "adoption", "ad"); /* else it were about the whole administration */
  assert_field (f->store, "application", "b", "successor", NULL);
  assert_field (f->store, "interface", "i1", "source", NULL);
  assert_field (f->store, "interface", "i1", "source_name", "BurgerPunt");
  assert_gone (f->store, "interface", "i2"); /* its other end is nowhere */
  assert_field (f->store, "contract", "k", "applications", "b");

  g_assert_true (rk_store_undo (f->store, NULL, NULL));
  assert_field (f->store, "adoption", "ad", "application", "a");
  assert_field (f->store, "contract", "k", "applications", "a b");

  g_assert_true (
      rk_portfolio_remove (f->store, "supplier", (const char *const[]){ "s", NULL }, NULL));
  assert_field (f->store, "application", "a", "supplier", NULL);
}

static void
test_bulk (Fixture *f, gconstpointer data)
{
  const char *const ids[] = { "a", "b", "nowhere", NULL };
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  make (f->store, "application", "a", "name", "A", "status", "in_use");
  make (f->store, "application", "b", "name", "B", "status", "retired");
  g_assert_cmpint (rk_bulk_count (f->store, "application", ids, "status", "retired", NULL), ==, 1);
  g_assert_true (rk_bulk_set (f->store, "application", ids, "status", "retired", NULL));
  assert_field (f->store, "application", "a", "status", "retired");
  g_assert_true (rk_store_undo (f->store, &label, NULL));
  g_assert_cmpstr (label, ==, "Status of 1 application");
  assert_field (f->store, "application", "a", "status", "in_use");
  g_assert_false (rk_bulk_set (f->store, "application", ids, "status", "maybe", &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (rk_bulk_set (f->store, "application", ids, "name", NULL, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/merge/moves-what-refers", Fixture, NULL, set_up, test_merge_moves, tear_down);
  g_test_add ("/merge/lets-go-of-inner-interfaces", Fixture, NULL, set_up, test_merge_lets_go,
              tear_down);
  g_test_add ("/merge/refuses-one-and-unknown", Fixture, NULL, set_up, test_merge_refuses,
              tear_down);
  g_test_add ("/merge/remove-clears-references", Fixture, NULL, set_up, test_remove_clears,
              tear_down);
  g_test_add ("/merge/bulk-is-one-step", Fixture, NULL, set_up, test_bulk, tear_down);
  g_test_add ("/merge/nothing-dangles", Fixture, NULL, set_up, test_random, tear_down);
  return g_test_run ();
}
