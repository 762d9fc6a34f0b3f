/* SPDX-License-Identifier: EUPL-1.2 */
/* The language of the interface.
 *
 * The program is Dutch unless the language of the system is one we have: it follows Dutch and
 * English and takes Dutch for everything else, also where no Dutch locale is installed. gettext
 * alone cannot do that: it stays silent without a locale of that language, and in C and POSIX. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rk_language_choose:
 * @preference: (nullable): "nl" or "en" as chosen by a person; anything else follows the system
 * @language: (nullable): LANGUAGE of the environment
 * @locale: (nullable): the locale of the environment for messages
 *
 * The rule by itself: "nl" or "en". LANGUAGE counts only where gettext heeds it, that is outside
 * C and POSIX, and only its first entry: that is the language of the system.
 */
const char *rk_language_choose (const char *preference, const char *language, const char *locale);

/**
 * rk_language_setup:
 * @preference: (nullable): as rk_language_choose()
 *
 * Sets the locale and the text domain of the program; to be called first in main(), before any
 * thread. Translations are found in RK_LOCALEDIR, in the build tree that the program runs from, or
 * where they are installed.
 *
 * Returns: the language that was chosen
 */
const char *rk_language_setup (const char *preference);

/* The folder @folder of the build tree ("po", "data") when the program runs from one: (transfer
 * full) (nullable). */
char *rk_language_find_build_folder (const char *folder);

G_END_DECLS
