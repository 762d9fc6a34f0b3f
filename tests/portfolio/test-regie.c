/* SPDX-License-Identifier: EUPL-1.2 */
#include "portfolio-fixture.h"
#include "rk-regie.h"

#include <math.h>

#define TODAY "2026-11-23"
#define NEAR 1e-9

static int
question (const char *id)
{
  int found = rk_regie_find_question (id);

  g_assert_cmpint (found, >=, 0);
  return found;
}

static RkRegieScore
score_of (Fixture *f, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkLandscape) landscape = rk_landscape_load (f->store, TODAY, &error);
  g_autoptr (RkRegieScheme) scheme = rk_regie_scheme_load (f->store, &error);
  g_autoptr (RkRegie) regie = rk_regie_new (landscape, scheme);
  RkRegieScore score;

  g_assert_no_error (error);
  rk_regie_score (regie, rk_landscape_find_application (landscape, id), &score);
  if (isnan (score.total))
    g_assert_true (isnan (rk_landscape_find_application (landscape, id)->regie));
  else
    g_assert_cmpfloat (score.total, ==, rk_landscape_find_application (landscape, id)->regie);
  return score;
}

static void
answer (Fixture *f, const char *id, const char *value)
{
  g_autofree char *record = rk_store_name_id ("regie", "a1", id, NULL);

  fixture_put (f, "regie_answer", record, "application", "a1", "question", id, "value", value);
}

static void
test_worked_checks (void)
{
  g_autoptr (RkRegieScheme) scheme = rk_regie_scheme_new_default ();

  /* A lively market does not hide the silo: 60 counts as 15. */
  g_assert_cmpfloat_with_epsilon (rk_regie_compute_total (scheme, 20, 10, 60), 15.5, NEAR);
  g_assert_cmpint (rk_regie_find_band (scheme, 15.5), ==, 0);
  g_assert_cmpfloat_with_epsilon (rk_regie_compute_total (scheme, 90, 85, 50), 80.25, NEAR);
  g_assert_cmpint (rk_regie_find_band (scheme, 80.25), ==, 3);
}

/* On the score that is not rounded: 24.99 is not yet dependent. */
static void
test_bands_begin_at_their_limit (void)
{
  g_autoptr (RkRegieScheme) scheme = rk_regie_scheme_new_default ();

  g_assert_cmpint (rk_regie_find_band (scheme, 0), ==, 0);
  g_assert_cmpint (rk_regie_find_band (scheme, 24.99), ==, 0);
  g_assert_cmpint (rk_regie_find_band (scheme, 25), ==, 1);
  g_assert_cmpint (rk_regie_find_band (scheme, 49.99), ==, 1);
  g_assert_cmpint (rk_regie_find_band (scheme, 50), ==, 2);
  g_assert_cmpint (rk_regie_find_band (scheme, 75), ==, 3);
  g_assert_cmpint (rk_regie_find_band (scheme, NAN), ==, -1);
}

static void
test_questions_are_whole (void)
{
  guint per_layer[RK_REGIE_N_LAYERS] = { 0 }, computed = 0;

  for (guint i = 0; i < RK_REGIE_N_QUESTIONS; i++)
    {
      const RkRegieQuestion *q = &rk_regie_questions[i];
      int last = -1;

      per_layer[q->layer]++;
      computed += q->computed;
      for (const RkRegieChoice *c = q->choices; c->label != NULL; c++)
        {
          g_assert_cmpint (c->value, >, last);
          last = c->value;
        }
      g_assert_cmpint (q->choices[0].value, ==, 0);
      g_assert_cmpint (last, ==, 100);
    }
  g_assert_cmpuint (per_layer[0], ==, 5);
  g_assert_cmpuint (per_layer[1], ==, 5);
  g_assert_cmpuint (per_layer[2], ==, 5);
  g_assert_cmpuint (computed, ==, 4);
}

/* 9 of 15 is 60 %: enough. The third answer of the application layer is the computed A3. */
static void
fill_nine (Fixture *f)
{
  static const char *const given[] = { "D1", "D2", "D3", "P1", "P2", "P3" };

  fixture_put (f, "application", "a1", "name", "Kassa", "domain", "Vrije tijd", "supplier", "s1",
               "status", "in_use");
  fixture_put (f, "supplier", "s1", "name", "Nordale");
  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    answer (f, given[i], "50");
  answer (f, "A2", "50");
  fixture_put (f, "contract", "k1", "name", "C", "applications", "a1", "end_date", "2030-01-01",
               "notice_months", "6");
}

static void
test_too_little_gives_no_total (Fixture *f, gconstpointer data)
{
  RkRegieScore score;

  fill_nine (f);
  score = score_of (f, "a1"); /* A2, A3 and A5 are known */
  g_assert_cmpuint (score.n_answered, ==, 9);
  g_assert_cmpfloat_with_epsilon (score.coverage, 0.6, NEAR);
  g_assert_cmpint (score.reason, ==, RK_REGIE_COMPLETE);
  g_assert_false (isnan (score.total));
  answer (f, "P3", "unknown");
  score = score_of (f, "a1");
  g_assert_cmpint (score.reason, ==, RK_REGIE_TOO_FEW_ANSWERS);
  g_assert_true (isnan (score.total));
  g_assert_cmpint (score.band, ==, -1);
  /* ten answers, but two in the process layer */
  answer (f, "D4", "50");
  answer (f, "D5", "50");
  score = score_of (f, "a1");
  g_assert_cmpuint (score.n_answered, ==, 10);
  g_assert_cmpint (score.reason, ==, RK_REGIE_LAYER_TOO_THIN);
  g_assert_true (isnan (score.total));
  g_assert_cmpfloat (score.layers[RK_REGIE_PROCESS], ==, 50);
}

/* What does not apply does not count against the coverage, and is no answer either. */
static void
test_not_applicable (Fixture *f, gconstpointer data)
{
  RkRegieScore score;

  fill_nine (f);
  answer (f, "P4", "not_applicable");
  answer (f, "A3", "not_applicable");
  score = score_of (f, "a1");
  g_assert_false (score.applicable[question ("P4")]);
  g_assert_false (score.applicable[question ("A3")]);
  g_assert_cmpuint (score.n_answered, ==, 8);
  g_assert_cmpfloat_with_epsilon (score.coverage, 8.0 / 13, NEAR);
  g_assert_cmpint (score.reason, ==, RK_REGIE_LAYER_TOO_THIN);
}

static void
test_the_next_step (Fixture *f, gconstpointer data)
{
  RkRegieScore score;

  fill_nine (f);
  answer (f, "P1", "100");
  answer (f, "P2", "0");
  answer (f, "D1", "75");
  answer (f, "A2", "100");
  score = score_of (f, "a1");
  g_assert_cmpfloat (score.layers[RK_REGIE_PROCESS], ==, 50);
  g_assert_cmpint (score.weakest, ==, RK_REGIE_PROCESS);
  g_assert_cmpint (score.next, ==, question ("P2"));
  /* the application layer, 66.7, is capped at (58.3 + 50) / 2 */
  g_assert_cmpfloat_with_epsilon (score.application_capped, (175 / 3.0 + 50) / 2, NEAR);
  g_assert_cmpfloat_with_epsilon (score.total,
                                  0.45 * 175 / 3 + 0.35 * 50 + 0.2 * (175 / 3.0 + 50) / 2, NEAR);
}

/* A1: other products for the same component; with two components the fewest. */
static void
test_alternatives (Fixture *f, gconstpointer data)
{
  int a1 = question ("A1");

  fixture_put (f, "product", "p1", "name", "Own", "components", "c1");
  fixture_put (f, "application", "a1", "name", "Kassa", "product", "p1");
  g_assert_true (isnan (score_of (f, "a1").values[a1]));
  fixture_put (f, "fit", "f1", "application", "a1", "component", "c1");
  g_assert_cmpfloat (score_of (f, "a1").values[a1], ==, 0);
  fixture_put (f, "product", "p2", "name", "Two", "components", "c1 c2");
  g_assert_cmpfloat (score_of (f, "a1").values[a1], ==, 25);
  for (int i = 3; i < 8; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%d", i);

      fixture_put (f, "product", id, "name", id, "components", "c1");
    }
  g_assert_cmpfloat (score_of (f, "a1").values[a1], ==, 100);
  fixture_put (f, "fit", "f2", "application", "a1", "component", "c2");
  g_assert_cmpfloat (score_of (f, "a1").values[a1], ==, 25);
  fixture_put (f, "fit", "f3", "application", "a1", "component", "nobody-knows");
  g_assert_cmpfloat (score_of (f, "a1").values[a1], ==, 25);
}

static void
test_notice (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *months, *tacit, *framework;
    double expected; /* -1: unknown */
  } cases[] = {
    { "13", "true", NULL, 0 },   { "12", "true", NULL, 50 }, { "7", "true", NULL, 50 },
    { "6", "true", NULL, 100 },  { "0", NULL, NULL, 100 },   { "13", "true", "true", 100 },
    { "13", "false", NULL, 50 }, { "13", NULL, NULL, -1 },   { NULL, "true", NULL, -1 },
  };

  fixture_put (f, "application", "a1", "name", "Kassa");
  g_assert_true (isnan (score_of (f, "a1").values[question ("A3")]));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double value;

      fixture_put (f, "contract", "k1", "name", "C", "applications", "a1", "notice_months",
                   cases[i].months, "tacit_renewal", cases[i].tacit, "framework",
                   cases[i].framework);
      value = score_of (f, "a1").values[question ("A3")];
      if (cases[i].expected < 0)
        g_assert_true (isnan (value));
      else
        g_assert_cmpfloat (value, ==, cases[i].expected);
    }
}

static void
test_interfaces_and_spread (Fixture *f, gconstpointer data)
{
  RkRegieScore score;

  fixture_put (f, "supplier", "s1", "name", "Nordale");
  fixture_put (f, "supplier", "s2", "name", "Ravel");
  fixture_put (f, "application", "a1", "name", "A", "domain", "D", "supplier", "s1", "status",
               "in_use");
  fixture_put (f, "application", "a2", "name", "B", "domain", "D", "supplier", "s1", "status",
               "phasing_out");
  fixture_put (f, "application", "a3", "name", "C", "domain", "D", "supplier", "s2", "status",
               "in_use");
  fixture_put (f, "application", "a4", "name", "No supplier", "domain", "D", "status", "in_use");
  fixture_put (f, "application", "a5", "name", "Retired", "domain", "D", "supplier", "s2", "status",
               "retired");
  fixture_put (f, "interface", "i1", "source", "a1", "target", "a2", "type", "standard");
  fixture_put (f, "interface", "i2", "source", "a2", "target", "a1", "type", "custom");
  fixture_put (f, "interface", "i3", "source", "a1", "target_name", "Bank", "type", "custom");
  fixture_put (f, "interface", "i4", "source", "a1", "target_name", "Not known");
  fixture_put (f, "interface", "i5", "source", "a1", "target_name", "Gone", "type", "standard",
               "status", "retired");
  score = score_of (f, "a1");
  g_assert_cmpfloat_with_epsilon (score.values[question ("A4")], 100.0 / 3, NEAR);
  g_assert_cmpfloat_with_epsilon (score.values[question ("A5")], 100 - 200.0 / 3, NEAR);
  g_assert_true (isnan (score_of (f, "a4").values[question ("A5")]));
  g_assert_true (isnan (score_of (f, "a3").values[question ("A4")]));
}

/* An answer that somebody once stored does not replace what is computed. */
static void
test_computed_is_not_answered (Fixture *f, gconstpointer data)
{
  fixture_put (f, "application", "a1", "name", "Kassa");
  answer (f, "A1", "100");
  answer (f, "D1", "75");
  g_assert_true (isnan (score_of (f, "a1").values[question ("A1")]));
  g_assert_cmpfloat (score_of (f, "a1").values[question ("D1")], ==, 75);
}

static void
test_own_weights (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkRegieScheme) scheme = NULL;

  fixture_put (f, "regie_scheme", "w1", "version", "2026-1", "weight_data", "1");
  fixture_put (f, "regie_scheme", "w2", "version", "2026-2", "weight_data", "50", "weight_process",
               "30", "weight_application", "20", "min_coverage", "80", "min_answers", "4",
               "band_dependent", "20", "band_shared", "40", "band_control", "80");
  scheme = rk_regie_scheme_load (f->store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (scheme->version, ==, "2026-2");
  g_assert_cmpfloat_with_epsilon (scheme->weights[RK_REGIE_DATA], 0.5, NEAR);
  g_assert_cmpfloat_with_epsilon (scheme->weights[RK_REGIE_APPLICATION], 0.2, NEAR);
  g_assert_cmpfloat_with_epsilon (scheme->min_coverage, 0.8, NEAR);
  g_assert_cmpuint (scheme->min_answers, ==, 4);
  g_assert_cmpint (rk_regie_find_band (scheme, 79), ==, 2);
}

static void
add (const char *name, void (*test) (Fixture *f, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/regie/", name, NULL);

  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/regie/worked-checks", test_worked_checks);
  g_test_add_func ("/regie/bands-begin-at-their-limit", test_bands_begin_at_their_limit);
  g_test_add_func ("/regie/questions-are-whole", test_questions_are_whole);
  add ("too-little-gives-no-total", test_too_little_gives_no_total);
  add ("not-applicable", test_not_applicable);
  add ("the-next-step", test_the_next_step);
  add ("alternatives", test_alternatives);
  add ("notice", test_notice);
  add ("interfaces-and-spread", test_interfaces_and_spread);
  add ("computed-is-not-answered", test_computed_is_not_answered);
  add ("own-weights", test_own_weights);
  return g_test_run ();
}
