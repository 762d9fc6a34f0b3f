/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-graph-text.h"

#define MAX_BYTES 400

static gboolean
fits (PangoLayout *layout, const char *text, double width)
{
  int actual;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &actual, NULL);
  return actual <= width;
}

/* The longest beginning of @text that fits with "…" after it. */
static char *
cut (PangoLayout *layout, const char *text, double width)
{
  g_autoptr (GString) line = g_string_new (text);

  pango_layout_set_width (layout, -1);
  if (fits (layout, line->str, width))
    return g_strdup (line->str);
  while (line->len > 0)
    {
      g_autofree char *shown = NULL;

      g_string_truncate (line, (gsize) (g_utf8_find_prev_char (line->str, line->str + line->len) -
                                        line->str));
      g_strchomp (line->str);
      line->len = strlen (line->str);
      shown = g_strconcat (line->str, "…", NULL);
      if (fits (layout, shown, width))
        return g_steal_pointer (&shown);
    }
  return g_strdup ("…");
}

/* A line that ends within a word says so with a hyphen. */
static char *
take_line (const char *text, const PangoLayoutLine *line, gboolean goes_on)
{
  const char *start = text + line->start_index, *end = start + line->length;
  g_autofree char *part = g_strstrip (g_strndup (start, (gsize) line->length));
  gboolean within_word = goes_on && end > start && !strchr (" -/", end[-1]) && *end != ' ';

  return g_strconcat (part, within_word ? "-" : "", NULL);
}

GStrv
rk_graph_break_text (PangoContext *context, const PangoFontDescription *font, const char *text,
                     double width, guint max_lines)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *plain = g_strndup (text, MAX_BYTES);
  const char *end;
  int n;

  g_utf8_validate (plain, -1, &end);
  plain[end - plain] = '\0'; /* cut in the middle of a character */
  g_strdelimit (plain, "\n\r\t", ' ');
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, plain, -1);
  n = pango_layout_get_line_count (layout);
  for (int i = 0; i < n && i < (int) max_lines; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      g_autofree char *part = NULL;

      if (i == (int) max_lines - 1 && n > (int) max_lines)
        part = cut (layout, plain + line->start_index, width);
      else
        part = take_line (plain, line, i < n - 1);
      g_strv_builder_add (lines, part);
    }
  return g_strv_builder_end (lines);
}
