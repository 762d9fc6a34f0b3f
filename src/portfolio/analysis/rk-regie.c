/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-regie.h"

#include <math.h>
#include <string.h>

struct _RkRegie
{
  RkLandscape *landscape;
  const RkRegieScheme *scheme;
  GHashTable *alternatives; /* key of a component -> number of products that suit it */
  GHashTable *domains;      /* domain -> GHashTable (supplier -> active applications) */
};

/* --- the scheme ------------------------------------------------------------------------------ */

RkRegieScheme *
rk_regie_scheme_new_default (void)
{
  RkRegieScheme *self = g_new0 (RkRegieScheme, 1);

  self->version = g_strdup ("1");
  self->weights[RK_REGIE_DATA] = 0.45;
  self->weights[RK_REGIE_PROCESS] = 0.35;
  self->weights[RK_REGIE_APPLICATION] = 0.20;
  self->min_coverage = 0.6;
  self->min_answers = 3;
  self->bands[0] = 25;
  self->bands[1] = 50;
  self->bands[2] = 75;
  return self;
}

static void
read_number (RkRecord *record, const char *field, double *number)
{
  const char *text = rk_record_get (record, field);

  if (text != NULL)
    *number = g_ascii_strtod (text, NULL);
}

/* Weights are shares, however they were written: 45, 35 and 20 are 0.45, 0.35 and 0.20. */
static void
level_weights (RkRegieScheme *self)
{
  double sum = self->weights[0] + self->weights[1] + self->weights[2];

  for (guint i = 0; i < RK_REGIE_N_LAYERS && sum > 0; i++)
    self->weights[i] /= sum;
}

RkRegieScheme *
rk_regie_scheme_load (RkStore *store, GError **error)
{
  g_autoptr (RkRegieScheme) self = rk_regie_scheme_new_default ();
  g_autoptr (GPtrArray) records =
      rk_store_list (store, "regie_scheme", NULL, "number DESC", error, NULL);
  RkRecord *record;
  double percent = 100 * self->min_coverage;

  if (records == NULL)
    return NULL;
  if (records->len == 0)
    return g_steal_pointer (&self);
  record = g_ptr_array_index (records, 0);
  g_free (self->version);
  self->version = g_strdup (rk_record_get (record, "version"));
  read_number (record, "weight_data", &self->weights[RK_REGIE_DATA]);
  read_number (record, "weight_process", &self->weights[RK_REGIE_PROCESS]);
  read_number (record, "weight_application", &self->weights[RK_REGIE_APPLICATION]);
  level_weights (self);
  read_number (record, "min_coverage", &percent);
  self->min_coverage = CLAMP (percent, 0, 100) / 100;
  self->min_answers = (guint) CLAMP (rk_record_get_int (record, "min_answers", 3), 1, 5);
  read_number (record, "band_dependent", &self->bands[0]);
  read_number (record, "band_shared", &self->bands[1]);
  read_number (record, "band_control", &self->bands[2]);
  return g_steal_pointer (&self);
}

void
rk_regie_scheme_free (RkRegieScheme *self)
{
  g_free (self->version);
  g_free (self);
}

/* --- the score ------------------------------------------------------------------------------- */

double
rk_regie_compute_total (const RkRegieScheme *scheme, double data, double process,
                        double application)
{
  return scheme->weights[RK_REGIE_DATA] * data + scheme->weights[RK_REGIE_PROCESS] * process +
         scheme->weights[RK_REGIE_APPLICATION] * fmin (application, (data + process) / 2);
}

int
rk_regie_find_band (const RkRegieScheme *scheme, double total)
{
  int band = 0;

  if (isnan (total))
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (scheme->bands); i++)
    if (total >= scheme->bands[i])
      band = (int) i + 1;
  return band;
}

/* The lowest answer that somebody can do something about. */
static int
find_next_question (const RkRegieScore *score)
{
  int next = -1;

  for (int i = 0; i < RK_REGIE_N_QUESTIONS; i++)
    if ((int) rk_regie_questions[i].layer == score->weakest && !isnan (score->values[i]) &&
        score->values[i] < 100 && (next < 0 || score->values[i] < score->values[next]))
      next = i;
  return next;
}

static void
find_weakest (RkRegieScore *score)
{
  score->weakest = -1;
  for (int i = 0; i < RK_REGIE_N_LAYERS; i++)
    if (!isnan (score->layers[i]) &&
        (score->weakest < 0 || score->layers[i] < score->layers[score->weakest]))
      score->weakest = i;
  score->next = find_next_question (score);
}

static double
cap_application (const double *layers)
{
  double below = (layers[RK_REGIE_DATA] + layers[RK_REGIE_PROCESS]) / 2;

  if (isnan (below) || isnan (layers[RK_REGIE_APPLICATION]))
    return NAN;
  return fmin (layers[RK_REGIE_APPLICATION], below);
}

void
rk_regie_score_compute (RkRegieScore *score, const RkRegieScheme *scheme)
{
  guint answers[RK_REGIE_N_LAYERS] = { 0 }, n_applicable = 0;
  double sums[RK_REGIE_N_LAYERS] = { 0 };

  score->n_answered = 0;
  for (guint i = 0; i < RK_REGIE_N_QUESTIONS; i++)
    {
      RkRegieLayer layer = rk_regie_questions[i].layer;

      if (!score->applicable[i])
        continue;
      n_applicable++;
      if (isnan (score->values[i]))
        continue;
      score->n_answered++;
      answers[layer]++;
      sums[layer] += score->values[i];
    }
  score->coverage = n_applicable > 0 ? (double) score->n_answered / n_applicable : 0;
  score->reason =
      score->coverage < scheme->min_coverage ? RK_REGIE_TOO_FEW_ANSWERS : RK_REGIE_COMPLETE;
  for (guint i = 0; i < RK_REGIE_N_LAYERS; i++)
    {
      score->layers[i] = answers[i] > 0 ? sums[i] / answers[i] : NAN;
      if (answers[i] < scheme->min_answers && score->reason == RK_REGIE_COMPLETE)
        score->reason = RK_REGIE_LAYER_TOO_THIN;
    }
  score->application_capped = cap_application (score->layers);
  score->total =
      score->reason == RK_REGIE_COMPLETE
          ? rk_regie_compute_total (scheme, score->layers[0], score->layers[1], score->layers[2])
          : NAN;
  score->band = rk_regie_find_band (scheme, score->total);
  find_weakest (score);
}

/* --- what is computed ------------------------------------------------------------------------ */

static void
count_alternatives (RkRegie *self)
{
  for (guint i = 0; i < self->landscape->products->len; i++)
    {
      const RkLandProduct *product = g_ptr_array_index (self->landscape->products, i);

      for (guint j = 0; product->components != NULL && product->components[j] != NULL; j++)
        {
          guint n =
              GPOINTER_TO_UINT (g_hash_table_lookup (self->alternatives, product->components[j]));

          g_hash_table_insert (self->alternatives, product->components[j],
                               GUINT_TO_POINTER (n + 1));
        }
    }
}

static void
count_suppliers (RkRegie *self)
{
  for (guint i = 0; i < self->landscape->applications->len; i++)
    {
      const RkLandApplication *application = g_ptr_array_index (self->landscape->applications, i);
      GHashTable *suppliers;
      guint n;

      if (application->domain == NULL || application->supplier == NULL ||
          !rk_lifecycle_is_active (application->status))
        continue;
      suppliers = g_hash_table_lookup (self->domains, application->domain);
      if (suppliers == NULL)
        {
          suppliers = g_hash_table_new (NULL, NULL);
          g_hash_table_insert (self->domains, (gpointer) application->domain, suppliers);
        }
      n = GPOINTER_TO_UINT (g_hash_table_lookup (suppliers, application->supplier));
      g_hash_table_insert (suppliers, (gpointer) application->supplier, GUINT_TO_POINTER (n + 1));
    }
}

RkRegie *
rk_regie_new (RkLandscape *landscape, const RkRegieScheme *scheme)
{
  RkRegie *self = g_new0 (RkRegie, 1);

  self->landscape = landscape;
  self->scheme = scheme;
  self->alternatives = g_hash_table_new (g_str_hash, g_str_equal);
  self->domains =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
  count_alternatives (self);
  count_suppliers (self);
  return self;
}

void
rk_regie_free (RkRegie *self)
{
  g_hash_table_unref (self->alternatives);
  g_hash_table_unref (self->domains);
  g_free (self);
}

static gboolean
suits (const RkLandProduct *product, const char *component)
{
  return product != NULL && product->components != NULL &&
         g_strv_contains ((const char *const *) product->components, component);
}

/* A1: the component with the fewest other products decides. A catalogue that has no product at all
 * for it says nothing. */
static double
compute_alternatives (RkRegie *self, const RkLandApplication *application)
{
  double fewest = NAN;

  for (guint i = 0; i < application->fits->len; i++)
    {
      const RkLandFit *fit = g_ptr_array_index (application->fits, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->alternatives, fit->component));
      double value;

      if (n == 0 || fit->status == RK_LIFECYCLE_RETIRED)
        continue;
      value = MIN (n - suits (application->product, fit->component), 4) * 25.0;
      fewest = isnan (fewest) ? value : fmin (fewest, value);
    }
  return fewest;
}

/* A3. Whether it is renewed tacitly only matters when notice takes more than a year. */
static double
compute_notice (const RkLandContract *contract)
{
  if (contract == NULL || contract->term.ended)
    return NAN;
  if (contract->framework == 1)
    return 100;
  if (contract->notice_months < 0)
    return NAN;
  if (contract->notice_months <= 6)
    return 100;
  if (contract->notice_months <= 12 || contract->tacit == 0)
    return 50;
  return contract->tacit == 1 ? 0 : NAN;
}

/* A4: of the interfaces of which the type is known. */
static double
compute_standard_share (const RkLandApplication *application)
{
  guint n = 0, standard = 0;

  for (guint i = 0; i < application->interfaces->len; i++)
    {
      const RkLandInterface *link = g_ptr_array_index (application->interfaces, i);

      if (link->status == RK_LIFECYCLE_RETIRED || link->type == RK_LAND_INTERFACE_UNKNOWN)
        continue;
      n++;
      standard += link->type == RK_LAND_INTERFACE_STANDARD;
    }
  return n > 0 ? 100.0 * standard / n : NAN;
}

/* A5 */
static double
compute_spread (RkRegie *self, const RkLandApplication *application)
{
  GHashTable *suppliers =
      application->domain != NULL ? g_hash_table_lookup (self->domains, application->domain) : NULL;
  GHashTableIter iter;
  gpointer n;
  guint all = 0;

  if (suppliers == NULL || application->supplier == NULL)
    return NAN;
  g_hash_table_iter_init (&iter, suppliers);
  while (g_hash_table_iter_next (&iter, NULL, &n))
    all += GPOINTER_TO_UINT (n);
  return 100 -
         100.0 * GPOINTER_TO_UINT (g_hash_table_lookup (suppliers, application->supplier)) / all;
}

static double
compute_question (RkRegie *self, const RkLandApplication *application, guint question)
{
  const char *id = rk_regie_questions[question].id;

  switch (id[1])
    {
    case '1': return compute_alternatives (self, application);
    case '3': return compute_notice (application->contract);
    case '4': return compute_standard_share (application);
    default: return compute_spread (self, application);
    }
}

void
rk_regie_score (RkRegie *self, const RkLandApplication *application, RkRegieScore *score)
{
  memset (score, 0, sizeof *score);
  for (guint i = 0; i < RK_REGIE_N_QUESTIONS; i++)
    {
      score->applicable[i] = TRUE;
      score->values[i] =
          rk_regie_questions[i].computed ? compute_question (self, application, i) : NAN;
    }
  for (guint i = 0; i < application->answers->len; i++)
    {
      const RkLandAnswer *answer = g_ptr_array_index (application->answers, i);
      int question = rk_regie_find_question (answer->question);

      if (question < 0 || answer->value == NULL)
        continue;
      if (g_str_equal (answer->value, "not_applicable"))
        {
          score->applicable[question] = FALSE;
          score->values[question] = NAN;
        }
      else if (!rk_regie_questions[question].computed && g_ascii_isdigit (answer->value[0]))
        score->values[question] = g_ascii_strtod (answer->value, NULL);
    }
  rk_regie_score_compute (score, self->scheme);
}
