/* SPDX-License-Identifier: EUPL-1.2 */
/* The scores of a response and how they came about, drawn from instance('rk-score') of its form and
 * from nothing else (content conventions, "Scores"). */
#pragma once

#include "rk-response.h"

G_BEGIN_DECLS

typedef struct
{
  double from;
  char *label;
} RkBand;

/* Whether an answer counts, and if not, why. */
typedef enum
{
  RK_COUNTS,
  RK_COUNTS_NOT_UNKNOWN,    /* "weet niet" */
  RK_COUNTS_NOT_APPLICABLE, /* "n.v.t." */
  RK_COUNTS_NOT_EITHER,     /* an option that means both */
  RK_COUNTS_NOT_UNANSWERED,
  RK_COUNTS_NOT_HIDDEN
} RkCounts;

/* One question that can score, as it stands now. */
typedef struct
{
  RkQuestion *question; /* (nullable): owned; NULL when the form names one that is not there */
  char *id, *label;     /* short label */
  char *raises;         /* "" or what would raise the score */
  char *answer;         /* in words, "" when there is none */
  double weight;
  double score;        /* 0–100, NaN when it does not count */
  double contribution; /* points of the theme's score that come from it, NaN when none */
  double gain;         /* what the index would rise if this question scored 100; 0 when it cannot */
  RkCounts counts;
} RkScoredQuestion;

typedef struct
{
  char *id, *label, *short_label;
  double weight;                   /* in the index */
  double score;                    /* unrounded, NaN: not enough data */
  double coverage;                 /* 0–1 */
  double min_coverage;             /* 0–1 */
  guint counting, visible, needed; /* scored questions: that count, that are asked, needed */
  GPtrArray *questions;            /* of RkScoredQuestion */
} RkTheme;

/* One question that a figure is made of, as it stands now. */
typedef struct
{
  RkQuestion *question; /* owned */
  char *answer;         /* in words, "" when there is none */
  RkCounts counts;
} RkSource;

typedef struct
{
  char *id, *label, *unit, *group;
  double value; /* NaN: unknown */
  int decimals;
  GPtrArray *sources; /* of RkSource, in form order */
} RkIndicator;

#define RK_TYPE_RESULTS (rk_results_get_type ())
G_DECLARE_FINAL_TYPE (RkResults, rk_results, RK, RESULTS, GObject)

/* Whether the form describes scores at all. */
gboolean rk_results_has_scores (RkForm *form);
/* The results now; (transfer full) (nullable) when the form describes none. */
RkResults *rk_results_new (RkResponse *response, GError **error);

const char *rk_results_get_label (RkResults *self);     /* "Regie-index" */
const char *rk_results_get_direction (RkResults *self); /* "hoger = meer regie" or "" */
double rk_results_get_index (RkResults *self);          /* unrounded, NaN: none */
/* What an index needs: number of themes with a score, themes needed. */
void rk_results_get_theme_counts (RkResults *self, guint *scored, guint *needed);
GPtrArray *rk_results_get_bands (RkResults *self);            /* of RkBand, ascending */
int rk_results_find_band (RkResults *self, double unrounded); /* index, -1 without bands or NaN */
GPtrArray *rk_results_get_themes (RkResults *self);           /* of RkTheme */
GPtrArray *rk_results_get_indicators (RkResults *self);       /* of RkIndicator */
/* The @limit scored questions that would raise the index most, highest first: (transfer container)
 * (element-type RkScoredQuestion). */
GPtrArray *rk_results_list_gains (RkResults *self, guint limit);

/* The value with its unit, "46,3 %": (transfer full). */
char *rk_indicator_dup_text (const RkIndicator *indicator);

/* Half up to one decimal, as everywhere in the program. */
double rk_score_round (double score);

G_END_DECLS
