/* SPDX-License-Identifier: EUPL-1.2 */
/* How long a frame of a plate takes in the window while one pans and zooms.
 *
 *   bench-canvas WORKSPACE [VIEW]   prints "name value unit" lines; without a view the plate with
 *                                   most boxes
 *
 * A frame is the processor time of the main thread from the move until it is painted: what waits
 * for the display does not count. */
#include "config.h"

#include "rk-plate-canvas.h"
#include "rk-workspace-kinds.h"

#include <stdlib.h>
#include <time.h>

#define WIDTH 1040
#define HEIGHT 700
#define FRAMES 240

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
print (const char *name, GArray *times)
{
  qsort (times->data, times->len, sizeof (double), compare_doubles);
  g_print ("canvas-%s %.2f ms median\n", name, g_array_index (times, double, times->len / 2));
  g_print ("canvas-%s-p95 %.2f ms\n", name, g_array_index (times, double, times->len * 95 / 100));
  g_print ("canvas-%s-slowest %.2f ms\n", name, g_array_index (times, double, times->len - 1));
  g_array_set_size (times, 0);
}

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static RkPlateDrawing *
load (const char *path, const char *wanted, GError **error)
{
  g_autoptr (RkStore) store = rk_workspace_open (path, RK_STORE_OPEN_EXISTING, error);
  g_autoptr (RkArchitecture) architecture = NULL;
  g_autoptr (RkLandscape) landscape = NULL;
  g_autoptr (RkView) view = NULL;
  RkPlateOptions options = { .lens = RK_LENS_STATUS };
  const RkViewInfo *densest = NULL;
  GPtrArray *views;

  if (store == NULL || (architecture = rk_architecture_open (store, NULL, error)) == NULL ||
      (landscape = rk_landscape_load (store, NULL, error)) == NULL)
    return NULL;
  views = rk_architecture_list_views (architecture);
  for (guint i = 0; i < views->len; i++)
    {
      const RkViewInfo *info = g_ptr_array_index (views, i);

      if (densest == NULL || info->n_nodes > densest->n_nodes)
        densest = info;
    }
  view = rk_architecture_load_view (architecture, wanted != NULL ? wanted : densest->id, error);
  if (view == NULL)
    return NULL;
  options.landscape = landscape;
  return rk_plate_drawing_new (view, architecture, &options);
}

static void
measure_pan (GtkWidget *window, RkPlateCanvas *canvas, const char *name, GArray *times)
{
  for (int i = 0; i < FRAMES; i++)
    {
      RkViewport view = rk_plate_canvas_get_viewport (canvas);
      double start = get_cpu_ms (), took;

      view.x += (i / 60 % 2 == 0 ? 12 : -12) / view.scale;
      view.y += (i / 120 % 2 == 0 ? 7 : -7) / view.scale;
      rk_plate_canvas_set_viewport (canvas, view);
      wait_for_frame (window);
      took = get_cpu_ms () - start;
      g_array_append_val (times, took);
    }
  print (name, times);
}

static void
measure_zoom (GtkWidget *window, RkPlateCanvas *canvas, GArray *times)
{
  for (int i = 0; i < FRAMES; i++)
    {
      RkViewport view = rk_plate_canvas_get_viewport (canvas);
      double start = get_cpu_ms (), took;

      view = rk_viewport_zoom (view, view.scale * (i / 40 % 2 == 0 ? 1.04 : 1 / 1.04), WIDTH / 2.0,
                               HEIGHT / 2.0);
      rk_plate_canvas_set_viewport (canvas, view);
      wait_for_frame (window);
      took = get_cpu_ms () - start;
      g_array_append_val (times, took);
    }
  print ("zoom", times);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkPlateDrawing) drawing = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  GtkWidget *window, *canvas;
  double start, whole;

  if (argc < 2)
    return EXIT_FAILURE;
  adw_init ();
  start = get_cpu_ms ();
  drawing = load (argv[1], argc > 2 ? argv[2] : NULL, &error);
  if (drawing == NULL)
    g_error ("%s", error != NULL ? error->message : "no reference architecture");
  g_print ("canvas-boxes %u boxes\n", rk_plate_drawing_get_n_boxes (drawing));
  g_print ("canvas-load %.2f ms\n", get_cpu_ms () - start);

  window = gtk_window_new ();
  canvas = rk_plate_canvas_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), canvas);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frame (window);
  start = get_cpu_ms ();
  rk_plate_canvas_set_drawing (RK_PLATE_CANVAS (canvas), drawing, FALSE);
  wait_for_frame (window);
  g_print ("canvas-first-frame %.2f ms\n", get_cpu_ms () - start);
  whole = rk_plate_canvas_get_viewport (RK_PLATE_CANVAS (canvas)).scale;
  measure_zoom (window, RK_PLATE_CANVAS (canvas), times);
  rk_plate_canvas_set_viewport (RK_PLATE_CANVAS (canvas), (RkViewport){ 0, 0, 1 });
  measure_pan (window, RK_PLATE_CANVAS (canvas), "pan", times);
  rk_plate_canvas_set_viewport (RK_PLATE_CANVAS (canvas),
                                (RkViewport){ 0, 0, MAX (2 * whole, RK_PLATE_SCALE_LETTERS) });
  measure_pan (window, RK_PLATE_CANVAS (canvas), "pan-half", times);
  gtk_window_destroy (GTK_WINDOW (window));
  return EXIT_SUCCESS;
}
