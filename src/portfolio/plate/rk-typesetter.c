/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-typesetter.h"

#include <math.h>
#include <string.h>

#define LEADING 1.22 /* of the size */
#define ELLIPSIS "…"
#define LONGEST 4000 /* bytes of a text that are looked at */

struct _RkTypesetter
{
  PangoContext *context;
  GHashTable *blocks; /* question as text → RkTextBlock */
};

static void
block_free (RkTextBlock *block)
{
  for (guint i = 0; i < block->n_lines; i++)
    {
      g_free (block->lines[i].text);
      g_object_unref (block->lines[i].layout);
    }
  g_free (block->lines);
  g_free (block);
}

RkTypesetter *
rk_typesetter_new (void)
{
  RkTypesetter *self = g_new0 (RkTypesetter, 1);
  /* its own fonts, so that a plate may be made in one thread and drawn in another */
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  self->context = pango_font_map_create_context (fonts);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  self->blocks =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) block_free);
  return self;
}

void
rk_typesetter_free (RkTypesetter *self)
{
  g_hash_table_unref (self->blocks);
  g_object_unref (self->context);
  g_free (self);
}

static PangoLayout *
new_layout (RkTypesetter *self, double size, RkTypeFlags flags)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, RK_TYPE_FAMILIES);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (flags & RK_TYPE_BOLD)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if (flags & RK_TYPE_ITALIC)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  return layout;
}

static double
measure (PangoLayout *layout, const char *text, gssize length)
{
  int width;

  pango_layout_set_text (layout, text, (int) length);
  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

/* The longest beginning of @text that fits in @width with an ellipsis; "" when none does. @layout
 * is left with it. */
static char *
cut_line (PangoLayout *layout, const char *text, double width)
{
  double room = width - measure (layout, ELLIPSIS, -1);
  int at, trailing;

  measure (layout, text, -1);
  pango_layout_line_x_to_index (pango_layout_get_line_readonly (layout, 0),
                                (int) (MAX (room, 0) * PANGO_SCALE), &at, &trailing);
  /* fonts may set the ellipsis closer or wider: a letter less until it fits */
  for (; at > 0; at = (int) (g_utf8_prev_char (text + at) - text))
    {
      g_autofree char *start = g_strndup (text, (gsize) at);
      g_autofree char *tried = g_strconcat (g_strchomp (start), ELLIPSIS, NULL);

      if (measure (layout, tried, -1) <= width)
        return g_steal_pointer (&tried);
    }
  return g_strdup (measure (layout, ELLIPSIS, -1) <= width ? ELLIPSIS : "");
}

/* Keeps @text, which @layout holds already. */
static void
add_line (RkTextBlock *block, GArray *lines, PangoLayout *layout, char *text)
{
  RkTextLine line = { text, 0, g_object_ref (layout) };
  int width;

  pango_layout_get_size (layout, &width, NULL);
  line.width = (double) width / PANGO_SCALE;
  block->width = MAX (block->width, line.width);
  g_array_append_val (lines, line);
}

static void
add_cut_line (RkTypesetter *self, RkTextBlock *block, GArray *lines, const char *text, double width)
{
  g_autoptr (PangoLayout) layout = new_layout (self, block->size, block->flags);
  g_autofree char *rest = g_strdelimit (g_strdup (text), "\n", ' ');
  g_autofree char *shown = cut_line (layout, rest, width);

  block->cut = TRUE;
  if (*shown != '\0')
    add_line (block, lines, layout, g_steal_pointer (&shown));
}

/* Adds @text as one line when it is one and fits. */
static gboolean
add_whole_line (RkTypesetter *self, RkTextBlock *block, GArray *lines, const char *text,
                double width)
{
  g_autoptr (PangoLayout) layout = new_layout (self, block->size, block->flags);

  if (strchr (text, '\n') != NULL || measure (layout, text, -1) > width + 0.5)
    return FALSE;
  add_line (block, lines, layout, g_strdup (text));
  return TRUE;
}

/* Whether a line that ends at @end ends within a word. */
static gboolean
is_torn (const char *text, const char *end)
{
  const char *last = end > text ? g_utf8_prev_char (end) : text;

  return *end != '\0' && g_unichar_isalnum (g_utf8_get_char (last)) &&
         g_unichar_isalnum (g_utf8_get_char (end));
}

/* Breaks @text as Pango does, and cuts what comes after the last line. */
static void
break_lines (RkTypesetter *self, RkTextBlock *block, GArray *lines, const char *text, double width,
             guint max_lines)
{
  g_autoptr (PangoLayout) layout = NULL;
  int n;

  if (add_whole_line (self, block, lines, text, width))
    return;
  if (max_lines == 1)
    {
      add_cut_line (self, block, lines, text, width);
      return;
    }
  layout = new_layout (self, block->size, block->flags);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) MIN (width * PANGO_SCALE, G_MAXINT / 2));
  pango_layout_set_text (layout, text, -1);
  n = pango_layout_get_line_count (layout);
  for (int i = 0; i < n && i < (int) max_lines; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      const char *start = text + line->start_index;
      g_autofree char *own = g_strstrip (g_strndup (start, (gsize) line->length));

      block->torn |= i < n - 1 && is_torn (text, start + line->length);
      if (i == (int) max_lines - 1 && i < n - 1)
        add_cut_line (self, block, lines, start, width);
      else if (!add_whole_line (self, block, lines, own, width))
        block->cut = TRUE; /* not one letter fits */
    }
}

static RkTextBlock *
make_block (RkTypesetter *self, const char *text, double size, RkTypeFlags flags, double width,
            guint max_lines)
{
  RkTextBlock *block = g_new0 (RkTextBlock, 1);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (RkTextLine));

  block->size = size;
  block->flags = flags;
  block->leading = size * LEADING;
  block->baseline = size * 0.97;
  if (width > 0 && max_lines > 0 && *text != '\0')
    break_lines (self, block, lines, text, width, max_lines);
  block->n_lines = lines->len;
  block->lines = (RkTextLine *) (gpointer) g_array_free (lines, FALSE);
  block->height = block->n_lines * block->leading;
  return block;
}

const RkTextBlock *
rk_typesetter_set (RkTypesetter *self, const char *text, double size, RkTypeFlags flags,
                   double width, guint max_lines)
{
  g_autofree char *bounded = g_strndup (text, LONGEST);
  g_autofree char *valid = g_utf8_make_valid (bounded, -1);
  g_autofree char *key = g_strdup_printf ("%d|%d|%d|%u|%s", (int) lround (size * 10), (int) flags,
                                          (int) lround (width * 10), max_lines, valid);
  RkTextBlock *block = g_hash_table_lookup (self->blocks, key);

  if (block == NULL)
    {
      block = make_block (self, g_strstrip (valid), size, flags, width, max_lines);
      g_hash_table_insert (self->blocks, g_steal_pointer (&key), block);
    }
  return block;
}

void
rk_text_block_draw (const RkTextBlock *block, cairo_t *cr, double x, double y, double anchor)
{
  for (guint i = 0; i < block->n_lines; i++)
    {
      const RkTextLine *line = &block->lines[i];

      cairo_move_to (cr, x - line->width * anchor, y + block->baseline + i * block->leading);
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (line->layout, 0));
    }
}
