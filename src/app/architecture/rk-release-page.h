/* SPDX-License-Identifier: EUPL-1.2 */
/* What another release of the reference architecture changes, beside the one in use: new, changed,
 * vanished and moved concepts, first of all the places that vanish while applications are on them;
 * and going over to it. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_RELEASE_PAGE (rk_release_page_get_type ())
G_DECLARE_FINAL_TYPE (RkReleasePage, rk_release_page, RK, RELEASE_PAGE, AdwBin)

/* @id: a record of the kind "architecture". */
GtkWidget *rk_release_page_new (RkStore *store, const char *id);

G_END_DECLS
