/* SPDX-License-Identifier: EUPL-1.2 */
/* From a location to what is on the screen. Pages are made when they are first shown, and go when
 * no stack holds them any more. */
#include "config.h"
#include "rk-window-private.h"

#include "rk-empty.h"

#include <glib/gi18n.h>

/* Pages of the sidebar. */
static const struct
{
  const char *location;
  const char *title;
} roots[] = {
  { "overview", N_ ("Overview") },
  { "surveys", N_ ("Surveys") },
};

static const char *
find_root_title (const char *location)
{
  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    if (g_str_equal (roots[i].location, location))
      return _ (roots[i].title);
  return NULL;
}

static GtkWidget *
make_page (RkWindow *self, const char *location)
{
  return rk_empty_new ("rk-survey-symbolic", find_root_title (location), NULL);
}

static void
drop_pages (RkWindow *self, GtkStack *stack)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (stack);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));

  while (n-- > 0)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (pages), n);
      GtkStackPage *page = GTK_STACK_PAGE (item);
      const char *name = gtk_stack_page_get_name (page);

      if (strchr (name, ':') != NULL && !rk_navigation_holds (self->navigation, name))
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
update_back (RkWindow *self)
{
  gboolean back = rk_navigation_can_go_back (self->navigation);

  gtk_widget_set_visible (self->back_button, back || adw_leaflet_get_folded (self->leaflet));
}

void
rk_window_show_location (RkWindow *self)
{
  const char *location = rk_navigation_get_location (self->navigation);
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, location);

  if (page == NULL)
    {
      page = make_page (self, location);
      gtk_stack_add_titled (self->pages, page, location, find_root_title (location));
    }
  gtk_stack_set_visible_child (self->pages, page);
  adw_window_title_set_title (self->title,
                              gtk_stack_page_get_title (gtk_stack_get_page (self->pages, page)));
  gtk_stack_set_visible_child_name (self->outer, "main");
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
  select_entry (self);
  update_back (self);
  drop_pages (self, self->pages);
}
