/* SPDX-License-Identifier: EUPL-1.2 */
/* The page «Applications»: the table of all of them and, beside it, the one that is selected. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_APPLICATIONS_PAGE (rk_applications_page_get_type ())
G_DECLARE_FINAL_TYPE (RkApplicationsPage, rk_applications_page, RK, APPLICATIONS_PAGE, AdwBin)

/* Widget actions: applications.create, .edit, .remove, .change, .merge, .export, .find, and
 * records.select(s) with an id, "" for the table alone where there is no room for both. */
GtkWidget *rk_applications_page_new (RkStore *store);

G_END_DECLS
