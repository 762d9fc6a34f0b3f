/* SPDX-License-Identifier: EUPL-1.2 */
/* The diagram of interfaces: how long 200 applications with 400 interfaces take to arrange, and a
 * frame of 1280 × 800 to draw while one pans and zooms. */
#include "rk-graph-drawing.h"

#include <time.h>

#define NODES 200
#define EDGES 400
#define ARRANGEMENTS 5
#define FRAMES 120
#define WIDTH 1280
#define HEIGHT 800

static RkGraph *
make_graph (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  RkGraph *graph = rk_graph_new ();

  for (guint i = 0; i < NODES; i++)
    {
      g_autofree char *id = g_strdup_printf ("Application %u", i);
      rk_graph_add_node (graph, id, id, "Supplier", FALSE);
    }
  for (guint i = 0; i < EDGES; i++)
    rk_graph_add_edge (graph, "e", (guint) g_rand_int_range (rand, 0, NODES),
                       (guint) g_rand_int_range (rand, 0, NODES / 4), (RkGraphDirection) (i % 4),
                       (RkLandInterfaceType) (i % 3), NULL);
  return graph;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

static void
report (const char *what, gint64 *times, guint n)
{
  qsort (times, n, sizeof (gint64), compare);
  g_print ("%-44s median %7.2f ms  95 %% %7.2f ms\n", what, (double) times[n / 2] / 1000,
           (double) times[n * 95 / 100] / 1000);
}

static void
draw_frame (RkGraphDrawing *drawing, cairo_surface_t *surface, const RkGraphBox *whole, guint frame)
{
  double part = (double) frame / FRAMES;
  RkGraphState state = { RK_PALETTE_LIGHT, 0.2 + 0.9 * part, -1, -1, FALSE, -1 };
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, state.scale, state.scale);
  cairo_translate (cr, -whole->width / 3 * part, -whole->height / 3 * part);
  rk_graph_drawing_draw (drawing, cr, &state);
  cairo_destroy (cr);
}

int
main (void)
{
  g_autoptr (RkGraph) graph = make_graph ();
  g_autoptr (RkGraphLayout) layout = NULL;
  g_autoptr (RkGraphDrawing) drawing = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  gint64 times[FRAMES];
  RkGraphBox whole;

  for (guint i = 0; i < ARRANGEMENTS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      g_clear_pointer (&layout, rk_graph_layout_unref);
      layout = rk_graph_layout_new (graph);
      if (!rk_graph_layout_arrange (layout, RK_GRAPH_SEED, NULL, NULL))
        return 1;
      times[i] = g_get_monotonic_time () - start;
    }
  report (rk_graph_layout_was_arranged_by_graphviz (layout)
              ? "200 applications, 400 interfaces: arranged"
              : "the same, without Graphviz",
          times, ARRANGEMENTS);
  drawing = rk_graph_drawing_new (layout);
  whole = rk_graph_layout_get_bounds (layout);
  for (guint i = 0; i < FRAMES; i++)
    {
      clock_t start = clock ();

      draw_frame (drawing, surface, &whole, i);
      times[i] = (gint64) (clock () - start) * G_USEC_PER_SEC / CLOCKS_PER_SEC;
    }
  report ("a frame of it, 1280 x 800 (processor)", times, FRAMES);
  cairo_surface_destroy (surface);
  return 0;
}
