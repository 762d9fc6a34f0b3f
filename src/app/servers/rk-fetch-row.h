/* SPDX-License-Identifier: EUPL-1.2 */
/* A row of the list of a server: a check, the name, and what the workspace has of it. */
#pragma once

#include "rk-fetch-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Rows for a list view of RkFetchItem: (transfer full). */
GtkListItemFactory *rk_fetch_row_factory_new (void);

G_END_DECLS
