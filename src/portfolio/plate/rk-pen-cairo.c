/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-pen.h"

#include "rk-paint.h"

#include <cairo-pdf.h>
#include <string.h>

typedef struct
{
  RkPen pen;
  cairo_t *cr;
  GArray *groups; /* Group */
} CairoPen;

typedef struct
{
  double alpha;
  gboolean linked;
  gboolean section; /* of the structure that a tagged PDF has */
} Group;

guint
rk_dash_get (RkDash dash, double lengths[4])
{
  static const double known[][2] = {
    [RK_DASH_NONE] = { 0, 0 }, [RK_DASH_GAP] = { 6, 4 },  [RK_DASH_UNKNOWN] = { 4, 3 },
    [RK_DASH_LINE] = { 6, 3 }, [RK_DASH_DOTS] = { 2, 3 },
  };

  memcpy (lengths, known[dash], sizeof known[dash]);
  return dash == RK_DASH_NONE ? 0 : 2;
}

static double
alpha_of (CairoPen *self)
{
  return self->groups->len == 0 ? 1
                                : g_array_index (self->groups, Group, self->groups->len - 1).alpha;
}

/* Cairo reads the attributes of a tag as 'text' with \' and \\ escaped. */
static char *
quote (const char *text)
{
  GString *out = g_string_new ("'");

  for (; *text != '\0'; text++)
    {
      if (*text == '\'' || *text == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *text);
    }
  return g_string_free (g_string_append_c (out, '\''), FALSE);
}

static void
begin (RkPen *pen, const RkPenGroup *group)
{
  CairoPen *self = (CairoPen *) pen;
  Group entry = { alpha_of (self) * group->alpha, self->pen.annotated && group->link != NULL,
                  self->pen.annotated };

  if (entry.section)
    cairo_tag_begin (self->cr, "Sect", NULL);
  if (self->pen.annotated && group->id != NULL)
    {
      g_autofree char *name = quote (group->id);
      g_autofree char *attributes = g_strdup_printf ("name=%s internal", name);

      cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
      cairo_tag_end (self->cr, CAIRO_TAG_DEST);
    }
  if (entry.linked)
    {
      gboolean inside = *group->link == '#';
      g_autofree char *target = quote (inside ? group->link + 1 : group->link);
      g_autofree char *attributes = g_strdup_printf ("%s=%s", inside ? "dest" : "uri", target);

      cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
    }
  cairo_save (self->cr);
  g_array_append_val (self->groups, entry);
}

static void
end (RkPen *pen)
{
  CairoPen *self = (CairoPen *) pen;
  Group entry = g_array_index (self->groups, Group, self->groups->len - 1);

  cairo_restore (self->cr);
  g_array_set_size (self->groups, self->groups->len - 1);
  if (entry.linked)
    cairo_tag_end (self->cr, CAIRO_TAG_LINK);
  if (entry.section)
    cairo_tag_end (self->cr, "Sect");
}

static void
trace (cairo_t *cr, const RkShape *shape)
{
  cairo_new_path (cr);
  if (shape->n_points == 0)
    {
      const cairo_rectangle_t *b = &shape->box;

      rk_paint_rounded (cr, b->x, b->y, b->width, b->height, shape->radius);
      return;
    }
  for (guint i = 0; i < shape->n_points; i++)
    cairo_line_to (cr, shape->points[i].x, shape->points[i].y);
  if (shape->closed)
    cairo_close_path (cr);
}

static void
draw_shape (RkPen *pen, const RkShape *shape)
{
  CairoPen *self = (CairoPen *) pen;
  double alpha = alpha_of (self);
  double dashes[4];
  guint n;

  trace (self->cr, shape);
  if (shape->has_fill)
    {
      rk_paint_use (self->cr, shape->fill, alpha);
      cairo_fill_preserve (self->cr);
    }
  rk_paint_signs (self->cr, shape->pattern, shape->signs, shape->signs_alpha * alpha);
  if (shape->line > 0)
    {
      n = rk_dash_get (shape->dash, dashes);
      cairo_set_dash (self->cr, dashes, (int) n, 0);
      cairo_set_line_width (self->cr, shape->line);
      rk_paint_use (self->cr, shape->colour, alpha);
      cairo_stroke_preserve (self->cr);
    }
  cairo_new_path (self->cr);
}

static void
draw_text (RkPen *pen, const RkTextBlock *block, double x, double y, double anchor, guint32 rgb)
{
  CairoPen *self = (CairoPen *) pen;

  if (self->pen.annotated)
    cairo_tag_begin (self->cr, "P", NULL);
  rk_paint_use (self->cr, rgb, alpha_of (self));
  rk_text_block_draw (block, self->cr, x, y, anchor);
  if (self->pen.annotated)
    cairo_tag_end (self->cr, "P");
}

static void
move (RkPen *pen, double x, double y, double scale)
{
  CairoPen *self = (CairoPen *) pen;
  Group entry = { alpha_of (self), FALSE };

  cairo_save (self->cr);
  cairo_translate (self->cr, x, y);
  cairo_scale (self->cr, scale, scale);
  g_array_append_val (self->groups, entry);
}

RkPen *
rk_cairo_pen_new (cairo_t *cr, gboolean links)
{
  static const RkPenClass class = { begin, end, draw_shape, draw_text, move };
  CairoPen *self = g_new0 (CairoPen, 1);

  self->pen.class = &class;
  self->cr = cairo_reference (cr);
  self->pen.annotated = links;
  self->groups = g_array_new (FALSE, FALSE, sizeof (Group));
  return &self->pen;
}

void
rk_cairo_pen_free (RkPen *pen)
{
  CairoPen *self = (CairoPen *) pen;

  cairo_destroy (self->cr);
  g_array_unref (self->groups);
  g_free (self);
}
