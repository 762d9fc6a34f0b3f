/* SPDX-License-Identifier: EUPL-1.2 */
/* The responses of a workspace as lists show them, without opening each. */
#pragma once

#include "rk-response.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;   /* short */
  double score; /* NaN: unknown */
} RkThemeFigure;

typedef struct
{
  char *id, *title, *form_id, *period, *status, *deadline, *submitted_at, *submitted_by;
  guint version;
  guint answered, total, required_open; /* kept with the response at each change */
  double index;                         /* NaN: none */
  int band;                             /* index of the band, -1 none */
  char *band_label;                     /* (nullable) */
  char *index_label;                    /* (nullable): what the form calls its index */
  GPtrArray *themes;                    /* of RkThemeFigure, in the order of the form */
  gboolean concept;
} RkSurveyRow;
void rk_survey_row_free (RkSurveyRow *row);

/* Newest first; only the last version of each chain: (transfer full) (element-type RkSurveyRow). */
GPtrArray *rk_survey_list (RkStore *store, GError **error);
/* Earlier submitted responses to the same form as @id, newest first: for comparison. */
GPtrArray *rk_survey_list_earlier (RkStore *store, const char *id, GError **error);

G_END_DECLS
