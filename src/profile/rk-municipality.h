/* SPDX-License-Identifier: EUPL-1.2 */
/* The 285 municipalities of the Flemish Region since 1 January 2025, with NIS codes and the names
 * of those that merged into them (REFNIS). */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RK_TYPE_MUNICIPALITY (rk_municipality_get_type ())
G_DECLARE_FINAL_TYPE (RkMunicipality, rk_municipality, RK, MUNICIPALITY, GObject)

const char *rk_municipality_get_name (RkMunicipality *self);
const char *rk_municipality_get_nis (RkMunicipality *self);
const char *rk_municipality_get_province (RkMunicipality *self);
/* The number of inhabitants on rk_municipality_get_population_date(). */
int rk_municipality_get_population (RkMunicipality *self);
const char *rk_municipality_get_population_date (void);
/* The former name that made it match the last search: (nullable). */
const char *rk_municipality_get_former_match (RkMunicipality *self);

/* All of them by name: (transfer full) (element-type RkMunicipality). */
GListModel *rk_municipality_list (void);
/* Those of which any part of the name, or of a former name, contains @text (accents and case
 * folded); names that begin with it first. */
GListModel *rk_municipality_search (const char *text);
/* The one with this NIS code: (transfer full) (nullable). */
RkMunicipality *rk_municipality_find (const char *nis);

G_END_DECLS
