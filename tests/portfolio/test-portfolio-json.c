/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-portfolio-json.h"
#include "rk-portfolio-kinds.h"

#include "rk-json.h"

#include <string.h>

typedef struct
{
  RkStore *store;
  GPtrArray *warnings;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("rk-portfolio-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "test.regiekamer", NULL);
  g_autoptr (GError) error = NULL;

  f->store = rk_store_open (path, rk_portfolio_kinds, RK_STORE_CREATE, &error);
  g_assert_no_error (error);
  f->warnings = g_ptr_array_new_with_free_func (g_free);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_ptr_array_unref (f->warnings);
  g_object_unref (f->store);
}

static gboolean
read_text (Fixture *f, const char *text, GError **error)
{
  g_autoptr (JsonNode) root = rk_json_parse (text, strlen (text), NULL);
  g_autoptr (RkChange) change = rk_change_new (f->store, "test");

  g_assert_nonnull (root);
  return rk_portfolio_json_read (root, change, f->warnings, error) &&
         rk_change_apply (change, error);
}

#define DOCUMENT(records) "{\"format\": \"regiekamer-portfolio\", \"version\": 1, " records "}"

static void
test_a_word_is_always_the_same_record (Fixture *f, gconstpointer data)
{
  static const char text[] =
      DOCUMENT ("\"application\": [{\"id\": \"b\", \"name\": \"B\", \"supplier\": \"n\","
                " \"users\": 24, \"annual_cost\": 48500.5, \"personal_data\": true}],"
                " \"contract\": [{\"id\": \"c\", \"name\": \"C\", \"applications\": [\"b\", \"a\","
                " \"b\"]}], \"supplier\": [{\"id\": \"n\", \"name\": \"N\"}]");
  g_autofree char *id = rk_store_name_id ("portfolio", "application", "b", NULL);
  g_autofree char *supplier = rk_store_name_id ("portfolio", "supplier", "n", NULL);
  g_autofree char *contract_id = rk_store_name_id ("portfolio", "contract", "c", NULL);
  g_autoptr (RkRecord) record = NULL;
  g_autoptr (RkRecord) contract = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 2; i++)
    g_assert_true (read_text (f, text, &error));
  g_assert_no_error (error);
  g_assert_cmpint (rk_store_count (f->store, "application", NULL, NULL, NULL), ==, 1);
  record = rk_store_get (f->store, "application", id, NULL);
  g_assert_cmpstr (rk_record_get (record, "supplier"), ==, supplier);
  g_assert_cmpstr (rk_record_get (record, "users"), ==, "24");
  g_assert_cmpstr (rk_record_get (record, "annual_cost"), ==, "48500.5");
  g_assert_cmpstr (rk_record_get (record, "personal_data"), ==, "true");
  contract = rk_store_get (f->store, "contract", contract_id, NULL);
  g_assert_cmpuint (strlen (rk_record_get (contract, "applications")), ==, 2 * 36 + 1);
}

static void
test_absent_stays_and_null_clears (Fixture *f, gconstpointer data)
{
  g_autofree char *id = rk_store_name_id ("portfolio", "supplier", "n", NULL);
  g_autoptr (RkRecord) record = NULL;

  g_assert_true (read_text (f,
                            DOCUMENT ("\"supplier\": [{\"id\": \"n\", \"name\": \"N\", \"kbo\": "
                                      "\"1\", \"country\": \"B\"}]"),
                            NULL));
  g_assert_true (read_text (f, DOCUMENT ("\"supplier\": [{\"id\": \"n\", \"kbo\": null}]"), NULL));
  record = rk_store_get (f->store, "supplier", id, NULL);
  g_assert_cmpstr (rk_record_get (record, "name"), ==, "N");
  g_assert_cmpstr (rk_record_get (record, "country"), ==, "B");
  g_assert_null (rk_record_get (record, "kbo"));
}

static void
test_unknown_is_kept_or_said (Fixture *f, gconstpointer data)
{
  g_autofree char *id = rk_store_name_id ("portfolio", "supplier", "n", NULL);
  g_autoptr (RkRecord) record = NULL;

  g_assert_true (read_text (
      f, DOCUMENT ("\"robot\": [], \"supplier\": [{\"id\": \"n\", \"name\": \"N\", \"mood\": 3}]"),
      NULL));
  g_assert_cmpuint (f->warnings->len, ==, 1);
  g_assert_nonnull (strstr (f->warnings->pdata[0], "robot"));
  record = rk_store_get (f->store, "supplier", id, NULL);
  g_assert_cmpstr (rk_record_get_extra (record), ==, "{\"mood\":3}");
}

static void
assert_refused (Fixture *f, const char *text, int code, const char *named)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (read_text (f, text, &error));
  g_assert_error (error, RK_ERROR, code);
  g_assert_nonnull (strstr (error->message, named));
  g_assert_cmpint (rk_store_count (f->store, "supplier", NULL, NULL, NULL), ==, 0);
}

static void
test_what_is_wrong_is_refused_whole (Fixture *f, gconstpointer data)
{
  assert_refused (f, "[]", RK_ERROR_FOREIGN, "not a portfolio");
  assert_refused (f, "{\"supplier\": []}", RK_ERROR_FOREIGN, "not a portfolio");
  assert_refused (f, "{\"format\": \"regiekamer-portfolio\", \"version\": 2}", RK_ERROR_NEWER,
                  "newer");
  assert_refused (f, DOCUMENT ("\"supplier\": {}"), RK_ERROR_INVALID, "not a list");
  assert_refused (f, DOCUMENT ("\"supplier\": [{\"id\": \"n\", \"name\": \"N\"}, 3]"),
                  RK_ERROR_INVALID, "number 2");
  assert_refused (f, DOCUMENT ("\"supplier\": [{\"id\": \"n\", \"name\": [1]}]"), RK_ERROR_INVALID,
                  "“name”");
  assert_refused (f,
                  DOCUMENT ("\"application\": [{\"id\": \"n\", \"name\": \"N\", \"status\": "
                            "\"sleeping\"}]"),
                  RK_ERROR_INVALID, "sleeping");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/portfolio-json/a-word-is-always-the-same-record", Fixture, NULL, set_up,
              test_a_word_is_always_the_same_record, tear_down);
  g_test_add ("/portfolio-json/absent-stays-and-null-clears", Fixture, NULL, set_up,
              test_absent_stays_and_null_clears, tear_down);
  g_test_add ("/portfolio-json/unknown-is-kept-or-said", Fixture, NULL, set_up,
              test_unknown_is_kept_or_said, tear_down);
  g_test_add ("/portfolio-json/what-is-wrong-is-refused-whole", Fixture, NULL, set_up,
              test_what_is_wrong_is_refused_whole, tear_down);
  return g_test_run ();
}
