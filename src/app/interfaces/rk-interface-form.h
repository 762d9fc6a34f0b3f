/* SPDX-License-Identifier: EUPL-1.2 */
/* What one must know to write down an interface: from where, to where, and which way. The rest can
 * come later, on the page of the interface. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_INTERFACE_FORM (rk_interface_form_get_type ())
G_DECLARE_FINAL_TYPE (RkInterfaceForm, rk_interface_form, RK, INTERFACE_FORM, GtkWidget)

/* Signal "done" (RkInterfaceForm *self, const char *id): added; NULL: given up. */
GtkWidget *rk_interface_form_new (RkStore *store);
/* Begins anew, with the id of a node of the graph at either end, or NULL, and takes the focus. */
void rk_interface_form_begin (RkInterfaceForm *self, const char *source, const char *target);

G_END_DECLS
