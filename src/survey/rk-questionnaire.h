/* SPDX-License-Identifier: EUPL-1.2 */
/* Questionnaires one can start: those that come with the program and those added to the workspace.
 */
#pragma once

#include "rk-form.h"
#include "rk-store.h"

G_BEGIN_DECLS

#define RK_TYPE_QUESTIONNAIRE (rk_questionnaire_get_type ())
G_DECLARE_FINAL_TYPE (RkQuestionnaire, rk_questionnaire, RK, QUESTIONNAIRE, GObject)

const char *rk_questionnaire_get_form_id (RkQuestionnaire *self);
const char *rk_questionnaire_get_version (RkQuestionnaire *self);
const char *rk_questionnaire_get_title (RkQuestionnaire *self);
/* Whether the form says that it is a draft ("concept"): our own attribute on the model. */
gboolean rk_questionnaire_is_concept (RkQuestionnaire *self);
gboolean rk_questionnaire_is_built_in (RkQuestionnaire *self);
/* The parsed form; parsed once and cached: (transfer none). */
RkForm *rk_questionnaire_get_form (RkQuestionnaire *self, GError **error);

/* Built-in ones first, then added ones, newest version of each: (transfer full) (element-type
 * RkQuestionnaire). @store NULL: only the built-in ones. */
GListModel *rk_questionnaire_list (RkStore *store, GError **error);
/* By form id (case folded), or by the path of an XForm: (transfer full). */
RkQuestionnaire *rk_questionnaire_find (RkStore *store, const char *name, GError **error);
/* Reads a form file without keeping it; @messages (nullable) as rk_form_new(). (transfer full) */
RkQuestionnaire *rk_questionnaire_new_from_file (const char *path, GPtrArray *messages,
                                                 GError **error);
/* Adds a form file to the workspace after checking it; @messages as rk_form_new(). (transfer full)
 */
RkQuestionnaire *rk_questionnaire_add (RkStore *store, const char *path, GPtrArray *messages,
                                       GError **error);
/* The questionnaire a response was filled on, from its record: (transfer full). */
RkQuestionnaire *rk_questionnaire_load (RkStore *store, const char *record_id, GError **error);
/* The record id under which the workspace keeps this very form, made when needed: (transfer full)
 */
char *rk_questionnaire_keep (RkQuestionnaire *self, RkStore *store, GError **error);

G_END_DECLS
