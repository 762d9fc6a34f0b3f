/* SPDX-License-Identifier: EUPL-1.2 */
/* The pages that are opened from the analysis. */
#include "config.h"
#include "rk-window-private.h"

#include "rk-analysis-rows-page.h"
#include "rk-principles-page.h"
#include "rk-regie-page.h"
#include "rk-regie-scheme-page.h"

#include <glib/gi18n.h>

static void
add (RkWindow *self, GtkWidget *page, const char *location, const char *title, char *subtitle)
{
  gtk_stack_add_titled (self->pages, page, location, title);
  g_object_set_data_full (G_OBJECT (page), "rk-subtitle", subtitle, g_free);
}

/* "analysis-rows:NAME/…" */
static gboolean
add_rows (RkWindow *self, const char *location)
{
  RkAnalysisRowsPage *page =
      rk_analysis_rows_page_new (self->store, rk_location_get_argument (location));
  g_autofree char *title = NULL;

  if (page == NULL)
    return FALSE;
  title = rk_analysis_rows_page_dup_title (page);
  add (self, GTK_WIDGET (page), location, title, rk_analysis_rows_page_dup_subtitle (page));
  return TRUE;
}

/* "regie:APPLICATION" */
static gboolean
add_regie (RkWindow *self, const char *location)
{
  const char *id = rk_location_get_argument (location);
  g_autoptr (RkRecord) record = rk_store_get (self->store, "application", id, NULL);

  if (record == NULL)
    return FALSE;
  add (self, rk_regie_page_new (self->store, id), location, rk_record_get_title (record),
       g_strdup (_ ("Control")));
  return TRUE;
}

gboolean
rk_window_add_analysis_page (RkWindow *self, const char *location)
{
  if (rk_location_is (location, "analysis-rows"))
    return add_rows (self, location);
  if (rk_location_is (location, "regie"))
    return add_regie (self, location);
  if (rk_location_is (location, "principles")) /* "principles:", "principles:APPLICATION" */
    add (self, rk_principles_page_new (self->store, rk_location_get_argument (location)), location,
         _ ("Principles"), NULL);
  else if (rk_location_is (location, "regie-scheme"))
    add (self, rk_regie_scheme_page_new (self->store), location, _ ("Weights of control"), NULL);
  else
    return FALSE;
  return TRUE;
}
