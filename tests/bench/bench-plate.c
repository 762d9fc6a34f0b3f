/* SPDX-License-Identifier: EUPL-1.2 */
/* How long a plate takes: its first frame, and a frame while one zooms and pans.
 *
 *   bench-plate FOLDER [MODEL.xml [PICTURES]]   prints "name value unit" lines
 *
 * With a model: the densest of its plates, with 500 applications on its components. Without: a
 * generated plate of 500 boxes. A frame is 1280 × 800; what counts is the time of the processor.
 * PICTURES: a folder for a picture of some of the frames. */
#include "config.h"
#include "rk-archimate-import.h"
#include "rk-change.h"
#include "rk-own-plate.h"
#include "rk-plate-drawing.h"
#include "rk-portfolio-kinds.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#define WIDTH 1280
#define HEIGHT 800
#define FRAMES 240
#define APPLICATIONS 500

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
print_times (const char *name, GArray *times)
{
  const double *sorted = (const double *) (gpointer) times->data;

  qsort (times->data, times->len, sizeof (double), compare_doubles);
  g_print ("%s-median %.2f ms\n", name, sorted[times->len / 2]);
  g_print ("%s-p95 %.2f ms\n", name, sorted[times->len * 95 / 100]);
  g_print ("%s-max %.2f ms\n", name, sorted[times->len - 1]);
}

/* --- what is drawn ------------------------------------------------------------------------------
 */

static void
put_landscape (RkStore *store, GPtrArray *components)
{
  static const char *const statuses[] = { "in_use", "in_use", "in_use", "planned", "phasing_out" };
  g_autoptr (RkChange) change = rk_change_new (store, "Bench");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < APPLICATIONS && components->len > 0; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i), *fit = g_strdup_printf ("f%u", i);
      g_autofree char *name = g_strdup_printf ("Toepassing %u", i);
      const RkConcept *concept = components->pdata[i * 7 % components->len];

      rk_change_set (change, "application", id, "name", name, "status",
                     statuses[i % G_N_ELEMENTS (statuses)], NULL);
      rk_change_set (change, "fit", fit, "application", id, "component", concept->key, NULL);
    }
  if (!rk_change_apply (change, &error))
    g_error ("%s", error->message);
}

/* A model of 25 domains of 19 components: 500 boxes. */
static GBytes *
generate_model (void)
{
  GString *elements = g_string_new (NULL), *relations = g_string_new (NULL);
  GString *nodes = g_string_new (NULL), *out = g_string_new (NULL);

  for (int d = 0; d < 25; d++)
    {
      int x = 20 + d % 5 * 820, y = 20 + d / 5 * 440;

      g_string_append_printf (elements,
                              "<element identifier=\"d%d\" xsi:type=\"Grouping\"><name>"
                              "Domein %d</name></element>",
                              d, d);
      g_string_append_printf (nodes,
                              "<node identifier=\"nd%d\" xsi:type=\"Element\" elementRef=\""
                              "d%d\" x=\"%d\" y=\"%d\" w=\"804\" h=\"424\">",
                              d, d, x, y);
      for (int c = 0; c < 19; c++)
        {
          g_string_append_printf (elements,
                                  "<element identifier=\"c%d.%d\" xsi:type=\""
                                  "ApplicationComponent\"><name>Registratie van meldingen"
                                  " %d</name></element>",
                                  d, c, c);
          g_string_append_printf (relations,
                                  "<relationship identifier=\"r%d.%d\" source=\"d%d\" "
                                  "target=\"c%d.%d\" xsi:type=\"Aggregation\"/>",
                                  d, c, d, d, c);
          g_string_append_printf (nodes,
                                  "<node identifier=\"n%d.%d\" xsi:type=\"Element\" "
                                  "elementRef=\"c%d.%d\" x=\"%d\" y=\"%d\" w=\"148\" "
                                  "h=\"88\"/>",
                                  d, c, d, c, x + 12 + c % 5 * 156, y + 36 + c / 5 * 96);
        }
      g_string_append (nodes, "</node>");
    }
  g_string_append_printf (
      out,
      "<model xmlns=\"http://www.opengroup.org/xsd/archimate/3.0/\" xmlns:xsi=\""
      "http://www.w3.org/2001/XMLSchema-instance\" identifier=\"m\"><name>Bench</name><elements>%s"
      "</elements><relationships>%s</relationships><views><diagrams><view identifier=\"v\" "
      "xsi:type=\"Diagram\"><name>Bench</name>%s</view></diagrams></views></model>",
      elements->str, relations->str, nodes->str);
  g_string_free (elements, TRUE);
  g_string_free (relations, TRUE);
  g_string_free (nodes, TRUE);
  return g_string_free_to_bytes (out);
}

static RkArchitecture *
import (RkStore *store, const char *path)
{
  g_autoptr (GBytes) bytes = path == NULL ? generate_model () : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RkArchimateSummary) summary =
      path == NULL
          ? rk_archimate_import_bytes (store, bytes, "bench.xml", RK_ARCHIMATE_IMPORT_USE, &error)
          : rk_archimate_import (store, path, NULL, RK_ARCHIMATE_IMPORT_USE, NULL, NULL, NULL,
                                 &error);

  if (summary == NULL)
    g_error ("%s", error->message);
  return rk_architecture_open (store, NULL, &error);
}

/* The view with the most boxes that has components. */
static const char *
find_densest (RkArchitecture *architecture)
{
  GPtrArray *views = rk_architecture_list_views (architecture);
  const RkViewInfo *best = NULL;

  for (guint i = 0; i < views->len; i++)
    {
      const RkViewInfo *view = views->pdata[i];

      if (view->n_components > 0 && (best == NULL || view->n_nodes > best->n_nodes))
        best = view;
    }
  g_assert (best != NULL);
  return best->id;
}

/* --- frames -------------------------------------------------------------------------------------
 */

/* One frame with the point (x, y) of the plate in its middle. */
static double
draw_frame (RkPlateDrawing *drawing, cairo_surface_t *surface, double x, double y, double scale)
{
  RkPlateState state = { RK_PALETTE_LIGHT, scale, -1 };
  double start = cpu_ms ();
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0.94, 0.94, 0.95);
  cairo_paint (cr);
  cairo_translate (cr, WIDTH / 2.0, HEIGHT / 2.0);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -x, -y);
  rk_plate_drawing_draw (drawing, cr, &state);
  cairo_destroy (cr);
  return cpu_ms () - start;
}

static void
keep_picture (cairo_surface_t *surface, const char *folder, const char *name)
{
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (path != NULL)
    cairo_surface_write_to_png (surface, path);
}

static void
zoom (RkPlateDrawing *drawing, cairo_surface_t *surface, const cairo_rectangle_t *all, double fit,
      const char *pictures)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < FRAMES; i++)
    {
      double share = (double) i / (FRAMES - 1);
      double time =
          draw_frame (drawing, surface, all->x + all->width * (0.5 - share * 0.2),
                      all->y + all->height * (0.5 - share * 0.1), fit * pow (2 / fit, share));
      g_autofree char *name = g_strdup_printf ("zoom-%03d.png", i);

      g_array_append_val (times, time);
      if (i % 40 == 0)
        keep_picture (surface, pictures, name);
    }
  print_times ("plate-zoom", times);
}

static void
pan (RkPlateDrawing *drawing, cairo_surface_t *surface, const cairo_rectangle_t *all,
     const char *pictures)
{
  static const double scales[] = { 0.3, 0.45, 0.6, 1 };
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint k = 0; k < G_N_ELEMENTS (scales); k++)
    {
      g_autofree char *name = g_strdup_printf ("pan-%.2f.png", scales[k]);

      for (int i = 0; i < FRAMES; i++)
        {
          double share = (double) i / (FRAMES - 1);
          double time = draw_frame (drawing, surface, all->x + all->width * (0.2 + 0.6 * share),
                                    all->y + all->height * (0.3 + 0.4 * share), scales[k]);

          g_array_append_val (times, time);
        }
      keep_picture (surface, pictures, name);
    }
  print_times ("plate-pan", times);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = argc > 1 ? g_build_filename (argv[1], "plate.regiekamer", NULL) : NULL;
  const char *pictures = argc > 3 ? argv[3] : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RkStore) store = NULL;
  g_autoptr (RkArchitecture) architecture = NULL;
  g_autoptr (RkLandscape) landscape = NULL;
  g_autoptr (RkView) view = NULL;
  g_autoptr (RkPlateDrawing) drawing = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_rectangle_t all;
  double start, fit, made;

  if (path == NULL)
    return 2;
  store = rk_store_open (path, rk_portfolio_kinds, RK_STORE_CREATE, &error);
  if (store == NULL)
    g_error ("%s", error->message);
  architecture = import (store, argc > 2 && *argv[2] != '\0' ? argv[2] : NULL);
  put_landscape (store, rk_architecture_list_components (architecture));
  start = cpu_ms ();
  landscape = rk_landscape_load (store, NULL, &error);
  g_print ("plate-landscape %.1f ms\n", cpu_ms () - start);
  start = cpu_ms ();
  view = rk_architecture_load_view (architecture, find_densest (architecture), &error);
  drawing = rk_plate_drawing_new (view, architecture, &(RkPlateOptions){ .landscape = landscape });
  made = cpu_ms () - start;
  rk_plate_drawing_get_extents (drawing, &all);
  fit = MIN (WIDTH / all.width, HEIGHT / all.height);
  g_print ("plate-boxes %u\n", rk_plate_drawing_get_n_boxes (drawing));
  g_print ("plate-made %.1f ms\n", made);
  g_print ("plate-first-frame %.1f ms\n",
           made +
               draw_frame (drawing, surface, all.x + all.width / 2, all.y + all.height / 2, fit));
  zoom (drawing, surface, &all, fit, pictures);
  pan (drawing, surface, &all, pictures);
  cairo_surface_destroy (surface);
  return 0;
}
