/* SPDX-License-Identifier: EUPL-1.2 */
/* What the drawing of a graph shows, and the table of who sends to whom. */
#include "rk-error.h"
#include "rk-graph-curve.h"
#include "rk-graph-drawing.h"
#include "rk-graph-matrix.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <math.h>

/* A → B standard, A ↔ B custom, B ← C unknown, C – C. */
static RkGraph *
make_graph (void)
{
  RkGraph *graph = rk_graph_new ();
  guint a = rk_graph_add_node (graph, "a", "Burger & Punt <1>", "Nordale", FALSE);
  guint b = rk_graph_add_node (graph, "b", "Een heel lange naam van een toepassing die niet past",
                               NULL, FALSE);
  guint c = rk_graph_add_outside (graph, "Register \x01é");

  rk_graph_add_edge (graph, "i1", a, b, RK_GRAPH_FORWARD, RK_LAND_INTERFACE_STANDARD, NULL);
  rk_graph_add_edge (graph, "i2", a, b, RK_GRAPH_BOTH, RK_LAND_INTERFACE_CUSTOM, "nightly");
  rk_graph_add_edge (graph, "i3", b, c, RK_GRAPH_BACKWARD, RK_LAND_INTERFACE_UNKNOWN, NULL);
  rk_graph_add_edge (graph, "i4", c, c, RK_GRAPH_UNDIRECTED, RK_LAND_INTERFACE_UNKNOWN, NULL);
  return graph;
}

static RkGraphLayout *
make_layout (void)
{
  g_autoptr (RkGraph) graph = make_graph ();
  RkGraphLayout *layout = rk_graph_layout_new (graph);

  rk_graph_layout_set_point (layout, 0, (RkGraphPoint){ 150, 100 });
  rk_graph_layout_set_point (layout, 1, (RkGraphPoint){ 650, 100 });
  rk_graph_layout_set_point (layout, 2, (RkGraphPoint){ 650, 400 });
  return layout;
}

static void
assert_xpath (xmlXPathContext *context, const char *expression, const char *expected)
{
  g_autofree char *string = g_strdup_printf ("string(%s)", expression);
  xmlXPathObject *object = xmlXPathEvalExpression ((const xmlChar *) string, context);

  g_assert_nonnull (object);
  g_assert_cmpstr ((const char *) object->stringval, ==, expected);
  xmlXPathFreeObject (object);
}

static void
test_svg (void)
{
  g_autoptr (RkGraphLayout) layout = make_layout ();
  g_autoptr (RkGraphDrawing) drawing = rk_graph_drawing_new (layout);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg =
      rk_graph_drawing_export (drawing, RK_GRAPH_SVG, "Koppelingen & meer", &error);
  xmlDoc *doc;
  xmlXPathContext *context;
  gsize size;
  const char *data = g_bytes_get_data (svg, &size);

  g_assert_no_error (error);
  doc = xmlReadMemory (data, (int) size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
  g_assert_nonnull (doc);
  context = xmlXPathNewContext (doc);
  xmlXPathRegisterNs (context, (const xmlChar *) "s",
                      (const xmlChar *) "http://www.w3.org/2000/svg");
  assert_xpath (context, "/s:svg/s:title", "Koppelingen & meer");
  assert_xpath (context, "//s:g[@id='application-a']/s:title", "Burger & Punt <1>");
  assert_xpath (context, "//s:g[@id='application-a']/s:text[2]", "Nordale");
  assert_xpath (context, "//s:g[@id='application-a']/s:rect/@x",
                "60.00"); /* 150 - 1.15 * 156 / 2 */
  assert_xpath (context, "count(//s:g[@id='interface-i1']/s:path/@stroke-dasharray)", "0");
  assert_xpath (context, "//s:g[@id='interface-i2']/s:path/@stroke-dasharray", "7 4");
  assert_xpath (context, "//s:g[@id='interface-i3']/s:path/@stroke-dasharray", "2 5");
  /* heads: forward one, both two, backward one, undirected none */
  assert_xpath (context, "count(//s:g[@id='interface-i1']/s:path)", "2");
  assert_xpath (context, "count(//s:g[@id='interface-i2']/s:path)", "3");
  assert_xpath (context, "count(//s:g[@id='interface-i3']/s:path)", "2");
  assert_xpath (context, "count(//s:g[@id='interface-i4']/s:path)", "1");
  assert_xpath (context, "//s:g[@id='interface-i2']/s:title",
                "Burger & Punt <1> ↔ Een heel lange naam van een toepassing die niet past: "
                "custom, nightly");
  assert_xpath (context, "//s:g[@id='legend']/s:text[contains(., 'unknown')]", "unknown (2)");
  xmlXPathFreeContext (context);
  xmlFreeDoc (doc);
}

static void
test_files (void)
{
  g_autoptr (RkGraphLayout) layout = make_layout ();
  g_autoptr (RkGraphDrawing) drawing = rk_graph_drawing_new (layout);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = rk_graph_drawing_export (drawing, RK_GRAPH_PDF, "x", &error);
  g_autoptr (GBytes) png = rk_graph_drawing_export (drawing, RK_GRAPH_PNG, "x", &error);

  g_assert_no_error (error);
  g_assert_true (memcmp (g_bytes_get_data (pdf, NULL), "%PDF-", 5) == 0);
  g_assert_true (memcmp (g_bytes_get_data (png, NULL), "\x89PNG", 4) == 0);
  rk_graph_layout_set_point (layout, 2, (RkGraphPoint){ 50000, 50000 });
  g_assert_null (rk_graph_drawing_export (drawing, RK_GRAPH_PNG, "x", &error));
  g_assert_error (error, RK_ERROR, RK_ERROR_TOO_LARGE);
}

static void
test_finds (void)
{
  g_autoptr (RkGraphLayout) layout = make_layout ();
  g_autoptr (RkGraphDrawing) drawing = rk_graph_drawing_new (layout);

  g_assert_cmpint (rk_graph_drawing_find_node (drawing, 150, 100), ==, 0);
  g_assert_cmpint (rk_graph_drawing_find_node (drawing, 400, 250), ==, -1);
  g_assert_cmpint (rk_graph_drawing_find_edge (drawing, 650, 250, 8), ==, 2);
  g_assert_cmpint (rk_graph_drawing_find_edge (drawing, 400, 300, 8), ==, -1);
}

/* Two between the same nodes must not lie on each other. */
static void
test_bows (void)
{
  g_autoptr (RkGraphLayout) layout = make_layout ();
  g_autofree double *bows = rk_graph_curve_bows (rk_graph_layout_get_graph (layout));
  RkGraphCurve first, second;
  RkGraphPoint p, q;

  g_assert_true (rk_graph_curve_get (layout, 0, bows[0], &first));
  g_assert_true (rk_graph_curve_get (layout, 1, bows[1], &second));
  p = rk_graph_curve_at (&first, 0.5);
  q = rk_graph_curve_at (&second, 0.5);
  g_assert_cmpfloat (hypot (p.x - q.x, p.y - q.y), >, 12);
  g_assert_cmpfloat (bows[2], ==, 0);
  g_assert_true (first.head_at_end && !first.head_at_start);
  g_assert_true (second.head_at_end && second.head_at_start);
}

static void
test_matrix (void)
{
  g_autoptr (RkGraph) graph = make_graph ();
  g_autoptr (RkGraphMatrix) matrix = rk_graph_matrix_new (graph);
  g_autofree char *words = rk_graph_matrix_dup_words (matrix, 0, 1);
  g_autofree char *none = rk_graph_matrix_dup_words (matrix, 0, 2);
  RkLandInterfaceType type;

  /* rows A, B, C (each sends), columns A, B, C */
  g_assert_cmpuint (rk_graph_matrix_get_n_rows (matrix), ==, 3);
  g_assert_cmpuint (rk_graph_matrix_get_n_columns (matrix), ==, 3);
  g_assert_cmpuint (rk_graph_matrix_get_edges (matrix, 0, 1)->len, ==, 2);
  g_assert_true (rk_graph_matrix_get_type (matrix, 0, 1, &type));
  g_assert_cmpint (type, ==, RK_LAND_INTERFACE_CUSTOM);           /* one of the two is */
  g_assert_true (rk_graph_matrix_get_type (matrix, 1, 0, &type)); /* i2 goes both ways */
  g_assert_true (rk_graph_matrix_get_type (matrix, 2, 1, &type)); /* i3 goes back */
  g_assert_cmpint (type, ==, RK_LAND_INTERFACE_UNKNOWN);
  g_assert_false (rk_graph_matrix_get_type (matrix, 1, 2, &type));
  g_assert_cmpuint (rk_graph_matrix_get_edges (matrix, 2, 2)->len, ==, 1);
  g_assert_nonnull (strchr (words, '\n'));
  g_assert_cmpstr (none, ==, "Burger & Punt <1> → Register \x01é: no interface");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/graph-drawing/svg", test_svg);
  g_test_add_func ("/graph-drawing/files", test_files);
  g_test_add_func ("/graph-drawing/finds", test_finds);
  g_test_add_func ("/graph-drawing/bows", test_bows);
  g_test_add_func ("/graph-drawing/matrix", test_matrix);
  return g_test_run ();
}
