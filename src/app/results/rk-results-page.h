/* SPDX-License-Identifier: EUPL-1.2 */
/* The results of a response: index, profile, themes, what would raise the index, indicators; beside
 * those of earlier years. Follows the answers as they change. */
#pragma once

#include "rk-response.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RK_TYPE_RESULTS_PAGE (rk_results_page_get_type ())
G_DECLARE_FINAL_TYPE (RkResultsPage, rk_results_page, RK, RESULTS_PAGE, AdwBin)

RkResultsPage *rk_results_page_new (RkResponse *response);
RkResponse *rk_results_page_get_response (RkResultsPage *self);
/* For the header: "Results: Survey 2026" and "Submitted on … · read-only"; (transfer full). */
char *rk_results_page_dup_title (RkResultsPage *self);
char *rk_results_page_dup_subtitle (RkResultsPage *self);

G_END_DECLS
