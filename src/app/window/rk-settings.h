/* SPDX-License-Identifier: EUPL-1.2 */
/* What the program remembers for a person on this computer, outside any workspace. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The one GSettings of the program: (transfer none). Its schema is found where it is installed or
 * in the build tree that the program runs from. */
GSettings *rk_settings_get (void);

G_END_DECLS
