/* SPDX-License-Identifier: EUPL-1.2 */
/* What lists say about a survey, in words. No widgets: the words are tested by themselves. */
#pragma once

#include "rk-exchange.h"
#include "rk-survey-list.h"

G_BEGIN_DECLS

/* "Bevraging digitale regie 2026": the title, with the year when it is not in there. (transfer
 * full) */
char *rk_survey_words_title (const RkSurveyRow *row);
/* "41 van 59 vragen ingevuld", or that it is not begun. (transfer full) */
char *rk_survey_words_progress (const RkSurveyRow *row);
/* "nog 12 dagen, tot 15 december 2026"; NULL without a deadline. @now (nullable): the clock. */
char *rk_survey_words_deadline (const RkSurveyRow *row, GDateTime *now);
/* "2 dagen te laat"; NULL when it is not. */
char *rk_survey_words_overdue (const RkSurveyRow *row, GDateTime *now);
/* "ingediend op 3 december 2026 door An Peeters · versie 2"; for submitted ones. */
char *rk_survey_words_submitted (const RkSurveyRow *row);
/* "verstuurd naar odk.stad.be op 3 december 2026", "wacht op verbinding met …", "geweigerd: …".
 * (transfer full) */
char *rk_survey_words_exchange (const RkExchangeItem *item);
/* Share answered, 0–1. */
double rk_survey_words_share (const RkSurveyRow *row);
/* Days to the deadline; G_MAXINT without one: for sorting by urgency. */
int rk_survey_words_days (const RkSurveyRow *row, GDateTime *now);
/* Open ones, overdue first, then by deadline, then newest: (transfer container). @rows keeps them.
 */
GPtrArray *rk_survey_words_list_open (GPtrArray *rows, GDateTime *now);

/* The year that a new survey on this form is for: this one, or the next when this one has been
 * done. (transfer full) */
char *rk_survey_words_period (GPtrArray *rows, const char *form_id, GDateTime *now);
/* Whether one on this form is under way. */
gboolean rk_survey_words_is_open (GPtrArray *rows, const char *form_id);

G_END_DECLS
