/* SPDX-License-Identifier: EUPL-1.2 */
#include "plate-fixture.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <math.h>
#include <string.h>

typedef xmlDoc AutoDoc;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AutoDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlXPathObject, xmlXPathFreeObject)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlXPathContext, xmlXPathFreeContext)

static GBytes *
to_svg (RkPlateDrawing *drawing)
{
  g_autoptr (RkPlateSheet) sheet = rk_plate_sheet_new (drawing, "Gemeente Voorbeeldem");

  return rk_plate_sheet_to_svg (sheet, RK_PALETTE_PRINT);
}

static xmlDoc *
parse (GBytes *svg)
{
  xmlDoc *doc = xmlReadMemory (g_bytes_get_data (svg, NULL), (int) g_bytes_get_size (svg),
                               "plate.svg", NULL, XML_PARSE_NONET | XML_PARSE_HUGE);

  g_assert_nonnull (doc);
  return doc;
}

static void
collect_groups (xmlNode *node, GHashTable *groups)
{
  for (; node != NULL; node = node->next)
    {
      xmlChar *id;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      id = xmlGetProp (node, (const xmlChar *) "id");
      if (id != NULL)
        {
          g_assert_false (g_hash_table_contains (groups, id)); /* an id is in a file once */
          g_hash_table_insert (groups, g_strdup ((const char *) id), node);
        }
      xmlFree (id);
      collect_groups (node->children, groups);
    }
}

static double
get_number (xmlNode *node, const char *name)
{
  xmlChar *text = xmlGetProp (node, (const xmlChar *) name);
  double number = text != NULL ? g_ascii_strtod ((const char *) text, NULL) : NAN;

  xmlFree (text);
  return number;
}

static gboolean
is_element (xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_str_equal ((const char *) node->name, name);
}

/* The first shape within a group or its link. */
static xmlNode *
find_shape (xmlNode *group)
{
  for (xmlNode *node = group->children; node != NULL; node = node->next)
    {
      if (is_element (node, "rect") || is_element (node, "path"))
        return node;
      if (is_element (node, "a"))
        return find_shape (node);
    }
  return NULL;
}

static gboolean
has_title (xmlNode *group)
{
  for (xmlNode *node = group->children; node != NULL; node = node->next)
    if (is_element (node, "title"))
      return TRUE;
  return FALSE;
}

/* Where the points of a path with straight lines lie. */
static void
get_path_bounds (xmlNode *path, double box[4])
{
  xmlChar *d = xmlGetProp (path, (const xmlChar *) "d");
  double right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
  char *at = (char *) d;

  box[0] = box[1] = G_MAXDOUBLE;
  while (*at == 'M' || *at == 'L')
    {
      double x = g_ascii_strtod (at + 1, &at), y = g_ascii_strtod (at + 1, &at);

      box[0] = MIN (box[0], x);
      box[1] = MIN (box[1], y);
      right = MAX (right, x);
      bottom = MAX (bottom, y);
    }
  box[2] = right - box[0];
  box[3] = bottom - box[1];
  xmlFree (d);
}

/* Every node of the view is a group with its id, whose first shape is where the file has it. */
static void
check_places (RkView *view, RkPlateDrawing *drawing)
{
  g_autoptr (GBytes) svg = to_svg (drawing);
  g_autoptr (AutoDoc) doc = parse (svg);
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const RkViewNode *nodes;
  guint n;

  collect_groups (xmlDocGetRootElement (doc), groups);
  nodes = rk_view_get_nodes (view, &n);
  for (guint i = 0; i < n; i++)
    {
      xmlNode *group = g_hash_table_lookup (groups, nodes[i].id);
      xmlNode *shape = group != NULL ? find_shape (group) : NULL;
      double box[4];

      g_assert_nonnull (shape);
      if (*nodes[i].label != '\0')
        g_assert_true (has_title (group));
      if (is_element (shape, "path"))
        get_path_bounds (shape, box);
      else
        {
          box[0] = get_number (shape, "x");
          box[1] = get_number (shape, "y");
          box[2] = get_number (shape, "width");
          box[3] = get_number (shape, "height");
        }
      g_assert_cmpfloat_with_epsilon (box[0], nodes[i].x, 1e-6);
      g_assert_cmpfloat_with_epsilon (box[1], nodes[i].y, 1e-6);
      g_assert_cmpfloat_with_epsilon (box[2], nodes[i].width, 1e-6);
      g_assert_cmpfloat_with_epsilon (box[3], nodes[i].height, 1e-6);
    }
}

static void
check_every_view (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RkArchitecture) architecture = rk_architecture_open (f->store, NULL, &error);
  g_autoptr (RkLandscape) landscape = rk_landscape_load (f->store, TODAY, &error);
  GPtrArray *views;

  g_assert_no_error (error);
  views = rk_architecture_list_views (architecture);
  g_assert_cmpuint (views->len, >, 0);
  for (guint i = 0; i < views->len; i++)
    {
      const RkViewInfo *info = views->pdata[i];
      g_autoptr (RkView) view = rk_architecture_load_view (architecture, info->id, &error);
      RkPlateOptions options = { .landscape = landscape, .own_colours = i % 2 == 1 };
      g_autoptr (RkPlateDrawing) drawing = rk_plate_drawing_new (view, architecture, &options);

      g_assert_no_error (error);
      check_places (view, drawing);
    }
}

static void
test_rectangles_are_those_of_the_file (Fixture *f, gconstpointer data)
{
  if (data != NULL)
    import_model (f->store, data);
  check_every_view (f);
}

static guint
count_matches (xmlDoc *doc, const char *path)
{
  g_autoptr (xmlXPathContext) context = xmlXPathNewContext (doc);
  g_autoptr (xmlXPathObject) found = NULL;

  xmlXPathRegisterNs (context, (const xmlChar *) "s",
                      (const xmlChar *) "http://www.w3.org/2000/svg");
  found = xmlXPathEval ((const xmlChar *) path, context);
  g_assert_nonnull (found);
  return found->nodesetval != NULL ? (guint) found->nodesetval->nodeNr : 0;
}

static void
test_svg_tells_what_it_shows (Fixture *f, gconstpointer data)
{
  RkPlateOptions options = { .links = TRUE };
  g_autoptr (RkPlateDrawing) drawing = draw (f, PLATE, &options);
  g_autoptr (GBytes) svg = to_svg (drawing), again = to_svg (drawing);
  g_autoptr (AutoDoc) doc = parse (svg);
  const char *text = g_bytes_get_data (svg, NULL);

  g_assert_true (g_bytes_equal (svg, again));
  g_assert_cmpuint (count_matches (doc, "/s:svg/s:title"), ==, 1);
  g_assert_cmpuint (count_matches (doc, "//s:g[@class='component']/s:a[starts-with(@href,'#')]"),
                    ==, 41);
  g_assert_cmpuint (count_matches (doc, "//s:g[@class='application']"), ==, 7);
  g_assert_cmpuint (count_matches (doc,
                                   "//s:g[@class='application']/s:title[.='KlantBeeld: Planned']"),
                    ==, 1);
  g_assert_cmpuint (count_matches (doc, "//s:title[starts-with(.,'Kassasysteem: ')]"), ==, 1);
  g_assert_cmpuint (count_matches (doc, "//s:text[not(@textLength)]"), ==, 0);
  g_assert_cmpuint (count_matches (doc, "//s:image"), ==, 0);
  g_assert_nonnull (strstr (text, "font-family=\"Cantarell"));
  g_assert_cmpuint (
      count_matches (doc, "//*[starts-with(@fill,'url(#')][not(substring-before(substring-after("
                          "@fill,'#'),')') = //s:pattern/@id)]"),
      ==, 0);
}

/* Names of the world outside, and of those who mean harm. */
static void
test_svg_escapes_what_it_is_given (Fixture *f, gconstpointer data)
{
  g_autoptr (RkPlateDrawing) drawing = NULL;
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (AutoDoc) doc = NULL;

  fixture_put (f, "application", "a1", "name",
               "<script>alert(\"1\")</script> & 'co' \xf0\x9f\x8f\x9b");
  drawing = draw_lens (f, PLATE, RK_LENS_STATUS);
  svg = to_svg (drawing);
  doc = parse (svg);
  g_assert_cmpuint (count_matches (doc, "//s:script"), ==, 0);
  g_assert_cmpuint (count_matches (doc, "//s:title[contains(.,'<script>alert(\"1\")')]"), ==, 2);
}

/* What is out of scope fades; a picture of the screen and the file agree. */
static void
test_svg_fades_what_is_out_of_scope (Fixture *f, gconstpointer data)
{
  const char *const scope[] = { "RC.FO.KASSA", NULL };
  RkPlateOptions options = { .scope = scope };
  g_autoptr (RkPlateDrawing) drawing = draw (f, PLATE, &options);
  g_autoptr (GBytes) svg = to_svg (drawing);
  g_autoptr (AutoDoc) doc = parse (svg);

  g_assert_cmpuint (count_matches (doc, "//s:g[@class='component'][@opacity='0.4']"), ==, 40);
  g_assert_cmpuint (count_matches (doc, "//s:g[@class='component'][not(@opacity)]"), ==, 1);
}

/* --- relations ----------------------------------------------------------------------------------
 */

/* A box at the left, one at the right, one below; a flow between the first two, with a bend in it
 * when asked, and a relation from the third to the middle of that flow. */
static RkView *
make_relations (RkViewPoint *bend)
{
  const RkViewNode nodes[] = {
    { .id = "a",
      .parent = -1,
      .kind = RK_NODE_KIND_CONTAINER,
      .label = "A",
      .width = 100,
      .height = 60 },
    { .id = "b",
      .parent = -1,
      .kind = RK_NODE_KIND_CONTAINER,
      .label = "B",
      .x = 300,
      .width = 100,
      .height = 60 },
    { .id = "c",
      .parent = -1,
      .kind = RK_NODE_KIND_CONTAINER,
      .label = "C",
      .x = 150,
      .y = 200,
      .width = 100,
      .height = 60 },
  };
  const RkViewConnection connections[] = {
    { .id = "onflow", .type = "Association", .source = "c", .target = "flow" },
    { .id = "flow",
      .type = "Flow",
      .source = "a",
      .target = "b",
      .bendpoints = bend,
      .n_bendpoints = bend != NULL ? 1 : 0 },
    { .id = "nowhere", .type = "Flow", .source = "a", .target = "gone" },
    { .id = "itself", .type = "Flow", .source = "a", .target = "itself" },
  };

  return rk_view_new (NULL, "v", "Relations", nodes, G_N_ELEMENTS (nodes), connections,
                      G_N_ELEMENTS (connections));
}

static void
check_relations (RkViewPoint *bend, const char *flow, const char *on_flow)
{
  g_autoptr (RkView) view = make_relations (bend);
  RkPlateOptions options = { 0 };
  g_autoptr (RkPlateDrawing) drawing = rk_plate_drawing_new (view, NULL, &options);
  g_autoptr (GBytes) svg = to_svg (drawing);
  g_autoptr (AutoDoc) doc = parse (svg);
  g_autofree char *first =
      g_strdup_printf ("//s:g[@id='flow']/s:path[@d='%s'][@stroke-dasharray='6 3']", flow);
  g_autofree char *second =
      g_strdup_printf ("//s:g[@id='onflow']/s:path[@d='%s'][not(@stroke-dasharray)]", on_flow);

  g_assert_cmpuint (count_matches (doc, first), ==, 1);
  g_assert_cmpuint (count_matches (doc, second), ==, 1);
  /* a filled arrow at the end of a flow, none at that of an association */
  g_assert_cmpuint (count_matches (doc, "//s:g[@id='flow']/s:path"), ==, 2);
  g_assert_cmpuint (count_matches (doc, "//s:g[@id='onflow']/s:path"), ==, 1);
  g_assert_cmpuint (count_matches (doc, "//s:g[@id='nowhere' or @id='itself']"), ==, 0);
}

static void
test_relations_join_edges (void)
{
  RkViewPoint bend = { 350, 200 };

  check_relations (NULL, "M100 30L300 30", "M200 200L200 30");
  check_relations (&bend, "M100 58.333333L350 200L350 60", "M238.85632 200L285.90155 163.67755");
}

/* The outline tells the aspect: behaviour is round, motivation has its corners cut. */
static void
test_own_colours_have_the_notation_of_archimate (Fixture *f, gconstpointer data)
{
  RkPlateOptions options = { 0 };
  g_autoptr (RkPlateDrawing) principles = draw (f, "plaat-principes", &options);
  g_autoptr (GBytes) svg = to_svg (principles);
  g_autoptr (AutoDoc) doc = parse (svg);

  g_assert_cmpuint (count_matches (doc, "//s:g[@class='element']/s:a/s:path[1][contains(@d,'Z')]"),
                    ==, 41);
  g_assert_cmpuint (count_matches (doc, "//s:g[@class='application']"), ==, 0);
}

static gboolean
contains (GBytes *bytes, const char *text)
{
  gsize length, wanted = strlen (text);
  const char *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i + wanted <= length; i++)
    if (memcmp (data + i, text, wanted) == 0)
      return TRUE;
  return FALSE;
}

static void
test_pdf (Fixture *f, gconstpointer data)
{
  static const struct
  {
    RkPaper paper;
    const char *box;
  } cases[] = {
    { RK_PAPER_A4, "/MediaBox [ 0 0 841.89" },
    { RK_PAPER_A3, "/MediaBox [ 0 0 1190.55" },
    { RK_PAPER_A0, "/MediaBox [ 0 0 3370.39" },
  };
  g_autoptr (RkPlateDrawing) drawing = draw_lens (f, PLATE, RK_LENS_STATUS);
  g_autoptr (RkPlateSheet) sheet = rk_plate_sheet_new (drawing, NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) pdf = rk_plate_sheet_to_pdf (sheet, cases[i].paper, &error);
      g_autoptr (GBytes) again = NULL;

      g_assert_no_error (error);
      again = rk_plate_sheet_to_pdf (sheet, cases[i].paper, &error);
      g_assert_true (g_bytes_equal (pdf, again));
      g_assert_true (contains (pdf, "%PDF-1."));
      g_assert_true (contains (pdf, "%%EOF"));
      g_assert_true (contains (pdf, cases[i].box));
      g_assert_true (contains (pdf, "/Title"));
      g_assert_true (contains (pdf, "/Subtype /Link"));
      g_assert_true (contains (pdf, "/MarkInfo")); /* tagged: can be read aloud */
      g_assert_true (contains (pdf, "/FontFile")); /* text stays text */
      g_assert_false (contains (pdf, "/Subtype /Image"));
    }
}

static void
test_png (Fixture *f, gconstpointer data)
{
  g_autoptr (RkPlateDrawing) drawing = draw_lens (f, PLATE, RK_LENS_STATUS);
  g_autoptr (RkPlateSheet) sheet = rk_plate_sheet_new (drawing, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = rk_plate_sheet_to_png (sheet, RK_PALETTE_DARK, 0.5, &error);
  const guint8 *bytes = g_bytes_get_data (png, NULL);
  cairo_rectangle_t extents;

  g_assert_no_error (error);
  rk_plate_sheet_get_extents (sheet, &extents);
  g_assert_cmpmem (bytes, 4, "\x89PNG", 4);
  g_assert_cmpuint (bytes[18] << 8 | bytes[19], ==, (guint) ceil (extents.width * 0.5));
  g_assert_cmpuint (bytes[22] << 8 | bytes[23], ==, (guint) ceil (extents.height * 0.5));
}

/* What a person would ask for by mistake does not exhaust the memory. */
static void
test_png_is_bounded (Fixture *f, gconstpointer data)
{
  RkViewNode node = { .id = "n",
                      .parent = -1,
                      .kind = RK_NODE_KIND_CONTAINER,
                      .label = "Far",
                      .x = -900000,
                      .y = -900000,
                      .width = 1800000,
                      .height = 1800000 };
  g_autoptr (RkView) view = rk_view_new (NULL, "v", "Far", &node, 1, NULL, 0);
  RkPlateOptions options = { 0 };
  g_autoptr (RkPlateDrawing) drawing = rk_plate_drawing_new (view, NULL, &options);
  g_autoptr (RkPlateSheet) sheet = rk_plate_sheet_new (drawing, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = rk_plate_sheet_to_png (sheet, RK_PALETTE_LIGHT, 2, &error);
  const guint8 *bytes = g_bytes_get_data (png, NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (bytes[18] << 8 | bytes[19], <=, 16000);
}

#define ADD(name, data, function)                                                                  \
  g_test_add ("/plate-export/" name, Fixture, data, plate_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *gemma = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("rectangles-are-those-of-the-file", NULL, test_rectangles_are_those_of_the_file);
  ADD ("svg-tells-what-it-shows", NULL, test_svg_tells_what_it_shows);
  ADD ("svg-escapes-what-it-is-given", NULL, test_svg_escapes_what_it_is_given);
  ADD ("svg-fades-what-is-out-of-scope", NULL, test_svg_fades_what_is_out_of_scope);
  ADD ("own-colours-have-the-notation-of-archimate", NULL,
       test_own_colours_have_the_notation_of_archimate);
  g_test_add_func ("/plate-export/relations-join-edges", test_relations_join_edges);
  ADD ("pdf", NULL, test_pdf);
  ADD ("png", NULL, test_png);
  ADD ("png-is-bounded", NULL, test_png_is_bounded);
  if (g_getenv ("RK_SOURCE_ROOT") != NULL)
    gemma = g_build_filename (g_getenv ("RK_SOURCE_ROOT"), "..", "shared", "portfolio", "data",
                              "ameff", "gemma-2026-06-30.xml", NULL);
  if (gemma != NULL && g_file_test (gemma, G_FILE_TEST_EXISTS))
    ADD ("rectangles-of-a-large-model", gemma, test_rectangles_are_those_of_the_file);
  return g_test_run ();
}
