/* SPDX-License-Identifier: EUPL-1.2 */
/* What a search finds, by group. No widgets. */
#pragma once

#include "rk-store.h"

G_BEGIN_DECLS

typedef enum
{
  RK_HIT_RECENT,
  RK_HIT_PAGE,
  RK_HIT_APPLICATION,
  RK_HIT_SUPPLIER,
  RK_HIT_INTERFACE,
  RK_HIT_CONTRACT,
  RK_HIT_PRODUCT,
  RK_HIT_COMPONENT,    /* reference components */
  RK_HIT_OTHER_RECORD, /* standards, datasets, building blocks */
  RK_HIT_SURVEY,
  RK_HIT_QUESTION,
  RK_N_HIT_GROUPS
} RkHitGroup;

/* One thing found: where it leads is a detailed action of the window. */
typedef struct
{
  RkHitGroup group;
  const char *icon;
  char *title;
  char *place; /* (nullable): second line: where it is */
  char *action;
} RkHit;

void rk_hit_free (RkHit *hit);

/* The question texts of a workspace, gathered once and searched at each key. */
typedef struct _RkHitIndex RkHitIndex;
RkHitIndex *rk_hit_index_new (RkStore *store);
void rk_hit_index_free (RkHitIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkHitIndex, rk_hit_index_free)

/* At most @limit per group, groups in order: (transfer full) (element-type RkHit). @totals receives
 * how many there are per group. */
GPtrArray *rk_hit_search (RkHitIndex *index, const char *text, guint limit,
                          guint totals[RK_N_HIT_GROUPS]);
/* What an empty search offers: what was opened last, pages and open surveys. */
GPtrArray *rk_hit_list_start (RkHitIndex *index, RkStore *store);

G_END_DECLS
