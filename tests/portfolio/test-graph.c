/* SPDX-License-Identifier: EUPL-1.2 */
/* Graph of interfaces: what it is made of, and where its nodes are put. */
#include "rk-change.h"
#include "rk-diagram.h"
#include "rk-graph-layout.h"
#include "rk-portfolio-kinds.h"

#include <glib/gstdio.h>
#include <math.h>

typedef struct
{
  char *folder, *path;
  RkStore *store;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("rk-graph-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "test.regiekamer", NULL);
  f->store = rk_store_open (f->path, rk_portfolio_kinds, RK_STORE_CREATE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  const char *name;
  g_autoptr (GDir) dir = NULL;

  g_clear_object (&f->store);
  dir = g_dir_open (f->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

static void
fill (RkStore *store)
{
  g_autoptr (RkChange) change = rk_change_new (store, "fill");
  g_autoptr (GError) error = NULL;

  rk_change_set (change, "supplier", "s1", "name", "Nordale Software", NULL);
  rk_change_set (change, "application", "a1", "name", "BurgerPunt", "supplier", "s1", NULL);
  rk_change_set (change, "application", "a2", "name", "Geo-Atlas", NULL);
  rk_change_set (change, "application", "a3", "name", "Alleen", NULL);
  rk_change_set (change, "interface", "i1", "source", "a1", "target", "a2", "direction", "forward",
                 "type", "custom", "transport", "file", "frequency", "elke nacht", NULL);
  rk_change_set (change, "interface", "i2", "source", "a1", "target_name", " Vlaams Register ",
                 "direction", "both", "type", "standard", NULL);
  rk_change_set (change, "interface", "i3", "source", "a2", "target_name", "vlaams register", NULL);
  rk_change_set (change, "interface", "i4", "source", "a2", NULL);
  rk_change_set (change, "interface", "i5", "source", "a2", "target", "a1", "status", "retired",
                 NULL);
  g_assert_true (rk_change_apply (change, &error));
  g_assert_no_error (error);
}

static void
test_load (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkLandscape) landscape = NULL;
  g_autoptr (RkGraph) graph = NULL;
  g_autofree char *words = NULL;
  const RkGraphEdge *edge;

  fill (f->store);
  landscape = rk_landscape_load (f->store, "2026-12-01", &error);
  g_assert_no_error (error);
  graph = rk_graph_new_for_landscape (landscape);
  g_assert_cmpuint (rk_graph_get_n_nodes (graph), ==, 3);
  g_assert_cmpstr (rk_graph_get_node (graph, 0)->name, ==, "BurgerPunt");
  g_assert_cmpstr (rk_graph_get_node (graph, 0)->caption, ==, "Nordale Software");
  g_assert_cmpstr (rk_graph_get_node (graph, 2)->name, ==, "Vlaams Register");
  g_assert_true (rk_graph_get_node (graph, 2)->outside);
  g_assert_cmpuint (rk_graph_get_degree (graph, 2), ==, 2);
  g_assert_cmpuint (rk_graph_get_n_edges (graph), ==, 3);
  g_assert_cmpuint (rk_graph_get_n_incomplete (graph), ==, 1);
  g_assert_cmpuint (rk_graph_get_n_retired (graph), ==, 1);
  edge = rk_graph_get_edge (graph, 0);
  g_assert_cmpstr (edge->id, ==, "i1");
  g_assert_cmpint (edge->type, ==, RK_LAND_INTERFACE_CUSTOM);
  g_assert_cmpint (rk_graph_get_edge (graph, 2)->type, ==, RK_LAND_INTERFACE_UNKNOWN);
  g_assert_cmpint (rk_graph_get_edge (graph, 2)->direction, ==, RK_GRAPH_UNDIRECTED);
  words = rk_graph_dup_edge_words (graph, 0);
  g_assert_cmpstr (words, ==, "BurgerPunt → Geo-Atlas: custom, file transfer, elke nacht");
}

/* A chain 0-1-2-3-4. */
static RkGraph *
make_chain (void)
{
  RkGraph *graph = rk_graph_new ();

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);
      rk_graph_add_node (graph, id, id, NULL, FALSE);
    }
  for (guint i = 0; i < 4; i++)
    rk_graph_add_edge (graph, "e", i, i + 1, RK_GRAPH_FORWARD, RK_LAND_INTERFACE_STANDARD, NULL);
  return graph;
}

static void
test_neighbourhood (void)
{
  g_autoptr (RkGraph) chain = make_chain ();
  g_autoptr (RkGraph) none = rk_graph_neighbourhood (chain, 2, 0);
  g_autoptr (RkGraph) one = rk_graph_neighbourhood (chain, 2, 1);
  g_autoptr (RkGraph) two = rk_graph_neighbourhood (chain, 2, 2);

  g_assert_cmpuint (rk_graph_get_n_nodes (none), ==, 1);
  g_assert_cmpuint (rk_graph_get_n_nodes (one), ==, 3);
  g_assert_cmpuint (rk_graph_get_n_edges (one), ==, 2);
  g_assert_cmpint (rk_graph_find_node (one, "n0"), ==, -1);
  g_assert_cmpuint (rk_graph_get_n_nodes (two), ==, 5);
}

/* A graph of @n nodes and @n_edges edges, some to itself and some double. */
static RkGraph *
make_random (GRand *rand, guint n, guint n_edges)
{
  RkGraph *graph = rk_graph_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);
      rk_graph_add_node (graph, id, id, NULL, FALSE);
    }
  for (guint i = 0; i < n_edges; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      rk_graph_add_edge (graph, id, (guint) g_rand_int_range (rand, 0, (gint32) n),
                         (guint) g_rand_int_range (rand, 0, (gint32) MAX (1, n / 3)),
                         RK_GRAPH_FORWARD, RK_LAND_INTERFACE_STANDARD, NULL);
    }
  return graph;
}

static RkGraphLayout *
arrange (RkGraph *graph)
{
  RkGraphLayout *layout = rk_graph_layout_new (graph);
  g_autoptr (GError) error = NULL;

  g_assert_true (rk_graph_layout_arrange (layout, RK_GRAPH_SEED, NULL, &error));
  g_assert_no_error (error);
  return layout;
}

static void
assert_no_overlap (RkGraphLayout *layout)
{
  guint n = rk_graph_get_n_nodes (rk_graph_layout_get_graph (layout));
  RkGraphBox whole = rk_graph_layout_get_bounds (layout);

  for (guint i = 0; i < n; i++)
    {
      RkGraphBox a = rk_graph_layout_get_box (layout, i);

      g_assert_true (rk_graph_layout_is_placed (layout, i));
      g_assert_cmpfloat (a.x, >=, whole.x + RK_GRAPH_MARGIN);
      for (guint j = i + 1; j < n; j++)
        {
          RkGraphBox b = rk_graph_layout_get_box (layout, j);
          g_assert_true (a.x + a.width < b.x || b.x + b.width < a.x || a.y + a.height < b.y ||
                         b.y + b.height < a.y);
        }
    }
}

static void
test_no_overlap (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 12; i++)
    {
      guint n = (guint) g_rand_int_range (rand, 1, 90);
      g_autoptr (RkGraph) graph = make_random (rand, n, (guint) g_rand_int_range (rand, 0, 160));
      g_autoptr (RkGraphLayout) layout = arrange (graph);

      g_assert_true (rk_graph_layout_was_arranged_by_graphviz (layout));
      assert_no_overlap (layout);
    }
}

static void
test_deterministic (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (RkGraph) graph = make_random (rand, 60, 100);
  g_autoptr (RkGraphLayout) a = arrange (graph);
  g_autoptr (RkGraphLayout) b = arrange (graph);
  g_autoptr (RkGraphLayout) other = rk_graph_layout_new (graph);
  g_autofree char *first = rk_graph_layout_to_json (a);
  g_autofree char *second = rk_graph_layout_to_json (b);
  g_autofree char *third = NULL;

  g_assert_cmpstr (first, ==, second);
  g_assert_true (rk_graph_layout_arrange (other, RK_GRAPH_SEED + 1, NULL, NULL));
  third = rk_graph_layout_to_json (other);
  g_assert_cmpstr (first, !=, third);
}

static void
test_without_graphviz (void)
{
  g_autofree char *program = g_strdup (g_getenv ("RK_LAYOUT"));
  static const char *const broken[] = { "/nonexistent", "/bin/false", "/bin/true", "/bin/cat" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  g_autoptr (RkGraph) graph = make_random (rand, 70, 90);

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (RkGraphLayout) layout = NULL;

      g_setenv ("RK_LAYOUT", broken[i], TRUE);
      layout = arrange (graph);
      g_assert_false (rk_graph_layout_was_arranged_by_graphviz (layout));
      assert_no_overlap (layout);
    }
  g_setenv ("RK_LAYOUT", program, TRUE);
}

static void
test_keeps_places (void)
{
  g_autoptr (RkGraph) chain = make_chain ();
  g_autoptr (RkGraphLayout) layout = rk_graph_layout_new (chain);
  g_autofree char *json = NULL;

  g_assert_false (rk_graph_layout_read_json (layout, "[1]"));
  g_assert_false (rk_graph_layout_read_json (layout, "{"));
  g_assert_true (rk_graph_layout_read_json (
      layout, "{\"n1\":[400,300],\"gone\":[5,6],\"n2\":\"x\",\"n3\":[1e9,0],\"n4\":[1]}"));
  g_assert_true (rk_graph_layout_is_placed (layout, 1));
  g_assert_false (rk_graph_layout_is_placed (layout, 2));
  g_assert_false (rk_graph_layout_is_placed (layout, 3));
  g_assert_true (rk_graph_layout_arrange (layout, RK_GRAPH_SEED, NULL, NULL));
  g_assert_cmpfloat (rk_graph_layout_get_point (layout, 1).x, ==, 400);
  g_assert_cmpfloat (rk_graph_layout_get_point (layout, 1).y, ==, 300);
  assert_no_overlap (layout);
  json = rk_graph_layout_to_json (layout);
  g_assert_nonnull (strstr (json, "\"n1\":[400,300]"));
  g_assert_nonnull (strstr (json, "\"gone\":[5,6]"));
}

/* Two diagrams of the same applications keep places of their own. */
static void
test_diagrams (Fixture *f, gconstpointer data)
{
  g_autoptr (RkLandscape) landscape = NULL;
  g_autoptr (RkGraph) graph = NULL;
  g_autoptr (RkGraphLayout) layout = NULL;
  g_auto (RkDiagramScope) scope = { g_strdup ("a1"), 2 };
  g_auto (RkDiagramScope) read = { 0 };
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (RkRecord) record = NULL;
  g_autoptr (RkRecord) other = NULL;
  g_autoptr (GError) error = NULL;

  fill (f->store);
  landscape = rk_landscape_load (f->store, "2026-12-01", NULL);
  graph = rk_graph_new_for_landscape (landscape);
  layout = arrange (graph);
  rk_graph_layout_set_point (layout, 0, (RkGraphPoint){ 100, 200 });
  first = rk_diagram_keep (f->store, "Eén", &scope, layout, &error);
  g_assert_no_error (error);
  g_clear_pointer (&scope.centre, g_free);
  scope.centre = rk_graph_dup_outside_id ("VLAAMS register");
  second = rk_diagram_keep (f->store, "Twee", &scope, layout, &error);
  rk_graph_layout_set_point (layout, 0, (RkGraphPoint){ 900, 800 });
  g_assert_true (rk_diagram_place (f->store, second, layout, &error));
  g_assert_no_error (error);

  record = rk_diagram_read (f->store, first, &read);
  g_assert_cmpstr (read.centre, ==, "a1");
  g_assert_cmpuint (read.hops, ==, 2);
  rk_diagram_restore (record, layout);
  g_assert_cmpfloat (rk_graph_layout_get_point (layout, 0).x, ==, 100);
  other = rk_diagram_read (f->store, second, &read);
  g_assert_cmpstr (read.centre, ==, "outside:vlaams register");
  rk_diagram_restore (other, layout);
  g_assert_cmpfloat (rk_graph_layout_get_point (layout, 0).x, ==, 900);
  g_assert_true (rk_diagram_remove (f->store, second, &error));
  g_assert_null (rk_diagram_read (f->store, second, &read));
  g_assert_true (rk_store_undo (f->store, NULL, &error));
  g_clear_object (&other);
  other = rk_diagram_read (f->store, second, &read);
  g_assert_nonnull (other);
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_cancel (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (13);
  g_autoptr (RkGraph) graph = make_random (rand, 390, 900);
  g_autoptr (RkGraphLayout) layout = rk_graph_layout_new (graph);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  rk_graph_layout_arrange_async (layout, RK_GRAPH_SEED, cancellable, keep_result_cb, &result);
  g_cancellable_cancel (cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (rk_graph_layout_arrange_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_too_many (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (14);
  g_autoptr (RkGraph) graph = make_random (rand, RK_GRAPH_MAX_NODES + 1, 0);
  g_autoptr (RkGraphLayout) layout = rk_graph_layout_new (graph);
  g_autoptr (GError) error = NULL;

  g_assert_false (rk_graph_layout_arrange (layout, RK_GRAPH_SEED, NULL, &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_TOO_LARGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/graph/load", Fixture, NULL, set_up, test_load, tear_down);
  g_test_add_func ("/graph/neighbourhood", test_neighbourhood);
  g_test_add_func ("/graph/no-overlap", test_no_overlap);
  g_test_add_func ("/graph/deterministic", test_deterministic);
  g_test_add_func ("/graph/without-graphviz", test_without_graphviz);
  g_test_add_func ("/graph/keeps-places", test_keeps_places);
  g_test_add ("/graph/diagrams", Fixture, NULL, set_up, test_diagrams, tear_down);
  g_test_add_func ("/graph/cancel", test_cancel);
  g_test_add_func ("/graph/too-many", test_too_many);
  return g_test_run ();
}
