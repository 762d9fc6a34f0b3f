/* SPDX-License-Identifier: EUPL-1.2 */
/* The answer to one question about the landscape, with what it was made of.
 *
 * Every analysis gives the same: figures, rows, the records behind each row, what is unknown with
 * the records that it is unknown of, and a sentence in words. So a card, a table, a file and a
 * command can show any of them without knowing which it is. */
#pragma once

#include "rk-landscape.h"
#include "rk-regie.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* How a value is shown. Numbers that are NAN and texts that are NULL are unknown. */
typedef enum
{
  RK_VALUE_TEXT,
  RK_VALUE_DATE,
  RK_VALUE_COUNT,
  RK_VALUE_NUMBER, /* one decimal */
  RK_VALUE_MONEY,
  RK_VALUE_PERCENT, /* 0 to 100 */
  RK_VALUE_SCORE,   /* 0 to 100 */
  RK_VALUE_INDEX    /* HHI: 0 to 10,000 */
} RkValueType;

typedef struct
{
  double number;
  char *text;
} RkAnalysisValue;

typedef struct
{
  const char *name; /* member in JSON */
  char *label;      /* for people */
  RkValueType type;
} RkAnalysisColumn;

/* The first figure is the one that a card shows big. */
typedef struct
{
  const char *name;
  char *label;
  RkValueType type;
  double value;
} RkAnalysisFigure;

/**
 * RkAnalysisRow:
 * @kind: of what the row is about: a kind of record, "component", "domain", "quarter", …
 * @key: names it: an id, the key of a component, a domain, "2027-Q3"
 * @values: one per column
 * @records_kind: (nullable): the kind of @records
 * @records: ids of the records that made the row
 */
typedef struct
{
  const char *kind;
  char *key;
  char *label;
  GArray *values; /* of RkAnalysisValue */
  const char *records_kind;
  GPtrArray *records; /* of char * */
} RkAnalysisRow;

/* Something that is not known of some records, and therefore not in the figures. */
typedef struct
{
  const char *name; /* "supplier" */
  char *sentence;   /* "7 applications have no supplier." */
  const char *kind;
  GPtrArray *records; /* of char * */
} RkAnalysisUnknown;

/**
 * RkAnalysis:
 * @name: "gaps"
 * @question: as the title of a card
 * @sentence: the answer in words
 * @why: how the figures are made, in words
 * @enough: whether anything is known; without, @sentence says what to fill in
 */
typedef struct
{
  const char *name;
  char *question;
  char *sentence;
  char *why;
  gboolean enough;
  GPtrArray *figures;  /* of RkAnalysisFigure */
  GPtrArray *columns;  /* of RkAnalysisColumn */
  GPtrArray *rows;     /* of RkAnalysisRow */
  GPtrArray *unknowns; /* of RkAnalysisUnknown; none is empty */
} RkAnalysis;

void rk_analysis_free (RkAnalysis *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkAnalysis, rk_analysis_free)

/* --- what analyses are made of ---------------------------------------------------------------- */

/* A reference component that the administration is to fill in. */
typedef struct
{
  char *key;
  char *name;
  char *domain; /* (nullable) */
} RkScopeComponent;

/**
 * RkAnalysisInput:
 * @scope: of RkScopeComponent; without an architecture those on which something was placed
 * @scores: one per application, by its index
 * @inhabitants: NAN: unknown
 * @inhabitants_on: (nullable): the date of that number
 */
typedef struct
{
  RkLandscape *landscape;
  gboolean has_architecture;
  GPtrArray *scope;
  GHashTable *scope_by_key;
  RkRegieScheme *scheme;
  RkRegieScore *scores;
  double inhabitants;
  char *inhabitants_on;
} RkAnalysisInput;

/* Everything that analyses need, on @date (nullable: today). Holds no store, so that it may go to a
 * thread. */
RkAnalysisInput *rk_analysis_input_load (RkStore *store, const char *date, GError **error);
/* @scope (transfer full): (element-type RkScopeComponent): those of an architecture. */
void rk_analysis_input_set_scope (RkAnalysisInput *self, GPtrArray *scope);
void rk_analysis_input_set_inhabitants (RkAnalysisInput *self, double inhabitants,
                                        const char *date);
RkScopeComponent *rk_scope_component_new (const char *key, const char *name, const char *domain);
void rk_scope_component_free (gpointer component);
/* The name of a component, as far as anything knows it: else its key. */
const char *rk_analysis_input_get_component_name (RkAnalysisInput *self, const char *key);
void rk_analysis_input_free (RkAnalysisInput *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkAnalysisInput, rk_analysis_input_free)

/* --- all analyses ------------------------------------------------------------------------------
 */

typedef struct
{
  const char *name;     /* "gaps", as rkctl knows it */
  const char *question; /* source string */
  void (*compute) (RkAnalysis *self, RkAnalysisInput *input);
} RkAnalysisDescription;

/* In the order of the page, ended by a NULL name. */
extern const RkAnalysisDescription rk_analyses[];

/* (transfer full) (nullable): NULL when there is no analysis of this name. */
RkAnalysis *rk_analysis_run (const char *name, RkAnalysisInput *input);
const RkAnalysisFigure *rk_analysis_find_figure (const RkAnalysis *self, const char *name);
/* Position of the column, or -1. */
int rk_analysis_find_column (const RkAnalysis *self, const char *name);
const RkAnalysisRow *rk_analysis_find_row (const RkAnalysis *self, const char *key);
/* The number in a column; NAN: unknown. */
double rk_analysis_row_get_number (const RkAnalysis *self, const RkAnalysisRow *row,
                                   const char *column);
const char *rk_analysis_row_get_text (const RkAnalysis *self, const RkAnalysisRow *row,
                                      const char *column);
/* As people read it, "onbekend" when it is unknown: (transfer full). */
char *rk_analysis_format (RkValueType type, const RkAnalysisValue *value);
char *rk_analysis_format_number (RkValueType type, double number);
/* (transfer full): {name, question, date, figures, sentence, why, columns, rows, unknown}. */
JsonNode *rk_analysis_to_json (const RkAnalysis *self, const char *date);
/* The rows as CSV: semicolons, decimal commas, as spreadsheets here read it: (transfer full). */
char *rk_analysis_to_csv (const RkAnalysis *self);

G_END_DECLS
