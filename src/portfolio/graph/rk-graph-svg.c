/* SPDX-License-Identifier: EUPL-1.2 */
/* The drawing as SVG, written by hand: cairo can neither name what it draws nor give it a title. */
#include "config.h"
#include "rk-graph-drawing-private.h"

#include "rk-graph-text.h"

#include <math.h>

typedef struct
{
  RkGraphDrawing *drawing;
  RkGraphLayout *layout;
  RkGraph *graph;
  GString *text;
} Writer;

/* Numbers with a point, whatever the locale, at most two decimals. */
static void
put_number (GString *text, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", value);
  g_string_append (text, buffer);
}

static void
put_attribute (GString *text, const char *name, double value)
{
  g_string_append_printf (text, " %s=\"", name);
  put_number (text, value);
  g_string_append_c (text, '"');
}

static void
put_colour (GString *text, const char *name, RkColour colour)
{
  g_string_append_printf (text, " %s=\"#%06x\"", name, rk_colour_get (RK_PALETTE_PRINT, colour));
}

/* XML 1.0 has no place for most control characters, also not as references. */
static void
put_text (GString *text, const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  for (const char *c = escaped; *c != '\0'; c++)
    if (!g_str_has_prefix (c, "&#x") || g_str_has_prefix (c, "&#x9;"))
      g_string_append_c (text, *c);
    else
      c = strchr (c, ';');
}

/* An id of XML out of one of ours: other bytes than those of names are written as numbers. */
static void
put_id (GString *text, const char *prefix, const char *id)
{
  g_string_append_printf (text, " id=\"%s-", prefix);
  for (; *id != '\0'; id++)
    if (g_ascii_isalnum (*id) || *id == '-')
      g_string_append_c (text, *id);
    else
      g_string_append_printf (text, "_%02x", (guchar) *id);
  g_string_append_c (text, '"');
}

static void
put_title (GString *text, const char *title)
{
  g_string_append (text, "<title>");
  put_text (text, title);
  g_string_append (text, "</title>");
}

static void
put_point (GString *text, const char *command, RkGraphPoint point)
{
  g_string_append (text, command);
  put_number (text, point.x);
  g_string_append_c (text, ' ');
  put_number (text, point.y);
}

static void
put_line_style (GString *text, RkLandInterfaceType type)
{
  const double *dashes;
  int n = rk_graph_get_dashes (type, &dashes);

  put_colour (text, "stroke", rk_graph_get_colour (type));
  if (n == 2)
    g_string_append_printf (text, " stroke-dasharray=\"%d %d\"", (int) dashes[0], (int) dashes[1]);
}

static void
put_head (GString *text, RkGraphPoint base, RkGraphPoint tip, RkColour colour)
{
  RkGraphPoint corners[2];

  rk_graph_curve_head (base, tip, corners);
  g_string_append (text, "<path d=\"");
  put_point (text, "M", tip);
  put_point (text, "L", corners[0]);
  put_point (text, "L", corners[1]);
  g_string_append (text, "Z\"");
  put_colour (text, "fill", colour);
  g_string_append (text, "/>");
}

static void
put_edge (Writer *w, guint edge)
{
  const RkGraphEdge *e = rk_graph_get_edge (w->graph, edge);
  g_autofree char *words = rk_graph_dup_edge_words (w->graph, edge);
  RkColour colour = rk_graph_get_colour (e->type);
  RkGraphCurve curve;

  if (!rk_graph_drawing_get_curve (w->drawing, edge, &curve))
    return;
  g_string_append (w->text, "<g");
  put_id (w->text, "interface", e->id);
  g_string_append_c (w->text, '>');
  put_title (w->text, words);
  g_string_append (w->text, "<path d=\"");
  put_point (w->text, "M", curve.points[0]);
  put_point (w->text, "C", curve.points[1]);
  put_point (w->text, " ", curve.points[2]);
  put_point (w->text, " ", curve.points[3]);
  g_string_append (w->text, "\" fill=\"none\" stroke-width=\"1.6\"");
  put_line_style (w->text, e->type);
  g_string_append (w->text, "/>");
  if (curve.head_at_start)
    put_head (w->text, curve.points[0], curve.tip_at_start, colour);
  if (curve.head_at_end)
    put_head (w->text, curve.points[3], curve.tip_at_end, colour);
  g_string_append (w->text, "</g>\n");
}

static void
put_words (GString *text, const char *words, double x, double y, double size, gboolean bold,
           RkColour colour)
{
  g_string_append (text, "<text");
  put_attribute (text, "x", x);
  put_attribute (text, "y", y);
  put_attribute (text, "font-size", size);
  g_string_append (text, bold ? " font-weight=\"700\"" : "");
  put_colour (text, "fill", colour);
  g_string_append_c (text, '>');
  put_text (text, words);
  g_string_append (text, "</text>");
}

static void
put_node_words (Writer *w, guint node, const RkGraphBox *box)
{
  const RkGraphWords *words = rk_graph_drawing_get_words (w->drawing, node);
  double line = words->size * RK_GRAPH_LINE_HEIGHT;
  double caption = words->caption != NULL ? RK_GRAPH_CAPTION_SIZE * RK_GRAPH_LINE_HEIGHT : 0;
  double x = box->x + box->width / 2;
  double y = box->y + (box->height - line * g_strv_length (words->name) - caption) / 2;

  for (char **name = words->name; *name != NULL; name++, y += line)
    put_words (w->text, *name, x, y + words->size, words->size, TRUE, RK_COLOUR_TEXT);
  if (words->caption != NULL)
    put_words (w->text, words->caption, x, y + RK_GRAPH_CAPTION_SIZE, RK_GRAPH_CAPTION_SIZE, FALSE,
               RK_COLOUR_SECONDARY);
}

static void
put_node (Writer *w, guint node)
{
  const RkGraphNode *n = rk_graph_get_node (w->graph, node);
  RkGraphBox box = rk_graph_layout_get_box (w->layout, node);

  g_string_append (w->text, "<g text-anchor=\"middle\"");
  put_id (w->text, "application", n->id);
  g_string_append_c (w->text, '>');
  put_title (w->text, n->name);
  g_string_append (w->text, "<rect");
  put_attribute (w->text, "x", box.x);
  put_attribute (w->text, "y", box.y);
  put_attribute (w->text, "width", box.width);
  put_attribute (w->text, "height", box.height);
  put_attribute (w->text, "rx", rk_graph_drawing_get_radius (w->drawing, node));
  put_colour (w->text, "fill", n->outside ? RK_COLOUR_DOMAIN : RK_COLOUR_COMPONENT);
  put_colour (w->text, "stroke", RK_COLOUR_FRAME);
  g_string_append (w->text, " stroke-width=\"1.2\"/>");
  put_node_words (w, node, &box);
  g_string_append (w->text, "</g>\n");
}

static void
put_legend (Writer *w, const RkGraphBox *page)
{
  double y = page->y + page->height - RK_GRAPH_LEGEND_HEIGHT / 2.0;

  g_string_append (w->text, "<g id=\"legend\">");
  for (guint i = 0; i < RK_GRAPH_N_TYPES; i++)
    {
      g_autofree char *words = rk_graph_drawing_dup_legend (w->drawing, i);
      double x = page->x + rk_graph_drawing_get_legend_x (i);

      g_string_append (w->text, "<line");
      put_attribute (w->text, "x1", x);
      put_attribute (w->text, "y1", y);
      put_attribute (w->text, "x2", x + RK_GRAPH_SAMPLE);
      put_attribute (w->text, "y2", y);
      g_string_append (w->text, " stroke-width=\"2\"");
      put_line_style (w->text, i);
      g_string_append (w->text, "/>");
      put_words (w->text, words, x + RK_GRAPH_SAMPLE + 8, y + 4.5, 13, FALSE, RK_COLOUR_TEXT);
    }
  g_string_append (w->text, "</g>\n");
}

static void
put_page (GString *text, const RkGraphBox *page)
{
  g_string_append (text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<svg xmlns=\"http://www.w3.org/2000/svg\"");
  put_attribute (text, "width", page->width);
  put_attribute (text, "height", page->height);
  g_string_append (text, " viewBox=\"");
  put_point (text, "", (RkGraphPoint){ page->x, page->y });
  put_point (text, " ", (RkGraphPoint){ page->width, page->height });
  g_string_append (text, "\" font-family=\"" RK_GRAPH_FONT "\">\n");
}

GBytes *
rk_graph_drawing_to_svg (RkGraphDrawing *self, const char *title)
{
  RkGraphLayout *layout = rk_graph_drawing_get_layout (self);
  Writer w = { self, layout, rk_graph_layout_get_graph (layout), g_string_new (NULL) };
  RkGraphBox page = rk_graph_drawing_get_page (self);

  put_page (w.text, &page);
  put_title (w.text, title);
  g_string_append (w.text, "\n<rect");
  put_attribute (w.text, "x", page.x);
  put_attribute (w.text, "y", page.y);
  put_attribute (w.text, "width", page.width);
  put_attribute (w.text, "height", page.height);
  put_colour (w.text, "fill", RK_COLOUR_SURFACE);
  g_string_append (w.text, "/>\n");
  for (guint i = 0; i < rk_graph_get_n_edges (w.graph); i++)
    put_edge (&w, i);
  for (guint i = 0; i < rk_graph_get_n_nodes (w.graph); i++)
    put_node (&w, i);
  put_legend (&w, &page);
  g_string_append (w.text, "</svg>\n");
  return g_string_free_to_bytes (w.text);
}
