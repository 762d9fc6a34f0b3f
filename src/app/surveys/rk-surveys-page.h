/* SPDX-License-Identifier: EUPL-1.2 */
/* All surveys of the workspace: to fill in, submitted, and what else one can start. */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_SURVEYS_PAGE (rk_surveys_page_get_type ())
G_DECLARE_FINAL_TYPE (RkSurveysPage, rk_surveys_page, RK, SURVEYS_PAGE, AdwBin)

GtkWidget *rk_surveys_page_new (RkStore *store);
/* Gives the row of the questionnaire @form_id the focus: it was just added. */
void rk_surveys_page_focus_questionnaire (RkSurveysPage *self, const char *form_id);

G_END_DECLS
