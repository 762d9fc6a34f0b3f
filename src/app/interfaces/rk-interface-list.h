/* SPDX-License-Identifier: EUPL-1.2 */
/* All interfaces as a table: the equal of the diagram and the matrix. */
#pragma once

#include "rk-landscape.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_INTERFACE_LIST (rk_interface_list_get_type ())
G_DECLARE_FINAL_TYPE (RkInterfaceList, rk_interface_list, RK, INTERFACE_LIST, AdwBin)

GtkWidget *rk_interface_list_new (RkStore *store);
void rk_interface_list_set_landscape (RkInterfaceList *self, RkLandscape *landscape);
/* Selects an interface and brings it into view. */
void rk_interface_list_select (RkInterfaceList *self, const char *id);
/* Puts the focus where one types what to search. */
void rk_interface_list_find (RkInterfaceList *self);

G_END_DECLS
