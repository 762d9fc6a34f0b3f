/* SPDX-License-Identifier: EUPL-1.2 */
/* One pass from left to right. A construct is written only when its end is found, and what stands
 * between is written in the same way: so tags always nest and close. */
#include "config.h"

#include "rk-markdown.h"

#include <pango/pango.h>
#include <string.h>

#define MAX_DEPTH 12
/* How far ahead the end of a construct is looked for: no label needs more, and a hostile text costs
 * no more. */
#define MAX_REACH 2000

typedef struct _Writer Writer;
struct _Writer
{
  GString *out;
  void (*render) (Writer *writer, const char *at, const char *end); /* for what stands inside */
  gboolean plain;                                                   /* words only */
  gboolean in_link;                                                 /* no link in a link */
  guint depth;
};

/* --- writing ---------------------------------------------------------------------------------- */

static void
write_text (Writer *writer, const char *text, gsize length)
{
  g_autofree char *escaped = writer->plain ? NULL : g_markup_escape_text (text, (gssize) length);

  if (writer->plain)
    g_string_append_len (writer->out, text, (gssize) length);
  else
    g_string_append (writer->out, escaped);
}

static void
write_inside (Writer *writer, const char *open, const char *at, const char *end, const char *close)
{
  if (!writer->plain)
    g_string_append (writer->out, open);
  writer->depth++;
  writer->render (writer, at, end);
  writer->depth--;
  if (!writer->plain)
    g_string_append (writer->out, close);
}

static const char *
find (const char *at, const char *end, const char *what)
{
  return g_strstr_len (at, MIN (end - at, MAX_REACH), what);
}

static const char *
find_line_end (const char *at, const char *end)
{
  const char *stop = memchr (at, '\n', (gsize) (end - at));

  return stop != NULL ? stop : end;
}

/* --- emphasis --------------------------------------------------------------------------------- */

static gboolean
is_word (const char *at)
{
  return (*at & 0x80) != 0 || g_ascii_isalnum (*at);
}

/* Where @mark (one or two of the same sign) that opened before @at closes in this line. */
static const char *
find_closing (const char *at, const char *end, const char *mark)
{
  gsize length = strlen (mark);
  const char *stop = find_line_end (at, MIN (end, at + MAX_REACH));

  for (const char *p = at + 1; p + length <= stop; p++)
    {
      const char *run = p;

      if (*p != *mark)
        continue;
      while (p + 1 < stop && p[1] == *mark)
        p++;
      if ((gsize) (p + 1 - run) < length || (length == 1 && p > run && p - run == 1) ||
          g_ascii_isspace (run[-1]) || run[-1] == '\\' || (p + 1 < stop && is_word (p + 1)))
        continue;
      return p + 1 - length;
    }
  return NULL;
}

static const char *
write_emphasis (Writer *writer, const char *at, const char *start, const char *end)
{
  static const struct
  {
    const char *mark, *open, *close;
  } kinds[] = {
    { "**", "<b>", "</b>" },
    { "__", "<b>", "</b>" },
    { "*", "<i>", "</i>" },
    { "_", "<i>", "</i>" },
  };

  if (at > start && is_word (at - 1))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize length = strlen (kinds[i].mark);
      const char *inside = at + length, *close;

      if ((gsize) (end - at) <= length || strncmp (at, kinds[i].mark, length) != 0 ||
          g_ascii_isspace (*inside))
        continue;
      close = find_closing (inside, end, kinds[i].mark);
      if (close == NULL)
        continue;
      write_inside (writer, kinds[i].open, inside, close, kinds[i].close);
      return close + length;
    }
  return NULL;
}

/* --- links ------------------------------------------------------------------------------------ */

static gboolean
is_address (const char *url)
{
  static const char *const schemes[] = { "https://", "http://", "mailto:" };

  if (strpbrk (url, " \t\n\"'<>`") != NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (url, schemes[i], strlen (schemes[i])) == 0)
      return url[strlen (schemes[i])] != '\0';
  return FALSE;
}

/* [words](address) */
static const char *
write_link (Writer *writer, const char *at, const char *start, const char *end)
{
  const char *middle = *at == '[' && !writer->in_link ? find (at + 1, end, "](") : NULL;
  const char *close = middle != NULL ? find (middle + 2, end, ")") : NULL;
  g_autofree char *address = NULL, *escaped = NULL, *open = NULL;

  if (close == NULL || middle == at + 1 || memchr (at + 1, '[', (gsize) (middle - at - 1)) != NULL)
    return NULL;
  address = g_strndup (middle + 2, (gsize) (close - middle - 2));
  if (!is_address (address))
    return NULL;
  escaped = g_markup_escape_text (address, -1);
  open = g_strdup_printf ("<a href=\"%s\" title=\"%s\">", escaped, escaped);
  writer->in_link = TRUE;
  write_inside (writer, open, at + 1, middle, "</a>");
  writer->in_link = FALSE;
  return close + 1;
}

/* --- HTML ------------------------------------------------------------------------------------- */

/* Black, white and grey are left to the theme: they would vanish in the dark. */
static gboolean
is_colour (const char *name)
{
  PangoColor colour;

  return pango_color_parse (&colour, name) &&
         (colour.red != colour.green || colour.green != colour.blue);
}

static gboolean
is_font (const char *name)
{
  gsize length = strlen (name);

  return length > 0 && length < 100 &&
         strspn (name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ,-") ==
             length;
}

/* " foreground='red' face='serif'" for the style "color: red; font-family: serif". */
static char *
read_style (const char *style)
{
  g_auto (GStrv) rules = g_strsplit (style, ";", 8);
  GString *attributes = g_string_new (NULL);

  for (char **rule = rules; *rule != NULL; rule++)
    {
      char *value = strchr (*rule, ':');

      if (value == NULL)
        continue;
      *value++ = '\0';
      g_strstrip (value);
      if (g_ascii_strcasecmp (g_strstrip (*rule), "color") == 0 && is_colour (value))
        g_string_append_printf (attributes, " foreground=\"%s\"", value);
      else if (g_ascii_strcasecmp (*rule, "font-family") == 0 && is_font (value))
        g_string_append_printf (attributes, " face=\"%s\"", value);
    }
  return g_string_free (attributes, FALSE);
}

/* The value of @name in the tag between @at and @end: (nullable). */
static char *
read_attribute (const char *at, const char *end, const char *name)
{
  g_autofree char *tag = g_strndup (at, (gsize) (end - at));
  g_autofree char *pattern = g_strdup_printf ("\\s%s\\s*=\\s*(?|\"([^\"]*)\"|'([^']*)')", name);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, tag, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static gboolean
is_tag (const char *at, const char *end, const char *name)
{
  gsize length = strlen (name);

  return (gsize) (end - at) > length && g_ascii_strncasecmp (at, name, length) == 0 &&
         !g_ascii_isalnum (at[length]);
}

/* The "</name>" that closes what opened before @at, past those of the same name inside. */
static const char *
find_closing_tag (const char *at, const char *end, const char *name)
{
  const char *stop = MIN (end, at + MAX_REACH);
  guint open = 1;

  for (const char *p = at; p < stop; p++)
    {
      if (*p != '<')
        continue;
      if (p[1] != '/')
        open += is_tag (p + 1, stop, name);
      else if (is_tag (p + 2, stop, name) && --open == 0)
        return find (p, end, ">") != NULL ? p : NULL;
    }
  return NULL;
}

static const struct
{
  const char *name, *open, *close;
} tags[] = {
  { "span", "<span>", "</span>" }, /* with its style */
  { "b", "<b>", "</b>" },
  { "strong", "<b>", "</b>" },
  { "i", "<i>", "</i>" },
  { "em", "<i>", "</i>" },
  { "u", "<u>", "</u>" },
  { "sub", "<sub>", "</sub>" },
  { "sup", "<sup>", "</sup>" },
  { "h1", "<span size=\"x-large\" weight=\"bold\">", "</span>" },
  { "h2", "<span size=\"large\" weight=\"bold\">", "</span>" },
  { "h3", "<b>", "</b>" },
  { "h4", "<b>", "</b>" },
  { "h5", "<b>", "</b>" },
  { "h6", "<b>", "</b>" },
  { "p", "<span>", "</span>" },
  { "div", "<span>", "</span>" },
  { "center", "<span>", "</span>" },
};

static const char *
write_tag (Writer *writer, const char *at, const char *start, const char *end)
{
  const char *inside = *at == '<' ? find (at, end, ">") : NULL;
  const char *close = NULL;

  if (inside == NULL)
    return NULL;
  if (is_tag (at + 1, inside + 1, "br"))
    {
      write_text (writer, "\n", 1);
      return inside + 1;
    }
  for (guint i = 0; i < G_N_ELEMENTS (tags) && close == NULL; i++)
    {
      g_autofree char *style = NULL, *attributes = NULL, *open = NULL;

      if (!is_tag (at + 1, inside + 1, tags[i].name))
        continue;
      close = find_closing_tag (inside + 1, end, tags[i].name);
      if (close == NULL)
        return NULL;
      style = read_attribute (at, inside, "style");
      attributes = style != NULL ? read_style (style) : g_strdup ("");
      open = g_str_has_prefix (tags[i].open, "<span>")
                 ? g_strconcat ("<span", attributes, ">", NULL)
                 : g_strdup (tags[i].open);
      write_inside (writer, open, inside + 1, close, tags[i].close);
      if (g_str_equal (tags[i].name, "p") || g_str_equal (tags[i].name, "div"))
        write_text (writer, "\n", 1);
    }
  return close != NULL ? find (close, end, ">") + 1 : NULL;
}

/* --- signs ------------------------------------------------------------------------------------ */

/* The character that "&…;" stands for; 0: none. */
static gunichar
read_entity (const char *name)
{
  static const struct
  {
    const char *name;
    gunichar character;
  } known[] = {
    { "amp", '&' },      { "lt", '<' },       { "gt", '>' },        { "quot", '"' },
    { "apos", '\'' },    { "nbsp", 0xa0 },    { "hellip", 0x2026 }, { "euro", 0x20ac },
    { "ndash", 0x2013 }, { "mdash", 0x2014 }, { "eacute", 0xe9 },   { "euml", 0xeb },
  };
  guint64 number;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (name, known[i].name))
      return known[i].character;
  if (name[0] != '#')
    return 0;
  number = name[1] == 'x' || name[1] == 'X' ? g_ascii_strtoull (name + 2, NULL, 16)
                                            : g_ascii_strtoull (name + 1, NULL, 10);
  if (number < 0x20 || number > 0x10ffff || !g_unichar_isdefined ((gunichar) number))
    return 0;
  return (gunichar) number;
}

static const char *
write_entity (Writer *writer, const char *at, const char *start, const char *end)
{
  const char *close = *at == '&' ? g_strstr_len (at, MIN (end - at, 12), ";") : NULL;
  g_autofree char *name = NULL;
  gunichar character;
  char bytes[6];

  if (close == NULL)
    return NULL;
  name = g_strndup (at + 1, (gsize) (close - at - 1));
  character = read_entity (name);
  if (character == 0)
    return NULL;
  write_text (writer, bytes, (gsize) g_unichar_to_utf8 (character, bytes));
  return close + 1;
}

/* A backslash takes the meaning from the sign after it. */
static const char *
write_escaped (Writer *writer, const char *at, const char *start, const char *end)
{
  if (*at != '\\' || at + 1 >= end || !g_ascii_ispunct (at[1]))
    return NULL;
  write_text (writer, at + 1, 1);
  return at + 2;
}

/* --- lines ------------------------------------------------------------------------------------ */

static const char *
write_heading (Writer *writer, const char *at, const char *start, const char *end)
{
  static const char *const open[] = { "<span size=\"x-large\" weight=\"bold\">",
                                      "<span size=\"large\" weight=\"bold\">",
                                      "<span weight=\"bold\">" };
  gsize level = strspn (at, "#");
  const char *inside = at + level, *stop;

  if (level == 0 || level > 6 || inside >= end || *inside != ' ')
    return NULL;
  while (inside < end && *inside == ' ')
    inside++;
  stop = find_line_end (inside, end);
  write_inside (writer, open[MIN (level, G_N_ELEMENTS (open)) - 1], inside, stop, "</span>");
  return stop;
}

static const char *
write_bullet (Writer *writer, const char *at, const char *start, const char *end)
{
  const char *sign = at;

  while (sign < end && (*sign == ' ' || *sign == '\t'))
    sign++;
  if (sign + 1 >= end || strchr ("-*+", *sign) == NULL || sign[1] != ' ')
    return NULL;
  write_text (writer, "• ", strlen ("• "));
  for (at = sign + 1; at < end && *at == ' ';)
    at++;
  return at;
}

static const char *
apply (Writer *writer, const char *at, const char *start, const char *end)
{
  typedef const char *(*Rule) (Writer *, const char *, const char *, const char *);
  static const Rule line_rules[] = { write_heading, write_bullet };
  static const Rule rules[] = { write_escaped, write_entity, write_tag, write_link,
                                write_emphasis };
  const char *next = NULL;

  if (writer->depth >= MAX_DEPTH)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (line_rules) && next == NULL; i++)
    if (at == start ? writer->depth == 0 : at[-1] == '\n')
      next = line_rules[i](writer, at, start, end);
  for (guint i = 0; i < G_N_ELEMENTS (rules) && next == NULL; i++)
    next = rules[i](writer, at, start, end);
  return next;
}

static void
render (Writer *writer, const char *at, const char *end)
{
  const char *start = at, *text = at;

  while (at < end)
    {
      const char *next = NULL;

      if (strchr ("\\&<[*_#-+ \t", *at) != NULL)
        {
          write_text (writer, text, (gsize) (at - text));
          text = at;
          next = apply (writer, at, start, end);
        }
      at = next != NULL ? next : at + 1;
      text = next != NULL ? next : text;
    }
  write_text (writer, text, (gsize) (end - text));
}

static char *
convert (const char *text, gboolean plain)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  Writer writer = { .out = g_string_new (NULL), .render = render, .plain = plain };

  render (&writer, valid, valid + strlen (valid));
  return g_strchomp (g_string_free (writer.out, FALSE));
}

char *
rk_markdown_to_markup (const char *text)
{
  return convert (text, FALSE);
}

char *
rk_markdown_to_text (const char *text)
{
  return convert (text, TRUE);
}
