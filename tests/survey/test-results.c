/* SPDX-License-Identifier: EUPL-1.2 */
/* Scores: what the forms calculate comes out exactly, of any form that describes them. */
#include "survey-fixture.h"

/* --- every vector ----------------------------------------------------------------------------- */

static void
assert_number (const char *what, double found, JsonNode *expected, double tolerance)
{
  if (JSON_NODE_HOLDS_NULL (expected)
          ? !isnan (found)
          : !(fabs (found - json_node_get_double (expected)) <= tolerance))
    {
      g_autofree char *text = json_to_string (expected, FALSE);

      g_error ("%s is %f, not %s", what, found, text);
    }
}

static void
check_vector (RkStore *store, JsonObject *vector)
{
  g_autofree char *id = start (store, json_object_get_string_member (vector, "vragenlijst"));
  g_autoptr (RkResponse) response = open_response (store, id);
  JsonObject *expected = json_object_get_object_member (vector, "verwacht");
  JsonObject *themes = json_object_has_member (expected, "themas")
                           ? json_object_get_object_member (expected, "themas")
                           : NULL;
  g_autoptr (RkResults) results = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *found;

  rk_answers_apply (response, json_object_get_object_member (vector, "antwoorden"), NULL, &error);
  g_assert_no_error (error);
  results = rk_results_new (response, &error);
  if (json_object_has_member (expected, "index"))
    assert_number ("index", rk_score_round (rk_results_get_index (results)),
                   json_object_get_member (expected, "index"), 1e-9);
  if (json_object_has_member (expected, "band"))
    {
      int band = rk_results_find_band (results, rk_results_get_index (results));

      g_assert_cmpint (band, >=, 0);
      g_assert_cmpstr (((RkBand *) g_ptr_array_index (rk_results_get_bands (results), band))->label,
                       ==, json_object_get_string_member (expected, "band"));
    }
  found = rk_results_get_themes (results);
  for (guint i = 0; i < found->len; i++)
    {
      const RkTheme *theme = g_ptr_array_index (found, i);
      JsonObject *wanted;

      if (themes == NULL || !json_object_has_member (themes, theme->id))
        continue;
      wanted = json_object_get_object_member (themes, theme->id);
      assert_number (theme->id, rk_score_round (theme->score),
                     json_object_get_member (wanted, "score"), 1e-9);
      assert_number (theme->id, theme->coverage, json_object_get_member (wanted, "dekking"),
                     0.0005001);
    }
}

static void
check_vectors (Fixture *f, const char *file)
{
  g_autoptr (GListModel) forms = rk_questionnaire_list (NULL, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *path = find_form (file);
  g_autoptr (GError) error = NULL;
  JsonArray *vectors;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  /* held, so that each form is parsed once for all its vectors */
  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (RkQuestionnaire) form = g_list_model_get_item (forms, i);

      g_assert_nonnull (rk_questionnaire_get_form (form, NULL));
    }
  vectors = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                          "vectoren");
  g_assert_cmpuint (json_array_get_length (vectors), >=, 21);
  for (guint i = 0; i < json_array_get_length (vectors); i++)
    {
      JsonObject *vector = json_array_get_object_element (vectors, i);

      g_test_message ("%s %s", json_object_get_string_member (vector, "vragenlijst"),
                      json_object_get_string_member (vector, "naam"));
      check_vector (f->store, vector);
    }
}

static void
test_every_vector_comes_out (Fixture *f, gconstpointer data)
{
  check_vectors (f, "score-vectors.json");
}

static void
test_every_corner_comes_out (Fixture *f, gconstpointer data)
{
  check_vectors (f, "score-vectors-more.json");
}

/* --- a form that the program does not know ---------------------------------------------------- */

static RkTheme *
find_theme (RkResults *results, const char *id)
{
  GPtrArray *themes = rk_results_get_themes (results);

  for (guint i = 0; i < themes->len; i++)
    if (g_str_equal (((RkTheme *) g_ptr_array_index (themes, i))->id, id))
      return g_ptr_array_index (themes, i);
  g_error ("no theme %s", id);
}

static RkScoredQuestion *
find_scored (RkResults *results, const char *id)
{
  GPtrArray *themes = rk_results_get_themes (results);

  for (guint t = 0; t < themes->len; t++)
    {
      const RkTheme *theme = g_ptr_array_index (themes, t);

      for (guint q = 0; q < theme->questions->len; q++)
        if (g_str_equal (((RkScoredQuestion *) g_ptr_array_index (theme->questions, q))->id, id))
          return g_ptr_array_index (theme->questions, q);
    }
  g_error ("no question %s", id);
}

static void
test_any_form_shows_its_scores (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResults) results = NULL;
  const RkTheme *theme;
  const RkScoredQuestion *question;
  const RkIndicator *indicator;
  guint scored, needed;

  apply (f->response, "{\"tuin.opp\": 200, \"tuin.soort\": \"klei\","
                      " \"tuin.keuze\": [\"roos\", \"lis\", \"aster\"],"
                      " \"tuin.stel\": {\"a\": \"1\", \"b\": \"2\"},"
                      " \"bed\": [{\"naam\": \"a\"}, {\"naam\": \"b\"}, {\"naam\": \"c\"}]}");
  results = rk_results_new (f->response, NULL);
  g_assert_cmpstr (rk_results_get_label (results), ==, "Tuinindex");
  g_assert_cmpstr (rk_results_get_direction (results), ==, "hoger = groener");
  /* bodem: 20; flora: (100 + 1.5 * 75) / 2.5 = 85; together (3 * 20 + 85) / 4 */
  g_assert_cmpfloat_with_epsilon (rk_results_get_index (results), 36.25, 1e-9);
  g_assert_cmpfloat (rk_score_round (rk_results_get_index (results)), ==, 36.3);
  g_assert_cmpint (rk_results_find_band (results, 49.999), ==, 0);
  g_assert_cmpint (rk_results_find_band (results, 50), ==, 1);
  rk_results_get_theme_counts (results, &scored, &needed);
  g_assert_cmpuint (scored, ==, 2);
  g_assert_cmpuint (needed, ==, 2);
  theme = find_theme (results, "bodem");
  g_assert_cmpstr (theme->short_label, ==, "Bodem");
  g_assert_cmpuint (theme->visible, ==, 1);
  g_assert_cmpuint (theme->counting, ==, 1);
  theme = find_theme (results, "flora");
  g_assert_cmpstr (theme->short_label, ==, "Flora");
  g_assert_cmpfloat_with_epsilon (theme->coverage, 1, 1e-9);
  question = find_scored (results, "tuin.stel");
  g_assert_cmpfloat_with_epsilon (question->score, 75, 1e-9);
  g_assert_cmpfloat_with_epsilon (question->contribution, 45, 1e-9);
  g_assert_cmpstr (question->answer, ==, "Ik snoei: Half\nIk maai: Heel");
  g_assert_cmpint (find_scored (results, "tuin.water")->counts, ==, RK_COUNTS_NOT_HIDDEN);
  indicator = g_ptr_array_index (rk_results_get_indicators (results), 0);
  g_assert_cmpstr (indicator->id, ==, "dichtheid");
  g_assert_cmpfloat_with_epsilon (indicator->value, 1.5, 1e-9);
  g_assert_cmpint (indicator->decimals, ==, 2);
}

/* --- what a figure is made of ----------------------------------------------------------------- */

static const RkIndicator *
find_indicator (RkResults *results, const char *id)
{
  GPtrArray *indicators = rk_results_get_indicators (results);

  for (guint i = 0; i < indicators->len; i++)
    if (g_str_equal (((RkIndicator *) g_ptr_array_index (indicators, i))->id, id))
      return g_ptr_array_index (indicators, i);
  g_error ("no indicator %s", id);
}

static void
assert_source (const RkIndicator *indicator, guint i, const char *id, const char *answer,
               RkCounts counts)
{
  const RkSource *source = g_ptr_array_index (indicator->sources, i);

  g_assert_cmpstr (rk_question_get_id (source->question), ==, id);
  g_assert_cmpstr (source->answer, ==, answer);
  g_assert_cmpint (source->counts, ==, counts);
}

static void
test_figures_tell_what_they_are_made_of (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResults) results = NULL;
  const RkIndicator *density;

  apply (f->response, "{\"bed\": [{\"naam\": \"a\"}]}");
  results = rk_results_new (f->response, NULL);
  density = find_indicator (results, "dichtheid");
  g_assert_true (isnan (density->value));
  g_assert_cmpuint (density->sources->len, ==, 2);
  assert_source (density, 0, "tuin.opp", "", RK_COUNTS_NOT_UNANSWERED);
  g_assert_cmpstr (rk_question_get_id (
                       ((RkSource *) g_ptr_array_index (density->sources, 1))->question),
                   ==, "bed");
  g_assert_cmpint (((RkSource *) g_ptr_array_index (density->sources, 1))->counts, ==, RK_COUNTS);
}

static void
test_figures_of_a_built_in_form (Fixture *f, gconstpointer data)
{
  g_autofree char *id = start (f->store, "MAT");
  g_autoptr (RkResponse) response = open_response (f->store, id);
  g_autoptr (RkResults) results = NULL;
  GPtrArray *indicators;
  const RkIndicator *staff;

  apply (response, "{\"MAT.CA1\": 20000, \"MAT.CA4\": 3.5}");
  results = rk_results_new (response, NULL);
  staff = find_indicator (results, "ict_vte_per_1000_inwoners");
  g_assert_true (isnan (staff->value));
  g_assert_cmpuint (staff->sources->len, ==, 3);
  assert_source (staff, 0, "MAT.CA1", "20.000\u00a0inwoners", RK_COUNTS);
  assert_source (staff, 1, "MAT.CA4", "3,5\u00a0VTE", RK_COUNTS);
  assert_source (staff, 2, "MAT.CA5", "", RK_COUNTS_NOT_UNANSWERED);
  indicators = rk_results_get_indicators (results);
  for (guint i = 0; i < indicators->len; i++) /* none of them is a number out of nothing */
    g_assert_cmpuint (((RkIndicator *) g_ptr_array_index (indicators, i))->sources->len, >, 0);
}

static void
test_reasons_are_told_apart (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResults) results = NULL;
  const RkTheme *theme;

  apply (f->response, "{\"tuin.soort\": \"nvt\", \"tuin.water\": \"x\","
                      " \"tuin.stel\": {\"a\": \"x\", \"b\": \"2\"}}");
  results = rk_results_new (f->response, NULL);
  g_assert_cmpint (find_scored (results, "tuin.soort")->counts, ==, RK_COUNTS_NOT_APPLICABLE);
  g_assert_cmpint (find_scored (results, "tuin.water")->counts, ==, RK_COUNTS_NOT_UNKNOWN);
  g_assert_cmpint (find_scored (results, "tuin.keuze")->counts, ==, RK_COUNTS_NOT_UNANSWERED);
  g_assert_cmpint (find_scored (results, "tuin.stel")->counts, ==, RK_COUNTS_NOT_UNKNOWN);
  g_assert_true (isnan (rk_results_get_index (results)));
  g_assert_cmpint (rk_results_find_band (results, rk_results_get_index (results)), ==, -1);
  theme = find_theme (results, "bodem");
  g_assert_true (isnan (theme->score));
  g_assert_cmpuint (theme->needed, ==, 1); /* the ground alone weighs two of three */
}

static void
test_without_calculates_there_are_no_scores (Fixture *f, gconstpointer data)
{
  g_autofree char *form = find_form ("other.xml"), *text = NULL, *bare = NULL, *id = NULL;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "bare.xml", NULL);
  g_autoptr (GRegex) calculate = g_regex_new (" calculate=\"[^\"]*\"", 0, 0, NULL);
  g_autoptr (RkResponse) response = NULL;
  g_autoptr (RkResults) results = NULL;

  g_assert_true (g_file_get_contents (form, &text, NULL, NULL));
  bare = g_regex_replace_literal (calculate, text, -1, 0, "", 0, NULL);
  g_assert_true (g_file_set_contents (path, bare, -1, NULL));
  id = start (f->store, path);
  response = open_response (f->store, id);
  apply (response, "{\"tuin.soort\": \"leem\", \"tuin.water\": \"2\","
                   " \"tuin.keuze\": [\"roos\"], \"tuin.stel\": {\"a\": \"1\", \"b\": \"2\"}}");
  results = rk_results_new (response, NULL);
  g_assert_nonnull (results);
  g_assert_true (isnan (rk_results_get_index (results)));
  g_assert_true (isnan (find_theme (results, "bodem")->score));
  g_assert_true (isnan (find_scored (results, "tuin.soort")->score));
}

static void
test_without_a_description_there_are_no_results (Fixture *f, gconstpointer data)
{
  g_autofree char *form = find_form ("other.xml"), *text = NULL, *bare = NULL, *id = NULL;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "bare.xml", NULL);
  g_autoptr (GRegex) scores =
      g_regex_new ("<instance id=\"rk-score\">.*?</instance>", G_REGEX_DOTALL, 0, NULL);
  g_autoptr (RkResponse) response = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (form, &text, NULL, NULL));
  bare = g_regex_replace_literal (scores, text, -1, 0, "", 0, NULL);
  g_assert_true (g_file_set_contents (path, bare, -1, NULL));
  id = start (f->store, path);
  response = open_response (f->store, id);
  g_assert_null (rk_results_new (response, &error));
  g_assert_no_error (error);
}

/* --- what would raise the index --------------------------------------------------------------- */

static const char *const scored_ids[] = { "tuin.soort", "tuin.water",  "tuin.keuze",
                                          "tuin.stel",  "tuin.diepte", "tuin.top" };
static const char *const best[] = {
  "\"leem\"", "\"2\"",     "[\"roos\",\"lis\",\"aster\"]", "{\"a\":\"2\",\"b\":\"2\"}",
  "100",      "[\"roos\"]"
};
static const char *const others[][6] = {
  { "null", "\"leem\"", "\"ander\"", "\"wn\"", "\"nvt\"", "\"ander\"" },
  { "null", "\"0\"", "\"1\"", "\"2\"", "\"x\"", "\"0\"" },
  { "null", "[\"roos\"]", "[\"geen\"]", "[\"roos\",\"lis\"]", "[\"lis\",\"aster\",\"roos\"]",
    "null" },
  { "null", "{\"a\":\"0\",\"b\":\"0\"}", "{\"a\":\"x\",\"b\":\"0\"}", "{\"a\":\"1\",\"b\":\"2\"}",
    "{\"a\":\"2\",\"b\":\"2\"}", "{\"a\":\"1\"}" },
  { "null", "0", "12.5", "50", "200", "null" },
  { "null", "[\"lis\"]", "[\"geen\"]", "null", "[\"geen\",\"lis\"]", "null" },
};

#define N_SCORED G_N_ELEMENTS (scored_ids)

static double
index_with (RkResponse *response, const char *id, const char *answer)
{
  g_autofree char *text = g_strdup_printf ("{\"%s\": %s}", id, answer);
  g_autoptr (RkResults) results = NULL;

  apply (response, text);
  results = rk_results_new (response, NULL);
  return rk_results_get_index (results);
}

/* The gain of a question is what the form itself makes of the best answer to it. */
static void
test_gains_are_what_the_form_would_give (Fixture *f, gconstpointer data)
{
  guint checked = 0;

  for (guint round = 0; round < 60; round++)
    {
      guint picks[N_SCORED];
      double gains[N_SCORED], now;
      g_autoptr (RkResults) results = NULL;

      for (guint q = 0; q < N_SCORED; q++)
        {
          g_autofree char *text = NULL;

          picks[q] = (guint) g_test_rand_int_range (0, 6);
          text = g_strdup_printf ("{\"%s\": %s}", scored_ids[q], others[q][picks[q]]);
          apply (f->response, text);
        }
      results = rk_results_new (f->response, NULL);
      now = rk_results_get_index (results);
      for (guint q = 0; q < N_SCORED; q++)
        gains[q] = find_scored (results, scored_ids[q])->gain;
      for (guint q = 0; q < N_SCORED; q++)
        {
          double then = index_with (f->response, scored_ids[q], best[q]);
          double expected = isnan (now) || isnan (then) ? 0 : MAX (0, then - now);

          if (g_str_equal (others[q][picks[q]], "\"nvt\""))
            expected = 0;
          g_test_message ("%s %s: %f → %f", scored_ids[q], others[q][picks[q]], now, then);
          g_assert_cmpfloat_with_epsilon (gains[q], expected, 1e-6);
          checked += expected > 0;
          index_with (f->response, scored_ids[q], others[q][picks[q]]);
        }
    }
  g_assert_cmpuint (checked, >, 10);
}

static void
test_the_highest_gain_comes_first (Fixture *f, gconstpointer data)
{
  g_autoptr (RkResults) results = NULL;
  g_autoptr (GPtrArray) gains = NULL;

  apply (f->response, "{\"tuin.soort\": \"ander\", \"tuin.water\": \"1\","
                      " \"tuin.keuze\": [\"roos\"], \"tuin.stel\": {\"a\": \"2\", \"b\": \"2\"}}");
  results = rk_results_new (f->response, NULL);
  gains = rk_results_list_gains (results, 2);
  g_assert_cmpuint (gains->len, ==, 2);
  g_assert_cmpstr (((RkScoredQuestion *) g_ptr_array_index (gains, 0))->id, ==, "tuin.soort");
  g_assert_cmpstr (((RkScoredQuestion *) g_ptr_array_index (gains, 0))->raises, ==,
                   "Leem aanvoeren");
  g_assert_cmpfloat (((RkScoredQuestion *) g_ptr_array_index (gains, 0))->gain, >=,
                     ((RkScoredQuestion *) g_ptr_array_index (gains, 1))->gain);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/results/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("every-vector-comes-out", test_every_vector_comes_out);
  ADD ("every-corner-comes-out", test_every_corner_comes_out);
  ADD ("any-form-shows-its-scores", test_any_form_shows_its_scores);
  ADD ("figures-tell-what-they-are-made-of", test_figures_tell_what_they_are_made_of);
  ADD ("figures-of-a-built-in-form", test_figures_of_a_built_in_form);
  ADD ("reasons-are-told-apart", test_reasons_are_told_apart);
  ADD ("without-calculates-there-are-no-scores", test_without_calculates_there_are_no_scores);
  ADD ("without-a-description-there-are-no-results",
       test_without_a_description_there_are_no_results);
  ADD ("gains-are-what-the-form-would-give", test_gains_are_what_the_form_would_give);
  ADD ("the-highest-gain-comes-first", test_the_highest_gain_comes_first);
  return g_test_run ();
}
