/* SPDX-License-Identifier: EUPL-1.2 */
/* How much control (regie) an administration has over an application: 15 questions in three layers
 * (data, process, application), a score per layer, and one total.
 *
 * Public or shared management scores high in the data and process layers; in the application layer
 * the choice on the market does. The application layer never counts for more than the mean of the
 * other two: a lively market does not hide a silo. */
#pragma once

#include "rk-landscape.h"

G_BEGIN_DECLS

#define RK_REGIE_N_QUESTIONS 15
#define RK_REGIE_N_LAYERS 3
#define RK_REGIE_N_BANDS 4

typedef enum
{
  RK_REGIE_DATA,
  RK_REGIE_PROCESS,
  RK_REGIE_APPLICATION
} RkRegieLayer;

/* One answer that can be given, in words (source string). */
typedef struct
{
  int value;
  const char *label;
} RkRegieChoice;

/**
 * RkRegieQuestion:
 * @id: "D1", as it is stored
 * @computed: follows from the landscape; what people can say is only "not applicable"
 * @label: a few words, source string
 * @question: a sentence, source string
 * @choices: from low to high, ended by a NULL label; of a computed one they say what its value
 * means
 */
typedef struct
{
  const char *id;
  RkRegieLayer layer;
  gboolean computed;
  const char *label;
  const char *question;
  RkRegieChoice choices[6];
} RkRegieQuestion;

extern const RkRegieQuestion rk_regie_questions[RK_REGIE_N_QUESTIONS];

/* Position of the question "D1", or -1. */
int rk_regie_find_question (const char *id);
/* The words for a value, translated: those of the highest choice that is not above it. */
const char *rk_regie_get_choice_label (guint question, double value);
const char *rk_regie_get_layer_label (RkRegieLayer layer);
/* "Locked in", "Dependent", "Shared control", "In control", translated; -1: "Unknown". */
const char *rk_regie_get_band_label (int band);

/**
 * RkRegieScheme: what the score is made with; proposals without proof, so they can be changed
 * @version: the name that answers remember
 * @weights: of the layers, adding up to 1
 * @min_coverage: the share of the questions that must have an answer, 0 to 1
 * @min_answers: in each layer
 * @bands: where the second, third and fourth band begin
 */
typedef struct
{
  char *version;
  double weights[RK_REGIE_N_LAYERS];
  double min_coverage;
  guint min_answers;
  double bands[RK_REGIE_N_BANDS - 1];
} RkRegieScheme;

/* The scheme of the workspace: the one made last, or that of the notes. (transfer full) */
RkRegieScheme *rk_regie_scheme_load (RkStore *store, GError **error);
RkRegieScheme *rk_regie_scheme_new_default (void);
void rk_regie_scheme_free (RkRegieScheme *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkRegieScheme, rk_regie_scheme_free)

typedef enum
{
  RK_REGIE_COMPLETE,
  RK_REGIE_TOO_FEW_ANSWERS, /* over all layers */
  RK_REGIE_LAYER_TOO_THIN   /* too few in a layer */
} RkRegieReason;

/**
 * RkRegieScore:
 * @values: per question 0 to 100; NAN: no answer
 * @applicable: per question
 * @layers: mean of the answers of each layer; NAN: none
 * @n_answered: over all layers
 * @coverage: of the questions that are applicable, the share with an answer
 * @application_capped: the application layer as far as it counts; NAN: one layer has no answer
 * @total: NAN: too little is known, see @reason
 * @band: 0 to 3; -1 without a total
 * @weakest: the layer with the lowest score; -1: none has one
 * @next: the question with the lowest answer in it that can be raised; -1: none
 */
typedef struct
{
  double values[RK_REGIE_N_QUESTIONS];
  gboolean applicable[RK_REGIE_N_QUESTIONS];
  double layers[RK_REGIE_N_LAYERS];
  guint n_answered;
  double coverage;
  double application_capped;
  double total;
  RkRegieReason reason;
  int band;
  int weakest;
  int next;
} RkRegieScore;

/* From @values and @applicable, which the caller filled, to the rest. */
void rk_regie_score_compute (RkRegieScore *score, const RkRegieScheme *scheme);
/* The total of three layer scores. */
double rk_regie_compute_total (const RkRegieScheme *scheme, double data, double process,
                               double application);
int rk_regie_find_band (const RkRegieScheme *scheme, double total);

/* What all applications have in common is counted once: alternatives in the catalogue, and the
 * share of suppliers in a domain. */
typedef struct _RkRegie RkRegie;

/* Borrows both. */
RkRegie *rk_regie_new (RkLandscape *landscape, const RkRegieScheme *scheme);
void rk_regie_free (RkRegie *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkRegie, rk_regie_free)
void rk_regie_score (RkRegie *self, const RkLandApplication *application, RkRegieScore *score);

G_END_DECLS
