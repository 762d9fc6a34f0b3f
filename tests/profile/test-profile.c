/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-profile.h"

static const RkKind *const kinds[] = { &rk_kind_administration, &rk_kind_person, NULL };

typedef struct
{
  RkStore *store;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "XXXXXX", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_nonnull (g_mkdtemp (folder));
  path = g_build_filename (folder, "test.regiekamer", NULL);
  f->store = rk_store_open (path, kinds, RK_STORE_CREATE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->store);
}

static void
test_no_administration_at_first (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rk_profile_get_administration (f->store, &error));
  g_assert_no_error (error);
}

static void
test_municipality_gives_the_province (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkRecord) record = NULL;

  g_assert_true (rk_profile_set_administration (f->store, &error, "Gemeente Pajottegem",
                                                "gemeente_ocmw", "23106", NULL));
  record = rk_profile_get_administration (f->store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rk_record_get_title (record), ==, "Gemeente Pajottegem");
  g_assert_cmpstr (rk_record_get (record, "province"), ==, "Vlaams-Brabant");
  g_assert_null (rk_record_get (record, "kbo"));
}

static void
test_there_is_one_administration (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkRecord) record = NULL;

  g_assert_true (rk_profile_set_administration (f->store, &error, "Stad Gent", "gemeente", "44021",
                                                "0207451227"));
  g_assert_true (
      rk_profile_set_administration (f->store, &error, "Politiezone Noord", "zone", NULL, NULL));
  g_assert_cmpint (rk_store_count (f->store, "administration", NULL, &error, NULL), ==, 1);
  record = rk_profile_get_administration (f->store, &error);
  g_assert_cmpstr (rk_record_get (record, "type"), ==, "zone");
  g_assert_null (rk_record_get (record, "nis"));
  g_assert_null (rk_record_get (record, "province"));
  g_assert_null (rk_record_get (record, "kbo"));
}

static void
test_kbo_number_is_written_one_way (Fixture *f, gconstpointer data)
{
  static const char *const wrong[] = { "207451227", "0207.451.227a", "abc", "9207451227" };
  g_autoptr (GError) error = NULL;
  g_autoptr (RkRecord) record = NULL;

  g_assert_true (rk_profile_set_administration (f->store, &error, "Gent", "gemeente", "44021",
                                                " 0207 451.227"));
  record = rk_profile_get_administration (f->store, &error);
  g_assert_cmpstr (rk_record_get (record, "kbo"), ==, "0207.451.227");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (
          rk_profile_set_administration (f->store, &error, "Gent", "gemeente", "44021", wrong[i]));
      g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
      g_clear_error (&error);
    }
}

static void
test_setting_up_can_be_undone (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      rk_profile_set_administration (f->store, &error, "Gent", "gemeente", "44021", NULL));
  g_assert_true (rk_store_undo (f->store, NULL, &error));
  g_assert_null (rk_profile_get_administration (f->store, &error));
  g_assert_no_error (error);
}

static void
test_a_person_is_made_once (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *tom = rk_profile_add_person (f->store, "Tom Claes", &error);
  g_autofree char *again = rk_profile_add_person (f->store, "  tom claes ", &error);
  g_autofree char *an = rk_profile_add_person (f->store, "An Verhelst", &error);
  g_autoptr (GPtrArray) people = rk_profile_list_people (f->store, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (tom, ==, again);
  g_assert_cmpstr (tom, !=, an);
  g_assert_cmpuint (people->len, ==, 2);
  g_assert_cmpstr (rk_record_get_title (people->pdata[0]), ==, "An Verhelst");
  g_assert_null (rk_profile_add_person (f->store, "  ", &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/profile/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("no-administration-at-first", test_no_administration_at_first);
  ADD ("municipality-gives-the-province", test_municipality_gives_the_province);
  ADD ("there-is-one-administration", test_there_is_one_administration);
  ADD ("kbo-number-is-written-one-way", test_kbo_number_is_written_one_way);
  ADD ("setting-up-can-be-undone", test_setting_up_can_be_undone);
  ADD ("a-person-is-made-once", test_a_person_is_made_once);
  return g_test_run ();
}
