/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-page.h"

/* The window looks again, when the page is in one. */
static void
tell (GtkWidget *page)
{
  gtk_widget_activate_action (page, "win.update-header", NULL);
}

void
rk_page_set_subtitle (GtkWidget *page, const char *subtitle)
{
  if (g_strcmp0 (rk_page_get_subtitle (page), subtitle) == 0)
    return;
  g_object_set_data_full (G_OBJECT (page), "rk-subtitle", g_strdup (subtitle), g_free);
  tell (page);
}

const char *
rk_page_get_subtitle (GtkWidget *page)
{
  return g_object_get_data (G_OBJECT (page), "rk-subtitle");
}

void
rk_page_set_create (GtkWidget *page, const char *label, const char *action)
{
  g_object_set_data_full (G_OBJECT (page), "rk-create-label", g_strdup (label), g_free);
  g_object_set_data_full (G_OBJECT (page), "rk-create-action", g_strdup (action), g_free);
  tell (page);
}

const char *
rk_page_get_create_label (GtkWidget *page)
{
  return g_object_get_data (G_OBJECT (page), "rk-create-label");
}

const char *
rk_page_get_create_action (GtkWidget *page)
{
  return g_object_get_data (G_OBJECT (page), "rk-create-action");
}

void
rk_page_set_menu (GtkWidget *page, GMenuModel *menu)
{
  g_object_set_data_full (G_OBJECT (page), "rk-menu", menu != NULL ? g_object_ref (menu) : NULL,
                          g_object_unref);
  tell (page);
}

GMenuModel *
rk_page_get_menu (GtkWidget *page)
{
  return g_object_get_data (G_OBJECT (page), "rk-menu");
}
