/* SPDX-License-Identifier: EUPL-1.2 */
/* What one can ask the window for. */
#include "config.h"
#include "rk-window-private.h"

#include "rk-page.h"
#include "rk-runner-page.h"
#include "rk-search-popover.h"
#include "rk-survey-list.h"
#include "rk-toast.h"

#include <glib/gi18n.h>

#define HEADER_HEIGHT 46
#define SEARCH_WIDTH 560

static void
show_page_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;

  rk_navigation_choose (self->navigation, g_variant_get_string (parameter, NULL));
}

static void
back_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;
  GtkWidget *task = gtk_stack_get_visible_child (self->outer);

  if (RK_IS_RUNNER_PAGE (task) && rk_runner_page_go_back (RK_RUNNER_PAGE (task)))
    return;
  if (!rk_navigation_back (self->navigation) && adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
forward_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;

  rk_navigation_forward (self->navigation);
}

/* Text that is being typed has an undo of its own, which comes first. GtkText does not tell whether
 * it has something to undo: one sees it by the text. */
static gboolean
undo_typing (RkWindow *self, gboolean redo)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  const char *action = redo ? "text.redo" : "text.undo";
  g_autofree char *before = NULL;

  if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));

      return (redo ? gtk_text_buffer_get_can_redo (buffer)
                   : gtk_text_buffer_get_can_undo (buffer)) &&
             gtk_widget_activate_action (focus, action, NULL);
    }
  if (!GTK_IS_TEXT (focus))
    return FALSE;
  before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  gtk_widget_activate_action (focus, action, NULL);
  return !g_str_equal (before, gtk_editable_get_text (GTK_EDITABLE (focus)));
}

/* A response that a page shows keeps its own figures for lists; the others have nobody to do it. */
static void
refresh_figures (RkWindow *self)
{
  g_autoptr (GPtrArray) rows = rk_survey_list (self->store, NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const RkSurveyRow *row = g_ptr_array_index (rows, i);
      if (g_strcmp0 (row->status, "submitted") != 0 &&
          !g_hash_table_contains (self->responses, row->id))
        rk_response_refresh_figures (self->store, row->id);
    }
}

/* What is tried out has a workspace of its own. */
static RkStore *
get_active_store (RkWindow *self)
{
  GtkWidget *task = gtk_stack_get_visible_child (self->outer);

  return RK_IS_RUNNER_PAGE (task)
             ? rk_response_get_store (rk_runner_page_get_response (RK_RUNNER_PAGE (task)))
             : self->store;
}

/* @step: (nullable): the id of the one step that may be undone. */
static void
take_step (RkWindow *self, gboolean redo, const char *step)
{
  RkStore *store = get_active_store (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  GtkWidget *task = gtk_stack_get_visible_child (self->outer);
  RkRunnerPage *runner = RK_IS_RUNNER_PAGE (task) ? RK_RUNNER_PAGE (task) : NULL;
  gboolean done;

  if (store == NULL)
    return;
  if (runner != NULL)
    rk_runner_page_watch (runner);
  if (step != NULL)
    done = rk_store_undo_step (store, step, &label, &error);
  else if (redo)
    done = rk_store_redo (store, &label, &error);
  else
    done = rk_store_undo (store, &label, &error);
  if (runner != NULL)
    rk_runner_page_show_changed (runner);
  if (error != NULL)
    rk_window_complain (self, error);
  if (!done)
    return;
  if (store == self->store)
    refresh_figures (self);
  /* Translators: the name of a change */
  text = g_strdup_printf (redo ? _ ("Done again: %s") : _ ("Undone: %s"), label);
  rk_toast_show (GTK_WIDGET (self), text, NULL, NULL);
}

static void
undo_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (!undo_typing (data, FALSE))
    take_step (data, FALSE, NULL);
}

static void
undo_step_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  take_step (data, FALSE, g_variant_get_string (parameter, NULL));
}

static void
redo_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (!undo_typing (data, TRUE))
    take_step (data, TRUE, NULL);
}

/* The button of the search, or the middle of the header where a page takes the whole window. */
static void
point_search (RkWindow *self)
{
  GtkWidget *around = gtk_widget_get_parent (GTK_WIDGET (self->search));
  GdkRectangle place = { gtk_widget_get_width (around) / 2, HEADER_HEIGHT, SEARCH_WIDTH / 2, 1 };
  graphene_rect_t bounds;

  if (gtk_widget_get_mapped (self->search_button) &&
      gtk_widget_compute_bounds (self->search_button, around, &bounds))
    place = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                            (int) bounds.size.height };
  gtk_popover_set_pointing_to (GTK_POPOVER (self->search), &place);
}

/* Once the page that may just have come is laid out: a popover points at something. */
static gboolean
popup_search_cb (gpointer data)
{
  RkWindow *self = data;

  if (self->search == NULL)
    return G_SOURCE_REMOVE;
  point_search (self);
  gtk_popover_popup (GTK_POPOVER (self->search));
  return G_SOURCE_REMOVE;
}

/* Closing the search gives the focus back to what had it. */
static void
search_closed_cb (RkWindow *self)
{
  GtkWidget *before = self->before_search;

  g_clear_weak_pointer (&self->before_search);
  if (before != NULL && gtk_widget_get_mapped (before))
    gtk_widget_grab_focus (before);
}

static void
search_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;

  if (self->store == NULL)
    return;
  if (self->search == NULL)
    {
      self->search = RK_SEARCH_POPOVER (rk_search_popover_new ());
      gtk_widget_set_parent (GTK_WIDGET (self->search),
                             gtk_widget_get_parent (GTK_WIDGET (self->outer)));
      g_signal_connect_object (self->search, "closed", G_CALLBACK (search_closed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  g_set_weak_pointer (&self->before_search, gtk_root_get_focus (GTK_ROOT (self)));
  rk_search_popover_set_store (self->search, self->store);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, popup_search_cb, g_object_ref (self), g_object_unref);
}

static void
dismiss_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;

  rk_banner_hide (self->banner);
  rk_banner_hide (self->plain_banner);
}

static void
show_sidebar_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;

  adw_leaflet_set_visible_child (self->leaflet, self->sidebar);
  gtk_widget_child_focus (GTK_WIDGET (self->entries), GTK_DIR_TAB_FORWARD);
}

/* The two panes of the main page take turns; the content gives the focus back where it was. */
static void
next_pane_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (page == NULL || !gtk_widget_get_mapped (page))
    return;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->sidebar))
    {
      g_set_weak_pointer (&self->content_focus, focus);
      show_sidebar_action (NULL, NULL, self);
      return;
    }
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
  if (self->content_focus == NULL || !gtk_widget_get_mapped (self->content_focus) ||
      !gtk_widget_grab_focus (self->content_focus))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
get_page (RkWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  return page != NULL && gtk_widget_get_mapped (page) ? page : NULL;
}

static void
update_header_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rk_window_update_header (data);
}

/* The create button of the page that shows. */
static void
create_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWidget *page = get_page (data);
  const char *name = page != NULL ? rk_page_get_create_action (page) : NULL;

  if (name != NULL)
    gtk_widget_activate_action (page, name, NULL);
}

/* Menus in the header bar reach the actions of the page below it. */
static void
page_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWidget *page = get_page (data);

  if (page != NULL)
    gtk_widget_activate_action (page, g_variant_get_string (parameter, NULL), NULL);
}

static void
open_location_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RkWindow *self = data;

  rk_navigation_push (self->navigation, g_variant_get_string (parameter, NULL));
}

void
rk_window_fill_undo_menu (RkWindow *self)
{
  g_autofree char *undo_what = self->store != NULL ? rk_store_peek_undo (self->store) : NULL;
  g_autofree char *redo_what = self->store != NULL ? rk_store_peek_redo (self->store) : NULL;
  /* Translators: the name of a change */
  g_autofree char *undo_label =
      g_strdup_printf (_ ("Undo: %s"), undo_what != NULL ? undo_what : "");
  /* Translators: the name of a change */
  g_autofree char *redo_label =
      g_strdup_printf (_ ("Redo: %s"), redo_what != NULL ? redo_what : "");

  g_menu_remove_all (self->undo_section);
  if (undo_what != NULL)
    g_menu_append (self->undo_section, undo_label, "win.undo");
  if (redo_what != NULL)
    g_menu_append (self->undo_section, redo_label, "win.redo");
}

void
rk_window_add_actions (RkWindow *self)
{
  static const GActionEntry entries[] = {
    { "show-page", show_page_action, "s" },
    { "back", back_action },
    { "forward", forward_action },
    { "create", create_action },
    { "page-action", page_action, "s" },
    { "update-header", update_header_action },
    { "open-location", open_location_action, "s" },
    { "next-pane", next_pane_action },
    { "search", search_action },
    { "undo", undo_action },
    { "undo-step", undo_step_action, "s" },
    { "redo", redo_action },
    { "dismiss", dismiss_action },
    { "show-sidebar", show_sidebar_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  rk_window_add_workspace_actions (self);
  rk_window_add_survey_actions (self);
  rk_window_add_server_actions (self);
  rk_window_add_record_actions (self);
}

void
rk_window_complain (RkWindow *self, const GError *error)
{
  const char *shown = gtk_stack_get_visible_child_name (self->outer);
  gboolean plain = g_strcmp0 (shown, "plain") == 0;

  rk_banner_show (plain ? self->plain_banner : self->banner, RK_BANNER_ERROR, error->message,
                  _ ("Close"), "win.dismiss");
}
