/* SPDX-License-Identifier: EUPL-1.2 */
/* From a location to what is on the screen. Pages are made when they are first shown, and go when
 * no stack holds them any more. */
#include "config.h"
#include "rk-window-private.h"

#include "rk-overview-page.h"
#include "rk-response.h"
#include "rk-surveys-page.h"

#include <glib/gi18n.h>

/* Pages of the sidebar. */
static const struct
{
  const char *location;
  const char *title;
  GtkWidget *(*make) (RkStore *store);
} roots[] = {
  { "overview", N_ ("Overview"), rk_overview_page_new },
  { "surveys", N_ ("Surveys"), rk_surveys_page_new },
};

static GtkStack *
get_stack (RkWindow *self, const char *location)
{
  return rk_location_is (location, "runner") ? self->outer : self->pages;
}

static gboolean
add_root (RkWindow *self, const char *location)
{
  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    if (g_str_equal (roots[i].location, location))
      {
        gtk_stack_add_titled (self->pages, roots[i].make (self->store), location,
                              _ (roots[i].title));
        return TRUE;
      }
  return FALSE;
}

/* FALSE: there is no such page (any more). */
static gboolean
add_page (RkWindow *self, const char *location)
{
  return add_root (self, location);
}

static void
drop_pages (RkWindow *self, GtkStack *stack, gboolean all)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (stack);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));

  while (n-- > 0)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (pages), n);
      GtkStackPage *page = GTK_STACK_PAGE (item);
      const char *name = gtk_stack_page_get_name (page);
      gboolean pushed = strchr (name, ':') != NULL;

      if ((all && (pushed || stack == self->pages)) ||
          (pushed && !rk_navigation_holds (self->navigation, name)))
        gtk_stack_remove (stack, gtk_stack_page_get_child (page));
    }
}

static void
select_entry (RkWindow *self)
{
  const char *entry = rk_navigation_get_entry (self->navigation);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->entries, i)) != NULL; i++)
    if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), entry))
      gtk_list_box_select_row (self->entries, row);
}

static void
show_page (RkWindow *self, const char *location)
{
  GtkStack *stack = get_stack (self, location);
  GtkWidget *page = gtk_stack_get_child_by_name (stack, location);
  gboolean fresh = gtk_stack_get_visible_child (stack) != page;

  gtk_stack_set_visible_child (stack, page);
  if (stack == self->pages)
    {
      adw_window_title_set_title (self->title,
                                  gtk_stack_page_get_title (gtk_stack_get_page (stack, page)));
      gtk_stack_set_visible_child_name (self->outer, "main");
      adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
    }
  if (fresh)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

void
rk_window_update_back (RkWindow *self)
{
  gtk_widget_set_visible (self->back_button, rk_navigation_can_go_back (self->navigation) ||
                                                 adw_leaflet_get_folded (self->leaflet));
}

void
rk_window_show_location (RkWindow *self)
{
  g_autofree char *location = NULL;

  if (self->store == NULL)
    return;
  location = g_strdup (rk_navigation_get_location (self->navigation));
  if (gtk_stack_get_child_by_name (get_stack (self, location), location) == NULL &&
      !add_page (self, location))
    {
      if (strchr (location, ':') == NULL)
        rk_navigation_reset (self->navigation, "overview");
      rk_navigation_forget (self->navigation, location); /* comes back here */
      return;
    }
  show_page (self, location);
  select_entry (self);
  rk_window_update_back (self);
  drop_pages (self, self->pages, FALSE);
  drop_pages (self, self->outer, FALSE);
}

void
rk_window_drop_pages (RkWindow *self)
{
  drop_pages (self, self->pages, TRUE);
  drop_pages (self, self->outer, TRUE);
}

void
rk_window_show_plain (RkWindow *self, GtkWidget *page)
{
  adw_bin_set_child (self->plain, page);
  gtk_stack_set_visible_child_name (self->outer, "plain");
}
