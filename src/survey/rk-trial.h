/* SPDX-License-Identifier: EUPL-1.2 */
/* A questionnaire that one tries out: a response in a workspace of its own, of which nothing is
 * left when the trial goes. */
#pragma once

#include "rk-response.h"

G_BEGIN_DECLS

#define RK_TYPE_TRIAL (rk_trial_get_type ())
G_DECLARE_FINAL_TYPE (RkTrial, rk_trial, RK, TRIAL, GObject)

/* @kinds: as rk_store_open(); borrowed. @properties (nullable): as rk_response_start(). Nothing
 * changes in the workspace of @questionnaire. (transfer full) */
RkTrial *rk_trial_new (RkQuestionnaire *questionnaire, const RkKind *const *kinds,
                       GHashTable *properties, GError **error);
RkResponse *rk_trial_get_response (RkTrial *self); /* (transfer none) */
/* Whether @response is only a trial: it cannot be submitted, and need not be kept. */
gboolean rk_response_is_trial (RkResponse *response);

G_END_DECLS
