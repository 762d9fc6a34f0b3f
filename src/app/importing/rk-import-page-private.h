/* SPDX-License-Identifier: EUPL-1.2 */
/* What the files of the page share. */
#pragma once

#include "rk-banner.h"
#include "rk-import-job.h"
#include "rk-import-page.h"

G_BEGIN_DECLS

struct _RkImportPage
{
  AdwBin parent_instance;
  RkStore *store;
  RkImport *import;      /* (nullable): no file yet */
  RkImportJob *job;      /* (nullable): of what the third step shows */
  GCancellable *running; /* (nullable): a job runs */
  guint progress_id;
  guint step; /* from 0 */
  char *subtitle;
  gboolean filling; /* the page itself sets what is chosen */

  GtkStack *steps;
  RkBanner *banner;
  GtkButton *back, *next;
  GtkProgressBar *progress;
  GtkLabel *headings[4];
  /* file */
  AdwComboRow *subject, *separator;
  AdwActionRow *file;
  GtkWidget *reading;
  GtkSwitch *header;
  /* columns */
  GtkListBox *columns;
  /* review */
  GtkStack *outcomes;
  GtkListBox *lists[4];
  GtkLabel *made;
  GtkSwitch *whole;
  GtkWidget *whole_row;
  GtkButton *save_faults;
  /* result */
  AdwStatusPage *result;
};

/* The lists and kinds that one can choose from, as names of subjects; NULL at the end. */
extern const char *const rk_import_page_subjects[];

/* --- rk-import-page-columns.c ----------------------------------------------------------------- */

/* A row per column of the file, with what it is. */
void rk_import_page_fill_columns (RkImportPage *self);

/* --- rk-import-page-review.c ------------------------------------------------------------------ */

/* What the job found, in four lists. */
void rk_import_page_fill_review (RkImportPage *self);
void rk_import_page_save_faults (RkImportPage *self);

/* --- rk-import-page.c ------------------------------------------------------------------------- */

/* GTK and libadwaita leave what is inside a choice or a group without a name. */
void rk_import_page_name_parts (GtkWidget *widget, const char *label);
/* Looks at the list again: something was corrected or chosen. */
void rk_import_page_check (RkImportPage *self);

G_END_DECLS
