/* SPDX-License-Identifier: EUPL-1.2 */
/* One plate: lens, moment, search, zoom, legend, what is in a box, and the same as a table. What
 * one looks at is remembered per plate. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_PLATE_PAGE (rk_plate_page_get_type ())
G_DECLARE_FINAL_TYPE (RkPlatePage, rk_plate_page, RK, PLATE_PAGE, AdwBin)

/* @plate: id of an RkPlateItem. Properties "title" and "subtitle" notify when they are known. */
GtkWidget *rk_plate_page_new (RkStore *store, const char *plate);

/* Goes to the page of @plate, from any widget of the window. */
void rk_plate_page_open (GtkWidget *from, const char *plate);

G_END_DECLS
