/* SPDX-License-Identifier: EUPL-1.2 */
/* The checklist of principles, for the administration as a whole or for one application. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_PRINCIPLES_PAGE (rk_principles_page_get_type ())
G_DECLARE_FINAL_TYPE (RkPrinciplesPage, rk_principles_page, RK, PRINCIPLES_PAGE, AdwBin)

/* @application: an id; "" for the administration as a whole. */
GtkWidget *rk_principles_page_new (RkStore *store, const char *application);

G_END_DECLS
