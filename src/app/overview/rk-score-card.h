/* SPDX-License-Identifier: EUPL-1.2 */
/* The score of one questionnaire on the overview: now, and over the years. */
#pragma once

#include "rk-survey-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @rows: surveys on one form that have a score, oldest first (element-type RkSurveyRow); at least
 * one. */
GtkWidget *rk_score_card_new (GPtrArray *rows);

G_END_DECLS
