/* SPDX-License-Identifier: EUPL-1.2 */
/* What a page tells the window around it: the line under its title, its one create action and its
 * menu, all in the header bar. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "84 applications"; (nullable). */
void rk_page_set_subtitle (GtkWidget *page, const char *subtitle);
const char *rk_page_get_subtitle (GtkWidget *page);
/* The button in the header, also Ctrl+N: @action is an action of the page without a parameter
 * ("applications.create"). Insensitive while that action is. */
void rk_page_set_create (GtkWidget *page, const char *label, const char *action);
const char *rk_page_get_create_label (GtkWidget *page);
const char *rk_page_get_create_action (GtkWidget *page);
/* The ⋮ menu: its items have the action "win.page-action" with the name of an action of the page:
 * "win.page-action::applications.export". (nullable) */
void rk_page_set_menu (GtkWidget *page, GMenuModel *menu);
GMenuModel *rk_page_get_menu (GtkWidget *page);

G_END_DECLS
