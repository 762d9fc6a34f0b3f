/* SPDX-License-Identifier: EUPL-1.2 */
/* Questionnaires from an ODK server: where it is and who asks, then its list, then the ones that
 * were chosen, with their files, into the workspace. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_FETCH_PAGE (rk_fetch_page_get_type ())
G_DECLARE_FINAL_TYPE (RkFetchPage, rk_fetch_page, RK, FETCH_PAGE, AdwBin)

/* @server: the record id of the server to begin with, or "". */
GtkWidget *rk_fetch_page_new (RkStore *store, const char *server);

/* Signal "signed-in" (RkFetchPage *self): a server let us in. */

G_END_DECLS
