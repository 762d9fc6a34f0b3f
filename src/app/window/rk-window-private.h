/* SPDX-License-Identifier: EUPL-1.2 */
/* What the files of the window share. */
#pragma once

#include "rk-adaptive-bin.h"
#include "rk-navigation.h"
#include "rk-window.h"

G_BEGIN_DECLS

struct _RkWindow
{
  AdwApplicationWindow parent_instance;
  RkNavigation *navigation;

  GtkStack *outer; /* "blank", "main", and a page per task that takes the whole window */
  AdwBin *plain;
  AdwLeaflet *leaflet;
  GtkWidget *sidebar;
  GtkListBox *entries;
  GtkLabel *surveys_count;
  GtkWidget *example_box;
  RkAdaptiveBin *content;
  GtkWidget *back_button;
  GtkWidget *search_button;
  AdwWindowTitle *title;
  AdwWindowTitle *workspace_title;
  GtkLabel *administration_label;
  GtkLabel *file_label;
  GtkStack *pages;
  GMenu *undo_section;
};

/* Shows the current location; makes its page when it is not there yet. */
void rk_window_show_location (RkWindow *self);
/* Installs the actions of the window. */
void rk_window_add_actions (RkWindow *self);

G_END_DECLS
