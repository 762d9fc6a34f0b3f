/* SPDX-License-Identifier: EUPL-1.2 */
/* Keeping a form as part of a larger step. */
#pragma once

#include "rk-change.h"
#include "rk-questionnaire.h"

G_BEGIN_DECLS

/* Adds to @change what keeps this very form in the workspace, unless it is there. The record id:
 * (transfer full) (nullable). */
char *rk_questionnaire_keep_in (RkQuestionnaire *self, RkStore *store, RkChange *change,
                                GError **error);

/* What the beginning of a form tells, without parsing all of it. */
typedef struct
{
  char *form_id, *version, *title;
  gboolean concept;
} RkFormHead;
void rk_form_head_clear (RkFormHead *head);
gboolean rk_form_head_read (GBytes *bytes, RkFormHead *head);

/* The parsed form of these bytes, shared by all that have it open: (transfer full). */
RkForm *rk_form_cache_get (GBytes *bytes, const char *name, GError **error);
/* The form with the lists in files beside it taken into it: (transfer full). */
GBytes *rk_form_inline (RkForm *form);
/* SHA-256 in hexadecimal: (transfer full). */
char *rk_form_hash (GBytes *bytes);

G_END_DECLS
