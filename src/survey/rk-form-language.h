/* SPDX-License-Identifier: EUPL-1.2 */
/* Names of the languages of a form, which are free text: "nl", "Nederlands (nl)", "Dutch". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @name means the language @code ("nl"). */
gboolean rk_form_language_is (const char *name, const char *code);
/* The first of @names (ended by NULL) that means the first of @codes that one does: (nullable)
 * (transfer none). @codes: as g_get_language_names() gives them, "nl_BE.UTF-8", "nl", "C". */
const char *rk_form_language_find (const char *const *names, const char *const *codes);
/* What people call it: "Nederlands" for "nl"; a name stays as it is. (transfer full) */
char *rk_form_language_dup_name (const char *name);

G_END_DECLS
