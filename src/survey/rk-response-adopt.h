/* SPDX-License-Identifier: EUPL-1.2 */
/* Starting from an earlier response: of last year, to this version of the form or to another.
 *
 * Questions are matched by their path and else by id and kind; rows by their place. What has an
 * answer keeps it; what the form works out itself, and what it says about the response (meta), is
 * not taken. */
#pragma once

#include "rk-response.h"

G_BEGIN_DECLS

/* One answer that is taken, or that is not. */
typedef struct
{
  char *id;     /* of the question */
  char *label;  /* what it asks */
  char *answer; /* in words, as it was; for what is taken as it is now */
} RkAdoptedAnswer;

typedef struct
{
  GPtrArray *taken;  /* (element-type RkAdoptedAnswer): questions that now have an answer */
  GPtrArray *missed; /* (element-type RkAdoptedAnswer): what no longer fits, or asks no longer */
} RkAdoption;
void rk_adoption_free (RkAdoption *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkAdoption, rk_adoption_free)

/* Takes the answers over, as one step. (transfer full) */
RkAdoption *rk_response_adopt_from (RkResponse *self, const char *earlier_id, GError **error);
/* What rk_response_adopt_from() would do to the response @id; nothing changes. (transfer full) */
RkAdoption *rk_response_preview_adoption (RkStore *store, const char *id, const char *earlier_id,
                                          GError **error);
/* "38 answers taken over, 3 no longer fit: A04, B02 and C11.": (transfer full). */
char *rk_adoption_dup_summary (const RkAdoption *self);

G_END_DECLS
