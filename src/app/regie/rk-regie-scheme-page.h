/* SPDX-License-Identifier: EUPL-1.2 */
/* The weights and limits of the score of control; a change is a new version. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_REGIE_SCHEME_PAGE (rk_regie_scheme_page_get_type ())
G_DECLARE_FINAL_TYPE (RkRegieSchemePage, rk_regie_scheme_page, RK, REGIE_SCHEME_PAGE, AdwBin)

GtkWidget *rk_regie_scheme_page_new (RkStore *store);

G_END_DECLS
