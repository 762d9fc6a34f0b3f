/* SPDX-License-Identifier: EUPL-1.2 */
/* Passwords: known in this run without a keyring, and in the next with one. The keyring of the test
 * is the file that libsecret itself offers for tests. */
#define _GNU_SOURCE 1 /* memmem */
#include "openrosa-fixture.h"
#include "rk-odk-keyring.h"

#include <glib/gstdio.h>

/* libsecret 0.20 forgets the tag of its test file each time it reads it. */
const char *__lsan_default_suppressions (void);

const char *
__lsan_default_suppressions (void)
{
  return "leak:libgio-2.0.so";
}

#define URL "https://odk.stad.be"

static char *
look_up (const char *url, const char *user)
{
  g_autoptr (GAsyncResult) result = NULL;

  rk_odk_keyring_lookup_async (url, user, NULL, keep_result_cb, &result);
  return rk_odk_keyring_lookup_finish (wait_for_result (&result));
}

static void
settle (void)
{
  for (guint i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (10 * 1000);
    }
}

static void
test_remembered (void)
{
  g_autofree char *other = NULL, *found = NULL, *gone = NULL;

  rk_odk_keyring_store (URL, "an", "geheim");
  found = look_up (URL, "an");
  g_assert_cmpstr (found, ==, "geheim");
  other = look_up (URL, "tom");
  g_assert_null (other);
  rk_odk_keyring_store (URL, "an", "");
  settle ();
  gone = look_up (URL, "an");
  g_assert_null (gone);
}

/* Beside the keyring nothing is written. */
static void
test_only_in_the_keyring (void)
{
  const char *path = g_getenv ("SECRET_FILE_TEST_PATH");
  g_autofree char *content = NULL, *kept = NULL;
  gsize length;

  rk_odk_keyring_store (URL, "an", "zeer geheim woord");
  settle ();
  kept = rk_odk_keyring_lookup (URL, "an"); /* asks the keyring itself */
  g_assert_cmpstr (kept, ==, "zeer geheim woord");
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_null (memmem (content, length, "zeer geheim woord", 17));
}

/* All users of that server, in this run and in the keyring; the others stay. */
static void
assert_forgotten (void (*forget) (const char *url))
{
  g_autofree char *an = NULL, *tom = NULL, *other = NULL, *remembered = NULL;

  rk_odk_keyring_store (URL, "an", "geheim");
  settle ();
  rk_odk_keyring_store (URL, "tom", "geheim");
  settle ();
  rk_odk_keyring_store (URL ".invalid", "an", "ander");
  settle ();
  forget (URL);
  settle ();
  remembered = look_up (URL, "an");
  g_assert_null (remembered);
  an = rk_odk_keyring_lookup (URL, "an");
  g_assert_null (an);
  tom = rk_odk_keyring_lookup (URL, "tom");
  g_assert_null (tom);
  other = rk_odk_keyring_lookup (URL ".invalid", "an");
  g_assert_cmpstr (other, ==, "ander");
}

static void
test_forgotten (void)
{
  assert_forgotten (rk_odk_keyring_forget);
  assert_forgotten (rk_odk_keyring_forget_now);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("rk-keyring-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "keyring", NULL);
  int status;

  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", path, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "sleutel", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/odk/keyring/remembered-in-this-run", test_remembered);
  g_test_add_func ("/odk/keyring/only-in-the-keyring", test_only_in_the_keyring);
  g_test_add_func ("/odk/keyring/forgotten", test_forgotten);
  status = g_test_run ();
  g_unlink (path);
  g_rmdir (folder);
  return status;
}
