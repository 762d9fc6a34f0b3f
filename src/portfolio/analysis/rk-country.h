/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @text, the code or the name of a country in Dutch or English, lies in the European Union:
 * 1, 0; -1 for no text, or for what is no country that we know. */
int rk_country_is_in_union (const char *text);

G_END_DECLS
