/* SPDX-License-Identifier: EUPL-1.2 */
/* What the files of the page share. */
#pragma once

#include "rk-adaptive-bin.h"
#include "rk-banner.h"
#include "rk-empty.h"
#include "rk-plate-canvas.h"
#include "rk-plate-legend.h"
#include "rk-plate-minimap.h"
#include "rk-plate-page.h"
#include "rk-plate-selection.h"
#include "rk-plate-source.h"
#include "rk-plate-table.h"

G_BEGIN_DECLS

struct _RkPlatePage
{
  AdwBin parent_instance;
  RkStore *store;
  RkPlateSource *source;
  char *plate;
  char *title, *subtitle;    /* (nullable): not known yet */
  RkPlateDrawing *drawing;   /* (nullable): not there yet */
  GCancellable *cancellable; /* (nullable): of the drawing that is being made */
  char *date;                /* of the other moment */
  gboolean setting;          /* the controls are being set: no person did it */
  gboolean wanted_fit;       /* what was remembered of the last time */
  RkViewport wanted;         /* its x and y are the middle; scale 0: nothing */
  char *wanted_box;          /* (nullable): id of the node */
  char *searched;            /* (nullable): what the matches are of */
  GArray *matches;           /* (nullable): of int */
  guint match;
  guint save_id, spinner_id;

  RkAdaptiveBin *bin;
  RkBanner *banner;
  GtkWidget *toolbar, *tools, *buttons;
  GtkDropDown *lens;
  GtkToggleButton *now, *then, *difference;
  GtkMenuButton *date_button;
  GtkEntry *date_entry;
  GtkCalendar *calendar;
  GtkEditable *search;
  GtkLabel *matches_label;
  GtkWidget *zoom_box, *zoom_out, *zoom, *zoom_in;
  GtkLabel *zoom_label;
  GMenuModel *own_menu;
  AdwButtonContent *export_content;
  GtkToggleButton *legend_button;
  GtkStack *stack;
  GtkSpinner *spinner;
  AdwFlap *flap;
  GtkWidget *side, *map_box;
  GtkScrolledWindow *side_scroller;
  RkPlateCanvas *canvas;
  GtkLabel *hint;
  RkPlateLegend *legend;
  RkPlateSelection *selection;
  RkPlateMinimap *minimap;
  RkPlateTable *table;
  RkEmpty *failed;
};

/* Asks for the plate as the controls say. */
void rk_plate_page_load (RkPlatePage *self);
/* What one looks at is remembered a moment later. */
void rk_plate_page_queue_save (RkPlatePage *self);

/* --- rk-plate-page-moment.c: lens and moment ---------------------------------------------------
 */

RkLens rk_plate_page_get_lens (RkPlatePage *self);
RkPlateMoment rk_plate_page_get_moment (RkPlatePage *self);
void rk_plate_page_set_up_lenses (RkPlatePage *self);
/* The date that is proposed for the other moment: (transfer full). */
char *rk_plate_page_make_date (void);
void rk_plate_page_show_date (RkPlatePage *self);
void rk_plate_page_next_lens (GtkWidget *widget, const char *name, GVariant *parameter);
void rk_plate_page_lens_chosen (RkPlatePage *self);
void rk_plate_page_moment_chosen (RkPlatePage *self, GtkToggleButton *button);
void rk_plate_page_day_chosen (RkPlatePage *self);
void rk_plate_page_date_typed (RkPlatePage *self);

/* --- rk-plate-page-state.c: what is remembered of a plate --------------------------------------
 */

void rk_plate_page_restore (RkPlatePage *self);
/* Puts the canvas back where it was, once there is a drawing. */
void rk_plate_page_look_back (RkPlatePage *self);
void rk_plate_page_save (RkPlatePage *self);

/* --- rk-plate-page-export.c --------------------------------------------------------------------
 */

void rk_plate_page_install_exports (GtkWidgetClass *klass);

G_END_DECLS
