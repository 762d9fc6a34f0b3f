/* SPDX-License-Identifier: EUPL-1.2 */
/* rkctl portfolio plate: a plate as a file, to hang on the wall or to put in a report. */
#include "config.h"
#include "cli-portfolio.h"

#include "rk-own-plate.h"
#include "rk-plate-sheet.h"
#include "rk-profile.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *format;
  char *lens;
  char *date;
  char *compare;
  char *paper;
  char *output;
  char *model;
  double scale;
  gboolean own_colours;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->lens);
  g_free (options->date);
  g_free (options->compare);
  g_free (options->paper);
  g_free (options->output);
  g_free (options->model);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What follows the last dot in the name of the file; svg when there is none. */
static const char *
get_extension (const char *path)
{
  const char *slash = strrchr (path, G_DIR_SEPARATOR);
  const char *dot = strrchr (slash != NULL ? slash : path, '.');

  return dot != NULL ? dot + 1 : "svg";
}

static const char *
get_asked_format (const Options *options)
{
  return options->format != NULL ? options->format : get_extension (options->output);
}

/* Without --format the name of the file tells. */
static const char *
choose_format (const Options *options)
{
  static const char *const formats[] = { "svg", "pdf", "png" };
  const char *asked = get_asked_format (options);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (asked, formats[i]) == 0)
      return formats[i];
  return NULL;
}

static RkPlateDrawing *
make_drawing (RkStore *store, RkArchitecture *architecture, RkView *view, RkLens lens,
              const Options *options, GError **error)
{
  g_autoptr (RkLandscape) landscape = rk_landscape_load (store, options->date, error);
  g_autoptr (RkLandscape) then = NULL;
  g_autoptr (RkRegieScheme) scheme = rk_regie_scheme_load (store, NULL);
  RkPlateOptions plate = { .lens = lens,
                           .landscape = landscape,
                           .scheme = scheme,
                           .own_colours = options->own_colours,
                           .links = TRUE };

  if (landscape == NULL)
    return NULL;
  if (options->compare != NULL)
    {
      then = rk_landscape_load (store, options->compare, error);
      if (then == NULL)
        return NULL;
      plate.then = then;
      plate.moment = RK_PLATE_DIFFERENCE;
    }
  return rk_plate_drawing_new (view, architecture, &plate);
}

static void
print_json (RkView *view, RkPlateDrawing *drawing, const char *format, const char *output,
            gsize length)
{
  guint n;
  const RkLegendRow *rows = rk_plate_drawing_get_legend (drawing, &n);
  JsonObject *object = json_object_new ();
  JsonArray *legend = json_array_new ();

  json_object_set_string_member (object, "view", rk_view_get_id (view));
  json_object_set_string_member (object, "name", rk_view_get_name (view));
  json_object_set_string_member (object, "lens",
                                 rk_lens_get_name (rk_plate_drawing_get_lens (drawing)));
  json_object_set_int_member (object, "boxes", rk_plate_drawing_get_n_boxes (drawing));
  json_object_set_int_member (object, "components", rk_plate_drawing_get_n_components (drawing));
  json_object_set_int_member (object, "covered", rk_plate_drawing_get_n_covered (drawing));
  for (guint i = 0; i < n; i++)
    {
      JsonObject *row = json_object_new ();

      json_object_set_string_member (row, "letter", rows[i].letter);
      json_object_set_string_member (row, "label", rows[i].label);
      json_object_set_int_member (row, "places", rows[i].places);
      json_object_set_int_member (row, "applications", rows[i].applications);
      json_array_add_object_element (legend, row);
    }
  json_object_set_array_member (object, "legend", legend);
  json_object_set_string_member (object, "format", format);
  json_object_set_string_member (object, "output", output);
  json_object_set_int_member (object, "bytes", (gint64) length);
  cli_survey_print_object (object);
}

static GBytes *
make_file (RkStore *store, RkPlateDrawing *drawing, const char *format, RkPaper paper, double scale,
           GError **error)
{
  g_autoptr (RkRecord) administration = rk_profile_get_administration (store, NULL);
  g_autoptr (RkPlateSheet) sheet =
      rk_plate_sheet_new (drawing,
                          administration != NULL ? rk_record_get (administration, "name") : NULL);

  if (g_str_equal (format, "svg"))
    return rk_plate_sheet_to_svg (sheet, RK_PALETTE_PRINT);
  if (g_str_equal (format, "pdf"))
    return rk_plate_sheet_to_pdf (sheet, paper, error);
  return rk_plate_sheet_to_png (sheet, RK_PALETTE_PRINT, scale > 0 ? scale : 2, error);
}

static gboolean
run (CliContext *context, const char *what, const Options *options, const char *format, RkLens lens,
     RkPaper paper, GError **error)
{
  g_autoptr (RkStore) store = cli_portfolio_open_store (context, RK_STORE_READ_ONLY, error);
  g_autoptr (RkArchitecture) architecture = NULL;
  g_autoptr (RkView) view = NULL;
  g_autoptr (RkPlateDrawing) drawing = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (store != NULL)
    architecture = cli_portfolio_open_architecture (store, options->model, error);
  if (architecture != NULL)
    view = rk_plate_open (store, architecture, what, error);
  if (view != NULL)
    drawing = make_drawing (store, architecture, view, lens, options, error);
  if (drawing != NULL)
    bytes = make_file (store, drawing, format, paper, options->scale, error);
  if (bytes == NULL || !cli_write_file (options->output, g_bytes_get_data (bytes, NULL),
                                        g_bytes_get_size (bytes), error))
    return FALSE;
  if (context->json)
    print_json (view, drawing, format, options->output, g_bytes_get_size (bytes));
  return TRUE;
}

/* (transfer full) */
static char *
list_lenses (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < RK_N_LENSES; i++)
    g_strv_builder_add (names, rk_lens_get_name ((RkLens) i));
  list = g_strv_builder_end (names);
  return g_strjoinv (", ", list);
}

static gboolean
check (const Options *options, RkLens *lens, RkPaper *paper, GError **error)
{
  g_autofree char *lenses = list_lenses ();

  if (options->lens != NULL && !rk_lens_parse (options->lens, lens))
    return cli_portfolio_refuse_value ("--lens", options->lens, lenses, error);
  if (options->paper != NULL && !rk_paper_parse (options->paper, paper))
    return cli_portfolio_refuse_value ("--paper", options->paper, "A4, A3, A0", error);
  if (choose_format (options) != NULL)
    return TRUE;
  return cli_portfolio_refuse_value ("--format", get_asked_format (options), "svg, pdf, png",
                                     error);
}

int
cli_portfolio_plate (CliContext *context, int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, NULL, NULL },
    { "lens", 0, 0, G_OPTION_ARG_STRING, &options.lens, NULL, NULL },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, NULL, NULL },
    { "compare", 0, 0, G_OPTION_ARG_STRING, &options.compare, NULL, NULL },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper, NULL, NULL },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &options.scale, NULL, NULL },
    { "own-colours", 0, 0, G_OPTION_ARG_NONE, &options.own_colours, NULL, NULL },
    { "model", 0, 0, G_OPTION_ARG_STRING, &options.model, NULL, NULL },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, NULL, NULL },
    { NULL },
  };
  RkLens lens = RK_LENS_STATUS;
  RkPaper paper = RK_PAPER_A3;
  GError *error = NULL;

  if (!cli_parse (context, entries, &argc, &argv) || argc != 2 || options.output == NULL)
    return cli_wrong_usage ("portfolio", "plate");
  if (!check (&options, &lens, &paper, &error))
    return cli_fail (context, CLI_USAGE, error);
  if (!run (context, argv[1], &options, choose_format (&options), lens, paper, &error))
    return cli_fail (context, CLI_FAILED, error);
  return CLI_DONE;
}
