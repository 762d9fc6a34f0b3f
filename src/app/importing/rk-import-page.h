/* SPDX-License-Identifier: EUPL-1.2 */
/* Taking over a list from a file, in four steps: which file, which column is what, what will
 * change, and what has become of it. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_IMPORT_PAGE (rk_import_page_get_type ())
G_DECLARE_FINAL_TYPE (RkImportPage, rk_import_page, RK, IMPORT_PAGE, AdwBin)

/* @subject: what the list holds unless one says otherwise: "application"; or the path of a file to
 * begin with. The page says in "subtitle" at which step it is. */
GtkWidget *rk_import_page_new (RkStore *store, const char *subject);

G_END_DECLS
