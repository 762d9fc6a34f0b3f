/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl survey score: the index and the themes as they stand. */
#include "config.h"
#include "cli-survey.h"

#include <glib/gi18n-lib.h>

#include "rk-format.h"
#include "rk-results.h"

static void
print_json (RkResults *results)
{
  GPtrArray *themes = rk_results_get_themes (results);
  GPtrArray *indicators = rk_results_get_indicators (results);
  JsonObject *object = json_object_new (), *by_id = json_object_new ();

  cli_survey_set_number (object, "index", rk_score_round (rk_results_get_index (results)));
  for (guint i = 0; i < themes->len; i++)
    {
      const RkTheme *theme = g_ptr_array_index (themes, i);
      JsonObject *member = json_object_new ();

      cli_survey_set_number (member, "score", rk_score_round (theme->score));
      cli_survey_set_number (member, "dekking", rk_round_half_up (theme->coverage, 3));
      json_object_set_object_member (by_id, theme->id, member);
    }
  json_object_set_object_member (object, "themas", by_id);
  if (indicators->len > 0)
    {
      JsonObject *values = json_object_new ();

      for (guint i = 0; i < indicators->len; i++)
        {
          const RkIndicator *indicator = g_ptr_array_index (indicators, i);

          cli_survey_set_number (values, indicator->id, indicator->value);
        }
      json_object_set_object_member (object, "indicatoren", values);
    }
  cli_survey_print_object (object);
}

static void
print_gains (RkResults *results)
{
  g_autoptr (GPtrArray) gains = rk_results_list_gains (results, 4);

  if (gains->len > 0)
    g_print ("\n%s\n", _ ("What would raise the score most:"));
  for (guint i = 0; i < gains->len; i++)
    {
      const RkScoredQuestion *question = g_ptr_array_index (gains, i);
      g_autofree char *gain = rk_format_difference (question->gain, 1);

      g_print ("  %s  %s  %s\n", gain, question->id,
               *question->raises != '\0' ? question->raises : question->label);
    }
}

static void
print_indicators (RkResults *results)
{
  GPtrArray *indicators = rk_results_get_indicators (results);

  if (indicators->len > 0)
    g_print ("\n%s\n", _ ("Indicators:"));
  for (guint i = 0; i < indicators->len; i++)
    {
      const RkIndicator *indicator = g_ptr_array_index (indicators, i);
      g_autofree char *value = rk_indicator_dup_text (indicator);

      g_print ("  %s: %s\n", indicator->label, value);
    }
}

static void
print_words (RkResults *results)
{
  GPtrArray *themes = rk_results_get_themes (results);
  double index = rk_results_get_index (results);
  int band = rk_results_find_band (results, index);
  g_autofree char *text = rk_format_score (index);

  g_print ("%s: %s%s%s\n", rk_results_get_label (results), text, band >= 0 ? " – " : "",
           band >= 0 ? ((RkBand *) g_ptr_array_index (rk_results_get_bands (results), band))->label
                     : "");
  for (guint i = 0; i < themes->len; i++)
    {
      const RkTheme *theme = g_ptr_array_index (themes, i);
      g_autofree char *score = rk_format_score (theme->score);
      g_autofree char *coverage = rk_format_percent (100 * theme->coverage, 0);

      /* Translators: the name of a theme, its score, its coverage in percent. */
      g_print (_ ("  %s: %s (coverage %s)\n"), theme->label, score, coverage);
    }
  print_gains (results);
  print_indicators (results);
}

int
cli_survey_score (CliContext *context, int argc, char **argv)
{
  g_autoptr (RkResponse) response = NULL;
  g_autoptr (RkResults) results = NULL;
  GError *error = NULL;

  if (!cli_parse (context, NULL, &argc, &argv) || argc != 2)
    return cli_wrong_usage ("survey", "score");
  response = cli_survey_open (context, argv[1], RK_STORE_READ_ONLY, &error);
  if (response == NULL)
    return cli_fail (context, CLI_FAILED, error);
  results = rk_results_new (response, &error);
  if (results == NULL && error == NULL)
    /* Translators: the title of a survey. */
    g_set_error (&error, RK_ERROR, RK_ERROR_NOT_FOUND,
                 _ ("“%s” has no scores: its questionnaire does not describe any."),
                    rk_response_get_title (response));
  if (results == NULL)
    return cli_fail (context, CLI_FAILED, error);
  if (context->json)
    print_json (results);
  else
    print_words (results);
  return CLI_DONE;
}
