/* SPDX-License-Identifier: EUPL-1.2 */
/* Contracts in time: when each begins and ends, until when one can give notice, and how long it
 * would be renewed without.
 *
 * When a contract ends is worked out by rk_contract_term_at() alone; here it is put in order. */
#pragma once

#include "rk-landscape.h"

G_BEGIN_DECLS

typedef enum
{
  RK_TIMELINE_BY_NOTICE,
  RK_TIMELINE_BY_SUPPLIER,
  RK_TIMELINE_BY_DOMAIN
} RkTimelineOrder;

/* What stands on a row, in the order of time. */
typedef enum
{
  RK_TIMELINE_START,
  RK_TIMELINE_NOTICE, /* last day to give notice */
  RK_TIMELINE_END,
  RK_TIMELINE_TAIL /* until when it is renewed without notice */
} RkTimelineMark;
#define RK_TIMELINE_N_MARKS 4

typedef struct
{
  const RkLandContract *contract;
  const char *group; /* heading above it when it differs from the row before; "" without */
  const char *start; /* (nullable) ISO date: its own, else that of what it is for */
  const char *notice;
  const char *end; /* certain until then; NULL: unknown */
  char *tail;      /* (nullable): the end after the next tacit renewal */
} RkTimelineRow;

typedef struct _RkTimeline RkTimeline;

/* The contracts of @landscape, which it keeps. Those of which the end is unknown come first, those
 * that have ended last. @until: (nullable): leaves out what has neither notice nor end before that
 * date. */
RkTimeline *rk_timeline_new (RkLandscape *landscape, RkTimelineOrder order, const char *until);
void rk_timeline_free (RkTimeline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkTimeline, rk_timeline_free)

guint rk_timeline_get_n_rows (RkTimeline *self);
const RkTimelineRow *rk_timeline_get_row (RkTimeline *self, guint row);
/* The date that it is drawn for. */
const char *rk_timeline_get_today (RkTimeline *self);
/* How many rows @until left out. */
guint rk_timeline_get_n_hidden (RkTimeline *self);
/* The row of a contract, or -1. */
int rk_timeline_find (RkTimeline *self, const char *contract);

/* The date of a mark, NULL when the row has none. */
const char *rk_timeline_row_get_mark (const RkTimelineRow *row, RkTimelineMark mark);
/* "notice until 1 February 2027": (transfer full). */
char *rk_timeline_row_dup_mark_words (const RkTimelineRow *row, RkTimelineMark mark);
/* "BurgerPunt, Nordale Software, until 31 July 2027, notice until 1 February 2027, tacitly
 * renewed": (transfer full). */
char *rk_timeline_row_dup_words (const RkTimelineRow *row);
/* "renewed until 31/7/2028" when it was tacitly renewed, else NULL: (transfer full). */
char *rk_timeline_row_dup_renewed (const RkTimelineRow *row);

G_END_DECLS
