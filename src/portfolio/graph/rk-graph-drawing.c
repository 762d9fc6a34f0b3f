/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-graph-drawing-private.h"

#include "rk-graph-text.h"
#include "rk-paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#define NAME_SIZE 13
#define LINE_WIDTH 1.6
#define THICK_LINE_WIDTH 3
#define PADDING 8
#define NAME_LINES 2
/* Below these the text of a node, or its caption, could not be read. */
#define SCALE_NAME 0.2
#define SCALE_CAPTION 0.62
/* How much larger the name is where there is no caption. */
#define SMALL_GROWTH 2.0
#define SMALL_LEAST 1.5
#define LABEL_WIDTH 320

/* A node, ready to be painted. */
typedef struct
{
  RkGraphWords words;
  PangoLayout *name, *caption; /* caption (nullable) */
  PangoLayout *alone;          /* the name, to be read when all is small */
} Face;

struct _RkGraphDrawing
{
  RkGraphLayout *layout;
  RkGraph *graph;
  PangoContext *context;
  Face *faces;
  double *bows;
};

static const double dashes_custom[] = { 7, 4 };
static const double dashes_unknown[] = { 2, 5 };

int
rk_graph_get_dashes (RkLandInterfaceType type, const double **dashes)
{
  switch (type)
    {
    case RK_LAND_INTERFACE_STANDARD: *dashes = NULL; return 0;
    case RK_LAND_INTERFACE_CUSTOM: *dashes = dashes_custom; return 2;
    case RK_LAND_INTERFACE_UNKNOWN:
    default: *dashes = dashes_unknown; return 2;
    }
}

RkColour
rk_graph_get_colour (RkLandInterfaceType type)
{
  switch (type)
    {
    case RK_LAND_INTERFACE_STANDARD: return RK_COLOUR_CATEGORY_1;
    case RK_LAND_INTERFACE_CUSTOM: return RK_COLOUR_CATEGORY_1 + 2;
    case RK_LAND_INTERFACE_UNKNOWN:
    default: return RK_COLOUR_UNKNOWN;
    }
}

/* --- words ----------------------------------------------------------------------------------- */

static PangoFontDescription *
make_font (double size, gboolean bold)
{
  PangoFontDescription *font = pango_font_description_from_string (RK_GRAPH_FONT);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  return font;
}

static PangoLayout *
make_layout (PangoContext *context, const PangoFontDescription *font, const char *text,
             double width)
{
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* As large as the longest word of @name allows, from @least to @most. */
static double
find_size (PangoContext *context, const char *name, double least, double most, double width)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  g_autoptr (PangoFontDescription) font = make_font (most, TRUE);
  int longest = 1;

  for (char **word = words; *word != NULL; word++)
    {
      g_autoptr (PangoLayout) layout = make_layout (context, font, *word, -1.0 / PANGO_SCALE);
      int length;

      pango_layout_get_pixel_size (layout, &length, NULL);
      longest = MAX (longest, length);
    }
  return CLAMP (floor (most * width / longest), least, most);
}

static void
make_name_alone (RkGraphDrawing *self, const char *name, double size, double width,
                 const RkGraphBox *box, Face *face)
{
  double large = find_size (self->context, name, size * SMALL_LEAST, size * SMALL_GROWTH, width);
  g_autoptr (PangoFontDescription) font = make_font (large, TRUE);
  guint n_lines = (guint) (box->height / (large * 1.1));
  g_auto (GStrv) lines =
      rk_graph_break_text (self->context, font, name, width + PADDING, MAX (n_lines, 1));
  g_autofree char *text = g_strjoinv ("\n", lines);

  face->alone = make_layout (self->context, font, text, width);
  pango_layout_set_line_spacing (face->alone, 0.85F);
}

static void
make_face (RkGraphDrawing *self, guint node)
{
  const RkGraphNode *n = rk_graph_get_node (self->graph, node);
  RkGraphBox box = rk_graph_layout_get_box (self->layout, node);
  double width = box.width - 2 * PADDING;
  double size = NAME_SIZE * (1 + (rk_graph_node_scale (self->graph, node) - 1) * 0.6);
  g_autoptr (PangoFontDescription) bold = make_font (size, TRUE);
  g_autoptr (PangoFontDescription) plain = make_font (RK_GRAPH_CAPTION_SIZE, FALSE);
  const char *caption = n->outside ? _ ("outside") : n->caption;
  Face *face = &self->faces[node];
  g_autofree char *name = NULL;

  face->words.size = size;
  face->words.name =
      rk_graph_break_text (self->context, bold, n->name, width, caption != NULL ? NAME_LINES : 3);
  name = g_strjoinv ("\n", face->words.name);
  face->name = make_layout (self->context, bold, name, width);
  make_name_alone (self, n->name, size, width, &box, face);
  if (caption != NULL)
    {
      g_auto (GStrv) lines = rk_graph_break_text (self->context, plain, caption, width, 1);
      face->words.caption = g_strdup (lines[0]);
      face->caption = make_layout (self->context, plain, face->words.caption, width);
    }
}

const RkGraphWords *
rk_graph_drawing_get_words (RkGraphDrawing *self, guint node)
{
  return &self->faces[node].words;
}

gboolean
rk_graph_drawing_get_curve (RkGraphDrawing *self, guint edge, RkGraphCurve *curve)
{
  return rk_graph_curve_get (self->layout, edge, self->bows[edge], curve);
}

double
rk_graph_drawing_get_radius (RkGraphDrawing *self, guint node)
{
  return rk_graph_get_node (self->graph, node)->outside
             ? rk_graph_layout_get_box (self->layout, node).height / 2
             : RK_GRAPH_RADIUS;
}

/* --- painting -------------------------------------------------------------------------------- */

static void
use (cairo_t *cr, const RkGraphState *state, RkColour colour)
{
  rk_paint_use (cr, rk_colour_get (state->palette, colour), 1);
}

static gboolean
is_outside_clip (cairo_t *cr, const RkGraphBox *box, double air)
{
  double left, top, right, bottom;

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  return box->x - air > right || box->x + box->width + air < left || box->y - air > bottom ||
         box->y + box->height + air < top;
}

static void
trace_curve (cairo_t *cr, const RkGraphCurve *curve)
{
  const RkGraphPoint *p = curve->points;

  cairo_move_to (cr, p[0].x, p[0].y);
  cairo_curve_to (cr, p[1].x, p[1].y, p[2].x, p[2].y, p[3].x, p[3].y);
}

static void
fill_head (cairo_t *cr, RkGraphPoint base, RkGraphPoint tip)
{
  RkGraphPoint corners[2];

  rk_graph_curve_head (base, tip, corners);
  cairo_move_to (cr, tip.x, tip.y);
  cairo_line_to (cr, corners[0].x, corners[0].y);
  cairo_line_to (cr, corners[1].x, corners[1].y);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
get_extent (const RkGraphCurve *curve, RkGraphBox *box)
{
  const RkGraphPoint *p = curve->points;
  double left = MIN (MIN (p[0].x, p[1].x), MIN (p[2].x, p[3].x));
  double top = MIN (MIN (p[0].y, p[1].y), MIN (p[2].y, p[3].y));

  box->x = left;
  box->y = top;
  box->width = MAX (MAX (p[0].x, p[1].x), MAX (p[2].x, p[3].x)) - left;
  box->height = MAX (MAX (p[0].y, p[1].y), MAX (p[2].y, p[3].y)) - top;
}

/* Dashes stay as long on the screen where all is small: shorter ones cannot be told apart, and
 * there would be many more to draw. */
static void
set_dashes (cairo_t *cr, const RkGraphState *state, const double *dashes, int n)
{
  double longer = MAX (1, SCALE_CAPTION / state->scale);
  double lengths[2] = { 0 };

  for (int i = 0; i < n; i++)
    lengths[i] = dashes[i] * longer;
  cairo_set_dash (cr, lengths, n, 0);
}

static void
draw_edge (RkGraphDrawing *self, cairo_t *cr, const RkGraphState *state, guint edge)
{
  const RkGraphEdge *e = rk_graph_get_edge (self->graph, edge);
  gboolean thick =
      (int) edge == state->edge ||
      (state->node >= 0 && (e->source == (guint) state->node || e->target == (guint) state->node));
  const double *dashes;
  int n_dashes = rk_graph_get_dashes (e->type, &dashes);
  RkGraphCurve curve;
  RkGraphBox extent;

  if (!rk_graph_drawing_get_curve (self, edge, &curve))
    return;
  get_extent (&curve, &extent);
  if (is_outside_clip (cr, &extent, 2 * RK_GRAPH_HEAD_LENGTH))
    return;
  use (cr, state, rk_graph_get_colour (e->type));
  cairo_set_line_width (cr, thick ? THICK_LINE_WIDTH : LINE_WIDTH);
  set_dashes (cr, state, dashes, n_dashes);
  trace_curve (cr, &curve);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (curve.head_at_start)
    fill_head (cr, curve.points[0], curve.tip_at_start);
  if (curve.head_at_end)
    fill_head (cr, curve.points[3], curve.tip_at_end);
}

static void
show_layout (cairo_t *cr, PangoLayout *layout, double x, double y)
{
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_words (RkGraphDrawing *self, cairo_t *cr, const RkGraphState *state, guint node,
            const RkGraphBox *box)
{
  const Face *face = &self->faces[node];
  gboolean alone = state->scale < SCALE_CAPTION;
  gboolean with_caption = face->caption != NULL && !alone;
  PangoLayout *name = alone ? face->alone : face->name;
  int name_height, caption_height = 0;
  double y;

  if (state->scale < SCALE_NAME)
    return;
  pango_layout_get_pixel_size (name, NULL, &name_height);
  if (with_caption)
    pango_layout_get_pixel_size (face->caption, NULL, &caption_height);
  y = box->y + (box->height - name_height - caption_height) / 2;
  use (cr, state, RK_COLOUR_TEXT);
  show_layout (cr, name, box->x + PADDING, y);
  if (!with_caption)
    return;
  use (cr, state, RK_COLOUR_SECONDARY);
  show_layout (cr, face->caption, box->x + PADDING, y + name_height);
}

static void
draw_node (RkGraphDrawing *self, cairo_t *cr, const RkGraphState *state, guint node)
{
  RkGraphBox box = rk_graph_layout_get_box (self->layout, node);
  double radius = rk_graph_drawing_get_radius (self, node);

  if (!rk_graph_layout_is_placed (self->layout, node) || is_outside_clip (cr, &box, 6))
    return;
  rk_paint_rounded (cr, box.x, box.y, box.width, box.height, radius);
  use (cr, state,
       rk_graph_get_node (self->graph, node)->outside ? RK_COLOUR_DOMAIN : RK_COLOUR_COMPONENT);
  cairo_fill_preserve (cr);
  use (cr, state, RK_COLOUR_FRAME);
  cairo_set_line_width (cr,
                        (int) node == state->centre || rk_palette_is_high_contrast (state->palette)
                            ? 2.5
                            : 1.2);
  cairo_stroke (cr);
  draw_words (self, cr, state, node, &box);
  if ((int) node != state->node)
    return;
  rk_paint_rounded (cr, box.x - 4, box.y - 4, box.width + 8, box.height + 8, radius + 4);
  use (cr, state, state->ring && state->edge < 0 ? RK_COLOUR_FOCUS : RK_COLOUR_FRAME);
  cairo_set_line_width (cr, MAX (2, 2 / state->scale));
  cairo_stroke (cr);
}

/* What an edge is, on a plain ground, halfway. */
static void
draw_label (RkGraphDrawing *self, cairo_t *cr, const RkGraphState *state)
{
  g_autofree char *words = rk_graph_dup_edge_words (self->graph, (guint) state->edge);
  g_autoptr (PangoFontDescription) font = make_font (NAME_SIZE, FALSE);
  g_auto (GStrv) lines = rk_graph_break_text (self->context, font, words, LABEL_WIDTH, 4);
  g_autofree char *text = g_strjoinv ("\n", lines);
  g_autoptr (PangoLayout) layout = make_layout (self->context, font, text, -1.0 / PANGO_SCALE);
  double zoom = MAX (1, 1 / state->scale); /* to be read at any scale */
  RkGraphCurve curve;
  RkGraphPoint middle;
  int width, height;

  if (!rk_graph_drawing_get_curve (self, (guint) state->edge, &curve))
    return;
  middle = rk_graph_curve_at (&curve, 0.5);
  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_save (cr);
  cairo_translate (cr, middle.x, middle.y);
  cairo_scale (cr, zoom, zoom);
  rk_paint_rounded (cr, -width / 2.0 - 8, -height / 2.0 - 6, width + 16, height + 12, 6);
  use (cr, state, RK_COLOUR_SURFACE);
  cairo_fill_preserve (cr);
  use (cr, state, state->ring ? RK_COLOUR_FOCUS : RK_COLOUR_FRAME);
  cairo_set_line_width (cr, state->ring ? 2 : 1);
  cairo_stroke (cr);
  use (cr, state, RK_COLOUR_TEXT);
  show_layout (cr, layout, -width / 2.0, -height / 2.0);
  cairo_restore (cr);
}

void
rk_graph_drawing_draw (RkGraphDrawing *self, cairo_t *cr, const RkGraphState *state)
{
  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  for (guint i = 0; i < rk_graph_get_n_edges (self->graph); i++)
    draw_edge (self, cr, state, i);
  for (guint i = 0; i < rk_graph_get_n_nodes (self->graph); i++)
    draw_node (self, cr, state, i);
  if (state->edge >= 0)
    draw_label (self, cr, state);
  cairo_restore (cr);
}

/* --- finding --------------------------------------------------------------------------------- */

int
rk_graph_drawing_find_node (RkGraphDrawing *self, double x, double y)
{
  for (guint i = rk_graph_get_n_nodes (self->graph); i-- > 0;)
    {
      RkGraphBox box = rk_graph_layout_get_box (self->layout, i);
      if (x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)
        return (int) i;
    }
  return -1;
}

int
rk_graph_drawing_find_edge (RkGraphDrawing *self, double x, double y, double distance)
{
  double least = distance;
  int found = -1;

  for (guint i = 0; i < rk_graph_get_n_edges (self->graph); i++)
    {
      RkGraphCurve curve;
      double away;

      if (!rk_graph_drawing_get_curve (self, i, &curve))
        continue;
      away = rk_graph_curve_distance (&curve, x, y);
      if (away > least)
        continue;
      least = away;
      found = (int) i;
    }
  return found;
}

/* --- life ------------------------------------------------------------------------------------ */

RkGraphLayout *
rk_graph_drawing_get_layout (RkGraphDrawing *self)
{
  return self->layout;
}

RkGraphDrawing *
rk_graph_drawing_new (RkGraphLayout *layout)
{
  RkGraphDrawing *self = g_new0 (RkGraphDrawing, 1);
  cairo_font_options_t *options = cairo_font_options_create ();
  guint n;

  self->layout = rk_graph_layout_ref (layout);
  self->graph = rk_graph_layout_get_graph (layout);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  /* No hints: text must be as wide at any zoom. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  n = rk_graph_get_n_nodes (self->graph);
  self->faces = g_new0 (Face, n + 1);
  for (guint i = 0; i < n; i++)
    make_face (self, i);
  self->bows = rk_graph_curve_bows (self->graph);
  return self;
}

void
rk_graph_drawing_free (RkGraphDrawing *self)
{
  for (guint i = 0; i < rk_graph_get_n_nodes (self->graph); i++)
    {
      g_strfreev (self->faces[i].words.name);
      g_free (self->faces[i].words.caption);
      g_object_unref (self->faces[i].name);
      g_object_unref (self->faces[i].alone);
      g_clear_object (&self->faces[i].caption);
    }
  g_free (self->faces);
  g_free (self->bows);
  g_object_unref (self->context);
  rk_graph_layout_unref (self->layout);
  g_free (self);
}
