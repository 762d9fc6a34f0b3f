/* SPDX-License-Identifier: EUPL-1.2 */
#include "rk-language.h"

static void
test_follows_the_system_when_we_have_its_language (void)
{
  g_assert_cmpstr (rk_language_choose (NULL, NULL, "nl_BE.UTF-8"), ==, "nl");
  g_assert_cmpstr (rk_language_choose (NULL, NULL, "en_US.UTF-8"), ==, "en");
  g_assert_cmpstr (rk_language_choose ("system", NULL, "en"), ==, "en");
  g_assert_cmpstr (rk_language_choose (NULL, "en_GB:nl", "nl_BE.UTF-8"), ==, "en");
  g_assert_cmpstr (rk_language_choose (NULL, "nl:en", "en_US.UTF-8"), ==, "nl");
}

static void
test_is_dutch_for_all_others (void)
{
  static const char *const locales[] = { NULL,          "",   "C",     "POSIX", "C.UTF-8",
                                         "fr_FR.UTF-8", "de", "enm_XX" };

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    g_assert_cmpstr (rk_language_choose (NULL, NULL, locales[i]), ==, "nl");
  g_assert_cmpstr (rk_language_choose (NULL, "fr:en", "fr_BE.UTF-8"), ==, "nl");
  g_assert_cmpstr (rk_language_choose (NULL, "en", "C"), ==, "nl");
}

static void
test_preference_wins (void)
{
  g_assert_cmpstr (rk_language_choose ("en", NULL, "nl_BE.UTF-8"), ==, "en");
  g_assert_cmpstr (rk_language_choose ("nl", "en", "en_US.UTF-8"), ==, "nl");
  g_assert_cmpstr (rk_language_choose ("fr", NULL, "en_US.UTF-8"), ==, "en");
}

/* Also where that locale is not installed, or nothing can be kept: run as a child, for a locale is
 * of the whole process. */
static void
test_catalogue_is_read_under_any_locale (void)
{
  static const char *const cases[][2] = {
    { "C", "nl" },           { "C.UTF-8", "nl" },     { "POSIX", "nl" }, { "nl_BE.UTF-8", "nl" },
    { "fr_FR.UTF-8", "nl" }, { "en_US.UTF-8", "en" }, { "xx_YY", "nl" },
  };
  g_autofree char *rkctl =
      g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "src", "cli", "rkctl", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *argv[] = { rkctl, "help", NULL };
      g_auto (GStrv) environment = g_get_environ ();
      g_autofree char *output = NULL;
      g_autoptr (GError) error = NULL;

      environment = g_environ_setenv (environment, "LC_ALL", cases[i][0], TRUE);
      environment = g_environ_unsetenv (environment, "LANGUAGE");
      environment = g_environ_setenv (environment, "XDG_CACHE_HOME", "/dev/null", TRUE);
      g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                    NULL, &error);
      g_assert_no_error (error);
      g_test_message ("%s: %.40s", cases[i][0], output);
      if (*cases[i][1] == 'n')
        g_assert_true (g_str_has_prefix (output, "Gebruik: "));
      else
        g_assert_true (g_str_has_prefix (output, "Usage: "));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/language/follows-the-system",
                   test_follows_the_system_when_we_have_its_language);
  g_test_add_func ("/language/is-dutch-for-all-others", test_is_dutch_for_all_others);
  g_test_add_func ("/language/preference-wins", test_preference_wins);
  g_test_add_func ("/language/catalogue-is-read-under-any-locale",
                   test_catalogue_is_read_under_any_locale);
  return g_test_run ();
}
