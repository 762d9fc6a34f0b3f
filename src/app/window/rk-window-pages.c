/* SPDX-License-Identifier: EUPL-1.2 */
/* From a location to what is on the screen. Pages are made when they are first shown, and go when
 * no stack holds them any more. */
#include "config.h"
#include "rk-window-private.h"

#include "rk-analysis-page.h"
#include "rk-applications-page.h"
#include "rk-fetch-page.h"
#include "rk-import-page.h"
#include "rk-interfaces-page.h"
#include "rk-overview-page.h"
#include "rk-questionnaire-page.h"
#include "rk-page.h"
#include "rk-plate-editor.h"
#include "rk-plate-page.h"
#include "rk-plates-page.h"
#include "rk-recent.h"
#include "rk-release-page.h"
#include "rk-record-page.h"
#include "rk-response.h"
#include "rk-results-page.h"
#include "rk-runner-page.h"
#include "rk-settings.h"
#include "rk-supplier-overview.h"
#include "rk-suppliers-page.h"
#include "rk-surveys-page.h"
#include "rk-theme-page.h"
#include "rk-toast.h"
#include "rk-trial.h"
#include "rk-workspace-properties.h"

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
  { "applications", N_ ("Applications"), rk_applications_page_new },
  { "plates", N_ ("Plates"), rk_plates_page_new },
  { "interfaces", N_ ("Interfaces"), rk_interfaces_page_new },
  { "suppliers", N_ ("Suppliers and contracts"), rk_suppliers_page_new },
  { "analysis", N_ ("Analysis"), rk_analysis_page_new },
};

static GtkStack *
get_stack (RkWindow *self, const char *location)
{
  return rk_location_is (location, "runner") || rk_location_is (location, "trial") ? self->outer
                                                                                   : self->pages;
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

static void
forget_response_cb (gpointer data, GObject *response)
{
  GHashTable *responses = data;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, responses);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (value == response)
      g_hash_table_iter_remove (&iter);
  g_hash_table_unref (responses);
}

/* Pages on one response share it: (transfer full) (nullable). */
static RkResponse *
open_response (RkWindow *self, const char *id)
{
  RkResponse *response = g_hash_table_lookup (self->responses, id);
  g_autoptr (GError) error = NULL;

  if (response != NULL)
    return g_object_ref (response);
  response = rk_response_open (self->store, id, &error);
  if (response != NULL)
    {
      g_hash_table_insert (self->responses, g_strdup (id), response);
      g_object_weak_ref (G_OBJECT (response), forget_response_cb,
                         g_hash_table_ref (self->responses));
    }
  else if (!g_error_matches (error, RK_ERROR, RK_ERROR_NOT_FOUND))
    rk_window_complain (self, error);
  return response;
}

static void
add_titled (RkWindow *self, GtkWidget *page, const char *location, char *title, char *subtitle)
{
  gtk_stack_add_titled (self->pages, page, location, title);
  rk_page_set_subtitle (page, subtitle);
  g_free (title);
  g_free (subtitle);
}

static void
update_subtitle (RkResultsPage *page)
{
  g_autofree char *subtitle = rk_results_page_dup_subtitle (page);

  rk_page_set_subtitle (GTK_WIDGET (page), subtitle);
}

static gboolean
add_results (RkWindow *self, const char *location)
{
  g_autoptr (RkResponse) response = open_response (self, rk_location_get_argument (location));
  RkResultsPage *page;

  if (response == NULL)
    return FALSE;
  page = rk_results_page_new (response);
  add_titled (self, GTK_WIDGET (page), location, rk_results_page_dup_title (page),
              rk_results_page_dup_subtitle (page));
  g_signal_connect_object (response, "notify::submitted", G_CALLBACK (update_subtitle), page,
                           G_CONNECT_SWAPPED);
  return TRUE;
}

/* Takes the whole window. */
static gboolean
add_runner (RkWindow *self, const char *location)
{
  g_autoptr (RkResponse) response = open_response (self, rk_location_get_argument (location));

  if (response == NULL)
    return FALSE;
  gtk_stack_add_named (self->outer, GTK_WIDGET (rk_runner_page_new (response)), location);
  return TRUE;
}

/* "trial:FORM": the runner on a response that goes with its page. */
static gboolean
add_trial (RkWindow *self, const char *location)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkQuestionnaire) questionnaire =
      rk_questionnaire_find (self->store, rk_location_get_argument (location), &error);
  g_autoptr (GHashTable) properties = rk_workspace_dup_properties (self->store);
  RkTrial *trial = NULL;
  RkRunnerPage *page;

  if (questionnaire != NULL)
    trial = rk_trial_new (questionnaire, rk_store_get_kinds (self->store), properties, &error);
  if (trial == NULL)
    {
      rk_window_complain (self, error);
      return FALSE;
    }
  page = rk_runner_page_new (rk_trial_get_response (trial));
  g_object_set_data_full (G_OBJECT (page), "rk-trial", trial, g_object_unref);
  gtk_stack_add_named (self->outer, GTK_WIDGET (page), location);
  return TRUE;
}

/* "theme:RESPONSE/THEME" */
static gboolean
add_theme (RkWindow *self, const char *location)
{
  g_auto (GStrv) words = g_strsplit (rk_location_get_argument (location), "/", 2);
  g_autoptr (RkResponse) response = NULL;
  RkThemePage *page;

  if (g_strv_length (words) == 2)
    response = open_response (self, words[0]);
  if (response == NULL)
    return FALSE;
  page = rk_theme_page_new (response, words[1]);
  add_titled (self, GTK_WIDGET (page), location, rk_theme_page_dup_title (page),
              g_strdup (rk_response_get_title (response)));
  return TRUE;
}

/* "questionnaire:PATH" */
static gboolean
add_questionnaire (RkWindow *self, const char *location)
{
  const char *path = rk_location_get_argument (location);
  GtkWidget *page = rk_questionnaire_page_new (path);

  add_titled (self, page, location,
              g_strdup (_ ("Add a questionnaire")), g_path_get_basename (path));
  return TRUE;
}

/* "fetch:SERVER" */
static gboolean
add_fetch (RkWindow *self, const char *location)
{
  GtkWidget *page = rk_fetch_page_new (self->store, rk_location_get_argument (location));

  g_signal_connect_object (page, "signed-in", G_CALLBACK (rk_sender_retry), self->sender,
                           G_CONNECT_SWAPPED);
  add_titled (self, page, location, g_strdup (_ ("Fetch questionnaires")), NULL);
  return TRUE;
}

/* "record:KIND/ID" */
static gboolean
add_record (RkWindow *self, const char *location)
{
  g_auto (GStrv) words = g_strsplit (rk_location_get_argument (location), "/", 2);
  GtkWidget *page = NULL;

  if (g_strv_length (words) == 2)
    page = rk_record_page_new (self->store, words[0], words[1]);
  if (page == NULL)
    return FALSE;
  if (g_str_equal (words[0], "supplier"))
    rk_record_page_add_overview (RK_RECORD_PAGE (page),
                                 rk_supplier_overview_new (self->store, words[1]));
  gtk_widget_set_name (page, location);
  add_titled (self, page, location, rk_record_page_dup_title (RK_RECORD_PAGE (page)),
              rk_record_page_dup_subtitle (RK_RECORD_PAGE (page)));
  return TRUE;
}

/* A plate has its name once it is loaded. */
static void
plate_named_cb (GtkWidget *page, GParamSpec *pspec, RkWindow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  g_object_get (page, "title", &title, "subtitle", &subtitle, NULL);
  if (gtk_widget_get_parent (page) != GTK_WIDGET (self->pages))
    return;
  g_object_set (gtk_stack_get_page (self->pages, page), "title", title, NULL);
  rk_page_set_subtitle (page, subtitle);
  rk_window_update_header (self);
}

/* "plate:PLATE" */
static gboolean
add_plate (RkWindow *self, const char *location)
{
  g_autofree char *plate = g_uri_unescape_string (rk_location_get_argument (location), NULL);
  GtkWidget *page = rk_plate_page_new (self->store, plate != NULL ? plate : "");

  g_signal_connect_object (page, "notify::subtitle", G_CALLBACK (plate_named_cb), self, 0);
  add_titled (self, page, location, g_strdup (_ ("Plate")), NULL);
  return TRUE;
}

/* "release:ARCHITECTURE" */
static gboolean
add_release (RkWindow *self, const char *location)
{
  GtkWidget *page = rk_release_page_new (self->store, rk_location_get_argument (location));

  add_titled (self, page, location,
              g_strdup (_ ("New version of the reference architecture")), NULL);
  return TRUE;
}

/* "plate-editor:ID", without an id for a new one */
static gboolean
add_plate_editor (RkWindow *self, const char *location)
{
  const char *id = rk_location_get_argument (location);
  GtkWidget *page = rk_plate_editor_new (self->store, *id != '\0' ? id : NULL);

  add_titled (self, page, location,
              g_strdup (*id != '\0' ? _ ("Change the plate") : _ ("Make your own plate")), NULL);
  return TRUE;
}

static void
import_step_cb (GtkWidget *page, GParamSpec *pspec, RkWindow *self)
{
  g_autofree char *subtitle = NULL;

  g_object_get (page, "subtitle", &subtitle, NULL);
  rk_page_set_subtitle (page, subtitle);
  rk_window_update_header (self);
}

/* "import:SUBJECT", or "import:PATH" */
static gboolean
add_import (RkWindow *self, const char *location)
{
  GtkWidget *page = rk_import_page_new (self->store, rk_location_get_argument (location));
  g_autofree char *subtitle = NULL;

  g_object_get (page, "subtitle", &subtitle, NULL);
  add_titled (self, page, location, g_strdup (_ ("Import")), g_steal_pointer (&subtitle));
  g_signal_connect_object (page, "notify::subtitle", G_CALLBACK (import_step_cb), self, 0);
  return TRUE;
}

/* FALSE: there is no such page (any more). */
static gboolean
add_page (RkWindow *self, const char *location)
{
  if (rk_location_is (location, "results"))
    return add_results (self, location);
  if (rk_location_is (location, "runner"))
    return add_runner (self, location);
  if (rk_location_is (location, "trial"))
    return add_trial (self, location);
  if (rk_location_is (location, "theme"))
    return add_theme (self, location);
  if (rk_location_is (location, "questionnaire"))
    return add_questionnaire (self, location);
  if (rk_location_is (location, "fetch"))
    return add_fetch (self, location);
  if (rk_location_is (location, "plate"))
    return add_plate (self, location);
  if (rk_location_is (location, "release"))
    return add_release (self, location);
  if (rk_location_is (location, "plate-editor"))
    return add_plate_editor (self, location);
  if (rk_location_is (location, "import"))
    return add_import (self, location);
  if (rk_location_is (location, "record"))
    return add_record (self, location);
  if (rk_window_add_analysis_page (self, location))
    return TRUE;
  return add_root (self, rk_window_get_page_name (location));
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
  const char *location = rk_navigation_get_location (self->navigation);
  const char *page = rk_window_get_page_name (location);
  const char *entry = page != location ? page : rk_navigation_get_entry (self->navigation);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->entries, i)) != NULL; i++)
    if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), entry))
      gtk_list_box_select_row (self->entries, row);
}

static gboolean
has_focus (GtkWidget *page)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (page));

  return focus != NULL && gtk_widget_is_ancestor (focus, page);
}

void
rk_window_update_header (RkWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  const char *create = page != NULL ? rk_page_get_create_label (page) : NULL;
  const char *subtitle = page != NULL ? rk_page_get_subtitle (page) : NULL;
  GMenuModel *menu = page != NULL ? rk_page_get_menu (page) : NULL;

  if (page != NULL)
    adw_window_title_set_title (self->title,
                                gtk_stack_page_get_title (gtk_stack_get_page (self->pages, page)));
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (self->create_button, create != NULL);
  gtk_label_set_label (self->create_label, create != NULL ? create : "");
  if (create != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->create_button),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, create, -1);
  gtk_widget_set_tooltip_text (self->create_button, create);
  gtk_menu_button_set_menu_model (self->page_menu, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->page_menu), menu != NULL);
}

static void
show_page (RkWindow *self, const char *location)
{
  GtkStack *stack = get_stack (self, location);
  GtkWidget *page = gtk_stack_get_child_by_name (stack, rk_window_get_page_name (location));
  gboolean fresh = !gtk_widget_get_mapped (page);

  if (fresh)
    rk_toast_dismiss (GTK_WIDGET (self));
  gtk_stack_set_visible_child (stack, page);
  if (stack == self->pages)
    {
      rk_window_update_header (self);
      gtk_stack_set_visible_child_name (self->outer, "main");
      adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
    }
  rk_window_select_record (self, location, page);
  if (fresh && !has_focus (page)) /* a page one comes back to has its own again */
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* At once: the program may be killed. What one only looks at is not opened again. */
static void
remember_page (RkWindow *self)
{
  const char *location = rk_navigation_get_location (self->navigation);
  g_autofree char *page = NULL;

  if (rk_location_is (location, "questionnaire") || rk_location_is (location, "trial") ||
      rk_location_is (location, "fetch"))
    return;
  page = rk_navigation_save (self->navigation);
  g_settings_set_string (rk_settings_get (), "last-page", page);
}

/* For the search: what one looked at last. */
static void
note_recent (RkWindow *self, const char *location)
{
  GtkWidget *page =
      gtk_stack_get_child_by_name (get_stack (self, location), rk_window_get_page_name (location));
  const char *title;

  if (rk_location_is (location, "trial"))
    return;
  if (RK_IS_RUNNER_PAGE (page))
    title = rk_response_get_title (rk_runner_page_get_response (RK_RUNNER_PAGE (page)));
  else if (rk_location_is (location, "results") || rk_location_is (location, "theme"))
    title = gtk_stack_page_get_title (gtk_stack_get_page (self->pages, page));
  else
    return;
  rk_recent_add (self->store, location, title);
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
  if (gtk_stack_get_child_by_name (get_stack (self, location),
                                   rk_window_get_page_name (location)) == NULL &&
      !add_page (self, location))
    {
      if (strchr (location, ':') == NULL)
        rk_navigation_reset (self->navigation, "overview");
      rk_navigation_forget (self->navigation, location); /* comes back here */
      return;
    }
  show_page (self, location);
  remember_page (self);
  note_recent (self, location);
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
