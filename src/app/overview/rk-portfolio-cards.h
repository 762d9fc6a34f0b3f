/* SPDX-License-Identifier: EUPL-1.2 */
/* The portfolio on the overview: two cards, and what needs attention. */
#pragma once

#include "rk-analysis.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Ids of the cards, beside those of forms. */
#define RK_CARD_APPLICATIONS "portfolio-applications"
#define RK_CARD_CONTRACTS "portfolio-contracts"

/* How many applications there are in each status. */
GtkWidget *rk_applications_card_new (RkAnalysisInput *input);
/* Which contracts ask for a decision, by quarter. */
GtkWidget *rk_contracts_card_new (RkAnalysisInput *input);

/* A point that needs attention: a notice date, or components without an application. */
typedef struct
{
  char *icon;
  char *title;
  char *caption;
  char *action; /* detailed */
} RkPortfolioPoint;

/* Most urgent first: (transfer full) (element-type RkPortfolioPoint). @input: (nullable). */
GPtrArray *rk_portfolio_points_list (RkAnalysisInput *input);
/* As a row of the list of the overview. */
GtkWidget *rk_portfolio_point_make_line (const RkPortfolioPoint *point);

G_END_DECLS
