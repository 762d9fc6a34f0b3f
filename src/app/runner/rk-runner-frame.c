/* SPDX-License-Identifier: EUPL-1.2 */
/* What stands around the questions: titles, buttons, the saved state, the bar of a submitted
 * response. */
#include "config.h"

#include "rk-runner-page-private.h"

#include "rk-button.h"
#include "rk-questions.h"
#include "rk-section-row.h"
#include "rk-status-label.h"
#include "rk-toast.h"
#include "rk-trial.h"

#include <glib/gi18n.h>

#define PANE_WIDTH 280
#define ALONE_WIDTH 4000

/* "Section 2 of 7", and page by page also where in it. */
static char *
dup_place (RkRunnerPage *self, int section, guint n_sections)
{
  guint page = 0, n_pages = 0;

  if (self->mode == RK_RUNNER_PAGES)
    n_pages = rk_questions_count_pages (self->current, self->page, &page);
  if (n_pages <= 1)
    /* Translators: which section of how many: "Section 2 of 7". */
    return g_strdup_printf (_ ("Section %d of %u"), section, n_sections);
  if (n_sections == 1)
    /* Translators: which page of how many: "Page 2 of 7". */
    return g_strdup_printf (_ ("Page %u of %u"), page, n_pages);
  /* Translators: "Section 2 of 7 · page 1 of 3". */
  return g_strdup_printf (_ ("Section %d of %u · page %u of %u"), section, n_sections, page,
                             n_pages);
}

static void
show_title (RkRunnerPage *self)
{
  guint n = g_list_model_get_n_items (self->sections);
  int index = rk_questions_index_of (self->sections, self->current);
  const char *shown = gtk_stack_get_visible_child_name (self->stack);
  g_autofree char *subtitle = NULL;

  if (g_strcmp0 (shown, "review") == 0)
    {
      adw_window_title_set_title (self->title, _ ("Review"));
      adw_window_title_set_subtitle (self->title, rk_response_get_title (self->response));
      return;
    }
  if (g_strcmp0 (shown, "search") == 0)
    {
      adw_window_title_set_title (self->title, _ ("Search in the questions"));
      adw_window_title_set_subtitle (self->title, rk_response_get_title (self->response));
      return;
    }
  subtitle = dup_place (self, index + 1, n);
  adw_window_title_set_title (self->title, rk_section_get_title (self->current));
  adw_window_title_set_subtitle (self->title, subtitle);
}

/* "Bevraging digitale regie 2026": the name above, the year under it. */
void
rk_runner_frame_show_pane_title (RkRunnerPage *self)
{
  const char *title = rk_response_get_title (self->response);
  const char *period = rk_record_get (rk_response_get_record (self->response), "period");
  g_autofree char *name = g_strdup (title);

  if (period != NULL && *period != '\0' && g_str_has_suffix (name, period))
    {
      name[strlen (name) - strlen (period)] = '\0';
      adw_window_title_set_subtitle (self->pane_title, period);
    }
  adw_window_title_set_title (self->pane_title, g_strchomp (name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/* In a narrow window, and with a wide font, the words give way before the window grows. */
static void
set_button (gboolean narrow, GtkButton *button, const char *label)
{
  rk_button_set_label (button, label);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (button)),
                           narrow ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
}

/* The last section leads to the review. */
void
rk_runner_frame_show_buttons (RkRunnerPage *self)
{
  gboolean last = !rk_runner_page_can_step (self, 1), pages = self->mode == RK_RUNNER_PAGES;
  gboolean narrow = rk_adaptive_bin_get_size_class (self->content) <= RK_SIZE_M ||
                    rk_response_is_submitted (self->response);

  gtk_widget_set_visible (self->key_hint, !narrow);
  set_button (narrow, GTK_BUTTON (self->next),
              last ? (narrow || rk_response_is_trial (self->response) ? _ ("_Review")
                                                                      : _ ("_Review and submit"))
                   : pages
              ? _ ("_Next page")
              : _ ("_Next section"));
  set_button (narrow, GTK_BUTTON (self->previous),
              narrow ? _ ("_Previous") : pages ? _ ("_Previous page") : _ ("_Previous section"));
  set_button (narrow, GTK_BUTTON (self->next_open),
              narrow ? _ ("_Open question") : _ ("Next _open question"));
}

static void
select_row (RkRunnerPage *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    if (rk_section_row_get_section (RK_SECTION_ROW (row)) == self->current)
      gtk_list_box_select_row (self->rows, row);
}

void
rk_runner_frame_show (RkRunnerPage *self)
{
  show_title (self);
  rk_runner_frame_show_buttons (self);
  select_row (self);
  rk_runner_actions_update (self);
}

void
rk_runner_frame_follow (RkRunnerPage *self)
{
  show_title (self);
  rk_runner_frame_show_buttons (self);
  rk_runner_actions_update (self);
}

void
rk_runner_frame_show_saved (RkRunnerPage *self)
{
  gboolean failed = rk_autosave_get_failed (self->autosave);
  const char *message = rk_autosave_get_message (self->autosave);

  gtk_label_set_label (self->saved_label, message != NULL ? message : "");
  gtk_widget_set_visible (self->saved_box,
                          message != NULL && (failed || !rk_response_is_trial (self->response)));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->saved_icon),
                                failed ? "rk-warning-symbolic" : "rk-check-symbolic");
  if (failed)
    {
      gtk_widget_add_css_class (self->saved_box, "rk-error-text");
      rk_banner_show (self->banner, RK_BANNER_ERROR, rk_autosave_get_reason (self->autosave), NULL,
                      NULL);
    }
  else if (gtk_widget_has_css_class (self->saved_box, "rk-error-text"))
    {
      gtk_widget_remove_css_class (self->saved_box, "rk-error-text");
      rk_banner_hide (self->banner);
      rk_announce (GTK_WIDGET (self), message);
    }
}

void
rk_runner_frame_show_refused (RkRunnerPage *self, const char *message)
{
  rk_toast_show (GTK_WIDGET (self), message, NULL, NULL);
}

/* What one tries out can be filled in, and is not kept. */
static void
show_trial (RkRunnerPage *self)
{
  rk_banner_show (self->banner, RK_BANNER_INFO,
                  _ ("An example: what you fill in here is not kept."), _ ("Close the example"),
                                                                           "win.back");
}

/* A frozen response can be read, not changed. */
void
rk_runner_frame_show_frozen (RkRunnerPage *self)
{
  gboolean frozen = rk_response_is_submitted (self->response);

  if (frozen)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->views_box), "rk-frozen");
      rk_banner_show (self->banner, RK_BANNER_INFO,
                      _ ("This survey has been submitted and can no longer change."),
                         _ ("Reopen as a new version"), "runner.reopen");
    }
  else if (rk_response_is_trial (self->response))
    show_trial (self);
  rk_runner_actions_update (self);
}

/* 280 wide beside the questions, at any text size; all of the window when it is alone. */
void
rk_runner_frame_size_pane (RkRunnerPage *self)
{
  int dpi, width = ALONE_WIDTH;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  if (!adw_leaflet_get_folded (self->leaflet))
    width = (int) (PANE_WIDTH * (dpi > 0 ? dpi / 1024.0 / 96.0 : 1));
  adw_clamp_set_maximum_size (ADW_CLAMP (self->pane), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->pane), width);
}
