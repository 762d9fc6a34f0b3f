/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-language.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <langinfo.h>
#include <locale.h>
#include <unistd.h>

static gboolean
is_c_locale (const char *locale)
{
  return locale == NULL || *locale == '\0' || g_str_equal (locale, "C") ||
         g_str_equal (locale, "POSIX") || g_str_has_prefix (locale, "C.");
}

static gboolean
is_language (const char *name, const char *language)
{
  return g_str_has_prefix (name, language) && !g_ascii_isalpha (name[strlen (language)]);
}

static const char *
read_locale_of_environment (void)
{
  static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_getenv (names[i]);
      if (value != NULL && *value != '\0')
        return value;
    }
  return NULL;
}

char *
rk_language_find_build_folder (const char *folder)
{
  g_autofree char *exe = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *parent = exe != NULL ? g_path_get_dirname (exe) : NULL;

  /* src/app, src/cli and every folder of tests lie two deep */
  for (int depth = 0; parent != NULL && depth < 2; depth++)
    {
      g_autofree char *up = g_path_get_dirname (parent);
      g_autofree char *mark = g_build_filename (up, "meson-private", NULL);
      g_autofree char *found = g_build_filename (up, folder, NULL);

      if (g_file_test (mark, G_FILE_TEST_IS_DIR) && g_file_test (found, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&found);
      g_free (parent);
      parent = g_steal_pointer (&up);
    }
  return NULL;
}

static void
bind_text_domain (void)
{
  g_autofree char *build = rk_language_find_build_folder ("po");
  const char *env = g_getenv ("RK_LOCALEDIR");

  bindtextdomain (GETTEXT_PACKAGE, env != NULL ? env : build != NULL ? build : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* The header of the catalogue is the translation of "". */
static gboolean
finds_translations (void)
{
  return *dgettext (GETTEXT_PACKAGE, "") != '\0';
}

/* Some C libraries read no catalogue under C.UTF-8, and it can be the only locale there is. Under
 * another name, in a folder of our own that is gone at once, it is heeded. */
static void
rename_c_locale (const char *name)
{
  static const char *const homes[] = { "/usr/lib/locale/C.utf8", "/usr/lib/locale/C.UTF-8" };
  g_autofree char *folder = g_dir_make_tmp ("regiekamer-XXXXXX", NULL);
  g_autofree char *link_path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (folder == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (homes); i++)
    if (g_file_test (homes[i], G_FILE_TEST_IS_DIR) && symlink (homes[i], link_path) == 0)
      break;
  g_setenv ("LOCPATH", folder, TRUE);
  setlocale (LC_MESSAGES, name);
  g_unsetenv ("LOCPATH");
  g_unlink (link_path);
  g_rmdir (folder);
}

/* Makes gettext heed LANGUAGE: it does in any locale but C. */
static void
set_messages_locale (const char *language)
{
  static const char *const dutch[] = { "nl_BE.UTF-8", "nl_NL.UTF-8", "en_US.UTF-8",
                                       "en_GB.UTF-8", "C.UTF-8",     NULL };
  static const char *const english[] = { "en_GB.UTF-8", "en_US.UTF-8", "C.UTF-8", NULL };
  const char *const *names = g_str_equal (language, "nl") ? dutch : english;

  if (!is_c_locale (setlocale (LC_MESSAGES, NULL)))
    return;
  while (*names != NULL && setlocale (LC_MESSAGES, *names) == NULL)
    names++;
}

const char *
rk_language_choose (const char *preference, const char *language, const char *locale)
{
  const char *system = locale;

  if (g_strcmp0 (preference, "nl") == 0 || g_strcmp0 (preference, "en") == 0)
    return *preference == 'n' ? "nl" : "en";
  if (is_c_locale (locale))
    return "nl";
  if (language != NULL && *language != '\0')
    system = language;
  return is_language (system, "en") ? "en" : "nl";
}

const char *
rk_language_setup (const char *preference)
{
  const char *language =
      rk_language_choose (preference, g_getenv ("LANGUAGE"), read_locale_of_environment ());

  if (setlocale (LC_ALL, "") == NULL)
    setlocale (LC_ALL, "C.UTF-8");
  if (g_strcmp0 (nl_langinfo (CODESET), "UTF-8") != 0)
    setlocale (LC_CTYPE, "C.UTF-8");
  /* numbers are written and read by our own rules, everywhere the same */
  setlocale (LC_NUMERIC, "C");
  g_setenv ("LANGUAGE", language, TRUE);
  set_messages_locale (language);
  bind_text_domain ();
  if (g_str_equal (language, "nl") && !finds_translations ())
    rename_c_locale ("nl_BE.UTF-8");
  return language;
}
