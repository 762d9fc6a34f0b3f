/* SPDX-License-Identifier: EUPL-1.2 */
/* Children beside each other, and on a next line where there is no room. Unlike in a GtkFlowBox the
 * focus moves on past a child that is insensitive, and a screen reader meets no table. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_WRAP_BOX (rk_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (RkWrapBox, rk_wrap_box, RK, WRAP_BOX, GtkWidget)

GtkWidget *rk_wrap_box_new (void);
/* Also as children in a template. */
void rk_wrap_box_append (RkWrapBox *self, GtkWidget *child);

G_END_DECLS
