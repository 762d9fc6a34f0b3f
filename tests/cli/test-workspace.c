/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl workspace, run as a program. */
#include "rk-change.h"
#include "rk-workspace-kinds.h"

#include <json-glib/json-glib.h>

typedef struct
{
  char *path;
  char *folder;
} Fixture;

static void
set_name (const char *path, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkStore) store = rk_workspace_open (path, RK_STORE_CREATE, &error);
  g_autoptr (RkChange) change = NULL;

  g_assert_no_error (error);
  change = rk_change_new (store, "Name");
  rk_change_set (change, "person", "p1", "name", name, NULL);
  rk_change_apply (change, &error);
  g_assert_no_error (error);
}

static void
assert_name (const char *path, const char *name)
{
  g_autoptr (RkStore) store = rk_workspace_open (path, RK_STORE_READ_ONLY, NULL);
  g_autoptr (RkRecord) record = rk_store_get (store, "person", "p1", NULL);

  g_assert_cmpstr (rk_record_get_title (record), ==, name);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_build_filename (g_get_user_data_dir (), "here", NULL);
  f->path = g_build_filename (f->folder, "office.regiekamer", NULL);
  set_name (f->path, "An Peeters");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_free (f->path);
  g_free (f->folder);
}

/* Runs "rkctl --workspace PATH --json workspace VERB ARGUMENT…" and gives its answer, or NULL. */
static JsonObject *
run (const char *path, int expected, const char *verb, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_autoptr (JsonNode) root = NULL;
  int status = 0;
  va_list args;

  g_ptr_array_add (argv, g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "src", "cli",
                                           "rkctl", NULL));
  g_ptr_array_add (argv, g_strdup ("--workspace"));
  g_ptr_array_add (argv, g_strdup (path));
  g_ptr_array_add (argv, g_strdup ("--json"));
  g_ptr_array_add (argv, g_strdup ("workspace"));
  va_start (args, verb);
  for (const char *word = verb; word != NULL; word = va_arg (args, const char *))
    g_ptr_array_add (argv, g_strdup (word));
  va_end (args);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output,
                NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, expected);
  root = json_from_string (output, &error);
  g_assert_no_error (error);
  return root != NULL ? json_object_ref (json_node_get_object (root)) : NULL;
}

/* What is written wrong is answered with a document too. */
static void
assert_wrong_usage (JsonObject *answer)
{
  g_assert_nonnull (answer);
  g_assert_false (json_object_get_boolean_member (answer, "ok"));
  g_assert_nonnull (strstr (json_object_get_string_member (answer, "error"), "rkctl workspace "));
  json_object_unref (answer);
}

static void
test_check (Fixture *f, gconstpointer data)
{
  g_autoptr (JsonObject) answer = run (f->path, 0, "check", NULL);
  g_autofree char *missing = g_build_filename (f->folder, "none.regiekamer", NULL);
  g_autoptr (JsonObject) failure = run (missing, 1, "check", NULL);

  g_assert_true (json_object_get_boolean_member (answer, "ok"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "problems")), ==,
                    0);
  g_assert_false (json_object_get_boolean_member (failure, "ok"));
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  assert_wrong_usage (run (f->path, 2, "check", "too", "much", NULL));
}

static void
test_backup_and_restore (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (f->folder, "copy.regiekamer", NULL);
  g_autoptr (JsonObject) own = run (f->path, 0, "backup", NULL);
  g_autoptr (JsonObject) asked = run (f->path, 0, "backup", "--output", copy, NULL);
  g_autoptr (JsonObject) again = run (f->path, 1, "backup", "--output", copy, NULL);
  g_autoptr (JsonObject) restored = NULL;

  g_assert_true (g_file_test (json_object_get_string_member (own, "path"), G_FILE_TEST_IS_REGULAR));
  g_assert_cmpstr (json_object_get_string_member (asked, "path"), ==, copy);
  g_assert_false (json_object_get_boolean_member (again, "ok"));
  set_name (f->path, "Tom Claes");
  restored = run (f->path, 0, "restore", copy, NULL);
  assert_name (f->path, "An Peeters");
  assert_name (json_object_get_string_member (restored, "former"), "Tom Claes");
  assert_wrong_usage (run (f->path, 2, "restore", NULL));
}

static void
test_export (Fixture *f, gconstpointer data)
{
  g_autofree char *target = g_build_filename (f->folder, "out", NULL);
  g_autofree char *persons = g_build_filename (target, "person.json", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (JsonObject) answer = run (f->path, 0, "export", "--output", target, NULL);

  g_assert_cmpstr (json_object_get_string_member (answer, "path"), ==, target);
  g_assert_true (g_file_get_contents (persons, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "An Peeters"));
  assert_wrong_usage (run (f->path, 2, "export", NULL));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/rkctl/workspace/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("check", test_check);
  ADD ("backup-and-restore", test_backup_and_restore);
  ADD ("export", test_export);
  return g_test_run ();
}
