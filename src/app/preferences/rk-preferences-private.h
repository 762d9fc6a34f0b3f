/* SPDX-License-Identifier: EUPL-1.2 */
#pragma once

#include "rk-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Fills the page with what the questionnaires in use say about their scores: themes, weights and
 * bands. They live in the form and are read here only. */
void rk_preferences_fill_scores (AdwPreferencesPage *page, RkStore *store);

G_END_DECLS
