/* SPDX-License-Identifier: EUPL-1.2 */
/* Why a theme scores what it scores: the rule in words, every question with its answer, score,
 * weight and contribution, and what does not count. Each row opens its question. */
#pragma once

#include "rk-response.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_THEME_PAGE (rk_theme_page_get_type ())
G_DECLARE_FINAL_TYPE (RkThemePage, rk_theme_page, RK, THEME_PAGE, AdwBin)

RkThemePage *rk_theme_page_new (RkResponse *response, const char *theme_id);
/* For the header: "Why: Suppliers"; (transfer full). */
char *rk_theme_page_dup_title (RkThemePage *self);

G_END_DECLS
