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
/* By form id (case folded), or by the path of an XForm or XLSForm: (transfer full). */
RkQuestionnaire *rk_questionnaire_find (RkStore *store, const char *name, GError **error);
/* Reads a form file (XForm, or XLSForm in .xlsx) without keeping it; @messages (nullable) as
 * rk_form_new(). (transfer full) */
RkQuestionnaire *rk_questionnaire_new_from_file (const char *path, GPtrArray *messages,
                                                 GError **error);
/* Adds a form file to the workspace after checking it, with the files it refers to that are found
 * beside it (its folder, "attachments", "NAME-media"); @messages as rk_form_new(). (transfer full)
 */
RkQuestionnaire *rk_questionnaire_add (RkStore *store, const char *path, GPtrArray *messages,
                                       GError **error);
/* The same for a form that came from elsewhere. @media (nullable): name → GBytes. */
RkQuestionnaire *rk_questionnaire_add_bytes (RkStore *store, GBytes *form, GHashTable *media,
                                             GPtrArray *messages, GError **error);
/* The questionnaire a response was filled on, from its record: (transfer full). */
RkQuestionnaire *rk_questionnaire_load (RkStore *store, const char *record_id, GError **error);
/* The record id under which the workspace keeps this very form, made when needed: (transfer full)
 */
char *rk_questionnaire_keep (RkQuestionnaire *self, RkStore *store, GError **error);

/* --- what the workspace supplies ---------------------------------------------------------------
 */

/* A file that a form names and does not bring, made from the workspace ("portfolio.xml"): (transfer
 * full) (nullable). Set once, by the layer that knows all modules. */
typedef GBytes *(*RkFormSource) (RkStore *store, const char *name);
void rk_questionnaire_set_source (RkFormSource source);
/* What the source has by this name: (transfer full) (nullable). */
GBytes *rk_questionnaire_supply (RkStore *store, const char *name);

/* --- the files of a form ---------------------------------------------------------------------- */

/* A list, picture, sound or film that the form refers to. */
typedef struct
{
  char *name;
  char *hash;  /* of the blob; NULL: it is missing, or not in a workspace yet */
  char *type;  /* MIME; NULL: unknown */
  gint64 size; /* -1: it is missing */
} RkFormFile;
void rk_form_file_free (RkFormFile *file);
/* All files that the form refers to, also the missing, in form order: (transfer full) (element-type
 * RkFormFile). */
GPtrArray *rk_questionnaire_list_media (RkQuestionnaire *self, GError **error);
/* The content of a file: (transfer full); NULL without error when it is absent. */
GBytes *rk_questionnaire_dup_media (RkQuestionnaire *self, const char *name, GError **error);
/* Adds the file at @path to the form, which is kept in @store when it is not yet. A file that was
 * missing is added to the form as it is; another content for one that was there makes a newer
 * questionnaire, so that what was begun goes on with the lists it was begun on. Errors:
 * RK_ERROR_INVALID when the form refers to no file of that name, or cannot use it. */
gboolean rk_questionnaire_add_media (RkQuestionnaire *self, RkStore *store, const char *path,
                                     GError **error);

G_END_DECLS
