/* SPDX-License-Identifier: EUPL-1.2 */
/* Who uses this workspace: the administration and its people. */
#pragma once

#include "rk-change.h"
#include "rk-store.h"

G_BEGIN_DECLS

/* Kinds "administration" (one record: name, type, nis, kbo, province, inhabitants, example) and
 * "person" (name, department): names to assign work to, no accounts. */
extern const RkKind rk_kind_administration;
extern const RkKind rk_kind_person;

/* Types of administration, ended by a NULL value: "gemeente_ocmw", "gemeente", "ocmw", "igs",
 * "agb", "zone", "provincie", "ander". The labels are source strings. */
extern const RkEnumValue rk_administration_types[];

/* The administration of the workspace: (transfer full) (nullable) when it is not set up yet. */
RkRecord *rk_profile_get_administration (RkStore *store, GError **error);
/* How many people live there: as filled in, else as the list of municipalities has it; -1: unknown.
 * @date: of the list; NULL when it was filled in. */
gint64 rk_profile_get_inhabitants (RkStore *store, const char **date);
/* Sets it up or changes it, as one step. @nis (nullable): a municipality of the list, which gives
 * the province; @type and @kbo (nullable). @kbo is ten digits, with or without points, or
 * RK_ERROR_INVALID. */
gboolean rk_profile_set_administration (RkStore *store, GError **error, const char *name,
                                        const char *type, const char *nis, const char *kbo);
/* Names of people, for choosing, by name: (transfer full) (element-type RkRecord). */
GPtrArray *rk_profile_list_people (RkStore *store, GError **error);
/* Makes a person of that name, or finds the one there is (case and accents folded): its id
 * (transfer full). An empty name is RK_ERROR_INVALID. */
char *rk_profile_add_person (RkStore *store, const char *name, GError **error);

G_END_DECLS
