/* SPDX-License-Identifier: EUPL-1.2 */
/* Why a figure is what it is. Of a theme: the rule in words, every question with its answer, score,
 * weight and contribution, and what does not count. Of an indicator: the questions that it is made
 * of, and what is missing. Each row opens its question. */
#pragma once

#include "rk-response.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_THEME_PAGE (rk_theme_page_get_type ())
G_DECLARE_FINAL_TYPE (RkThemePage, rk_theme_page, RK, THEME_PAGE, AdwBin)

/* What stands before the id of an indicator where else the id of a theme is. */
#define RK_WHY_INDICATOR "indicator/"

/* @id: of a theme, or of an indicator after RK_WHY_INDICATOR. */
RkThemePage *rk_theme_page_new (RkResponse *response, const char *id);
/* For the header: "Why: Suppliers"; (transfer full). */
char *rk_theme_page_dup_title (RkThemePage *self);

G_END_DECLS
