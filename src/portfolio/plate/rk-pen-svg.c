/* SPDX-License-Identifier: EUPL-1.2 */
/* SVG as other tools want to find it again: every box is a group with its id, its definition as
 * title, and a link. Text is text; each line says how wide it is, so that another font does not run
 * out of its box. */
#include "config.h"
#include "rk-pen.h"

#include "rk-paint.h"

#include <math.h>
#include <string.h>

typedef struct
{
  RkPen pen;
  GString *out;
  GArray *links;       /* gboolean per open group: an <a> is open too */
  GPtrArray *patterns; /* the fill that each was asked with: "dots|rrggbb|alpha" */
} SvgPen;

void
rk_svg_append_text (GString *out, const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char_validated (text, -1);

      if (c == (gunichar) -1 || c == (gunichar) -2)
        return;
      if (c == '&')
        g_string_append (out, "&amp;");
      else if (c == '<')
        g_string_append (out, "&lt;");
      else if (c == '>')
        g_string_append (out, "&gt;");
      else if (c == '"')
        g_string_append (out, "&quot;");
      else if (c == '\n' || c == '\t' || (c >= 0x20 && c != 0xfffe && c != 0xffff))
        g_string_append_unichar (out, c);
    }
}

static void
append_number (GString *out, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (text, sizeof text, "%.8g", value == 0 ? 0 : value));
}

static void
append_attribute (GString *out, const char *name, double value)
{
  g_string_append_printf (out, " %s=\"", name);
  append_number (out, value);
  g_string_append_c (out, '"');
}

static void
append_quoted (GString *out, const char *name, const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  rk_svg_append_text (out, value);
  g_string_append_c (out, '"');
}

static void
begin (RkPen *pen, const RkPenGroup *group)
{
  SvgPen *self = (SvgPen *) pen;
  gboolean linked = group->link != NULL;

  g_string_append (self->out, "<g");
  if (group->id != NULL)
    append_quoted (self->out, "id", group->id);
  if (group->class != NULL)
    append_quoted (self->out, "class", group->class);
  if (group->alpha < 1)
    append_attribute (self->out, "opacity", group->alpha);
  g_string_append (self->out, ">\n");
  if (group->title != NULL && *group->title != '\0')
    {
      g_string_append (self->out, "<title>");
      rk_svg_append_text (self->out, group->title);
      g_string_append (self->out, "</title>\n");
    }
  if (linked)
    {
      g_string_append (self->out, "<a");
      append_quoted (self->out, "href", group->link);
      g_string_append (self->out, ">\n");
    }
  g_array_append_val (self->links, linked);
}

static void
end (RkPen *pen)
{
  SvgPen *self = (SvgPen *) pen;

  if (g_array_index (self->links, gboolean, self->links->len - 1))
    g_string_append (self->out, "</a>\n");
  g_array_set_size (self->links, self->links->len - 1);
  g_string_append (self->out, "</g>\n");
}

static void
append_geometry (GString *out, const RkShape *shape)
{
  if (shape->n_points == 0)
    {
      g_string_append (out, "<rect");
      append_attribute (out, "x", shape->box.x);
      append_attribute (out, "y", shape->box.y);
      append_attribute (out, "width", shape->box.width);
      append_attribute (out, "height", shape->box.height);
      if (shape->radius > 0)
        append_attribute (out, "rx",
                          MIN (shape->radius, MIN (shape->box.width, shape->box.height) / 2));
      return;
    }
  g_string_append (out, "<path d=\"");
  for (guint i = 0; i < shape->n_points; i++)
    {
      g_string_append_c (out, i == 0 ? 'M' : 'L');
      append_number (out, shape->points[i].x);
      g_string_append_c (out, ' ');
      append_number (out, shape->points[i].y);
    }
  g_string_append (out, shape->closed ? "Z\"" : "\"");
}

static void
append_line (GString *out, const RkShape *shape)
{
  double dashes[4];
  guint n = rk_dash_get (shape->dash, dashes);

  if (shape->line <= 0)
    return;
  g_string_append_printf (out, " stroke=\"#%06x\"", shape->colour);
  append_attribute (out, "stroke-width", shape->line);
  if (n == 0)
    return;
  g_string_append (out, " stroke-dasharray=\"");
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      append_number (out, dashes[i]);
    }
  g_string_append_c (out, '"');
}

static guint
pattern_number (SvgPen *self, const RkShape *shape)
{
  g_autofree char *asked = g_strdup_printf ("%d|%06x|%d", (int) shape->pattern, shape->signs,
                                            (int) lround (shape->signs_alpha * 100));
  guint at;

  if (!g_ptr_array_find_with_equal_func (self->patterns, asked, g_str_equal, &at))
    {
      at = self->patterns->len;
      g_ptr_array_add (self->patterns, g_steal_pointer (&asked));
    }
  return at;
}

static void
draw_shape (RkPen *pen, const RkShape *shape)
{
  SvgPen *self = (SvgPen *) pen;

  if (shape->has_fill || shape->line > 0 || shape->pattern == RK_PATTERN_PLAIN)
    {
      append_geometry (self->out, shape);
      if (shape->has_fill)
        g_string_append_printf (self->out, " fill=\"#%06x\"", shape->fill);
      else
        g_string_append (self->out, " fill=\"none\"");
      append_line (self->out, shape);
      g_string_append (self->out, "/>\n");
    }
  if (shape->pattern == RK_PATTERN_PLAIN)
    return;
  append_geometry (self->out, shape);
  g_string_append_printf (self->out, " fill=\"url(#pattern-%u)\"/>\n",
                          pattern_number (self, shape));
}

static void
draw_text (RkPen *pen, const RkTextBlock *block, double x, double y, double anchor, guint32 rgb)
{
  SvgPen *self = (SvgPen *) pen;

  for (guint i = 0; i < block->n_lines; i++)
    {
      const RkTextLine *line = &block->lines[i];

      g_string_append (self->out, "<text");
      append_attribute (self->out, "x", round ((x - line->width * anchor) * 100) / 100);
      append_attribute (self->out, "y",
                        round ((y + block->baseline + i * block->leading) * 100) / 100);
      append_attribute (self->out, "font-size", block->size);
      if (block->flags & RK_TYPE_BOLD)
        g_string_append (self->out, " font-weight=\"700\"");
      if (block->flags & RK_TYPE_ITALIC)
        g_string_append (self->out, " font-style=\"italic\"");
      append_attribute (self->out, "textLength", round (line->width * 100) / 100);
      g_string_append_printf (self->out, " lengthAdjust=\"spacingAndGlyphs\" fill=\"#%06x\">", rgb);
      rk_svg_append_text (self->out, line->text);
      g_string_append (self->out, "</text>\n");
    }
}

static void
move (RkPen *pen, double x, double y, double scale)
{
  SvgPen *self = (SvgPen *) pen;
  gboolean linked = FALSE;

  g_string_append (self->out, "<g transform=\"translate(");
  append_number (self->out, x);
  g_string_append_c (self->out, ' ');
  append_number (self->out, y);
  g_string_append (self->out, ") scale(");
  append_number (self->out, scale);
  g_string_append (self->out, ")\">\n");
  g_array_append_val (self->links, linked);
}

RkPen *
rk_svg_pen_new (GString *out)
{
  static const RkPenClass class = { begin, end, draw_shape, draw_text, move };
  SvgPen *self = g_new0 (SvgPen, 1);

  self->pen.class = &class;
  self->pen.annotated = TRUE;
  self->out = out;
  self->links = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->patterns = g_ptr_array_new_with_free_func (g_free);
  return &self->pen;
}

void
rk_svg_pen_free (RkPen *pen)
{
  SvgPen *self = (SvgPen *) pen;

  g_array_unref (self->links);
  g_ptr_array_unref (self->patterns);
  g_free (self);
}

/* --- patterns: one tile of each, as rk_paint_signs() draws them --------------------------------
 */

static void
append_tile (GString *out, RkPattern pattern, const char *paint)
{
  if (pattern == RK_PATTERN_DOTS)
    g_string_append_printf (out,
                            "width=\"6\" height=\"6\"><circle cx=\"3\" cy=\"3\" r=\"1.2\" "
                            "fill=%s/>",
                            paint);
  else if (pattern == RK_PATTERN_CROSS)
    g_string_append_printf (out,
                            "width=\"6\" height=\"6\"><path d=\"M0 0L6 6M0 6L6 0\" "
                            "stroke-width=\"1.1\" stroke=%s/>",
                            paint);
  else if (pattern >= RK_PATTERN_STEP_1)
    {
      double gap = rk_paint_get_step_gap (pattern);

      append_attribute (out, "width", gap);
      g_string_append (out, " height=\"6\"><rect width=\"1.2\" height=\"6\"");
      append_attribute (out, "x", gap / 2 - 0.6);
      g_string_append_printf (out, " fill=%s/>", paint);
    }
  else
    g_string_append_printf (out,
                            "width=\"4.2426\" height=\"4.2426\" "
                            "patternTransform=\"rotate(%d)\"><rect width=\"%s\" "
                            "height=\"4.2426\" fill=%s/>",
                            pattern == RK_PATTERN_STRIPES ? 45 : -45,
                            pattern == RK_PATTERN_STRIPES ? "1.5" : "1", paint);
}

void
rk_svg_pen_write_patterns (RkPen *pen, GString *out)
{
  SvgPen *self = (SvgPen *) pen;

  for (guint i = 0; i < self->patterns->len; i++)
    {
      g_auto (GStrv) asked = g_strsplit (self->patterns->pdata[i], "|", 3);
      g_autoptr (GString) paint = g_string_new (NULL);

      g_string_append_printf (paint, "\"#%s\" opacity=\"", asked[1]);
      append_number (paint, g_ascii_strtod (asked[2], NULL) / 100);
      g_string_append_c (paint, '"');
      g_string_append_printf (out, "<pattern id=\"pattern-%u\" patternUnits=\"userSpaceOnUse\" ",
                              i);
      append_tile (out, (RkPattern) atoi (asked[0]), paint->str);
      g_string_append (out, "</pattern>\n");
    }
}
