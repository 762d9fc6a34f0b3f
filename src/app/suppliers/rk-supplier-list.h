/* SPDX-License-Identifier: EUPL-1.2 */
/* Tables of suppliers and of contracts, with the figures that follow from them. */
#pragma once

#include "rk-analysis.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An RkFigureTable of suppliers: applications, cost, share, first end, mean control. */
GtkWidget *rk_supplier_list_new (void);
void rk_supplier_list_fill (GtkWidget *list, RkAnalysisInput *input);
/* An RkFigureTable of contracts: supplier, applications, end, notice, renewal, cost. */
GtkWidget *rk_contract_list_new (void);
void rk_contract_list_fill (GtkWidget *list, RkLandscape *landscape);

/* "€ 48.500 per year", "unknown": what a contract costs, in the words of its period. (transfer
 * full) */
char *rk_contract_dup_cost (const RkLandContract *contract);
/* The end of its term as a date, "unknown" without: (transfer full). */
char *rk_contract_dup_end (const RkLandContract *contract);
/* "renewed until 31/07/2028", "tacit", "ended" or "": (transfer full). */
char *rk_contract_dup_renewal (const RkLandContract *contract);
/* The names of the applications that it is for: (transfer full). */
char *rk_contract_dup_applications (const RkLandContract *contract);

G_END_DECLS
