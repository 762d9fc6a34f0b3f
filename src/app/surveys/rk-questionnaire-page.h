/* SPDX-License-Identifier: EUPL-1.2 */
/* A questionnaire from a file, to look at before it is added to the workspace. */
#pragma once

#include "rk-questionnaire.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_QUESTIONNAIRE_PAGE (rk_questionnaire_page_get_type ())
G_DECLARE_FINAL_TYPE (RkQuestionnairePage, rk_questionnaire_page, RK, QUESTIONNAIRE_PAGE, AdwBin)

/* A file that holds no questionnaire gives a page that says why. */
GtkWidget *rk_questionnaire_page_new (const char *path);
/* What was read: (transfer none) (nullable). */
RkQuestionnaire *rk_questionnaire_page_get_questionnaire (RkQuestionnairePage *self);

G_END_DECLS
