/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl portfolio analyse: the questions about the landscape, and their answers. */
#include "config.h"
#include "cli-survey.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rk-workspace-analysis.h"

#define COLUMN_WIDTH 40

static void
print_unknowns (const RkAnalysis *analysis)
{
  for (guint i = 0; i < analysis->unknowns->len; i++)
    {
      const RkAnalysisUnknown *unknown = g_ptr_array_index (analysis->unknowns, i);

      g_print ("? %s\n", unknown->sentence);
    }
}

/* The label, then each known value with the name of its column. */
static void
print_row (const RkAnalysis *analysis, const RkAnalysisRow *row)
{
  g_print ("  %s", row->label);
  for (glong n = g_utf8_strlen (row->label, -1); n < COLUMN_WIDTH; n++)
    g_print (" ");
  for (guint i = 0; i < analysis->columns->len; i++)
    {
      const RkAnalysisColumn *column = g_ptr_array_index (analysis->columns, i);
      g_autofree char *text =
          rk_analysis_format (column->type, &g_array_index (row->values, RkAnalysisValue, i));

      g_print ("%s%s: %s", i > 0 ? " · " : " ", column->label, text);
    }
  g_print ("\n");
}

static void
print_whole (const RkAnalysis *analysis)
{
  g_print ("%s\n%s\n\n", analysis->question, analysis->sentence);
  for (guint i = 0; i < analysis->figures->len; i++)
    {
      const RkAnalysisFigure *figure = g_ptr_array_index (analysis->figures, i);
      g_autofree char *text = rk_analysis_format_number (figure->type, figure->value);

      g_print ("%s: %s\n", figure->label, text);
    }
  g_print ("\n");
  for (guint i = 0; i < analysis->rows->len; i++)
    print_row (analysis, g_ptr_array_index (analysis->rows, i));
  print_unknowns (analysis);
  g_print ("\n%s\n", analysis->why);
}

static void
print_all_json (RkAnalysisInput *input)
{
  JsonArray *list = json_array_new ();
  JsonObject *object = json_object_new ();

  for (guint i = 0; rk_analyses[i].name != NULL; i++)
    {
      g_autoptr (RkAnalysis) analysis = rk_analysis_run (rk_analyses[i].name, input);

      json_array_add_element (list, rk_analysis_to_json (analysis, input->landscape->date));
    }
  json_object_set_string_member (object, "date", input->landscape->date);
  json_object_set_array_member (object, "analyses", list);
  cli_survey_print_object (object);
}

static void
print_all (RkAnalysisInput *input)
{
  for (guint i = 0; rk_analyses[i].name != NULL; i++)
    {
      g_autoptr (RkAnalysis) analysis = rk_analysis_run (rk_analyses[i].name, input);

      g_print ("%s (%s)\n  %s\n", analysis->question, analysis->name, analysis->sentence);
    }
}

static int
print_one (CliContext *context, RkAnalysisInput *input, const char *name)
{
  g_autoptr (RkAnalysis) analysis = rk_analysis_run (name, input);
  g_autoptr (GString) names = g_string_new (NULL);
  GError *error = NULL;

  if (analysis != NULL && context->json)
    cli_print_json (rk_analysis_to_json (analysis, input->landscape->date));
  else if (analysis != NULL)
    print_whole (analysis);
  if (analysis != NULL)
    return CLI_DONE;
  for (guint i = 0; rk_analyses[i].name != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", rk_analyses[i].name);
  g_set_error (&error, RK_ERROR, RK_ERROR_NOT_FOUND,
               /* Translators: a name that was typed; a list of names. */
               _ ("There is no analysis “%s”. Choose one of: %s."), name, names->str);
  return cli_fail (context, CLI_USAGE, error);
}

int
cli_portfolio_analyse (CliContext *context, int argc, char **argv)
{
  g_autofree char *date = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, NULL, NULL },
    { NULL },
  };
  g_autoptr (RkStore) store = NULL;
  g_autoptr (RkAnalysisInput) input = NULL;
  GError *error = NULL;

  if (!cli_parse (context, entries, &argc, &argv) || argc > 2)
    return cli_wrong_usage ("portfolio", "analyse");
  store = cli_survey_open_store (context, RK_STORE_READ_ONLY, &error);
  if (store != NULL)
    input = rk_workspace_load_analysis (store, date, &error);
  if (input == NULL)
    return cli_fail (context, CLI_FAILED, error);
  if (argc == 2)
    return print_one (context, input, argv[1]);
  if (context->json)
    print_all_json (input);
  else
    print_all (input);
  return CLI_DONE;
}
