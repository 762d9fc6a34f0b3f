/* SPDX-License-Identifier: EUPL-1.2 */
/* What the files of the page share. */
#pragma once

#include "rk-adaptive-bin.h"
#include "rk-banner.h"
#include "rk-empty.h"
#include "rk-plate-source.h"
#include "rk-plates-page.h"

G_BEGIN_DECLS

struct _RkPlatesPage
{
  AdwBin parent_instance;
  RkStore *store;
  RkPlateSource *source;
  RkPlateList *list;         /* (nullable): not there yet */
  GListStore *shown;         /* of RkPlateItem */
  GCancellable *cancellable; /* of the list */
  GCancellable *import;      /* (nullable): of the import that runs */
  guint spinner_id;

  RkBanner *banner;
  GtkRevealer *work;
  GtkLabel *work_label;
  GtkProgressBar *work_bar;
  GtkWidget *toolbar;
  GtkEditable *search;
  GtkCheckButton *only_components;
  GtkLabel *count;
  GtkStack *stack;
  GtkSpinner *spinner;
  GtkWidget *scroller;
  GtkGridView *grid;
  GMenuModel *menu;
  GMenu *back_section;
};

/* --- rk-plates-page-import.c -------------------------------------------------------------------
 */

void rk_plates_page_install_import (GtkWidgetClass *klass);
/* The way back to the release before, as long as there is one. */
void rk_plates_page_fill_menu (RkPlatesPage *self);

G_END_DECLS
