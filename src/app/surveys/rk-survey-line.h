/* SPDX-License-Identifier: EUPL-1.2 */
/* One survey in a list: what it is, how far it is, and the button that goes on with it. */
#pragma once

#include "rk-exchange.h"
#include "rk-survey-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RK_TYPE_SURVEY_LINE (rk_survey_line_get_type ())
G_DECLARE_FINAL_TYPE (RkSurveyLine, rk_survey_line, RK, SURVEY_LINE, GtkListBoxRow)

typedef enum
{
  RK_SURVEY_LINE_SUGGESTED = 1 << 0, /* its button is the one next step of the page */
  RK_SURVEY_LINE_MENU = 1 << 1,      /* it has a menu with what one rarely does */
  RK_SURVEY_LINE_EARLIER = 1 << 2    /* there is an earlier one to take answers from */
} RkSurveyLineFlags;

/* Enter on the row is a click on its button. */
GtkWidget *rk_survey_line_new (const RkSurveyRow *row, RkSurveyLineFlags flags);

/**
 * rk_survey_line_new_plain:
 * @icon_name: (nullable): NULL: that of surveys
 * @caption: (nullable): a second line
 * @concept: whether it is a draft of a questionnaire
 * @button_label: (nullable): NULL: an arrow
 * @detailed_action: what the button, and Enter on the row, do
 *
 * A row of the same build for what is not a survey yet.
 */
GtkWidget *rk_survey_line_new_plain (const char *icon_name, const char *title, const char *caption,
                                     gboolean concept, const char *button_label,
                                     const char *detailed_action);
/* For a submitted survey: what of it went to a server (@item, nullable), and where it can go to
 * (@server_name, nullable). */
void rk_survey_line_show_exchange (RkSurveyLine *self, const char *id, const RkExchangeItem *item,
                                   const char *server_name);
/* Gives it a menu with @label, which calls @action with @target. */
void rk_survey_line_offer (RkSurveyLine *self, const char *label, const char *action,
                           const char *target);
/* Its button is the one next step of the page. */
void rk_survey_line_suggest (RkSurveyLine *self);

G_END_DECLS
