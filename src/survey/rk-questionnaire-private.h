/* SPDX-License-Identifier: EUPL-1.2 */
/* Keeping a form, with its files, as part of a larger step. */
#pragma once

#include "rk-change.h"
#include "rk-questionnaire.h"

G_BEGIN_DECLS

/* One file of a form: kept (a hash), or still where it came from. */
typedef struct
{
  RkFormFile public;
  char *path;    /* (nullable) */
  GBytes *bytes; /* (nullable) */
} RkMedium;

struct _RkQuestionnaire
{
  GObject parent_instance;
  GBytes *bytes;
  RkForm *form;     /* NULL until somebody asks */
  RkStore *store;   /* (nullable): where it is kept */
  char *record_id;  /* (nullable): under which id */
  GPtrArray *media; /* (nullable) (element-type RkMedium): NULL until somebody asks */
  char *form_id;
  char *version;
  char *title;
  gboolean concept;
  gboolean built_in;
  gboolean supplied; /* the form holds what the workspace was when it was read */
};

/* --- rk-questionnaire-media.c ----------------------------------------------------------------- */

RkMedium *rk_medium_new (const char *name);
void rk_medium_free (RkMedium *self);
/* The files, read from the workspace when need be: (transfer none). */
GPtrArray *rk_questionnaire_get_media (RkQuestionnaire *self, GError **error);
/* The files that stand beside the form at @path. */
void rk_questionnaire_find_media (RkQuestionnaire *self, const char *path, RkForm *form);
/* Puts the content of every file in the workspace, so that each has a hash. */
gboolean rk_questionnaire_keep_media (RkQuestionnaire *self, RkStore *store, GError **error);
/* What tells this form with these files from any other: (transfer full). */
char *rk_questionnaire_dup_identity (RkQuestionnaire *self);
/* Adds the records of the files to @change. */
void rk_questionnaire_collect_media (RkQuestionnaire *self, RkChange *change, const char *id);
/* The form as RkForm reads it, its files found by the questionnaire. */
RkForm *rk_questionnaire_read_form (RkQuestionnaire *self, GPtrArray *messages, GError **error);

/* --- rk-questionnaire.c ----------------------------------------------------------------------- */

/* Adds to @change what keeps this very form in the workspace, unless it is there. The record id:
 * (transfer full) (nullable). */
char *rk_questionnaire_keep_in (RkQuestionnaire *self, RkStore *store, RkChange *change,
                                GError **error);

/* --- rk-form-head.c --------------------------------------------------------------------------- */

/* What the beginning of a form tells, without parsing all of it. */
typedef struct
{
  char *form_id, *version, *title;
  gboolean concept;
} RkFormHead;
void rk_form_head_clear (RkFormHead *head);
gboolean rk_form_head_read (GBytes *bytes, RkFormHead *head);

/* The parsed form, shared by all that have it open: (transfer full). */
RkForm *rk_form_cache_get (RkQuestionnaire *questionnaire, GError **error);
/* SHA-256 in hexadecimal: (transfer full). */
char *rk_form_hash (GBytes *bytes);

G_END_DECLS
