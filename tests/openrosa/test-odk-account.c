/* SPDX-License-Identifier: EUPL-1.2 */
/* What a person types as the address of a server, and what is made of it. */
#include "rk-odk-account.h"

#include <string.h>

static void
assert_reads (const char *text, const char *url, const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found_key = NULL;
  g_autofree char *found = rk_odk_address_read (text, &found_key, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, url);
  g_assert_cmpstr (found_key, ==, key);
}

static void
test_made_whole (void)
{
  assert_reads ("odk.stad.be", "https://odk.stad.be", NULL);
  assert_reads ("  https://ODK.Stad.be/  ", "https://odk.stad.be", NULL);
  assert_reads ("https://odk.stad.be/v1/projects/7/formList", "https://odk.stad.be/v1/projects/7",
                NULL);
  assert_reads ("https://odk.stad.be:8443/an/formlist/", "https://odk.stad.be:8443/an", NULL);
  assert_reads ("http://odk.stad.be", "http://odk.stad.be", NULL);
  assert_reads ("localhost:8080", "http://localhost:8080", NULL);
  assert_reads ("127.0.0.1:8080/x?a=b#c", "http://127.0.0.1:8080/x", NULL);
}

/* The key of an app user of ODK Central is a password that stands in the address. */
static void
test_key_is_taken_out (void)
{
  assert_reads ("https://odk.stad.be/v1/key/aB!c$d/projects/7",
                "https://odk.stad.be/v1/key/-/projects/7", "aB!c$d");
  assert_reads ("https://odk.stad.be/v1/key/-/projects/7",
                "https://odk.stad.be/v1/key/-/projects/7", NULL);
}

static void
test_reading_twice_changes_nothing (void)
{
  static const char *const texts[] = { "odk.stad.be", "http://localhost:8080/a/b/",
                                       "https://odk.stad.be/v1/key/abc/projects/7/formList" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *once = rk_odk_address_read (texts[i], NULL, NULL);
      g_autofree char *twice = rk_odk_address_read (once, NULL, NULL);

      g_assert_cmpstr (once, ==, twice);
    }
}

static void
test_no_address (void)
{
  static const char *const texts[] = { "",
                                       "   ",
                                       "ftp://odk.stad.be",
                                       "https://",
                                       "een server",
                                       "https://an:geheim@odk.stad.be",
                                       "file:///etc/passwd",
                                       "https://odk.stad.be/\xff",
                                       "javascript://x" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (rk_odk_address_read (texts[i], NULL, &error));
      g_assert_error (error, RK_ODK_ERROR, RK_ODK_ERROR_ADDRESS);
      g_assert_null (strstr (error->message, "geheim"));
    }
}

static void
test_open_lines (void)
{
  g_assert_true (rk_odk_address_is_open ("http://odk.stad.be"));
  g_assert_true (rk_odk_address_is_open ("http://127.0.0.1.stad.be"));
  g_assert_true (rk_odk_address_is_open ("http://localhost.stad.be"));
  g_assert_false (rk_odk_address_is_open ("https://odk.stad.be"));
  g_assert_false (rk_odk_address_is_open ("http://localhost:80"));
  g_assert_false (rk_odk_address_is_open ("http://127.3.2.1"));
  g_assert_false (rk_odk_address_is_open ("http://[::1]:80/x"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/odk/account/address-is-made-whole", test_made_whole);
  g_test_add_func ("/odk/account/key-is-taken-out", test_key_is_taken_out);
  g_test_add_func ("/odk/account/reading-twice-changes-nothing",
                   test_reading_twice_changes_nothing);
  g_test_add_func ("/odk/account/what-is-no-address-is-refused", test_no_address);
  g_test_add_func ("/odk/account/open-lines-are-known", test_open_lines);
  return g_test_run ();
}
