/* SPDX-License-Identifier: EUPL-1.2 */
/* All plates: those of the reference architecture and one's own. Without an architecture: the way
 * to one. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_PLATES_PAGE (rk_plates_page_get_type ())
G_DECLARE_FINAL_TYPE (RkPlatesPage, rk_plates_page, RK, PLATES_PAGE, AdwBin)

GtkWidget *rk_plates_page_new (RkStore *store);
/* Imports the model in the file, as if it had been chosen: for what was dropped on the window. */
void rk_plates_page_import_file (RkPlatesPage *self, const char *path);

G_END_DECLS
