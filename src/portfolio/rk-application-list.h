/* SPDX-License-Identifier: EUPL-1.2 */
/* What a list of applications shows beside their fields. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

/* supplier_name, product_name, version_label, delivery, components (names), contract_end,
 * notice_date and regie; ended by one without a name. */
extern const RkDerivedColumn rk_application_columns[];

/* Works out contract_end, notice_date and regie as they are today. To be called before a list is
 * shown, and when the workspace changed. @changed (out): whether a list must read its rows again.
 */
gboolean rk_application_figures_update (RkStore *store, gboolean *changed, GError **error);

/* Whether there are so many that working out figures of all of them takes longer than a person
 * waits: then it is done after the list is shown. */
gboolean rk_application_figures_take_long (RkStore *store);

G_END_DECLS
