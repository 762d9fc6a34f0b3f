/* SPDX-License-Identifier: EUPL-1.2 */
/* What the files of the window share. */
#pragma once

#include "rk-adaptive-bin.h"
#include "rk-banner.h"
#include "rk-error.h"
#include "rk-navigation.h"
#include "rk-search-popover.h"
#include "rk-sender.h"
#include "rk-window.h"

G_BEGIN_DECLS

struct _RkWindow
{
  AdwApplicationWindow parent_instance;
  RkNavigation *navigation;
  RkStore *store;           /* (nullable): no workspace is open */
  char *path;               /* (nullable): of the workspace that is open, or could not be opened */
  GHashTable *responses;    /* id → RkResponse, as long as a page shows it */
  RkSearchPopover *search;  /* (nullable): made when first asked for */
  GtkWidget *before_search; /* (nullable) (weak): what had the focus */
  RkSender *sender;         /* (nullable): of the workspace that is open */
  char *sending;            /* (nullable): the response that the person asked to send */
  guint jobs;               /* that run off the main thread */
  guint busy_id;            /* the spinner will be shown */
  guint refresh_id;         /* the sidebar will be brought up to date */
  GtkWidget *content_focus; /* (nullable): weak; what had the focus before the sidebar */
  gboolean restoring;       /* at start: no page is shown before its state is known */

  GtkStack *outer; /* "plain", "main", and a page per task that takes the whole window */
  AdwBin *plain;
  RkBanner *plain_banner;
  AdwLeaflet *leaflet;
  GtkWidget *sidebar;
  GtkListBox *entries;
  GtkLabel *surveys_count;
  GtkWidget *surveys_row;
  GtkWidget *example_box;
  RkAdaptiveBin *content;
  GtkWidget *back_button;
  GtkWidget *create_button;
  GtkLabel *create_label;
  GtkMenuButton *page_menu;
  GtkWidget *search_button;
  GtkSpinner *busy;
  AdwWindowTitle *title;
  AdwWindowTitle *workspace_title;
  GtkLabel *administration_label;
  GtkLabel *file_label;
  RkBanner *banner;
  GtkStack *pages;
  GMenu *undo_section;
};

/* Shows the current location; makes its page when it is not there yet. */
void rk_window_show_location (RkWindow *self);
/* Title, line under it, create button and menu of the page that shows. */
void rk_window_update_header (RkWindow *self);
/* The way back is there when there is one. */
void rk_window_update_back (RkWindow *self);
/* Makes a page that is opened from the analysis; FALSE: @location is none, or is no more. */
gboolean rk_window_add_analysis_page (RkWindow *self, const char *location);
/* Takes all pages away: another workspace comes. */
void rk_window_drop_pages (RkWindow *self);
/* Says in the menu what undo and redo would do now. */
void rk_window_fill_undo_menu (RkWindow *self);
/* Installs the actions of the window. */
void rk_window_add_actions (RkWindow *self);
void rk_window_add_workspace_actions (RkWindow *self);
void rk_window_add_survey_actions (RkWindow *self);
void rk_window_add_server_actions (RkWindow *self);
void rk_window_add_record_actions (RkWindow *self);
/* The page that shows @location: that of its kind when it is a record in a list
 * ("applications:ID"), else @location itself. */
const char *rk_window_get_page_name (const char *location);
/* Selects the record of @location in the page of its kind; none: the list itself shows. */
void rk_window_select_record (RkWindow *self, const char *location, GtkWidget *page);
/* What waits in the workspace that is open goes on its way; before, or when it is closed: no more.
 */
void rk_window_start_sender (RkWindow *self);
void rk_window_stop_sender (RkWindow *self);
/* Shows @page in the place of everything else, under a plain header bar. */
void rk_window_show_plain (RkWindow *self, GtkWidget *page);
void rk_window_show_welcome (RkWindow *self);
/* Says above the page what failed, until it is closed. */
void rk_window_complain (RkWindow *self, const GError *error);

G_END_DECLS
